#include "entity/analysis.hpp"

namespace entente::entity {

std::int32_t Mentions::headed_by(std::uint32_t token) const { return token < by_head.size() ? by_head[token] : -1; }
std::int32_t Mentions::containing(std::uint32_t token) const { return token < by_token.size() ? by_token[token] : -1; }

Mentions resolve(const Article& article, const nlp::Document& document, const Gazetteer& gazetteer) {
  Analysis a(article, document, gazetteer);
  find_listed(a);
  find_titles(a);
  find_names(a);
  learn_acronyms(a);
  weigh_countries(a);
  choose_readings(a);
  type_names(a);
  join_persons(a);
  join_organizations(a);
  weigh_bodies(a);
  make_name_mentions(a);
  find_inner_names(a);
  find_bodies(a);
  read_teams(a);
  find_title_phrases(a);
  find_offices(a);
  find_quotations(a);
  resolve_references(a);
  complete_offices(a);
  return finish(a);
}

}  // namespace entente::entity
