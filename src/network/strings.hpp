#pragma once
#include <cstring>
#include <memory>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente::network {

/// Owns many strings in few blocks of memory; the views it gives live as long as it does.
class Strings {
 public:
  Strings() = default;
  Strings(Strings&&) = default;
  Strings& operator=(Strings&&) = default;

  /// For strings that hardly repeat.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    if (text.size() > left_) grow(text.size());
    char* const at = next_;
    std::memcpy(at, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {at, text.size()};
  }
  /// For strings that do: equal strings share their memory.
  std::string_view intern(std::string_view text) {
    const auto found = known_.find(text);
    return found != known_.end() ? *found : *known_.insert(keep(text)).first;
  }
  /// Takes over the memory of `other`; the views it gave stay good.
  void adopt(Strings&& other) {
    for (auto& taken : other.blocks_) blocks_.push_back(std::move(taken));
    other = Strings();
  }

 private:
  void grow(std::size_t least) {
    left_ = least > block ? least : block;
    blocks_.push_back(std::make_unique<char[]>(left_));
    next_ = blocks_.back().get();
  }

  static constexpr std::size_t block = 1 << 16;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::unordered_set<std::string_view> known_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace entente::network
