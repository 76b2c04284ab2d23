#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

#include "relation/structure_reader.hpp"

/// What names of persons and the words beside them say: nationality, party, employer, whom they lead.
namespace entente::relation {
namespace {

constexpr float kBracketed = 0.85F;  // "X (Chile)" may give the place rather than the nationality
constexpr float kEpithet = 0.85F;    // who is meant by a description may be another
constexpr float kNamed = 0.8F;       // of two pronouns ("under him they won") either may mean another
constexpr double kUnder = 0.75;      // who acts under someone may only serve under him

class Persons : StructureReader {
 public:
  using StructureReader::StructureReader;

  void run() {
    find_roll_calls();
    for (const auto& mention : r_.mentions.mentions) {
      if (mention.entities.size() != 1) continue;
      if (mention.kind == entity::MentionKind::body && is_people(mention)) read_nationals(mention);
      if (mention.kind == entity::MentionKind::role && kind_of(mention.entities[0]) == Kind::person) read_epithet(mention);
      if (mention.kind != entity::MentionKind::name) continue;
      const auto kind = kind_of(mention.entities[0]);
      if (kind == Kind::person) read_nationality(mention), read_owner(mention), read_party(mention);
      if (kind == Kind::person || kind == Kind::organization) read_belonging(mention, kind);
    }
    read_under();
  }

 private:
  // Sentences that name a person with his party: "Ana Ruiz of the Labour Party and Li Wei of People Power were elected". In them what others are
  // of is a party as well, where nothing is known of it.
  void find_roll_calls() {
    for (const auto& mention : r_.mentions.mentions) {
      if (mention.kind != entity::MentionKind::name || mention.entities.size() != 1 || class_of(mention.entities[0]) != "party" || mention.begin < 2) continue;
      auto before = mention.begin - 1;
      if (r_.tree.lower(before) == "the" && before > 1) --before;
      const bool of = (r_.tree.lower(before) == "of" || r_.tree.lower(before) == "from") && is_person(before - 1);
      const bool owns = mention.end + 1 < r_.tree.size() && r_.tree.dep(mention.end) == Dep::case_ && is_person(mention.end + 1);
      if (of || owns) roll_calls_.insert(r_.tree.token(mention.begin).sentence);
    }
  }

  bool is_person(std::uint32_t token) const {
    const auto m = r_.mentions.containing(token);
    if (m < 0) return false;
    const auto& found = r_.mentions.mentions[static_cast<std::size_t>(m)];
    return found.kind == entity::MentionKind::name && found.entities.size() == 1 && kind_of(found.entities[0]) == Kind::person;
  }

  // Is it a party, or taken for one in a sentence that tells persons' parties?
  bool is_party(const Actor& whole) const {
    const auto& group = class_of(whole.entity);
    if (group == "party" || group == "armed_group") return true;
    return (group.empty() || group == "union") && roll_calls_.contains(r_.tree.token(whole.begin).sentence);
  }

  // "Britons": the people of a state in one word.
  bool is_people(const Mention& mention) const {
    const auto form = r_.tree.text(mention.begin);
    return mention.end == mention.begin + 1 && kind_of(mention.entities[0]) == Kind::country && form.size() > 3 && std::isupper(static_cast<unsigned char>(form[0])) && form.ends_with('s');
  }

  // The persons named from `i` on, with commas and "and" between them.
  std::vector<const Mention*> listed_persons(std::uint32_t& i) const {
    std::vector<const Mention*> out;
    while (i < r_.tree.size()) {
      const auto word = r_.tree.lower(i);
      const auto at = !out.empty() && (word == "," || word == "and") ? (word == "," && i + 1 < r_.tree.size() && r_.tree.lower(i + 1) == "and" ? i + 2 : i + 1) : i;
      const auto m = at < r_.tree.size() && (at == i) == out.empty() ? r_.mentions.containing(at) : -1;
      if (m < 0) break;
      const auto& mention = r_.mentions.mentions[static_cast<std::size_t>(m)];
      if (mention.begin != at || mention.kind != entity::MentionKind::name || mention.entities.size() != 1 || kind_of(mention.entities[0]) != Kind::person) break;
      out.push_back(&mention);
      i = mention.end;
    }
    return out;
  }

