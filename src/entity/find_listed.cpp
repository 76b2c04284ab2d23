#include <algorithm>
#include <array>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"

namespace entente::entity {
namespace {

bool has_reading(const Gazetteer& g, std::uint32_t phrase, auto test) {
  const auto [first, last] = g.names().values(phrase);
  for (auto v = first; v != last; ++v)
    if (test(g.form(*v))) return true;
  return false;
}

// "[Republican] Ana Ruiz": what begins there is a person's name, by the model or by its given name.
bool begins_person(const Analysis& a, std::uint32_t i, std::uint32_t limit) {
  const Text& t = a.text;
  if (i + 1 >= limit || !t.cap(i) || !t.cap(i + 1)) return false;
  return a.gazetteer.given_name(fold_lower(t.form(i))) != 0 && a.listed_at[i] < 0;
}

// "Republican senator", "Democratic presidential candidate", "a Pennsylvania Democrat": a party's adjective stands before a role or a person or
// is one.
bool party_adjective(const Analysis& a, std::uint32_t begin, std::uint32_t end) {
  const Text& t = a.text;
  if (t.casing(begin) != Casing::sentence) return false;
  const std::uint32_t limit = t.sentence_end(begin);
  for (std::uint32_t i = end; i < std::min(limit, end + 2); ++i) {
    if (t.longest(a.gazetteer.titles_index(), i, limit, true).id != PhraseIndex::none || a.gazetteer.person_noun(t.lower(i))) return true;
    if (t.pos(i) != "ADJ" && t.pos(i) != "NOUN") break;
  }
  if (begins_person(a, end, limit)) return true;
  // "Labor's Ana Ruiz", "Labor's spokesman"
  if (end + 1 < limit && t.possessive(end) && (begins_person(a, end + 1, limit) || t.longest(a.gazetteer.titles_index(), end + 1, limit, true).id != PhraseIndex::none)) return true;
  const std::string_view dep = t.dep(end - 1);
  return begin > t.sentence_begin(begin) && t.tag(end - 1).starts_with("NN") && (dep == "appos" || dep == "attr") &&
         (t.pos(begin - 1) == "DET" || t.pos(begin - 1) == "ADJ" || t.cap(begin - 1));
}

// "[Labour] MP", "[Slovak] PM", "a [Republican],", "X ([Labour])": where what members of a party are called means the party.
bool names_member(const Analysis& a, std::uint32_t begin, std::uint32_t end) {
  const Text& t = a.text;
  const std::uint32_t limit = t.sentence_end(begin);
  if (end >= limit) return false;
  if (t.longest(a.gazetteer.titles_index(), end, limit, true).id != PhraseIndex::none) return true;
  const bool closed = t.punctuation(end) || t.lower(end) == "who" || t.lower(end) == "from";
  if (begin == 0 || !closed) return false;
  return t.lower(begin - 1) == "a" || t.lower(begin - 1) == "an" || t.form(begin - 1) == "(";
}

// What stands for a state's adjective only before a hyphen: "Franco-German", "Indo-US".
bool is_combining(std::string_view lower) {
  constexpr std::array<std::string_view, 9> forms{"anglo", "franco", "greco", "indo", "italo", "luso", "russo", "sino", "turco"};
  return std::find(forms.begin(), forms.end(), lower) != forms.end();
}

// "may", "us", "reading": a form that is a common word too counts only where a capital means something.
bool plausible(const Analysis& a, std::uint32_t begin, const Text::Found& found) {
  const Text& t = a.text;
  if (found.end < t.size()) {
    // "US $3 million", but "lent Egypt $3 billion"; "its Spanish acronym", where the language is meant.
    const std::string_view next = t.lower(found.end);
    const bool currency = next == "$" && found.end - begin == 1 && t.acronym(begin);
    if (currency || next == "acronym" || next == "initials" || next == "abbreviation" || next == "accent" || next == "translation") return false;
  }
  // "Franco-German", but Federico Franco
  const std::string_view first = t.lower(begin);
  const bool combining = found.end - begin == 1 && is_combining(first);
  if (combining && (found.end >= t.size() || !t.hyphen(found.end))) return false;
  bool any_cap = false;
  for (std::uint32_t i = begin; i < found.end; ++i) any_cap |= t.cap(i);
  if (!any_cap) return false;
  const auto party = [&](const Form& f) {
    return f.sense == Sense::country_adjective || (f.sense == Sense::organization && (f.adjective || a.gazetteer.organizations()[f.index].cls == "party"));
  };
  // "The [Australian] Workers' Union" is no newspaper.
  if (found.end - begin == 2 && first == "the" && found.end < t.sentence_end(begin) && t.cap(found.end) && t.tag(found.end).starts_with("NNP") && t.dep(found.end - 1) != "nsubj") return false;
  const bool member = has_reading(a.gazetteer, found.id, party) && names_member(a, begin, found.end);
  if (member) return true;
  const auto name = [](const Form& f) { return !f.adjective; };
  if (!has_reading(a.gazetteer, found.id, name)) return party_adjective(a, begin, found.end);
  if (found.end - begin > 1) return true;
  const auto weak = [](const Form& f) { return f.derived || f.adjective || (f.also & also_word); };
  const auto strong = [&](const Form& f) { return !weak(f); };
  if (has_reading(a.gazetteer, found.id, strong)) return true;
  if (t.acronym(begin)) return true;
  const bool proper = t.tag(begin).starts_with("NNP") || a.ner_at[begin] >= 0 || t.tag(begin).starts_with("JJ");
  return proper && (!t.initial(begin) || a.ner_at[begin] >= 0) && t.casing(begin) == Casing::sentence;
}

// "Ana Ruiz, R-Texas,", "(D-Calif.)" and "(R., Ohio)": the letter of a party, and where its member sits. The phrase that means the party; none where it is none.
std::uint32_t party_letter(const Analysis& a, std::uint32_t i) {
  const Text& t = a.text;
  const std::string_view letter = t.form(i);
  const bool alone = letter == "R" || letter == "D", stopped = letter == "R." || letter == "D.";
  if ((!alone && !stopped) || i == 0 || i + 2 >= t.sentence_end(i) || !(alone ? t.hyphen(i + 1) : t.form(i + 1) == ",")) return PhraseIndex::none;
  if (t.form(i - 1) != "," && t.form(i - 1) != "(") return PhraseIndex::none;
  const Text::Found seat = t.longest(a.gazetteer.names(), i + 2, t.sentence_end(i), false);
  const auto american = [&](const Form& f) { return f.sense == Sense::region && a.gazetteer.regions()[f.index].country == "USA"; };
  if (seat.id == PhraseIndex::none || !has_reading(a.gazetteer, seat.id, american)) return PhraseIndex::none;
  return a.gazetteer.names().find(letter.front() == 'R' ? "Republican" : "Democrat");
}

}  // namespace

// "U.S.-led", which the tokenizer leaves whole: the phrase of what leads; none for any other word.
std::uint32_t leading_name(const Analysis& a, std::uint32_t i) {
  constexpr std::string_view suffix = "-led";
  const std::string_view form = a.text.form(i);
  if (!form.ends_with(suffix) || form.size() < suffix.size() + 4 || form[form.size() - suffix.size() - 1] != '.') return PhraseIndex::none;
  return a.gazetteer.names().find(fold(form.substr(0, form.size() - suffix.size())));
}

void find_listed(Analysis& a) {
  const Text& t = a.text;
  const std::uint32_t n = t.size();
  a.listed_at.assign(n, -1);
  a.ner_at.assign(n, -1);
  const auto spans = a.document.entities();
  for (std::size_t s = 0; s < spans.size(); ++s)
    for (std::uint32_t i = spans[s].begin; i < spans[s].end; ++i) a.ner_at[i] = static_cast<std::int32_t>(s);
  for (std::uint32_t i = 0; i < n;) {
    const std::uint32_t limit = t.sentence_end(i);
    const bool capitals = t.casing(i) == Casing::capitals;
    if (const std::uint32_t party = party_letter(a, i); party != PhraseIndex::none) {
      a.listed.push_back({i, i + 1, party, false});
      a.listed_at[i++] = static_cast<std::int32_t>(a.listed.size() - 1);
      continue;
    }
    const Text::Found found = t.longest(capitals ? a.gazetteer.capitals() : a.gazetteer.names(), i, limit, false);
    if (const std::uint32_t leader = leading_name(a, i); leader != PhraseIndex::none && found.id == PhraseIndex::none) {
      a.listed.push_back({i, i + 1, leader, false});
      a.listed_at[i++] = static_cast<std::int32_t>(a.listed.size() - 1);
      continue;
    }
    // "[The Australian] Labor Party": a longer name that begins behind the article.
    const bool article = found.id != PhraseIndex::none && t.lower(i) == "the" && i + 1 < limit;
    const bool longer = article && t.longest(capitals ? a.gazetteer.capitals() : a.gazetteer.names(), i + 1, limit, false).end > found.end;
    if (found.id == PhraseIndex::none || longer || (!capitals && !plausible(a, i, found))) {
      ++i;
      continue;
    }
    a.listed.push_back({i, found.end, found.id, capitals});
    for (std::uint32_t k = i; k < found.end; ++k) a.listed_at[k] = static_cast<std::int32_t>(a.listed.size() - 1);
    i = found.end;
  }
}

}  // namespace entente::entity
