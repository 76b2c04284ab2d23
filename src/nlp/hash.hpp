#pragma once
#include <cstdint>
#include <string_view>

namespace entente::nlp {

/// MurmurHash64A (Austin Appleby, public domain algorithm) with seed 1: spaCy's hash of a string.
std::uint64_t string_hash(std::string_view text);

/// spaCy's id of a string: 0 for "", a small number for its reserved symbols ("NOUN", "nsubj", "dep", ...), else the hash.
std::uint64_t string_id(std::string_view text);

/// As string_id, where the hash is known already.
std::uint64_t string_id(std::string_view text, std::uint64_t hash);

}  // namespace entente::nlp