  // "Two Britons, Ana Ruiz and Li Wei, were", "Ana Ruiz and Li Wei, both Britons,".
  void read_nationals(const Mention& people) {
    const Actor state{people.entities[0], people.begin, people.end, 1.0F, false};
    std::vector<const Mention*> persons;
    const auto before = people.begin > 0 ? r_.tree.lower(people.begin - 1) : std::string_view();
    const bool numbered = people.begin > 0 && (r_.tree.tag(people.begin - 1) == "CD" || before == "both" || before == "all");
    if (numbered && people.end + 1 < r_.tree.size() && r_.tree.lower(people.end) == ",") {
      auto i = people.end + 1;
      persons = listed_persons(i);
    }
    if (persons.empty() && numbered && people.begin > 4 && r_.tree.lower(people.begin - 2) == ",") {
      const auto last = r_.mentions.containing(people.begin - 3);
      if (last < 0) return;
      auto first = r_.mentions.mentions[static_cast<std::size_t>(last)].begin;
      while (first > 1 && (r_.tree.lower(first - 1) == "and" || r_.tree.lower(first - 1) == ",")) {
        const auto m = r_.mentions.containing(first - 2);
        if (m < 0) break;
        first = r_.mentions.mentions[static_cast<std::size_t>(m)].begin;
      }
      persons = listed_persons(first);
    }
    if (persons.size() < 2) return;
    for (const auto* person : persons)
      if (!has_office(person->entities[0], state.entity)) relate("national_of", {person->entities[0], person->begin, person->end, 1.0F, false}, state, kAffiliated, "nationals");
  }

  static bool is_indefinite(std::string_view article) { return article == "a" || article == "an" || article == "another"; }

