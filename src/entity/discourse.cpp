#include "entity/discourse.hpp"

#include <algorithm>

namespace entente::entity {

namespace {

constexpr double kOwner = 110;  // of what is the subject
constexpr double kAgent = 110;  // "was called by X"
constexpr double kApposed = 0.95;

}  // namespace

double Discourse::role_weight(std::string_view dep) {
  if (dep == "nsubj" || dep == "nsubjpass") return 170;
  if (dep == "dobj") return 110;
  if (dep == "dative") return 100;
  if (dep == "agent" || dep == "attr" || dep == "appos") return 90;
  if (dep == "pobj") return 75;
  if (dep == "poss") return 65;
  if (dep == "ROOT") return 100;
  if (dep == "conj") return 90;
  if (dep == "amod" || dep == "compound" || dep == "nmod") return 25;
  return 60;
}

double Discourse::weight_of(std::uint32_t draft) const {
  for (const Item& item : items_)
    if (item.entities.size() == 1 && item.entities[0] == draft) return item.weight();
  return 0;
}

// "The generals who overthrew X banned it": what a relative clause tells of is told by the way.
bool Discourse::in_relative_clause(std::uint32_t token) const {
  std::uint32_t at = token;
  for (int steps = 0; steps < 6 && t_.head(at) != at; ++steps) {
    if (t_.dep(at) == "relcl" || t_.dep(at) == "acl") return true;
    if (t_.pos(at) == "VERB" && t_.dep(at) != "xcomp" && t_.dep(at) != "conj") return false;
    at = t_.head(at);
  }
  return false;
}

void Discourse::add(Item& item, std::uint32_t token, double factor) {
  const std::string_view dep = t_.dep(token);
  // "The mission, X, shelled it": an apposition is the subject that its noun is.
  std::uint32_t role = token;
  for (int steps = 0; t_.dep(role) == "appos" && steps < 3; ++steps) role = t_.head(role);
  const std::string_view as = t_.dep(role);
  // "X said Y had fired": once the sentence is over, whom the main clause is of goes before.
  const bool inner = (as == "nsubj" || as == "nsubjpass") && (t_.dep(t_.head(role)) == "ccomp" || t_.dep(t_.head(role)) == "relcl");
  // "Chad's army marched": of the subject's owner the sentence is as well.
  const bool of_subject = dep == "poss" && (t_.dep(t_.head(token)) == "nsubj" || t_.dep(t_.head(token)) == "nsubjpass");
  const bool agent = as == "pobj" && t_.dep(t_.head(role)) == "agent";
  const double weight = agent ? kAgent : role == token ? role_weight(dep) : std::max(role_weight(dep), kApposed * role_weight(as));
  item.now = std::max(item.now, weight * factor);
  item.kept = std::max(item.kept, (of_subject ? kOwner : weight) * factor * (inner ? 0.8 : in_relative_clause(token) ? 0.6 : 1.0));
  item.last = token;
  item.last_subject = as == "nsubj" || as == "nsubjpass";
  item.last_governor = item.last_subject ? t_.head(role) : none;
}

void Discourse::mention(const std::vector<std::uint32_t>& entities, std::uint32_t token, double factor, bool plural) {
  if (entities.empty()) return;
  const auto it = std::find_if(items_.begin(), items_.end(), [&](const Item& i) { return i.entities == entities; });
  if (it != items_.end()) {
    it->plural = plural || entities.size() > 1;
    return add(*it, token, factor);
  }
  Item item;
  item.entities = entities;
  item.plural = plural || entities.size() > 1;
  items_.push_back(std::move(item));
  add(items_.back(), token, factor);
}

void Discourse::thing(std::uint32_t token) {
  const std::string_view lemma = t_.token(token).lemma, tag = t_.tag(token);
  const bool plural = tag == "NNS" || tag == "NNPS";
  const auto it = std::find_if(items_.begin(), items_.end(), [&](const Item& i) { return i.entities.empty() && i.lemma == lemma && i.plural == plural; });
  if (it != items_.end()) return add(*it, token, 1.0);
  Item item;
  item.lemma = lemma;
  item.plural = plural;
  items_.push_back(item);
  add(items_.back(), token, 1.0);
}

void Discourse::next_sentence() {
  for (Item& item : items_) {
    item.past = (item.kept + 0.6 * item.past) / 2;
    if (item.entities.size() == 1 && item.entities[0] == topic_) item.past = std::max(item.past, floor_);
    item.now = item.kept = 0;
  }
  std::erase_if(items_, [](const Item& i) { return i.past < 2; });
}

const Discourse::Item* Discourse::best(std::uint32_t token, const std::function<double(const Item&)>& fits) const {
  const Item* best = nullptr;
  double best_weight = 0;
  for (const Item& item : items_) {
    const double fit = fits(item);
    if (fit <= 0 || item.last >= token) continue;
    const double weight = item.weight() * fit;
    if (weight > best_weight || (weight == best_weight && best && item.last > best->last)) {
      best = &item;
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace entente::entity
