#include <algorithm>
#include <array>
#include <unordered_map>

#include "entity/analysis.hpp"
#include "entity/name_hints.hpp"
#include "entity/fold.hpp"

/// Which names denote the same organization, and what a bare "the Council" or "the Foreign Ministry" is short for.
namespace entente::entity {
namespace {

class Organizations {
 public:
  explicit Organizations(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    // Listed names stand for themselves; then longer names before shorter, so that the short ones find what they shorten.
    std::vector<std::uint32_t> order;
    for (std::uint32_t n = 0; n < a_.names.size(); ++n) {
      Name& name = a_.names[n];
      if (name.form != none) {
        listed(name);
        if (name.type == Type::organization) index(name);
      } else if (const std::uint32_t c = half(name); c != none) {
        name.type = Type::country;
        name.entity = a_.country_draft(c);
        name.rule = "half of the name";
      } else if (name.type == Type::organization || name.type == Type::place || name.type == Type::region) {
        name.generic = generic(name);
        order.push_back(n);
      }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
      const Name &a = a_.names[x], &b = a_.names[y];
      return std::pair(a.generic, b.end - b.begin) < std::pair(b.generic, a.end - a.begin);
    });
    for (const std::uint32_t n : order) join(a_.names[n]);
  }

 private:
  void listed(Name& name) {
    const Form& f = g_.form(name.form);
    switch (f.sense) {
      case Sense::country: case Sense::country_adjective: case Sense::country_demonym: case Sense::seat:
        name.entity = a_.country_draft(f.index);
        break;
      case Sense::region: case Sense::region_adjective: case Sense::region_demonym: case Sense::region_seat:
        name.entity = a_.region_draft(f.index);
        break;
      case Sense::organization: case Sense::organization_seat: name.entity = a_.organization_draft(f.index); break;
      case Sense::city: name.entity = place(name, g_.countries()[f.index].code); break;
      case Sense::person: case Sense::blocked: break;
    }
  }

  std::uint32_t place(const Name& name, const std::string& country) {
    const auto [it, made] = by_key_.try_emplace("place " + name.key, 0);
    if (made) {
      Draft d;
      d.type = Type::place;
      d.name = t_.surface(name.begin, name.end);
      d.country = country;
      d.nouns = {"city", "town"};
      it->second = a_.add_draft(std::move(d));
    }
    return it->second;
  }

  // "Foreign Ministry", "the Council", "National Assembly": common words only, so that a state or a longer name must be understood.
  bool generic(const Name& name) const {
    if (name.type != Type::organization) return false;
    bool head = false;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const std::string_view lower = t_.lower(i);
      if (t_.punctuation(i) || lower == "of" || lower == "the" || lower == "and" || lower == "for" || t_.possessive(i)) continue;
      if (!g_.head_class(lower).empty()) {
        head = true;
        continue;
      }
      if (!g_.cue(Gazetteer::Cue::portfolio, lower) && lower != "supreme" && lower != "high" && lower != "central" && lower != "federal" &&
          lower != "general" && lower != "constitutional" && lower != "transitional" && lower != "opposition" && lower != "people" && lower != "main")
        return false;
    }
    return head;
  }

  /// A key without what names of companies and parties are often left without.
  std::string stripped(std::string_view key) const {
    std::string s(key);
    for (;;) {
      const auto tail = [&](std::size_t space) {
        return space != std::string::npos && g_.cue(Gazetteer::Cue::organization_tail, std::string_view(s).substr(space + 1));
      };
      const std::size_t space = s.rfind(' '), before = space == std::string::npos || space == 0 ? space : s.rfind(' ', space - 1);
      if (space == std::string::npos || (before == std::string::npos && is_organ(std::string_view(s).substr(space + 1)))) return s;
      if (before != 0 && tail(before)) s.resize(before);  // "news agency"
      else if (tail(space)) s.resize(space);
      else return s;
    }
  }

