#include <algorithm>
#include <array>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"
#include "entity/metonymy.hpp"

namespace entente::entity {
namespace {

class NameMentions {
 public:
  explicit NameMentions(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    for (Name& name : a_.names) {
      if (name.entity == none || name.type == Type::nothing || name.type == Type::unknown) continue;
      if (name.form == none) {
        if (const std::uint32_t state = part_of_state(name); state != none) name.type = Type::country, name.entity = a_.country_draft(state);
        add(name, MentionKind::name);
        continue;
      }
      switch (g_.form(name.form).sense) {
        case Sense::country_adjective: case Sense::country_demonym: case Sense::region_adjective: case Sense::region_demonym: people(name); break;
        case Sense::seat: seat(name); break;
        case Sense::region_seat: region_seat(name); break;
        case Sense::organization_seat: break;
        default: add(name, MentionKind::name);
      }
    }
  }

 private:
  void add(Name& name, MentionKind kind) {
    a_.mentions[a_.add_mention(name.begin, name.end, kind, {name.entity})].rule = rule(name);
    std::uint32_t end = name.end;
    // "Xinhua news agency": the common noun is no part of the name.
    if (name.form != none && g_.form(name.form).sense == Sense::organization && !g_.form(name.form).derived)
      while (end > name.begin + 1 && !t_.cap(end - 1) && !t_.lower(end - 2).ends_with("led") && !t_.hyphen(end - 1) && t_.pos(end - 1) != "NUM" && (shorter_form(name, end - 1) || common_noun(name, end))) --end;
    std::string surface = t_.surface(name.begin, end);
    if (const std::size_t led = surface.find(".-"); name.end - name.begin == 1 && led != std::string::npos) surface.resize(led + 1);  // "U.S.-led"
    Draft& d = a_.drafts[name.entity];
    // What members of a party are called is no name of it, nor is its seat.
    const bool seat = kind == MentionKind::metonym && d.type == Type::organization;
    if (seat || (name.form != none && g_.form(name.form).adjective)) d.surfaces.try_emplace(std::move(surface), 0), ++d.surfaces[d.name];
    else ++d.surfaces[std::move(surface)];
    add_fuller_names(name, end);
    if (const std::uint32_t begin = own_state_before(name); begin < name.begin) d.surfaces.try_emplace(t_.surface(begin, end), 0);
  }

  // Further proper forms of what is named here, which are not the principal one: "[Sheikh] Omar al-Rashid", "[Chad's] embassy [in Cairo]".
  void add_fuller_names(const Name& name, std::uint32_t end) {
    Draft& d = a_.drafts[name.entity];
    if (d.type == Type::person) {
      if (name.begin == t_.sentence_begin(name.begin) || !part_of_name(name.begin - 1)) return;
      // "Prince Omar" may be any prince, unless he is never called otherwise.
      if (name.end - name.begin > 1 || d.words.size() < 2) d.surfaces.try_emplace(t_.surface(name.begin - 1, end), 0);
    } else if (d.type == Type::organization && name.form == none) {
      // "the Ruiz [clan]", "the Trade Representative['s office]".
      if (name.end < t_.sentence_end(name.begin) && !t_.cap(name.end) && g_.noun_class(t_.lower(name.end)) == "armed_group") d.surfaces.try_emplace(t_.surface(name.begin, name.end + 1), 0);
      if (name.end - name.begin > 3 && t_.lower(name.end - 1) == "office" && t_.possessive(name.end - 2)) d.surfaces.try_emplace(t_.surface(name.begin, name.end - 2), 0);
      const std::uint32_t begin = state_possessor(name), place = place_behind_mission(name);
      if (begin < name.begin) d.surfaces.try_emplace(t_.surface(begin, end), 0);
      if (place == name.end) {
        const std::uint32_t in = place_inside(name);
        if (in < name.end) d.surfaces.try_emplace(t_.surface(name.begin, in), 0);
      } else {
        d.surfaces.try_emplace(t_.surface(begin, place), 0);
      }
    }
  }

  // A style that goes with the name, not one of mere politeness.
  bool part_of_name(std::uint32_t i) const {
    constexpr std::array<std::string_view, 31> styles{"archduke", "ayatollah", "baron", "baroness", "chief", "count", "countess", "dame", "datuk", "duchess", "duke", "emir", "father", "imam", "king", "lady",
                                                      "lord", "maulana", "mullah", "pope", "prince", "princess", "queen", "sayyid", "sheik", "sheikh", "sheikha", "sir", "sister", "sultan", "tun"};
    return t_.cap(i) && std::binary_search(styles.begin(), styles.end(), t_.lower(i));
  }

