#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <catch2/catch.hpp>
#include <cstdarg>

#include "export/spells.hpp"
#include "support/export.hpp"
#include "support/records.hpp"
#include "support/source_dir.hpp"

using namespace entente;
using namespace entente::test;
using exporting::Spell;
using exporting::spells;

namespace {

/// Whether XML is valid after tests/export/gexf.rng; the first error, if any.
std::string invalid(const std::string& xml) {
  const auto schema_file = source_dir() / "tests/export/gexf.rng";
  static std::string error;
  error.clear();
  const auto remember = [](void*, xmlErrorPtr e) {
    if (error.empty()) error = e->message;
  };
  xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt(schema_file.c_str());
  xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
  REQUIRE(schema != nullptr);
  xmlRelaxNGValidCtxtPtr validator = xmlRelaxNGNewValidCtxt(schema);
  xmlRelaxNGSetValidStructuredErrors(validator, remember, nullptr);
  xmlDocPtr document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "x.gexf", nullptr, 0);
  REQUIRE(document != nullptr);
  const int result = xmlRelaxNGValidateDoc(validator, document);
  xmlFreeDoc(document);
  xmlRelaxNGFreeValidCtxt(validator);
  xmlRelaxNGFree(schema);
  xmlRelaxNGFreeParserCtxt(parser);
  return result == 0 ? "" : error.empty() ? "invalid" : error;
}

using Spells = std::vector<Spell>;

}  // namespace

TEST_CASE("GEXF is valid, dated or not, whole or filtered or empty", "[export]") {
  const auto net = odd_network();
  CHECK(invalid(exported("gexf", net)) == "");
  CHECK(invalid(exported("gexf", net, {.simple = true})) == "");
  CHECK(invalid(exported("gexf", net, {.collapse = true})) == "");
  CHECK(invalid(exported("gexf", net, {.since = "2030"})) == "");
  const auto undated = network({record("d", "", "A/o/\nB/o/\nA > supports > B")});
  CHECK(invalid(exported("gexf", undated)) == "");
  CHECK(xpath(exported("gexf", undated), "string(//*[local-name()='graph']/@mode)") == "static");
  std::string broken = exported("gexf", net);
  broken.replace(broken.find("kind="), 4, "type");
  CHECK(invalid(broken) != "");
}

TEST_CASE("GEXF keeps parallel edges apart by kind, with look and days", "[export]") {
  const auto net = odd_network();
  const std::string xml = exported("gexf", net);
  CHECK(xpath(xml, "count(//*[local-name()='edge'][@source='AAA'][@target='org:blc'])") == "3");
  CHECK(xpath(xml, "string(//*[@kind='sanctions']/@id)") == "AAA-sanctions-org:blc");
  CHECK(xpath(xml, "string(//*[@kind='supports']/@weight)") == "2");
  CHECK(xpath(xml, "string(//*[@kind='supports']//*[@for='status']/@value)") == "asserted");
  CHECK(xpath(xml, "string(//*[local-name()='attribute'][@id='symmetric']/@type)") == "boolean");
  CHECK(xpath(xml, "count(//*[@kind='supports']//*[local-name()='spell'])") == "2");
  CHECK(xpath(xml, "string(//*[@kind='supports']//*[local-name()='spell'][2]/@start)") == "2021-01-01");
  CHECK(xpath(xml, "string(//*[@kind='supports']//*[local-name()='spell'][2]/@end)") == "2021-12-31");
  CHECK(xpath(xml, "count(//*[@id='AAA']//*[local-name()='spell'])") == "2");
  CHECK(xpath(xml, "string(//*[@id='AAA']/*[local-name()='color']/@r)") == "232");
  // The days of a view are those of its evidence.
  CHECK(xpath(exported("gexf", net, {.since = "2020-03"}), "count(//*[@kind='supports']//*[local-name()='spell'])") ==
        "1");
}

TEST_CASE("dates become spells that do not overlap", "[export]") {
  CHECK(spells({"2020-02-05", "2020-02-05", "2019-12-31"}) ==
        Spells{{"2019-12-31", "2019-12-31"}, {"2020-02-05", "2020-02-05"}});
  CHECK(spells({"2020-02"}) == Spells{{"2020-02-01", "2020-02-29"}});
  CHECK(spells({"2020", "2020-02-05", "2021-04"}) ==
        Spells{{"2020-01-01", "2020-12-31"}, {"2021-04-01", "2021-04-30"}});
  CHECK(spells({"2020-02-05", ""}).empty());
  CHECK(spells({"yesterday"}).empty());
  CHECK(spells({"2020-02-30"}).empty());
  CHECK(spells({}).empty());
}
