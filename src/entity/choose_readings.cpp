#include <algorithm>
#include <set>

#include "entity/analysis.hpp"
#include "entity/name_hints.hpp"

/// What listed forms denote in this document: "Georgia" the state or the republic, "Washington" the seat or the man.
namespace entente::entity {
namespace {

bool of_country(Sense s) { return s <= Sense::seat; }

Type type_of(Sense s) {
  switch (s) {
    case Sense::country: case Sense::country_adjective: case Sense::country_demonym: case Sense::seat: return Type::country;
    case Sense::city: return Type::place;
    case Sense::region: case Sense::region_adjective: case Sense::region_demonym: case Sense::region_seat: return Type::region;
    case Sense::organization: case Sense::organization_seat: return Type::organization;
    case Sense::person: return Type::person;
    case Sense::blocked: break;
  }
  return Type::unknown;
}

class Readings {
 public:
  explicit Readings(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    gather_persons();
    gather_states();
    for (Name& name : a_.names)
      if (name.listed >= 0) choose(name);
  }

 private:
  // Surnames of persons that the text names in full: "Lloyd Austin" makes a later "Austin" a person.
  void gather_persons() {
    for (const Name& name : a_.names) {
      if (name.listed >= 0 || name.end - name.begin < 2 || begins_with_feature(t_, name)) continue;
      const std::size_t space = name.key.find(' ');
      const bool given = space != std::string::npos && g_.given_name(name.key.substr(0, space));
      if (given || label(name.begin) == "PERSON") surnames_.insert(name.key.substr(name.key.rfind(' ') + 1));
    }
  }

  // States of today and of former times that the text names otherwise than by a seat.
  void gather_states() {
    for (const Name& name : a_.names) {
      if (name.listed < 0) continue;
      const Listed& l = a_.listed[static_cast<std::size_t>(name.listed)];
      const auto [first, last] = (l.capitals ? g_.capitals() : g_.names()).values(l.phrase);
      for (auto v = first; v != last; ++v) {
        const Form& f = g_.form(*v);
        if (f.sense < Sense::seat) states_.insert(f.index);
        else if (f.sense >= Sense::region && f.sense <= Sense::region_demonym && g_.regions()[f.index].state) former_.insert(f.index);
      }
    }
  }

  // "Moscow" in a text on the Soviet Union that does not speak of Russia.
  bool former_seat(const Form& f, const std::vector<Form>& readings) const {
    return former_.contains(f.index) && std::none_of(readings.begin(), readings.end(), [&](const Form& other) { return other.sense == Sense::seat && states_.contains(other.index); });
  }

  std::string_view label(std::uint32_t i) const {
    return a_.ner_at[i] < 0 ? std::string_view() : a_.document.entities()[static_cast<std::size_t>(a_.ner_at[i])].label;
  }

  bool adjectival(const Name& name) const {
    const std::uint32_t last = name.end - 1;
    const std::string_view dep = t_.dep(last);
    return t_.pos(last) == "ADJ" || dep == "amod" || dep == "compound" || dep == "nmod" || (name.end < t_.size() && t_.hyphen(name.end));
  }

  bool after_person_title(const Name& name) const {
    if (name.begin == 0) return false;
    const std::uint32_t k = name.begin - 1;
    if (t_.cap(k) && g_.honorific(t_.form(k))) return true;
    return a_.title_at[k] >= 0 && t_.sentence(k) == t_.sentence(name.begin) && a_.titles[static_cast<std::size_t>(a_.title_at[k])].end == name.begin &&
           !a_.titles[static_cast<std::size_t>(a_.title_at[k])].plural;
  }

  bool is_person(const Name& name, std::uint8_t also) const {
    if (surnames_.contains(name.key) && (label(name.begin) == "PERSON" || (also & also_person))) return true;
    return (also & also_person) && after_person_title(name);
  }