  // "[Algeria's] foreign ministry".
  std::uint32_t state_possessor(const Name& name) const {
    const std::uint32_t from = t_.sentence_begin(name.begin);
    if (name.begin < from + 2 || !t_.possessive(name.begin - 1) || a_.name_at[name.begin - 2] < 0) return name.begin;
    const Name& state = a_.names[static_cast<std::size_t>(a_.name_at[name.begin - 2])];
    const bool ministry = t_.lower(name.end - 1) == "ministry" || is_mission(t_.lower(name.end - 1));
    return ministry && state.type == Type::country && state.end + 1 == name.begin ? state.begin : name.begin;
  }

  static bool is_mission(std::string_view lower) { return lower == "embassy" || lower == "consulate" || lower == "mission" || lower == "delegation"; }

  // "embassy [in Cairo]" behind a name, or its end.
  std::uint32_t place_behind_mission(const Name& name) const {
    const std::uint32_t in = name.end, limit = t_.sentence_end(name.begin);
    if (in + 1 >= limit || !is_mission(t_.lower(in - 1)) || (t_.lower(in) != "in" && t_.lower(in) != "to") || a_.name_at[in + 1] < 0) return in;
    const Name& place = a_.names[static_cast<std::size_t>(a_.name_at[in + 1])];
    return place.begin == in + 1 && place.listed >= 0 ? place.end : in;
  }

  // The "in" of an embassy's name that has its place in it.
  std::uint32_t place_inside(const Name& name) const {
    for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i)
      if (is_mission(t_.lower(i - 1)) && t_.lower(i) == "in") return i;
    return name.end;
  }

  // "[US] Food and Drug Administration", "[Italian] Constitutional Court": the fuller name begins with the organization's own state.
  std::uint32_t own_state_before(const Name& name) const {
    if (name.form == none || g_.form(name.form).sense != Sense::organization || name.begin == t_.sentence_begin(name.begin)) return name.begin;
    if (name.end - name.begin < 2 || a_.name_at[name.begin - 1] < 0) return name.begin;
    const Name& state = a_.names[static_cast<std::size_t>(a_.name_at[name.begin - 1])];
    if (state.form == none || g_.form(state.form).sense > Sense::country_demonym || state.end != name.begin) return name.begin;
    const std::string& code = g_.countries()[g_.form(state.form).index].code;
    return g_.organizations()[g_.form(name.form).index].country == code ? state.begin : name.begin;
  }

  // Do the tokens before `end` name the same organization, or is what follows them lower case all through?
  bool shorter_form(const Name& name, std::uint32_t end) const {
    for (std::uint32_t e = end; e > name.begin; --e) {
      const std::uint32_t id = g_.names().find(fold(t_.surface(name.begin, e)));
      if (id == PhraseIndex::none) continue;
      const auto [first, last] = g_.names().values(id);
      for (auto v = first; v != last; ++v)
        if (g_.form(*v).sense == Sense::organization && g_.form(*v).index == g_.form(name.form).index) return true;
    }
    return false;
  }

  // "Tempo [magazine]", "APA [news agency]": what the name ends with says what it is.
  bool common_noun(const Name& name, std::uint32_t end) const {
    if (!g_.noun_class(t_.lower(end - 1)).empty()) return true;
    return end < name.end && !g_.noun_class(t_.key(end - 1, end + 1)).empty();
  }

  std::string_view rule(const Name& name) const {
    if (name.form == none || !name.rule.empty()) return name.rule;
    return g_.form(name.form).user ? "names file" : "listed";
  }

  // "South Lebanon", "Northern Iraq" stand for the state as "southern Lebanon" does, where no list has them.
  std::uint32_t part_of_state(const Name& name) const {
    constexpr std::array<std::string_view, 9> kPoints{"central", "east", "eastern", "north", "northern", "south", "southern", "west", "western"};
    if (name.type != Type::place || name.end - name.begin < 2) return none;
    if (!std::binary_search(kPoints.begin(), kPoints.end(), t_.lower(name.begin))) return none;
    const std::uint32_t id = g_.names().find(fold(t_.surface(name.begin + 1, name.end)));
    if (id == PhraseIndex::none) return none;
    const auto [first, last] = g_.names().values(id);
    for (auto v = first; v != last; ++v)
      if (g_.form(*v).sense == Sense::country) return g_.form(*v).index;
    return none;
  }

