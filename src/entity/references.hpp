#pragma once
#include <functional>
#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entity/analysis.hpp"
#include "entity/discourse.hpp"

namespace entente::entity {

/// Resolves pronouns, roles and descriptions in the order of the text, with the discourse so far as its memory.
class References {
 public:
  explicit References(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer), discourse_(a.text) {}
  void run();

 private:
  // references.cpp: the walk through the text.
  void find_topic();
  void governments();
  void token(std::uint32_t i);
  void seen(std::uint32_t i, bool plural = false);
  void coordination(std::uint32_t i);
  std::vector<std::uint32_t> coordinated(std::uint32_t i) const;
  std::vector<std::uint32_t> entities_at(std::uint32_t i) const;
  void answer(std::uint32_t begin, std::uint32_t end, std::uint32_t head, MentionKind kind, const std::vector<std::uint32_t>& entities, bool plural = false);
  const Quotation* quotation_at(std::uint32_t i) const;
  std::vector<std::uint32_t> speaker_of(const Quotation& q) const;

  // pronouns.cpp
  void pronoun(std::uint32_t i);
  void person_pronoun(std::uint32_t i, char gender);
  bool unnamed_speaker(std::uint32_t i) const;
  void thing_pronoun(std::uint32_t i);
  void plural_pronoun(std::uint32_t i);
  void relative(std::uint32_t i);
  bool shared_out(std::uint32_t i) const;
  std::vector<std::uint32_t> owner_of(std::uint32_t token, bool person) const;
  std::vector<std::uint32_t> coordinated_possessor(std::uint32_t i) const;
  bool pleonastic(std::uint32_t i) const;
  bool bound(std::uint32_t i, const Discourse::Item& item) const;
  std::uint32_t following_subject(std::uint32_t i) const;
  bool speaks(std::uint32_t i) const;
  bool own_speaker(std::uint32_t i, const std::vector<std::uint32_t>& body) const;
  double governed(std::uint32_t i, const Discourse::Item& item) const;
  std::uint32_t controlling_object(std::uint32_t clause) const;
  double gender_fit(const Draft& d, char gender) const;

  // role_phrases.cpp: "the Russian foreign minister", "the two leaders"
  void title_phrase(TitlePhrase& p);
  void named_holders(const TitlePhrase& p);
  void context_role(const TitlePhrase& p);
  std::uint32_t counterpart_of(const TitlePhrase& p) const;
  void owned_title(const TitlePhrase& p);
  std::uint32_t described_person(const TitlePhrase& p, const std::vector<std::uint32_t>& bodies);
  static bool is_deputy(std::string_view title);
  bool role_fits(const Role& role, const TitlePhrase& p) const;
  bool loosely_fits(const Title& held, const Title& asked) const;
  bool bodies_agree(const Role& role, const std::vector<std::uint32_t>& bodies) const;
  bool to_take_office(std::uint32_t person) const;
  void single_role(TitlePhrase& p, const std::vector<std::uint32_t>& bodies);
  void plural_roles(const TitlePhrase& p, const std::vector<std::uint32_t>& bodies);
  std::vector<std::uint32_t> bodies_of(const TitlePhrase& p) const;
  bool speaks_for_body(const TitlePhrase& p) const;
  bool near_body(const Role& role, std::uint32_t token) const;
  double weight_of(std::uint32_t draft, std::uint32_t token) const;

  // groups.cpp: "both countries", "the two men", "each of which", "the latter"
  enum class GroupKind { states, actors, persons, any };
  bool told_together(std::uint32_t i, GroupKind kind);
  bool together(std::uint32_t i, const std::function<bool(const std::vector<std::uint32_t>&)>& fits);
  bool plural_description(std::uint32_t i);
  bool plural_persons(std::uint32_t i);
  bool counted_persons(std::uint32_t i);
  bool names_persons(std::uint32_t i) const;
  bool plural_bodies(std::uint32_t i);
  bool bare_group(std::uint32_t i);
  const std::vector<std::uint32_t>* known_pair(std::uint32_t i, GroupKind kind, char gender, const std::vector<std::uint32_t>& out) const;
  std::vector<std::uint32_t> spouses(std::uint32_t i) const;
  void collect_named_sets();
  void latter(std::uint32_t i);
  void opposed(std::uint32_t i);
  bool acted_upon(std::uint32_t i) const;
  std::vector<std::uint32_t> outsiders(std::uint32_t i) const;
  bool limited_group(std::uint32_t i);
  bool all_of_kind(const std::vector<std::uint32_t>& entities, GroupKind kind, char gender) const;
  std::vector<std::uint32_t> group(std::uint32_t i, int number, GroupKind kind, char gender, bool singles) const;
  std::vector<std::uint32_t> singles_group(std::uint32_t i, int number, GroupKind kind, char gender, const std::vector<std::uint32_t>& out,
                                           double& weight) const;
  std::vector<std::uint32_t> persons_before(std::uint32_t i, char gender, const std::vector<std::uint32_t>& out, int back, int wanted) const;
  std::vector<std::uint32_t> sayers(std::uint32_t i) const;

