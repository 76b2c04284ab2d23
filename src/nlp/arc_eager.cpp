#include "nlp/arc_eager.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

namespace entente::nlp {
namespace {

constexpr auto kNever = -std::numeric_limits<float>::infinity();

template <class T>
T& at(std::vector<T>& values, std::int32_t word) {
  return values[static_cast<std::size_t>(word)];
}

}  // namespace

void ArcEagerState::reset(std::size_t length) {
  length_ = static_cast<std::int32_t>(length);
  next_ = 0;
  stack_.clear();
  returned_.clear();
  for (auto* words : {&heads_, &last_left_, &last_right_, &previous_}) words->assign(length, -1);
  labels_.assign(length, 0);
  unshiftable_.assign(length, 0);
  sent_start_.assign(length, 0);
}

std::int32_t ArcEagerState::buffer(std::size_t i) const {
  if (i < returned_.size()) return returned_[returned_.size() - 1 - i];
  const auto word = next_ + static_cast<std::int32_t>(i - returned_.size());
  return word < length_ ? word : -1;
}

std::int32_t ArcEagerState::nth_child(const std::vector<std::int32_t>& last, std::int32_t head, int nth) const {
  if (head < 0) return -1;
  std::int32_t child = last[static_cast<std::size_t>(head)];
  for (; nth > 1 && child >= 0; --nth) child = previous_[static_cast<std::size_t>(child)];
  return child;
}

void ArcEagerState::push() {
  if (returned_.empty()) {
    stack_.push_back(next_++);
  } else {
    stack_.push_back(returned_.back());
    returned_.pop_back();
  }
}

void ArcEagerState::add_arc(std::int32_t head, std::int32_t child, std::uint16_t label) {
  if (at(heads_, child) >= 0) delete_arc(child);
  std::int32_t& last = at(head > child ? last_left_ : last_right_, head);
  at(previous_, child) = last;
  last = child;
  at(heads_, child) = head;
  at(labels_, child) = label;
}

void ArcEagerState::delete_arc(std::int32_t child) {
  const std::int32_t head = at(heads_, child);
  std::int32_t* link = &at(head > child ? last_left_ : last_right_, head);
  while (*link != child) link = &at(previous_, *link);
  *link = at(previous_, child);
}

void ArcEagerState::shift() { push(); }

/// A word without a head goes back to the buffer, unless it is the last on the stack.
void ArcEagerState::reduce() {
  const std::int32_t top = stack_.back();
  if (at(heads_, top) < 0 && stack_.size() > 1) {
    at(unshiftable_, top) = 1;
    returned_.push_back(top);
  }
  stack_.pop_back();
}

void ArcEagerState::left_arc(std::uint16_t label) {
  const std::int32_t head = buffer(0);
  add_arc(head, stack_.back(), label);
  at(unshiftable_, head) = 0;
  stack_.pop_back();
}

void ArcEagerState::right_arc(std::uint16_t label) {
  add_arc(stack_.back(), buffer(0), label);
  push();
}

void ArcEagerState::sentence_break() { at(sent_start_, buffer(1)) = 1; }

ArcEager::ArcEager(const std::vector<Move>& moves, std::size_t scores_size, std::vector<std::string>& labels)
    : scores_size_(scores_size), masks_((1 << kKinds) * scores_size, kNever) {
  for (std::size_t i = 0; i < moves.size(); ++i) {
    const Move& move = moves[i];
    auto label = std::find(labels.begin(), labels.end(), move.label);
    if (label == labels.end()) label = labels.insert(label, move.label);
    kinds_.push_back(static_cast<Kind>(move.kind));
    labels_.push_back(static_cast<std::uint16_t>(label - labels.begin()));
    for (std::size_t valid = 0; valid < 1 << kKinds; ++valid)
      if (valid >> move.kind & 1) masks_[valid * scores_size + i] = 0;
  }
}

void ArcEager::context(const State& s, std::span<std::int32_t> words) {
  const std::int32_t b0 = s.buffer(0), s0 = s.stack(0), s1 = s.stack(1);
  words[0] = b0;
  words[1] = s.buffer(1);
  words[2] = s0;
  words[3] = s1;
  words[4] = s.stack(2);
  if (words.size() == 8) {
    words[5] = s.left(b0, 1);
    words[6] = s.left(s0, 1);
    words[7] = s.right(s0, 1);
  } else {
    words[5] = s.left(s0, 1);
    words[6] = s.right(s0, 1);
    words[7] = s.left(b0, 1);
    words[8] = s.right(s0, 2);
    words[9] = s.left(s1, 1);
    words[10] = s.left(s1, 2);
    words[11] = s.right(s1, 1);
    words[12] = s.right(s1, 2);
  }
}

unsigned ArcEager::valid_kinds(const State& s) {
  const bool stack = s.stack_depth() > 0, buffer = s.buffer_length() > 0;
  const std::int32_t b0 = s.buffer(0), b1 = s.buffer(1);
  const bool arc = stack && buffer && !s.is_sent_start(b0);
  unsigned valid = 0;
  if (!stack || (arc && s.buffer_length() > 1 && !s.is_unshiftable(b0))) valid |= 1U << kShift;
  if (stack) valid |= 1U << kReduce;
  if (arc) valid |= 1U << kLeft | 1U << kRight;
  if (s.buffer_length() > 1 && b1 == b0 + 1 && !s.is_sent_start(b1)) valid |= 1U << kBreak;
  return valid;
}

const float* ArcEager::mask(const State& state) const { return masks_.data() + valid_kinds(state) * scores_size_; }

void ArcEager::apply(State& state, std::size_t move) const {
  switch (kinds_[move]) {
    case kShift: return state.shift();
    case kReduce: return state.reduce();
    case kLeft: return state.left_arc(labels_[move]);
    case kRight: return state.right_arc(labels_[move]);
    case kBreak: return state.sentence_break();
    case kKinds: break;
  }
  assert(false);
}

}  // namespace entente::nlp
