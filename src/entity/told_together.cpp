#include <algorithm>
#include <array>

#include "entity/references.hpp"
#include "text/words.hpp"

/// What the text has just told of together, and "the latter".
namespace entente::entity {
namespace {

constexpr std::array<std::string_view, 6> whole_deps{"nsubj", "nsubjpass", "dobj", "pobj", "dative", "agent"};

}  // namespace

// "the allies", "the neighbours", "the countries": those whom this sentence or the one before spoke of together.
bool References::told_together(std::uint32_t i, GroupKind kind) {
  constexpr std::array<std::string_view, 14> vague{"armies", "capitals", "coastguards", "giants", "governments", "militaries", "navies", "parties", "peoples", "powers", "republics", "sides", "signatories", "states"};
  if (!is_one_of(t_.lower(i), vague)) together(i, [&](const std::vector<std::uint32_t>& set) { return all_of_kind(set, kind, 0); });
  return true;
}

bool References::together(std::uint32_t i, const std::function<bool(const std::vector<std::uint32_t>&)>& fits) {
  const auto out = outsiders(i);
  const std::vector<std::uint32_t>* best = nullptr;
  double weight = 0;
  for (const Discourse::Item& item : discourse_.items()) {
    if (item.entities.size() < 2 || item.entities.size() > 4 || item.last >= i || t_.sentence(item.last) + 1 < t_.sentence(i) || !fits(item.entities)) continue;
    if (std::any_of(item.entities.begin(), item.entities.end(), [&](std::uint32_t e) { return std::find(out.begin(), out.end(), e) != out.end() || !area_agrees(i, a_.drafts[e]); })) continue;
    if (item.weight() > weight) best = &item.entities, weight = item.weight();
  }
  if (!best) return false;
  answer(i, i + 1, i, MentionKind::role, std::vector<std::uint32_t>(*best), true);
  return true;
}

// "the latter": what was named last before it.
void References::latter(std::uint32_t i) {
  const std::uint32_t det = determiner_of(i);
  if (det == none || t_.lower(det) != "the" || (!is_one_of(t_.dep(i), whole_deps) && t_.dep(i) != "poss")) return;
  for (std::uint32_t k = i; k > 0 && i - k < 40 && t_.sentence(k) + 1 >= t_.sentence(i);) {
    --k;
    const std::string_view dep = t_.dep(k);
    if (a_.mention_of_head[k] < 0 || dep == "compound" || dep == "amod" || dep == "nmod") continue;
    const Mention& m = a_.mentions[static_cast<std::size_t>(a_.mention_of_head[k])];
    if (m.kind != MentionKind::name && m.kind != MentionKind::metonym) continue;
    if (m.entities.size() != 1 || a_.drafts[m.entities[0]].type == Type::place) continue;
    return answer(i, i + 1, i, MentionKind::role, std::vector<std::uint32_t>(m.entities));
  }
}

// Lists of names, wherever they stand: "A, B, C and D".
void References::collect_named_sets() {
  for (const Name& name : a_.names) {
    if (name.entity == none) continue;
    const std::uint32_t last = t_.span_head(name.begin, name.end);
    if (t_.dep(last) != "conj" || t_.child(last, "conj") != none) continue;
    auto set = coordinated(last);
    // "A, the head of X, B and C": the rest of the list may hang on what A is.
    std::uint32_t root = last;
    for (int steps = 0; t_.dep(root) == "conj" && steps < 40; ++steps) root = t_.head(root);
    if (t_.dep(root) == "appos" && entities_at(root).empty())
      for (const std::uint32_t e : entities_at(t_.head(root))) set.push_back(e);
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    if (set.size() > 2 && std::find(named_sets_.begin(), named_sets_.end(), set) == named_sets_.end()) named_sets_.push_back(std::move(set));
  }
}

// "Merkel phoned May": the two that a clause sets against one another may be "they" afterwards.
void References::opposed(std::uint32_t i) {
  const std::string_view dep = t_.dep(i);
  if (dep != "dobj" && dep != "pobj" && dep != "dative") return;
  std::uint32_t verb = t_.head(i);
  if (dep == "pobj") verb = t_.head(verb);
  // "severed relations with Taipei".
  if (dep == "pobj" && t_.pos(verb) == "NOUN" && t_.dep(verb) == "dobj" && t_.lower(t_.head(i)) == "with") verb = t_.head(verb);
  for (int steps = 0; steps < 3 && t_.pos(verb) == "VERB"; ++steps) {
    if (const std::uint32_t subject = t_.subject(verb); subject != none) {
      const auto x = entities_at(subject), y = entities_at(i);
      if (x.size() != 1 || y.empty() || a_.drafts[x[0]].type != a_.drafts[y[0]].type || a_.drafts[x[0]].type == Type::place) return;
      std::vector<std::uint32_t> set = y;
      set.push_back(x[0]);
      std::sort(set.begin(), set.end());
      set.erase(std::unique(set.begin(), set.end()), set.end());
      if (set.size() < 2) return;
      return discourse_.mention(set, i, 0.6, true);
    }
    if (t_.dep(verb) != "xcomp" && t_.dep(verb) != "conj") return;
    verb = t_.head(verb);
  }
}

}  // namespace entente::entity
