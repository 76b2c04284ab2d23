#include "support/export.hpp"

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "support/records.hpp"

namespace entente::test {

Network odd_network() {
  return network(
      {record("d1", "2020-02-05",
              "Ann \"A\" <Ames>/p/AAA\nAland/c/AAA\nBland, Land & Co/o/BBB = BLC\nAnn \"A\" <Ames> > leads > Aland\n"
              "Aland > supports > Bland, Land & Co by Ann \"A\" <Ames>\nAland > sanctions > Bland, Land & Co "
              "[planned]\nAland > meets > Bland, Land & Co"),
       record("d2", "2021", "Aland/c/AAA\nBLC/o/\nAland > supports > BLC [negated]")});
}

std::string exported(const std::string& format, const Network& network, const Filter& filter,
                     const ExportOptions& options) {
  const auto view = make_view(network, filter);
  std::ostringstream out;
  const auto* found = find_export_format(format);
  REQUIRE(found != nullptr);
  found->write(out, view, options);
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

}  // namespace entente::test
