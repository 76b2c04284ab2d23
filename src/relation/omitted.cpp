#include "relation/omitted.hpp"

#include <algorithm>

namespace entente::relation {

namespace {

constexpr std::uint32_t kRecent = 60;  // tokens back to a conflict whose other side is left out, and to who asked for help
constexpr double kOften = 5;           // mentions of a state named twice as often as any other
constexpr double kMain = 0.4;          // share of a text's main state in all mentions of states

bool among(const ActorList& list, std::uint32_t entity) {
  return std::any_of(list.begin(), list.end(), [&](const Actor& a) { return a.entity == entity; });
}

// The state that the text speaks of most, the first sentence twice; -1 where several are as much spoken of.
std::int64_t main_state(const Reader& reader) {
  const auto& m = reader.mentions;
  std::vector<double> weight(m.entities.size(), 0);
  double all = 0;
  const auto& sentences = reader.tree.document().sentences();
  const auto lead = sentences.empty() ? 0U : sentences[std::min<std::size_t>(1, sentences.size() - 1)].end;
  for (const auto& mention : m.mentions) {
    if (mention.kind == entity::MentionKind::pronoun) continue;
    for (auto e : mention.entities) {
      if (m.entities[e].kind != Kind::country) continue;
      const double w = mention.begin < lead ? 2 : 1;
      weight[e] += w;
      all += w;
    }
  }
  const auto best = std::max_element(weight.begin(), weight.end());
  if (best == weight.end()) return -1;
  double second = 0;
  for (const auto w : weight)
    if (w < *best) second = std::max(second, w);
  const bool alone = std::count(weight.begin(), weight.end(), *best) == 1;
  return *best > kMain * all || (alone && *best >= kOften && *best > 2 * second) ? best - weight.begin() : -1;
}

// The state for which a person holds his office; the entity itself of others.
std::uint32_t acting_for(const Reader& reader, std::uint32_t entity) {
  if (reader.mentions.entities[entity].kind != Kind::person) return entity;
  for (const auto& office : reader.mentions.offices)
    if (office.holder == entity && !office.bodies.empty() && office.kind != entity::OfficeKind::works_for) return office.bodies.front();
  return entity;
}

}  // namespace

std::int64_t omitted_opponent(const Reader& reader, const Frames& frames, const std::vector<Statement>& told, std::uint16_t relation, std::uint32_t trigger, const ActorList& sources) {
  for (auto i = told.size(); i-- > 0;) {
    const auto& st = told[i];
    if (st.trigger + kRecent < trigger) break;
    if (st.trigger >= trigger || frames.relations()[st.relation].event_class != "conflict") continue;
    const bool own = sources.size() == 1 && (st.source == sources[0].entity || st.target == sources[0].entity);
    if (!own && st.relation != relation) continue;
    const auto other = own && st.target == sources[0].entity ? st.source : st.target;
    if (!among(sources, other)) return other;
  }
  if (frames.relations()[relation].name != "sanctions") return -1;
  const auto state = main_state(reader);
  return state >= 0 && !among(sources, static_cast<std::uint32_t>(state)) ? state : -1;
}

std::int64_t omitted_recipient(const Reader& reader, const Frames& frames, const std::vector<Statement>& told, std::uint32_t trigger, const ActorList& sources) {
  const auto urges = frames.relation("urges");
  for (auto i = told.size(); i-- > 0;) {
    const auto& st = told[i];
    if (st.trigger + kRecent < trigger) break;
    if (st.trigger >= trigger || st.relation != urges) continue;
    const auto asking = acting_for(reader, st.source);
    if (!among(sources, asking) && reader.mentions.entities[asking].kind == Kind::country) return asking;
  }
  const auto state = main_state(reader);
  return state >= 0 && !among(sources, static_cast<std::uint32_t>(state)) ? state : -1;
}

}  // namespace entente::relation
