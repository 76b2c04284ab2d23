#include "nlp/hash.hpp"

#include <algorithm>

namespace entente::nlp {

namespace {

/// Up to eight bytes as a little-endian number. Written so that it can also run while compiling.
constexpr std::uint64_t little_endian(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  return value;
}

constexpr std::uint64_t murmur_hash(std::string_view text) {
  constexpr std::uint64_t multiplier = 0xc6a4a7935bd1e995, seed = 1;
  constexpr int shift = 47;
  const char* p = text.data();
  std::uint64_t h = seed ^ (text.size() * multiplier);
  for (std::size_t left = text.size() / 8; left > 0; --left, p += 8) {
    std::uint64_t k = little_endian(p, 8);
    k *= multiplier;
    k ^= k >> shift;
    k *= multiplier;
    h ^= k;
    h *= multiplier;
  }
  if (const std::size_t rest = text.size() % 8) {
    h ^= little_endian(p, rest);
    h *= multiplier;
  }
  h ^= h >> shift;
  h *= multiplier;
  h ^= h >> shift;
  return h;
}

}  // namespace

std::uint64_t string_hash(std::string_view text) { return murmur_hash(text); }

namespace {

struct Symbol {
  std::string_view name;
  std::uint16_t id;
};

// The names spaCy numbers (spacy/symbols.pyx), FLAG19..63 and DEPRECATED001..276 aside.
constexpr Symbol symbols[] = {
    {"ADJ", 84}, {"ADP", 85}, {"ADV", 86}, {"AUX", 87}, {"CARDINAL", 397}, {"CCONJ", 89}, {"CLUSTER", 72},
    {"CONJ", 88}, {"DATE", 391}, {"DEP", 76}, {"DET", 90}, {"ENT_ID", 454}, {"ENT_IOB", 77}, {"ENT_KB_ID", 452},
    {"ENT_TYPE", 78}, {"EOL", 102}, {"EVENT", 387}, {"FACILITY", 382}, {"GPE", 384}, {"HEAD", 79}, {"ID", 64},
    {"IDX", 455}, {"INTJ", 91}, {"IS_ALPHA", 1}, {"IS_ASCII", 2}, {"IS_BRACKET", 14}, {"IS_CURRENCY", 18},
    {"IS_DIGIT", 3}, {"IS_LEFT_PUNCT", 16}, {"IS_LOWER", 4}, {"IS_OOV_DEPRECATED", 13}, {"IS_PUNCT", 5},
    {"IS_QUOTE", 15}, {"IS_RIGHT_PUNCT", 17}, {"IS_SPACE", 6}, {"IS_STOP", 12}, {"IS_TITLE", 7}, {"IS_UPPER", 8},
    {"LANG", 83}, {"LANGUAGE", 389}, {"LAW", 390}, {"LEMMA", 73}, {"LENGTH", 71}, {"LIKE_EMAIL", 11},
    {"LIKE_NUM", 10}, {"LIKE_URL", 9}, {"LOC", 385}, {"LOWER", 66}, {"MONEY", 394}, {"MORPH", 453}, {"NORM", 67},
    {"NORP", 381}, {"NOUN", 92}, {"NUM", 93}, {"ORDINAL", 396}, {"ORG", 383}, {"ORTH", 65}, {"PART", 94},
    {"PERCENT", 393}, {"PERSON", 380}, {"POS", 74}, {"PREFIX", 69}, {"PROB", 82}, {"PRODUCT", 386}, {"PRON", 95},
    {"PROPN", 96}, {"PUNCT", 97}, {"QUANTITY", 395}, {"SCONJ", 98}, {"SENT_START", 80}, {"SHAPE", 68}, {"SPACE", 103},
    {"SPACY", 81}, {"SUFFIX", 70}, {"SYM", 99}, {"TAG", 75}, {"TIME", 392}, {"VERB", 100}, {"WORK_OF_ART", 388},
    {"X", 101}, {"_", 456}, {"acl", 451}, {"acomp", 398}, {"advcl", 399}, {"advmod", 400}, {"agent", 401},
    {"amod", 402}, {"appos", 403}, {"attr", 404}, {"aux", 405}, {"auxpass", 406}, {"cc", 407}, {"ccomp", 408},
    {"complm", 409}, {"conj", 410}, {"cop", 411}, {"csubj", 412}, {"csubjpass", 413}, {"dep", 414}, {"det", 415},
    {"dobj", 416}, {"expl", 417}, {"hmod", 418}, {"hyph", 419}, {"infmod", 420}, {"intj", 421}, {"iobj", 422},
    {"mark", 423}, {"meta", 424}, {"neg", 425}, {"nmod", 426}, {"nn", 427}, {"npadvmod", 428}, {"nsubj", 429},
    {"nsubjpass", 430}, {"num", 431}, {"number", 432}, {"obj", 434}, {"obl", 435}, {"oprd", 433}, {"parataxis", 436},
    {"partmod", 437}, {"pcomp", 438}, {"pobj", 439}, {"poss", 440}, {"possessive", 441}, {"preconj", 442},
    {"prep", 443}, {"prt", 444}, {"punct", 445}, {"quantmod", 446}, {"rcmod", 448}, {"relcl", 447}, {"root", 449},
    {"xcomp", 450},
};

/// The reserved symbols by hash, in open addressing; made while compiling.
class SymbolTable {
 public:
  constexpr SymbolTable() {
    for (const Symbol& symbol : symbols) add(symbol.name, symbol.id);
    for (std::uint16_t i = 19; i <= 63; ++i) add_numbered("FLAG", 2, i, i);
    for (std::uint16_t i = 1; i <= 276; ++i) add_numbered("DEPRECATED", 3, i, static_cast<std::uint16_t>(103 + i));
  }

  /// 0 where no symbol has this hash.
  constexpr std::uint16_t find(std::uint64_t hash) const { return ids_[slot(hash)]; }

 private:
  static constexpr std::size_t capacity = 1024;

  constexpr std::size_t slot(std::uint64_t hash) const {
    std::size_t i = hash % capacity;
    while (ids_[i] != 0 && hashes_[i] != hash) i = (i + 1) % capacity;
    return i;
  }
  constexpr void add(std::string_view name, std::uint16_t id) {
    const std::uint64_t hash = murmur_hash(name);
    const std::size_t i = slot(hash);
    hashes_[i] = hash;
    ids_[i] = id;
  }
  constexpr void add_numbered(std::string_view prefix, std::size_t digits, unsigned number, std::uint16_t id) {
    char name[16] = {};
    std::copy(prefix.begin(), prefix.end(), name);
    for (std::size_t i = digits; i > 0; --i, number /= 10) name[prefix.size() + i - 1] = static_cast<char>('0' + number % 10);
    add(std::string_view(name, prefix.size() + digits), id);
  }

  std::uint64_t hashes_[capacity] = {};
  std::uint16_t ids_[capacity] = {};
};

constexpr SymbolTable symbol_table;

}  // namespace

std::uint64_t string_id(std::string_view text, std::uint64_t hash) {
  if (text.empty()) return 0;
  const std::uint16_t symbol = symbol_table.find(hash);
  return symbol != 0 ? symbol : hash;
}

std::uint64_t string_id(std::string_view text) { return string_id(text, string_hash(text)); }

}  // namespace entente::nlp
