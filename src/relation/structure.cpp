#include "relation/structure.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

namespace entente::relation {

namespace {

constexpr double kStated = 0.92;    // the phrase names office and body
constexpr double kCarried = 0.7;    // the body comes from the context
constexpr double kAffiliated = 0.79;
constexpr float kBracketed = 0.85F; // "X (Chile)" may give the place rather than the nationality
constexpr float kNamed = 0.8F;      // of two pronouns ("under him they won") either may mean another
constexpr double kUnder = 0.75;     // who acts under someone may only serve under him
constexpr double kBelonging = 0.75; // "X of Y": of which kind is told by the kinds of X and Y

std::string_view relation_of(entity::OfficeKind kind) {
  using enum entity::OfficeKind;
  switch (kind) {
    case leads: return "leads";
    case holds_office_in: return "holds_office_in";
    case chairs: return "chairs";
    case works_for: return "works_for";
    case member_of: return "member_of";
    case founded: return "founded";
    case owns: return "owns";
    case succeeds: return "succeeds";
    case kin: return "kin_of";
  }
  return "";
}

// A body of a state is part of it when named by its nationality; what merely sits there is based in it.
bool is_state_body(std::string_view organization_class, std::string_view noun) {
  // Councils, committees and institutes are as often of churches, sports or science.
  constexpr std::array<std::string_view, 15> kAnyones{"federation", "confederation", "association", "union", "council", "committee", "subcommittee", "caucus", "centre", "center", "institute", "board", "academy", "observatory", "laboratory"};
  if (std::find(kAnyones.begin(), kAnyones.end(), noun) != kAnyones.end()) return false;
  constexpr std::array kBodies{"ministry", "parliament", "army", "police", "court", "government", "agency", "embassy"};
  return std::find(kBodies.begin(), kBodies.end(), organization_class) != kBodies.end();
}

// What of a state's is named by it without being a part of it; "civil" stands for bodies of citizens.
bool is_named_by_state(std::string_view organization_class) {
  constexpr std::array kStates{"medium", "party", "sport", "union", "civil"};
  return std::find(kStates.begin(), kStates.end(), organization_class) != kStates.end();
}

// "[UN] Security Council" is a part of the UN, but "Mercedes Workers' Union" or a church's name says nothing of the kind: firms and media have
// parts of their own class only, teams and creeds none.
bool may_hold(std::string_view whole, std::string_view part) {
  if (whole == "company" || whole == "bank" || whole == "medium") return part == whole || part.empty();
  return whole != "sport" && whole != "religious";
}

class Structure {
 public:
  Structure(const Reader& reader, const Frames& frames) : r_(reader), frames_(frames) {}

  std::vector<Statement> run() {
    for (const auto& office : r_.mentions.offices) read_office(office);
    for (const auto& mention : r_.mentions.mentions) {
      if (mention.kind != entity::MentionKind::name || mention.entities.size() != 1) continue;
      const auto kind = r_.mentions.entities[mention.entities[0]].kind;
      if (kind == Kind::organization) {
        read_affiliation(mention);
        read_leader(mention);
        read_state_owned(mention);
        const bool acronym = mention.end + 3 < r_.tree.size() && r_.tree.lower(mention.end) == "(" && r_.tree.lower(mention.end + 2) == ")";
        read_seat(mention, acronym ? mention.end + 3 : mention.end);
      }
      if (kind == Kind::person) read_nationality(mention), read_owner(mention);
      if (kind == Kind::person || kind == Kind::organization) read_belonging(mention, kind);
    }
    read_under();
    return std::move(out_);
  }

 private:
  // "French coach X" and "the Senegalese diplomat X" may serve anyone: the nationality is the man's own where it is an adjective of a coach
  // or player, or where he holds another office.
  bool own_nationality(const entity::Office& office, std::uint32_t body) const {
    if (r_.mentions.entities[body].kind != Kind::country || !office.in_text) return false;
    constexpr std::array<std::string_view, 4> kSport{"coach", "head coach", "manager", "trainer"};
    const bool sport = std::find(kSport.begin(), kSport.end(), office.title) != kSport.end();
    if (!sport && office.title != "diplomat") return false;
    const bool elsewhere = sport || std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(), [&](const entity::Office& other) {
      return other.holder == office.holder && other.head != office.head && other.in_text && std::find(other.bodies.begin(), other.bodies.end(), body) == other.bodies.end();
    });
    if (!elsewhere) return false;
    for (auto t = office.begin; t < office.head; ++t)
      if (const auto m = r_.mentions.headed_by(t); m >= 0) {
        const auto& mention = r_.mentions.mentions[static_cast<std::size_t>(m)];
        if (mention.kind == entity::MentionKind::adjective && mention.entities.size() == 1 && mention.entities[0] == body) return true;
      }
    return false;
  }

