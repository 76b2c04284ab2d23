#include <algorithm>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"

/// "Union of South American Nations (UNASUR)", "UNASUR (Union of South American Nations)", "Mohamed Dagalo, better known as Hemedti".
namespace entente::entity {
namespace {

bool small(std::string_view lower) {
  return lower == "of" || lower == "the" || lower == "and" || lower == "for" || lower == "on" || lower == "in" || lower == "to" || lower == "de" ||
         lower == "del" || lower == "la" || lower == "y" || lower == "e" || lower == "du" || lower == "des" || lower == "&";
}

bool starts_with_letter(std::string_view key_word, char c) { return !key_word.empty() && key_word[0] == c; }

/// Do the letters of `acronym` (lower case) run through the words of `phrase` (a key), most of them at the words' beginnings?
bool spells(std::string_view acronym, std::string_view phrase) {
  std::size_t at_words = 0, position = 0;
  for (const char c : acronym) {
    // The next word that begins with it; or else the next such letter.
    std::size_t word = position == 0 && starts_with_letter(phrase, c) ? 0 : std::string_view::npos;
    if (word == std::string_view::npos)
      for (std::size_t i = position; i + 1 < phrase.size(); ++i)
        if (phrase[i] == ' ' && phrase[i + 1] == c) {
          word = i + 1;
          break;
        }
    const std::size_t letter = phrase.find(c, position);
    if (word != std::string_view::npos) {
      ++at_words;
      position = word + 1;
    } else if (letter != std::string_view::npos) {
      position = letter + 1;
    } else {
      return false;
    }
  }
  return at_words * 2 > acronym.size() && !phrase.empty() && !acronym.empty() && phrase[0] == acronym[0];
}

class Acronyms {
 public:
  explicit Acronyms(Analysis& a) : a_(a), t_(a.text) {}

  void run() {
    for (std::uint32_t i = 1; i + 2 < t_.size(); ++i)
      if (t_.form(i) == "(" && t_.sentence(i) == t_.sentence(i + 2)) bracket(i);
    known_as();
    alternatives();
    set_off();
    index();
  }

 private:
  const Name* name_ending(std::uint32_t end) const {
    if (end == 0 || a_.name_at[end - 1] < 0) return nullptr;
    const Name& n = a_.names[static_cast<std::size_t>(a_.name_at[end - 1])];
    return n.end == end ? &n : nullptr;
  }

  std::uint32_t closing(std::uint32_t open) const {
    for (std::uint32_t k = open + 1; k < t_.sentence_end(open); ++k)
      if (t_.form(k) == ")") return k;
    return open;
  }

  void bracket(std::uint32_t open) {
    const std::uint32_t close = closing(open);
    if (close <= open + 1) return;
    const std::uint32_t inner = t_.form(open + 1) == "," ? open + 2 : open + 1;
    if (inner >= close) return;
    std::uint32_t inner_end = inner + 1;
    while (inner_end < close && (t_.hyphen(inner_end) || t_.hyphen(inner_end - 1))) ++inner_end;
    // "(PROSUR by its Spanish acronym)", "(SDI; a party led by ...)".
    const bool alone = inner_end == close || t_.lower(inner_end) == "by" || t_.lower(inner_end) == "in" || separator(inner_end);
    if (alone && t_.cap(inner) && acronym_like(inner, inner_end)) {
      long_then_short(open, inner, inner_end, inner_end == close);
    } else if (const std::uint32_t end = foreign_end(open, close); end > inner) {
      foreign_name(open, inner, end, close);
    } else if (name_ending(open) && t_.cap(inner)) {
      short_then_long(open, inner, close);
    }
  }

  bool separator(std::uint32_t i) const { return t_.form(i) == "," || t_.form(i) == ";" || t_.form(i) == ":"; }

  // "Liberal Party of Honduras (Partido Liberal de Honduras: PLH)": end of a name in another language; `open` where the bracket holds none.
  std::uint32_t foreign_end(std::uint32_t open, std::uint32_t close) const {
    const Name* name = name_ending(open);
    if (!name || name->end - name->begin < 2 || !names_body(*name)) return open;
    std::uint32_t end = open + 1, capitals = 0;
    for (; end < close && !separator(end); ++end) {
      if (t_.punctuation(end) && !t_.hyphen(end)) return open;
      // A verb, a person or a state says something else.
      if (t_.pos(end) == "VERB" && !t_.cap(end)) return open;
      if (a_.gazetteer.given_name(t_.key(end, end + 1)) || (a_.title_at[end] >= 0 && !t_.cap(end))) return open;
      capitals += t_.cap(end);
    }
    const std::uint32_t length = end - open - 1;
    return capitals >= 2 && t_.cap(open + 1) && length < 8 && capitals * 2 >= length && a_.listed_at[open + 1] < 0 ? end : open;
  }