  // Higher is likelier.
  double score(const Name& name, const Form& f) const {
    double s = 0;
    const bool adjective = adjectival(name);
    switch (f.sense) {
      case Sense::country: s = 5; break;
      case Sense::country_adjective: s = adjective ? 6 : 3.5; break;
      case Sense::country_demonym: s = adjective ? 3 : 4.5; break;
      case Sense::seat: s = 4; break;
      case Sense::city: s = 2.5; break;
      case Sense::region: s = 3; break;
      case Sense::region_adjective: s = adjective ? 4.2 : 2.5; break;
      case Sense::region_demonym: s = adjective ? 2 : 2.8; break;
      case Sense::region_seat: s = 3.1; break;
      case Sense::organization: s = 3.2; break;
      case Sense::organization_seat: s = 1; break;
      case Sense::person: s = 3.2; break;
      case Sense::blocked: return -10;
    }
    if (f.user) s += 10;
    if (f.also & (also_word | also_person)) s -= 0.5;
    if (f.derived) s -= 1;
    if (f.sense == Sense::organization) {
      const Organization& o = g_.organizations()[f.index];
      if (const auto c = o.country.empty() ? std::nullopt : g_.country_by_code(o.country)) {
        const auto it = a_.country_weight.find(*c);
        s += it == a_.country_weight.end() ? -1 : std::min(1.0, it->second / 4);
        if (*c == a_.story_country) s += 0.5;
      }
    }
    if (of_country(f.sense))
      if (const auto it = a_.country_weight.find(f.index); it != a_.country_weight.end()) s += std::min(0.3, it->second / 20);
    return s;
  }

  // A generic body ("Senate", "Supreme Court") listed for a state that the text is not about is another state's.
  bool foreign_body(const Form& f) const {
    if (f.sense != Sense::organization || !(f.also & also_word)) return false;
    const Organization& o = g_.organizations()[f.index];
    if (!o.ref.starts_with("body:")) return false;
    const auto c = g_.country_by_code(o.country);
    return c && !a_.country_weight.contains(*c) && !a_.country_weight.empty();
  }

  // "the Green Party", "the Social Democrats": many states have one; listed for a state that the text is not about, it is another's.
  bool party_elsewhere(const Form& f, std::string_view form) const {
    if (f.sense != Sense::organization || f.user || a_.story_country == none) return false;
    const Organization& o = g_.organizations()[f.index];
    const auto c = o.cls == "party" ? g_.country_by_code(o.country) : std::nullopt;
    if (!c || a_.country_weight.contains(*c)) return false;
    constexpr std::array<std::string_view, 26> words{"and", "centre", "christian", "communist", "conservative", "conservatives", "democrat", "democratic", "democrats", "green", "greens", "labor", "labour",
                                                     "liberal", "liberals", "national", "party", "people", "progressive", "republican", "republicans", "social", "socialist", "socialists", "the", "workers"};
    for (std::size_t begin = 0; begin < form.size();) {
      const std::size_t end = std::min(form.find(' ', begin), form.size());
      if (!std::binary_search(words.begin(), words.end(), form.substr(begin, end - begin))) return false;
      begin = end + 1;
    }
    return true;
  }

  // "Republican", "Social Democrat" say a party of a state that the text is about.
  // @param shared parties of several states have such members ("Socialist"): the text must name the state
  bool foreign_party(const Form& f, bool shared) const {
    if (!f.adjective || g_.organizations()[f.index].country.empty()) return false;
    const auto c = g_.country_by_code(g_.organizations()[f.index].country);
    return c && !a_.country_weight.contains(*c) && (shared || !a_.country_weight.empty());
  }

  void choose(Name& name) {
    const Listed& l = a_.listed[static_cast<std::size_t>(name.listed)];
    const PhraseIndex& index = l.capitals ? g_.capitals() : g_.names();
    const auto [first, last] = index.values(l.phrase);
    double best = -5;
    const bool shared = std::count_if(first, last, [&](std::uint32_t v) { return g_.form(v).adjective; }) > 1;
    for (auto v = first; v != last; ++v) {
      const Form& f = g_.form(*v);
      if (foreign_body(f) || foreign_party(f, shared) || party_elsewhere(f, name.key)) continue;
      const bool of_former_state = f.sense == Sense::region_seat && g_.regions()[f.index].state;
      if (of_former_state && !former_seat(f, a_.readings(l))) continue;
      const double s = score(name, f) + (of_former_state ? 2 : 0);
      if (s > best) {
        best = s;
        name.form = *v;
      }
    }
    if (name.form == none) {
      name.listed = -1;
      return;
    }
    const Form& f = g_.form(name.form);
    if (!f.user && name.end - name.begin == 1 && is_person(name, f.also)) {
      name.listed = -1;
      name.form = none;
      name.type = Type::person;
      return;
    }
    name.type = type_of(f.sense);
    if (f.sense == Sense::region && g_.regions()[f.index].cls == "water") name.type = Type::place;
    if (f.sense == Sense::organization) name.cls = g_.organizations()[f.index].cls;
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  std::set<std::string, std::less<>> surnames_;
  std::set<std::uint32_t> states_, former_;
};

}  // namespace

void choose_readings(Analysis& a) { Readings(a).run(); }

}  // namespace entente::entity
