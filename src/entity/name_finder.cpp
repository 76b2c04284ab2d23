#include "entity/name_finder.hpp"

#include <algorithm>
#include <array>

#include "entity/fold.hpp"
#include "entity/name_hints.hpp"
#include "text/words.hpp"

namespace entente::entity {
namespace {

bool function_tag(std::string_view tag) {
  constexpr std::array<std::string_view, 15> tags{"DT", "PRP", "PRP$", "IN", "CC", "WDT", "WP", "WP$", "WRB", "MD", "RB", "UH", "EX", "TO", "PDT"};
  return is_one_of(tag, tags);
}

bool name_label(std::string_view label) {
  constexpr std::array<std::string_view, 10> labels{"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"};
  return is_one_of(label, labels);
}

}  // namespace

std::string_view NameFinder::label(std::uint32_t i) const {
  return a_.ner_at[i] < 0 ? std::string_view() : a_.document.entities()[static_cast<std::size_t>(a_.ner_at[i])].label;
}

const Listed* NameFinder::listed(std::uint32_t i) const {
  return a_.listed_at[i] < 0 ? nullptr : &a_.listed[static_cast<std::size_t>(a_.listed_at[i])];
}

bool NameFinder::begins_listed(std::uint32_t i) const {
  const Listed* l = listed(i);
  return l && l->begin == i;
}

bool NameFinder::has_sense(std::uint32_t i, Sense first, Sense last) const {
  const Listed* l = listed(i);
  if (!l) return false;
  for (const Form& f : a_.readings(*l))
    if (f.sense >= first && f.sense <= last) return true;
  return false;
}

bool NameFinder::nationality(std::uint32_t i) const {
  return has_sense(i, Sense::country_adjective, Sense::country_demonym) || has_sense(i, Sense::region_adjective, Sense::region_demonym);
}

bool NameFinder::capital_title(std::uint32_t i) const {
  const std::int32_t hit = a_.title_at[i];
  return hit >= 0 && a_.titles[static_cast<std::size_t>(hit)].capital;
}

// "Iraqi [Patriotic Union of Kurdistan]", "US [State Department]": the organization listed at i is of the state named just before it.
bool NameFinder::own_state_before(std::uint32_t i) const {
  const Listed* l = listed(i);
  if (!l || l->begin != i || i == 0) return false;
  std::uint32_t before = i - 1;
  if (t_.possessive(before) && before > 0) --before;
  const Listed* state = listed(before);
  if (!state) return false;
  for (const Form& o : a_.readings(*l)) {
    if (o.sense != Sense::organization) continue;
    const std::string& country = g_.organizations()[o.index].country;
    for (const Form& s : a_.readings(*state)) {
      if (s.sense <= Sense::country_demonym && g_.countries()[s.index].code == country) return true;
      if (s.sense >= Sense::region && s.sense <= Sense::region_demonym && !country.empty() && g_.regions()[s.index].country == country) return true;
    }
  }
  return false;
}

// "The [Church of Scientology]": the article is no part of the listed name.
bool NameFinder::article_before_listed(std::uint32_t i) const { return t_.lower(i) == "the" && !listed(i) && i + 1 < t_.size() && begins_listed(i + 1); }

// "Cyprus and Malta": two states are no body, unless a body's noun says so.
bool NameFinder::two_states(std::uint32_t begin, std::uint32_t k, std::uint32_t end) const {
  // "Bristol and Almería": nor is a city and another.
  const bool cities = t_.lower(k) == "and" && k + 2 == end && begins_listed(begin) && listed(begin)->end == k && has_sense(begin, Sense::seat, Sense::city) && !has_body_noun(k + 1, end) && t_.casing(k + 1) == Casing::sentence;
  if (cities) return true;
  return t_.lower(k) == "and" && k + 1 < t_.size() && begins_listed(begin) && listed(begin)->end == k && begins_listed(k + 1) && listed(k + 1)->end >= end &&
         has_sense(begin, Sense::country, Sense::country) && has_sense(k + 1, Sense::country, Sense::country);
}

// "Shadow Home Secretary", "Former President": a modifier of the title behind it.
bool NameFinder::title_modifier(std::uint32_t i) const {
  if (i + 1 >= t_.size() || !(capital_title(i + 1) || title_modifier_word(i + 1))) return false;
  return title_modifier_word(i) && !listed(i);
}

bool NameFinder::title_modifier_word(std::uint32_t i) const {
  const std::string_view lower = t_.lower(i);
  return lower == "shadow" || g_.is_former(lower) || g_.modifier(lower) != Gazetteer::Modifier::none;
}

// A sentence's first word has its capital anyway: it needs another sign of being a name.
bool NameFinder::namey_initial(std::uint32_t i) const {
  if (listed(i)) return true;
  const std::string_view lower = t_.lower(i), tag = t_.tag(i);
  // "Meddling by Turkey", "Boycotting Qatar": a participle, before a name of its own.
  if ((tag == "VBG" || participle_before_name(i)) && !capital_words_.contains(lower) && t_.casing(i) == Casing::sentence) return false;
  // "Pan-democrat Li Wei", "Ex-minister": the first part of a common noun.
  constexpr std::array<std::string_view, 14> prefixes{"anti", "centre", "co", "ex", "far", "left", "mid", "non", "pan", "post", "pro", "right", "ultra", "vice"};
  if (i + 2 < t_.size() && t_.hyphen(i + 1) && !t_.cap(i + 2) && is_one_of(lower, prefixes)) return false;
  // "Novelist Ana Ruiz": what she is, before a name of her own.
  if (g_.person_noun(lower) && !capital_words_.contains(lower) && i + 2 < t_.size() && t_.cap(i + 1) && t_.cap(i + 2) && g_.given_name(fold_lower(t_.form(i + 1)))) return false;
  // "Though Roosevelt", "Rare Hendrix": the model's name begins with the next word.
  if (label(i).empty() && i + 1 < t_.size() && name_label(label(i + 1)) && !capital_words_.contains(lower) && !g_.given_name(fold_lower(t_.form(i))) &&
      (tag != "NNP" || g_.cue(Gazetteer::Cue::opener, lower)))
    return false;
  if (function_tag(tag) && !capital_words_.contains(lower)) return false;
  if (capital_words_.contains(lower) && !lower_words_.contains(lower)) return true;
  if (name_label(label(i))) return true;
  if (t_.acronym(i)) return true;
  if (lower_words_.contains(lower)) return false;
  if (g_.given_name(fold_lower(t_.form(i))) && tag.starts_with("NNP")) return true;
  if (tag == "NNP" && described_behind(i)) return true;
  return tag.starts_with("NNP") && i + 1 < t_.size() && t_.cap(i + 1) && !t_.punctuation(i + 1);
}

// "Expelling Niger": whatever the model takes the sentence's first word for.
bool NameFinder::participle_before_name(std::uint32_t i) const {
  const std::string_view lower = t_.lower(i);
  return t_.initial(i) && lower.ends_with("ing") && lower.size() > 6 && i + 1 < t_.size() && begins_listed(i + 1);
}

// "Isena, the conservative party that": what a noun behind it says is an organization.
bool NameFinder::described_behind(std::uint32_t i) const {
  const std::uint32_t limit = std::min(t_.sentence_end(i), i + 8);
  if (i + 3 >= limit || t_.form(i + 1) != "," || t_.pos(i + 2) != "DET") return false;
  for (std::uint32_t k = i + 3; k < limit; ++k) {
    if (t_.tag(k) == "NN" && (k + 1 >= limit || t_.tag(k + 1) != "NN")) return !g_.noun_class(t_.lower(k)).empty();
    if (t_.pos(k) != "ADJ" && t_.pos(k) != "NOUN" && t_.pos(k) != "PROPN" && !t_.hyphen(k) && t_.tag(k) != "VBN") return false;
  }
  return false;
}

bool NameFinder::month_name_of_person(std::uint32_t i) const {
  const std::uint32_t next = i + 1;
  if (next >= t_.sentence_end(i) || !g_.given_name(t_.lower(i)) || t_.tag(i) != "NNP" || t_.tag(next) != "NNP" || label(i) == "DATE") return false;
  if (!t_.cap(next) || t_.casing(next) != Casing::sentence || listed(next) || a_.title_at[next] >= 0 || !g_.head_class(t_.lower(next)).empty()) return false;
  const bool dated = i > 0 && (t_.tag(i - 1) == "IN" || t_.pos(i - 1) == "NUM" || t_.lower(i - 1) == "last" || t_.lower(i - 1) == "next" || t_.lower(i - 1) == "this");
  return t_.head(i) > i && t_.dep(i) == "compound" && (!dated || label(i) == "PERSON");
}

bool NameFinder::namey(std::uint32_t i) const {
  if (article_before_listed(i) || portfolio_of_title(i)) return false;
  if (!t_.cap(i) || t_.possessive(i) || (i + 1 < t_.size() && t_.form(i + 1) == "$")) return false;
  const std::string_view s = t_.form(i), lower = t_.lower(i);
  // "U.S.-backed" is no name.
  if (const std::size_t dot = s.find(".-"); dot != std::string_view::npos && dot + 2 < s.size() && s[dot + 2] >= 'a' && s[dot + 2] <= 'z') return listed(i) != nullptr;
  if (s[0] >= '0' && s[0] <= '9') return listed(i) != nullptr || label(i) == "ORG" || label(i) == "PERSON" || label(i) == "PRODUCT";
  // "Theresa May", "Ms May": a month is a name beside a given name, and then alone where no day or year follows.
  const bool hyphenated = i > 1 && t_.hyphen(i - 1) && t_.cap(i - 2);  // "Geert-Jan"
  if (g_.cue(Gazetteer::Cue::not_name, lower) && !listed(i) && !hyphenated) {
    if (with_number(i + 1) > i + 1) return true;  // "TV 2"
    // "Jan Kowal arrived": a month that is a given name, before a surname.
    if (month_name_of_person(i)) return true;
    // "Wang Jun was": a short month behind a name that it heads, without a day.
    const bool dated = i + 1 < t_.size() && (t_.pos(i + 1) == "NUM" || t_.form(i + 1) == ".");
    if (s.size() == 3 && i > 0 && !dated && t_.tag(i) == "NNP" && t_.tag(i - 1) == "NNP" && t_.cap(i - 1) && t_.dep(i - 1) == "compound" && t_.head(i - 1) == i && !listed(i - 1) && a_.title_at[i - 1] < 0 && label(i) != "DATE") return true;
    if (!surnames_.contains(lower) || !t_.tag(i).starts_with("NNP")) return false;
    if (i + 1 < t_.size() && t_.pos(i + 1) == "NUM") return false;
    if (i > 0 && (t_.lower(i - 1) == "in" || t_.lower(i - 1) == "last" || t_.lower(i - 1) == "since" || t_.pos(i - 1) == "NUM")) return false;
    return true;
  }
  if (amount(i)) return false;
  if (t_.acronym(i) && g_.cue(Gazetteer::Cue::not_acronym, s)) return listed(i) != nullptr || with_number(i + 1) > i + 1;
  if (t_.initial(i)) return namey_initial(i);
  if (t_.casing(i) != Casing::sentence) return listed(i) || name_label(label(i)) || capital_words_.contains(lower);
  // A capital inside a sentence is a name's, or of a title or nationality, which are told apart later.
  return !function_tag(t_.tag(i)) || name_label(label(i)) || (i > 0 && t_.cap(i - 1) && t_.tag(i) == "IN");
}

// "ZAR 400 million", "DKK 35,000": a currency's code.
bool NameFinder::amount(std::uint32_t i) const {
  if (!t_.acronym(i) || t_.form(i).size() != 3 || listed(i) || i + 2 >= t_.sentence_end(i) || t_.pos(i + 1) != "NUM") return false;
  constexpr std::array<std::string_view, 9> scales{"billion", "bn", "crore", "lakh", "m", "million", "mn", "thousand", "trillion"};
  return t_.form(i + 1).find(',') != std::string_view::npos || is_one_of(t_.lower(i + 2), scales);
}

void NameFinder::learn_words() {
  for (std::uint32_t i = 0; i < t_.size(); ++i) {
    if (t_.punctuation(i) || t_.space(i)) continue;
    if (i > 0 && t_.cap(i) && t_.cap(i - 1) && g_.given_name(t_.key(i - 1, i)) && t_.casing(i) == Casing::sentence) surnames_.insert(t_.lower(i));
    if (!t_.cap(i)) lower_words_.insert(t_.lower(i));
    else if (t_.casing(i) == Casing::sentence && !t_.initial(i) && !function_tag(t_.tag(i))) capital_words_.insert(t_.lower(i));
    else if (t_.casing(i) == Casing::sentence && label(i) == "PERSON" && !participle_before_name(i)) capital_words_.insert(t_.lower(i));
  }
}

// "Weary Larsen", "Pianist Anna Berg": a describing word whose capital is due to its place, or a follower's, before a name.
bool NameFinder::glued(std::uint32_t i, std::uint32_t limit) const {
  if (i + 1 >= limit || !t_.cap(i) || !namey(i + 1) || !t_.cap(i + 1) || g_.given_name(t_.key(i, i + 1)) || t_.acronym(i) || listed(i) || label(i) == "ORG") return false;
  // "Urging Bolivia to reconsider"
  if (t_.initial(i) && t_.tag(i) == "VBG" && begins_listed(i + 1) && t_.casing(i) == Casing::sentence) return true;
  const bool full_name_follows = i + 2 < limit && g_.given_name(t_.key(i + 1, i + 2)) && t_.cap(i + 2) && namey(i + 2);
  const std::string_view lower = t_.lower(i);
  if (full_name_follows && lower.ends_with("ist") && lower.size() > 6) return true;
  if (!t_.initial(i) || t_.tag(i) != "JJ" || label(i + 1) == "ORG" || t_.casing(i) != Casing::sentence) return false;
  // The name stands elsewhere without it.
  for (std::uint32_t k = 1; k < t_.size(); ++k) {
    if (k == i + 1 || t_.form(k) != t_.form(i + 1)) continue;
    if (t_.lower(k - 1) != lower) return true;
  }
  return false;
}

void NameFinder::run() {
  learn_words();
  a_.name_at.assign(t_.size(), -1);
  for (const nlp::Span& span : a_.document.sentences()) {
    patterns_.clear();
    find_patterns(span);
    for (std::uint32_t i = span.begin; i < span.end;) {
      if (std::uint32_t end = pattern_at(i); end > i && (!listed(i) || listed(i)->end <= end) && !user_name(i, end)) {
        end = with_number(std::max(end, spanned_end(i, span.end)));
        add(i, end);
        i = end;
      } else if (begins_listed(i)) {
        i = listed_name(i, span.end);
      } else if (listed(i)) {
        ++i;
      } else if (!t_.cap(i) || glued(i, span.end) || capital_title(i) || title_modifier(i) || !namey(i) || g_.honorific(t_.form(i)) || second_honorific(i)) {
        ++i;
      } else {
        i = unknown_name(i, span.end);
      }
    }
  }
}

// "Datuk [Seri] Ana Ruiz": a form of address of two words.
bool NameFinder::second_honorific(std::uint32_t i) const {
  return i > 0 && t_.cap(i - 1) && g_.honorific(t_.form(i - 1)) && g_.honorific(std::string(t_.form(i - 1)) + " " + std::string(t_.form(i)));
}

// A user's name is that and no unknown one.
bool NameFinder::user_name(std::uint32_t begin, std::uint32_t end) const {
  if (!begins_listed(begin) || listed(begin)->end != end) return false;
  const auto readings = a_.readings(*listed(begin));
  return std::any_of(readings.begin(), readings.end(), [](const Form& f) { return f.user; });
}

std::uint32_t NameFinder::pattern_at(std::uint32_t i) const {
  std::uint32_t end = 0;
  for (const Pattern& p : patterns_)
    if (p.begin == i) end = std::max(end, p.end);
  return end;
}

bool NameFinder::has_body_noun(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t k = begin; k < end; ++k)
    if (!g_.head_class(t_.lower(k)).empty() || g_.body_noun(t_.lower(k))) return true;
  return false;
}

