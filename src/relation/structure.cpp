#include "relation/structure.hpp"

#include <array>

#include "relation/structure_reader.hpp"

namespace entente::relation {

namespace {

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

/// Offices that the entity layer found.
class Offices : StructureReader {
 public:
  using StructureReader::StructureReader;

  void run() {
    for (const auto& office : r_.mentions.offices) {
      read_office(office);
      read_nationality(office);
    }
  }

 private:
  // "French coach X" and "the Senegalese diplomat X" may serve anyone: the nationality is the man's own where it is an adjective of a coach
  // or player, or where he holds another office. A judge of an international court or a churchman "of Chad" is no one of the state.
  bool own_nationality(const entity::Office& office, std::uint32_t body) const {
    if (kind_of(body) != Kind::country || !office.in_text) return false;
    const auto is = [](std::string_view title, const auto& list) { return std::find(list.begin(), list.end(), title) != list.end(); };
    if (is_church(office.title) || office.title == "prince" || office.title == "princess") return true;
    if (office.title.ends_with("judge") || office.title.ends_with("justice")) return named_behind(office, body);
    constexpr std::array<std::string_view, 4> kSport{"coach", "head coach", "manager", "trainer"};
    const bool sport = is(office.title, kSport);
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

  static bool is_church(std::string_view title) {
    constexpr std::array<std::string_view, 8> kChurch{"archbishop", "bishop", "cardinal", "primate", "patriarch", "imam", "rabbi", "metropolitan"};
    return std::find(kChurch.begin(), kChurch.end(), title) != kChurch.end();
  }

  // "Presiding Judge X of Norway": the body stands behind the holder's name.
  bool named_behind(const entity::Office& office, std::uint32_t body) const {
    bool holder = false;
    const auto& all = r_.mentions.mentions;
    for (auto at = std::ranges::lower_bound(all, office.head, {}, &Mention::begin); at != all.end() && at->begin < office.end; ++at) {
      if (at->entities.size() != 1) continue;
      if (at->entities[0] == body) return holder;
      holder |= at->entities[0] == office.holder;
    }
    return false;
  }

  // "the bloc's Peruvian secretary-general, X", "the British prosecutor of the court": an office of a body that is no state's, so the
  // nationality is the holder's. Before the body's own name it is the body's ("the French carmaker Renault's chief").
  void read_nationality(const entity::Office& office) {
    using enum entity::OfficeKind;
    if (!office.in_text || office.bodies.empty() || office.kind == kin || office.kind == succeeds || office.kind == member_of) return;
    if (kind_of(office.holder) != Kind::person || !std::ranges::all_of(office.bodies, [&](auto body) { return kind_of(body) == Kind::organization; })) return;
    const auto& all = r_.mentions.mentions;
    const auto first = std::ranges::lower_bound(all, office.begin, {}, &Mention::begin), last = std::ranges::upper_bound(all, office.head, {}, &Mention::begin);
    for (auto at = first; at != last; ++at) {
      if (at->kind != entity::MentionKind::adjective || at->entities.size() != 1 || kind_of(at->entities[0]) != Kind::country) continue;
      const bool of_body = std::any_of(first, last, [&](const Mention& other) {
        return other.end > at->begin && other.kind == entity::MentionKind::name && other.entities.size() == 1 && kind_of(other.entities[0]) == Kind::organization;
      });
      if (of_body) continue;
      const Actor state{at->entities[0], at->begin, at->end, 1.0F, false};
      relate("national_of", {office.holder, office.head, office.head + 1, 1.0F, false}, state, kBelonging, "office");
    }
  }

  void read_office(const entity::Office& office) {
    for (auto body : office.bodies) {
      // "the archbishop of York" leads no city.
      const bool see = is_church(office.title) && (kind_of(body) == Kind::region || kind_of(body) == Kind::place);
      // "a Geneva lawyer" is employed by nobody whom the text names.
      const bool there = office.kind == entity::OfficeKind::works_for && (kind_of(body) == Kind::region || kind_of(body) == Kind::place) && r_.mentions.entities[body].kind != Kind::organization;
      const std::string_view relation = own_nationality(office, body) ? "national_of" : see || there ? "based_in" : relation_of(office.kind);
      Statement st;
      st.source = office.holder;
      st.target = body;
      st.source_token = st.target_token = office.begin;
      st.status = office.former || r_.arguments.is_over(office.head) ? Status::ended : office.coming ? Status::planned : Status::asserted;
      st.confidence = office.in_text ? kStated : kCarried;
      st.begin = office.begin;
      st.end = office.end;
      st.frame = "title:" + office.title;
      const bool of_city = office.title.find("mayor") != std::string::npos || office.title.find("governor") != std::string::npos || office.title.find("prefect") != std::string::npos;
      // "Angola forward X": the national team goes by the name of its state.
      const bool of_team = office.kind == entity::OfficeKind::works_for && kind_of(body) == Kind::country;
      add(relation, std::move(st), of_city || of_team);
    }
  }
};

}  // namespace

std::vector<Statement> structural_statements(const Reader& reader, const Frames& frames) {
  std::vector<Statement> out;
  Offices(reader, frames, out).run();
  read_organizations(reader, frames, out);
  read_persons(reader, frames, out);
  read_descriptions(reader, frames, out);
  return out;
}

}  // namespace entente::relation
