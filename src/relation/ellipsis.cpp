#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "relation/discourse.hpp"
#include "text/words.hpp"

namespace entente::relation {

namespace {

constexpr double kSame = 0.85;  // what is left out may be another clause than the one taken

// "Denmark already has", "Denmark has not", "Denmark did, too": nothing but adverbs and dates stands behind the verb.
bool breaks_off(const Tree& tree, std::uint32_t verb) {
  bool adverb = false;
  for (auto c : tree.children(verb)) {
    const auto d = tree.dep(c);
    if (d == Dep::prep || d == Dep::dobj || d == Dep::advcl || d == Dep::expl || d == Dep::nsubjpass || d == Dep::mark) return false;
    if (tree.tag(c).starts_with("W")) return false;
    adverb |= d == Dep::neg || is_one_of(tree.lower(c), {"already", "also", "too", "either", "since", "never"});
  }
  return adverb;
}

// "so did X", "as has X", "X did so too", "X did the same", "X took the same step", "X followed suit", "X already has": a verb that stands for
// another's.
bool stands_for_another(const Reader& reader, std::uint32_t verb) {
  const Tree& tree = reader.tree;
  if (tree.dep(verb) == Dep::aux || tree.dep(verb) == Dep::auxpass) return false;
  const auto lemma = tree.lemma(verb);
  const auto object = tree.child(verb, Dep::dobj);
  if (lemma == "follow") {
    if (object == Tree::npos) return false;
    // "followed its lead": whose, the clause before says.
    return tree.lemma(object) == "suit" || (is_one_of(tree.lemma(object), {"lead", "example", "footstep"}) && tree.has_child(object, Dep::poss));
  }
  const auto same = [&](std::uint32_t noun) {
    const auto children = tree.children(noun);
    return std::any_of(children.begin(), children.end(), [&](auto c) { return c < noun && is_one_of(tree.lower(c), {"same", "similar"}); });
  };
  if (lemma == "take" || lemma == "make") return object != Tree::npos && is_one_of(tree.lemma(object), {"step", "move", "decision", "action", "stance", "position", "pledge", "promise"}) && same(object);
  if (lemma != "do" && lemma != "have") return false;
  if (object != Tree::npos) return lemma == "do" && is_one_of(tree.lower(object), {"same", "likewise", "so"});
  if (lemma == "do" && verb + 1 < tree.size() && is_one_of(tree.lower(verb + 1), {"so", "likewise"}) && reader.arguments.surface_subject(verb) != Tree::npos)
    return !tree.has_child(verb, Dep::advmod) || !tree.tag(tree.child(verb, Dep::advmod)).starts_with("W");
  const auto subject = tree.child(verb, Dep::nsubj);
  if (subject == Tree::npos) return false;
  bool short_form = false;
  for (auto c : tree.children(verb)) {
    const auto d = tree.dep(c);
    if (d == Dep::ccomp && c < subject) continue;  // "X condemned it; so did Y": the clause before
    if (d == Dep::ccomp || d == Dep::xcomp || d == Dep::acomp || d == Dep::attr) return false;
    const auto word = tree.lower(c);
    short_form |= is_one_of(word, {"so", "likewise", "neither", "nor"}) || (word == "as" && d == Dep::mark && tree.dep(verb) == Dep::advcl);
  }
  // "and so, later, did X"
  if (!short_form && verb < subject)
    for (auto k = verb; k > 0 && verb - k < 6 && tree.token(k - 1).sentence == tree.token(verb).sentence; --k) short_form |= is_one_of(tree.lower(k - 1), {"so", "nor", "neither"});
  return short_form || breaks_off(tree, verb);
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

// The clause before a verb that the parser took for its complement: "[X condemned it]; so did Y".
std::uint32_t clause_before(const Tree& tree, std::uint32_t verb) {
  const auto clause = tree.child(verb, Dep::ccomp);
  return clause != Tree::npos && clause < verb ? clause : Tree::npos;
}

class Ellipsis {
 public:
  Ellipsis(const Reader& reader, const Frames& frames, const std::vector<Statement>& told) : r_(reader), frames_(frames), told_(told) {}

  std::vector<Statement> run() {
    for (std::uint32_t t = 0; t < r_.tree.size(); ++t) {
      if (!r_.tree.is_verb(t)) continue;
      accompany(t);
      gapped_objects(t);
      gapped_phrases(t);
      if (stands_for_another(r_, t)) repeat(t);
      else if (is_one_of(r_.tree.lemma(t), {"join", "follow"})) company(t);
    }
    return std::move(out_);
  }

 private:
  void repeat(std::uint32_t verb) {
    const auto& sentences = r_.tree.document().sentences();
    const auto sentence = r_.tree.token(verb).sentence;
    std::vector<const Statement*> same;
    if (const auto before = clause_before(r_.tree, verb); before != Tree::npos) same = last_deed(sentences[sentence].begin, verb, before);
    else if (!r_.tree.is_root(verb)) same = last_deed(sentences[sentence].begin, verb, compared(verb));
    if (same.empty() && sentence > 0 && r_.tree.dep(verb) != Dep::advcl) {
      const auto& before = sentences[sentence - 1];
      same = last_deed(before.begin, before.end, root_of(r_.tree, before.begin));
    }
    const auto subject = r_.arguments.surface_subject(verb);
    if (same.empty() || subject == Tree::npos) return;
    for (const auto& actor : r_.actors.of(subject, false)) {
      // "X urged Y to leave; Y did so": Y left.
      if (std::any_of(same.begin(), same.end(), [&](const auto* deed) { return deed->target == actor.entity; })) {
        fulfil(verb, actor, same.front()->phrase);
        continue;
      }
      for (const auto* deed : same) add(verb, actor, *deed, status_of(verb, deed->status));
    }
  }

  // What was asked of the actor behind `asked` is done, or not.
  void fulfil(std::uint32_t verb, const Actor& actor, std::uint32_t asked) {
    const auto status = r_.context.status(verb, false);
    for (const auto& st : told_) {
      if (st.trigger == Tree::npos || st.source != actor.entity || st.phrase <= asked || st.phrase >= verb || st.status != Status::wanted) continue;
      if (r_.tree.token(st.phrase).sentence != r_.tree.token(asked).sentence) continue;
      Statement done = st;
      done.status = status;
      done.trigger = done.phrase = verb;
      done.begin = std::min(verb, actor.begin);
      done.end = std::max(verb + 1, actor.end);
      done.confidence *= kSame * actor.certainty;
      done.frame = frames_.relations()[st.relation].name + "/same:" + std::string(r_.tree.lemma(verb));
      out_.push_back(std::move(done));
    }
  }

  // "feared that he might flee, as X had done": the clause that the comparison hangs on; else the main clause.
  std::uint32_t compared(std::uint32_t verb) const { return r_.tree.dep(verb) == Dep::advcl ? r_.tree.head(verb) : root_of(r_.tree, verb); }

  // "Y plans to leave; X already has", "Y did not, as X did": the verb says itself whether it was done; "so did X": as Y did.
  Status status_of(std::uint32_t verb, Status told) const {
    const auto own = r_.context.status(verb, false);
    if (own != Status::asserted || told == Status::ended) return own == Status::asserted ? told : own;
    const auto as = r_.tree.child(verb, Dep::mark);
    const bool unlike = told == Status::negated && as != Tree::npos && r_.tree.lower(as) == "as";
    const bool done = r_.tree.lemma(verb) == "have" && r_.tree.child(verb, Dep::mark) == Tree::npos && breaks_off(r_.tree, verb);
    return unlike || done ? own : told;
  }

  // "X joined Y in condemning Z", "X followed Y in leaving": Y has done so too.
  void company(std::uint32_t verb) {
    const auto in = preposition(verb, "in");
    const auto deed = in == Tree::npos ? Tree::npos : r_.tree.child(in, Dep::pcomp);
    if (deed == Tree::npos) return;
    auto others = r_.tree.child(verb, Dep::dobj);
    if (others == Tree::npos && r_.arguments.is_passive(verb))
      if (const auto by = r_.tree.child(verb, Dep::agent); by != Tree::npos) others = r_.tree.child(by, Dep::pobj);
    if (others == Tree::npos) return;
    for (const auto& actor : r_.actors.of(others, false))
      for (const auto& st : told_)
        if (st.phrase == deed && st.trigger != Tree::npos) add(verb, actor, st, st.status);
  }

  // "X, along with Y, left", "like Y, X left": Y has done so too; "jailed X along with Y": to Y it was done too.
  void accompany(std::uint32_t verb) {
    const auto subject = r_.arguments.surface_subject(verb);
    const auto object = r_.tree.child(verb, Dep::dobj);
    const auto with = [&](std::uint32_t host, bool noun) {
      if (host == Tree::npos) return;
      for (auto c : r_.tree.children(host)) {
        const auto other = companion(c);
        if (other == Tree::npos) continue;
        const auto word = r_.tree.lower(c);
        if (noun) share(verb, host, other, word == "like");
        else if (word == "like" && c > verb) continue;  // "looks like Y"
        else if (word == "like") share(verb, subject, other, true);
        else if (object == Tree::npos || (c < verb && c < object)) share(verb, subject, other, false);
        else if (like_kinds(other, object) != like_kinds(other, subject)) share(verb, like_kinds(other, object) ? object : subject, other, false);
        else if (word == "alongside") share(verb, subject, other, false);
      }
    };
    with(subject == Tree::npos || r_.tree.is_verb(subject) ? Tree::npos : subject, true);
    with(object, true);
    with(verb, false);
  }

  // "X sent Y a hospital, Z two ships and W a doctor": a name before what is counted does the same.
  void gapped_objects(std::uint32_t verb) {
    constexpr int kConjuncts = 6;
    auto object = r_.tree.child(verb, Dep::dobj);
    for (int steps = 0; object != Tree::npos && steps < kConjuncts; ++steps) {
      object = r_.tree.child(object, Dep::conj);
      if (object == Tree::npos || r_.tree.word(object) != Word::noun) return;
      for (auto name : r_.tree.children(object)) {
        if (name + 1 >= object) break;
        const auto d = r_.tree.dep(name);
        const auto next = r_.tree.tag(name + 1);
        if (r_.tree.word(name) != Word::proper || (d != Dep::nmod && d != Dep::compound && d != Dep::npadvmod) || (next != "CD" && next != "DT" && next != "$")) continue;
        for (const auto& actor : r_.actors.of(name, false))
          for (const auto& st : told_)
            if (st.trigger == verb && st.target_token < object) repeat_for(st, actor, st.target, st.target_token, verb);
      }
    }
  }

  // "X buys arms from Y, and Z from W".
  void gapped_phrases(std::uint32_t verb) {
    for (auto c : r_.tree.children(verb)) {
      if (c < verb || r_.tree.dep(c) != Dep::conj || r_.tree.word(c) != Word::proper) continue;
      const auto preposition = r_.tree.child(c, Dep::prep);
      const auto object = preposition == Tree::npos ? Tree::npos : r_.tree.child(preposition, Dep::pobj);
      if (object == Tree::npos || r_.tree.word(object) != Word::proper) continue;
      const auto n = told_.size();
      for (const auto& source : r_.actors.of(c, false))
        for (const auto& target : r_.actors.of(object, false))
          for (std::size_t i = 0; i < n; ++i)
            if (told_[i].trigger == verb && governor(told_[i].target_token) == r_.tree.lower(preposition)) {
              repeat_for(told_[i], source, target.entity, target.begin, verb);
              break;
            }
    }
  }

  // The preposition that an argument stands under.
  std::string_view governor(std::uint32_t token) const {
    constexpr int kSteps = 5;
    for (int steps = 0; steps < kSteps && !r_.tree.is_root(token); ++steps, token = r_.tree.head(token))
      if (r_.tree.dep(token) == Dep::pobj) return r_.tree.lower(r_.tree.head(token));
    return {};
  }

  void repeat_for(const Statement& told, const Actor& source, std::uint32_t target, std::uint32_t target_token, std::uint32_t verb) {
    if (source.entity == target || source.entity == told.source || r_.mentions.entities[source.entity].kind == Kind::place) return;
    Statement st = told;
    st.source = source.entity;
    st.source_token = source.begin;
    st.target = target;
    st.target_token = target_token;
    st.confidence *= kSame * source.certainty;
    st.begin = std::min({verb, source.begin, target_token});
    st.end = std::max({verb, source.begin, target_token}) + 1;
    st.frame = frames_.relations()[told.relation].name + "/same:gap";
    out_.push_back(std::move(st));
  }

  // Who is named behind "along with", "together with", "alongside", "like".
  std::uint32_t companion(std::uint32_t c) const {
    const auto word = r_.tree.lower(c);
    auto preposition = c;
    if (word == "along" || word == "together") {
      preposition = r_.tree.child(c, Dep::prep);
      if (preposition == Tree::npos && c + 1 < r_.tree.size() && r_.tree.dep(c + 1) == Dep::prep) preposition = c + 1;
      if (preposition == Tree::npos || r_.tree.lower(preposition) != "with") return Tree::npos;
    } else if (word == "with" && r_.tree.dep(c) == Dep::prep) {
      const auto adverb = r_.tree.child(c, Dep::advmod);
      if (adverb == Tree::npos || (r_.tree.lower(adverb) != "together" && r_.tree.lower(adverb) != "along")) return Tree::npos;
    } else if (r_.tree.dep(c) != Dep::prep || (word != "alongside" && word != "like")) {
      return Tree::npos;
    }
    return r_.tree.child(preposition, Dep::pobj);
  }

  bool like_kinds(std::uint32_t a, std::uint32_t b) const {
    if (b == Tree::npos) return false;
    const auto x = r_.actors.of(a, false), y = r_.actors.of(b, false);
    return !x.empty() && !y.empty() && r_.mentions.entities[x[0].entity].kind == r_.mentions.entities[y[0].entity].kind;
  }

  // @param member membership is shared too: "which like Y is no member".
  void share(std::uint32_t verb, std::uint32_t host, std::uint32_t other, bool member) {
    if (host == Tree::npos) return;
    const auto hosts = r_.actors.of(host, false);
    const auto is_host = [&](std::uint32_t entity) { return std::any_of(hosts.begin(), hosts.end(), [&](const Actor& a) { return a.entity == entity; }); };
    for (const auto& actor : r_.actors.of(other, false))
      for (const auto& st : told_) {
        if (st.phrase != verb || st.trigger == Tree::npos || (frames_.relations()[st.relation].event_class == "structural" && (!member || frames_.relations()[st.relation].name != "member_of"))) continue;
        if (actor.entity == st.source || actor.entity == st.target) continue;
        const bool does = is_host(st.source);
        if (!does && !is_host(st.target)) continue;
        Statement too = st;
        (does ? too.source : too.target) = actor.entity;
        (does ? too.source_token : too.target_token) = actor.begin;
        too.confidence *= kSame * actor.certainty;
        too.begin = std::min(st.begin, actor.begin);
        too.end = std::max(st.end, actor.end);
        too.frame = frames_.relations()[st.relation].name + "/same:with";
        too.some = actor.some;
        out_.push_back(std::move(too));
      }
  }

  std::uint32_t preposition(std::uint32_t verb, std::string_view word) const {
    for (auto c : r_.tree.children(verb))
      if (r_.tree.dep(c) == Dep::prep && r_.tree.lower(c) == word) return c;
    return Tree::npos;
  }

  void add(std::uint32_t verb, const Actor& actor, const Statement& deed, Status status) {
    if (actor.entity == deed.target || actor.entity == deed.source || r_.mentions.entities[actor.entity].kind == Kind::place) return;
    const auto claimant = r_.context.claimant(verb);
    Statement st = deed;
    st.source = actor.entity;
    st.source_token = actor.begin;
    st.trigger = st.phrase = verb;
    st.status = status;
    st.claimant = claimant && claimant->entity != actor.entity ? static_cast<std::int32_t>(claimant->entity) : -1;
    st.confidence *= kSame * actor.certainty;
    st.begin = std::min(verb, actor.begin);
    st.end = std::max(verb + 1, actor.end);
    st.frame = frames_.relations()[st.relation].name + "/same:" + std::string(r_.tree.lemma(verb));
    st.some = actor.some;
    out_.push_back(std::move(st));
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
