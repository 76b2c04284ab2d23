#pragma once
#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace entente::nlp {

/// Copies of strings at stable addresses, packed in large chunks.
class TextArena {
 public:
  std::string_view store(std::string_view text) {
    constexpr std::size_t chunk = 1 << 16;
    if (text.empty()) return {};
    if (text.size() > left_) {
      left_ = std::max(chunk, text.size());
      chunks_.push_back(std::make_unique<char[]>(left_));
      next_ = chunks_.back().get();
    }
    char* const at = next_;
    std::memcpy(at, text.data(), text.size());
    next_ += text.size();
    left_ -= text.size();
    return {at, text.size()};
  }

  void clear() {
    chunks_.clear();
    left_ = 0;
  }

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace entente::nlp