  void read_nationality(const Mention& mention) {
    const auto person = mention.entities[0];
    auto emit = [&](const Actor& state, bool own = false) {
      if (r_.mentions.entities[state.entity].kind != Kind::country) return;
      if (has_office(person, state.entity) || (!own && in_title(person, state.begin))) return;
      relate("national_of", {person, mention.begin, mention.end, 1.0F, false}, state, kAffiliated, "nationality");
    };
    for (const auto& state : states_of(mention.head, false)) emit(state);
    for (auto c : appositions(mention)) {
      // "X, himself a Brazilian,"
      if (r_.tree.lower(c) == "himself" || r_.tree.lower(c) == "herself")
        if (const auto own = r_.tree.child(c, Dep::appos); own != Tree::npos) c = own;
      const auto m = r_.mentions.headed_by(c);
      // "X, the Swiss soprano,": a noun for what she is, or her role.
      const auto* role = m < 0 ? nullptr : &r_.mentions.mentions[static_cast<std::size_t>(m)];
      if (m < 0 || (role->kind == entity::MentionKind::role && role->entities.size() == 1 && role->entities[0] == person)) {
        // "X, who is in Turku, Finland talking with Y"
        const auto modifier = r_.tree.child(c, Dep::compound);
        const bool where = modifier != Tree::npos && r_.mentions.headed_by(modifier) >= 0 && r_.tree.child_with_form(c, "with") != Tree::npos;
        if (!where)
          for (const auto& state : states_of(c, false)) emit(state);
        continue;
      }
      // "X, a Brazilian,"
      const auto& apposed = r_.mentions.mentions[static_cast<std::size_t>(m)];
      const auto article = r_.tree.child(c, Dep::det);
      if (apposed.entities.size() != 1 || article == Tree::npos || !is_indefinite(r_.tree.lower(article))) continue;
      const Actor whole{apposed.entities[0], apposed.begin, apposed.end, 1.0F, false};
      if (r_.mentions.entities[whole.entity].kind == Kind::organization) {
        if (r_.mentions.classes[whole.entity] == "party") affiliate(mention, whole, "member_of", kAffiliated);  // "X, a Republican,"
      } else {
        emit(whole, true);
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

  // "the Swiss hydrologist", of one named before
  void read_epithet(const Mention& mention) {
    const auto person = mention.entities[0];
    const auto head = mention.head;
    constexpr std::array<std::string_view, 19> kOffices{"ambassador", "chancellor", "chief", "commander", "diplomat", "envoy", "general", "governor", "king", "leader",
                                                        "minister", "monarch", "official", "premier", "president", "queen", "secretary", "senator", "spokesman"};
    if (r_.tree.tag(head) != "NN" || in_title(person, head) || std::find(kOffices.begin(), kOffices.end(), r_.tree.lower(head)) != kOffices.end()) return;
    for (auto c : r_.tree.children(head)) {
      const auto m = r_.tree.dep(c) == Dep::amod && c < head ? r_.mentions.headed_by(c) : -1;
      if (m < 0 || r_.mentions.mentions[static_cast<std::size_t>(m)].kind != entity::MentionKind::adjective) continue;
      for (const auto& state : r_.actors.of(c, false))
        if (kind_of(state.entity) == Kind::country && !has_office(person, state.entity))
          relate("national_of", {person, mention.begin, mention.end, kEpithet, false}, state, kAffiliated, "epithet");
    }
  }

  // "Labour's Ana Ruiz", "Real Madrid's Ana Ruiz", "Egypt's Ana Ruiz"
  void read_owner(const Mention& mention) {
    const auto owner = r_.tree.child(mention.head, Dep::poss);
    if (owner == Tree::npos || owner + 2 != mention.begin) return;
    for (const auto& whole : r_.actors.of(owner, false)) {
      if (has_office(mention.entities[0], whole.entity)) continue;
      const auto kind = r_.mentions.entities[whole.entity].kind;
      if (kind == Kind::organization) affiliate(mention, whole, is_party(whole) ? "member_of" : "works_for", kBelonging);
      // "the Kremlin's Li Wei" serves there.
      if (kind == Kind::country) affiliate(mention, whole, seat(owner) ? "holds_office_in" : "national_of", kBelonging);
    }
  }

  // "Republican Ana Ruiz": what members of a party are called stands before the name.
  void read_party(const Mention& mention) {
    const auto m = mention.begin == 0 ? -1 : r_.mentions.containing(mention.begin - 1);
    if (m < 0) return;
    const auto& party = r_.mentions.mentions[static_cast<std::size_t>(m)];
    if (party.end != mention.begin || party.kind != entity::MentionKind::name || party.entities.size() != 1 || class_of(party.entities[0]) != "party") return;
    const auto head = r_.tree.head(party.head);
    if (head < mention.begin || head >= mention.end || has_office(mention.entities[0], party.entities[0])) return;
    affiliate(mention, {party.entities[0], party.begin, party.end, 1.0F, false}, "member_of", kBelonging);
  }

  // A house that stands for a government.
  bool seat(std::uint32_t token) const {
    const auto m = r_.mentions.containing(token);
    if (m < 0 || r_.mentions.mentions[static_cast<std::size_t>(m)].kind != entity::MentionKind::metonym) return false;
    return r_.tree.lower(token) == "kremlin" || r_.tree.lower(token) == "house" || r_.tree.lower(token) == "street";
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
          relate("leads", leader, body, kUnder, "under");
        }
    }
  }

  // "Ana Ruiz of the Labour Party", "Li Wei of The Daily", "Prince Omar of Jordan", "Marcopolo of Brazil", "Ana Ruiz (Labour)"
  void read_belonging(const Mention& mention, Kind kind) {
    for (auto c : r_.tree.children(mention.head)) {
      if (r_.tree.dep(c) != Dep::prep) continue;
      const bool shared = conjunct_before(mention, c) >= 0;
      const bool set_off = mention.end < r_.tree.size() && r_.tree.lower(mention.end) == ",";
      // "Ana Ruiz, of Chelsea,", "Ana Ruiz, 29, of Chelsea," too.
      const bool origin = c == mention.end + 2 && set_off && r_.tree.lower(c - 1) == "originally";
      const bool apart = (c == mention.end + 1 && set_off) || origin, aged = c == mention.end + 3 && set_off && r_.tree.tag(mention.end + 1) == "CD";
      if (kind == Kind::person ? c != mention.end && !shared && !apart && !aged : c != mention.end && !apart) continue;
      const auto object = r_.tree.child(c, Dep::pobj);
      if (object == Tree::npos) continue;
      const auto word = r_.tree.lower(c);
      if (word == "of") belongs(mention, kind, c, object);
      if (kind == Kind::person && !shared && (word == "from" || word == "with")) comes_from(mention, c, object, apart || aged);
    }
    if (kind == Kind::person) read_bracket(mention);
  }

  // "of Caritas Honduras": the body named right behind the preposition, where the parser takes the state behind it for the object.
  ActorList whole_of(std::uint32_t of, std::uint32_t object) const {
    auto out = r_.actors.of(object, false);
    const auto first = of + 1 < r_.tree.size() && r_.tree.lower(of + 1) == "the" ? of + 2 : of + 1;
    const auto m = out.size() == 1 && kind_of(out[0].entity) == Kind::country && out[0].begin > first ? r_.mentions.containing(first) : -1;
    if (m < 0) return out;
    const auto& body = r_.mentions.mentions[static_cast<std::size_t>(m)];
    if (body.begin != first || body.end != out[0].begin || body.kind != entity::MentionKind::name || body.entities.size() != 1 || kind_of(body.entities[0]) != Kind::organization) return out;
    out[0] = Actor{body.entities[0], body.begin, body.end, 1.0F, false};
    return out;
  }

  void belongs(const Mention& mention, Kind kind, std::uint32_t of, std::uint32_t object) {
    for (const auto& whole : whole_of(of, object)) {
      const auto target = kind_of(whole.entity);
      const bool seat = kind == Kind::organization && of != mention.end && target != Kind::organization;  // "Orca Steel, of Dayton,"
      if ((kind == Kind::organization && target != Kind::country && !seat) || has_office(mention.entities[0], whole.entity)) continue;
      const bool home = target == Kind::place && (of != mention.end || has_see(mention.entities[0]));  // "Ana Ruiz, of Leeds,", "Archbishop Omar Ba of Segou"
      const std::string_view relation = kind == Kind::organization || home ? "based_in" : target == Kind::organization ? membership(whole, of) : "national_of";
      affiliate(mention, whole, relation, kBelonging);
      if (kind == Kind::person) share_belonging(mention, of, whole, relation);
    }
  }

  // A churchman is of the place where he serves.
  bool has_see(std::uint32_t person) const {
    constexpr std::array<std::string_view, 6> kSees{"archbishop", "bishop", "cardinal", "metropolitan", "patriarch", "primate"};
    return std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(), [&](const entity::Office& office) {
      return office.holder == person && std::binary_search(kSees.begin(), kSees.end(), office.title);
    });
  }

