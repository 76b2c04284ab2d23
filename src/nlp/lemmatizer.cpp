#include "nlp/lemmatizer.hpp"

#include <algorithm>

#include "nlp/hash.hpp"
#include "nlp/pack_visitor.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

/// Reads lookups.bin: {table: {part of speech: content}}, where the content is a list of pairs of suffixes (lemma_rules), a map from
/// forms to lists of lemmas (lemma_exc) or a list of forms (lemma_index).
class LemmaTableReader : public PackVisitor<LemmaTableReader> {
 public:
  LemmaTableReader(std::filesystem::path file, std::map<std::uint64_t, Lemmatizer::Table>& tables) : PackVisitor(std::move(file)), tables_(tables) {
    set_part("lookups");
    run();
    if (tables_.empty()) fail(this->file(), "lookups", "\"lemma_rules\" is missing");
  }

  void text(std::string_view text) {
    if (level() == 1 && in_key()) return begin_kind(text);
    if (!table_ || level() < 3) unexpected();
    if (kind_ == Kind::rules && level() == 4) return add_suffix(text);
    if (kind_ == Kind::exceptions && level() == 3 && in_key()) exceptions_ = &table_->exceptions[string_hash(text)];
    else if (kind_ == Kind::exceptions && level() == 4) exceptions_->emplace_back(text);
    else if (kind_ == Kind::index && level() == 3) table_->index.insert(string_hash(text));
    else if (kind_ != Kind::other) unexpected();
  }
  void number(std::uint64_t id) {
    if (level() == 2 && in_key()) table_ = &tables_[id];
    else if (kind_ != Kind::other) unexpected();
  }
  void list(std::size_t size) {
    if (kind_ == Kind::index && level() == 3) table_->index = HashSet(sane(size));
    new_pair_ = true;
  }
  void end_list() {
    if (kind_ == Kind::rules && level() == 4 && !new_pair_) unexpected();
  }

 private:
  enum class Kind { rules, exceptions, index, other };

  void begin_kind(std::string_view name) {
    kind_ = name == "lemma_rules" ? Kind::rules : name == "lemma_exc" ? Kind::exceptions : name == "lemma_index" ? Kind::index : Kind::other;
    set_part(std::string(name));
  }
  void add_suffix(std::string_view text) {
    if (new_pair_) table_->rules.emplace_back(text, "");
    else table_->rules.back().second = text;
    new_pair_ = !new_pair_;
  }

  std::map<std::uint64_t, Lemmatizer::Table>& tables_;
  Lemmatizer::Table* table_ = nullptr;
  std::vector<std::string>* exceptions_ = nullptr;
  Kind kind_ = Kind::other;
  bool new_pair_ = true;
};

Lemmatizer Lemmatizer::load(const std::filesystem::path& model_dir) {
  Lemmatizer lemmatizer;
  LemmaTableReader(model_dir / "lemmatizer" / "lookups" / "lookups.bin", lemmatizer.tables_);
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
