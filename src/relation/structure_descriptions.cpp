#include <algorithm>
#include <array>

#include "relation/structure_reader.hpp"

/// What descriptions beside a person's name say: "a trombonist with the Harbour Philharmonic", "formerly of Lazio", "both Democrats",
/// "the Perth businessman".
namespace entente::relation {
namespace {

constexpr double kDescribed = 0.75;

class Descriptions : StructureReader {
 public:
  using StructureReader::StructureReader;

  void run() {
    for (const auto& mention : r_.mentions.mentions) {
      if (mention.kind != entity::MentionKind::name || mention.entities.size() != 1) continue;
      read_both(mention);
      if (kind_of(mention.entities[0]) != Kind::person) continue;
      read_nouns(mention);
      read_past(mention);
      read_home(mention);
    }
  }

 private:
  Actor actor(const Mention& mention) const { return {mention.entities[0], mention.begin, mention.end, 1.0F, false}; }

  // The mention by name that begins at a token, an article skipped; null where none does.
  const Mention* name_at(std::uint32_t token) const {
    if (token < r_.tree.size() && r_.tree.dep(token) == Dep::det) ++token;
    const auto m = token < r_.tree.size() ? r_.mentions.containing(token) : -1;
    if (m < 0) return nullptr;
    const auto& found = r_.mentions.mentions[static_cast<std::size_t>(m)];
    return found.begin == token && found.kind == entity::MentionKind::name && found.entities.size() == 1 ? &found : nullptr;
  }

  // "Ana Ruiz, a trombonist with the Harbour Philharmonic", "a cocoa trader from Ondo", "an imam in Kidal". An office says itself of what it is.
  void read_nouns(const Mention& mention) {
    for (auto c : appositions(mention)) {
      if (r_.tree.tag(c) != "NN" || c < mention.end || holds(mention.entities[0], c) || is_guest(r_.tree.lower(c))) continue;
      for (auto p : r_.tree.children(c)) {
        if (r_.tree.dep(p) != Dep::prep || p != c + 1) continue;
        const auto object = r_.tree.child(p, Dep::pobj);
        if (object != Tree::npos) of_phrase(mention, r_.tree.lower(p), object);
      }
    }
  }

  // Who is at or with a body and does not work there.
  static bool is_guest(std::string_view noun) {
    constexpr std::array<std::string_view, 24> kGuests{"alumna", "alumnus", "boarder", "classmate", "customer", "dropout", "freshman", "friend", "graduate", "guest", "hostage", "inmate",
                                                       "opponent", "patient", "postgraduate", "prisoner", "pupil", "regular", "resident", "rival", "schoolmate", "student", "undergraduate", "visitor"};
    return std::binary_search(kGuests.begin(), kGuests.end(), noun);
  }

  void of_phrase(const Mention& mention, std::string_view preposition, std::uint32_t object) {
    const bool beside = preposition == "with" || preposition == "at", where = preposition == "from" || preposition == "in";
    if (!beside && !where) return;
    for (const auto& whole : r_.actors.of(object, false)) {
      const auto kind = kind_of(whole.entity);
      if (has_office(mention.entities[0], whole.entity) || whole.certainty < 1.0F) continue;
      if (kind == Kind::organization && (beside || preposition == "from")) relate("works_for", actor(mention), whole, kDescribed, "noun");
      if (where && (kind == Kind::region || kind == Kind::place)) relate("based_in", actor(mention), whole, kDescribed, "noun");
      if (preposition == "from" && kind == Kind::country) relate("national_of", actor(mention), whole, kDescribed, "noun");
    }
  }

  // Does the noun name an office that the person holds, not a trade?
  bool holds(std::uint32_t person, std::uint32_t noun) const {
    using enum entity::OfficeKind;
    return std::any_of(r_.mentions.offices.begin(), r_.mentions.offices.end(),
                       [&](const entity::Office& office) { return office.holder == person && office.head == noun && (office.kind != works_for || !office.bodies.empty()); });
  }

