#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace entente {

/// Remembers which documents have been seen: their identifiers and texts as hashes. An endless stream must not fill the
/// memory, so only the last half million documents at least, and a million at most, are remembered.
class Duplicates {
 public:
  enum class Answer { fresh, same, different };

  explicit Duplicates(std::size_t generation = std::size_t{1} << 19) : generation_(generation) {}

  /// Whether a document of this identifier was seen, and with the same text or with another. The first one counts.
  Answer see(std::string_view id, std::uint64_t text_hash);

 private:
  std::size_t generation_;
  std::unordered_map<std::uint64_t, std::uint64_t> recent_, older_;
};

}  // namespace entente