  void read_office(const entity::Office& office) {
    for (auto body : office.bodies) {
      const std::string_view relation = own_nationality(office, body) ? "national_of" : relation_of(office.kind);
      Statement st;
      st.source = office.holder;
      st.target = body;
      st.source_token = st.target_token = office.begin;
      st.status = office.former || r_.arguments.is_over(office.head) ? Status::ended : Status::asserted;
      st.confidence = office.in_text ? kStated : kCarried;
      st.begin = office.begin;
      st.end = office.end;
      st.frame = "title:" + office.title;
      const bool of_city = office.title.find("mayor") != std::string::npos || office.title.find("governor") != std::string::npos || office.title.find("prefect") != std::string::npos;
      add(relation, std::move(st), of_city);
    }
  }

  // @param led_city the target may be a city: with a mayor it is a region that he leads.
  void add(std::string_view relation, Statement st, bool led_city = false) {
    const auto index = frames_.relation(relation);
    if (!index || st.source == st.target) return;
    const auto& type = frames_.relations()[*index];
    const auto& entities = r_.mentions.entities;
    const auto target = entities[st.target].kind;
    if (!type.source.has(entities[st.source].kind) || (!type.target.has(target) && !(led_city && target == Kind::place))) return;
    st.relation = *index;
    st.frame = type.name + "/" + st.frame;
    out_.push_back(std::move(st));
  }

  // Countries and regions that a noun phrase names before, after "of", or as its possessor.
  // @param name a name whose own words are left out: what they say is told by its inner names.
  ActorList states_of(std::uint32_t head, bool with_possessor, const entity::Mention* name = nullptr) const {
    ActorList out;
    auto take = [&](std::uint32_t token) {
      if (name && name->begin <= token && token < name->end) return;
      for (const auto& actor : r_.actors.of(token, false)) {
        const auto kind = r_.mentions.entities[actor.entity].kind;
        if (kind == Kind::country || kind == Kind::region) out.push_back(actor);
      }
    };
    for (const auto& a : r_.arguments.find(head, Function{Function::Kind::mod, {}})) take(a.token);
    if (with_possessor)
      for (const auto& a : r_.arguments.find(head, Function{Function::Kind::poss, {}})) take(a.token);
    return out;
  }

  void read_affiliation(const entity::Mention& mention) {
    const auto organization = mention.entities[0];
    const auto& organization_class = r_.mentions.classes.size() > organization ? r_.mentions.classes[organization] : kNoClass;
    if (const auto article = r_.tree.child(mention.head, Dep::det); article != Tree::npos && r_.tree.lower(article).starts_with('a')) return;  // "a Texas Democrat"
    const std::string_view noun = r_.tree.lower(mention.head);
    const auto before = mention.head > mention.begin ? r_.tree.lower(mention.head - 1) : std::string_view();
    const bool security = before == "security" || before == "defence" || before == "defense";  // a state's council, unlike others
    const bool civil = is_civil(mention);
    const std::string_view relation = security || (is_state_body(organization_class, noun) && !civil) ? "part_of" : "based_in";
    auto emit = [&](const Actor& whole, std::string_view how) {
      Statement st;
      st.source = organization;
      st.target = whole.entity;
      st.source_token = mention.begin;
      st.target_token = whole.begin;
      st.confidence = kAffiliated * whole.certainty;
      st.begin = std::min(mention.begin, whole.begin);
      st.end = std::max(mention.end, whole.end);
      st.frame = "name";
      add(how, std::move(st));
    };
    for (const auto& state : states_of(mention.head, true, &mention)) emit(state, relation);
    read_inner_names(mention, relation, civil ? "civil" : organization_class, emit);
    // "the Latin American news agency X", "X, a Russian channel,"
    for (auto c : r_.tree.children(mention.head))
      if (r_.tree.dep(c) == Dep::appos && r_.mentions.headed_by(c) < 0)
        for (const auto& state : states_of(c, true)) emit(state, relation);
    if (r_.tree.dep(mention.head) == Dep::appos && r_.mentions.headed_by(r_.tree.head(mention.head)) < 0)
      for (const auto& state : states_of(r_.tree.head(mention.head), true)) emit(state, relation);
  }