// End of the model's organization span from i, when it is all name: capitals, and small words between them.
std::uint32_t NameFinder::spanned_end(std::uint32_t i, std::uint32_t limit) const {
  if (a_.ner_at[i] < 0) return i;
  const nlp::Span& span = a_.document.entities()[static_cast<std::size_t>(a_.ner_at[i])];
  if (span.begin != i && !(span.begin + 1 == i && t_.lower(span.begin) == "the")) return i;
  if (span.label != "ORG" && span.label != "FAC" && span.label != "PRODUCT") return i;
  std::uint32_t end = i;
  for (std::uint32_t k = i; k < std::min(span.end, limit); ++k) {
    if (a_.title_at[k] >= 0 || t_.possessive(k) || t_.quote(k) || t_.form(k) == "," || t_.form(k) == "(" || t_.form(k) == "/") break;
    if (k == i && g_.body_noun(t_.lower(k)) && g_.head_class(t_.lower(k)).empty()) break;
    // "Indo-US", "Franco-German": two states.
    if (k == i + 1 && t_.hyphen(k) && k + 1 < limit && begins_listed(i) && nationality(i) && begins_listed(k + 1) && has_sense(k + 1, Sense::country, Sense::country_demonym)) break;
    // "Gareth Jones of England": only what has a body's noun takes its state into the name.
    if (k > i && t_.lower(k) == "of" && k + 1 < limit && begins_listed(k + 1) && has_sense(k + 1, Sense::country, Sense::region) && !has_body_noun(i, k)) break;
    // "Agreement on Establishing the Eurasian Economic Union": what is listed inside stands for itself.
    if (k > i && begins_listed(k) && has_sense(k, Sense::organization, Sense::organization) && (listed(k)->end - k == 1 || !t_.cap(k - 1))) break;
    // "the Guild of Masons in Leeds": a city says where it is.
    if (k > i && t_.lower(k) == "in" && k + 1 < limit && begins_listed(k + 1) && has_sense(k + 1, Sense::seat, Sense::city)) break;
    if (k > i && (own_state_before(k) || two_persons(k) || two_states(i, k, span.end))) break;
    // "Guyana commended Barbados": no name has a finite verb in it.
    if (k > i && !t_.cap(k) && t_.pos(k) == "VERB" && t_.tag(k) != "VBG" && t_.tag(k) != "VBN" && listed(i)) break;
    if (t_.cap(k)) end = k + 1;
  }
  return end;
}