  void index(const Name& name) {
    Draft& draft = a_.drafts[name.entity];
    if (std::find(draft.keys.begin(), draft.keys.end(), name.key) == draft.keys.end()) {
      if (draft.keys.empty() && draft.cls == "ministry") ministries_.push_back(name.entity);
      draft.keys.push_back(name.key);
    }
    by_key_.emplace(name.key, name.entity);
    by_key_.emplace(g_.spelled(name.key), name.entity);
    by_key_.emplace(stripped(name.key), name.entity);
    if (const auto it = a_.aliases.find(name.key); it != a_.aliases.end()) by_key_.emplace(it->second, name.entity);
    for (std::size_t space = name.key.find(' '); space != std::string::npos; space = name.key.find(' ', space + 1)) {
      const std::string_view rest = std::string_view(name.key).substr(space + 1);
      by_suffix_.emplace(rest, name.entity);
      // "Embassy of Mexico" of "Embassy of Mexico in Ecuador", "Council" of "Council of Europe".
      if (rest.starts_with("of ") || rest.starts_with("in ") || rest.starts_with("for ") || rest.starts_with("on "))
        by_prefix_.emplace(name.key.substr(0, space), name.entity);
    }
    beginnings(name, draft.cls);
    if (name.end - name.begin > 1) {
      const std::string letters = initials(name.key);
      by_initials_.emplace(letters, name.entity);
      const auto [it, made] = by_letters_.emplace(sorted(letters), name.entity);
      if (!made && it->second != name.entity) it->second = none;
    }
  }

  static bool is_organ(std::string_view noun) {
    constexpr std::array<std::string_view, 9> kOrgans{"board", "bureau", "commission", "committee", "congress", "council", "executive", "secretariat", "tribunal"};
    return std::find(kOrgans.begin(), kOrgans.end(), noun) != kOrgans.end();
  }

  // "Rand Ridge" of "Rand Ridge Resources": companies and clubs are called by the first words of their names.
  void beginnings(const Name& name, std::string_view cls) {
    if ((cls != "company" && cls != "sport" && cls != "bank") || name.form != none) return;
    const std::size_t space = name.key.rfind(' ');
    if (space == std::string::npos || name.key.substr(0, space).find(" of") != std::string::npos) return;
    const std::string first = name.key.substr(0, space);
    if (is_organ(std::string_view(name.key).substr(space + 1))) return;  // the "IAAF Council" is not the IAAF
    if (first.find(' ') == std::string::npos && (cls != "company" || !g_.head_class(first).empty())) return;  // "Manchester" is no United
    const auto [it, made] = by_prefix_.emplace(first, name.entity);
    if (!made && it->second != name.entity) it->second = none;
  }

  static std::string initials(std::string_view key) {
    std::string out;
    for (std::size_t i = 0; i < key.size(); ++i) {
      if (i > 0 && key[i - 1] != ' ') continue;
      const std::string_view rest = key.substr(i);
      if (rest.starts_with("of ") || rest.starts_with("the ") || rest.starts_with("and ") || rest.starts_with("for ") || rest.starts_with("on ") ||
          rest.starts_with("in "))
        continue;
      out += rest[0];
    }
    return out;
  }

  static std::string sorted(std::string letters) {
    std::sort(letters.begin(), letters.end());
    return letters;
  }

  std::uint32_t find(const auto& map, const std::string& key) const {
    const auto it = map.find(key);
    return it == map.end() ? none : it->second;
  }

