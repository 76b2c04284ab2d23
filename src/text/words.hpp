#pragma once
#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace entente {

/// Is the word one of those in the list (any container of strings, in any order)?
template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The same of words written out at the call.
inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace entente
