#include <algorithm>
#include <array>

#include "entity/fold.hpp"
#include "entity/name_finder.hpp"
#include "text/words.hpp"

/// What belongs to the name of a person and what does not: joints, suffixes, nicknames, words that are a country's name elsewhere.
namespace entente::entity {
bool NameFinder::name_joint(std::string_view lower) {
  // "Ana de Ruiz", "Terre et Lacs", "Mission sans Bornes"
  constexpr std::array<std::string_view, 49> joints{"abu", "af", "al", "ap", "arap", "aux", "av", "ben", "bin", "bint", "contre",
                                                   "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du",
                                                   "e", "el", "em", "et", "f\xC3\xBCr", "ibn", "la", "las", "le", "los", "och", "og",
                                                   "para", "pour", "sans", "st", "sur", "ter", "ul", "und", "van", "von", "y", "zu",
                                                   "zum", "zur"};
  return std::binary_search(joints.begin(), joints.end(), lower);
}

// "Minister for [Interior] Rana Sanaullah", "Minister for [Euro-Atlantic Integration] Ana Ruiz".
bool NameFinder::portfolio_of_title(std::uint32_t i) const {
  // "Defence secretary Ana Ruiz", "resigned as Foreign Affairs minister": of an office in small letters.
  if (a_.title_at[i] >= 0 && !capital_title(i) && g_.cue(Gazetteer::Cue::portfolio, t_.lower(i)) && i < a_.titles[static_cast<std::size_t>(a_.title_at[i])].head) return true;
  return portfolio_before(i) || (i > 1 && (t_.lower(i - 1) == "for" || t_.lower(i - 1) == "of") && a_.title_at[i - 2] >= 0 && g_.cue(Gazetteer::Cue::portfolio, t_.lower(i)) && !listed(i) &&
         i + 1 < t_.size() && t_.cap(i + 1) && g_.head_class(t_.lower(i + 1)).empty() && !g_.cue(Gazetteer::Cue::portfolio, t_.lower(i + 1)));
}

// A word of a portfolio of several, with the full name of its holder behind.
bool NameFinder::portfolio_before(std::uint32_t i) const {
  std::uint32_t begin = i, end = i + 1;
  const std::uint32_t from = t_.sentence_begin(i), limit = t_.sentence_end(i);
  const auto inside = [&](std::uint32_t k) { return t_.cap(k) || t_.hyphen(k) || t_.lower(k) == "and" || t_.form(k) == ","; };
  while (begin > from && i - begin < 7 && inside(begin - 1)) --begin;
  if (begin < from + 2 || (t_.lower(begin - 1) != "for" && t_.lower(begin - 1) != "of") || a_.title_at[begin - 2] < 0) return false;
  const std::string_view title = t_.lower(begin - 2);
  if (title != "minister" && title != "secretary" && title != "commissioner") return false;
  while (end + 2 < limit && end - i < 7 && inside(end) && !g_.cue(Gazetteer::Cue::portfolio, t_.lower(end - 1))) ++end;
  return end + 1 < limit && g_.cue(Gazetteer::Cue::portfolio, t_.lower(end - 1)) && t_.cap(end) && t_.cap(end + 1) && g_.given_name(fold_lower(t_.form(end)));
}

// "telephone Adams and Trimble": two whom the text names in full elsewhere.
bool NameFinder::two_persons(std::uint32_t k) const {
  return t_.lower(k) == "and" && k > 0 && k + 1 < t_.size() && surnames_.contains(t_.lower(k - 1)) && surnames_.contains(t_.lower(k + 1));
}

// Where a name with a nickname in quotation marks ends: 'Joaquín "El Chapo" Guzmán'; `i` where there is none.
std::uint32_t NameFinder::nickname_end(std::uint32_t i, std::uint32_t limit) const {
  if (!t_.quote(i) || i == 0 || !g_.given_name(t_.key(i - 1, i))) return i;
  std::uint32_t k = i + 1;
  while (k < limit && k - i < 6 && !t_.quote(k) && !t_.punctuation(k)) ++k;
  if (k == i + 1 || k + 1 >= limit || !t_.quote(k) || !t_.cap(i + 1) || !t_.cap(k + 1) || !t_.tag(k + 1).starts_with("NNP")) return i;
  return k + 2;
}

// The second part of a Korean or Chinese given name: "Kim Jong-un", "Tsai Ing-wen".
bool NameFinder::second_syllable(std::uint32_t i) const {
  if (i >= 3 && label(i) == "PERSON" && same_span(i, i - 2) && !t_.cap(i)) return true;
  constexpr std::array<std::string_view, 12> participles{"led", "born", "era", "run", "held", "made", "based", "backed", "like", "style", "wide", "owned"};
  if (i < 3 || t_.cap(i) || t_.form(i).size() > 6 || t_.punctuation(i) || is_one_of(t_.lower(i), participles)) return false;
  return t_.form(i - 2).size() <= 6 && t_.cap(i - 2) && t_.cap(i - 3) && t_.form(i - 3).size() <= 7 && t_.tag(i).starts_with("NN") && t_.tag(i - 3).starts_with("NNP");
}

// A lower-case joint ("de", "bin", "al-") or hyphen with a name's word behind it.
bool NameFinder::person_joint(std::uint32_t i, std::uint32_t limit) const {
  if (i + 1 >= limit) return false;
  if (t_.hyphen(i)) return t_.cap(i + 1) || second_syllable(i + 1) || (name_joint(t_.lower(i + 1)) && i + 2 < limit);
  if (t_.form(i) == "&") return namey(i + 1);
  if (!name_joint(t_.lower(i)) || t_.cap(i)) return false;
  std::uint32_t k = i + 1;
  while (k < limit && (t_.hyphen(k) || (name_joint(t_.lower(k)) && !t_.cap(k)))) ++k;
  return k < limit && t_.cap(k) && namey(k);
}

// "Spaniard Nuria Castellví", "Australian Shane Dunleavy": a nationality before a person.
bool NameFinder::person_of_nationality(std::uint32_t i, std::uint32_t end) const {
  const std::uint32_t next = listed(i)->end;
  if (!nationality(i) || next >= end || !g_.given_name(t_.key(next, next + 1))) return false;
  return !has_body_noun(next, end);
}

// Is the listed word at i a part of a person's name ("Israel Katz", "Jordan Henderson")?
bool NameFinder::person_takes(std::uint32_t i, std::uint32_t next) const {
  if (next >= t_.sentence_end(i) || !namey(next) || begins_listed(next) || a_.title_at[next] >= 0) return false;
  // "Cyprian Ruiz": a nationality that is a given name too.
  if (nationality(i)) return t_.tag(i) == "NNP" && label(i) == "PERSON" && same_span(i, next) && g_.given_name(t_.key(i, next)) && !g_.given_name(t_.key(next, next + 1));
  if (t_.acronym(i)) return false;
  const bool full_name_follows = g_.given_name(t_.key(next, next + 1)) && next + 1 < t_.sentence_end(i) && namey(next + 1) && !begins_listed(next + 1);
  // "the ambassador to Hanoi Charles X": the place, then a full name.
  if (full_name_follows && i > t_.sentence_begin(i) && (t_.lower(i - 1) == "to" || t_.lower(i - 1) == "in")) return false;
  if (label(i) == "PERSON" && same_span(i, next)) return true;
  return g_.given_name(t_.key(i, next)) && label(i) != "ORG" && label(next) != "ORG" && g_.head_class(t_.lower(next)).empty();
}

// "James A. Reed III", "Carl Ruiz Jr.", "King Hussein VI".
std::uint32_t NameFinder::with_suffix(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::array<std::string_view, 12> numerals{"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV", "XV", "XVI"};
  const bool numbered = end < t_.sentence_end(begin) && begin > 0 && a_.title_at[begin - 1] >= 0 && t_.cap(begin - 1);
  if (numbered && is_one_of(t_.form(end), numerals)) return end + 1;
  if (end - begin < 2 || end >= t_.sentence_end(begin) || !g_.given_name(t_.key(begin, begin + 1))) return end;
  constexpr std::array<std::string_view, 7> suffixes{"II", "III", "IV", "Jr", "Jr.", "Sr", "Sr."};
  return is_one_of(t_.form(end), suffixes) ? end + 1 : end;
}

}  // namespace entente::entity
