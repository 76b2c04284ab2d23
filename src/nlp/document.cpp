#include <algorithm>
#include <cassert>
#include <utility>

#include "nlp/document_builder.hpp"

namespace entente::nlp {

Document::Document() = default;
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

std::string_view Document::text() const { return data_ ? std::string_view(data_->text) : std::string_view(); }

std::span<const Token> Document::tokens() const {
  return data_ ? std::span<const Token>(data_->tokens) : std::span<const Token>();
}

std::span<const Span> Document::sentences() const {
  return data_ ? std::span<const Span>(data_->sentences) : std::span<const Span>();
}

std::span<const Span> Document::entities() const {
  return data_ ? std::span<const Span>(data_->entities) : std::span<const Span>();
}

DocumentBuilder::DocumentBuilder(std::string text) : data_(std::make_unique<Document::Data>()) {
  data_->text = std::move(text);
}

void DocumentBuilder::reserve(std::size_t tokens) { data_->tokens.reserve(tokens); }

std::string_view DocumentBuilder::store(std::string_view s) {
  constexpr std::size_t chunk_size = 4096;
  if (s.empty()) return {};
  if (s.size() > data_->arena_left) {
    // A chunk never grows beyond what it reserved, so that views into it stay valid.
    const std::size_t size = std::max(chunk_size, s.size());
    data_->arena.emplace_back().reserve(size);
    data_->arena_left = size;
  }
  std::string& chunk = data_->arena.back();
  const std::size_t at = chunk.size();
  chunk.append(s);
  data_->arena_left -= s.size();
  return std::string_view(chunk).substr(at, s.size());
}

void DocumentBuilder::keep(std::shared_ptr<const void> owner) { data_->keep.push_back(std::move(owner)); }

Token& DocumentBuilder::add_token(const Token& token) {
  assert(data_->tokens.empty() || data_->tokens.back().end <= token.begin);
  return data_->tokens.emplace_back(token);
}

void DocumentBuilder::add_sentence(std::uint32_t begin, std::uint32_t end) {
  assert(begin < end && end <= data_->tokens.size());
  const auto index = static_cast<std::uint32_t>(data_->sentences.size());
  for (std::uint32_t i = begin; i < end; ++i) data_->tokens[i].sentence = index;
  data_->sentences.push_back({begin, end, {}});
}

void DocumentBuilder::add_entity(std::uint32_t begin, std::uint32_t end, std::string_view label) {
  assert(begin < end && end <= data_->tokens.size());
  data_->entities.push_back({begin, end, label});
}

Document DocumentBuilder::build() {
  Document document;
  document.data_ = std::move(data_);
  data_ = std::make_unique<Document::Data>();
  return document;
}

}  // namespace entente::nlp
