#pragma once
#include <bit>
#include <cstdint>
#include <string_view>

namespace entente::network {

/// A 64-bit hash of a sequence of values, the same on every machine.
class Hash {
 public:
  Hash& add(std::uint64_t value) {
    state_ = mix(state_ ^ mix(value + 0x9e3779b97f4a7c15U));
    return *this;
  }
  Hash& add(double value) { return add(std::bit_cast<std::uint64_t>(value)); }
  Hash& add(std::string_view text) {
    std::uint64_t h = 0xcbf29ce484222325U;  // FNV-1a
    for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return add(h).add(std::uint64_t{text.size()});
  }
  Hash& add(std::uint32_t value) { return add(std::uint64_t{value}); }
  std::uint64_t value() const { return state_; }

 private:
  /// The finalizer of splitmix64 (Steele, Lea and Flood 2014).
  static std::uint64_t mix(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31);
  }
  std::uint64_t state_ = 0;
};

}  // namespace entente::network
