#include <algorithm>
#include <array>

#include "entity/name_finder.hpp"
#include "entity/name_hints.hpp"

/// Organizations recognised by the nouns that their names are built with: "Brazilian Congress", "Ministry of Foreign Affairs",
/// "Joint Council for the Welfare of Immigrants", "Korea Hydro & Nuclear Power Co.".
namespace entente::entity {
namespace {

// Plurals that stand with an apostrophe inside names: "Women's", "People's", "Workers'".
bool possessive_part(std::string_view lower) {
  constexpr std::array<std::string_view, 104> words{
      "actors", "artists", "athletes", "authors", "bakers", "bankers", "bishops", "borrowers", "boys", "brewers", "builders", "butchers", "carers", "children", "citizens",
      "clerics", "coaches", "commuters", "composers", "consumers", "customers", "cyclists", "dentists", "depositors", "directors", "dockers", "doctors", "drivers", "editors",
      "electricians", "employees", "employers", "engineers", "exporters", "families", "farmers", "fathers", "filmmakers", "firefighters", "fishermen", "girls", "growers",
      "heroes", "herders", "importers", "industrialists", "investors", "journalists", "judges", "ladies", "landlords", "landowners", "lawyers", "librarians", "magistrates",
      "manufacturers", "mayors", "members", "men", "merchants", "migrants", "miners", "mothers", "musicians", "nurses", "officers", "owners", "parents", "passengers",
      "patients", "peasants", "pensioners", "people", "peoples", "pharmacists", "physicians", "pilots", "planters", "players", "prisoners", "producers", "prosecutors",
      "publishers", "railwaymen", "ratepayers", "refugees", "residents", "retailers", "sailors", "scientists", "seafarers", "shopkeepers", "soldiers", "students", "teachers",
      "taxpayers", "tenants", "traders", "veterans", "victims", "voters", "women", "workers", "writers"};
  return lower.ends_with("workers") || std::find(words.begin(), words.end(), lower) != words.end();
}

// Whose office is a body: "the Ombudsman's Office", "the Attorney General's Office".
bool has_an_office(std::string_view lower) {
  constexpr std::array<std::string_view, 23> words{"advocate", "attorney", "auditor", "comptroller", "commissioner", "controller", "coroner", "defender", "director", "general", "governor", "inspector",
                                                   "mayor", "minister", "ombudsman", "ombudsperson", "premier", "president", "prosecutor", "representative", "sheriff", "solicitor", "speaker"};
  return std::find(words.begin(), words.end(), lower) != words.end();
}

bool small_word(std::string_view lower) { return lower == "the" || lower == "all"; }

}  // namespace

// "Italian [Republican Party]", "[Progressive Conservative Party] of Ontario": a name that is listed for one state, with another state or a
// region around it, is the name of another organization.
bool NameFinder::branch(std::uint32_t h) const {
  const std::string_view cls = g_.head_class(t_.lower(h));
  if (cls != "party" && cls != "ngo" && cls != "parliament" && cls != "court" && cls != "union" && cls != "religious") return false;
  const Listed& l = *listed(h);
  const bool adjective = l.begin > 0 && l.begin > t_.sentence_begin(h) && nationality(l.begin - 1);
  if (adjective) return !own_state_before(l.begin);
  return h + 2 < t_.sentence_end(h) && t_.lower(h + 1) == "of" && listed(h + 2) && (has_sense(h + 2, Sense::country, Sense::country) || has_sense(h + 2, Sense::region, Sense::region));
}

// "Democracy and Socialism", "Arts and Sciences": common nouns joined inside a name.
bool NameFinder::abstract_pair(std::uint32_t before, std::uint32_t after, std::uint32_t limit) const {
  constexpr std::array<std::string_view, 16> endings{"ism", "ity", "cy", "tion", "sion", "ment", "dom", "ness", "nce", "ship", "ics", "ture", "ess", "ists", "ists", "ety"};
  const auto abstract = [&](std::uint32_t i) {
    const std::string_view lower = t_.lower(i);
    if (listed(i) || a_.title_at[i] >= 0 || label(i) == "PERSON" || lower.size() < 4) return false;
    return g_.cue(Gazetteer::Cue::portfolio, lower) || t_.tag(i) == "NNS" || t_.tag(i) == "NNPS" ||
           std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return lower.ends_with(e); });
  };
  if (!t_.cap(before) || !t_.cap(after) || !abstract(before) || !abstract(after)) return false;
  return after + 1 >= limit || !t_.cap(after + 1) || t_.punctuation(after + 1);
}

