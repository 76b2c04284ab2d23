#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "relation/discourse.hpp"

namespace entente::relation {

namespace {

constexpr double kSame = 0.85;  // what is left out may be another clause than the one taken

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

// "so did X", "as has X", "X did so too", "X did the same", "X took the same step", "X followed suit": a verb that stands for another's.
bool stands_for_another(const Tree& tree, std::uint32_t verb) {
  if (tree.dep(verb) == Dep::aux || tree.dep(verb) == Dep::auxpass) return false;
  const auto lemma = tree.lemma(verb);
  const auto object = tree.child(verb, Dep::dobj);
  if (lemma == "follow") return object != Tree::npos && tree.lemma(object) == "suit";
  const auto same = [&](std::uint32_t noun) {
    const auto children = tree.children(noun);
    return std::any_of(children.begin(), children.end(), [&](auto c) { return c < noun && is_one_of(tree.lower(c), {"same", "similar"}); });
  };
  if (lemma == "take" || lemma == "make") return object != Tree::npos && is_one_of(tree.lemma(object), {"step", "move", "decision", "action", "stance", "position", "pledge", "promise"}) && same(object);
  if (lemma != "do" && lemma != "have") return false;
  const auto subject = tree.child(verb, Dep::nsubj);
  if (subject == Tree::npos) return false;
  if (object != Tree::npos) return lemma == "do" && is_one_of(tree.lower(object), {"same", "likewise", "so"});
  bool short_form = false;
  for (auto c : tree.children(verb)) {
    const auto d = tree.dep(c);
    if (d == Dep::ccomp || d == Dep::xcomp || d == Dep::acomp || d == Dep::attr) return false;
    const auto word = tree.lower(c);
    short_form |= is_one_of(word, {"so", "likewise", "neither", "nor"}) || (word == "as" && d == Dep::mark && verb < subject);
  }
  return short_form;
}

std::uint32_t root_of(const Tree& tree, std::uint32_t token) {
  while (!tree.is_root(token)) token = tree.head(token);
  return token;
}

// Who did what is done again: the subjects of the main clause and of those coordinated with it.
std::vector<std::uint32_t> doers(const Reader& reader, std::uint32_t root) {
  std::vector<std::uint32_t> out;
  auto add = [&](std::uint32_t verb) {
    for (const auto& subject : reader.arguments.find(verb, Function{Function::Kind::subj, {}}))
      for (const auto& actor : reader.actors.of(subject.token, false)) out.push_back(actor.entity);
  };
  add(root);
  for (auto c : reader.tree.children(root))
    if (reader.tree.dep(c) == Dep::conj && reader.tree.is_verb(c)) add(c);
  return out;
}

class Ellipsis {
 public:
  Ellipsis(const Reader& reader, const Frames& frames, const std::vector<Statement>& told) : r_(reader), frames_(frames), told_(told) {}

  std::vector<Statement> run() {
    for (std::uint32_t t = 0; t < r_.tree.size(); ++t)
      if (r_.tree.is_verb(t) && stands_for_another(r_.tree, t)) repeat(t);
    return std::move(out_);
  }

 private:
  void repeat(std::uint32_t verb) {
    const auto& sentences = r_.tree.document().sentences();
    const auto sentence = r_.tree.token(verb).sentence;
    auto same = r_.tree.is_root(verb) ? std::vector<const Statement*>() : last_deed(sentences[sentence].begin, verb, root_of(r_.tree, verb));
    if (same.empty() && sentence > 0) {
      const auto& before = sentences[sentence - 1];
      same = last_deed(before.begin, before.end, root_of(r_.tree, before.begin));
    }
    const auto subject = r_.arguments.surface_subject(verb);
    if (same.empty() || subject == Tree::npos) return;
    const auto status = r_.context.status(verb, false);
    const auto claimant = r_.context.claimant(verb);
    for (const auto& actor : r_.actors.of(subject, false))
      for (const auto* deed : same) {
        if (actor.entity == deed->target || actor.entity == deed->source || r_.mentions.entities[actor.entity].kind == Kind::place) continue;
        Statement st = *deed;
        st.source = actor.entity;
        st.source_token = actor.begin;
        st.trigger = st.phrase = verb;
        if (status != Status::asserted) st.status = status;
        st.claimant = claimant && claimant->entity != actor.entity ? static_cast<std::int32_t>(claimant->entity) : -1;
        st.confidence *= kSame * actor.certainty;
        st.begin = std::min(verb, actor.begin);
        st.end = std::max(verb + 1, actor.end);
        st.frame = frames_.relations()[st.relation].name + "/same:" + std::string(r_.tree.lemma(verb));
        st.some = actor.some;
        out_.push_back(std::move(st));
      }
  }

  // The last act between `begin` and `end` of those who act in the main clause.
  std::vector<const Statement*> last_deed(std::uint32_t begin, std::uint32_t end, std::uint32_t root) const {
    const auto who = doers(r_, root);
    std::vector<const Statement*> out;
    std::uint32_t last = 0;
    for (const auto& st : told_) {
      if (st.trigger == Tree::npos || st.phrase < begin || st.phrase >= end || frames_.relations()[st.relation].event_class == "structural") continue;
      if (std::find(who.begin(), who.end(), st.source) == who.end()) continue;
      if (!out.empty() && st.phrase < last) continue;
      if (!out.empty() && st.phrase > last) out.clear();
      last = st.phrase;
      out.push_back(&st);
    }
    return out;
  }

  const Reader& r_;
  const Frames& frames_;
  const std::vector<Statement>& told_;
  std::vector<Statement> out_;
};

}  // namespace

std::vector<Statement> elliptical_statements(const Reader& reader, const Frames& frames, const std::vector<Statement>& told) {
  return Ellipsis(reader, frames, told).run();
}

}  // namespace entente::relation
