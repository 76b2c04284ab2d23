#include "nlp/meta.hpp"

#include <rapidjson/document.h>

#include <algorithm>

#include "entente/nlp.hpp"
#include "nlp/config.hpp"
#include "nlp/file.hpp"

namespace entente::nlp {

Meta Meta::load(const std::filesystem::path& model_dir) {
  const auto file = model_dir / "meta.json";
  rapidjson::Document json;
  json.Parse(read_file(file));
  if (json.HasParseError() || !json.IsObject()) fail(file, "byte " + std::to_string(json.GetErrorOffset()), "not a JSON object");
  const auto text = [&](const char* key) -> std::string {
    const auto found = json.FindMember(key);
    if (found == json.MemberEnd() || !found->value.IsString()) fail(file, key, "expected a string");
    return {found->value.GetString(), found->value.GetStringLength()};
  };
  const std::string language = text("lang");
  return {language + "_" + text("name"), text("version")};
}

void check_components(const Config& config) {
  const auto expect = [&](const char* section, const char* key, const char* value) {
    if (const std::string found = config.text(section, key); found != value)
      fail(config.name(), std::string("[") + section + "] " + key, "\"" + found + "\" is not supported, expected \"" + value + "\"");
  };
  expect("nlp", "lang", "en");
  expect("nlp.tokenizer", "@tokenizers", "spacy.Tokenizer.v1");
  expect("components.lemmatizer", "mode", "rule");

  // Each component that runs must be one of these and come in this order; ner may stand anywhere, nothing depends on it.
  const std::vector<std::string> order{"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"};
  std::vector<std::string> running = config.texts("nlp", "pipeline");
  const std::vector<std::string> disabled = config.has("nlp", "disabled") ? config.texts("nlp", "disabled") : std::vector<std::string>{};
  std::erase_if(running, [&](const std::string& name) { return std::find(disabled.begin(), disabled.end(), name) != disabled.end(); });
  for (const std::string& name : running) expect(("components." + name).c_str(), "factory", name.c_str());
  const auto ner = std::find(running.begin(), running.end(), "ner");
  if (ner == running.end()) fail(config.name(), "[nlp] pipeline", "ner is missing");
  running.erase(ner);
  if (running == order) return;
  for (const std::string& name : order)
    if (std::find(running.begin(), running.end(), name) == running.end()) fail(config.name(), "[nlp] pipeline", name + " is missing");
  fail(config.name(), "[nlp] pipeline", "a component is unknown or out of place; expected tok2vec, tagger, parser, attribute_ruler, lemmatizer and ner");
}

}  // namespace entente::nlp