// "Local 12", "Radio 4", "TV 2": the number belongs to the name.
std::uint32_t NameFinder::with_number(std::uint32_t end) const {
  if (end >= t_.size() || !takes_number(t_.lower(end - 1)) || t_.sentence(end) != t_.sentence(end - 1)) return end;
  const std::string_view s = t_.form(end);
  const bool number = s.size() <= 4 && s.find_first_not_of("0123456789") == std::string_view::npos;
  return number ? end + 1 : end;
}

std::uint32_t NameFinder::listed_name(std::uint32_t i, std::uint32_t limit) {
  const Listed& l = *listed(i);
  const auto readings = a_.readings(l);
  if (readings.size() == 1 && readings[0].sense == Sense::blocked) {
    // Read as an unknown name: "Native American" denotes no country, "Washington Post" may be a name of its own.
    if (l.end - i > 1 && spanned_end(i, limit) == l.end) add(i, l.end);
    return l.end;
  }
  if (l.end == i + 1 && person_takes(i, l.end)) return unknown_name(i, limit);
  if (const std::uint32_t end = chapter_end(i, limit); end > l.end) {
    add(i, end).type = Type::organization;
    return end;
  }
  if (const std::uint32_t end = branch_of_medium(i, limit); end > l.end) {
    add(i, end).type = Type::organization;
    return end;
  }
  // "Punjab Kings"
  if (l.end < limit && t_.cap(l.end) && !listed(l.end) && team_word(t_.lower(l.end)) && !nationality(i) && t_.casing(i) == Casing::sentence && t_.tag(l.end).starts_with("NNP")) {
    add(i, l.end + 1);
    return l.end + 1;
  }
  const std::uint32_t spanned = spanned_end(i, limit);
  if (spanned > l.end && !person_of_nationality(i, spanned) && !t_.acronym(i) && t_.casing(i) == Casing::sentence && !plain_body({i, spanned, spanned - 1})) {
    const std::uint32_t end = with_number(spanned);
    add(i, end);
    return end;
  }
  Name& name = add(i, l.end);
  name.listed = a_.listed_at[i];
  return l.end;
}

