#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "entente/record.hpp"

namespace entente::relation {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using WordSet = tsl::robin_set<std::string, StringHash, std::equal_to<>, std::allocator<std::string>, true>;
template <class T>
using WordMap = tsl::robin_map<std::string, T, StringHash, std::equal_to<>, std::allocator<std::pair<std::string, T>>, true>;

/// What a word does to the status of the predicate it governs ("plans to", "refused to", "called for", "suspended its").
enum class Operator : std::uint8_t { none, planned, possible, wanted, negated, ended, attempt };

/// The closed and half-closed word lists of the relation layer (data/language/context.json): words that shape status and claimant,
/// support verbs, control.
struct Lexicon {
  WordMap<Operator> governors;      ///< Of a clausal complement: "plan", "refuse", "ready", "call" ...
  WordMap<Operator> carriers;       ///< Of a noun predicate as object: "suspend", "demand", "announce" ...
  WordMap<Operator> modifiers;      ///< Adjectives and prefixes of a noun predicate: "former", "planned", "possible" ...
  WordSet support;                  ///< Support verbs: the noun's subject is theirs and their prepositions are the noun's.
  WordSet speech;                   ///< Verbs and nouns that attribute a claim to their subject.
  WordSet subject_control;          ///< Verbs whose infinitive's subject is theirs although they have an object: "promise X to".
  WordSet agents;                   ///< Nouns of persons, groups and their means ("rebel", "convoy"): with a state or body before them they act for it.
  std::vector<std::string> blame, praise;  ///< Adjectives and nouns of judgement, which frames name as "<blame>" and "<praise>".
  WordSet suffered;                 ///< Nouns of deeds whose of-argument suffers them: the arrest, the invasion of X.
  WordMap<std::vector<std::string>> acts;  ///< Nouns that take up a deed told before ("the ruling") and the verbs that tell it; "*": any.
  WordSet civil;                    ///< Words in names of bodies of citizens: the body is of the state\'s people, no part of the state ("workers").
  WordSet conflict;                 ///< Relations for which an attempt counts as the fact.

  /// @throws InputError naming the file and JSON pointer.
  static Lexicon load(const std::filesystem::path& file);
};

}  // namespace entente::relation
