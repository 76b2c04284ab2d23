#include <algorithm>
#include <array>

#include "entity/analysis.hpp"

namespace entente::entity {
namespace {

// Whether what is listed may be no party, or the text names its state anywhere: "Labour Minister X" of another is none of the party's.
bool is_at_home(const Analysis& a, const Listed& party) {
  for (const Form& p : a.readings(party)) {
    if (p.sense != Sense::organization) return true;
    const std::string& country = a.gazetteer.organizations()[p.index].country;
    if (country.empty() || a.gazetteer.organizations()[p.index].cls != "party") return true;
    for (const Listed& listed : a.listed)
      for (const Form& state : a.readings(listed))
        if (state.sense <= Sense::country_demonym && a.gazetteer.countries()[state.index].code == country) return true;
  }
  return false;
}

// "Serbian Labour Minister": a portfolio, where the state named before it is not the party's.
bool is_portfolio(const Analysis& a, std::uint32_t begin) {
  if (!a.gazetteer.cue(Gazetteer::Cue::portfolio, a.text.lower(begin))) return false;
  if (!is_at_home(a, a.listed[static_cast<std::size_t>(a.listed_at[begin])])) return true;
  if (begin < 1) return false;
  const std::uint32_t before = a.text.possessive(begin - 1) && begin > 1 ? begin - 2 : begin - 1;
  if (a.listed_at[before] < 0) return false;
  bool foreign = false;
  for (const Form& party : a.readings(a.listed[static_cast<std::size_t>(a.listed_at[begin])]))
    for (const Form& state : a.readings(a.listed[static_cast<std::size_t>(a.listed_at[before])])) {
      if (party.sense != Sense::organization || state.sense > Sense::country_demonym) continue;
      if (a.gazetteer.organizations()[party.index].country == a.gazetteer.countries()[state.index].code) return false;
      foreign = true;
    }
  return foreign;
}

// "NATO chief", "Supreme Court judge": where the title begins with a name of its own, the rest is the title and the name its body.
std::uint32_t past_listed(const Analysis& a, std::uint32_t begin, std::uint32_t end) {
  // "foreign ministry spokesman": the ministry is named by its own.
  for (std::uint32_t i = begin; i + 1 < end; ++i)
    if (a.text.lower(i) == "ministry" || (a.text.lower(i) == "court" && a.text.cap(i) && i > begin)) return i + 1;
  const std::int32_t l = a.listed_at[begin];
  if (l < 0 || is_portfolio(a, begin)) return begin;
  const std::uint32_t listed_end = a.listed[static_cast<std::size_t>(l)].end;
  return listed_end < end ? listed_end : begin;
}

// "secretary of state": the noun before "of". "secretary-general", "attorney general": the noun, where the parser takes the last word for an
// adjective.
std::uint32_t head_of(const Text& t, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin + 1; i < end; ++i)
    if (t.tag(i) == "IN") return i - 1;
  const std::uint32_t above = t.head(end - 1);
  if (end - begin > 1 && (t.pos(end - 1) == "ADJ" || (above >= begin && above + 1 < end))) return t.span_head(begin, end);
  return end - 1;
}

bool usable(const Analysis& a, const TitleHit& hit) {
  const Text& t = a.text;
  const std::string_view tag = t.tag(hit.head);
  // Words that are verbs here: "to judge", "heads", "chairs".
  // "Penarol captain Ana Ruiz was sent off": between two names it is none.
  const bool between_names = (tag == "VBP" || tag == "VB") && hit.begin > 0 && hit.end < t.size() && t.cap(hit.begin - 1) && !t.cap(hit.begin) && t.cap(hit.end);
  if ((tag.starts_with("VB") && !between_names) || tag == "MD" || tag == "RB") return false;
  // "10:42 p.m.": no prime minister.
  if (hit.begin > 0 && t.pos(hit.begin - 1) == "NUM" && t.lower(hit.begin) == "p.m.") return false;
  // A family name of Korea; the abbreviation of a minister has its stop.
  if (t.lower(hit.begin) == "min") return false;
  // "its Pittsburgh head office".
  if (t.lower(hit.head) == "head" && hit.end < t.size() && (t.lower(hit.end) == "office" || t.lower(hit.end) == "offices" || t.lower(hit.end) == "quarters")) return false;
  if (hit.end - hit.begin == 1 && t.pos(hit.head) == "ADJ" && !t.cap(hit.head)) return false;
  // "the Prosecutor General's Office": part of its name.
  if (hit.end + 1 < t.size() && t.possessive(hit.end) && t.lower(hit.end + 1) == "office" && t.cap(hit.end + 1) && t.cap(hit.head)) return false;
  // "Commission of Jurists", "Committee to Protect Journalists": the end of a name.
  if (hit.plural && t.cap(hit.head) && hit.begin > 1 && t.cap(hit.begin - 2) && t.tag(hit.begin - 1) == "IN" && t.casing(hit.begin) == Casing::sentence) return false;
  // "General Motors", "General Assembly": part of a longer listed name.
  for (std::uint32_t i = hit.begin; i < hit.end; ++i)
    if (const std::int32_t l = a.listed_at[i]; l >= 0) {
      const Listed& listed = a.listed[static_cast<std::size_t>(l)];
      if (listed.begin < hit.begin || listed.end > hit.end) return false;
    }
  return true;
}

// "the top Russian diplomat": a description with a nationality inside. Returns the title it stands for.
std::uint32_t split_description(const Analysis& a, std::uint32_t last) {
  if (last == 0 || a.listed_at[last - 1] < 0) return none;
  const Listed& inside = a.listed[static_cast<std::size_t>(a.listed_at[last - 1])];
  if (inside.end != last || inside.begin == 0) return none;
  std::string phrase(a.text.lower(inside.begin - 1));
  phrase.append(" ").append(a.text.lower(last));
  const std::uint32_t id = a.gazetteer.descriptions().find(phrase);
  return id == PhraseIndex::none ? none : *a.gazetteer.descriptions().values(id).first;
}

// "head of the government [delegation]".
bool modifies_next(const Text& t, std::uint32_t last) {
  return last + 1 < t.size() && t.dep(last) == "compound" && t.head(last) == last + 1 && t.tag(last + 1) == "NN" && !t.cap(last + 1);
}

// "head of Russian diplomacy": "head of diplomacy" with a nationality inside.
std::uint32_t split_of(const Analysis& a, std::uint32_t begin, std::uint32_t end) {
  const Text& t = a.text;
  if (end + 2 >= t.size() || t.lower(end) != "of" || a.listed_at[end + 1] < 0) return none;
  const std::uint32_t noun = a.listed[static_cast<std::size_t>(a.listed_at[end + 1])].end;
  if (noun >= t.sentence_end(begin)) return none;
  std::string phrase(t.lower(begin));
  phrase.append(" of ").append(t.lower(noun));
  const std::uint32_t id = end - begin == 1 ? a.gazetteer.descriptions().find(phrase) : PhraseIndex::none;
  return id == PhraseIndex::none ? none : *a.gazetteer.descriptions().values(id).first;
}

bool is_portfolio_word(const Analysis& a, std::uint32_t i) {
  constexpr std::array<std::string_view, 24> more{"arts",       "care",     "children", "construction", "ecology",  "electricity", "equality", "gas",      "heritage", "hydrocarbons", "innovation", "lands",
                                                  "minerals", "mining",   "oil",      "pensions",     "power",    "railways",    "reform",   "roads",    "skills",   "sustainable",  "training",   "transition"};
  const std::string_view lower = a.text.lower(i);
  return a.gazetteer.cue(Gazetteer::Cue::portfolio, lower) || std::binary_search(more.begin(), more.end(), lower);
}

// "Minister [of Industry and Trade] Ana Ruiz", "minister for agriculture [and rural development]": the end of what he is minister of.
std::uint32_t past_portfolio(const Analysis& a, std::uint32_t begin, std::uint32_t end) {
  const Text& t = a.text;
  const std::uint32_t limit = t.sentence_end(begin);
  bool minister = false, of = false;
  for (std::uint32_t i = begin; i < end; ++i) {
    minister |= t.lower(i) == "minister" || t.lower(i) == "secretary" || t.lower(i) == "ministers" || t.lower(i) == "commissioner";
    of |= t.lower(i) == "of" || t.lower(i) == "for";
  }
  if (!minister) return end;
  const bool capital = t.cap(end - 1);
  const auto words = [&](std::uint32_t from) {  // the end of the portfolio that begins there
    std::uint32_t i = from < limit && t.lower(from) == "the" ? from + 1 : from;
    const std::uint32_t first = i;
    while (i < limit && i - first < 4 && is_portfolio_word(a, i) && t.cap(i) == capital) ++i;
    return i == first ? from : i;
  };
  std::uint32_t at = end;
  if (!of) {
    if (at + 1 >= limit || (t.lower(at) != "of" && t.lower(at) != "for")) return end;
    at = words(at + 1);
    if (at == end + 1) return end;
  }
  for (int parts = 0; parts < 4 && at + 1 < limit; ++parts) {
    std::uint32_t next = at;
    if (t.form(next) == ",") ++next;
    if (next < limit && (t.lower(next) == "and" || t.form(next) == "&")) ++next;
    if (next == at) break;
    const std::uint32_t behind = words(next);
    if (behind == next) break;
    // "the minister of trade, energy prices and": a comma needs an "and" to follow
    if (t.form(next - 1) == "," && (behind >= limit || (t.lower(behind) != "and" && t.form(behind) != "," && t.form(behind) != "&"))) break;
    at = behind;
  }
  return at;
}

// "[Health] Cabinet Secretary Ana Ruiz": what he is secretary of stands before it.
std::uint32_t from_portfolio(const Analysis& a, std::uint32_t begin, std::uint32_t end) {
  const Text& t = a.text;
  if (!t.cap(begin) || end - begin < 2 || t.lower(end - 1) != "secretary") return begin;
  const std::uint32_t from = t.sentence_begin(begin);
  std::uint32_t i = begin;
  while (i > from && begin - i < 4 && t.cap(i - 1) && is_portfolio_word(a, i - 1) && a.listed_at[i - 1] < 0 && a.title_at[i - 1] < 0) {
    --i;
    if (i > from + 1 && t.lower(i - 1) == "and" && is_portfolio_word(a, i - 2) && t.cap(i - 2)) --i;
  }
  return i;
}

// "chief [ethics and compliance] officer": the end of the phrase; 0 where it is none.
std::uint32_t past_officer(const Analysis& a, std::uint32_t begin) {
  const Text& t = a.text;
  if (t.lower(begin) != "chief") return 0;
  for (std::uint32_t i = begin + 1; i < std::min(begin + 6, t.sentence_end(begin)); ++i) {
    if (t.lower(i) == "officer") return i > begin + 1 ? i + 1 : 0;
    const std::string_view pos = t.pos(i);
    if (pos != "NOUN" && pos != "ADJ" && pos != "PROPN" && t.lower(i) != "and" && t.form(i) != "&") return 0;
  }
  return 0;
}

}  // namespace

