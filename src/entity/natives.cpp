#include <algorithm>
#include <array>

#include "entity/references.hpp"

/// Persons spoken of by their nationality: "the Swede", "the 27-year-old Kenyan".
namespace entente::entity {
namespace {

constexpr double kInMind = 12;     // salience of one whose nationality the text tells
constexpr double kAlone = 60;      // of one of whom it is not told
constexpr double kAhead = 1.2;     // to the next of that nationality
constexpr double kFarAhead = 4;    // to the next of whom none is told

// "the French", "the Swiss", "the Chinese": the people.
bool collective(std::string_view lower) {
  return lower.ends_with("sh") || lower.ends_with("ch") || lower.ends_with("ese") || lower.ends_with("s") || lower.ends_with("z") || lower.ends_with("men") || lower.ends_with("women");
}

}  // namespace

// The country of which the adjective or possessor before a name, the apposition or the "of" behind it tell: "Swedish striker X", "X, a Swede",
// "Sweden's X", "X of Sweden".
void References::learn_nations() {
  const auto country_of = [&](std::uint32_t k) -> std::string {
    const std::int32_t m = a_.mention_of_head[k];
    if (m < 0 || a_.mentions[static_cast<std::size_t>(m)].entities.size() != 1) return {};
    const Draft& d = a_.drafts[a_.mentions[static_cast<std::size_t>(m)].entities[0]];
    return d.type == Type::country || d.ref.starts_with("team:") ? d.country : std::string();
  };
  for (const Name& name : a_.names) {
    if (name.type != Type::person || name.entity == none) continue;
    const auto add = [&](const std::string& country) {
      if (!country.empty()) nations_.try_emplace(name.entity, country);
    };
    const std::uint32_t head = t_.span_head(name.begin, name.end);
    for (std::uint32_t k = name.begin; k > t_.sentence_begin(name.begin) && name.begin - k < 6;) {
      --k;
      const std::string_view pos = t_.pos(k);
      if (a_.name_at[k] >= 0 || a_.mention_of_head[k] >= 0) {
        const std::int32_t m = a_.mention_of_head[k];
        const bool of_name = m >= 0 && (a_.mentions[static_cast<std::size_t>(m)].kind == MentionKind::adjective || t_.possessive(k + 1));
        if (of_name && !(k + 1 < name.begin && t_.hyphen(k + 1))) add(country_of(k));
        break;
      }
      if (pos != "NOUN" && pos != "ADJ" && pos != "PROPN" && pos != "NUM" && !t_.possessive(k)) break;
    }
    for (const std::uint32_t c : t_.children(head)) {
      if (c < name.end) continue;
      if (t_.dep(c) == "appos") {
        add(country_of(c));
        for (const std::uint32_t m : t_.children(c))
          if (m < c && t_.dep(m) == "amod") add(country_of(m));
      }
      if (t_.dep(c) == "prep" && t_.lower(c) == "of" && c == name.end)
        if (const std::uint32_t of = t_.child(c, "pobj"); of != none) add(country_of(of));
    }
  }
}

std::string References::nation_of(std::uint32_t person) const {
  if (const auto it = nations_.find(person); it != nations_.end()) return it->second;
  return a_.drafts[person].country;
}

// "the Swede", where the mention at i is read as the people of a state: the person who is of it.
bool References::native(std::uint32_t i) {
  const std::int32_t at = a_.mention_of_head[i];
  if (a_.name_at[i] < 0) return false;
  const Name& name = a_.names[static_cast<std::size_t>(a_.name_at[i])];
  if (name.form == none || name.end != i + 1 || collective(t_.lower(i))) return false;
  const Form& form = g_.form(name.form);
  const std::string_view tag = t_.tag(i), dep = t_.dep(i);
  if ((form.sense != Sense::country_adjective && form.sense != Sense::country_demonym) || form.plural || tag == "NNS" || tag == "NNPS") return false;
  constexpr std::array<std::string_view, 6> deps{"nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss"};
  if (std::find(deps.begin(), deps.end(), dep) == deps.end()) return false;
  const std::uint32_t next = i + 1;
  if (next < t_.sentence_end(i) && (t_.hyphen(next) || a_.name_at[next] >= 0 || t_.pos(next) == "NOUN" || t_.pos(next) == "ADJ" || t_.pos(next) == "PROPN")) return false;
  const std::uint32_t det = determiner_of(name.begin);
  if (det == none || t_.lower(det) != "the" || restricted(i) || t_.child(i, "appos") != none || t_.child(i, "conj") != none) return false;
  const std::string country = a_.drafts[a_.mentions[static_cast<std::size_t>(at)].entities[0]].country;
  const auto others = clause_subject(i);
  double best = 0, second = 0;
  std::uint32_t person = none;
  bool told = false;
  for (const auto& [e, named] : weight_in_text_) {
    if (a_.drafts[e].type != Type::person || e >= last_mention_.size() || last_mention_[e] == none || last_mention_[e] >= i) continue;
    if (std::find(others.begin(), others.end(), e) != others.end()) continue;
    const std::string nation = nation_of(e);
    const bool of_it = nation == country;
    if ((!nation.empty() && !of_it) || (told && !of_it)) continue;
    if (of_it && !told) best = second = 0, person = none, told = true;
    const double weight = salience(e);
    second = std::max(second, std::min(weight, best));
    if (weight > best) best = weight, person = e;
  }
  if (person == none || best < (told ? kInMind : kAlone) || best < (told ? kAhead : kFarAhead) * second) return false;
  Mention& m = a_.mentions[static_cast<std::size_t>(at)];
  m.entities = {person};
  m.kind = MentionKind::role;
  seen(i);
  return true;
}

}  // namespace entente::entity