  // One belongs to a party or an armed group, and works for another body.
  std::string_view membership(const Actor& whole, std::uint32_t preposition) const {
    return is_party(whole) || fights(preposition + 1, whole.begin) ? "member_of" : "works_for";
  }

  // "Ana Ruiz from the Democratic Party", "Ana Ruiz with the Koch Institute", "Ana Ruiz, from Peru,".
  void comes_from(const Mention& mention, std::uint32_t preposition, std::uint32_t object, bool set_off) {
    // "rescued Ana Ruiz from Boko Haram"
    if (!set_off && r_.tree.dep(mention.head) == Dep::dobj) return;
    const bool from = r_.tree.lower(preposition) == "from";
    for (const auto& whole : r_.actors.of(object, false)) {
      if (whole.certainty < 1.0F || has_office(mention.entities[0], whole.entity)) continue;
      const auto target = kind_of(whole.entity);
      if (target == Kind::organization) affiliate(mention, whole, membership(whole, preposition), kBelonging);
      if (from && set_off && target == Kind::country) affiliate(mention, whole, "national_of", kBelonging);
      if (from && set_off && (target == Kind::place || target == Kind::region)) affiliate(mention, whole, "based_in", kBelonging);
    }
  }

  // "Ana Ruiz (Labour)", "Ana Ruiz (Labour, Leeds North)", "Li Wei (SPD/Hesse)", "Ana Ruiz, R-Texas,".
  void read_bracket(const Mention& mention) {
    const auto open = mention.end;
    if (open + 2 >= r_.tree.size() || (r_.tree.lower(open) != "(" && (r_.tree.lower(open) != "," || r_.tree.lower(open + 2) != "-"))) return;
    const auto m = r_.mentions.containing(open + 1);
    if (m < 0) return;
    const auto& party = r_.mentions.mentions[static_cast<std::size_t>(m)];
    if (party.begin != open + 1 || party.kind != entity::MentionKind::name || party.entities.size() != 1 || party.end >= r_.tree.size()) return;
    const auto behind = r_.tree.lower(party.end);
    if (behind != ")" && behind != "," && behind != ";" && behind != "/" && behind != "-") return;
    const auto& group = class_of(party.entities[0]);
    if ((group != "party" && group != "armed_group") || has_office(mention.entities[0], party.entities[0])) return;
    affiliate(mention, {party.entities[0], party.begin, party.end, 1.0F, false}, "member_of", kBelonging);
  }