  // "Dario Ruiz, formerly of Lazio,": of a club or a firm, even where its name is a place's.
  void read_past(const Mention& mention) {
    constexpr std::array<std::string_view, 5> kPast{"earlier", "formerly", "late", "once", "previously"};
    const auto comma = mention.end;
    if (comma + 3 >= r_.tree.size() || r_.tree.lower(comma) != "," || !std::binary_search(kPast.begin(), kPast.end(), r_.tree.lower(comma + 1))) return;
    const auto preposition = r_.tree.lower(comma + 2);
    if (preposition != "of" && preposition != "with" && preposition != "at") return;
    const auto* body = name_at(comma + 3);
    if (!body || kind_of(body->entities[0]) != Kind::organization || has_office(mention.entities[0], body->entities[0])) return;
    const auto before = out_.size();
    relate(class_of(body->entities[0]) == "party" ? "member_of" : "works_for", actor(mention), actor(*body), kDescribed, "formerly");
    for (auto i = before; i < out_.size(); ++i) out_[i].status = Status::ended;
  }

  // "Perth businessman Ana Ruiz", "Leeds mother-of-two Ana Ruiz": the place, a word or two for what she is, the name.
  void read_home(const Mention& mention) {
    auto i = mention.begin;
    while (i > 0 && mention.begin - i < 5 && (r_.tree.word(i - 1) == Word::noun || r_.tree.word(i - 1) == Word::adjective || r_.tree.lower(i - 1) == "-" || (r_.tree.lower(i - 1) == "of" && r_.tree.lower(i - 2) == "-") || r_.tree.tag(i - 1) == "CD") &&
           r_.mentions.containing(i - 1) < 0)
      --i;
    if (i == mention.begin || i == 0 || r_.tree.word(mention.begin - 1) == Word::adjective) return;
    const auto m = r_.mentions.containing(i - 1);
    if (m < 0) return;
    const auto& place = r_.mentions.mentions[static_cast<std::size_t>(m)];
    if (place.end != i || place.kind != entity::MentionKind::name || place.entities.size() != 1 || kind_of(place.entities[0]) != Kind::place) return;
    if (r_.tree.is_sided_with(place.begin) || token_sentence(place.begin) != token_sentence(mention.begin) || in_title(mention.entities[0], place.begin)) return;
    relate("based_in", actor(mention), actor(place), kDescribed, "home");
  }

  std::uint32_t token_sentence(std::uint32_t i) const { return r_.tree.token(i).sentence; }

  // "Ana Ruiz and Li Wei, both Democrats,": of each of the two.
  void read_both(const Mention& group) {
    if (group.begin < 4 || r_.tree.lower(group.begin - 1) != "both" || r_.tree.lower(group.begin - 2) != ",") return;
    const auto kind = kind_of(group.entities[0]);
    const bool party = kind == Kind::organization && class_of(group.entities[0]) == "party";
    if (!party && kind != Kind::country) return;
    const auto last = r_.mentions.containing(group.begin - 3);
    const Mention* of[2] = {last < 0 ? nullptr : &r_.mentions.mentions[static_cast<std::size_t>(last)], nullptr};
    if (!of[0] || of[0]->kind != entity::MentionKind::name || of[0]->entities.size() != 1) return;
    // The other of the two is the last person named before.
    for (auto i = of[0]->begin; i > 0 && token_sentence(i - 1) == token_sentence(group.begin) && !of[1]; --i)
      if (const auto m = r_.mentions.containing(i - 1); m >= 0)
        if (const auto& other = r_.mentions.mentions[static_cast<std::size_t>(m)]; other.kind == entity::MentionKind::name && other.entities.size() == 1 && kind_of(other.entities[0]) == Kind::person) of[1] = &other;
    for (const Mention* person : of)
      if (person && kind_of(person->entities[0]) == Kind::person && !has_office(person->entities[0], group.entities[0]))
        relate(party ? "member_of" : "national_of", actor(*person), actor(group), kDescribed, "both");
  }
};

}  // namespace

void read_descriptions(const Reader& reader, const Frames& frames, std::vector<Statement>& out) { Descriptions(reader, frames, out).run(); }

}  // namespace entente::relation