  bool names_body(const Name& name) const {
    if (name.listed >= 0) {
      for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(name.listed)]))
        if (f.sense == Sense::organization) return true;
      return false;
    }
    for (std::uint32_t i = name.begin; i < name.end; ++i)
      if (!a_.gazetteer.head_class(t_.lower(i)).empty()) return true;
    return false;
  }

  void foreign_name(std::uint32_t open, std::uint32_t begin, std::uint32_t end, std::uint32_t close) {
    const std::string name = name_ending(open)->key, foreign = t_.key(begin, end);
    cover(begin, end);
    if (foreign != name) a_.aliases.emplace(foreign, name);
    // The acronym is of the name in its own language.
    if (end + 2 == close && t_.cap(end + 1) && t_.acronym(end + 1) && a_.listed_at[end + 1] < 0) join(t_.key(end + 1, end + 2), name, end + 1, end + 2);
  }

  bool acronym_like(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view s = t_.form(begin);
    if (end == begin + 1 && s.size() < 2) return false;
    return !a_.gazetteer.given_name(t_.key(begin, end)) || t_.acronym(begin);
  }

  bool other_listed(std::uint32_t token) const {
    if (a_.listed_at[token] < 0) return false;
    for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(a_.listed_at[token])]))
      if (f.sense != Sense::organization && f.sense != Sense::blocked) return true;
    return false;
  }

  // @param foreign the acronym may be of the name in another language: nothing else stands in the bracket ("NYSE: TTM").
  void long_then_short(std::uint32_t open, std::uint32_t begin, std::uint32_t end, bool foreign) {
    if (other_listed(begin)) return;
    const std::string acronym = t_.key(begin, end);
    const Name* name = name_ending(open);
    if (name && name->end - name->begin > 1 && spells(acronym, name->key)) {
      const std::string key = name->key;
      if (of_another(*name, begin)) {
        if (says_which(*name, begin)) return meant_by(acronym, key);
        unlist(acronym);
      }
      join(acronym, key, begin, end);
      return;
    }
    if (const std::uint32_t from = walk_back(open, acronym); from < open) {
      if (name && name->begin < from) {
        // The acronym is of the last part of a longer name: "General Secretariat of the Organization of American States (OAS)".
        a_.aliases.emplace(acronym, t_.key(from, open));
        return;
      }
      cover(from, open);
      join(acronym, t_.key(from, open), begin, end);
    } else if (foreign && name && t_.acronym(begin) && name->end - name->begin > 1) {
      foreign_acronym(*name, acronym, begin, end);
    }
  }

  // An acronym of the name in another language.
  void foreign_acronym(const Name& name, const std::string& acronym, std::uint32_t begin, std::uint32_t end) {
    const auto known = organizations(a_.listed_at[begin]), own = organizations(name.listed);
    if (name.listed >= 0 && own.empty()) return;
    if (member_of_party(name, known)) return;
    if (std::any_of(own.begin(), own.end(), [&](std::uint32_t o) { return std::find(known.begin(), known.end(), o) != known.end(); })) return;
    const std::string key = name.key;
    if (says_which(name, begin)) return meant_by(acronym, key);
    if (!known.empty()) unlist(acronym);
    else if (a_.listed_at[begin] >= 0) return;
    join(acronym, key, begin, end);
  }

  // "Karl Laut (SPD)": a person and his party.
  bool member_of_party(const Name& name, const std::vector<std::uint32_t>& known) const {
    if (name.listed >= 0 || names_body(name)) return false;
    const bool party = std::any_of(known.begin(), known.end(), [&](std::uint32_t k) { return class_of(k) == "party"; });
    return party && a_.gazetteer.given_name(t_.key(name.begin, name.begin + 1)) != 0;
  }

  std::vector<std::uint32_t> organizations(std::int32_t listed) const {
    std::vector<std::uint32_t> out;
    if (listed < 0) return out;
    for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(listed)]))
      if (f.sense == Sense::organization) out.push_back(f.index);
    return out;
  }

  std::string_view class_of(std::uint32_t organization) const { return a_.gazetteer.organizations()[organization].cls; }

  // Does a listed acronym's body do what the name says?
  bool same_class(const Name& name, const std::vector<std::uint32_t>& known) const {
    const auto own = organizations(name.listed);
    for (const std::uint32_t k : known) {
      if (std::any_of(own.begin(), own.end(), [&](std::uint32_t o) { return class_of(o) == class_of(k); })) return true;
      if (!own.empty()) continue;
      for (std::uint32_t i = name.begin; i < name.end; ++i)
        if (a_.gazetteer.head_class(t_.lower(i)) == class_of(k)) return true;
    }
    return false;
  }

  // "Slovak National Party (SNS)", where the acronym is listed for another body only.
  bool of_another(const Name& name, std::uint32_t begin) const {
    const auto known = organizations(a_.listed_at[begin]), own = organizations(name.listed);
    if (known.empty()) return false;
    if (own.empty()) return !same_class(name, known) && names_body(name);
    return std::none_of(own.begin(), own.end(), [&](std::uint32_t o) { return std::find(known.begin(), known.end(), o) != known.end(); });
  }

  // "Christian Democrats (CDA)": of several bodies of the name that one which the acronym says. A name with its state needs no such help.
  bool says_which(const Name& name, std::uint32_t begin) const {
    const auto known = organizations(a_.listed_at[begin]);
    return !known.empty() && same_class(name, known) && (name.listed < 0 || !names_state(name));
  }

  bool names_state(const Name& name) const {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      for (const std::uint32_t limit : {i + 1, i + 2}) {
        const auto found = t_.longest(a_.gazetteer.names(), i, std::min(limit, name.end), false);
        if (found.id == PhraseIndex::none) continue;
        const auto [first, last] = a_.gazetteer.names().values(found.id);
        if (std::any_of(first, last, [&](std::uint32_t v) { return a_.gazetteer.form(v).sense <= Sense::region_demonym; })) return true;
      }
    }
    return false;
  }

  void meant_by(const std::string& acronym, const std::string& name) {
    unlist(name);
    a_.aliases.emplace(name, acronym);
  }

  // What the list says of a name is not meant in this text.
  void unlist(const std::string& key) {
    for (Name& n : a_.names)
      if (n.key == key && n.listed >= 0) n.listed = -1, n.type = Type::organization;
  }

  // Where a phrase before the bracket begins whose capital words spell the acronym, in whatever order: that of another language may be
  // another ("Patriotic Front for Freedom (FPL)").
  std::uint32_t walk_back(std::uint32_t open, std::string_view acronym) const {
    const std::uint32_t from = t_.sentence_begin(open);
    if (acronym.size() < 3 || acronym.find(' ') != std::string_view::npos) return open;
    std::string initials;
    for (std::uint32_t i = open; i > from && open - i < 2 * acronym.size() + 6;) {
      --i;
      if (t_.punctuation(i) && !t_.hyphen(i) && t_.form(i) != ",") return open;
      if (!t_.cap(i)) {
        if (!small(t_.lower(i)) && !t_.hyphen(i) && t_.form(i) != "," && !t_.possessive(i)) return open;
        continue;
      }
      const std::string key = t_.key(i, i + 1);
      if (key.empty()) return open;
      initials.insert(initials.begin(), key[0]);
      if (initials.size() == acronym.size()) return std::is_permutation(initials.begin(), initials.end(), acronym.begin(), acronym.end()) ? i : open;
    }
    return open;
  }

  // Makes [begin, end) one name, in place of those it holds. Order is restored at the end.
  void cover(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t i = begin; i < end; ++i)
      if (a_.name_at[i] >= 0) a_.names[static_cast<std::size_t>(a_.name_at[i])].type = Type::nothing;
    Name name;
    name.begin = begin;
    name.end = end;
    name.key = t_.key(begin, end);
    name.type = Type::organization;
    for (std::uint32_t i = begin; i < end; ++i) a_.name_at[i] = static_cast<std::int32_t>(a_.names.size());
    a_.names.push_back(std::move(name));
  }

  void index() {
    std::erase_if(a_.names, [](const Name& n) { return n.type == Type::nothing; });
    std::stable_sort(a_.names.begin(), a_.names.end(), [](const Name& x, const Name& y) { return x.begin < y.begin; });
    a_.name_at.assign(t_.size(), -1);
    for (std::size_t n = 0; n < a_.names.size(); ++n)
      for (std::uint32_t i = a_.names[n].begin; i < a_.names[n].end; ++i) a_.name_at[i] = static_cast<std::int32_t>(n);
  }

  void join(const std::string& acronym, const std::string& name, std::uint32_t begin, std::uint32_t end) {
    if (acronym == name) return;
    a_.aliases.emplace(acronym, name);
    if (a_.name_at[begin] < 0) cover(begin, end);
  }

  void short_then_long(std::uint32_t open, std::uint32_t begin, std::uint32_t close) {
    const Name* name = name_ending(open);
    if (name->end - name->begin != 1 || a_.name_at[begin] < 0) return;
    const Name& inner = a_.names[static_cast<std::size_t>(a_.name_at[begin])];
    if (inner.begin != begin || inner.end > close || inner.end - inner.begin < 2) return;
    if (spells(name->key, inner.key)) a_.aliases.emplace(name->key, inner.key);
  }

  // "The Port Elders' League[, a small network] known as Pel": where the comma before the description stands.
  std::uint32_t description_before(std::uint32_t end) const {
    for (std::uint32_t k = end; k > 1 && end - k < 6;) {
      --k;
      if (t_.form(k) == ",") return t_.pos(k + 1) == "DET" ? k : 0;
      const std::string_view pos = t_.pos(k);
      if (t_.cap(k) || (pos != "NOUN" && pos != "ADJ" && pos != "DET" && !t_.hyphen(k))) return 0;
    }
    return 0;
  }

  // "X, better known as Y,".
  void known_as() {
    for (std::uint32_t i = 1; i + 2 < t_.size(); ++i) {
      if (t_.lower(i) != "known" && t_.lower(i) != "nicknamed" && t_.lower(i) != "dubbed" && !(t_.lower(i) == "called" && i > 0 && t_.lower(i - 1) == "also")) continue;
      std::uint32_t after = i + 1;
      if (t_.lower(after) == "as" || t_.lower(after) == "by") ++after;
      while (after < t_.size() && (t_.quote(after) || t_.lower(after) == "the")) ++after;
      std::uint32_t before = i;
      while (before > 0 && (t_.lower(before - 1) == "better" || t_.lower(before - 1) == "also" || t_.lower(before - 1) == "widely" ||
                            t_.lower(before - 1) == "commonly" || t_.lower(before - 1) == "best" || t_.form(before - 1) == "," || t_.form(before - 1) == "("))
        --before;
      const Name* name = name_ending(before);
      if (!name) name = name_ending(description_before(before));
      if (!name || after >= t_.size() || a_.name_at[after] < 0 || t_.sentence(after) != t_.sentence(i)) continue;
      const Name& alias = a_.names[static_cast<std::size_t>(a_.name_at[after])];
      if (alias.begin == after && alias.listed < 0 && name->listed < 0 && alias.key != name->key) a_.aliases.emplace(alias.key, name->key);
    }
  }

  // "the Namibian People's Organization, or NAPO, said".
  void alternatives() {
    for (std::uint32_t i = 2; i + 1 < t_.size(); ++i) {
      if (t_.lower(i) != "or" || t_.form(i - 1) != "," || !t_.acronym(i + 1) || t_.sentence(i - 1) != t_.sentence(i + 1)) continue;
      const Name* name = name_ending(i - 1);
      const bool closed = i + 2 < t_.size() && t_.form(i + 2) == ",";
      if (name && name->end - name->begin > 1) long_then_short(i - 1, i + 1, i + 2, closed);
    }
  }

  // "the Namibian People's Organization, NAPO, said".
  void set_off() {
    for (std::uint32_t i = 2; i + 2 < t_.size(); ++i) {
      if (t_.form(i) != "," || (t_.form(i + 2) != "," && t_.form(i + 2) != ".") || !t_.acronym(i + 1) || t_.sentence(i) != t_.sentence(i + 2)) continue;
      const Name* name = name_ending(i);
      if (name && name->end - name->begin > 2 && t_.form(i + 1).size() > 2 && spells(t_.key(i + 1, i + 2), name->key)) long_then_short(i, i + 1, i + 2, false);
    }
  }

  Analysis& a_;
  const Text& t_;
};

}  // namespace

void learn_acronyms(Analysis& a) { Acronyms(a).run(); }

}  // namespace entente::entity