// "RNZ Pacific", "BBC Persian", "CNN Turk": the branch of a station, where it is told something.
std::uint32_t NameFinder::branch_of_medium(std::uint32_t i, std::uint32_t limit) const {
  const Listed& l = *listed(i);
  if (l.end != i + 1 || l.end >= limit || !t_.acronym(i) || !t_.cap(l.end) || t_.casing(l.end) != Casing::sentence || !is_told(t_, i)) return i;
  const auto readings = a_.readings(l);
  const bool medium = std::any_of(readings.begin(), readings.end(), [&](const Form& f) { return f.sense == Sense::organization && g_.organizations()[f.index].cls == "medium"; });
  const std::uint32_t end = begins_listed(l.end) ? listed(l.end)->end : l.end + 1;
  const bool closed = end >= limit || (!t_.cap(end) && t_.pos(end) != "NOUN");
  return medium && closed && !g_.cue(Gazetteer::Cue::not_name, t_.lower(l.end)) ? end : i;
}

// "Oxfam Mexico", "Greenpeace India": what an organization that has its like in many states is called in one.
std::uint32_t NameFinder::chapter_end(std::uint32_t i, std::uint32_t limit) const {
  const Listed& l = *listed(i);
  const std::uint32_t state = l.end;
  if (state >= limit || !begins_listed(state) || !has_sense(state, Sense::country, Sense::country) || t_.acronym(state)) return i;
  const auto readings = a_.readings(l);
  const bool spread = std::any_of(readings.begin(), readings.end(), [&](const Form& f) {
    if (f.sense != Sense::organization) return false;
    const Organization& o = g_.organizations()[f.index];
    return o.cls == "ngo" || (o.country.empty() && o.cls == "un");
  });
  const std::uint32_t end = listed(state)->end;
  const bool closed = end >= limit || !t_.cap(end);
  return spread && closed && t_.casing(state) != Casing::capitals && (same_span(l.end - 1, state) || t_.head(l.end - 1) == end - 1) ? end : i;
}

