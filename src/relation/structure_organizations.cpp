#include <array>
#include <cctype>
#include <sstream>

#include "relation/structure_reader.hpp"

/// What names of organizations and the words beside them say: the state or body that they are of, where they sit, who owns or leads them.
namespace entente::relation {
namespace {

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
  constexpr std::array kStates{"", "medium", "party", "sport", "union", "civil", "ngo", "bank", "university", "agency", "religious"};
  return std::find(kStates.begin(), kStates.end(), organization_class) != kStates.end();
}

// What an organization that possesses it has for a part of its own.
bool is_part(std::string_view organization_class, std::string_view noun) {
  constexpr std::array<std::string_view, 29> kParts{"congress", "council", "committee", "subcommittee", "commission", "secretariat", "court", "agency", "assembly", "parliament", "office", "department", "division", "service",
                                                    "board", "bureau", "directorate", "institute", "brigades", "wing", "command", "fund", "programme", "program", "centre", "center", "faculty", "unit", "tribunal"};
  return organization_class == "army" || organization_class == "ministry" || std::find(kParts.begin(), kParts.end(), noun) != kParts.end();
}

// "[UN] Security Council" is a part of the UN, but "Mercedes Workers' Union" or a church's name says nothing of the kind: firms and media have
// parts of their own class only, teams and creeds none.
bool may_hold(std::string_view whole, std::string_view part) {
  if (whole == "company" || whole == "bank" || whole == "medium") return part == whole || part.empty();
  return whole != "sport" && whole != "religious";
}

class Organizations : StructureReader {
 public:
  using StructureReader::StructureReader;

  void run() {
    for (const auto& mention : r_.mentions.mentions) {
      if (mention.entities.size() != 1 || kind_of(mention.entities[0]) != Kind::organization) continue;
      if (mention.kind == entity::MentionKind::role) read_description(mention);
      if (mention.kind != entity::MentionKind::name) continue;
      read_affiliation(mention);
      read_leader(mention);
      read_state_owned(mention);
      read_members(mention);
      const bool acronym = mention.end + 3 < r_.tree.size() && r_.tree.lower(mention.end) == "(" && r_.tree.lower(mention.end + 2) == ")";
      read_seat(mention, acronym ? mention.end + 3 : mention.end);
    }
  }

 private:
  void read_affiliation(const Mention& mention) {
    const auto organization = mention.entities[0];
    const auto& organization_class = class_of(organization);
    if (const auto article = r_.tree.child(mention.head, Dep::det); article != Tree::npos && r_.tree.lower(article).starts_with('a')) return;  // "a Texas Democrat"
    // "the Sudan Liberation Army" would free the state that it is named after.
    for (auto t = mention.begin; t < mention.end; ++t)
      if (r_.tree.lower(t) == "liberation") return;
    const std::string_view noun = r_.tree.lower(mention.head);
    const auto before = mention.head > mention.begin ? r_.tree.lower(mention.head - 1) : std::string_view();
    const bool security = before == "security" || before == "defence" || before == "defense";  // a state's council, unlike others
    const bool civil = is_civil(mention);
    const bool central = organization_class == "bank" && is_central(mention);
    const auto owner = r_.tree.child(mention.head, Dep::poss);
    const ActorList owners = owner == Tree::npos ? ActorList() : r_.actors.of(owner, false);
    // "Sudan's Transitional Sovereign Council"
    const bool sovereign = noun == "council" && !civil && !owners.empty() && kind_of(owners[0].entity) == Kind::country;
    const std::string_view relation = security || central || sovereign || (is_state_body(organization_class, noun) && !civil) ? "part_of" : "based_in";
    auto emit = [&](const Actor& whole, std::string_view how) {
      relate(kind_of(whole.entity) == Kind::place ? "based_in" : how, {organization, mention.begin, mention.end, 1.0F, false}, whole, kAffiliated, "name");
    };
    for (const auto& state : states_of(mention.head, true, &mention, has_seat(organization))) emit(state, relation);
    // "the African Union's Peace and Security Council", "its Economic Council"
    if (is_part(organization_class, noun) && before != "news" && organization_class != "medium")
      for (const auto& whole : owners)
        if (kind_of(whole.entity) == Kind::organization && may_hold(class_of(whole.entity), organization_class)) emit(whole, "part_of");
    read_inner_names(mention, relation, civil ? "civil" : organization_class, emit);
    // "the Latin American news agency X", "X, a Russian channel,", "X, a Lagos think-tank,"
    for (auto c : appositions(mention)) {
      if (describes(c, organization))
        for (const auto& state : states_of(c, true, nullptr, true)) emit(state, called(c, relation));
      else if (const auto m = r_.mentions.headed_by(c); called(c, "") == "part_of" && r_.mentions.mentions[static_cast<std::size_t>(m)].kind == entity::MentionKind::body)
        for (const auto& state : r_.actors.of(c, false)) emit(state, "part_of");  // "the Carabineros, Chile's national police,"
    }
    if (r_.tree.dep(mention.head) == Dep::appos && describes(r_.tree.head(mention.head), organization))
      for (const auto& state : states_of(r_.tree.head(mention.head), true, nullptr, true)) emit(state, called(r_.tree.head(mention.head), relation));
  }

