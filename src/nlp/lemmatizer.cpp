#include "nlp/lemmatizer.hpp"

#include <algorithm>

#include "nlp/hash.hpp"
#include "nlp/pack.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

Lemmatizer Lemmatizer::load(const std::filesystem::path& model_dir) {
  const Pack pack(model_dir / "lemmatizer" / "lookups" / "lookups.bin");
  Lemmatizer lemmatizer;
  const auto each_table = [&](const char* name, auto read) {
    pack.each_pair(pack.need(pack.root(), name, "lookups"), name, [&](const msgpack::object& pos, const msgpack::object& content) {
      if (pos.type != msgpack::type::POSITIVE_INTEGER) pack.error(name, "expected string ids as keys");
      read(lemmatizer.tables_[pos.via.u64], content);
    });
  };
  each_table("lemma_rules", [&](Table& table, const msgpack::object& rules) {
    pack.each(rules, "lemma_rules", [&](const msgpack::object& rule) {
      std::vector<std::string> ends;
      pack.each(rule, "lemma_rules", [&](const msgpack::object& end) { ends.emplace_back(pack.text(end, "lemma_rules")); });
      if (ends.size() != 2) pack.error("lemma_rules", "expected pairs of suffixes");
      table.rules.emplace_back(std::move(ends[0]), std::move(ends[1]));
    });
  });
  each_table("lemma_exc", [&](Table& table, const msgpack::object& exceptions) {
    if (exceptions.type == msgpack::type::MAP) table.exceptions = FlatMap<std::vector<std::string>>(exceptions.via.map.size);
    pack.each_pair(exceptions, "lemma_exc", [&](const msgpack::object& form, const msgpack::object& lemmas) {
      auto& list = table.exceptions[string_hash(pack.text(form, "lemma_exc"))];
      pack.each(lemmas, "lemma_exc", [&](const msgpack::object& lemma) { list.emplace_back(pack.text(lemma, "lemma_exc")); });
    });
  });
  each_table("lemma_index", [&](Table& table, const msgpack::object& forms) {
    if (forms.type == msgpack::type::ARRAY) table.index = HashSet(forms.via.array.size);
    pack.each(forms, "lemma_index", [&](const msgpack::object& form) { table.index.insert(string_hash(pack.text(form, "lemma_index"))); });
  });
  return lemmatizer;
}

namespace {

/// The value of a feature in "A=x|B=y"; empty where it is not there.
std::string_view feature(std::string_view morph, std::string_view name) {
  while (!morph.empty()) {
    const auto bar = morph.find('|');
    const std::string_view item = morph.substr(0, bar);
    if (item.size() > name.size() && item.starts_with(name) && item[name.size()] == '=') return item.substr(name.size() + 1);
    morph = bar == std::string_view::npos ? std::string_view() : morph.substr(bar + 1);
  }
  return {};
}

/// Whether the word is its own lemma by its features (spacy/lang/en/lemmatizer.py).
bool is_base_form(std::string_view pos, std::string_view morph) {
  const std::string_view number = feature(morph, "Number"), form = feature(morph, "VerbForm");
  if (pos == "noun" && number == "Sing") return true;
  if (pos == "verb" && form == "Fin" && feature(morph, "Tense") == "Pres" && number.empty()) return true;
  return form == "Inf" || form == "None" || feature(morph, "Degree") == "Pos";
}

}  // namespace

std::string Lemmatizer::lemma(std::string_view text, std::string_view pos, std::string_view morph) const {
  const std::string lower_pos = lower(pos);
  if (lower_pos.empty() || lower_pos == "eol" || lower_pos == "space" || is_base_form(lower_pos, morph)) return lower(text);
  const auto found = tables_.find(string_id(lower_pos));
  if (found == tables_.end()) return lower_pos == "propn" ? std::string(text) : lower(text);
  return by_rules(found->second, text);
}

std::string Lemmatizer::by_rules(const Table& table, std::string_view text) const {
  const std::string word = lower(text);
  std::string known, unknown_word, unlisted;  // the latest known form, the first that is no plain word, the first that is not listed
  std::vector<std::string> forms;             // known and non-alphabetic ones, to keep exceptions from repeating them
  for (const auto& [old_end, new_end] : table.rules) {
    if (!word.ends_with(old_end)) continue;
    std::string form = word.substr(0, word.size() - old_end.size()) + new_end;
    if (form.empty()) continue;
    const bool listed = table.index.contains(string_hash(form));
    if (listed) known = form;
    else if (!all_alpha(form)) unknown_word = unknown_word.empty() ? form : unknown_word;
    else {
      unlisted = unlisted.empty() ? form : unlisted;
      continue;
    }
    forms.push_back(std::move(form));
  }
  std::string best = !known.empty() ? known : unknown_word;
  if (const auto* exceptions = table.exceptions.find(string_hash(word)))
    for (const std::string& form : *exceptions) {
      if (std::find(forms.begin(), forms.end(), form) != forms.end()) continue;
      best = form;
      forms.push_back(form);
    }
  if (!best.empty()) return best;
  return !unlisted.empty() ? unlisted : std::string(text);
}

}  // namespace entente::nlp
