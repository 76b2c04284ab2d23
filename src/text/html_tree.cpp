#include "text/html_tree.hpp"

#include <libxml/HTMLparser.h>

#include <new>

#include "entente/error.hpp"
#include "text/wording.hpp"

namespace entente::html {

Tree parse(const std::string& bytes, bool other_encoding, std::string_view where) {
  constexpr int options =
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxt*)> context(htmlNewParserCtxt(), htmlFreeParserCtxt);
  if (context == nullptr) throw std::bad_alloc();
  Tree tree(htmlCtxtReadMemory(context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr,
                               other_encoding ? nullptr : "UTF-8", options),
            [](xmlDoc* d) { xmlFreeDoc(d); });
  // The parser halts at a limit of its own; half a page must not pass for the whole.
  if (context->disableSAX != 0) throw InputError(where, "", "HTML elements are nested too deeply");
  return tree;
}

std::string attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return {};
  std::string out(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return out;
}

std::string text_of(const xmlNode* node) {
  xmlChar* value = xmlNodeGetContent(node);
  if (value == nullptr) return {};
  std::string out;
  for (const char c : std::string_view(reinterpret_cast<const char*>(value))) {
    const bool space = wording::is_space(c) || c == '\r';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  xmlFree(value);
  return std::string(wording::trimmed(out));
}

}  // namespace entente::html