  // listed_groups.cpp: "all blocs of the region. That includes ..."
  bool listed_group(std::uint32_t i);
  std::uint32_t list_after(std::uint32_t i) const;
  std::vector<std::uint32_t> we_together(std::uint32_t i, std::uint32_t quotation_begin, std::uint32_t own) const;

  // descriptions.cpp: "the bloc", "the country", "the government"
  void description(std::uint32_t i);
  std::uint32_t denoted_by(std::uint32_t i) const;
  std::uint32_t issuer(std::uint32_t i) const;
  std::uint32_t topic_denoted_by(std::uint32_t i) const;
  bool central_bank(std::uint32_t i) const;
  double denotes(std::uint32_t draft, std::uint32_t i) const;
  std::string nationality_before(std::uint32_t i) const;
  bool nationality_agrees(std::uint32_t i, const Draft& draft) const;
  bool area_agrees(std::uint32_t i, const Draft& draft) const;
  void other_state(std::uint32_t i, const std::vector<std::uint32_t>& owner, std::uint32_t begin);
  std::uint32_t own_body(std::uint32_t i, std::uint32_t det) const;
  bool elsewhere(std::uint32_t i, std::uint32_t det) const;
  bool members(std::uint32_t i);
  bool bare_authority(std::uint32_t i);
  bool takes_arms(const Draft& draft) const;

  // salience.cpp: what the text is about, and what it says of its actors
  void count_names();
  void learn_descriptions();
  void learn(const Name& name);
  double topicality(std::uint32_t draft) const;
  double salience(std::uint32_t draft) const;

  // epithets.cpp: "the presenter", "the 54-year-old"
  bool aged(std::uint32_t i) const;
  bool of_nation(std::uint32_t i) const;
  bool epithet(std::uint32_t i);
  bool personal(std::uint32_t i, char& gender) const;

  // natives.cpp: "the Swede"
  void learn_nations();
  std::string nation_of(std::uint32_t person) const;
  bool native(std::uint32_t i);

  std::vector<std::uint32_t> object_before(std::uint32_t i) const;
  std::vector<std::uint32_t> organization_last(std::uint32_t i) const;
  bool has_title(std::uint32_t person, std::uint32_t token) const;
  std::uint32_t joined_to(std::uint32_t i) const;
  bool apposed_to_conjunct(std::uint32_t i) const;
  void headline_pair(std::uint32_t i);
  std::vector<std::uint32_t> clause_subject(std::uint32_t i) const;
  std::vector<std::uint32_t> state_of(const std::vector<std::uint32_t>& entities) const;
  static int number_of_word(std::string_view lower);
  int number_before(std::uint32_t i) const;
  bool restricted(std::uint32_t i) const;
  std::uint32_t determiner_of(std::uint32_t i) const;

  void speakers();
  void first_person();

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  Discourse discourse_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_noun_;  ///< Drafts by the nouns that may denote them.
  std::vector<std::int32_t> phrase_of_head_;                                  ///< Per token: title phrase it heads, or -1.
  std::vector<std::uint32_t> last_mention_;                                   ///< Per draft: token of its last mention, or none.
  std::vector<std::uint32_t> last_speaker_;
  std::map<std::uint32_t, double> weight_in_text_;                            ///< How often each entity is named, headlines double.
  std::map<Type, double> weight_of_type_;
  std::vector<std::vector<std::uint32_t>> named_sets_;                        ///< Lists of three and more names of the whole text.
  std::map<std::vector<std::uint32_t>, int> pairs_;                           ///< Pairs coordinated so far, and how often.
  std::vector<std::vector<std::uint32_t>> sets_;                              ///< Groups of three and more that were spoken of, the last at the end.
  std::map<std::uint32_t, double> named_;                                     ///< How often each person is named in the whole text, headlines double.
  double named_total_ = 0;
  std::map<std::uint32_t, int> told_of_;                                      ///< How often each person was "he" or "she" so far.
  std::map<std::uint32_t, std::string> nations_;                              ///< Countries of persons, by what stands beside their names.
};

}  // namespace entente::entity