  // "Central Bank of Nigeria", "Reserve Bank of India": of the state; others are only of the country.
  bool is_central(const Mention& mention) const {
    for (auto t = mention.begin; t < mention.end; ++t)
      if (r_.tree.lower(t) == "central" || r_.tree.lower(t) == "reserve") return true;
    return false;
  }

  // "La", "Pa", "Ind.": a name so short is rather a word of another.
  bool is_abbreviation(const Mention& mention) const { return mention.end - mention.begin == 1 && r_.tree.lower(mention.begin).size() < 4; }

  // "Chile's environmental regulator, the SEA", "the national police, the Carabineros": what a noun calls a body of a state.
  std::string_view called(std::uint32_t noun, std::string_view relation) const {
    constexpr std::array<std::string_view, 20> kBodies{"regulator", "watchdog", "ministry", "parliament", "police", "army", "navy", "agency", "authority", "court", "legislature",
                                                       "service", "constabulary", "commission", "treasury", "judiciary", "military", "tribunal", "inspectorate", "gendarmerie"};
    const auto before = noun > 0 ? r_.tree.lower(noun - 1) : std::string_view();
    if (r_.tree.lower(noun) == "bank" && before == "central") return "part_of";
    if (std::find(kBodies.begin(), kBodies.end(), r_.tree.lower(noun)) == kBodies.end()) return relation;
    // A press agency or a service of news is a medium.
    return before == "news" || before == "press" || before == "rating" || before == "ratings" ? relation : "part_of";
  }

  // A noun that is no actor of its own: none, or the organization itself.
  bool describes(std::uint32_t noun, std::uint32_t organization) const {
    const auto m = r_.mentions.headed_by(noun);
    if (m < 0) return r_.tree.tag(noun) != "NNS" || !r_.lexicon.agents.contains(r_.tree.lemma(noun));  // "the agency for Palestinian refugees, X"
    const auto& mention = r_.mentions.mentions[static_cast<std::size_t>(m)];
    return mention.kind == entity::MentionKind::role && mention.entities.size() == 1 && mention.entities[0] == organization;
  }

  // "the Japanese carmaker", "the Hague court", "the country's largest union" said of one named elsewhere.
  void read_description(const Mention& mention) {
    const auto organization = mention.entities[0];
    const auto& organization_class = class_of(organization);
    constexpr std::array<std::string_view, 5> kOfMany{"igo", "un", "bloc", "alliance", "treaty"};
    if (std::find(kOfMany.begin(), kOfMany.end(), organization_class) != kOfMany.end() || organization_class == "sport") return;
    const std::string_view relation = is_state_body(organization_class, r_.tree.lower(mention.head)) ? "part_of" : "based_in";
    for (const auto& state : states_of(mention.head, true, nullptr, true)) {
      if (state.certainty < 1.0F && kind_of(state.entity) == Kind::place) continue;
      relate(kind_of(state.entity) == Kind::place ? "based_in" : relation, {organization, mention.begin, mention.end, 0.95F, false}, state, kAffiliated, "description");
    }
  }

