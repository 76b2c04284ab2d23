#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tsl/robin_map.h>
#include <tsl/robin_set.h>

#include "entity/mentions.hpp"
#include "entity/phrase_index.hpp"
#include "entity/state_words.hpp"

namespace entente::entity {

/// How a listed form denotes what it denotes.
enum class Sense : std::uint8_t {
  country, country_adjective, country_demonym, seat, city,
  region, region_adjective, region_demonym, region_seat,
  organization, organization_seat,
  person,   ///< Only of a user's names.
  blocked,  ///< A longer phrase that must not be read as the shorter form in it ("Native American").
};

/// What an ambiguous form may be instead (bits).
enum Also : std::uint8_t { also_person = 1, also_place = 2, also_word = 4, also_country = 8, also_region = 16, also_organization = 32 };

/// One reading of a listed form.
struct Form {
  Sense sense = Sense::blocked;
  std::uint8_t also = 0;         ///< Also bits; 0 where the form is not ambiguous.
  bool plural = false;           ///< Of a demonym: "Mexicans".
  bool adjective = false;        ///< Of an organization: what its people are called before a role ("Republican senator").
  bool derived = false;          ///< A spelling made by the program ("Igad" of "IGAD"): weaker.
  bool user = false;             ///< Of a user's names: goes before all others.
  std::uint32_t index = 0;       ///< Into countries(), regions(), organizations() or persons(), by sense.
};

struct Country {
  std::string code, name, capital;
  bool metonymic_capital = false;
  std::string territory_of;
};

struct Region {
  std::string id, name, country, cls;
  bool state = false;            ///< A state of its time: "Soviet Union".
};

/// A listed organization or a state body with a name of its own.
struct Organization {
  std::string ref;               ///< "org:CELAC", "body:USA:Pentagon".
  std::string name, country, cls, part_of;
  std::vector<std::string> nouns;
};

/// A person of a user's names.
struct Person {
  std::string ref, name, country;
  char gender = 0;               ///< 'm', 'f' or 0.
};

struct Title {
  std::string title;
  OfficeKind office = OfficeKind::holds_office_in;
  char gender = 0;               ///< 'm', 'f' or 0.
  bool state_default = false, sending_state = false, swap = false, honorific = false, party = false, speaks = false, royal = false,
       unit = false;
  std::string body_hint;
  std::string country;           ///< Code of the only state that has the office, or of the one usually meant.
};

/// What a noun makes of a nationality before it (data/entities/body_nouns.json); several may hold.
struct BodyNoun {
  bool state = false;            ///< "Russian troops" is the state.
  bool body = false;             ///< With a capital an organization of its own: "Russian Foreign Ministry".
  bool members = false;          ///< With a region's adjective the region: "Latin American nations".
  std::string cls;               ///< Of the organization.
  bool plural = false, mass = false;
};

/// The program's common knowledge of actors (data/entities/README.md). Immutable after loading; safe to share between threads.
class Gazetteer {
 public:
  /// @param directory data/entities; @param names a user's file of further names (docs/formats.md), or none.
  /// @throws InputError naming the file and the JSON pointer of what is missing or wrong.
  static Gazetteer load(const std::filesystem::path& directory, const std::filesystem::path& names = {});

  std::span<const Country> countries() const { return countries_; }
  std::span<const Region> regions() const { return regions_; }
  std::span<const Organization> organizations() const { return organizations_; }
  std::span<const Person> persons() const { return persons_; }
  std::span<const Title> titles() const { return titles_; }

  /// Forms of names as folded by `fold`, in their own case; values index `forms()`.
  const PhraseIndex& names() const { return names_; }
  /// The same in upper case, for headlines in capitals.
  const PhraseIndex& capitals() const { return capitals_; }
  const Form& form(std::uint32_t value) const { return forms_[value]; }
  std::optional<std::uint32_t> country_by_code(std::string_view code) const;

  /// The name that a user says is spelled so too: key (`fold_lower`) of the group's first, else `key` itself.
  std::string_view spelled(std::string_view key) const;
  /// The first name of a user's group of spellings, as written; empty where the key is of none.
  std::string_view spelled_name(std::string_view key) const;

  /// Role nouns in lower case; a value is 2 * title + (1 if plural).
  const PhraseIndex& titles_index() const { return titles_index_; }
  /// "top diplomat" → the title it stands for; values index titles().
  const PhraseIndex& descriptions() const { return descriptions_; }
  const BodyNoun* body_noun(std::string_view lower) const;

