#include <algorithm>
#include <set>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"

/// Which states a story is about, and whose a bare "the government" or "President X" is.
namespace entente::entity {
namespace {

constexpr double kBody = 0.8;     // of the weight of a state's own name
constexpr double kPerson = 0.3;   // a person of the state, in the same paragraph
constexpr double kHeading = 0.8;  // as much as being named a sentence before

bool of_country(Sense s) { return s <= Sense::seat; }

/// Countries of the listed names in a text that is not parsed: where it was filed, and by whom.
void read_dateline(const Gazetteer& g, std::string_view text, std::set<std::uint32_t>& places, std::set<std::uint32_t>& media) {
  const std::string folded = fold(text);
  const PhraseIndex* const indexes[] = {&g.names(), &g.capitals()};
  for (std::size_t begin = 0; begin < folded.size(); ++begin) {
    if (begin > 0 && std::isalnum(static_cast<unsigned char>(folded[begin - 1]))) continue;
    for (const PhraseIndex* index : indexes) {
      PhraseIndex::Cursor cursor(*index);
      std::uint32_t found = PhraseIndex::none;
      for (std::size_t end = begin; end < folded.size() && cursor.extend(std::string_view(folded).substr(end, 1)); ++end)
        if (end + 1 == folded.size() || !std::isalnum(static_cast<unsigned char>(folded[end + 1])))
          if (const auto id = cursor.exact(); id != PhraseIndex::none) found = id;
      if (found == PhraseIndex::none) continue;
      const auto [first, last] = index->values(found);
      for (auto v = first; v != last; ++v) {
        const Form& f = g.form(*v);
        if (of_country(f.sense) || f.sense == Sense::city) places.insert(f.index);
        if (f.sense != Sense::organization || g.organizations()[f.index].cls != "medium") continue;
        if (const auto c = g.country_by_code(g.organizations()[f.index].country)) media.insert(*c);
      }
    }
  }
}

/// A dateline whose place and agency are of one state is that state's own news.
void find_home(Analysis& a) {
  std::set<std::uint32_t> places, media;
  for (const Block& b : a.article.blocks)
    if (b.kind == BlockKind::dateline) read_dateline(a.gazetteer, std::string_view(a.article.text).substr(b.begin, b.end - b.begin), places, media);
  if (!a.article.source.empty()) read_dateline(a.gazetteer, a.article.source, media, media);
  for (const std::uint32_t c : places) {
    if (media.contains(c)) a.home_country = c;
    a.filed_from.push_back(c);
  }
}

bool governs(std::string_view noun) {
  return noun == "government" || noun == "cabinet" || noun == "parliament" || noun == "president" || noun == "administration" || noun == "authorities" || noun == "junta";
}

// Is the token quoted, and `from` not in the same quotation? Who speaks of a state is mostly not of it.
bool quoted_apart(const Analysis& a, std::uint32_t token, std::uint32_t from) {
  const auto after = std::upper_bound(a.quotations.begin(), a.quotations.end(), token, [](std::uint32_t i, const Quotation& q) { return i < q.begin; });
  if (after == a.quotations.begin()) return false;
  const Quotation& q = *(after - 1);
  return token < q.end && !(q.begin <= from && from < q.end);
}

}  // namespace

void weigh_countries(Analysis& a) {
  find_home(a);
  const Text& t = a.text;
  for (const Name& name : a.names) {
    if (name.listed < 0) continue;
    std::set<std::uint32_t> seen;
    for (const Form& f : a.readings(a.listed[static_cast<std::size_t>(name.listed)]))
      if (of_country(f.sense) && seen.insert(f.index).second) {
        const bool acts = t.dep(t.span_head(name.begin, name.end)) == "nsubj";
        const bool adjective = f.sense == Sense::country_adjective || f.sense == Sense::country_demonym;
        const double w = (t.headline(name.begin) ? 3.0 : t.paragraph(name.begin) <= 1 ? 2.0 : 1.0) * (f.also & also_region ? 0.6 : 1.0) * (adjective ? 0.6 : acts ? 1.5 : 1.0);
        a.country_weight[f.index] += w;
        a.countries_total += w;
      }
  }
  double best = 0;
  for (const auto& [country, weight] : a.country_weight)
    if (const double w = weight + (country == a.home_country ? a.countries_total / 2 : 0); w > best) {
      best = w;
      a.story_country = country;
    }
  if (best * 4 < a.countries_total) a.story_country = none;
}

// Bodies named tell of their states too: "the Central Bank of Nigeria".
void weigh_bodies(Analysis& a) {
  for (const Name& name : a.names) {
    if (name.entity == none || name.type != Type::organization) continue;
    const Draft& d = a.drafts[name.entity];
    if (d.cls == "medium") continue;
    const auto country = a.gazetteer.country_by_code(d.country);
    if (!country) continue;
    a.country_weight[*country] += kBody;
    a.countries_total += kBody;
  }
}

// Likeliest is the state named nearest before in the sentence, then one whose place stands in it, one of the paragraph, that of the story.
std::uint32_t Analysis::country_at(std::uint32_t token, const std::vector<std::uint32_t>& excluded) const {
  std::map<std::uint32_t, double> score;
  for (const auto& [country, weight] : country_weight) score[country] = 2 * weight / countries_total;
  if (home_country != none) score[home_country] += 1.0;
  // Where the news was filed from, if it speaks of that state much.
  for (const std::uint32_t c : filed_from)
    if (const auto it = country_weight.find(c); it != country_weight.end() && it->second * 5 > countries_total) score[c] += 0.2;
  const auto here = std::upper_bound(names.begin(), names.end(), token, [](std::uint32_t i, const Name& n) { return i < n.begin; });
  const auto country_of = [&](const Name& n) {
    if (n.entity == none) return none;
    const auto c = gazetteer.country_by_code(drafts[n.entity].country);
    return c && n.type != Type::person ? *c : none;
  };
  // Persons of a state, told of in the same paragraph, tell of it too.
  const auto person_state = [&](const Name& n) {
    if (n.entity == none || n.type != Type::person) return none;
    const auto c = gazetteer.country_by_code(drafts[n.entity].country);
    return c && country_weight.contains(*c) ? *c : none;
  };
  std::set<std::uint32_t> given, persons;
  bool nearest = true;
  int looked_at = 0;
  for (auto it = here; it != names.begin() && ++looked_at < 40;) {
    --it;
    const std::uint32_t c = country_of(*it);
    if (const std::uint32_t own = person_state(*it); own != none && text.paragraph(it->begin) == text.paragraph(token) && it->end < token && persons.insert(own).second)
      score[own] += kPerson;
    if (text.paragraph(it->begin) != text.paragraph(token)) {
      // Under a heading of its own: "Morocco: teachers call off strike".
      if (!text.headline(it->begin) || text.headline(token) || text.paragraph(it->begin) + 1 != text.paragraph(token) || text.paragraph(token) < 2) break;
      if (c != none && given.insert(c).second) score[c] += kHeading;
      continue;
    }
    if (c == none || quoted_apart(*this, it->begin, token) || !given.insert(c).second) continue;
    const bool same_sentence = text.sentence(it->begin) == text.sentence(token);
    if (it->type == Type::country) {
      // A mere adjective ("Afghan refugees") says less than the state's name.
      // So does one that only says whose a company or the like is ("Russia's Rosatom"); but "the Czech government" that acts is the state.
      const bool of_nationality = it->form != none && (gazetteer.form(it->form).sense == Sense::country_adjective || gazetteer.form(it->form).sense == Sense::country_demonym);
      const bool owns_name = it->end + 1 < text.size() && text.possessive(it->end) && name_at[it->end + 1] >= 0;
      const std::uint32_t noun = text.head(it->end - 1);
      const bool acts = of_nationality && noun < token && noun >= it->end && text.dep(noun) == "nsubj" && governs(text.lower(noun));
      const bool adjective = (of_nationality && !acts) || owns_name;
      score[c] += (adjective ? 0.4 : 1.0) * (same_sentence ? (nearest ? 1.5 : 0.4) : nearest ? 0.5 : 0.2);
      nearest = nearest && adjective;
    } else {
      score[c] += same_sentence ? 0.6 : 0.2;
    }
  }
  // "in the Chadian capital"
  const auto is_seat = [&](const Name& n) { return n.type == Type::country && n.end < text.size() && (text.lower(n.end) == "capital" || text.lower(n.end) == "city"); };
  looked_at = 0;
  for (auto it = here; it != names.end() && text.sentence(it->begin) == text.sentence(token) && ++looked_at < 12; ++it)
    if (const std::uint32_t c = country_of(*it); c != none && (it->type == Type::place || is_seat(*it)) && given.insert(c).second) score[c] += 0.6;
  std::uint32_t best = none;
  double best_score = 0.45;
  for (const auto& [country, s] : score)
    if (s > best_score && std::find(excluded.begin(), excluded.end(), country) == excluded.end()) {
      best = country;
      best_score = s;
    }
  return best;
}

}  // namespace entente::entity