bool NameFinder::head_noun(std::uint32_t h) const {
  if (!t_.cap(h) || g_.head_class(t_.lower(h)).empty() || t_.casing(h) != Casing::sentence) return false;
  // "Algerian [Energy Minister]": the field of an office.
  if (capital_title(h) && h < a_.titles[static_cast<std::size_t>(a_.title_at[h])].head && g_.cue(Gazetteer::Cue::portfolio, t_.lower(h))) return false;
  // "Health [Cabinet Secretary]"
  if (t_.lower(h) == "cabinet" && h + 1 < t_.size() && t_.cap(h + 1) && t_.lower(h + 1).starts_with("secretar")) return false;
  if (h + 2 < t_.size() && t_.hyphen(h + 1) && t_.cap(h + 2) && !listed(h)) return false;  // "Norma Chambers-Lyn"
  const Listed* l = listed(h);
  if (!l) return true;
  if (l->end == h + 1 && branch(h)) return true;
  // "Congress", "Senate": listed for one state, but of another with its adjective.
  return l->end - l->begin == 1 && has_sense(h, Sense::organization, Sense::organization);
}

// "the [27th] Front", "the [1st] Infantry Regiment": units are told apart by their numbers.
bool NameFinder::numbered_unit(std::uint32_t i) const {
  constexpr std::array<std::string_view, 9> units{"army", "battalion", "brigade", "corps", "division", "fleet", "front", "regiment", "squadron"};
  const std::string_view lower = t_.lower(i);
  if (lower.size() < 3 || lower[0] < '0' || lower[0] > '9' || !t_.cap(i + 1) || std::find(units.begin(), units.end(), t_.lower(i + 1)) == units.end()) return false;
  return lower.ends_with("st") || lower.ends_with("nd") || lower.ends_with("rd") || lower.ends_with("th");
}

std::uint32_t NameFinder::left_edge(std::uint32_t h, std::uint32_t from) const {
  constexpr std::array<std::string_view, 8> named_after{"ngo", "university", "religious", "company", "medium", "agency", "party", "sport"};
  const std::string_view cls = g_.head_class(t_.lower(h));
  const bool after_person = std::find(named_after.begin(), named_after.end(), cls) != named_after.end();
  std::uint32_t i = h;
  bool crossed_and = false, officer = false;
  while (i > from) {
    const std::uint32_t k = i - 1;
    const std::string_view lower = t_.lower(k);
    if (t_.hyphen(k) && k > from && t_.cap(k - 1)) {
      i = k - 1;
    } else if (t_.form(k) == ")" && i == h && k > from + 3 && t_.form(k - 2) == "(" && t_.acronym(k - 1) && t_.cap(k - 3)) {
      i = k - 2;  // "the Freedom and Progress (FP) Party"
    } else if (k > from && !t_.cap(k) && name_joint(lower) && t_.cap(k - 1) && namey(k - 1) && same_span(k - 1, k)) {
      i = k - 1;  // "the Tariq ibn Ziyad Brigade"
    } else if (i == h && t_.pos(k) != "PROPN" && numbered_unit(k)) {
      i = k;
    } else if ((lower == "and" || lower == "&") && k > from && t_.cap(k - 1) &&
               (lower == "&" || (g_.cue(Gazetteer::Cue::portfolio, t_.lower(k - 1)) && !begins_listed(k - 1)))) {
      i = k - 1;
      crossed_and = true;
    } else if (lower == "," && crossed_and && k > from && t_.cap(k - 1) && g_.cue(Gazetteer::Cue::portfolio, t_.lower(k - 1))) {
      i = k - 1;
    } else if (t_.possessive(k) && k > from && t_.cap(k - 1) && possessive_part(t_.lower(k - 1))) {
      i = k - 1;
    } else if (t_.possessive(k) && k > from && i == h && (t_.lower(h) == "office" || t_.lower(h) == "department") && t_.cap(k - 1) && has_an_office(t_.lower(k - 1))) {
      i = k - 1;
      officer = true;
    } else if (officer && t_.cap(k) && !t_.initial(k) && !listed(k) && (capital_title(k) || has_an_office(t_.lower(k)) || g_.cue(Gazetteer::Cue::portfolio, t_.lower(k)))) {
      i = k;
    } else if (t_.cap(k) && namey(k) && !(capital_title(k) && lower != "general" && lower != "executive") && (label(k) != "PERSON" || after_person || same_span(k, h)) &&
               !(label(k) == "PERSON" && !after_person && !same_span(k, h))) {
      const Listed* l = listed(k);
      i = l ? std::max(l->begin, from) : k;
      // "Radio Liberty's Tatar Service": the station's.
      if (l && i > from + 1 && t_.possessive(i - 1) && listed(i - 2) && t_.lower(h) == "service" && has_sense(i - 2, Sense::organization, Sense::organization)) i = std::max(listed(i - 2)->begin, from);
      // An adjective of nationality begins a name.
      if (l && nationality(k)) break;
    } else {
      break;
    }
  }
  return i;
}

