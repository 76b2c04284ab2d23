#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// Phrases that are looked up by their first character, so that a list may be long. All ASCII-initial, none empty.
template <std::size_t N>
class PhraseList {
 public:
  consteval explicit PhraseList(std::array<std::string_view, N> phrases) : phrases_(phrases) {
    std::ranges::sort(phrases_);
    for (std::size_t c = 0; c < first_.size(); ++c) {
      std::size_t i = 0;
      while (i < N && static_cast<unsigned char>(phrases_[i][0]) < c) ++i;
      first_[c] = static_cast<std::uint16_t>(i);
    }
  }

  /// `text` is one of the phrases.
  bool has(std::string_view text) const {
    return std::ranges::find(starting_as(text), text) != starting_as(text).end();
  }

  /// `text` begins with one of the phrases; one that ends in a letter must end a word there.
  bool begins(std::string_view text) const {
    return std::ranges::any_of(starting_as(text), [&](std::string_view phrase) {
      return text.starts_with(phrase) &&
             (text.size() == phrase.size() || !is_letter(phrase.back()) || !is_letter(text[phrase.size()]));
    });
  }

  /// One of the phrases stands in `text`, at the beginning of a word where it begins with a letter.
  bool occurs_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (at > 0 && is_letter(text[at - 1]) && is_letter(text[at])) continue;
      for (const std::string_view phrase : starting_as(text.substr(at)))
        if (text.substr(at).starts_with(phrase)) return true;
    }
    return false;
  }

 private:
  static constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  std::span<const std::string_view> starting_as(std::string_view text) const {
    if (text.empty() || static_cast<unsigned char>(text[0]) >= 128) return {};
    const auto c = static_cast<unsigned char>(text[0]);
    return std::span(phrases_).subspan(first_[c], first_[c + 1u] - first_[c]);
  }

  std::array<std::string_view, N> phrases_;
  std::array<std::uint16_t, 129> first_{};  ///< Where the phrases that begin with a character begin.
};

/// phrase_list({"a", "b"}).
template <std::size_t N>
consteval PhraseList<N> phrase_list(const std::string_view (&phrases)[N]) {
  return PhraseList<N>(std::to_array(phrases));
}

}  // namespace entente
