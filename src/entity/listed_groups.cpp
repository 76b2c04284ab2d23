#include <algorithm>
#include <array>

#include "entity/references.hpp"
#include "text/words.hpp"

/// Groups whose members the text names afterwards: "our ties with many countries of the region, she noted, citing Chile and Peru";
/// "open to work with all blocs of the region. That includes ...".
namespace entente::entity {
namespace {

constexpr std::array<std::string_view, 12> states{"countries", "nations", "states", "governments", "neighbours", "neighbors", "powers", "capitals", "republics", "economies",
                                                  "partners", "allies"};
constexpr std::array<std::string_view, 38> bodies{
    "organizations", "organisations", "bodies", "blocs", "groups", "groupings", "formations", "associations", "alliances", "unions", "institutions", "agencies", "companies",
    "firms", "banks", "clubs", "teams", "parties", "movements", "ministries", "mechanisms", "structures", "forums", "federations", "newspapers", "outlets", "broadcasters",
    "universities", "charities", "carriers", "airlines", "carmakers", "lenders", "militias", "factions", "partners", "allies", "communities"};
constexpr std::array<std::string_view, 5> naming{"cite", "name", "list", "mention", "single"};
constexpr std::array<std::string_view, 5> pointing{"that", "this", "these", "those", "they"};
constexpr std::array<std::string_view, 7> listed_deps{"dobj", "conj", "attr", "nsubj", "appos", "nmod", "dep"};

}  // namespace

// The first token after the group that begins a list of its members, or none: after "citing" in the sentence, after "That includes",
// "These are", "Among them are" in the next.
std::uint32_t References::list_after(std::uint32_t i) const {
  const std::uint32_t end = t_.sentence_end(i);
  for (std::uint32_t k = i + 1; k < end; ++k)
    if (t_.tag(k) == "VBG" && is_one_of(t_.token(k).lemma, naming)) return k + 1;
  if (end + 2 >= t_.size() || t_.paragraph(end) != t_.paragraph(i)) return none;
  std::uint32_t k = end;
  while (k + 2 < t_.size() && t_.quote(k)) ++k;
  if (t_.lower(k) == "among" && is_one_of(t_.lower(k + 1), pointing)) k += 2;
  else if (t_.lower(k) == "among" && t_.lower(k + 1) == "them") k += 2;
  else if (is_one_of(t_.lower(k), pointing)) ++k;
  else return none;
  const std::string_view lemma = t_.token(k).lemma;
  return lemma == "include" || lemma == "be" || lemma == "comprise" ? k + 1 : none;
}

bool References::listed_group(std::uint32_t i) {
  const std::string_view noun = t_.lower(i);
  const bool state = is_one_of(noun, states), body = is_one_of(noun, bodies);
  if ((!state && !body) || t_.tag(i) != "NNS") return false;
  const std::uint32_t begin = list_after(i);
  if (begin == none) return false;
  for (std::uint32_t k = i + 1; k < begin; ++k)  // a nearer group is meant
    if (t_.tag(k) == "NNS" && (is_one_of(t_.lower(k), states) || is_one_of(t_.lower(k), bodies))) return false;
  std::vector<std::uint32_t> members;
  for (std::uint32_t k = begin, end = t_.sentence_end(begin); k < end; ++k) {
    if (t_.pos(k) == "VERB" || t_.form(k) == ";") break;
    const std::int32_t m = a_.mention_of_head[k];
    if (m < 0 || !is_one_of(t_.dep(k), listed_deps)) continue;
    const Mention& mention = a_.mentions[static_cast<std::size_t>(m)];
    if (mention.kind != MentionKind::name && mention.kind != MentionKind::metonym) continue;
    for (const std::uint32_t e : mention.entities) {
      const Type type = a_.drafts[e].type;
      const bool fits = (state && type == Type::country) || (body && type == Type::organization);
      if (fits && std::find(members.begin(), members.end(), e) == members.end()) members.push_back(e);
    }
  }
  if (members.size() < 2) return false;
  answer(i, i + 1, i, MentionKind::role, members, true);
  return true;
}

// "Russia and Belarus are drawing closer. In May we signed a treaty": whom "we" at i in a quotation stands for besides the speaker's own
// state, where the quotation has just named that with others as those who act. Empty where it has not.
std::vector<std::uint32_t> References::we_together(std::uint32_t i, std::uint32_t quotation_begin, std::uint32_t own) const {
  for (std::uint32_t k = i; k-- > quotation_begin && t_.sentence(k) + 1 >= t_.sentence(i);) {
    if (t_.dep(k) != "conj") continue;
    std::uint32_t first = k;
    for (int steps = 0; t_.dep(first) == "conj" && steps < 40; ++steps) first = t_.head(first);
    if (!t_.dep(first).starts_with("nsubj")) continue;
    auto set = coordinated(k);
    if (std::find(set.begin(), set.end(), own) != set.end()) return set;
  }
  return {};
}

}  // namespace entente::entity
