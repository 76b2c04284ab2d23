#include "entente/export.hpp"

#include <graphviz/cgraph.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/export.hpp"
#include "support/records.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

}  // namespace

TEST_CASE("GraphML keeps parallel edges apart as its readers need it", "[export]") {
  const auto net = odd_network();
  const std::string xml = exported("graphml", net);
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
  const std::string xml = exported("graphml", net);
  CHECK(xpath(xml, "string(//*[@key='evidence'])") == "bell  escape  tab    end");
}

TEST_CASE("DOT is read back by Graphviz with all its nodes, edges and attributes", "[export]") {
  const auto net = odd_network();
  const std::string dot = exported("dot", net);
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

TEST_CASE("DOT draws boxes around kinds, countries or communities when asked", "[export]") {
  const auto net = odd_network();
  const auto clusters = [&](Cluster by) {
    const std::string dot = exported("dot", net, {}, {.cluster = by});
    Agraph_t* graph = agmemread(dot.c_str());
    REQUIRE(graph != nullptr);
    std::vector<std::string> out;
    for (Agraph_t* box = agfstsubg(graph); box != nullptr; box = agnxtsubg(box))
      out.push_back(agnameof(box) + (" " + std::to_string(agnnodes(box))));
    agclose(graph);
    std::sort(out.begin(), out.end());  // Graphviz orders those that it reads by their address.
    return out;
  };
  using Lines = std::vector<std::string>;
  CHECK(clusters(Cluster::none) == Lines{});
  CHECK(clusters(Cluster::kind) == Lines{"cluster_country 1", "cluster_organization 1", "cluster_person 1"});
  CHECK(clusters(Cluster::country) == Lines{"cluster_AAA 2", "cluster_BBB 1"});
  CHECK_FALSE(clusters(Cluster::community).empty());
  const std::string dot = exported("dot", net, {}, {.cluster = Cluster::kind});
  CHECK(dot.find("cluster_country") < dot.find("cluster_organization"));
  CHECK(dot.find("cluster_organization") < dot.find("cluster_person"));
}

TEST_CASE("node-link JSON holds every attribute and all evidence", "[export]") {
  const auto net = odd_network();
  rapidjson::Document json;
  json.Parse(exported("json", net).c_str());
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
  CHECK(supports["own_voice"].GetInt() == 1);
  REQUIRE(supports["claimed_by"].Size() == 1);
  CHECK(std::string(supports["claimed_by"][0].GetString()) == "Ann \"A\" <Ames>");
  REQUIRE(json["nodes"][1]["names"].Size() == 2);
  CHECK(std::string(json["nodes"][1]["names"][0].GetString()) == "BLC");
}

TEST_CASE("CSV tables have the headers that Gephi and Neo4j look for", "[export]") {
  const auto net = odd_network();
  CHECK(exported("csv-nodes", net).substr(0, 22) == "Id,Label,kind,country,");
  CHECK(exported("csv-edges", net).substr(0, 52) == "Source,Target,Type,Kind,Id,Label,Weight,class,plover");
  CHECK(exported("csv-edges", net).find("AAA,org:blc,Directed,supports,AAA-supports-org:blc,supports,2,") !=
        std::string::npos);
  CHECK(exported("csv-nodes", net).find("\"Ann \"\"A\"\" <Ames>\"") != std::string::npos);
  CHECK(exported("neo4j-nodes", net).substr(0, 18) == "id:ID,name,:LABEL,");
  CHECK(exported("neo4j-edges", net).substr(0, 39) == ":START_ID,:END_ID,:TYPE,id,weight:doubl");
  CHECK(exported("neo4j-nodes", net).find("\"BLC;Bland, Land & Co\"") != std::string::npos);
  CHECK(exported("neo4j-nodes", net).find(",names:string[],documents:int,") != std::string::npos);
  CHECK(exported("neo4j-edges", net).find(",symmetric:boolean,confidence:double,claimed_by:string[],") !=
        std::string::npos);
  CHECK(exported("edges", net).find("AAA\torg:blc\tsupports\t2\n") != std::string::npos);
}

TEST_CASE("a drawing shows names, classes, dashes, legend and the view's definition", "[export]") {
  const auto net = odd_network();
  const std::string svg = exported("svg", net, {.statuses = default_statuses});
  CHECK(svg.find(">Aland<") != std::string::npos);
  CHECK(svg.find("View: status asserted, planned, possible.") != std::string::npos);
  CHECK(svg.find("3 actors, 4 relations from 2 documents.") != std::string::npos);
  CHECK(svg.find("stroke-dasharray") != std::string::npos);
  CHECK(count(svg, "class=\"edge\"") - count(svg, "&gt;legend") / 2 == 3);  // The legend's are named twice each.
  for (const char* explained : {"person", "organization", "country", "cooperation", "conflict", "structural",
                                "asserted", "planned", "who to whom", "mutual"})
    CHECK(svg.find(">" + std::string(explained) + "<") != std::string::npos);
  CHECK(svg.find(">possible<") == std::string::npos);  // Nothing in it is.
  CHECK(svg == exported("svg", net, {.statuses = default_statuses}));
  CHECK(exported("png", net).substr(1, 3) == "PNG");
  CHECK(exported("pdf", net).substr(0, 4) == "%PDF");
}

TEST_CASE("every export format is listed once and found by its name", "[export]") {
  for (const auto& format : export_formats()) CHECK(find_export_format(format.name) == &format);
  CHECK(find_export_format("nothing") == nullptr);
}