// "Union of Serbian [Teachers]", "Association of Ghana [Journalists]": whose it is, behind their nationality.
bool NameFinder::members_behind(std::uint32_t from, std::uint32_t end) const {
  return end > from && (t_.tag(end) == "NNPS" || t_.tag(end) == "NNS") && listed(end - 1) && (nationality(end - 1) || has_sense(end - 1, Sense::country, Sense::country)) && (end + 1 >= t_.size() || !t_.cap(end + 1));
}

std::uint32_t NameFinder::cap_run(std::uint32_t from, std::uint32_t limit) const {
  std::uint32_t end = from;
  while (end < limit) {
    if (t_.possessive(end)) break;
    if (listed(end) && listed(end)->begin == end) {
      end = listed(end)->end;
    } else if (t_.cap(end) && !t_.punctuation(end) && (!capital_title(end) || (end == from && g_.cue(Gazetteer::Cue::portfolio, t_.lower(end))) || members_behind(from, end))) {
      ++end;
    } else if (t_.hyphen(end) && end + 1 < limit && t_.cap(end + 1)) {
      ++end;
    } else if ((t_.lower(end) == "and" || t_.form(end) == "&" || t_.form(end) == ",") && end > from && end + 1 < limit) {
      std::uint32_t next = end + 1;
      if (t_.lower(next) == "and" && next + 1 < limit) ++next;
      const bool portfolios = g_.cue(Gazetteer::Cue::portfolio, t_.lower(end - 1)) && t_.cap(next) && !begins_listed(next) &&
                              (g_.cue(Gazetteer::Cue::portfolio, t_.lower(next)) || same_span(end - 1, next));
      const bool listing = portfolios || abstract_pair(end - 1, next, limit);
      if (!listing) break;
      end = next;
    } else {
      break;
    }
  }
  return std::min(end, limit);
}

// May the head at h take "of X", "for X" ... with X at k into the name?
bool NameFinder::complement(std::uint32_t h, std::string_view preposition, std::uint32_t k) const {
  const std::string_view cls = g_.head_class(t_.lower(h)), head = t_.lower(h);
  const bool portfolio = cls == "ministry" && g_.cue(Gazetteer::Cue::portfolio, t_.lower(k));  // "Ministry of Justice"
  if (!t_.cap(k) || t_.initial(k) || (a_.title_at[k] >= 0 && !portfolio)) return false;
  if (label(k) == "PERSON" && !listed(k)) return false;
  if (g_.cue(Gazetteer::Cue::not_name, t_.lower(k)) && !listed(k)) return false;  // "the High Court on Thursday"
  if (same_span(h, k) && preposition != "in") return true;
  if (cls == "company" || cls == "medium" || cls == "sport") return false;
  if (preposition == "of") {
    const bool state = has_sense(k, Sense::country, Sense::country);
    return !(state && (head == "cabinet" || head == "troops" || head == "forces" || head == "front"));
  }
  // "Committee on Foreign Investment in the United States", "Christian Social Union in Bavaria".
  if (preposition == "in") return head == "embassy" || head == "consulate" || ((cls == "party" || cls == "union" || cls == "parliament" || cls == "ngo") &&
                                                                                   (has_sense(k, Sense::country, Sense::country) || has_sense(k, Sense::region, Sense::region)) && t_.tag(h).starts_with("NNP"));
  if (preposition == "to") return false;
  if (preposition == "for" || preposition == "on") return cls != "army" && cls != "police" && cls != "armed_group";
  return false;
}

std::uint32_t NameFinder::right_edge(std::uint32_t h, std::uint32_t limit) const {
  std::uint32_t end = h + 1;
  // "Local 12", "Division 4", "Power Co. Ltd".
  while (end < limit && t_.cap(end) && namey(end) && !begins_listed(end) && a_.title_at[end] < 0 && same_span(h, end) &&
         !g_.head_class(t_.lower(end)).empty())
    ++end;
  // "Biotechnology Institute Project", "Power Co.".
  while (end < limit && t_.cap(end) && !listed(end) && g_.cue(Gazetteer::Cue::organization_tail, t_.lower(end))) ++end;
  for (;;) {
    if (end + 1 >= limit) return end;
    const std::string_view preposition = t_.lower(end);
    if (preposition != "of" && preposition != "for" && preposition != "on" && preposition != "in") return end;
    std::uint32_t k = end + 1;
    while (k + 1 < limit && small_word(t_.lower(k)) && !t_.cap(k)) ++k;
    if (!complement(h, preposition, k)) return end;
    const std::uint32_t next = cap_run(k, limit);
    if (next <= k) return end;
    end = next;
  }
}

