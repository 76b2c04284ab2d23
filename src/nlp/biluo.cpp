#include "nlp/biluo.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace entente::nlp {
namespace {

constexpr auto kNever = -std::numeric_limits<float>::infinity();

}  // namespace

void BiluoState::reset(std::span<const std::uint64_t> is_space, std::span<const char> sent_start) {
  is_space_ = is_space;
  sent_start_ = sent_start;
  length_ = is_space.size();
  next_ = 0;
  open_ = false;
  entities_.clear();
}

void BiluoState::open(std::uint16_t label) {
  open_ = true;
  label_ = label;
  begin_ = next_;
}

void BiluoState::close() {
  open_ = false;
  entities_.push_back({static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(next_ + 1), label_});
}

/// A Unit without a label, which means "no entity here" in a text annotated beforehand, is never valid.
Biluo::Biluo(const std::vector<Move>& moves, std::size_t scores_size, std::vector<std::string>& labels)
    : scores_size_(scores_size), outside_(4 * scores_size, kNever) {
  for (const Move& move : moves) {
    auto label = std::find(labels.begin(), labels.end(), move.label);
    if (label == labels.end() && !move.label.empty()) label = labels.insert(label, move.label);
    kinds_.push_back(static_cast<Kind>(move.kind));
    labels_.push_back(static_cast<std::uint16_t>(label - labels.begin()));
  }
  inside_.assign(2 * labels.size() * scores_size, kNever);
  for (std::size_t i = 0; i < moves.size(); ++i) {
    for (std::size_t may = 0; may < 4; ++may)
      if (kinds_[i] == kOut || (!moves[i].label.empty() && ((kinds_[i] == kBegin && may & 1) || (kinds_[i] == kUnit && may & 2))))
        outside_[may * scores_size + i] = 0;
    if (kinds_[i] != kIn && kinds_[i] != kLast) continue;
    for (std::size_t must_end = 0; must_end < 2; ++must_end)
      if (kinds_[i] == kLast || !must_end) inside_[(2 * labels_[i] + must_end) * scores_size + i] = 0;
  }
}

void Biluo::context(const State& state, std::span<std::int32_t> words) {
  std::fill(words.begin(), words.end(), -1);
  const auto next = static_cast<std::int32_t>(state.next());
  words[0] = next;
  if (!state.is_open()) return;
  const auto begin = static_cast<std::int32_t>(state.begin());
  if (words.size() == 3) {
    words[1] = begin;
    words[2] = next - 1;
  } else {
    for (std::size_t i = 1; i < words.size() && begin + static_cast<std::int32_t>(i) <= next; ++i)
      words[i] = begin + static_cast<std::int32_t>(i) - 1;
  }
}

/// No entity begins or is alone on white space, or crosses a sentence's end; none begins on the last word.
const float* Biluo::mask(const State& state) const {
  const bool ends = state.is_last() || state.sentence_ends();
  if (state.is_open()) return inside_.data() + (2U * state.label() + (ends ? 1U : 0U)) * scores_size_;
  const bool unit = !state.is_space(), begin = unit && !ends;
  return outside_.data() + ((begin ? 1U : 0U) + (unit ? 2U : 0U)) * scores_size_;
}

void Biluo::apply(State& state, std::size_t move) const {
  const Kind kind = kinds_[move];
  if (kind == kBegin || kind == kUnit) state.open(labels_[move]);
  if (kind == kLast || kind == kUnit) state.close();
  state.advance();
}

}  // namespace entente::nlp
