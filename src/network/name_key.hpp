#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "entente/knowledge.hpp"

/// Names reduced to what does not change with spelling: two names with the same key are the same name.
namespace entente::network {

/// Lower case, without diacritics; apostrophes and the dots of acronyms dropped, other punctuation a space; words
/// separated by one space.
std::string fold(std::string_view name);

/// A person's name, reduced.
struct PersonName {
  std::vector<std::string> words;  ///< Given names first; skeletons. An initial is a single letter.
  std::string suffix;              ///< "jr", "ii" ... tells namesakes apart.

  std::string key() const;
};
PersonName person_name(std::string_view name, const NameVariants& variants);

/// `brief` leaves out middle names, or abbreviates given names, of `full`: "Bruno Rodríguez" of "Bruno Rodríguez
/// Parrilla", "S. Lavrov" of "Sergey Lavrov". Both have at least two words; `brief` not more than `full`.
/// @param same_country both belong to the same state, as far as known: a name may then lack its second surname.
bool abbreviates(const PersonName& brief, const PersonName& full, bool same_country);

/// An organization's, region's or place's name, reduced: "the", legal forms ("Ltd") and differences of British and
/// American spelling dropped.
std::string body_key(std::string_view name);

/// Every word of the key is one that many bodies share ("foreign ministry", "supreme court").
bool is_generic(std::string_view body_key);

/// For identifiers: folded, words joined with '-'. Letters outside ASCII are kept.
std::string slug(std::string_view name);

}  // namespace entente::network