  // "Chilean Workers' Centre", "Football Council of Peru": of citizens, not of the state, whatever its noun.
  bool is_civil(const entity::Mention& mention) const {
    const auto organization = mention.entities[0];
    const auto& organization_class = r_.mentions.classes[organization];
    if (organization_class == "ministry" || organization_class == "army" || organization_class == "police") return false;
    const auto& names = r_.mentions.entities[organization].names;
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      std::istringstream words(name);
      for (std::string word; words >> word;) {
        std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        while (!word.empty() && (word.back() == '\'' || word.back() == ',')) word.pop_back();
        if (r_.lexicon.civil.contains(word)) return true;
      }
      return false;
    });
  }

  // "Ana Ruiz's Reform Party", "the Reform Party of Ana Ruiz": who is named as a party's or an armed group's own leads it.
  void read_leader(const entity::Mention& mention) {
    const auto organization = mention.entities[0];
    const auto& organization_class = r_.mentions.classes.size() > organization ? r_.mentions.classes[organization] : kNoClass;
    if (organization_class != "party" && organization_class != "armed_group") return;
    auto emit = [&](std::uint32_t token) {
      for (const auto& leader : r_.actors.of(token, false)) {
        if (r_.mentions.entities[leader.entity].kind != Kind::person || leader.certainty < 1.0F || has_office(leader.entity, organization)) continue;
        Statement st;
        st.source = leader.entity;
        st.target = organization;
        st.source_token = leader.begin;
        st.target_token = mention.begin;
        st.confidence = kBelonging;
        st.begin = std::min(mention.begin, leader.begin);
        st.end = std::max(mention.end, leader.end);
        st.frame = "own";
        add("leads", std::move(st));
      }
    };
    if (const auto owner = r_.tree.child(mention.head, Dep::poss); owner != Tree::npos) emit(owner);
    for (auto c : r_.tree.children(mention.head))
      if (r_.tree.dep(c) == Dep::prep && r_.tree.lower(c) == "of" && c >= mention.end)
        if (const auto owner = r_.tree.child(c, Dep::pobj); owner != Tree::npos) emit(owner);
  }

  // "the state-owned National Oil Company", "the state-run channel X": by the state that the phrase names, or that it is known to be of.
  void read_state_owned(const entity::Mention& mention) {
    const auto organization = mention.entities[0];
    auto head = mention.head;
    if (!state_owned(head) && r_.tree.dep(head) == Dep::appos) head = r_.tree.head(head);
    if (!state_owned(head)) return;
    auto owners = states_of(head, true);
    const auto& code = r_.mentions.entities[organization].country;
    if (owners.empty() && !code.empty())
      for (std::uint32_t e = 0; e < r_.mentions.entities.size(); ++e)
        if (r_.mentions.entities[e].kind == Kind::country && r_.mentions.entities[e].country == code) owners.push_back({e, mention.begin, mention.end, 1.0F, false});
    for (const auto& owner : owners) {
      if (r_.mentions.entities[owner.entity].kind != Kind::country) continue;
      Statement st;
      st.source = owner.entity;
      st.target = organization;
      st.source_token = owner.begin;
      st.target_token = mention.begin;
      st.confidence = kAffiliated * owner.certainty;
      st.begin = std::min(mention.begin, owner.begin);
      st.end = std::max(mention.end, owner.end);
      st.frame = "state-owned";
      add("owns", std::move(st));
    }
  }

  bool state_owned(std::uint32_t head) const {
    for (auto c : r_.tree.children(head)) {
      const auto word = r_.tree.lower(c);
      if (r_.tree.dep(c) != Dep::amod || (word != "owned" && word != "run" && word != "controlled")) continue;
      if (r_.tree.child_with_form(c, "state") != Tree::npos || r_.tree.child_with_form(c, "government") != Tree::npos) return true;
    }
    return false;
  }

  // "the Court of Arbitration for Sport in Lausanne": where it sits, named right behind it. Of what has a seat; a bloc or a team meets or
  // plays there.
  void read_seat(const entity::Mention& mention, std::uint32_t last) {
    const auto organization = mention.entities[0];
    if (!has_seat(organization) || last + 1 >= r_.tree.size()) return;
    const bool at = r_.tree.lower(last) == "in" && r_.tree.dep(last) == Dep::prep;
    if (!at || r_.tree.is_verb(r_.tree.head(last))) return;
    const auto object = r_.tree.child(last, Dep::pobj);
    const auto m = object == Tree::npos ? -1 : r_.mentions.headed_by(object);
    if (m < 0) return;
    const auto& place = r_.mentions.mentions[static_cast<std::size_t>(m)];
    if (place.kind != entity::MentionKind::name || place.begin > last + 2) return;
    const auto& where = r_.mentions.entities[place.entities[0]];
    // "the Red Cross in Chad" only works there.
    const bool home = where.kind == Kind::country && where.country == r_.mentions.entities[organization].country;
    if (where.kind != Kind::place && !home) return;
    Statement st;
    st.source = organization;
    st.target = place.entities[0];
    st.source_token = mention.begin;
    st.target_token = place.begin;
    st.confidence = kBelonging;
    st.begin = mention.begin;
    st.end = place.end;
    st.frame = "seat";
    add("based_in", std::move(st));
  }

  bool has_seat(std::uint32_t organization) const {
    constexpr std::array<std::string_view, 9> kSeated{"court", "university", "company", "bank", "medium", "ngo", "religious", "agency", "un"};
    const auto& organization_class = r_.mentions.classes.size() > organization ? r_.mentions.classes[organization] : kNoClass;
    return std::find(kSeated.begin(), kSeated.end(), organization_class) != kSeated.end();
  }

  // "[Russian] Foreign Ministry", "[UN] Security Council", "Embassy of [Mexico] in [Ecuador]"
  template <class Emit>
  void read_inner_names(const entity::Mention& mention, std::string_view relation, std::string_view organization_class, const Emit& emit) const {
    const auto organization = mention.entities[0];
    const auto& all = r_.mentions.mentions;  // Ascending by begin: those inside follow one another.
    for (auto at = std::ranges::lower_bound(all, mention.begin, {}, &entity::Mention::begin); at != all.end() && at->begin < mention.end; ++at) {
      const auto& inner = *at;
      if (inner.end > mention.end || inner.end - inner.begin == mention.end - mention.begin) continue;
      if (inner.entities.size() != 1 || inner.entities[0] == organization) continue;
      const Actor actor{inner.entities[0], inner.begin, inner.end, 1.0F, false};
      const bool located = inner.begin > mention.begin && (r_.tree.lower(inner.begin - 1) == "in" || r_.tree.lower(inner.begin - 1) == "to");
      const auto kind = r_.mentions.entities[inner.entities[0]].kind;
      if (kind == Kind::organization && may_hold(r_.mentions.classes[actor.entity], organization_class)) emit(actor, "part_of");
      // Of a state's body, a medium, a party or a national federation the name says whose it is; "British Red Cross" and the like are mere names.
      const bool tells = located || relation == "part_of" || is_named_by_state(organization_class);
      const auto& own = r_.mentions.entities[organization].country;
      const bool foreign = !located && !own.empty() && own != r_.mentions.entities[inner.entities[0]].country;  // "Korean Central News Agency"
      if (kind == Kind::country && tells && !foreign) emit(actor, located ? "based_in" : relation);
    }
  }

  void read_nationality(const entity::Mention& mention) {
    const auto person = mention.entities[0];
    auto emit = [&](const Actor& state) {
      if (r_.mentions.entities[state.entity].kind != Kind::country) return;
      if (has_office(person, state.entity) || in_title(person, state.begin)) return;
      Statement st;
      st.source = person;
      st.target = state.entity;
      st.source_token = mention.begin;
      st.target_token = state.begin;
      st.confidence = kAffiliated * state.certainty;
      st.begin = std::min(mention.begin, state.begin);
      st.end = std::max(mention.end, state.end);
      st.frame = "nationality";
      add("national_of", std::move(st));
    };
    for (const auto& state : states_of(mention.head, false)) emit(state);
    for (auto c : r_.tree.children(mention.head)) {
      if (r_.tree.dep(c) != Dep::appos) continue;
      const auto m = r_.mentions.headed_by(c);
      if (m < 0) {
        for (const auto& state : states_of(c, false)) emit(state);
        continue;
      }
      // "X, a Brazilian,"
      const auto& apposed = r_.mentions.mentions[static_cast<std::size_t>(m)];
      const auto article = r_.tree.child(c, Dep::det);
      if (apposed.entities.size() != 1 || article == Tree::npos || (r_.tree.lower(article) != "a" && r_.tree.lower(article) != "an")) continue;
      const Actor whole{apposed.entities[0], apposed.begin, apposed.end, 1.0F, false};
      if (r_.mentions.entities[whole.entity].kind == Kind::organization) {
        if (r_.mentions.classes[whole.entity] == "party") affiliate(mention, whole, "member_of", kAffiliated);  // "X, a Republican,"
      } else {
        emit(whole);
      }
    }
    // "X (Brazil) beat Y (Chile)"
    const auto open = mention.end;
    if (open + 2 >= r_.tree.size() || r_.tree.lower(open) != "(") return;
    const auto m = r_.mentions.containing(open + 1);
    if (m < 0) return;
    const auto& bracketed = r_.mentions.mentions[static_cast<std::size_t>(m)];
    if (bracketed.kind == entity::MentionKind::name && bracketed.begin == open + 1 && bracketed.end < r_.tree.size() && r_.tree.lower(bracketed.end) == ")")
      emit(Actor{bracketed.entities[0], bracketed.begin, bracketed.end, kBracketed, false});
  }

  // "Labour's Ana Ruiz", "Real Madrid's Ana Ruiz", "Egypt's Ana Ruiz"
  void read_owner(const entity::Mention& mention) {
    const auto owner = r_.tree.child(mention.head, Dep::poss);
    if (owner == Tree::npos || owner + 2 != mention.begin) return;
    for (const auto& whole : r_.actors.of(owner, false)) {
      if (has_office(mention.entities[0], whole.entity)) continue;
      const auto kind = r_.mentions.entities[whole.entity].kind;
      const auto& owner_class = whole.entity < r_.mentions.classes.size() ? r_.mentions.classes[whole.entity] : kNoClass;
      if (kind == Kind::organization) affiliate(mention, whole, owner_class == "party" ? "member_of" : "works_for", kBelonging);
      if (kind == Kind::country) affiliate(mention, whole, "national_of", kBelonging);
    }
  }

  // "the party under Ana Ruiz", "Under Ana Ruiz, the party grew"
  void read_under() {
    for (std::uint32_t t = 0; t < r_.tree.size(); ++t) {
      if (r_.tree.lower(t) != "under" || r_.tree.dep(t) != Dep::prep) continue;
      const auto object = r_.tree.child(t, Dep::pobj);
      if (object == Tree::npos) continue;
      auto led = r_.tree.head(t);
      const bool fronted = r_.tree.is_verb(led) && t < led;
      if (fronted) led = r_.arguments.surface_subject(led);
      if (led == Tree::npos || (!fronted && (!r_.tree.is_noun(led) || led + 1 != t))) continue;
      if (fronted && led < t) continue;
      for (const auto& leader : r_.actors.of(object, false))
        for (const auto& body : r_.actors.of(led, false)) {
          const auto kind = r_.mentions.entities[body.entity].kind;
          if (r_.mentions.entities[leader.entity].kind != Kind::person || (kind != Kind::organization && kind != Kind::country)) continue;
          if (has_office(leader.entity, body.entity) || leader.certainty * body.certainty < kNamed) continue;
          Statement st;
          st.source = leader.entity;
          st.target = body.entity;
          st.source_token = leader.begin;
          st.target_token = body.begin;
          st.confidence = kUnder * leader.certainty * body.certainty;
          st.begin = std::min(leader.begin, body.begin);
          st.end = std::max(leader.end, body.end);
          st.frame = "under";
          add("leads", std::move(st));
        }
    }
  }

  void affiliate(const entity::Mention& mention, const Actor& whole, std::string_view relation, double confidence) {
    Statement st;
    st.source = mention.entities[0];
    st.target = whole.entity;
    st.source_token = mention.begin;
    st.target_token = whole.begin;
    st.confidence = confidence * whole.certainty;
    st.begin = std::min(mention.begin, whole.begin);
    st.end = std::max(mention.end, whole.end);
    st.frame = "belonging";
    add(relation, std::move(st));
  }

  // "Ana Ruiz of the Labour Party", "Li Wei of The Daily", "Prince Omar of Jordan", "Marcopolo of Brazil", "Ana Ruiz (Labour)"
  void read_belonging(const entity::Mention& mention, Kind kind) {
    for (auto c : r_.tree.children(mention.head)) {
      const bool shared = conjunct_before(mention, c) >= 0;
      const bool of = r_.tree.dep(c) == Dep::prep && r_.tree.lower(c) == "of" && (c == mention.end || shared);
      const bool bracketed = r_.tree.dep(c) == Dep::appos && c > mention.end && r_.tree.lower(mention.end) == "(";
      const auto object = of ? r_.tree.child(c, Dep::pobj) : bracketed ? c : Tree::npos;
      if (object == Tree::npos) continue;
      for (const auto& whole : r_.actors.of(object, false)) {
        const auto target = r_.mentions.entities[whole.entity].kind;
        const bool party = target == Kind::organization && whole.entity < r_.mentions.classes.size() && r_.mentions.classes[whole.entity] == "party";
        if ((bracketed && !party) || (kind == Kind::organization && target != Kind::country) || has_office(mention.entities[0], whole.entity)) continue;
        const std::string_view relation = party ? "member_of" : target == Kind::organization ? "works_for" : kind == Kind::person ? "national_of" : "based_in";
        affiliate(mention, whole, relation, kBelonging);
        if (of && kind == Kind::person) share_belonging(mention, c, whole, relation);
      }
    }
  }

  // "Ruth Cole and Peter Hall of Sinn Fein" is of both, whichever of them the parser hangs the phrase on.
  void share_belonging(const entity::Mention& mention, std::uint32_t of, const Actor& whole, std::string_view relation) {
    auto m = conjunct_before(mention, of);
    if (const auto first = r_.tree.head(mention.head); m < 0 && r_.tree.dep(mention.head) == Dep::conj && r_.tree.child_with_form(first, "of") == Tree::npos) m = r_.mentions.headed_by(first);
    if (m < 0) return;
    const auto& other = r_.mentions.mentions[static_cast<std::size_t>(m)];
    const bool adjacent = (other.end + 1 == mention.begin && r_.tree.lower(other.end) == "and") || (mention.end + 1 == other.begin && r_.tree.lower(mention.end) == "and");
    if (adjacent && other.kind == entity::MentionKind::name && r_.mentions.entities[other.entities[0]].kind == Kind::person && !has_office(other.entities[0], whole.entity))
      affiliate(other, whole, relation, kBelonging);
  }

  // The mention of a conjunct of this one that ends where the phrase at `token` begins; -1 where none does.
  std::int32_t conjunct_before(const entity::Mention& mention, std::uint32_t token) const {
    for (auto c : r_.tree.children(mention.head))
      if (r_.tree.dep(c) == Dep::conj)
        if (const auto m = r_.mentions.headed_by(c); m >= 0 && r_.mentions.mentions[static_cast<std::size_t>(m)].end == token) return m;
    return -1;
  }

  // "[Chinese] Foreign Ministry spokeswoman X": the nationality belongs to the title.
  bool in_title(std::uint32_t holder, std::uint32_t token) const {
    return std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(),
                       [&](const entity::Office& office) { return office.holder == holder && office.begin <= token && token < office.end; });
  }

  bool has_office(std::uint32_t holder, std::uint32_t body) const {
    return std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(), [&](const entity::Office& office) {
      return office.holder == holder && std::find(office.bodies.begin(), office.bodies.end(), body) != office.bodies.end();
    });
  }

  inline static const std::string kNoClass;
  const Reader& r_;
  const Frames& frames_;
  std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> structural_statements(const Reader& reader, const Frames& frames) { return Structure(reader, frames).run(); }

}  // namespace entente::relation
