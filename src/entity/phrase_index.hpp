#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::entity {

/// Phrases in order of their bytes, walked piece by piece: a compact stand-in for a trie. Immutable after `finish`.
/// A step costs a binary search over the phrases that share the prefix read so far, and one over those that go on so.
class PhraseIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  /// Adds `phrase` with a value; one phrase may have several values.
  void add(std::string phrase, std::uint32_t value) { added_.emplace_back(std::move(phrase), value); }
  /// Sorts; nothing can be added afterwards.
  void finish();

  /// Values of a phrase given whole, in the order in which they were added.
  std::pair<const std::uint32_t*, const std::uint32_t*> values(std::uint32_t id) const {
    return {values_.data() + first_value_[id], values_.data() + first_value_[id + 1]};
  }
  std::size_t size() const { return phrases_.size(); }
  std::string_view phrase(std::uint32_t id) const { return phrases_[id]; }
  /// Whether some phrase may begin with this piece: almost always false where none does, and cheap.
  bool may_begin(std::string_view piece) const {
    const std::uint32_t bit = bit_of(piece.substr(0, prefix_length));
    return (beginnings_[bit / 64] >> (bit % 64)) & 1U;
  }
  /// Identifier of a whole phrase; `none` where there is none.
  std::uint32_t find(std::string_view phrase) const;

  /// A prefix being read.
  class Cursor {
   public:
    explicit Cursor(const PhraseIndex& index) : index_(&index), end_(static_cast<std::uint32_t>(index.phrases_.size())) {}
    /// Reads on; false when no phrase begins so.
    bool extend(std::string_view piece);
    /// The phrase that is exactly what was read so far; `none` where there is none.
    std::uint32_t exact() const;

   private:
    const PhraseIndex* index_;
    std::uint32_t begin_ = 0, end_;
    std::uint32_t depth_ = 0;
  };

 private:
  static constexpr std::size_t prefix_length = 6;
  static constexpr int beginnings_bits = 19;
  /// Where the bit of a beginning of at most prefix_length bytes lies.
  static std::uint32_t bit_of(std::string_view beginning) {
    std::uint64_t word = beginning.size();
    for (const char c : beginning) word = word << 8 | static_cast<unsigned char>(c);
    return static_cast<std::uint32_t>(word * 0x9E3779B97F4A7C15 >> (64 - beginnings_bits));
  }

  std::vector<std::pair<std::string, std::uint32_t>> added_;
  std::vector<std::string> phrases_;
  std::vector<std::uint32_t> first_value_, values_;
  /// By the first two bytes of a phrase (0 after its end): where those begin that have them or greater ones.
  std::vector<std::uint32_t> first_two_ = std::vector<std::uint32_t>(65537);
  std::vector<std::uint64_t> heads_;  ///< The first eight bytes of each phrase as a number, zeros after its end: searched without reading it.
  std::vector<std::uint64_t> beginnings_ = std::vector<std::uint64_t>((std::size_t{1} << beginnings_bits) / 64);
};

}  // namespace entente::entity
