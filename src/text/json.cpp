#include "text/json.hpp"

#include <rapidjson/error/en.h>

#include <algorithm>
#include <fstream>

#include "entente/error.hpp"
#include "text/utf8.hpp"

namespace entente::json {

namespace {

// Iterative: a line of a million brackets must not overflow the stack.
constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;

void check(const rapidjson::Document& document, std::string_view where, std::size_t offset) {
  if (document.HasParseError())
    throw InputError(where, "byte " + std::to_string(offset + document.GetErrorOffset()),
                     std::string("malformed JSON: ") + rapidjson::GetParseError_En(document.GetParseError()));
}

}  // namespace

void parse(rapidjson::Document& document, std::string_view text, std::string_view where, std::size_t offset) {
  // The parser checks strings letter by letter, which takes a third of its time: only where there is something to find.
  if (first_invalid_utf8(text))
    document.Parse<flags | rapidjson::kParseValidateEncodingFlag>(text.data(), text.size());
  else
    document.Parse<flags>(text.data(), text.size());
  check(document, where, offset);
}

void parse_in(std::string& buffer, rapidjson::Document& document, std::string_view text, std::string_view where,
              std::size_t offset) {
  // A null byte would be taken for the end.
  if (text.find('\0') != std::string_view::npos || first_invalid_utf8(text)) return parse(document, text, where, offset);
  buffer.assign(text);
  document.ParseInsitu<flags>(buffer.data());
  check(document, where, offset);
}

void parse_file(rapidjson::Document& document, const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) throw InputError(path, "", "cannot be read");
  std::string text(static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0)), '\0');
  in.seekg(0);
  if (!in.read(text.data(), static_cast<std::streamsize>(text.size()))) throw InputError(path, "", "cannot be read");
  parse(document, text, path);
}

const rapidjson::Value* Node::member(std::string_view key) const {
  object();
  const auto members = value_->GetObject();
  const auto count = members.MemberCount();
  for (rapidjson::SizeType i = 0; i < count; ++i, ++next_) {
    if (next_ >= count) next_ = 0;
    const auto& [name, value] = members.MemberBegin()[next_];
    if (std::string_view(name.GetString(), name.GetStringLength()) == key) return ++next_, &value;
  }
  return nullptr;
}

Node Node::at(const char* key) const& {
  const auto* const found = member(key);
  if (found == nullptr) fail(std::string("missing member \"") + key + "\"");
  return Node(*found, *this, key, 0);
}

std::optional<Node> Node::find(const char* key) const& {
  const auto* const found = member(key);
  if (found == nullptr || found->IsNull()) return std::nullopt;
  return Node(*found, *this, key, 0);
}

Node Node::at(std::uint32_t index) const& { return Node((*value_)[index], *this, nullptr, index); }

std::uint32_t Node::size() const {
  if (!value_->IsArray()) expected("an array");
  return value_->Size();
}

std::string_view Node::string() const {
  if (!value_->IsString()) expected("a string");
  return {value_->GetString(), value_->GetStringLength()};
}

std::uint32_t Node::uint32() const {
  if (!value_->IsUint()) expected("an integer from 0 to 4294967295");
  return value_->GetUint();
}

double Node::number() const {
  if (!value_->IsNumber()) expected("a number");
  return value_->GetDouble();
}

bool Node::boolean() const {
  if (!value_->IsBool()) expected("true or false");
  return value_->GetBool();
}

const Node& Node::object() const {
  if (!value_->IsObject()) expected("an object");
  return *this;
}

std::string Node::pointer() const {
  if (parent_ == nullptr) return key_ == nullptr ? "" : std::string("/") + key_ + "/" + std::to_string(index_);
  return parent_->pointer() + "/" + (key_ != nullptr ? std::string(key_) : std::to_string(index_));
}

void Node::fail(std::string_view message) const { throw InputError(where_, pointer(), message); }

void Node::expected(std::string_view what) const {
  static constexpr const char* found[] = {"null", "false", "true", "an object", "an array", "a string", "a number"};
  fail("found " + std::string(found[value_->GetType()]) + ", expected " + std::string(what));
}

}  // namespace entente::json