// "Chinese foreign ministry", "foreign ministry": a ministry is a body of its own in small letters too.
bool NameFinder::lower_ministry(std::uint32_t h, std::uint32_t from, Pattern& pattern) const {
  if (t_.lower(h) != "ministry" || (t_.cap(h) && t_.casing(h) == Casing::sentence)) return false;
  std::uint32_t i = h;
  while (i > from && (g_.cue(Gazetteer::Cue::portfolio, t_.lower(i - 1)) ||
                      (i < h && i > from + 1 && (t_.lower(i - 1) == "and" || t_.form(i - 1) == ",") && g_.cue(Gazetteer::Cue::portfolio, t_.lower(i - 2)))))
    --i;
  if (i == h) return false;
  if (i > from && listed(i - 1) && (nationality(i - 1) || has_sense(i - 1, Sense::country, Sense::country))) i = listed(i - 1)->begin;
  pattern = {i, h + 1, h};
  return true;
}

// "the Kent Sheriff's office", "the U.S. Trade Representative's office": a body in small letters too, where a name says whose.
bool NameFinder::lower_office(std::uint32_t h, std::uint32_t from, Pattern& pattern) const {
  if (t_.cap(h) || (t_.lower(h) != "office" && t_.lower(h) != "department") || h < from + 3) return false;
  if (!t_.possessive(h - 1) || !t_.cap(h - 2) || !has_an_office(t_.lower(h - 2)) || !t_.cap(h - 3)) return false;
  const std::uint32_t begin = left_edge(h, from);
  if (begin + 2 >= h) return false;
  pattern = {begin, h + 1, h};
  return true;
}

// "Environment Canada", "Statistics Norway": a state's agency called by its task.
bool NameFinder::agency_of_state(std::uint32_t h, Pattern& pattern) const {
  if (!t_.cap(h) || h + 1 >= t_.size() || !begins_listed(h + 1) || t_.casing(h) != Casing::sentence || !is_agency_task(t_.lower(h))) return false;
  const Listed& state = *listed(h + 1);
  if (!has_sense(h + 1, Sense::country, Sense::country) || t_.casing(h + 1) != Casing::sentence || t_.dep(h) != "compound") return false;
  const bool alone = h == t_.sentence_begin(h) || !t_.cap(h - 1);
  if (!alone || (state.end < t_.size() && t_.cap(state.end))) return false;
  pattern = {h, state.end, h};
  return true;
}

// "Indonesian Navy": a nationality and the common noun, which is the state; "Royal Navy" is a name.
bool NameFinder::plain_body(const Pattern& p) const {
  const Listed* l = listed(p.begin);
  if (!l || l->end >= p.end || p.end != p.head + 1 || !nationality(p.begin)) return false;
  const BodyNoun* noun = g_.body_noun(p.end - l->end == 1 ? std::string(t_.lower(p.head)) : std::string(t_.lower(p.head - 1)) + " " + std::string(t_.lower(p.head)));
  return noun && noun->state && p.end - l->end <= 2 && (p.end - l->end == 1 || l->end + 1 == p.head);
}

void NameFinder::find_patterns(nlp::Span span) {
  for (std::uint32_t h = span.begin; h < span.end; ++h) {
    Pattern pattern;
    if (lower_ministry(h, span.begin, pattern) || lower_office(h, span.begin, pattern) || agency_of_state(h, pattern)) {
      patterns_.push_back(pattern);
      continue;
    }
    if (!head_noun(h)) continue;
    pattern = {left_edge(h, span.begin), right_edge(h, span.end), h};
    while (pattern.begin < h && (t_.lower(pattern.begin) == "the" || (t_.initial(pattern.begin) && !namey(pattern.begin)))) ++pattern.begin;
    const bool bare = pattern.begin == h && pattern.end == h + 1;
    if (bare) continue;  // "the Commission": found as a single word, and told by its context.
    if (pattern.begin == h && t_.initial(h) && !t_.tag(h).starts_with("NNP") && a_.ner_at[h] < 0) continue;
    if (plain_body(pattern)) continue;
    // "General Motors", "United States": a listed name that merely ends in such a noun is no pattern, unless something was added to it.
    const Listed* l = listed(h);
    if (l && l->begin == pattern.begin && l->end == pattern.end) continue;
    patterns_.push_back(pattern);
  }
}

}  // namespace entente::entity