std::uint32_t NameFinder::unknown_name(std::uint32_t i, std::uint32_t limit) {
  if (const std::uint32_t spanned = spanned_end(i, limit); spanned > i + 1) {
    if (worth(i, spanned)) add(i, spanned);
    return spanned;
  }
  std::uint32_t end = i + 1;
  while (end < limit) {
    if (t_.possessive(end) || (a_.title_at[end] >= 0 && capital_title(end) && !(same_span(end - 1, end) && label(end) == "PERSON"))) break;
    if (pattern_at(end) > end) break;
    if (begins_listed(end) && t_.hyphen(end - 1) && end > i + 1 && name_joint(t_.lower(end - 2))) {
      end = listed(end)->end;  // "Abu Omar al-Shami"
      continue;
    }
    if (begins_listed(end)) {
      // "Michael Jordan": a listed word after a given name belongs to the person.
      // After a full name a country is no part of it, whatever the model's span ("President X Y Russia was ready").
      const bool state = end - i >= 2 && has_sense(end, Sense::country, Sense::country);
      const bool company = label(end) == "ORG" && same_span(end - 1, end) && !has_sense(end, Sense::organization, Sense::organization);
      // "Dang Quoc Thai": a word of a full name that is a nationality elsewhere
      const std::uint32_t after = listed(end)->end;
      const bool last_word = nationality(end) && end - i >= 2 && label(end) == "PERSON" && same_span(end - 1, end) && (after >= limit || (t_.pos(after) != "NOUN" && !t_.cap(after)));
      // "Daniel arap Moi": behind a joint the name goes on
      const bool joined = name_joint(t_.lower(end - 1)) && !t_.cap(end - 1) && !has_sense(end, Sense::country, Sense::country);
      // "Bill English", "Thierry Breton"
      const bool surname = nationality(end) && end == i + 1 && after == end + 1 && t_.tag(end) == "NNP" && g_.given_name(t_.key(i, end)) && (after >= limit || (t_.pos(after) != "NOUN" && !t_.cap(after) && !t_.hyphen(after)));
      // "Air Vanuatu", "Radio Zambia"
      const bool national = end == i + 1 && !g_.beginning_class(t_.lower(i)).empty() && t_.cap(i) && has_sense(end, Sense::country, Sense::country);
      const bool person = company || surname || national || last_word || joined || (!nationality(end) && !state && (same_span(end - 1, end) || (end == i + 1 && g_.given_name(t_.key(i, end)) && a_.ner_at[end] < 0)));
      if (!person) break;
      end = listed(end)->end;
      continue;
    }
    if (const std::uint32_t nickname = end == i + 1 ? nickname_end(end, limit) : end; nickname > end) {
      end = nickname;
      continue;
    }
    if (namey(end)) {
      // Two neighbours that the model keeps apart stay apart.
      const bool apart = a_.ner_at[end] >= 0 && a_.ner_at[end - 1] >= 0 && !same_span(end - 1, end) && label(end) != label(end - 1) && !t_.hyphen(end - 1) && (t_.cap(end - 1) || !name_joint(t_.lower(end - 1))) && label(end) != "DATE";
      if (apart) break;
      ++end;
      continue;
    }
    if (!person_joint(end, limit)) break;
    if (t_.hyphen(end) && begins_listed(end + 1) && !same_span(end - 1, end + 1)) break;
    do ++end; while (end < limit && (t_.hyphen(end) || (name_joint(t_.lower(end)) && !t_.cap(end))));
    if (end < limit && t_.hyphen(end - 1) && second_syllable(end)) ++end;
  }
  end = with_suffix(i, with_number(std::min(end, limit)));
  if (worth(i, end)) add(i, end);
  return end;
}

