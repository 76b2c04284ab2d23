#include <algorithm>

#include "entity/references.hpp"

/// What the text as a whole is about, and the nouns by which it describes its actors.
namespace entente::entity {

// How often each entity is named, headlines and the first sentence double, mere adjectives half.
void References::count_names() {
  for (const Name& name : a_.names) {
    if (name.entity == none) continue;
    double weight = t_.headline(name.begin) || t_.sentence(name.begin) == 0 ? 2.0 : 1.0;
    if (name.form != none) {
      const Sense sense = g_.form(name.form).sense;
      if (sense == Sense::country_adjective || sense == Sense::region_adjective) weight /= 2;
    }
    weight_in_text_[name.entity] += weight;
    weight_of_type_[a_.drafts[name.entity].type] += weight;
  }
}

// Share of an entity in all that is named of its kind.
double References::topicality(std::uint32_t draft) const {
  const auto weight = weight_in_text_.find(draft);
  if (weight == weight_in_text_.end()) return 0;
  const auto all = weight_of_type_.find(a_.drafts[draft].type);
  return all == weight_of_type_.end() ? 0 : weight->second / all->second;
}

// How much an entity is in the reader's mind: by what was said last, and by what the text is about.
double References::salience(std::uint32_t draft) const {
  return 100 * topicality(draft) + discourse_.weight_of(draft);
}

void References::learn_descriptions() {
  for (const Name& name : a_.names)
    if (name.entity != none && (name.type == Type::person || name.type == Type::organization)) learn(name);
}

// "X, a former banker", "the banker, X", "the banker X", "X is a banker".
void References::learn(const Name& name) {
  Draft& d = a_.drafts[name.entity];
  const std::uint32_t head = t_.span_head(name.begin, name.end);
  const auto add = [&](std::uint32_t k) {
    const std::string_view noun = t_.lower(k);
    if (t_.tag(k) != "NN" || a_.name_at[k] >= 0 || t_.cap(k) || noun.size() < 3) return;
    if (noun == "part" || noun == "member" || noun == "one" || noun == "country" || noun == "state" || noun == "home" || noun == "capital") return;
    if (std::find(d.learned.begin(), d.learned.end(), noun) != d.learned.end()) return;
    // A person is no newspaper and no army.
    if (d.type == Type::person && (!g_.noun_class(noun).empty() || g_.body_noun(noun))) return;
    d.learned.emplace_back(noun);
    if (d.type != Type::organization) return;
    // What it is said to be tells more than its name: "the Patriotic Front, a rebel group".
    if (k > 0 && (g_.noun_class(noun) == "armed_group" || g_.noun_class(t_.key(k - 1, k + 1)) == "armed_group") && d.cls != "company" && d.cls != "army")
      d.cls = "armed_group";
  };
  for (const std::uint32_t c : t_.children(head))
    if (t_.dep(c) == "appos" && c >= name.end) add(c);
  if (t_.dep(head) == "appos") add(t_.head(head));
  if (name.begin > t_.sentence_begin(name.begin) && t_.dep(name.begin - 1) == "compound") add(name.begin - 1);
  if (t_.dep(head) == "nsubj" && t_.token(t_.head(head)).lemma == "be")
    if (const std::uint32_t predicate = t_.child(t_.head(head), "attr"); predicate != none) add(predicate);
}

}  // namespace entente::entity