  /// The entity that a name shortens, spells or repeats; sets the name's rule.
  std::uint32_t known(Name& name) const {
    const auto by = [&](std::uint32_t entity, std::string_view rule) {
      name.rule = rule;
      return entity;
    };
    if (const auto alias = a_.aliases.find(name.key); alias != a_.aliases.end())
      if (const std::uint32_t e = find(by_key_, alias->second); e != none) return by(e, "known as");
    if (const std::uint32_t e = find(by_key_, name.key); e != none && a_.drafts[e].type == name.type) return by(e, "same name");
    if (const std::string spelled(g_.spelled(name.key)); spelled != name.key)
      if (const std::uint32_t e = find(by_key_, spelled); e != none && a_.drafts[e].type == name.type) return by(e, "names file");
    if (const std::uint32_t e = find(by_key_, stripped(name.key)); e != none && a_.drafts[e].type == name.type) return by(e, "same name");
    if (name.type != Type::organization) return none;
    if (const std::uint32_t e = find(by_suffix_, name.key); e != none && name.end - name.begin > 1) return by(e, "end of the name");
    if (const std::uint32_t e = find(by_prefix_, name.key); e != none) return by(e, "beginning of the name");
    if (name.end - name.begin == 1 && t_.acronym(name.begin) && name.key.size() >= 3)
      if (const std::uint32_t e = find(by_initials_, name.key); e != none) return by(e, "acronym");
    // "the Congo Liberation Movement ... the MLC": of the name in another language, where the words stand in another order.
    if (name.end - name.begin == 1 && t_.acronym(name.begin) && name.key.size() >= 3 && name.listed < 0)
      if (const std::uint32_t e = find(by_letters_, sorted(name.key)); e != none) return by(e, "acronym");
    return none;
  }