  bool modifies(const Name& name) const {
    const std::uint32_t last = name.end - 1;
    if (name.end < t_.size() && t_.hyphen(name.end)) return true;
    if (name.begin > 0 && t_.hyphen(name.begin - 1)) return true;
    const std::string_view dep = t_.dep(t_.span_head(name.begin, name.end));
    if (dep == "amod" || dep == "compound" || dep == "nmod") return true;
    // Coordinated adjectives: "Brazilian and Venezuelan counterparts".
    return (t_.pos(last) == "ADJ" || dep == "conj") && name.end < t_.sentence_end(last) &&
           (t_.pos(name.end) == "NOUN" || t_.pos(name.end) == "ADJ" || t_.pos(name.end) == "PROPN");
  }

  // "Russian troops" is an adjective; "the Russians", "the French" are the people, hence the state.
  void people(Name& name) {
    // An ethnic group is no state.
    if (name.begin > t_.sentence_begin(name.begin) && t_.lower(name.begin - 1) == "ethnic") {
      name.type = Type::nothing;
      return;
    }
    if (modifies(name)) return add(name, MentionKind::adjective);
    const Form& f = g_.form(name.form);
    const std::string_view tag = t_.tag(name.end - 1);
    const bool plural = f.plural || tag == "NNS" || tag == "NNPS";
    const bool the = name.begin > t_.sentence_begin(name.begin) && t_.lower(name.begin - 1) == "the";
    if (the && (plural || f.sense == Sense::country_adjective || f.sense == Sense::country_demonym)) return add(name, MentionKind::body);
    if (plural && f.sense == Sense::region_demonym) return add(name, MentionKind::body);
    if (t_.casing(name.begin) != Casing::sentence) return add(name, MentionKind::adjective);
    // "in English" is the language.
    const std::string_view dep = t_.dep(name.end - 1);
    const bool language = (f.sense == Sense::country_adjective || f.sense == Sense::country_demonym) && (dep == "pobj" || dep == "dobj");
    if (plural || !language) add(name, plural ? MentionKind::body : MentionKind::adjective);
  }

  bool is_capital(const Name& name) const {
    const Country& c = g_.countries()[g_.form(name.form).index];
    return fold_lower(c.capital) == name.key;
  }

  // Brussels: a seat of an organization too. Where it acts, it is the organization unless the text names the country and is about it, or does
  // not name the organization.
  std::uint32_t seated_organization(const Name& name) const {
    for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(name.listed)]))
      if (f.sense == Sense::organization_seat) {
        const std::uint32_t country = g_.form(name.form).index;
        const bool states = names(Type::country, country) && (a_.story_country == country || !names(Type::organization, f.index));
        return states ? none : f.index;
      }
    return none;
  }

  // Does the text name it otherwise than by its seat?
  bool names(Type type, std::uint32_t index) const {
    return std::any_of(a_.names.begin(), a_.names.end(), [&](const Name& n) {
      return n.form != none && n.type == type && g_.form(n.form).index == index && g_.form(n.form).sense != Sense::seat;
    });
  }

  void seat(Name& name) {
    const bool capital = is_capital(name), house = !capital && !t_.form(name.begin).starts_with("The");
    if (acts_as_state(a_, name.begin, name.end, house)) {
      if (const std::uint32_t o = seated_organization(name); o != none) name.entity = a_.organization_draft(o);
      return add(name, MentionKind::metonym);
    }
    name.type = house ? Type::nothing : Type::place;
    if (house) return;
    place(name, g_.countries()[g_.form(name.form).index].code);
    const std::uint32_t state = a_.country_draft(g_.form(name.form).index);
    a_.drafts[name.entity].seat_of = state;
  }

  void region_seat(Name& name) {
    if (acts_as_state(a_, name.begin, name.end, false)) return add(name, MentionKind::metonym);
    name.type = Type::place;
    place(name, g_.regions()[g_.form(name.form).index].country);
  }

  void place(Name& name, const std::string& country) {
    const auto [it, made] = places_.try_emplace(name.key, 0);
    if (made) {
      Draft d;
      d.type = Type::place;
      d.country = country;
      d.nouns = {"city"};
      it->second = a_.add_draft(std::move(d));
    }
    name.entity = it->second;
    add(name, MentionKind::name);
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  std::map<std::string, std::uint32_t> places_;
};

}  // namespace

void make_name_mentions(Analysis& a) {
  a.mention_of_head.assign(a.text.size(), -1);
  NameMentions(a).run();
}

}  // namespace entente::entity
