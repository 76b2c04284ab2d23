#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "nlp/moves.hpp"

namespace entente::nlp {

/// The state of spaCy's entity recognizer: the next word, and the entity that is open.
class BiluoState {
 public:
  struct Entity {
    std::uint32_t begin, end;  ///< Half-open.
    std::uint16_t label;
  };

  /// @param is_space one a word; @param sent_start one a word, not 0 where a sentence begins. Both must outlive the state's use.
  void reset(std::span<const std::uint64_t> is_space, std::span<const char> sent_start);

  bool is_final() const { return next_ == length_; }
  std::size_t length() const { return length_; }
  std::size_t next() const { return next_; }
  bool is_last() const { return next_ + 1 == length_; }
  bool is_space() const { return is_space_[next_] != 0; }
  bool sentence_ends() const { return next_ + 1 < length_ && sent_start_[next_ + 1]; }
  bool is_open() const { return open_; }
  std::uint16_t label() const { return label_; }  ///< Of the open entity.
  std::size_t begin() const { return begin_; }    ///< Of the open entity.

  void open(std::uint16_t label);  ///< The next word begins an entity.
  void close();                    ///< The next word ends it.
  void advance() { ++next_; }

  std::span<const Entity> entities() const { return entities_; }

 private:
  std::span<const std::uint64_t> is_space_;
  std::span<const char> sent_start_;
  std::size_t length_ = 0, next_ = 0, begin_ = 0;
  std::uint16_t label_ = 0;
  bool open_ = false;
  std::vector<Entity> entities_;
};

/// spaCy's transition system for entities: a word Begins one, is In it, is its Last, is one by itself (Unit), or is Out of any.
class Biluo {
 public:
  using State = BiluoState;
  enum Kind { kMissing, kBegin, kIn, kLast, kUnit, kOut, kKinds };

  /// @param labels gets the moves' labels appended; states know them by their index. @param scores_size at least moves.size().
  Biluo(const std::vector<Move>& moves, std::size_t scores_size, std::vector<std::string>& labels);

  /// The words that a state is seen through: 3, or 6 with extra_state_tokens.
  static void context(const State& state, std::span<std::int32_t> words);
  /// To be added to the scores: 0 for the moves that are valid, else minus infinity. At least one move is valid.
  const float* mask(const State& state) const;
  void apply(State& state, std::size_t move) const;

 private:
  std::vector<Kind> kinds_;
  std::vector<std::uint16_t> labels_;
  std::size_t scores_size_;
  std::vector<float> outside_;  // masks by whether an entity may begin here, and whether a word may be one
  std::vector<float> inside_;   // masks by the label of the open entity, and whether it must end here
};

}  // namespace entente::nlp