  // The nationality or state that a name begins or ends with.
  std::string country_in(const Name& name) const {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      if (a_.listed_at[i] < 0) continue;
      for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(a_.listed_at[i])])) {
        if (f.sense <= Sense::seat) return g_.countries()[f.index].code;
        if (f.sense == Sense::city) return g_.countries()[f.index].code;
        if (f.sense >= Sense::region && f.sense <= Sense::region_demonym) return g_.regions()[f.index].country;
      }
    }
    return {};
  }

  // "the Brazilian newspaper X", "Montevideo's X": the nationality before it.
  std::string country_before(const Name& name) const {
    const std::uint32_t from = t_.sentence_begin(name.begin);
    for (std::uint32_t i = name.begin; i > from && name.begin - i < 5;) {
      --i;
      if (a_.name_at[i] >= 0) {
        const Name& other = a_.names[static_cast<std::size_t>(a_.name_at[i])];
        if (other.form == none) return {};
        const Form& f = g_.form(other.form);
        if (f.sense <= Sense::city) return g_.countries()[f.index].code;
        return {};
      }
      const std::string_view pos = t_.pos(i);
      if (pos != "NOUN" && pos != "ADJ" && !t_.possessive(i) && pos != "PROPN") return {};
    }
    return {};
  }

  // "the North" in a text of North Korea.
  std::uint32_t half(const Name& name) const {
    if (name.end - name.begin != 1 || (name.key != "north" && name.key != "south") || name.begin == 0 || t_.lower(name.begin - 1) != "the") return none;
    std::uint32_t country = none;
    for (const auto& [c, weight] : a_.country_weight) {
      if (!fold_lower(g_.countries()[c].name).starts_with(name.key + " ")) continue;
      if (country != none) return none;
      country = c;
    }
    return country;
  }

  // "Woodside Energy" where "Woodside" is listed: a firm's name with a common word of firms' names behind it.
  std::uint32_t listed_firm(Name& name) {
    constexpr std::array<std::string_view, 20> kCommon{"ag", "co", "company", "corp", "corporation", "energy", "group", "holding", "holdings", "inc", "industries", "international", "limited", "ltd", "motor", "motors",
                                                       "oil", "petroleum", "plc", "resources"};
    std::uint32_t end = name.end;
    while (end > name.begin + 1 && std::find(kCommon.begin(), kCommon.end(), t_.lower(end - 1)) != kCommon.end()) --end;
    if (end == name.end || name.listed >= 0) return none;
    const Text::Found found = t_.longest(g_.names(), name.begin, end, false);
    if (found.id == PhraseIndex::none || found.end != end) return none;
    const auto [first, last] = g_.names().values(found.id);
    for (auto v = first; v != last; ++v) {
      const Form& form = g_.form(*v);
      if (form.sense != Sense::organization || form.adjective || g_.organizations()[form.index].cls != "company") continue;
      name.rule = "end of the name";
      return a_.organization_draft(form.index);
    }
    return none;
  }

  void join(Name& name) {
    if (name.type != Type::organization) {
      name.entity = known(name);
      if (name.entity == none) {
        name.entity = place(name, country_in(name));
        a_.drafts[name.entity].type = name.type;
        if (name.type == Type::region) a_.drafts[name.entity].nouns = {"region", "province"};
        by_key_.emplace(name.key, name.entity);
      }
      return;
    }
    name.entity = known(name);
    if (name.entity == none) name.entity = listed_firm(name);
    if (name.entity == none && name.generic) {
      generic_name(name);
    } else if (name.entity == none) {
      make(name, country_in(name));
    } else if (a_.drafts[name.entity].ref.empty()) {
      enrich(a_.drafts[name.entity], name);
    }
    if (name.entity != none && a_.drafts[name.entity].cls.empty()) a_.drafts[name.entity].cls = name.cls;
  }

  // The full name tells more than the acronym that was read before it.
  void enrich(Draft& d, const Name& name) const {
    for (std::string& noun : nouns_of(name))
      if (std::find(d.nouns.begin(), d.nouns.end(), noun) == d.nouns.end()) d.nouns.push_back(std::move(noun));
    if (d.country.empty()) d.country = country_in(name);
    if (d.country.empty()) d.country = country_before(name);
  }

  void make(Name& name, std::string country) {
    if (country.empty()) country = country_before(name);
    Draft d;
    d.type = Type::organization;
    d.country = std::move(country);
    d.cls = name.cls;
    d.nouns = nouns_of(name);
    name.entity = a_.add_draft(std::move(d));
    index(name);
  }

  std::vector<std::string> nouns_of(const Name& name) const {
    std::vector<std::string> nouns;
    // Of "Council of the European Union" only what stands before "of".
    std::uint32_t end = name.begin + 1;
    while (end < name.end && t_.tag(end) != "IN") ++end;
    for (std::uint32_t i = end; i > name.begin;) {
      --i;
      if (!g_.head_class(t_.lower(i)).empty()) nouns.emplace_back(t_.lower(i));
    }
    constexpr std::pair<const char*, const char*> common[] = {
        {"medium", "newspaper"}, {"medium", "agency"}, {"company", "company"}, {"company", "firm"}, {"company", "group"}, {"party", "party"},
        {"armed_group", "group"}, {"ngo", "group"}, {"ngo", "organization"}, {"union", "union"}, {"igo", "organization"}, {"igo", "bloc"},
        {"court", "court"}, {"court", "tribunal"}, {"ministry", "ministry"}, {"bank", "bank"}, {"university", "university"}, {"agency", "agency"}};
    for (const auto& [cls, noun] : common)
      if (name.cls == cls) nouns.emplace_back(noun);
    return nouns;
  }

  // "the Foreign Ministry": that of the state in question; "the Council", "the Forum": an organization of the text with that noun.
  void generic_name(Name& name) {
    const bool one_word = name.end - name.begin == 1;
    if (one_word) {
      name.entity = by_noun(name);
      name.rule = "noun";
      // "told the Herald": a paper of the place. Any other bare noun that nothing in the text explains is no name.
      if (name.entity == none && name.cls == "medium" && is_told(t_, name.begin)) make(name, {});
      if (name.entity == none) name.entity = chamber(name);
      if (name.entity == none) name.type = Type::nothing;
      return;
    }
    std::string country = country_before(name);
    if (country.empty())
      if (const std::uint32_t c = a_.country_at(name.begin); c != none) country = g_.countries()[c].code;
    for (const std::uint32_t d : ministries_)
      if (same_body(name, a_.drafts[d], country)) {
        name.entity = d;
        name.rule = "same body";
        by_key_.emplace(name.key + " " + country, d);
        return;
      }
    if (const std::uint32_t e = find(by_key_, name.key + " " + country); e != none) {
      name.entity = e;
      name.rule = "same name";
      return;
    }
    make(name, country);
    by_key_.emplace(name.key + " " + country, name.entity);
  }

  // "told the Senate", "asked Parliament": the chamber of the state in question.
  std::uint32_t chamber(Name& name) {
    const std::string_view lower = t_.lower(name.begin);
    if ((lower != "senate" && lower != "parliament" && lower != "diet") || t_.initial(name.begin) || t_.casing(name.begin) != Casing::sentence) return none;
    if (name.end < t_.size() && (t_.cap(name.end) || t_.lower(name.end) == "of" || t_.hyphen(name.end))) return none;
    const std::uint32_t state = a_.country_at(name.begin);
    if (state == none) return none;
    const std::string key = name.key + " " + g_.countries()[state].code;
    if (const std::uint32_t e = find(by_key_, key); e != none) return e;
    name.cls = "parliament";
    make(name, g_.countries()[state].code);
    by_key_.emplace(key, name.entity);
    return name.entity;
  }

  // "Ministry of Foreign Affairs", "Foreign Ministry", "Mexican Ministry of Foreign Affairs": class, state and portfolio agree.
  bool same_body(const Name& name, const Draft& d, const std::string& country) const {
    return d.type == Type::organization && d.cls == "ministry" && name.cls == "ministry" && d.country == country && !country.empty() &&
           portfolio_agrees(name, d);
  }

  bool portfolio_agrees(const Name& name, const Draft& d) const {
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
      const std::string_view lower = t_.lower(i);
      if (!g_.cue(Gazetteer::Cue::portfolio, lower) || lower == "affairs") continue;
      for (const std::string& key : d.keys)
        if (key.find(lower) != std::string::npos) return true;
    }
    return false;
  }

  // Where the text below the headlines begins.
  std::uint32_t first_of_body() const {
    std::uint32_t i = 0;
    while (i < t_.size() && (t_.headline(i) || t_.space(i))) ++i;
    return i;
  }

  std::uint32_t by_noun(const Name& name) const {
    // Among the organizations before whose nouns hold the word, the one named most often, then the nearest.
    std::map<std::uint32_t, int> counts;
    std::uint32_t best = none;
    const std::string noun(t_.lower(name.begin));
    int looked_at = 0;
    for (auto it = std::lower_bound(a_.names.begin(), a_.names.end(), name.begin, [](const Name& n, std::uint32_t i) { return n.begin < i; });
         it != a_.names.begin() && ++looked_at < 200;) {
      --it;
      if (it->entity == none || it->generic || it->type != Type::organization) continue;
      const Draft& d = a_.drafts[it->entity];
      if (std::find(d.nouns.begin(), d.nouns.end(), noun) == d.nouns.end() && !(d.cls == "company" && noun == "company")) continue;
      // What the text is about is named as a subject and in the headline.
      const std::uint32_t head = t_.span_head(it->begin, it->end);
      const bool subject = t_.dep(head).starts_with("nsubj");
      // "Volvo AB announced today that": whose statement it is.
      const bool opens = subject && !t_.headline(head) && t_.sentence_begin(head) == first_of_body();
      const int count = counts[it->entity] += opens ? 4 : subject || t_.headline(head) ? 2 : 1;
      if (best == none || count > counts[best]) best = it->entity;
    }
    return best;
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  std::unordered_map<std::string, std::uint32_t> by_key_, by_suffix_, by_prefix_, by_initials_;
  std::unordered_map<std::string, std::uint32_t> by_letters_;  ///< Initials in alphabetical order; `none` where two names share them.
  std::vector<std::uint32_t> ministries_;
};

}  // namespace

void join_organizations(Analysis& a) { Organizations(a).run(); }

}  // namespace entente::entity
