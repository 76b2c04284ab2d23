#include "entity/story_bodies.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "text/words.hpp"

namespace entente::entity {
namespace {

// The one that far outweighs all others; `none` if none does.
std::uint32_t far_ahead(const std::map<std::uint32_t, double>& weight) {
  constexpr double kEnough = 4, kTimes = 1.8;
  std::uint32_t best = none;
  double first = 0, second = 0;
  for (const auto& [draft, w] : weight) {
    if (w > first) second = first, first = w, best = draft;
    else second = std::max(second, w);
  }
  return first >= kEnough && first >= kTimes * second ? best : none;
}

// "the Cedar Bluffs City Council", "Toledo Police Department": what stands before such a noun is a city. Tokens before it; 0 where none.
std::uint32_t city_in(const Text& t, const Name& n) {
  for (std::uint32_t i = n.begin + 1; i < n.end; ++i) {
    const std::string_view word = t.lower(i), next = i + 1 < n.end ? t.lower(i + 1) : std::string_view();
    if (((word == "city" || word == "town") && (next == "council" || next == "hall" || next == "commission")) || (word == "police" && next == "department")) return i - n.begin;
  }
  return 0;
}

// The city or province that a local story is of: named most, in its headline and first lines above all.
std::uint32_t find_local_seat(Analysis& a, bool province) {
  std::map<std::uint32_t, double> weight;
  double all = 0;
  std::uint32_t unlisted_begin = none, unlisted_end = none;
  for (const Name& n : a.names) {
    const double w = a.text.headline(n.begin) ? 3.0 : a.text.paragraph(n.begin) <= 1 ? 2.0 : 1.0;
    if (n.entity == none) continue;
    const Draft& d = a.drafts[n.entity];
    const bool fits = province ? d.type == Type::region && !d.country.empty() : d.type == Type::place;
    if (fits) weight[n.entity] += w, all += w;
    if (const std::uint32_t length = n.type == Type::organization && !province ? city_in(a.text, n) : 0; length && unlisted_begin == none) {
      unlisted_begin = n.begin;
      unlisted_end = n.begin + length;
    }
  }
  std::uint32_t best = none;
  for (const auto& [draft, w] : weight)
    if (w >= 3 && w * 2 > all && (best == none || w > weight[best])) best = draft;
  if (unlisted_begin == none) return best;
  // A city council in the text says which city it is.
  const std::string name = a.text.surface(unlisted_begin, unlisted_end);
  for (std::uint32_t d = 0; d < a.drafts.size(); ++d)
    if (a.drafts[d].live && (a.drafts[d].type == Type::place || a.drafts[d].type == Type::region) && (a.drafts[d].name == name || a.drafts[d].surfaces.contains(name))) return d;
  Draft city;
  city.type = Type::place;
  city.name = name;
  city.surfaces[name] = 1;
  city.first = unlisted_begin;
  return a.add_draft(std::move(city));
}

// The organization that the text speaks of, where it is but one of its sort.
template <class Fits>
std::uint32_t only_one(const Analysis& a, Fits fits) {
  std::uint32_t found = none;
  for (const Name& n : a.names) {
    if (n.entity == none || a.drafts[n.entity].type != Type::organization || !fits(n)) continue;
    if (found != none && found != n.entity) return none;
    found = n.entity;
  }
  return found;
}

// The firm, club, school or paper that the story is of: named far more often than any other organization.
std::uint32_t find_main_firm(const Analysis& a) {
  constexpr std::array<std::string_view, 13> kOthers{"armed_group", "igo", "un", "bloc", "alliance", "ministry", "parliament", "government", "court", "treaty", "army", "police", "party"};
  std::map<std::uint32_t, double> weight;
  for (const Name& n : a.names)
    if (n.entity != none && a.drafts[n.entity].type == Type::organization) {
      const double place = a.text.headline(n.begin) ? 3.0 : a.text.paragraph(n.begin) <= 1 ? 2.0 : 1.0;
      weight[n.entity] += a.text.dep(a.text.span_head(n.begin, n.end)) == "compound" ? 0.5 * place : place;
    }
  const std::uint32_t best = far_ahead(weight);
  return best == none || is_one_of(a.drafts[best].cls, kOthers) ? none : best;
}

}  // namespace

std::uint32_t local_seat(Analysis& a, bool province) {
  auto& known = province ? a.local_province : a.local_city;
  if (!known) known = find_local_seat(a, province);
  return *known;
}

std::uint32_t only_court(const Analysis& a) {
  return only_one(a, [&](const Name& n) { return a.drafts[n.entity].cls == "court"; });
}

std::uint32_t court_before(const Analysis& a, std::uint32_t title) {
  const std::uint32_t begin = a.text.sentence_begin(title), from = begin == 0 ? 0 : a.text.sentence_begin(begin - 1);
  for (std::uint32_t i = title; i > from; --i) {
    if (a.name_at[i - 1] < 0) continue;
    const Name& n = a.names[static_cast<std::size_t>(a.name_at[i - 1])];
    if (n.entity != none && a.drafts[n.entity].type == Type::organization && a.drafts[n.entity].cls == "court") return n.entity;
  }
  return only_court(a);
}

std::uint32_t only_parliament(const Analysis& a) {
  return only_one(a, [&](const Name& n) { return a.drafts[n.entity].cls == "parliament"; });
}

std::uint32_t only_council(const Analysis& a) {
  return only_one(a, [&](const Name& n) {
    const std::string_view before = n.end - n.begin > 2 ? a.text.lower(n.end - 2) : std::string_view();
    return n.end - n.begin > 1 && a.text.lower(n.end - 1) == "council" && a.text.lower(n.begin) != "national" && before != "security" && before != "european";
  });
}

std::uint32_t only_chamber(const Analysis& a, std::string_view title, std::uint32_t holder) {
  const bool senator = title.ends_with("senator");
  constexpr std::array<std::string_view, 7> kMembers{"congressman", "congresswoman", "lawmaker", "legislator", "member of parliament", "mp", "representative"};
  if (!senator && !is_one_of(title, kMembers)) return none;
  const std::string& country = a.drafts[holder].country;
  return only_one(a, [&](const Name& n) {
    const Draft& d = a.drafts[n.entity];
    const bool listed = n.form != none;  // the state of others is but guessed
    if (d.cls != "parliament" || (listed && !country.empty() && !d.country.empty() && d.country != country)) return false;
    bool senate = false;
    for (std::uint32_t i = n.begin; i < n.end; ++i) senate |= a.text.lower(i) == "senate";
    return senate == senator;
  });
}

std::uint32_t firm_of_story(Analysis& a) {
  if (!a.main_firm) a.main_firm = find_main_firm(a);
  return *a.main_firm;
}

std::uint32_t firm_near(const Analysis& a, std::uint32_t title) {
  constexpr std::array<std::string_view, 12> kFirms{"company", "sport", "medium", "bank", "union", "ngo", "university", "hospital", "airline", "team", "club", "fund"};
  const Text& t = a.text;
  const auto subject = [&](std::uint32_t from, std::uint32_t to) {
    std::uint32_t found = none;
    for (std::uint32_t i = from; i < to; ++i) {
      if (a.name_at[i] < 0) continue;
      const Name& n = a.names[static_cast<std::size_t>(a.name_at[i])];
      if (n.begin != i || n.entity == none || a.drafts[n.entity].type != Type::organization) continue;
      const std::string_view dep = t.dep(t.span_head(n.begin, n.end));
      if (dep != "nsubj" && dep != "nsubjpass") continue;
      if (!is_one_of(a.drafts[n.entity].cls, kFirms)) continue;
      if (found != none && found != n.entity) return none;
      found = n.entity;
    }
    return found;
  };
  const std::uint32_t begin = t.sentence_begin(title);
  if (const std::uint32_t here = subject(begin, title); here != none) return here;
  if (begin == 0 || t.paragraph(begin - 1) + 1 < t.paragraph(begin)) return none;
  return subject(t.sentence_begin(begin - 1), begin);
}

std::uint32_t team_near(const Analysis& a, std::uint32_t title) {
  const Text& t = a.text;
  const auto team = [&](const Name& n) {
    if (n.entity == none) return false;
    const Draft& d = a.drafts[n.entity];
    return (d.type == Type::organization && (d.cls == "sport" || d.cls.empty())) || d.type == Type::country || (d.type == Type::region && d.country == "GBR");
  };
  const std::uint32_t begin = t.sentence_begin(title), before = begin == 0 ? 0 : t.sentence_begin(begin - 1);
  for (const auto& [from, to] : {std::pair{begin, title}, std::pair{before, begin}})
    for (std::uint32_t i = from; i < to; ++i) {
      if (a.name_at[i] < 0) continue;
      const Name& n = a.names[static_cast<std::size_t>(a.name_at[i])];
      const std::string_view dep = t.dep(t.span_head(n.begin, n.end));
      if (n.begin == i && team(n) && (dep == "nsubj" || dep == "nsubjpass")) return n.entity;
    }
  std::map<std::uint32_t, double> weight;
  for (const Name& n : a.names)
    if (team(n)) weight[n.entity] += t.headline(n.begin) ? 3.0 : 1.0;
  return far_ahead(weight);
}

}  // namespace entente::entity
