#include "text/html.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/html_metadata.hpp"
#include "text/html_tree.hpp"
#include "text/utf8.hpp"
#include "text/wording.hpp"
#include "text/words.hpp"

namespace entente {

namespace {

using html::attribute;
using html::is_element;
using html::name;

constexpr std::array<std::string_view, 24> never_text = {
    "script", "style",  "noscript", "template", "head",   "nav",   "footer", "form",
    "button", "select", "textarea", "input",    "iframe", "svg",   "canvas", "object",
    "video",  "audio",  "menu",     "dialog",   "aside",  "label", "map",    "math"};
constexpr std::array<std::string_view, 40> blocks = {
    "html",   "body",       "p",          "div",     "article", "section", "main",    "header",   "h1",    "h2",
    "h3",     "h4",         "h5",         "h6",      "ul",      "ol",      "li",      "dl",       "dt",    "dd",
    "figure", "figcaption", "table",      "tr",      "td",      "th",      "pre",     "hr",       "tbody", "thead",
    "tfoot",  "caption",    "blockquote", "address", "center",  "details", "summary", "fieldset", "title", "hgroup"};

/// Words that authors of pages put into class and id of what is not the article.
constexpr std::array<std::string_view, 54> furniture_words = {
    "ad",         "ads",        "advert",      "advertisement", "banner",    "breadcrumb", "breadcrumbs",  "comment",
    "comments",   "consent",    "cookie",      "cookies",       "copyright", "credit",     "disqus",       "footer",
    "gdpr",       "login",      "masthead",    "menu",          "modal",     "more",       "nav",          "navbar",
    "navigation", "newsletter", "outbrain",    "paywall",       "popular",   "popup",      "promo",        "rail",
    "readmore",   "recirc",     "recommended", "related",       "respond",   "share",      "sharing",      "sidebar",
    "signup",     "skip",       "social",      "sponsor",       "sponsored", "subscribe",  "subscription", "taboola",
    "tags",       "teaser",     "toolbar",     "trending",      "widget",    "tagcloud"};

/// One paragraph of the page.
struct Piece {
  std::string text;
  std::size_t linked = 0;  ///< Bytes of text inside links.
  const xmlNode* block = nullptr;
  bool doubtful = false;  ///< Inside an element whose class or id speaks of furniture.
};

bool names_furniture(const xmlNode* node) {
  for (const char* key : {"class", "id", "role"}) {
    const std::string value = wording::folded(attribute(node, key));
    for (std::size_t at = 0; at < value.size();) {
      const std::size_t end = std::min(value.find_first_of(" -_", at), value.size());
      if (is_one_of(std::string_view(value).substr(at, end - at), furniture_words)) return true;
      at = end + 1;
    }
  }
  return attribute(node, "role") == "complementary";
}

bool is_hidden(const xmlNode* node) {
  const std::string style = attribute(node, "style");
  return attribute(node, "aria-hidden") == "true" || style.find("display:none") != std::string::npos ||
         style.find("display: none") != std::string::npos ||
         xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr;
}

bool carries_text(const xmlNode* node) {
  const auto tag = name(node);
  if (is_one_of(tag, never_text)) return false;
  return tag == "html" || tag == "body" || !is_hidden(node);
}

/// Collects the paragraphs of a page in order.
class Collector {
 public:
  std::vector<Piece> collect(xmlNode* root) {
    html::walk(
        root, [this](xmlNode* node) { return enter(node); }, [this](xmlNode* node) { leave(node); });
    flush();
    return std::move(pieces_);
  }

 private:
  bool enter(xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      add(reinterpret_cast<const char*>(node->content));
    if (node->type == XML_HTML_DOCUMENT_NODE) return true;
    if (!is_element(node) || !carries_text(node)) return false;
    const auto tag = name(node);
    if (is_one_of(tag, blocks)) flush(), block_ = node;
    if (tag == "br") line_break();
    if (tag == "a") ++links_;
    const bool may_be_furniture = tag != "html" && tag != "body" && tag != "article" && tag != "main";
    if (doubtful_from_ == nullptr && may_be_furniture && names_furniture(node)) flush(), doubtful_from_ = node;
    return true;
  }

  void leave(const xmlNode* node) {
    if (!is_element(node)) return;
    const auto tag = name(node);
    if (is_one_of(tag, blocks) || node == doubtful_from_) {
      flush();
      block_ = node->parent;
    }
    if (tag == "a") --links_;
    if (node == doubtful_from_) doubtful_from_ = nullptr;
  }

  void add(std::string_view text) {
    for (const char c : text) {
      const bool space = wording::is_space(c) || c == '\r';
      if (space && (piece_.text.empty() || wording::is_space(piece_.text.back()))) continue;
      piece_.text += space ? ' ' : c;
      if (links_ > 0) ++piece_.linked;
    }
  }

  /// Two breaks in a row end a paragraph.
  void line_break() {
    if (piece_.text.ends_with('\n'))
      flush();
    else if (!piece_.text.empty())
      piece_.text += '\n';
  }

  void flush() {
    const auto text = wording::trimmed(piece_.text);
    if (!text.empty()) pieces_.push_back({std::string(text), piece_.linked, block_, doubtful_from_ != nullptr});
    piece_ = {};
  }