  // "of the dissident group X": one belongs to it and is not employed.
  bool fights(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::array<std::string_view, 11> kCauses{"dissident",  "guerrilla", "insurgent",  "islamist",     "jihadist",  "militant",
                                                       "opposition", "rebel",     "resistance", "secessionist", "separatist"};
    for (auto t = begin; t < end && t < begin + 5; ++t)
      if (std::binary_search(kCauses.begin(), kCauses.end(), r_.tree.lower(t))) return true;
    return false;
  }

  // "Ruth Cole and Peter Hall of Sinn Fein" is of both, whichever of them the parser hangs the phrase on.
  void share_belonging(const Mention& mention, std::uint32_t of, const Actor& whole, std::string_view relation) {
    auto m = conjunct_before(mention, of);
    if (const auto first = r_.tree.head(mention.head); m < 0 && r_.tree.dep(mention.head) == Dep::conj && r_.tree.child_with_form(first, "of") == Tree::npos) m = r_.mentions.headed_by(first);
    if (m < 0) return;
    const auto& other = r_.mentions.mentions[static_cast<std::size_t>(m)];
    const bool adjacent = (other.end + 1 == mention.begin && r_.tree.lower(other.end) == "and") || (mention.end + 1 == other.begin && r_.tree.lower(mention.end) == "and");
    if (adjacent && other.kind == entity::MentionKind::name && r_.mentions.entities[other.entities[0]].kind == Kind::person && !has_office(other.entities[0], whole.entity))
      affiliate(other, whole, relation, kBelonging);
  }

  // The mention of a conjunct of this one that ends where the phrase at `token` begins; -1 where none does.
  std::int32_t conjunct_before(const Mention& mention, std::uint32_t token) const {
    for (auto c : r_.tree.children(mention.head))
      if (r_.tree.dep(c) == Dep::conj)
        if (const auto m = r_.mentions.headed_by(c); m >= 0 && r_.mentions.mentions[static_cast<std::size_t>(m)].end == token) return m;
    return -1;
  }

  std::set<std::uint32_t> roll_calls_;
};

}  // namespace

void read_persons(const Reader& reader, const Frames& frames, std::vector<Statement>& out) { Persons(reader, frames, out).run(); }

}  // namespace entente::relation
