#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/gazetteer.hpp"
#include "entity/mentions.hpp"
#include "entity/text.hpp"

/// What the steps of the entity layer share while they work on one document. Internal.
namespace entente::entity {

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// A match of the gazetteer in the text. Its readings are values of Gazetteer::form.
struct Listed {
  std::uint32_t begin = 0, end = 0, phrase = 0;
  bool capitals = false;          ///< Found in a text in capitals: the phrase is one of Gazetteer::capitals().
};

/// A role noun in the text.
struct TitleHit {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t head = 0;         ///< The token that stands for the phrase: its last noun before "of", or the last.
  std::uint32_t title = 0;        ///< Into Gazetteer::titles().
  bool plural = false;
  bool capital = false;           ///< Written with capitals.
  bool description = false;       ///< "top diplomat": stands for another title.
};

enum class Type : std::uint8_t { unknown, person, organization, country, region, place, nothing };

/// A stretch of text that may be a proper name.
struct Name {
  std::uint32_t begin = 0, end = 0;
  Type type = Type::unknown;
  std::int32_t listed = -1;       ///< Into Analysis::listed, where the whole name is listed.
  std::uint32_t form = none;      ///< The reading taken of a listed name (Gazetteer::form).
  std::string key;                ///< Text::key of it.
  std::string cls;                ///< Class of an organization, by its noun.
  bool generic = false;           ///< "Foreign Ministry", "the Council": says which only in its context.
  std::uint32_t entity = none;
  std::string_view rule;          ///< Mention::rule.
};

/// An entity in the making.
struct Draft {
  Type type = Type::unknown;
  std::string name, country, ref, cls, part_of;
  std::vector<std::string> nouns;          ///< Common nouns that may denote it later, lower case.
  std::vector<std::string> learned;        ///< Nouns by which this text describes it: "X, a former banker".
  std::map<std::string, int> surfaces;     ///< Proper forms in the text, with counts.
  char gender = 0;                         ///< 'm', 'f' or 0 where unknown.
  std::uint32_t first = none;              ///< Token of its first mention.
  std::uint32_t seat_of = none;            ///< Of a place: the draft of the state whose capital or seat it is.
  bool was_state = false;                  ///< A region that was a state at its time.
  bool live = true;                        ///< False when merged into another or dropped.
  std::vector<std::string> keys;           ///< Folded names of an organization.
  std::vector<std::string> words;          ///< A person's name, its parts folded in lower case.
};

/// A noun phrase around a role noun: "the former Russian foreign minister", "presidents of Palau and Micronesia".
struct TitlePhrase {
  std::uint32_t hit = 0;                   ///< Into Analysis::titles.
  std::uint32_t begin = 0, end = 0;        ///< From its first modifier to the end of its bodies; determiner left out.
  std::vector<std::uint32_t> bodies;       ///< Drafts named in it, in the order of the text.
  std::vector<std::uint32_t> parties;      ///< What its holders are members of: "Republican senator".
  bool former = false, demoted = false, elect = false;  // `elect`: to come ("president-elect", "will be president").
  bool unnamed = false;  // Of a body that the text calls by a noun and nothing else.
  bool definite = false;                   ///< "the", "this" before it.
  bool indefinite = false;                 ///< "a", "an", "one".
  std::uint32_t possessor = none;          ///< Token of a possessor that is no body: a pronoun, a person's name, another role.
  std::uint32_t of_role = none;            ///< Token of a description in an of-phrase: "spokesman for the ministry".
  bool counterpart = false;                ///< "his Brazilian counterpart": the office is that of the possessor or of the sentence's person.
  std::uint32_t noun = none;               ///< Token of a noun before it that says the body: "ministry spokesperson".
  std::uint32_t giver = none;              ///< Subject of the verb that gives it: "the bank named X as chief executive".
  std::uint32_t holder_token = none;       ///< Subject or object that is said to hold it, where that is no name ("he became").
  std::vector<std::uint32_t> holders;      ///< Drafts of persons; empty where the text does not name them beside it.
};

/// A title that a person is known to bear.
struct Role {
  std::uint32_t person = none, title = none;  ///< Draft; Gazetteer::titles().
  std::vector<std::uint32_t> bodies;
  bool former = false;
  bool context = false;                    ///< The bodies are not in the text beside the title.
  std::uint32_t token = 0;
};

/// A direct quotation, before its speaker is resolved.
struct Quotation {
  std::uint32_t begin = 0, end = 0;        ///< Tokens, half-open, quotation marks included.
  std::uint32_t speaker_token = none;      ///< Subject of the verb that attributes it.
  std::int32_t same_as = -1;               ///< An earlier quotation that has the same speaker.
};

struct Analysis {
  Analysis(const Article& a, const nlp::Document& d, const Gazetteer& g) : article(a), document(d), gazetteer(g), text(a, d) {}

  const Article& article;
  const nlp::Document& document;
  const Gazetteer& gazetteer;
  Text text;

