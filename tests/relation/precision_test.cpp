// What a sentence must not be read as: each text has exactly these edges of the relations named.
#include <catch2/catch.hpp>
#include <set>
#include <string>
#include <vector>

#include "entente/extractor.hpp"
#include "entente/resources.hpp"

using namespace entente;

namespace {

struct Case {
  std::string text, relation;
  std::set<std::string> edges;  // "source > target"
};

std::set<std::string> found(const Record& record, const std::string& relation) {
  const auto name = [&](const std::string& id) {
    for (const auto& e : record.entities)
      if (e.id == id) return e.name;
    return std::string();
  };
  std::set<std::string> out;
  for (const auto& r : record.relations)
    if (r.relation == relation) out.insert(name(r.source) + " > " + name(r.target));
  return out;
}

}  // namespace

TEST_CASE("nothing is read into a sentence that it does not say", "[relation][model]") {
  const Extractor extractor(default_data_dir());
  const auto pipeline = nlp::Pipeline::load(default_model_dir());
  const std::vector<Case> cases{
      // conjuncts beyond the clause
      {"Catherine Osei, who visited Ghana in May, and Peter Hall signed the treaty.", "visits", {"Catherine Osei > Ghana"}},
      // "which" is no person
      {"Xenia Moreno, the leader of Honduras, which holds the presidency of CELAC, arrived.", "chairs", {"Honduras > CELAC"}},
      // the office is the nearer organization's
      {"Germany's NATO commander Karl Weber resigned.", "leads", {"Karl Weber > NATO"}},
      // a noun and an adjective do not share one leader
      {"Envoys from Jordan and Palestinian leader Yasser Arafat met.", "leads", {"Yasser Arafat > Palestine"}},
      // bodies of citizens
      {"The Chilean Workers' Centre called a strike.", "part_of", {}},
      // a mere leader
      {"Ministers from Kenya met in Nairobi. The march was held by leader Peter Hall.", "leads", {}},
      // who speaks after a deed has not done it; who is blamed for it has
      {"Peru called for calm in the wake of the invasion of Moldova.", "attacks", {}},
      // a member of a body or region is not the body or region
      {"Canada lectured its NATO ally.", "allied_with", {}},
  };
  for (const auto& c : cases) {
    Article article;
    article.id = "case";
    article.text = c.text;
    INFO(c.text);
    CHECK(found(extract(extractor, pipeline, std::move(article)), c.relation) == c.edges);
  }
}
