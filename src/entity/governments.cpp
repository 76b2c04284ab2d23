#include <algorithm>
#include <array>

#include "entity/analysis.hpp"

/// Whose government, cabinet or regime is named after a person leads the state.
namespace entente::entity {
namespace {

class Governments {
 public:
  explicit Governments(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  // "Maduro's government", "the Maduro government": he leads the state.
  void run() {
    for (const auto& [m, person] : a_.governments) {
      const Mention& mention = a_.mentions[m];
      government(person, mention.begin, mention.end, mention.head);
    }
    constexpr std::array<std::string_view, 5> ruling{"administration", "government", "regime", "cabinet", "presidency"};
    for (const Name& n : a_.names) {
      if (n.type != Type::person || n.entity == none) continue;
      const std::uint32_t head = t_.span_head(n.begin, n.end), noun = t_.head(head);
      if (t_.dep(head) != "compound" || noun != n.end || std::find(ruling.begin(), ruling.end(), t_.lower(noun)) == ruling.end()) continue;
      government(n.entity, n.begin, noun + 1, noun);
    }
  }

 private:
  // "Peru backs the Soto government": the state that acts upon a government is not its own.
  std::vector<std::uint32_t> acting_upon(std::uint32_t government) const {
    const std::uint32_t verb = t_.head(government), subject = t_.dep(government) == "dobj" ? t_.subject(verb) : none;
    for (const std::uint32_t e : entities_at(subject))
      if (const auto c = g_.country_by_code(a_.drafts[e].country)) return {*c};
    return {};
  }

  void government(std::uint32_t holder, std::uint32_t begin, std::uint32_t end, std::uint32_t head) {
    Office o;
    o.holder = holder;
    const auto c = a_.drafts[holder].country.empty() ? std::optional(a_.country_at(begin, acting_upon(head))) : g_.country_by_code(a_.drafts[holder].country);
    if (!c || *c == none) return;
    o.bodies.push_back(a_.country_draft(*c));
    o.kind = OfficeKind::leads;
    o.title = std::string(t_.lower(head));
    o.begin = begin;
    o.end = end;
    o.head = head;
    o.in_text = false;
    a_.offices.push_back(std::move(o));
  }

  std::vector<std::uint32_t> entities_at(std::uint32_t i) const {
    const std::int32_t m = i == none ? -1 : a_.mention_of_head[i];
    return m < 0 ? std::vector<std::uint32_t>() : a_.mentions[static_cast<std::size_t>(m)].entities;
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
};

}  // namespace

void complete_governments(Analysis& a) { Governments(a).run(); }

}  // namespace entente::entity
