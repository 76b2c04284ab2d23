#include "text/html_metadata.hpp"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "text/date.hpp"
#include "text/html_tree.hpp"
#include "text/utf8.hpp"
#include "text/wording.hpp"

namespace entente::html {

namespace {

/// What a page says of one thing, with the rank of the place that says it: a lower rank is more reliable.
struct Claim {
  std::string value;
  int rank = 1000;
  void offer(std::string_view text, int at_rank) {
    text = wording::trimmed(text);
    if (text.empty() || at_rank >= rank) return;
    value = std::string(text);
    rank = at_rank;
  }
};

struct Claims {
  Claim title, date, url, source, language;
};

struct MetaKey {
  std::string_view key;  ///< Value of the name, property or itemprop attribute, lower case.
  Claim Claims::*claim;
  int rank;
};
const std::array meta_keys = {
    MetaKey{"og:title", &Claims::title, 20},
    MetaKey{"twitter:title", &Claims::title, 30},
    MetaKey{"dc.title", &Claims::title, 31},
    MetaKey{"article:published_time", &Claims::date, 10},
    MetaKey{"datepublished", &Claims::date, 11},
    MetaKey{"og:published_time", &Claims::date, 12},
    MetaKey{"parsely-pub-date", &Claims::date, 13},
    MetaKey{"sailthru.date", &Claims::date, 14},
    MetaKey{"publish-date", &Claims::date, 15},
    MetaKey{"publish_date", &Claims::date, 15},
    MetaKey{"pubdate", &Claims::date, 16},
    MetaKey{"dc.date.issued", &Claims::date, 17},
    MetaKey{"dc.date", &Claims::date, 18},
    MetaKey{"dcterms.created", &Claims::date, 19},
    MetaKey{"date", &Claims::date, 20},
    MetaKey{"og:url", &Claims::url, 20},
    MetaKey{"og:site_name", &Claims::source, 10},
    MetaKey{"dc.publisher", &Claims::source, 20},
    MetaKey{"application-name", &Claims::source, 30},
};

void read_meta(const xmlNode* node, Claims& claims) {
  const std::string content = attribute(node, "content");
  for (const char* kind : {"property", "name", "itemprop"}) {
    const std::string key = wording::folded(attribute(node, kind));
    const auto found = std::ranges::find(meta_keys, key, &MetaKey::key);
    if (found != meta_keys.end()) (claims.*(found->claim)).offer(content, found->rank);
  }
}

std::string_view string_member(const rapidjson::Value& object, const char* key) {
  const auto member = object.FindMember(key);
  if (member == object.MemberEnd() || !member->value.IsString()) return {};
  return {member->value.GetString(), member->value.GetStringLength()};
}

/// Schema.org data of one object; an array or a @graph of them is gone through by the caller.
void read_linked_object(const rapidjson::Value& object, Claims& claims) {
  claims.date.offer(string_member(object, "datePublished"), 5);
  claims.title.offer(string_member(object, "headline"), 15);
  const auto publisher = object.FindMember("publisher");
  if (publisher != object.MemberEnd() && publisher->value.IsObject())
    claims.source.offer(string_member(publisher->value, "name"), 15);
}

void read_linked_data(const xmlNode* script, Claims& claims) {
  rapidjson::Document document;
  const std::string text = text_of(script);
  document.Parse<rapidjson::kParseIterativeFlag>(text.c_str());
  if (document.HasParseError()) return;  // Of no account: the page's other data and its text stand.
  const auto each = [&](const rapidjson::Value& list) {
    for (const auto& value : list.GetArray())
      if (value.IsObject()) read_linked_object(value, claims);
  };
  if (document.IsArray()) each(document);
  if (!document.IsObject()) return;
  read_linked_object(document, claims);
  const auto graph = document.FindMember("@graph");
  if (graph != document.MemberEnd() && graph->value.IsArray()) each(graph->value);
}

/// "Accord signed in Lima | The Daily" → "Accord signed in Lima".
std::string without_site_name(std::string title, std::string_view site) {
  for (const std::string_view separator : {" | ", " – ", " — ", " - ", " « ", " :: "}) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    const auto tail = title.substr(at + separator.size());
    const bool names_site = wording::folded(tail) == wording::folded(site) || wording::words(tail).size() <= 3;
    if (names_site && wording::words(title.substr(0, at)).size() >= 3) return title.substr(0, at);
  }
  return title;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  if (url.starts_with("www.")) url.remove_prefix(4);
  return std::string(url);
}

void read_element(xmlNode* node, Claims& claims, std::string& page_title) {
  const auto tag = name(node);
  if (tag == "meta") read_meta(node, claims);
  if (tag == "html") claims.language.offer(attribute(node, "lang"), 10);
  if (tag == "link" && attribute(node, "rel") == "canonical") claims.url.offer(attribute(node, "href"), 10);
  if (tag == "time") claims.date.offer(attribute(node, "datetime"), 30);
  if (tag == "h1") claims.title.offer(text_of(node), 10);
  if (tag == "title" && page_title.empty()) page_title = text_of(node);
  if (tag == "script" && attribute(node, "type") == "application/ld+json") read_linked_data(node, claims);
}

}  // namespace

void read_metadata(xmlNode* root, Article& article) {
  Claims claims;
  std::string page_title;
  walk(
      root,
      [&](xmlNode* node) {
        if (is_element(node)) read_element(node, claims, page_title);
        return node->type == XML_ELEMENT_NODE || node->type == XML_HTML_DOCUMENT_NODE;
      },
      [](xmlNode*) {});
  claims.source.offer(host_of(claims.url.value), 100);
  claims.title.offer(without_site_name(page_title, claims.source.value), 50);
  article.title = claims.title.value;
  article.date = claims.date.value;
  article.url = claims.url.value;
  article.source = claims.source.value;
  article.language = claims.language.value;
}

}  // namespace entente::html
