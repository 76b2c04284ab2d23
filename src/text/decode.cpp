#include <rapidjson/document.h>

#include "entente/error.hpp"
#include "text/date.hpp"
#include "text/html.hpp"
#include "text/input.hpp"
#include "text/json.hpp"
#include "text/utf8.hpp"

namespace entente {

namespace {

std::string where(const RawDocument& raw) { return raw.place.empty() ? raw.file : raw.file + ": " + raw.place; }

/// For strings that go into one line of output.
std::string one_line(std::string_view text) {
  std::string out = normalized(std::string(text));
  for (char& c : out)
    if (c == '\n' || c == '\t') c = ' ';
  return out;
}

void check_utf8(RawDocument& raw, bool replace_invalid) {
  const auto invalid = first_invalid_utf8(raw.bytes);
  if (!invalid) return;
  if (replace_invalid) {
    raw.bytes = replace_invalid_utf8(raw.bytes);
    return;
  }
  const bool wide = raw.bytes.starts_with("\xFF\xFE") || raw.bytes.starts_with("\xFE\xFF");
  throw InputError(where(raw), "byte " + std::to_string(*invalid), wide ? "UTF-16, expected UTF-8" : "invalid UTF-8");
}

std::string optional_string(const json::Node& root, const char* key) {
  const auto node = root.find(key);
  return node ? one_line(node->string()) : "";
}

/// An identifier may be a string or a whole number.
std::string identifier(const json::Node& root) {
  const json::Node id = root.at("id");
  if (id.value().IsUint64()) return std::to_string(id.value().GetUint64());
  if (id.value().IsInt64()) return std::to_string(id.value().GetInt64());
  std::string text = one_line(id.string());
  if (text.empty()) id.fail("the identifier is empty");
  return text;
}

Decoded from_json(RawDocument& raw) {
  const std::string place = where(raw);
  if (raw.bytes.starts_with("{\"document\":")) return RecordLine{std::move(raw.bytes), place};
  rapidjson::Document document;
  json::parse(document, raw.bytes, place);
  const json::Node root(document, place);
  if (!root.find("text") && root.find("document")) return RecordLine{std::move(raw.bytes), place};
  Article article;
  article.id = raw.id = identifier(root);
  article.text = normalized(std::string(root.at("text").string()));
  article.title = optional_string(root, "title");
  article.date = optional_string(root, "date");
  article.url = optional_string(root, "url");
  article.source = optional_string(root, "source");
  article.language = optional_string(root, "language");
  return article;
}

Article from_text(RawDocument& raw) {
  Article article;
  article.id = raw.id;
  article.text = normalized(std::move(raw.bytes));
  return article;
}

}  // namespace

Decoded decode(RawDocument& raw, bool replace_invalid) {
  const std::string place = where(raw);
  if (raw.form == RawDocument::Form::failure) throw InputError(place, "", raw.bytes);
  if (raw.form != RawDocument::Form::html || !declares_other_encoding(raw.bytes)) check_utf8(raw, replace_invalid);
  Decoded decoded;
  if (raw.form == RawDocument::Form::json) {
    decoded = from_json(raw);
  } else if (raw.form == RawDocument::Form::html) {
    Article article = article_from_html(raw.bytes, place);
    article.id = raw.id;
    decoded = std::move(article);
  } else {
    decoded = from_text(raw);
  }
  if (auto* article = std::get_if<Article>(&decoded)) {
    if (article->text.find_first_not_of(" \n\t") == std::string::npos)
      throw InputError(place, "", "the document is empty");
    if (const auto date = iso_date(article->date)) article->date = *date;
  }
  return decoded;
}

}  // namespace entente
