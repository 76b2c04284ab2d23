#include "relation/arguments.hpp"

#include <algorithm>

#include "relation/argument_words.hpp"

/// Prepositional phrases, complements, purposes and conditions of predicates of any kind.
namespace entente::relation {

// The words of a quotation that begins within the predicate's clause, after its subject: "called X 'a farce'", "said X had 'lost its way'".
void Arguments::quoted(std::uint32_t predicate, ArgumentList& out) const {
  constexpr std::uint32_t kReach = 8, kLength = 25;
  auto begin = predicate;
  for (auto c : tree_.children(predicate))
    if (c < begin && (tree_.dep(c) == Dep::nsubj || tree_.dep(c) == Dep::nsubjpass)) begin = c;
  const auto& sentence = tree_.document().sentences()[tree_.token(predicate).sentence];
  const auto end = std::min(sentence.end, predicate + kReach);
  for (auto q = begin + 1; q + 1 < end; ++q) {
    const auto form = tree_.text(q);
    const bool straight = form == "\"" && tree_.token(q).end == tree_.token(q + 1).begin && tree_.token(q - 1).end < tree_.token(q).begin;
    if (!straight && form != "“" && form != "‘") continue;
    for (auto t = q + 1; t < sentence.end && t < q + kLength; ++t) {
      const auto close = tree_.text(t);
      if (close == "\"" || close == "”" || close == "’") return;
      out.push_back({t, 1.0F});
    }
    return;
  }
}

void Arguments::objects_of(std::uint32_t preposition, float certainty, ArgumentList& out) const {
  for (auto c : tree_.children(preposition))
    if (tree_.dep(c) == Dep::pobj) out.push_back({c, certainty});
  if (!out.empty()) return;
  if (tree_.lower(preposition) == "as")  // "described it as irresponsible"
    for (auto c : tree_.children(preposition))
      if (tree_.word(c) == Word::adjective) out.push_back({c, certainty});
  if (!out.empty()) return;
  // "to and from X": the object hangs on the last preposition
  for (auto c : tree_.children(preposition))
    if (tree_.dep(c) == Dep::conj) objects_of(c, certainty, out);
  // Stranded in a relative clause: "the country it withdrew from"
  if (out.empty() && !tree_.has_child(preposition, Dep::pcomp) && !tree_.has_child(preposition, Dep::prep)) {
    const auto verb = tree_.head(preposition);
    if (tree_.dep(verb) == Dep::relcl && !tree_.is_root(verb)) out.push_back({tree_.head(verb), certainty});
  }
}

// The verb in whose clause a predicate stands: "X and Y [signed] a truce mediated by Z", "Under Z's mediation, X and Y [signed] a truce".
std::uint32_t Arguments::host(std::uint32_t predicate, const std::vector<std::string>& prepositions) const {
  auto at = tree_.is_verb(predicate) ? predicate : first_conjunct(predicate);
  if (tree_.is_root(at)) return kNone;
  if (!prepositions.empty() && (tree_.dep(at) != Dep::pobj || std::find(prepositions.begin(), prepositions.end(), tree_.lower(tree_.head(at))) == prepositions.end())) return kNone;
  constexpr int kFarUp = 8;
  for (int steps = 0; steps < kFarUp && !tree_.is_root(at); ++steps) {
    const auto d = tree_.dep(at);
    if (d == Dep::conj && tree_.is_verb(at)) return kNone;
    at = tree_.head(at);
    if (tree_.is_verb(at) && tree_.dep(at) != Dep::amod && tree_.dep(at) != Dep::prep) return at;  // "following" is none
  }
  return kNone;
}

// The name right after a prefix: "pro-[Russian]".
std::uint32_t Arguments::name_after(std::uint32_t token) const {
  auto i = token + 1;
  if (i < tree_.size() && tree_.lower(i) == "-") ++i;
  const auto m = i < tree_.size() ? mentions_.containing(i) : -1;
  return m < 0 || mentions_.mentions[static_cast<std::size_t>(m)].begin != i ? kNone : mentions_.mentions[static_cast<std::size_t>(m)].head;
}

// "the bloc, of which both are members": the phrase of the predicate noun stands before the verb.
void Arguments::fronted_relative(std::uint32_t verb, std::string_view preposition, ArgumentList& out) const {
  for (auto c : tree_.children(verb))
    if (c < verb && tree_.lower(c) == preposition)
      if (const auto o = tree_.child(c, Dep::pobj); o != kNone && tree_.is_relative(o)) out.push_back({o, kViaSupport});
}

// words: {"with"}, or {"out", "of"}, or {"on", "behalf", "of"}; each is a preposition below the one before, or the object noun of it.
void Arguments::prepositional(std::uint32_t predicate, const std::vector<std::string>& words, float certainty, ArgumentList& out) const {
  auto descend = [this](std::uint32_t at, const std::string& word) {
    for (auto c : tree_.children(at)) {
      const auto d = tree_.dep(c);
      if ((d == Dep::prep || d == Dep::agent || d == Dep::dative || d == Dep::pobj || d == Dep::prt || d == Dep::advmod || d == Dep::pcomp) && (tree_.lower(c) == word)) return c;
    }
    return kNone;
  };
  auto at = predicate;
  for (const auto& word : words)
    if (at = descend(at, word); at == kNone) break;
  if (at != kNone) {
    // Several phrases with the same preposition: "with X and with Y", "in May in Paris"
    if (words.size() == 1) {
      for (auto c : tree_.children(predicate)) {
        const auto d = tree_.dep(c);
        if ((d == Dep::prep || d == Dep::agent || d == Dep::dative) && tree_.lower(c) == words[0]) objects_of(c, certainty, out);
      }
    } else {
      objects_of(at, certainty, out);
    }
  }
  if (out.empty() && words.size() == 1 && tree_.is_verb(predicate))  // "X, who [with Y] negotiated a truce"
    for (auto c : tree_.children(predicate))
      if (c < predicate && tree_.dep(c) == Dep::nsubj && tree_.is_relative(c))
        if (const auto p = tree_.child_with_form(c, words[0]); p != kNone && tree_.dep(p) == Dep::prep && tree_.lower(c) != "which") objects_of(p, certainty, out);
  if (out.empty() && words.size() == 1)  // below a particle or another preposition: "pulled out [of X]", "back [from X]", "up [with X]"
    for (auto c : tree_.children(predicate)) {
      const auto d = tree_.dep(c);
      if (d == Dep::prep || d == Dep::prt || d == Dep::advmod || d == Dep::intj)  // "says no [to X]"
        if (const auto p = tree_.child_with_form(c, words[0]); p != kNone && tree_.dep(p) == Dep::prep) objects_of(p, certainty, out);
    }
  if (out.empty() && words.size() == 1 && is_one_of(words[0], {"in", "at"}))
    if (const auto where = relative_place(predicate); where != kNone) out.push_back({where, certainty});
}

// "the city where the bloc has its seat", "the paper, where she was a columnist": what the clause is said of.
std::uint32_t Arguments::relative_place(std::uint32_t predicate) const {
  const auto verb = tree_.dep(predicate) == Dep::attr && !tree_.is_root(predicate) ? tree_.head(predicate) : predicate;
  if (tree_.dep(verb) != Dep::relcl || tree_.is_root(verb)) return kNone;
  const auto where = tree_.child_with_form(verb, "where");
  return where != kNone && tree_.dep(where) == Dep::advmod && where < verb ? tree_.head(verb) : kNone;
}

ArgumentList Arguments::complement(std::uint32_t predicate) const {
  ArgumentList out;
  for (auto c : tree_.children(predicate)) {
    const auto d = tree_.dep(c);
    const bool for_infinitive = d == Dep::advcl && c > predicate && tree_.tag(c) == "VB" && tree_.has_child(c, Dep::nsubj) && tree_.child_with_form(c, "for") != kNone;  // "called for X to leave"
    // "asked its allies, X and Y, to lift ..."
    const bool asked = d == Dep::advcl && c > predicate && tree_.tag(c) == "VB" && tree_.child_with_form(c, "to") != kNone && tree_.has_child(predicate, Dep::dobj) &&
                       is_one_of(tree_.lemma(predicate), {"ask", "beseech", "call", "encourage", "implore", "instruct", "invite", "order", "press", "require", "tell", "urge", "want", "warn"});
    const auto mark = is_clause(d) ? tree_.child(c, Dep::mark) : kNone;
    if (mark != kNone && tree_.lower(mark) == "whether") continue;  // "asked whether X would leave": a question
    if ((is_clause(d) && d != Dep::relcl && d != Dep::advcl) || for_infinitive || asked) out.push_back({c, 1.0F});
    if (d == Dep::attr || d == Dep::oprd || d == Dep::acomp) out.push_back({c, 1.0F});  // "was elected [president]"
    if (d == Dep::dobj && names_its_object(tree_.lemma(predicate)) && relative_object(predicate) != kNone) out.push_back({c, 1.0F});  // "whom X declared [persona non grata]"
    // "was made an assistant minister by X"
    const bool made = d == Dep::dobj && c > predicate && tree_.lemma(predicate) == "make" && tree_.word(c) == Word::noun && is_passive(predicate);
    if (made) out.push_back({c, 1.0F});
    if (d == Dep::prep)
      if (const auto p = tree_.child(c, Dep::pcomp); p != kNone) out.push_back({p, 1.0F});
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    for (auto c : tree_.children(out[i].token))
      if (tree_.dep(c) == Dep::conj && tree_.is_verb(c)) out.push_back({c, 1.0F});
  return out;
}

// What a deed is done for: "marched to demand X", "held rallies calling for X", "a strike to protest X"; below the predicate, its object
// or a phrase of it, wherever the parser hung the infinitive or participle.
void Arguments::purposes(std::uint32_t predicate, ArgumentList& out, int depth) const {
  if (depth > 3) return;
  for (auto c : tree_.children(predicate)) {
    if (c < predicate) continue;
    const auto d = tree_.dep(c);
    const bool clause = d == Dep::advcl || d == Dep::xcomp || d == Dep::acl || d == Dep::relcl || d == Dep::ccomp;
    const bool purpose = tree_.is_verb(c) && (tree_.tag(c) == "VBG" || (tree_.tag(c) == "VB" && tree_.child_with_form(c, "to") != kNone));
    if (clause && purpose) out.push_back({c, depth == 0 ? 1.0F : kReattached});
    else if (d == Dep::dobj || d == Dep::nsubjpass || d == Dep::prep || d == Dep::pobj || d == Dep::npadvmod || d == Dep::conj) purposes(c, out, depth + 1);
  }
  const auto n = out.size();
  for (std::size_t i = 0; i < n; ++i)
    for (auto c : tree_.children(out[i].token))
      if (tree_.dep(c) == Dep::conj && tree_.is_verb(c)) out.push_back({c, out[i].certainty});
}

// The verbs of the clauses under which something happens: "if X attacks", "unless X withdraws", "until X agrees".
void Arguments::conditions(std::uint32_t predicate, ArgumentList& out, int depth) const {
  if (depth > 2) return;
  for (auto c : tree_.children(predicate)) {
    const auto d = tree_.dep(c);
    if (d == Dep::advcl || d == Dep::ccomp) {
      const auto mark = tree_.child(c, Dep::mark);
      if (mark != kNone && is_one_of(tree_.lower(mark), {"if", "unless", "until", "should"})) out.push_back({c, 1.0F});
    }
    if (tree_.is_verb(c) && c > predicate && (d == Dep::xcomp || d == Dep::ccomp)) conditions(c, out, depth + 1);
    if ((d == Dep::prep || d == Dep::dobj || d == Dep::pobj) && depth < 2 && c > predicate) conditions(c, out, depth + 1);
  }
}

}  // namespace entente::relation
