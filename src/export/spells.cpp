#include "export/spells.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

namespace entente::exporting {

namespace {

/// Digits of a date as they stand at `begin`; nothing where one is none.
std::optional<unsigned> number(std::string_view text, std::size_t begin, std::size_t length) {
  unsigned value = 0;
  for (const char c : text.substr(begin, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

std::optional<Spell> spell(std::string_view date) {
  const bool has_month = date.size() >= 7, has_day = date.size() == 10;
  if (date.size() != 4 && date.size() != 7 && !has_day) return std::nullopt;
  if ((has_month && date[4] != '-') || (has_day && date[7] != '-')) return std::nullopt;
  const auto year = number(date, 0, 4), month = has_month ? number(date, 5, 2) : 1,
             day = has_day ? number(date, 8, 2) : 1;
  if (!year || !month || !day) return std::nullopt;
  using namespace std::chrono;
  if (!year_month_day(std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month), std::chrono::day(*day))
           .ok())
    return std::nullopt;
  if (has_day) return Spell{std::string(date), std::string(date)};
  const std::string start(date);
  if (!has_month) return Spell{start + "-01-01", start + "-12-31"};
  const auto last =
      year_month_day_last(std::chrono::year(static_cast<int>(*year)), month_day_last(std::chrono::month(*month)));
  return Spell{start + "-01", start + "-" + std::to_string(static_cast<unsigned>(last.day()))};
}

}  // namespace

std::vector<Spell> spells(std::vector<std::string_view> dates) {
  std::sort(dates.begin(), dates.end());
  dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
  std::vector<Spell> out;
  for (const auto date : dates) {  // A year sorts before its months, and these before their days.
    auto next = spell(date);
    if (!next) return {};
    if (!out.empty() && next->start <= out.back().end)
      out.back().end = std::max(out.back().end, next->end);
    else
      out.push_back(std::move(*next));
  }
  return out;
}

std::vector<Spell> spells_of(const View& view, const ViewEdge& edge) {
  std::vector<std::string_view> dates;
  for (const Evidence* e : edge.evidence) dates.push_back(view.network->documents()[e->document].date);
  return spells(std::move(dates));
}

std::vector<std::vector<Spell>> spells_of_nodes(const View& view) {
  const auto forms = view.network->forms();
  std::vector<std::uint32_t> place;  // The network's node → the view's.
  for (std::uint32_t i = 0; i < view.nodes.size(); ++i)
    for (const auto member : view.nodes[i].members) {
      if (member >= place.size()) place.resize(member + 1, no_index);
      place[member] = i;
    }
  std::vector<std::vector<std::string_view>> dates(view.nodes.size());
  for (const DocumentInfo& document : view.network->documents())
    for (const auto form : document.forms)
      if (const auto node = forms[form].node; node < place.size() && place[node] != no_index)
        dates[place[node]].push_back(document.date);
  std::vector<std::vector<Spell>> out;
  for (auto& of_node : dates) out.push_back(spells(std::move(of_node)));
  return out;
}

}  // namespace entente::exporting