// One word at a sentence's beginning, or one that also occurs in lower case, must be known to the model.
bool NameFinder::worth(std::uint32_t begin, std::uint32_t end) const {
  if (end - begin > 1) return true;
  const std::string_view s = t_.form(begin), lower = t_.lower(begin);
  if (s.size() < 2) return false;
  // "the Government of X", "(Nicolás) Maduro".
  if (const BodyNoun* noun = g_.body_noun(lower); noun && noun->state && !t_.acronym(begin)) return false;
  if (begin > 0 && begin + 2 < t_.size() && t_.form(begin - 1) == "(" && t_.form(begin + 1) == ")" && t_.cap(begin + 2) && g_.given_name(t_.key(begin, begin + 1)))
    return false;
  if (a_.ner_at[begin] >= 0 && name_label(label(begin))) return true;
  if (t_.initial(begin) && !capital_words_.contains(lower) && !(t_.tag(begin) == "NNP" && described_behind(begin))) return false;
  return !lower_words_.contains(lower) || t_.acronym(begin);
}

Name& NameFinder::add(std::uint32_t begin, std::uint32_t end) {
  Name name;
  name.begin = begin;
  name.end = end;
  name.key = t_.key(begin, end);
  for (std::uint32_t k = begin; k < end; ++k) a_.name_at[k] = static_cast<std::int32_t>(a_.names.size());
  return a_.names.emplace_back(std::move(name));
}

void find_names(Analysis& a) { NameFinder(a).run(); }

}  // namespace entente::entity
