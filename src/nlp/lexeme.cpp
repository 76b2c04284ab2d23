#include "nlp/lexeme.hpp"

#include "nlp/hash.hpp"
#include "nlp/pack.hpp"
#include "nlp/unicode.hpp"

namespace entente::nlp {

namespace {

// spaCy's norms for every language (spacy/lang/norm_exceptions.py): signs that stand for the same thing share a norm.
struct BaseNorm {
  std::string_view norm;
  std::initializer_list<std::string_view> forms;
};
const BaseNorm base_norms[] = {
    {"'s", {"'s", "'S", "’s", "’S"}},
    {"'", {"’", "‘", "´", "`"}},
    {"\"", {"”", "“", "''", "``", "´´", "„", "»", "«", "‘‘", "’’"}},
    {"?", {"？"}},
    {"!", {"！"}},
    {",", {"，"}},
    {";", {"；"}},
    {":", {"："}},
    {".", {"。", "।"}},
    {"...", {"…"}},
    {"-", {"—", "–", "--", "---", "——"}},
    {"$", {"€", "£", "¥", "฿", "US$", "C$", "A$", "₺", "₹", "৳", "₩", "Mex$", "₣", "E£"}},
};

}  // namespace

NormTable::NormTable() {
  for (const BaseNorm& entry : base_norms)
    for (const std::string_view form : entry.forms) norms_[string_id(form)] = string_id(entry.norm);
}

NormTable NormTable::load(const std::filesystem::path& model_dir) {
  NormTable table;
  const auto file = model_dir / "vocab" / "lookups.bin";
  const Pack pack(file);
  const msgpack::object norms = pack.get(pack.root(), "lexeme_norm", "lexeme_norm");
  if (norms.is_nil()) return table;
  pack.each_pair(norms, "lexeme_norm", [&](const msgpack::object& key, const msgpack::object& value) {
    if (key.type != msgpack::type::POSITIVE_INTEGER) pack.error("lexeme_norm", "expected string ids as keys");
    table.norms_[key.via.u64] = string_id(pack.text(value, "lexeme_norm"));
  });
  return table;
}

const Lexeme& Lexicon::get(std::string_view text, std::uint64_t hash, bool* made) {
  const Lexeme*& entry = by_hash_[hash];
  if (made) *made = !entry;
  if (entry) return *entry;
  Lexeme& lexeme = lexemes_.emplace_back();
  lexeme.text = texts_.store(text);
  lexeme.index = static_cast<std::uint32_t>(lexemes_.size() - 1);
  lexeme.orth = string_id(text, hash);
  lexeme.lower = string_id(lower(text));
  const std::uint64_t* const norm = norms_->find(lexeme.orth);
  lexeme.norm = norm ? *norm : lexeme.lower;
  lexeme.prefix = string_id(first_character(text));
  lexeme.suffix = string_id(last_characters(text, 3));
  lexeme.shape = string_id(word_shape(text));
  lexeme.is_space = all_space(text);
  return *(entry = &lexeme);
}

void Lexicon::clear() {
  by_hash_.clear();
  lexemes_.clear();
  texts_.clear();
}

}  // namespace entente::nlp
