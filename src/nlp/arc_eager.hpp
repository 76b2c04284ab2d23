#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nlp/float_buffer.hpp"
#include "nlp/moves.hpp"

namespace entente::nlp {

/// The state of spaCy's arc-eager parser: a stack, a buffer (words put back first), arcs, and where sentences begin. Words are indices in
/// the block; -1 is none. The transitions are non-monotonic: a LEFT or RIGHT may replace a word's head.
/// (Honnibal and Johnson, "An Improved Non-monotonic Transition System for Dependency Parsing", 2015.)
class ArcEagerState {
 public:
  void reset(std::size_t length);

  bool is_final() const { return stack_.empty() && buffer_length() == 0; }
  std::size_t stack_depth() const { return stack_.size(); }
  std::size_t buffer_length() const { return returned_.size() + static_cast<std::size_t>(length_ - next_); }
  std::int32_t stack(std::size_t i) const { return i < stack_.size() ? stack_[stack_.size() - 1 - i] : -1; }
  std::int32_t buffer(std::size_t i) const;
  /// The nth child (from 1) to the left or right of a word, counted back from the one attached last.
  std::int32_t left(std::int32_t head, int nth) const { return nth_child(last_left_, head, nth); }
  std::int32_t right(std::int32_t head, int nth) const { return nth_child(last_right_, head, nth); }
  bool is_sent_start(std::int32_t word) const { return word >= 0 && sent_start_[static_cast<std::size_t>(word)]; }
  bool is_unshiftable(std::int32_t word) const { return word >= 0 && unshiftable_[static_cast<std::size_t>(word)]; }

  void shift();
  void reduce();
  void left_arc(std::uint16_t label);
  void right_arc(std::uint16_t label);
  void sentence_break();  ///< Before the second word of the buffer.

  std::size_t length() const { return static_cast<std::size_t>(length_); }
  std::span<const std::int32_t> heads() const { return heads_; }     ///< -1 where a word has none.
  std::span<const std::uint16_t> labels() const { return labels_; }  ///< Those of words with a head.

 private:
  std::int32_t nth_child(const std::vector<std::int32_t>& last, std::int32_t head, int nth) const;
  void push();
  void add_arc(std::int32_t head, std::int32_t child, std::uint16_t label);
  void delete_arc(std::int32_t child);

  std::int32_t length_ = 0, next_ = 0;
  std::vector<std::int32_t> stack_, returned_;
  std::vector<std::int32_t> heads_, last_left_, last_right_, previous_;  // previous_: the sibling attached before, on the same side
  std::vector<std::uint16_t> labels_;
  std::vector<char> unshiftable_, sent_start_;
};

/// spaCy's arc-eager transition system.
class ArcEager {
 public:
  using State = ArcEagerState;
  enum Kind { kShift, kReduce, kLeft, kRight, kBreak, kKinds };

  /// @param labels gets the moves' labels appended; states know them by their index. @param scores_size at least moves.size().
  ArcEager(const std::vector<Move>& moves, std::size_t scores_size, std::vector<std::string>& labels);

  /// The words that a state is seen through: 8, or 13 with extra_state_tokens.
  static void context(const State& state, std::span<std::int32_t> words);
  /// To be added to the scores: 0 for the moves that are valid, else minus infinity. At least one move is valid unless the state is final.
  const float* mask(const State& state) const;
  void apply(State& state, std::size_t move) const;

 private:
  static unsigned valid_kinds(const State& state);

  std::vector<Kind> kinds_;
  std::vector<std::uint16_t> labels_;
  std::size_t scores_size_;
  std::vector<float> masks_;  // by set of valid kinds
};

}  // namespace entente::nlp