  std::vector<Piece> pieces_;
  Piece piece_;
  const xmlNode* block_ = nullptr;
  const xmlNode* doubtful_from_ = nullptr;
  int links_ = 0;
};

/// How much running text a paragraph holds; lists of links and captions of buttons hold none.
std::size_t prose(const Piece& piece) {
  return piece.text.size() >= 40 && piece.linked * 3 < piece.text.size() && wording::is_prose(piece.text, 5)
             ? piece.text.size()
             : 0;
}

using Masses = std::unordered_map<const xmlNode*, std::size_t>;

/// The prose below each element, summed from the leaves upwards.
Masses weigh(xmlNode* root, const std::vector<Piece>& pieces) {
  Masses masses;
  for (const Piece& piece : pieces)
    if (const std::size_t mass = prose(piece); mass > 0) masses[piece.block] += mass;
  html::walk(
      root, [](xmlNode* node) { return is_element(node) || node->type == XML_HTML_DOCUMENT_NODE; },
      [&](xmlNode* node) {
        const auto own = masses.find(node);
        if (own != masses.end() && node != root) masses[node->parent] += own->second;
      });
  return masses;
}

bool is_article_body(const xmlNode* node) {
  return name(node) == "article" || wording::folded(attribute(node, "itemprop")) == "articlebody";
}

/// The element that holds the main text: the innermost one declared as the article's body that has a good part of the
/// page's prose, else the innermost of all that holds most of it.
const xmlNode* main_element(xmlNode* root, const Masses& masses) {
  const auto mass = [&](const xmlNode* node) {
    const auto found = masses.find(node);
    return found == masses.end() ? std::size_t{0} : found->second;
  };
  const std::size_t total = mass(root);
  const xmlNode *declared = nullptr, *fullest = root;
  html::walk(
      root,
      [&](xmlNode* node) {
        const std::size_t here = mass(node);
        if (here * 3 < total || here == 0) return false;
        if (here * 5 >= total * 3) fullest = node;
        if (is_element(node) && is_article_body(node) && (declared == nullptr || here * 5 >= mass(declared) * 4))
          declared = node;
        return true;
      },
      [](xmlNode*) {});
  if (declared != nullptr) return declared;
  // A single paragraph does not stand for its page: its neighbours belong to it.
  return fullest != root && name(fullest) == "p" ? fullest->parent : fullest;
}

std::unordered_set<const xmlNode*> elements_in(const xmlNode* root) {
  std::unordered_set<const xmlNode*> elements;
  html::walk(
      const_cast<xmlNode*>(root), [&](xmlNode* node) { return is_element(node) && elements.insert(node).second; },
      [](xmlNode*) {});
  return elements;
}

/// Related links and the like inside the article: nearly all of it is a link, and it is no sentence.
bool is_link_line(const Piece& piece) {
  return piece.linked * 10 >= piece.text.size() * 9 && !wording::is_prose(piece.text);
}

std::string main_text(xmlNode* root, const std::string& title) {
  std::vector<Piece> pieces = Collector().collect(root);
  std::size_t all = 0, doubtful = 0;
  for (const Piece& piece : pieces) {
    all += prose(piece);
    doubtful += piece.doubtful ? prose(piece) : 0;
  }
  // Where most of the prose would go, the names mean something else ("page has-sidebar").
  if (doubtful * 2 < all) std::erase_if(pieces, [](const Piece& piece) { return piece.doubtful; });
  const auto inside = elements_in(main_element(root, weigh(root, pieces)));
  std::string text;
  bool titled = title.empty();
  for (const Piece& piece : pieces) {
    if (!inside.contains(piece.block) || is_link_line(piece)) continue;
    titled = titled || wording::folded(piece.text) == wording::folded(title);
    text += (text.empty() ? "" : "\n\n") + piece.text;
  }
  return titled || text.empty() ? text : title + "\n\n" + text;
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  const std::string head = wording::folded(bytes.substr(0, 2048));
  for (const std::string_view mark : {"<!doctype html", "<html", "<head>", "<body", "<article", "<meta "})
    if (head.find(mark) != std::string::npos) return true;
  return false;
}

bool declares_other_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.starts_with("\xEF\xBB\xBF")) return false;
  const std::string head = wording::folded(bytes.substr(0, 4096));
  std::size_t at = head.find("charset=");
  if (at == std::string::npos) return false;
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return false;
  const std::string_view rest = std::string_view(head).substr(at);
  return !rest.starts_with("utf-8") && !rest.starts_with("utf8");
}

Article article_from_html(const std::string& bytes, std::string_view where) {
  Article article;
  const html::Tree tree = html::parse(bytes, declares_other_encoding(bytes), where);
  xmlNode* root = tree == nullptr ? nullptr : xmlDocGetRootElement(tree.get());
  if (root == nullptr) return article;
  html::read_metadata(root, article);
  for (std::string* field : {&article.title, &article.date, &article.url, &article.source, &article.language}) {
    *field = normalized(std::move(*field));
    std::ranges::replace(*field, '\n', ' ');
  }
  article.text = normalized(main_text(root, article.title));
  return article;
}

}  // namespace entente
