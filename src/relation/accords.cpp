#include "relation/accords.hpp"

#include <algorithm>
#include <utility>

namespace entente::relation {

namespace {

constexpr float kParty = 0.8F;            // the accord may be another
constexpr std::uint32_t kLastAccord = 16; // sentences within which an accord is the one last told of

// Whether a noun says itself which accord or talks it means: by names or nationalities before it, by "between" or "with", as one of several.
bool has_parties(const Reader& reader, std::uint32_t noun) {
  const auto& tree = reader.tree;
  bool definite = tree.tag(noun) == "NNS";
  for (auto c : tree.children(noun)) {
    const auto d = tree.dep(c);
    const auto word = tree.lower(c);
    const bool named = reader.mentions.containing(c) >= 0;
    if (d == Dep::det || d == Dep::poss) definite |= word == "the" || word == "this" || word == "that" || word == "these" || word == "their" || (d == Dep::poss && !named);
    if (c < noun && named && word != "their") return true;
    if (c < noun && tree.word(c) == Word::proper && d != Dep::poss) return true;
    if (c > noun && (word == "between" || word == "with" || word == "among" || word == "to")) return true;
  }
  return !definite;
}

// "The truce was signed in Rome. It was brokered by X": the accord that is the subject of the sentence before or of the clause before it.
std::uint32_t accord_meant(const Reader& reader, std::uint32_t pronoun) {
  const auto& tree = reader.tree;
  if (tree.lower(pronoun) != "it") return Tree::npos;
  const auto sentence = tree.token(pronoun).sentence;
  for (auto e = pronoun; e-- > 0 && tree.token(e).sentence + 1 >= sentence;) {
    const auto d = tree.dep(e);
    if ((d == Dep::nsubj || d == Dep::nsubjpass || d == Dep::dobj) && tree.is_noun(e) && names_accord(reader, e)) return e;
  }
  return Tree::npos;
}

}  // namespace

bool names_accord(const Reader& reader, std::uint32_t noun) {
  const auto act = reader.lexicon.acts.find(reader.tree.lemma(noun));
  return act != reader.lexicon.acts.end() && std::find(act->second.begin(), act->second.end(), "sign") != act->second.end();
}

ActorList parties_of(const Reader& reader, const Frames& frames, const std::vector<Statement>& told, std::uint32_t noun) {
  ActorList out;
  const auto& tree = reader.tree;
  const auto before = noun;  // "The truce was signed ... It": what is told of the accord itself counts too
  if (const auto taken = accord_meant(reader, noun); taken != Tree::npos) noun = taken;
  else if (!tree.is_noun(noun) || has_parties(reader, noun)) return out;
  const auto agrees = frames.relation("agrees_with"), meets = frames.relation("meets"), recognizes = frames.relation("recognizes");
  const bool accord = names_accord(reader, noun);
  const Statement* last = nullptr;
  for (const auto& st : told) {
    const bool fits = st.relation == agrees || st.relation == meets || st.relation == recognizes;
    if (!fits || st.trigger >= before || tree.token(noun).sentence - tree.token(st.trigger).sentence > kLastAccord) continue;
    // Of talks told after an accord the accord is no part.
    if (accord && last != nullptr && (st.relation == agrees) != (last->relation == agrees)) {
      if (st.relation == agrees) last = &st;
      continue;
    }
    if (last == nullptr || st.trigger > last->trigger || (st.trigger == last->trigger && st.relation == agrees && last->relation == meets)) last = &st;
  }
  if (last == nullptr) return out;
  for (const auto& st : told) {
    if (st.trigger != last->trigger || st.relation != last->relation) continue;
    for (const auto& [entity, token] : {std::pair(st.source, st.source_token), std::pair(st.target, st.target_token)})
      if (std::none_of(out.begin(), out.end(), [e = entity](const Actor& a) { return a.entity == e; })) out.push_back({entity, token, token + 1, kParty, false});
  }
  return out;
}

}  // namespace entente::relation