void find_titles(Analysis& a) {
  const Text& t = a.text;
  const Gazetteer& g = a.gazetteer;
  const std::uint32_t officer_title = g.titles_index().find("chief operating officer");
  a.title_at.assign(t.size(), -1);
  for (std::uint32_t i = 0; i < t.size();) {
    if (t.punctuation(i) || t.space(i)) {
      ++i;
      continue;
    }
    const std::uint32_t limit = t.sentence_end(i);
    Text::Found found = t.longest(g.titles_index(), i, limit, true);
    const Text::Found described = t.longest(g.descriptions(), i, limit, true);
    TitleHit hit{.begin = i};
    if (const std::uint32_t title = split_description(a, i); title != none) {
      hit.end = i + 1;
      hit.title = title;
      hit.description = true;
    } else if (described.id != PhraseIndex::none && described.end > found.end && !modifies_next(t, described.end - 1)) {
      hit.end = described.end;
      hit.title = *g.descriptions().values(described.id).first;
      hit.description = true;
    } else if (const std::uint32_t officer = past_officer(a, i); officer > found.end && officer_title != PhraseIndex::none) {
      hit.end = officer;
      hit.title = *g.titles_index().values(officer_title).first / 2;
    } else if (found.id != PhraseIndex::none) {
      // "Reserve [Bank] governor": the end of a name.
      if (t.cap(i) && !t.initial(i) && !t.cap(found.end - 1) && !g.head_class(t.lower(i)).empty()) {
        ++i;
        continue;
      }
      if (const std::uint32_t past = past_listed(a, i, found.end); past > i) {
        i = past;
        continue;
      }
      hit.end = found.end;
      if (const std::int32_t l = a.listed_at[i]; l >= 0 && a.listed[static_cast<std::size_t>(l)].end < hit.end && is_portfolio(a, i)) a.listed_at[i] = -1;
      const std::uint32_t value = *g.titles_index().values(found.id).first;
      hit.title = value / 2;
      hit.plural = value % 2 != 0;
      if (const std::uint32_t described_title = split_of(a, i, hit.end); described_title != none) {
        hit.title = described_title;
        hit.description = true;
      } else {
        hit.end = past_portfolio(a, i, hit.end);
      }
    } else {
      ++i;
      continue;
    }
    hit.begin = from_portfolio(a, hit.begin, hit.end);
    hit.head = head_of(t, hit.begin, hit.end);
    hit.capital = t.cap(hit.head);
    if (!usable(a, hit)) {
      ++i;
      continue;
    }
    for (std::uint32_t k = hit.begin; k < hit.end; ++k) a.title_at[k] = static_cast<std::int32_t>(a.titles.size());
    a.titles.push_back(hit);
    i = hit.end;
  }
}

}  // namespace entente::entity
