#include "entente/export.hpp"

#include <graphviz/cgraph.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "support/records.hpp"

using namespace entente;
using namespace entente::test;

namespace {

Network example() {
  return network(
      {record("d1", "2020-02-05",
              "Ann \"A\" <Ames>/p/AAA\nAland/c/AAA\nBland, Land & Co/o/BBB = BLC\nAnn \"A\" <Ames> > leads > Aland\n"
              "Aland > supports > Bland, Land & Co by Ann \"A\" <Ames>\nAland > sanctions > Bland, Land & Co "
              "[planned]\nAland > meets > Bland, Land & Co"),
       record("d2", "2021", "Aland/c/AAA\nBLC/o/\nAland > supports > BLC [negated]")});
}

std::string written(const std::string& format, const Network& net, const Filter& filter = {}) {
  const auto view = make_view(net, filter);
  std::ostringstream out;
  const auto* found = find_export_format(format);
  REQUIRE(found != nullptr);
  found->write(out, view, {});
  return out.str();
}

std::string xpath(const std::string& xml, const char* expression) {
  xmlDocPtr document = xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "x.xml", nullptr, 0);
  REQUIRE(document != nullptr);
  xmlXPathContextPtr context = xmlXPathNewContext(document);
  xmlXPathObjectPtr result = xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(expression), context);
  REQUIRE(result != nullptr);
  xmlChar* text = xmlXPathCastToString(result);
  const std::string out = reinterpret_cast<const char*>(text);
  xmlFree(text);
  xmlXPathFreeObject(result);
  xmlXPathFreeContext(context);
  xmlFreeDoc(document);
  return out;
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("GraphML keeps parallel edges apart as its readers need it", "[export]") {
  const auto net = example();
  const std::string xml = written("graphml", net);
  CHECK(xpath(xml, "count(//*[local-name()='node'])") == "3");
  CHECK(xpath(xml, "count(//*[local-name()='edge'])") == "4");
  CHECK(xpath(xml, "count(//*[local-name()='edge'][@directed])") == "0");
  CHECK(xpath(xml, "string(//*[local-name()='graph']/@edgedefault)") == "directed");
  CHECK(xpath(xml, "string(//*[@label='sanctions']/@id)") == "AAA-sanctions-org:blc");
  CHECK(xpath(xml, "string(//*[@label='supports']/*[@key='status'])") == "asserted");
  CHECK(xpath(xml, "string(//*[@label='supports']/*[@key='weight'])") == "2");
  CHECK(xpath(xml, "string(//*[@label='supports']/*[@key='claimed_by'])") == "Ann \"A\" <Ames>");
  CHECK(xpath(xml, "string(//*[@id='org:blc']/*[@key='names'])") == "BLC|Bland, Land & Co");
  CHECK(xpath(xml, "count(//*[local-name()='key'][@id != @attr.name])") == "0");
  CHECK(xpath(xml, "count(//*[local-name()='key'][@id='id'])") == "0");
  CHECK(xpath(xml, "count(//*[@key='weight'][number(.) <= 0])") == "0");
}

TEST_CASE("control characters do not reach XML", "[export]") {
  auto odd = record("d", "", "A/o/\nB/o/\nA > supports > B");
  odd.relations[0].evidence = "bell \x07 escape \x1b tab \t \xef\xbf\xbf end";
  const auto net = network({odd});
  const std::string xml = written("graphml", net);
  CHECK(xpath(xml, "string(//*[@key='evidence'])") == "bell  escape  tab    end");
}

TEST_CASE("DOT is read back by Graphviz with all its nodes, edges and attributes", "[export]") {
  const auto net = example();
  const std::string dot = written("dot", net);
  Agraph_t* graph = agmemread(dot.c_str());
  REQUIRE(graph != nullptr);
  CHECK(agnnodes(graph) == 3);
  CHECK(agnedges(graph) == 4);
  std::string id = "org:blc", attribute = "names";
  Agnode_t* node = agnode(graph, id.data(), 0);
  REQUIRE(node != nullptr);
  CHECK(agget(node, attribute.data()) == std::string("BLC|Bland, Land & Co"));
  agclose(graph);
}

TEST_CASE("node-link JSON holds every attribute and all evidence", "[export]") {
  const auto net = example();
  rapidjson::Document json;
  json.Parse(written("json", net).c_str());
  REQUIRE_FALSE(json.HasParseError());
  CHECK(json["directed"].GetBool());
  CHECK(json["multigraph"].GetBool());
  REQUIRE(json["nodes"].Size() == 3);
  REQUIRE(json["edges"].Size() == 4);
  const auto& supports = json["edges"][2];
  CHECK(std::string(supports["key"].GetString()) == "supports");
  CHECK(supports["evidence"].Size() == 2);
  CHECK(supports["negated"].GetInt() == 1);
  CHECK_FALSE(supports["symmetric"].GetBool());
}

TEST_CASE("CSV tables have the headers that Gephi and Neo4j look for", "[export]") {
  const auto net = example();
  CHECK(written("csv-nodes", net).substr(0, 22) == "Id,Label,kind,country,");
  CHECK(written("csv-edges", net).substr(0, 47) == "Source,Target,Type,Id,Label,Weight,class,plover");
  CHECK(written("csv-edges", net).find("AAA,org:blc,Directed,AAA-supports-org:blc,supports,2,") != std::string::npos);
  CHECK(written("csv-nodes", net).find("\"Ann \"\"A\"\" <Ames>\"") != std::string::npos);
  CHECK(written("neo4j-nodes", net).substr(0, 18) == "id:ID,name,:LABEL,");
  CHECK(written("neo4j-edges", net).substr(0, 39) == ":START_ID,:END_ID,:TYPE,id,weight:doubl");
  CHECK(written("edges", net).find("AAA\torg:blc\tsupports\t2\n") != std::string::npos);
}

TEST_CASE("a drawing shows names, classes, dashes, legend and the view's definition", "[export]") {
  const auto net = example();
  const std::string svg = written("svg", net, {.statuses = default_statuses});
  CHECK(svg.find(">Aland<") != std::string::npos);
  CHECK(svg.find("View: status asserted, planned, possible.") != std::string::npos);
  CHECK(svg.find("3 actors, 4 relations from 2 documents.") != std::string::npos);
  CHECK(svg.find("stroke-dasharray") != std::string::npos);
  CHECK(count(svg, "class=\"edge\"") == 3);
  CHECK(svg == written("svg", net, {.statuses = default_statuses}));
  CHECK(written("png", net).substr(1, 3) == "PNG");
  CHECK(written("pdf", net).substr(0, 4) == "%PDF");
}

TEST_CASE("every export format is listed once and found by its name", "[export]") {
  for (const auto& format : export_formats()) CHECK(find_export_format(format.name) == &format);
  CHECK(find_export_format("nothing") == nullptr);
}
