#include "entity/metonymy.hpp"
#include "text/words.hpp"

#include <algorithm>
#include <array>

namespace entente::entity {
namespace {

using Cue = Gazetteer::Cue;

constexpr std::array<std::string_view, 22> local_nouns{"resident", "people", "street", "mayor", "bishop", "archbishop", "patriarch", "outskirt", "suburb",
                                                       "bombing", "siege", "battle", "shelling", "capital", "population", "museum", "north", "south",
                                                       "east", "west", "centre", "center"};
constexpr std::array<std::string_view, 13> damage{"hit", "shell", "bomb", "capture", "seize", "liberate", "locate", "found", "storm", "besiege", "flood",
                                                  "rock", "occupy"};
constexpr std::array<std::string_view, 12> governing{"government", "regime", "authorities", "officials", "administration", "leadership", "policy",
                                                     "policymakers", "diplomats", "spokesman", "spokeswoman", "spokesperson"};
constexpr std::array<std::string_view, 12> participles{"backed", "led", "brokered", "imposed", "supplied", "funded", "friendly", "appointed",
                                                       "controlled", "sponsored", "supported", "allied"};

class Metonymy {
 public:
  Metonymy(const Analysis& a, bool house) : a_(a), t_(a.text), g_(a.gazetteer), house_(house) {}

  bool acts(std::uint32_t begin, std::uint32_t end) const {
    if (end + 1 < t_.size() && t_.hyphen(end)) return is_one_of(t_.lower(end + 1), participles) || t_.cap(end + 1);
    if (end + 1 < t_.size() && t_.form(end) == "," && a_.listed_at[end + 1] >= 0 && is_country(end + 1) && !t_.dep(end + 1).starts_with("conj")) return false;
    if (begin > 0 && g_.cue(Cue::place_noun, t_.lower(begin - 1)) && !t_.cap(begin - 1)) return false;
    return by_role(t_.span_head(begin, end), 0);
  }

 private:
  bool is_country(std::uint32_t i) const {
    for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(a_.listed_at[i])]))
      if (f.sense == Sense::country) return true;
    return false;
  }

  bool by_role(std::uint32_t i, int depth) const {
    const std::string_view dep = t_.dep(i);
    const std::uint32_t governor = t_.head(i);
    const std::string_view lemma = t_.token(governor).lemma;
    if (dep == "conj" && depth < 12) return by_role(governor, depth + 1);
    if (dep == "pobj") return by_preposition(governor);
    if (dep == "nsubj" || dep == "nsubjpass" || dep == "csubj") return !(dep == "nsubjpass" && is_one_of(lemma, damage)) && !is_located(governor);
    if (dep == "dobj") return !g_.cue(Cue::motion_verb, lemma) && !is_one_of(lemma, damage);
    if (dep == "dative" || dep == "agent" || dep == "ROOT" || dep == "ccomp") return dep != "ROOT" || t_.sentence_end(i) - t_.sentence_begin(i) > 1;
    if (dep == "poss") return !g_.cue(Cue::place_noun, lemma) && !is_one_of(lemma, local_nouns) &&
             (house_ || a_.name_at[governor] < 0 || g_.head_class(t_.lower(governor)) == "ministry");
    if (dep == "compound" || dep == "nmod" || dep == "amod")
      return house_ || is_one_of(t_.lower(governor), governing);
    if (dep == "appos") return false;
    return house_ && dep != "npadvmod";
  }

  // "Moscow is the capital".
  bool is_located(std::uint32_t verb) const {
    if (t_.token(verb).lemma != "be") return false;
    for (std::uint32_t i = verb + 1; i < std::min(t_.sentence_end(verb), verb + 8); ++i)
      if (t_.head(i) == verb && t_.dep(i) == "attr") return g_.cue(Cue::place_noun, t_.token(i).lemma) || is_one_of(t_.token(i).lemma, local_nouns);
    return false;
  }

  bool moves(std::uint32_t governor) const {
    const std::string_view lemma = t_.token(governor).lemma;
    return t_.pos(governor) == "VERB" ? g_.cue(Cue::motion_verb, lemma) : g_.cue(Cue::motion_noun, lemma);
  }

  bool by_preposition(std::uint32_t preposition) const {
    const std::string_view p = t_.lower(preposition);
    const std::uint32_t governor = t_.head(preposition);
    const std::string_view lemma = t_.token(governor).lemma;
    if (g_.cue(Cue::location_preposition, p)) return false;
    if (p == "to" || p == "from" || p == "for" || p == "between" || p == "towards" || p == "toward") return !moves(governor);
    if (p == "of") return !g_.cue(Cue::place_noun, lemma) && !is_one_of(lemma, local_nouns) && !g_.cue(Cue::region_noun, lemma) && !t_.cap(governor);
    constexpr std::array<std::string_view, 12> acting{"with", "against", "by", "on", "versus", "upon", "without", "despite", "than", "like", "about", "among"};
    return is_one_of(p, acting);
  }

  const Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  bool house_;
};

}  // namespace

bool acts_as_state(const Analysis& a, std::uint32_t begin, std::uint32_t end, bool house) { return Metonymy(a, house).acts(begin, end); }

}  // namespace entente::entity