  enum class Modifier : std::uint8_t { none, keep, demote, elect };
  Modifier modifier(std::string_view lower) const;
  bool is_former(std::string_view lower) const { return former_.contains(lower); }
  /// 'm', 'f', 'n' (a form of address of either gender), or 0 where it is none. As written, without its full stop.
  char honorific(std::string_view word) const;
  bool is_counterpart(std::string_view lower) const { return counterparts_.contains(lower); }
  /// A noun for a person without an office ("man", "businesswoman"): 'm', 'f', 'n', or 0 where it is none.
  char person_noun(std::string_view lower) const;
  bool limits_group(std::string_view lower) const { return some_.contains(lower); }
  /// 'm', 'f', 'n' (both) or 0. Folded, lower case.
  char given_name(std::string_view folded_lower) const;
  /// Code of the state in which a person of public life holds or held office, by full name or by a surname that only one state's have;
  /// empty where none is listed. Words folded, in lower case, without particles.
  std::string_view public_figure(std::string_view key) const;
  /// What common words say of states.
  const StateWords& states() const { return state_words_; }
  /// Group of spellings of a given name or surname; 0 where none is listed.
  std::uint32_t given_group(std::string_view folded_lower) const;
  std::uint32_t nickname_group(std::string_view folded_lower) const;
  std::uint32_t surname_group(std::string_view folded_lower) const;
  bool is_particle(std::string_view folded_lower) const { return particles_.contains(folded_lower); }

  /// The word lists of data/entities/cues.json.
  enum class Cue : std::uint8_t {
    weak_head,             ///< of the heads of organizations' names, those that are common in other names and phrases too
    organization_tail, place_noun, region_noun, thing_noun, speech_verb, communication_verb, motion_verb, motion_noun,
    location_preposition, portfolio, not_name,
    not_acronym,           ///< in capitals, the others in lower case
    opener,                ///< words that begin a sentence and no name
    count
  };
  bool cue(Cue list, std::string_view lower) const { return cues_[static_cast<std::size_t>(list)].contains(lower); }
  /// Class of the organizations whose names end in (or, with "of", begin with) the noun: "ministry" → "ministry", "university",
  /// "times" → "medium". Empty where it is no such noun.
  std::string_view head_class(std::string_view lower) const;
  /// Class of the organizations whose names in other languages begin with the noun, folded: "partido" → "party". Empty where it is none.
  std::string_view beginning_class(std::string_view folded_lower) const;
  /// Class of what a common noun before or after a name says it is: "newspaper" → "medium". Empty where it says nothing.
  std::string_view noun_class(std::string_view lower) const;
  /// Classes of the organizations that "the NOUN" may denote once they are named: "bloc" → igo, bloc, alliance.
  std::span<const std::string> described_classes(std::string_view lower) const;
  /// Class of the organization for which its people stand: "the judges" → court, "the militants" → armed_group.
  std::string_view members_class(std::string_view lower) const;

 private:
  friend class GazetteerLoader;
  Gazetteer() = default;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  template <class Value>
  using Map = tsl::robin_map<std::string, Value, Hash, std::equal_to<>, std::allocator<std::pair<std::string, Value>>, true>;
  using Set = tsl::robin_set<std::string, Hash, std::equal_to<>, std::allocator<std::string>, true>;

  std::vector<Country> countries_;
  std::vector<Region> regions_;
  std::vector<Organization> organizations_;
  std::vector<Person> persons_;
  std::vector<Title> titles_;
  std::vector<Form> forms_;
  StateWords state_words_;
  PhraseIndex names_, capitals_, titles_index_, descriptions_;
  Map<std::uint32_t> country_by_code_;
  Map<BodyNoun> body_nouns_;
  Map<Modifier> modifiers_;
  Map<char> honorifics_, people_, given_names_;
  Map<std::uint32_t> given_groups_, nickname_groups_, surname_groups_;
  Map<std::string> spellings_, spelling_names_;  ///< Key → key of its group's first; that → the first as written.
  Map<std::string> head_class_, noun_class_, beginning_class_, members_class_, public_figures_;
  Map<std::vector<std::string>> described_classes_;
  Set former_, counterparts_, some_, particles_;
  std::array<Set, static_cast<std::size_t>(Cue::count)> cues_;
};

}  // namespace entente::entity
