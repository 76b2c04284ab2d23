#include "network/name_key.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <span>
#include <utility>

namespace entente::network {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool is_word_char(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

/// Letters that Unicode does not decompose, and apostrophes, after case folding.
constexpr std::array<Pair, 14> letters{{{"ø", "o"},
                                        {"ł", "l"},
                                        {"đ", "d"},
                                        {"æ", "ae"},
                                        {"œ", "oe"},
                                        {"ı", "i"},
                                        {"ð", "d"},
                                        {"þ", "th"},
                                        {"’", ""},
                                        {"‘", ""},
                                        {"ʼ", ""},
                                        {"ʻ", ""},
                                        {"'", ""},
                                        {"`", ""}}};

std::string replace_all(std::string_view text, std::span<const Pair> table) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto hit = std::find_if(table.begin(), table.end(),
                                  [&](const Pair& p) { return text.substr(i, p.first.size()) == p.first; });
    if (hit == table.end()) {
      out.push_back(text[i++]);
    } else {
      out.append(hit->second);
      i += hit->first.size();
    }
  }
  return out;
}

/// Dashes, quotation marks and the like outside ASCII become spaces.
std::string letters_and_ascii(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + i,
                                         static_cast<utf8proc_ssize_t>(text.size() - i), &code);
    const auto bytes = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(1, length));
    const bool kept = length > 0 && (code < 128 || utf8proc_category(code) <= UTF8PROC_CATEGORY_NO);
    kept ? out.append(text.substr(i, bytes)) : out.append(" ");
    i += bytes;
  }
  return out;
}

std::string lower_ascii(std::string_view text) {
  const bool ascii = std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  if (ascii) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return replace_all(out, letters);
  }
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                      UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  if (length < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return letters_and_ascii(
      replace_all({reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)}, letters));
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find(' ', i), text.size());
    if (end > i) words.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

std::string join(const std::vector<std::string>& words, char separator) {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out.push_back(separator);
    out.append(word);
  }
  return out;
}

/// Transliterations of one sound, longest first.
constexpr std::array<Pair, 24> sounds{
    {{"tsch", "ch"}, {"tch", "ch"}, {"sch", "sh"}, {"kh", "h"}, {"gh", "g"}, {"dh", "d"}, {"ph", "f"}, {"th", "t"},
     {"ck", "k"},    {"zh", "j"},   {"dj", "j"},   {"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"ei", "i"}, {"ey", "i"},
     {"ej", "i"},    {"ai", "i"},   {"ay", "i"},   {"aj", "i"}, {"x", "ks"}, {"q", "k"},  {"w", "v"},  {"y", "i"}}};
constexpr std::array<Pair, 2> letters_only{{{"w", "v"}, {"y", "i"}}};

char vowel_class(char c) { return c == 'e' ? 'a' : c == 'u' ? 'o' : c; }

/// Ends that transliterations write differently.
void fold_end(std::string& word) {
  constexpr std::array<Pair, 5> ends{{{"off", "ov"}, {"eff", "ev"}, {"ah", "a"}, {"eh", "e"}, {"der", "dr"}}};
  for (const auto& [from, to] : ends)
    if (word.size() > from.size() && word.ends_with(from)) {
      word.replace(word.size() - from.size(), from.size(), to);
      return;
    }
}

/// What is left of a word when transliterations of it are made equal. Short words carry too little to be folded far.
std::string skeleton(std::string word) {
  if (word.size() < 5) return replace_all(word, letters_only);
  if (word.starts_with("ye")) word.erase(0, 1);
  fold_end(word);
  word = replace_all(word, sounds);
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char next = i + 1 < word.size() ? word[i + 1] : '\0';
    char c = word[i];
    if (c == 'c' && next != 'h' && next != 'e' && next != 'i') c = 'k';
    if (next != '\0') c = vowel_class(c);  // A final vowel tells Mario from Maria.
    if (out.empty() || out.back() != c) out.push_back(c);
  }
  return out;
}

std::string canonical(const std::map<std::string, std::string, std::less<>>& variants, const std::string& word) {
  const auto found = variants.find(word);
  return skeleton(found == variants.end() ? word : found->second);
}

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 8> suffixes{"jr", "junior", "sr", "ii", "iii", "iv", "v", "vi"};
constexpr std::array<std::string_view, 9> honorifics{"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "prof"};
/// Particles that are given names too: "Al Gore", "Ben Bernanke", "Van Jones".
constexpr std::array<std::string_view, 4> given_particles{"al", "ben", "van", "san"};

bool is_particle(const std::vector<std::string>& particles, const std::string& word) {
  return std::binary_search(particles.begin(), particles.end(), word);
}

/// Words of a name without titles of address and particles.
std::vector<std::string> essential(std::string_view name, const NameVariants& variants) {
  auto words = split(fold(name));
  while (words.size() > 1 && contains(honorifics, words.front())) words.erase(words.begin());
  const bool hyphen =
      name.find('-') != std::string_view::npos && !words.empty() && name.find('-') == words.front().size();
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool given = i == 0 && !hyphen && contains(given_particles, words[i]);
    const bool last = i + 1 == words.size();
    if (last || given || !is_particle(variants.particles, words[i])) out.push_back(words[i]);
  }
  return out;
}

