#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>
#include <unordered_map>

#include "entity/analysis.hpp"

/// Which names denote the same person: "Sergey Lavrov", "Sergei Lavrov", "Lavrov", "Mr Lavrov".
namespace entente::entity {
namespace {

using Words = std::vector<std::string>;

Words split(std::string_view key) {
  Words words;
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    // Quotation marks around a nickname are no words.
    if (end > begin && (end - begin > 1 || std::isalnum(static_cast<unsigned char>(key[begin])))) words.emplace_back(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool contains_run(const Words& whole, const Words& part) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

class Persons {
 public:
  explicit Persons(Analysis& a) : a_(a), g_(a.gazetteer) {}

  void run() {
    // Full names first, so that a surname before its full name (a headline) finds it too.
    for (std::uint32_t n = 0; n < a_.names.size(); ++n)
      if (a_.names[n].type == Type::person && a_.names[n].end - a_.names[n].begin > 1 && bare(a_.names[n].key).size() != 1) full(n);
    passed_full_ = true;
    for (std::uint32_t n = 0; n < a_.names.size(); ++n)
      if (a_.names[n].type == Type::person && a_.names[n].entity == none) single(n);
    for (Draft& d : a_.drafts)
      if (d.live && d.type == Type::person && d.country.empty()) {
        std::string key;
        for (const std::string& word : d.words) key.append(key.empty() ? "" : " ").append(word);
        d.country = g_.public_figure(key);
      }
  }

 private:
  /// Without particles, which are often left out.
  Words significant(std::string_view key) const {
    Words words = split(key), out;
    for (std::string& w : words)
      if (!g_.is_particle(w) || words.size() < 3) out.push_back(std::move(w));
    return out.empty() ? split(key) : out;
  }

  /// "De Klerk", "al-Assad": a surname with its particles is no full name.
  Words bare(std::string_view key) const {
    Words words = split(key);
    // "Ben Carter" is one, while "Ben Ali" is found in the full name all the same; the other particles are seldom given names ("Van Ruiten").
    const bool given = words.size() == 2 && words[0] == "ben" && !g_.is_particle(words[1]);
    std::erase_if(words, [&](const std::string& w) { return w.size() > 1 && g_.is_particle(w) && !given; });
    return words.empty() ? split(key) : words;
  }

  bool same_word(const std::string& x, const std::string& y, bool given) const {
    if (x == y) return true;
    if (given) {
      if (x.size() == 1 || y.size() == 1) return x[0] == y[0];
      const auto gx = g_.given_group(x), gy = g_.given_group(y);
      if (gx && gx == gy) return true;
      const auto nx = g_.nickname_group(x), ny = g_.nickname_group(y);
      return nx && nx == ny;
    }
    const auto sx = g_.surname_group(x), sy = g_.surname_group(y);
    if (sx && sx == sy) return true;
    const auto gx = g_.given_group(x), gy = g_.given_group(y);
    return gx && gx == gy && x.size() > 3;
  }

  bool same_full(const Words& x, const Words& y) const {
    if (x == y) return true;
    const Words& longer = x.size() >= y.size() ? x : y;
    const Words& shorter = x.size() >= y.size() ? y : x;
    if (shorter.size() < 2) return false;
    if (contains_run(longer, shorter)) return true;
    // Same first and last word, or spellings of them; middle names may be left out.
    return same_word(longer.back(), shorter.back(), false) && same_word(longer.front(), shorter.front(), true) &&
           (longer.size() != shorter.size() || longer.size() == 2 || middle_agrees(longer, shorter));
  }

  bool middle_agrees(const Words& x, const Words& y) const {
    for (std::size_t i = 1; i + 1 < x.size(); ++i)
      if (!same_word(x[i], y[i], true)) return false;
    return true;
  }

  char gender_of(const Name& name) const {
    char gender = 0;
    if (name.begin > 0) {
      const Text& t = a_.text;
      if (const char h = t.cap(name.begin - 1) ? g_.honorific(t.form(name.begin - 1)) : '\0'; h == 'm' || h == 'f') gender = h;
      if (const std::int32_t hit = a_.title_at[name.begin - 1]; hit >= 0 && !gender)
        gender = g_.titles()[a_.titles[static_cast<std::size_t>(hit)].title].gender;
    }
    if (!gender && name.end - name.begin > 1) {
      const std::string_view key = name.key;
      const std::size_t first = key.find(' '), second = first == std::string::npos ? first : key.find(' ', first + 1);
      // "Jean-Claude" before "Jean".
      char given = second == std::string::npos ? '\0' : g_.given_name(key.substr(0, second));
      if (!given) given = g_.given_name(key.substr(0, first));
      if (given == 'm' || given == 'f') gender = given;
    }
    return gender;
  }

  void attach(std::uint32_t n, std::uint32_t draft, std::string_view rule) {
    Name& name = a_.names[n];
    name.rule = rule;
    name.entity = draft;
    ++times_[draft];
    Draft& d = a_.drafts[draft];
    if (!d.gender) d.gender = gender_of(name);
    const Words words = significant(name.key);
    if (words.size() > d.words.size()) d.words = words;
    if (!passed_full_) places_[draft].push_back(name.begin);
    else if (places_[draft].empty()) places_[draft].push_back(name.begin);
  }

  std::uint32_t make(std::uint32_t n) {
    Draft d;
    d.type = Type::person;
    d.words = significant(a_.names[n].key);
    const std::uint32_t draft = a_.add_draft(std::move(d));
    by_key_.emplace(g_.spelled(a_.names[n].key), draft);
    index_words(draft, significant(a_.names[n].key));
    if (a_.names[n].end - a_.names[n].begin > 3 && a_.text.hyphen(a_.names[n].end - 2)) double_.insert(draft);
    attach(n, draft, "");
    return draft;
  }

  /// One of a user's names, or a spelling that he says is of a name met before.
  bool user_name(std::uint32_t n) {
    const Name& name = a_.names[n];
    if (name.form != none && g_.form(name.form).sense == Sense::person) {
      const std::uint32_t draft = a_.person_draft(g_.form(name.form).index);
      by_key_.emplace(g_.spelled(name.key), draft);
      index_words(draft, significant(name.key));
      attach(n, draft, "names file");
      return true;
    }
    const auto spelled = g_.spelled(name.key);
    const auto it = spelled == name.key ? by_key_.end() : by_key_.find(std::string(spelled));
    if (it == by_key_.end()) return false;
    index_words(it->second, significant(name.key));
    attach(n, it->second, "names file");
    return true;
  }

  void index_words(std::uint32_t draft, const Words& words) {
    for (const std::string& w : words) {
      auto& list = by_word_[w];
      if (std::find(list.begin(), list.end(), draft) == list.end()) list.push_back(draft);
      if (const auto group = g_.surname_group(w)) {
        auto& spelled = by_word_["\x01" + std::to_string(group)];
        if (std::find(spelled.begin(), spelled.end(), draft) == spelled.end()) spelled.push_back(draft);
      }
    }
  }

  std::uint32_t aliased(const std::string& key) const {
    const auto alias = a_.aliases.find(key);
    if (alias == a_.aliases.end()) return none;
    const auto it = by_key_.find(alias->second);
    return it == by_key_.end() ? none : it->second;
  }

  void full(std::uint32_t n) {
    if (user_name(n)) return;
    const Name& name = a_.names[n];
    if (const auto it = by_key_.find(name.key); it != by_key_.end()) return attach(n, it->second, "same name");
    const Words words = significant(name.key);
    for (const std::uint32_t d : candidates(words.back())) {
      if (!same_full(a_.drafts[d].words, words)) continue;
      by_key_.emplace(name.key, d);
      index_words(d, words);
      return attach(n, d, "spelling");
    }
    make(n);
  }

  std::vector<std::uint32_t> candidates(const std::string& word) const {
    std::vector<std::uint32_t> out;
    if (const auto it = by_word_.find(word); it != by_word_.end()) out = it->second;
    if (const auto group = g_.surname_group(word))
      if (const auto it = by_word_.find("\x01" + std::to_string(group)); it != by_word_.end()) out.insert(out.end(), it->second.begin(), it->second.end());
    return out;
  }

  // 3 for the surname, 2 for the first word, 1 for another; 0 where the word is not in the name.
  int fit(const Draft& d, const std::string& word) const {
    if (d.words.empty()) return 0;
    if (same_word(d.words.back(), word, false)) return 3;
    if (d.words.front() == word) return 2;
    return std::find(d.words.begin(), d.words.end(), word) != d.words.end() ? 1 : 0;
  }

  void single(std::uint32_t n) {
    if (user_name(n)) return;
    const Name& name = a_.names[n];
    if (const std::uint32_t d = aliased(name.key); d != none) return attach(n, d, "known as");
    const Words words = bare(name.key).size() == 1 ? bare(name.key) : significant(name.key);
    const char gender = gender_of(name);
    std::uint32_t best = none;
    using Rank = std::tuple<int, bool, int, std::int64_t>;
    Rank best_rank{};
    for (const std::uint32_t d : candidates(words.back())) {
      const Draft& draft = a_.drafts[d];
      int fits = words.size() > 1 ? (contains_run(draft.words, words) ? 3 : 0) : fit(draft, words[0]);
      if (fits == 3 && words.size() == 1 && double_.contains(d)) fits = 1;  // "Sarkozy" is no "Bruni-Sarkozy", where there is another
      if (!fits) continue;
      if (gender && draft.gender && gender != draft.gender) continue;
      // Prefer the surname, then one mentioned shortly before, then the one mentioned most, then the last before, then the next after.
      const std::int64_t nearness = last_before(d, name.begin);
      const bool near = nearness >= 0 && name.begin - static_cast<std::uint32_t>(nearness) < 60;
      const Rank rank{fits, near, near ? 0 : times_[d], nearness};
      if (best == none || rank > best_rank) {
        best = d;
        best_rank = rank;
      }
    }
    if (best == none) best = make(n);
    else attach(n, best, std::get<0>(best_rank) == 3 ? "surname" : "part of the name");
    last_[best] = a_.names[n].begin;
  }

  // Position of the last mention before `token`; minus that of the first after it where there is none.
  std::int64_t last_before(std::uint32_t draft, std::uint32_t token) const {
    const auto& places = places_.at(draft);
    const auto after = std::lower_bound(places.begin(), places.end(), token);
    std::int64_t at = after == places.begin() ? -1 - static_cast<std::int64_t>(*after) : *(after - 1);
    if (const auto it = last_.find(draft); it != last_.end() && it->second < token) at = std::max<std::int64_t>(at, it->second);
    return at;
  }

  Analysis& a_;
  const Gazetteer& g_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> places_;  ///< Where full names stand, ascending.
  std::unordered_map<std::uint32_t, int> times_;                           ///< How often each was named so far.
  std::set<std::uint32_t> double_;                                         ///< Those of two surnames with a hyphen between.
  bool passed_full_ = false;
  std::unordered_map<std::uint32_t, std::uint32_t> last_;
};

}  // namespace

void join_persons(Analysis& a) { Persons(a).run(); }

}  // namespace entente::entity