  std::vector<Listed> listed;              ///< Ascending, disjoint.
  std::vector<std::int32_t> listed_at;     ///< Per token: the match it is in, or -1.
  std::vector<std::int32_t> ner_at;        ///< Per token: the entity span of the model it is in, or -1.
  std::vector<TitleHit> titles;            ///< Ascending, disjoint.
  std::vector<std::int32_t> title_at;      ///< Per token.
  std::vector<Name> names;                 ///< Ascending, disjoint.
  std::vector<std::int32_t> name_at;       ///< Per token.
  std::vector<Draft> drafts;
  std::vector<Mention> mentions;           ///< `entities` index drafts until `finish`.
  std::vector<TitlePhrase> phrases;        ///< Ascending by hit.
  /// Of a plural phrase whose holders have a body each: by hit, the bodies of each holder.
  std::map<std::uint32_t, std::vector<std::vector<std::uint32_t>>> bodies_of_holders;
  std::vector<Role> roles;                 ///< What is known of persons by their titles, ascending by token.
  void add_role(Role role);
  /// Those around a token: some hundreds before and after, so that long documents cost no more for each.
  std::span<const Role> roles_near(std::uint32_t token) const;
  std::span<Role> roles_at(std::uint32_t token);
  std::vector<Office> offices;
  std::uint32_t official_title = none;      ///< The title of an unnamed office.
  /// Mentions of persons' governments ("Maduro's government") and their persons; the mentions denote the states once these are known.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> governments;
  std::vector<Quotation> quotations;       ///< Ascending, disjoint.
  std::vector<Quote> quotes;
  std::vector<std::int32_t> mention_of_head;  ///< Per token: the widest mention it heads, or -1; kept by add_mention.

  /// The readings of a match.
  std::vector<Form> readings(const Listed& l) const;

  /// A joined name → the name it stands for: "unasur" → "union of south american nations" (keys).
  std::map<std::string, std::string> aliases;
  /// Weight of each country in the document, by index; the state that the story is of, or `none`.
  std::map<std::uint32_t, double> country_weight;
  std::uint32_t story_country = none;
  std::uint32_t home_country = none;       ///< Of a national agency's news from its own country, by the dateline.
  std::optional<std::uint32_t> local_city, local_province;  ///< Draft of the city or province that a local story is of; found at first use.
  std::optional<std::uint32_t> main_firm;                   ///< Draft of the firm, club or paper that it is of.
  std::vector<std::uint32_t> filed_from;   ///< States of the places in the dateline, ascending.
  double countries_total = 0;              ///< Sum of the weights.
  /// The state whose story this is at `token`: for "the government", "the president" without a name.
  std::uint32_t country_at(std::uint32_t token, const std::vector<std::uint32_t>& excluded = {}) const;

  /// Draft index of a country, region or listed organization: made at first use.
  std::uint32_t country_draft(std::uint32_t country);
  std::uint32_t region_draft(std::uint32_t region);
  std::uint32_t organization_draft(std::uint32_t organization);
  std::uint32_t person_draft(std::uint32_t person);
  std::uint32_t add_draft(Draft draft);
  std::map<std::pair<int, std::uint32_t>, std::uint32_t> known_drafts;

  /// Adds a mention whose head is found from the tree when `head` is `none`; returns its index.
  std::uint32_t add_mention(std::uint32_t begin, std::uint32_t end, MentionKind kind, std::vector<std::uint32_t> entities,
                            std::uint32_t head = none);
};

// The steps, in the order in which they run. Each reads what those before it left in the Analysis.
void find_listed(Analysis& a);
void find_titles(Analysis& a);
void find_names(Analysis& a);
void learn_acronyms(Analysis& a);     ///< "Long Name (ACRONYM)": names mended by it, and `aliases` filled.
void weigh_countries(Analysis& a);    ///< Which states the story is about.
void weigh_bodies(Analysis& a);       ///< What the bodies named in it add to that.
void choose_readings(Analysis& a);    ///< What listed names denote here.
void type_names(Analysis& a);         ///< Kinds of the other names, by votes of all their occurrences.
void join_persons(Analysis& a);       ///< Names of persons become drafts.
void join_organizations(Analysis& a);
void make_name_mentions(Analysis& a); ///< Mentions by name, adjective and metonymy.
void find_inner_names(Analysis& a);   ///< Names inside names of organizations: "[UN] Security Council".
void read_teams(Analysis& a);         ///< In the report of a match, states become their teams.
bool tells_of_sport(const Text& text);     ///< Has it words of matches and leagues enough for a report of sport?
void find_bodies(Analysis& a);        ///< "the Russian government", "Latin American states".
void find_title_phrases(Analysis& a); ///< Noun phrases around role nouns, with the bodies named in them.
void find_offices(Analysis& a);       ///< Who holds them.
void find_quotations(Analysis& a);    ///< Direct quotations and the subjects of the verbs that attribute them.
void resolve_references(Analysis& a); ///< Descriptions, roles and pronouns, and with them the speakers.
bool is_rank(std::string_view title);  ///< "General", "Colonel": a form of address.
/// What the title of `holder` is an office of where the phrase names nothing: his own office elsewhere, or the state of the story; empty
/// where nothing can be said.
std::vector<std::uint32_t> bare_title_bodies(Analysis& a, const TitlePhrase& p, const Title& title, std::uint32_t holder);
void complete_governments(Analysis& a);  ///< "The Soto government": whom it is named after leads the state.
void complete_offices(Analysis& a);   ///< Bodies that only the context gives; offices and role mentions written down.
Mentions finish(Analysis& a);         ///< Principal names, kinds, order.

}  // namespace entente::entity
