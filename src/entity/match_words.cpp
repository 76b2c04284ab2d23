#include "entity/match_words.hpp"

#include <algorithm>
#include <array>

namespace entente::entity {

bool is_side(std::string_view word) {
  constexpr std::array<std::string_view, 15> kSides{"champions", "holders", "hosts", "visitors", "strugglers", "newcomers", "minnows", "runners-up", "finalists",
                                                    "semi-finalists", "quarter-finalists", "titleholders", "underdogs", "debutants", "co-hosts"};
  return std::find(kSides.begin(), kSides.end(), word) != kSides.end();
}

bool is_score(const Text& t, std::uint32_t k) {
  const auto digits = [](std::string_view s) { return !s.empty() && s.size() <= 3 && s.find_first_not_of("0123456789") == std::string_view::npos; };
  if (digits(t.form(k))) return (t.hyphen(k + 1) || t.form(k + 1) == "\u2013") && t.joined(k) && digits(t.form(k + 2));
  const std::string_view form = t.form(k);
  const std::size_t dash = form.find('-');
  return dash != std::string_view::npos && digits(form.substr(0, dash)) && digits(form.substr(dash + 1));
}

}  // namespace entente::entity
