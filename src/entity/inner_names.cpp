#include <algorithm>
#include <map>

#include "entity/analysis.hpp"
#include "entity/name_hints.hpp"

/// Names inside the names of organizations: "[Chinese] Foreign Ministry", "[UN] Security Council", "Embassy of [Mexico] in [Ecuador]". They
/// show what the organization is part of or where it sits.
namespace entente::entity {
namespace {

class InnerNames {
 public:
  explicit InnerNames(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    const auto names = a_.names;  // drafts and mentions grow meanwhile, names do not
    for (const Name& name : names)
      if (name.type == Type::organization && name.entity != none && name.end - name.begin == 1 && t_.acronym(name.begin)) acronyms_.emplace(t_.lower(name.begin), name.entity);
    for (const Name& name : names) {
      if (name.type != Type::organization || name.entity == none || name.end - name.begin < 2) continue;
      look(name, name.begin, name.end - 1);
      // "Oxfam [Mexico]"
      if (name.form == none && name.end - name.begin > 1 && t_.tag(name.end - 2).starts_with("NN") && t_.lower(name.end - 2) != "the") look_last(name);
      for (std::uint32_t i = name.begin + 1; i + 1 < name.end; ++i) {
        const std::string_view word = t_.lower(i);
        if (word != "of" && word != "in" && word != "to" && word != "for") continue;
        look(name, t_.lower(i + 1) == "the" ? i + 2 : i + 1, name.end);
      }
    }
  }

 private:
  // The state that ends the name of an organization's chapter.
  void look_last(const Name& name) {
    std::uint32_t k = name.end - 1;
    if (a_.listed_at[k] < 0) return;
    const Listed& l = a_.listed[static_cast<std::size_t>(a_.listed_at[k])];
    if (l.begin <= name.begin || l.end != name.end) return;
    if (is_agency_task(t_.lower(name.begin)) && l.begin == name.begin + 1) return look(name, l.begin, name.end);
    if (a_.listed_at[l.begin - 1] < 0) return;
    const Listed& whole = a_.listed[static_cast<std::size_t>(a_.listed_at[l.begin - 1])];
    const auto readings = a_.readings(whole);
    const bool chapter = whole.begin == name.begin && std::any_of(readings.begin(), readings.end(), [](const Form& form) { return form.sense == Sense::organization; });
    if (chapter) look(name, l.begin, name.end);
  }

  // The longest listed name that begins at `begin`, ends before `limit` and is followed by nothing that belongs to it.
  void look(const Name& name, std::uint32_t begin, std::uint32_t limit) {
    if (begin >= limit) return;
    const Text::Found found = t_.longest(g_.names(), begin, limit, false);
    if (found.id == PhraseIndex::none) return learned(name, begin);
    const bool at_start = begin == name.begin;
    if (!at_start && found.end < name.end) {
      const std::string_view next = t_.lower(found.end);
      if (next != "in" && next != "to" && next != "for" && next != "(") return;
    }
    // "Green Party of Canada" is no part of a Green Party: what follows the inner name must name a body
    const bool followed_by_body = found.end < name.end && !g_.head_class(t_.lower(name.end - 1)).empty() && !preposition(found.end);
    const auto [first, last] = g_.names().values(found.id);
    for (auto v = first; v != last; ++v) {
      const Form& form = g_.form(*v);
      if (form.adjective) continue;  // "Republican Guard" is of no party
      const bool adjective = form.sense == Sense::country_adjective || form.sense == Sense::country_demonym;
      std::uint32_t draft = none;
      if (form.sense == Sense::country || (adjective && at_start)) draft = a_.country_draft(form.index);
      else if (form.sense == Sense::region && !g_.regions()[form.index].country.empty()) draft = a_.region_draft(form.index);
      else if (form.sense == Sense::organization && (!at_start || (followed_by_body && !form.derived && (!form.also || t_.acronym(begin))))) draft = a_.organization_draft(form.index);
      if (draft == none || draft == name.entity) continue;
      // A party named by its nationality is of that state.
      Draft& whole = a_.drafts[name.entity];
      if (adjective && whole.country.empty() && whole.cls == "party") whole.country = a_.drafts[draft].country;
      a_.add_mention(begin, found.end, adjective ? MentionKind::adjective : MentionKind::name, {draft});
      ++a_.drafts[draft].surfaces[t_.surface(begin, found.end)];
      return;
    }
  }

  // "the [AIBA] Congress": an acronym that the text itself has.
  void learned(const Name& name, std::uint32_t begin) {
    if (begin != name.begin || !t_.acronym(begin) || g_.head_class(t_.lower(name.end - 1)).empty()) return;
    const auto it = acronyms_.find(t_.lower(begin));
    if (it == acronyms_.end() || it->second == name.entity) return;
    a_.add_mention(begin, begin + 1, MentionKind::name, {it->second});
  }

  bool preposition(std::uint32_t i) const { return t_.tag(i) == "IN" || t_.tag(i) == "TO"; }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  std::map<std::string_view, std::uint32_t> acronyms_;
};

}  // namespace

void find_inner_names(Analysis& a) { InnerNames(a).run(); }

}  // namespace entente::entity