  // "Chilean Workers' Centre", "Football Council of Peru": of citizens, not of the state, whatever its noun.
  bool is_civil(const Mention& mention) const {
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

  // "Ana Ruiz's Reform Party", "the Reform Party of Ana Ruiz": who is named as a party's or an armed group's own leads it; the party of one who
  // holds an office, or is only meant by "his", need not be led by him. A firm that is someone's is owned.
  void read_leader(const Mention& mention) {
    const auto organization = mention.entities[0];
    const auto& organization_class = class_of(organization);
    const bool party = organization_class == "party" || organization_class == "alliance", group = organization_class == "armed_group";
    const bool firm = organization_class == "company" || organization_class == "medium" || organization_class == "bank";
    auto emit = [&](std::uint32_t token, bool possessor) {
      const bool pronoun = possessor && r_.tree.tag(token).ends_with('$');
      for (const auto& leader : r_.actors.of(token, false)) {
        if (kind_of(leader.entity) != Kind::person || has_office(leader.entity, organization)) continue;
        const Actor body{organization, mention.begin, mention.end, 1.0F, false};
        if ((party || group) && (leader.certainty == 1.0F || pronoun)) relate(party && pronoun && in_government(leader.entity) ? "member_of" : "leads", leader, body, kBelonging, "own");
        if (firm && possessor && (leader.certainty == 1.0F || r_.tree.lower(token) == "whose")) relate("owns", leader, body, kBelonging, "own");
      }
    };
    if (const auto owner = r_.tree.child(mention.head, Dep::poss); owner != Tree::npos) emit(owner, true);
    else if (mention.begin > 0 && r_.tree.lower(mention.begin - 1) == "whose") emit(mention.begin - 1, true);
    for (auto c : r_.tree.children(mention.head))
      if (r_.tree.dep(c) == Dep::prep && r_.tree.lower(c) == "of" && c >= mention.end)
        if (const auto owner = r_.tree.child(c, Dep::pobj); owner != Tree::npos) emit(owner, false);
  }

  // Holds an office of a state.
  bool in_government(std::uint32_t person) const {
    return std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(), [&](const entity::Office& office) {
      return office.holder == person && (office.kind == entity::OfficeKind::holds_office_in || office.kind == entity::OfficeKind::leads) &&
             std::any_of(office.bodies.begin(), office.bodies.end(), [&](auto body) { return kind_of(body) == Kind::country || kind_of(body) == Kind::region; });
    });
  }

  // "the state-owned National Oil Company", "the state-run channel X": by the state that the phrase names, or that it is known to be of.
  void read_state_owned(const Mention& mention) {
    const auto organization = mention.entities[0];
    auto head = mention.head;
    if (!state_owned(head) && r_.tree.dep(head) == Dep::appos) head = r_.tree.head(head);
    // "X, Azerbaijan's state oil company,"
    for (auto c : appositions(mention))
      if (!state_owned(head) && (is_state_firm(c) || (describes(c, organization) && state_owned(c)))) head = c;
    // "the Turkish state oil company X"
    const bool before = mention.begin > 0 && r_.tree.dep(mention.begin - 1) == Dep::compound && is_state_firm(mention.begin - 1);
    if (!before && !state_owned(head)) return;
    auto owners = states_of(head, true);
    const auto& code = r_.mentions.entities[organization].country;
    if (owners.empty() && !code.empty())
      for (std::uint32_t e = 0; e < r_.mentions.entities.size(); ++e)
        if (r_.mentions.entities[e].kind == Kind::country && r_.mentions.entities[e].country == code) owners.push_back({e, mention.begin, mention.end, 1.0F, false});
    for (const auto& owner : owners) {
      if (r_.mentions.entities[owner.entity].kind != Kind::country) continue;
      relate("owns", owner, {organization, mention.begin, mention.end, 1.0F, false}, kAffiliated, "state-owned");
    }
  }

  // "the G7 - Canada, France, Italy and Japan -", "BRICS (Brazil, India and China)": states listed right behind a body of states.
  void read_members(const Mention& mention) {
    constexpr std::array<std::string_view, 5> kOfStates{"alliance", "bloc", "igo", "treaty", ""};
    if (std::find(kOfStates.begin(), kOfStates.end(), class_of(mention.entities[0])) == kOfStates.end() || mention.end + 2 >= r_.tree.size()) return;
    auto i = mention.end;
    const auto opens = r_.tree.lower(i);
    const bool bracket = opens == "(", dash = opens == "-" || opens == "--" || opens == "\u2013" || opens == "\u2014";
    if (!bracket && !dash && opens != ":") return;
    std::vector<Actor> states;
    for (++i; i < r_.tree.size(); ++i) {
      const auto word = r_.tree.lower(i);
      if (word == "," || word == "and" || word == "the" || word == "&") continue;
      const auto m = r_.mentions.containing(i);
      if (m < 0) break;
      const auto& state = r_.mentions.mentions[static_cast<std::size_t>(m)];
      if (state.begin != i || state.kind != entity::MentionKind::name || state.entities.size() != 1 || kind_of(state.entities[0]) != Kind::country) break;
      states.push_back({state.entities[0], state.begin, state.end, 1.0F, false});
      i = state.end - 1;
    }
    if (states.size() < 2) return;
    for (const auto& state : states) relate("member_of", state, {mention.entities[0], mention.begin, mention.end, 1.0F, false}, kBelonging, "list");
  }

