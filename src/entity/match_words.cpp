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

bool is_player(std::string_view title) {
  constexpr std::array<std::string_view, 53> kPlayers{"all-rounder", "batsman", "bowler", "center back", "centre back", "centre forward",
      "centre-back", "centre-forward", "centre-half", "cornerback", "cricketer", "defenceman", "defender", "defenseman", "fast bowler",
      "flanker", "fly half", "fly-half", "footballer", "forward", "full back", "full-back", "fullback", "goalkeeper", "goaltender",
      "left back", "left-back", "leg-spinner", "linebacker", "midfielder", "number eight", "off-spinner", "opener", "opening batsman", "pace bowler", "pitcher",
      "player", "playmaker", "point guard", "quarterback", "right back", "right-back", "running back", "scrum half", "scrum-half",
      "seamer", "spinner", "striker", "wicket-keeper", "wicketkeeper", "wide receiver", "wing-back", "winger"};
  return std::binary_search(kPlayers.begin(), kPlayers.end(), title);
}

bool named_before(const Analysis& a, std::uint32_t i, std::uint32_t e) {
  if (i == 0 || a.name_at[i - 1] < 0) return false;
  const Name& n = a.names[static_cast<std::size_t>(a.name_at[i - 1])];
  if (n.entity != e || n.form == none) return false;
  const Sense sense = a.gazetteer.form(n.form).sense;
  return sense == Sense::country || sense == Sense::region;
}

void take_for_clubs(Analysis& a, const std::vector<std::uint32_t>& bodies) {
  for (const std::uint32_t b : bodies)
    if (a.drafts[b].type == Type::place) a.drafts[b].type = Type::organization, a.drafts[b].cls = "sport";
}

}  // namespace entente::entity