constexpr std::array<std::string_view, 18> legal_forms{"inc",         "ltd",          "llc",     "plc",  "corp", "co",
                                                       "corporation", "incorporated", "limited", "gmbh", "ag",   "sa",
                                                       "spa",         "nv",           "pjsc",    "ojsc", "jsc",  "oao"};
constexpr std::array<Pair, 8> spellings{{{"defence", "defense"},
                                         {"labour", "labor"},
                                         {"centre", "center"},
                                         {"programme", "program"},
                                         {"programmes", "programs"},
                                         {"honour", "honor"},
                                         {"harbour", "harbor"},
                                         {"theatre", "theater"}}};

std::string american(const std::string& word) {
  for (const auto& [from, to] : spellings)
    if (word == from) return std::string(to);
  for (const std::string_view end : {"isation", "isations", "ise", "ised"})
    if (word.size() > end.size() + 3 && word.ends_with(end)) {
      std::string out = word;
      out[word.size() - end.size() + 1] = 'z';
      return out;
    }
  return word;
}

constexpr std::array<std::string_view, 54> generic_words{
    "administration", "affairs",      "agency",   "air",     "and",        "armed",           "army",      "assembly",
    "bank",           "board",        "cabinet",  "central", "chamber",    "commission",      "committee", "congress",
    "constitutional", "council",      "court",    "defense", "department", "economy",         "federal",   "finance",
    "force",          "forces",       "for",      "foreign", "general",    "government",      "health",    "high",
    "house",          "intelligence", "interior", "justice", "ministry",   "national",        "navy",      "of",
    "office",         "parliament",   "party",    "police",  "prosecutor", "representatives", "security",  "senate",
    "service",        "state",        "staff",    "supreme", "the",        "treasury"};

}  // namespace

std::string fold(std::string_view name) {
  const std::string text = lower_ascii(name);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool after_single = i > 0 && is_letter(text[i - 1]) && (i == 1 || !is_word_char(text[i - 2]));
    const bool before_letter = i + 1 < text.size() && is_letter(text[i + 1]);
    const bool before_single = before_letter && (i + 2 >= text.size() || !is_word_char(text[i + 2]));
    if (is_word_char(c)) {
      out.push_back(c);
    } else if (c == '.' && after_single && before_single) {
      // "U.N." is one word, "J. Smith" two.
    } else if (c == '&') {
      out.append(out.empty() || out.back() == ' ' ? "and " : " and ");
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string PersonName::key() const { return suffix.empty() ? join(words, ' ') : join(words, ' ') + ", " + suffix; }

PersonName person_name(std::string_view name, const NameVariants& variants) {
  PersonName out;
  auto words = essential(name, variants);
  if (words.size() > 2 && contains(suffixes, words.back())) {
    out.suffix = words.back() == "junior" ? "jr" : words.back();
    words.pop_back();
  }
  for (std::size_t i = 0; i < words.size(); ++i)
    out.words.push_back(canonical(i + 1 == words.size() ? variants.surnames : variants.given, words[i]));
  return out;
}

bool abbreviates(const PersonName& brief, const PersonName& full, bool same_country) {
  if (brief.suffix != full.suffix || brief.words.size() < 2 || brief.words.size() > full.words.size()) return false;
  // Only the brief name may stand with an initial: were it both ways, "J. Smith" would join John and James.
  const auto fits = [](const std::string& a, const std::string& b) {
    return a == b || (a.size() == 1 && a[0] == b[0]);
  };
  if (!fits(brief.words.front(), full.words.front())) return false;
  // The surname is the last word or, where a second surname follows, the last but one.
  const std::size_t n = full.words.size();
  std::size_t surname = n - 1;
  if (brief.words.back() != full.words[surname]) {
    if (!same_country || n < 3 || brief.words.back() != full.words[n - 2]) return false;
    surname = n - 2;
  }
  // Middle names in their order; an initial of one that the other has not tells them apart ("George W." and "George H.
  // W. Bush").
  bool left_out_initial = false;
  std::size_t j = 1;
  for (std::size_t i = 1; i + 1 < brief.words.size(); ++i, ++j) {
    while (j < surname && !fits(brief.words[i], full.words[j])) left_out_initial |= full.words[j++].size() == 1;
    if (j >= surname) return false;
  }
  for (; j < surname; ++j) left_out_initial |= full.words[j].size() == 1;
  return brief.words.size() == 2 || !left_out_initial;
}

std::string body_key(std::string_view name) {
  auto words = split(fold(name));
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  while (words.size() > 1 && contains(legal_forms, words.back())) words.pop_back();
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (words[i] == "co" && words[i + 1] == "operation") {
      words[i] = "cooperation";
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  for (auto& word : words) word = american(word);
  return join(words, ' ');
}

bool is_generic(std::string_view body_key) {
  const auto words = split(body_key);
  return std::all_of(words.begin(), words.end(), [](const std::string& word) { return contains(generic_words, word); });
}

std::string slug(std::string_view name) { return join(split(fold(name)), '-'); }

}  // namespace entente::network