  // "Azerbaijan's state oil company", "the state holding company": a firm of the state.
  bool is_state_firm(std::uint32_t head) const {
    constexpr std::array<std::string_view, 19> kFirms{"company", "firm",    "giant",   "utility",      "monopoly", "corporation", "enterprise", "carrier",  "airline", "producer",
                                                    "miner",   "exporter", "holding", "conglomerate", "lender",   "refiner",     "operator",   "supplier", "shipbuilder"};
    if (std::find(kFirms.begin(), kFirms.end(), r_.tree.lower(head)) == kFirms.end()) return false;
    for (auto t = head; t > 0 && head - t < 4; --t)
      if (r_.tree.lower(t - 1) == "state") return t < 2 || r_.tree.lower(t - 2) != "united";
    return false;
  }

  bool state_owned(std::uint32_t head) const {
    if (is_state_firm(head)) return true;
    for (auto c : r_.tree.children(head)) {
      const auto word = r_.tree.lower(c);
      if (r_.tree.dep(c) != Dep::amod || (word != "owned" && word != "run" && word != "controlled")) continue;
      if (r_.tree.child_with_form(c, "state") != Tree::npos || r_.tree.child_with_form(c, "government") != Tree::npos) return true;
    }
    return false;
  }

  // "the Court of Arbitration for Sport in Lausanne": where it sits, named right behind it. Of what has a seat; a bloc or a team meets or
  // plays there.
  void read_seat(const Mention& mention, std::uint32_t last) {
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
    const bool home = where.kind == Kind::country && (class_of(organization) == "embassy" || where.country == r_.mentions.entities[organization].country);
    if (where.kind != Kind::place && !home) return;
    relate("based_in", {organization, mention.begin, mention.end, 1.0F, false}, {place.entities[0], place.begin, place.end, 1.0F, false}, kBelonging, "seat");
  }

  bool has_seat(std::uint32_t organization) const {
    constexpr std::array<std::string_view, 10> kSeated{"embassy", "court", "university", "company", "bank", "medium", "ngo", "religious", "agency", "un"};
    const auto& organization_class = class_of(organization);
    return std::find(kSeated.begin(), kSeated.end(), organization_class) != kSeated.end();
  }

  // Sport's federations are known by acronyms: "FIFA Council"; its clubs and teams have no such parts.
  bool is_federation(const Mention& name) const {
    const auto text = r_.tree.text(name.begin);
    return class_of(name.entities[0]) == "sport" && name.end - name.begin == 1 && text.size() > 2 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "[Russian] Foreign Ministry", "[UN] Security Council", "Embassy of [Mexico] in [Ecuador]"
  template <class Emit>
  void read_inner_names(const Mention& mention, std::string_view relation, std::string_view organization_class, const Emit& emit) const {
    const auto organization = mention.entities[0];
    const auto& all = r_.mentions.mentions;  // Ascending by begin: those inside follow one another.
    for (auto at = std::ranges::lower_bound(all, mention.begin, {}, &entity::Mention::begin); at != all.end() && at->begin < mention.end; ++at) {
      const auto& inner = *at;
      if (inner.end > mention.end || inner.end - inner.begin == mention.end - mention.begin) continue;
      if (inner.entities.size() != 1 || inner.entities[0] == organization) continue;
      const Actor actor{inner.entities[0], inner.begin, inner.end, 1.0F, false};
      const bool located = inner.begin > mention.begin && (r_.tree.lower(inner.begin - 1) == "in" || r_.tree.lower(inner.begin - 1) == "to");
      const auto kind = r_.mentions.entities[inner.entities[0]].kind;
      const bool organ = is_federation(inner) && is_part(organization_class, r_.tree.lower(mention.end - 1));
      if (kind == Kind::organization && (organ || may_hold(r_.mentions.classes[actor.entity], organization_class))) emit(actor, "part_of");
      // Of a state's body, a medium, a party or a national federation the name says whose it is; "British Red Cross" and the like are mere names.
      const bool chapter = inner.end == mention.end && inner.begin > mention.begin && r_.tree.tag(inner.begin - 1).starts_with("NN");  // "Oxfam Mexico"
      const bool national = inner.kind == entity::MentionKind::adjective && inner.begin == mention.begin && organization_class != "treaty";
      const bool tells = located || chapter || national || relation == "part_of" || is_named_by_state(organization_class);
      const auto& own = r_.mentions.entities[organization].country;
      const bool foreign = !located && !own.empty() && own != r_.mentions.entities[inner.entities[0]].country;  // "Korean Central News Agency"
      if (kind == Kind::country && tells && !foreign) emit(actor, located ? "based_in" : relation);
      // "Iowa Department of Natural Resources": of a part of a state.
      if (kind == Kind::region && tells && !r_.mentions.entities[actor.entity].country.empty() && !is_abbreviation(inner))
        emit(actor, "based_in");
    }
  }
};

}  // namespace

void read_organizations(const Reader& reader, const Frames& frames, std::vector<Statement>& out) { Organizations(reader, frames, out).run(); }

}  // namespace entente::relation
