#pragma once
#include <string>
#include <string_view>

#include "entente/view.hpp"

namespace entente::network {

template <typename Strings>
std::string join(const Strings& strings, std::string_view separator) {
  std::string out;
  for (const auto& s : strings) out.append(out.empty() ? "" : separator).append(s);
  return out;
}

/// What a filter keeps, in words: "class cooperation; since 2020".
std::string describe(const Network& network, const Filter& filter);

}  // namespace entente::network
