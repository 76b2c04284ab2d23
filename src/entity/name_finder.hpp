#pragma once
#include <string>
#include <vector>

#include "entity/analysis.hpp"

namespace entente::entity {

/// Finds where proper names stand: listed names, organizations by the nouns they are built with, and other runs of capitalised words,
/// cut by what the model's entity recognition and the titles say.
class NameFinder {
 public:
  explicit NameFinder(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}
  void run();

 private:
  struct Pattern { std::uint32_t begin = 0, end = 0, head = 0; };

  void learn_words();
  void sentence(nlp::Span span);
  void headline(nlp::Span span);

  bool namey(std::uint32_t i) const;
  bool namey_initial(std::uint32_t i) const;
  bool participle_before_name(std::uint32_t i) const;
  bool glued(std::uint32_t i, std::uint32_t limit) const;
  bool second_syllable(std::uint32_t i) const;
  /// What may stand in lower case inside a name.
  static bool name_joint(std::string_view lower);
  bool person_joint(std::uint32_t i, std::uint32_t limit) const;
  std::string_view label(std::uint32_t i) const;
  bool same_span(std::uint32_t i, std::uint32_t k) const { return a_.ner_at[i] >= 0 && a_.ner_at[i] == a_.ner_at[k]; }
  const Listed* listed(std::uint32_t i) const;
  bool begins_listed(std::uint32_t i) const;
  bool has_sense(std::uint32_t i, Sense first, Sense last) const;
  bool nationality(std::uint32_t i) const;
  bool capital_title(std::uint32_t i) const;
  bool title_modifier(std::uint32_t i) const;
  bool own_state_before(std::uint32_t i) const;
  bool article_before_listed(std::uint32_t i) const;
  bool month_name_of_person(std::uint32_t i) const;
  bool portfolio_of_title(std::uint32_t i) const;
  bool portfolio_before(std::uint32_t i) const;
  bool described_behind(std::uint32_t i) const;
  bool two_states(std::uint32_t begin, std::uint32_t k, std::uint32_t end) const;
  bool two_persons(std::uint32_t conjunction) const;
  std::uint32_t nickname_end(std::uint32_t i, std::uint32_t limit) const;
  bool title_modifier_word(std::uint32_t i) const;

  // Organizations by pattern (name_patterns.cpp).
  void find_patterns(nlp::Span span);
  bool head_noun(std::uint32_t h) const;
  std::uint32_t left_edge(std::uint32_t h, std::uint32_t from) const;
  std::uint32_t right_edge(std::uint32_t h, std::uint32_t limit) const;
  bool members_behind(std::uint32_t from, std::uint32_t end) const;
  std::uint32_t cap_run(std::uint32_t from, std::uint32_t limit) const;
  bool plain_body(const Pattern& p) const;
  bool lower_office(std::uint32_t h, std::uint32_t from, Pattern& pattern) const;
  bool agency_of_state(std::uint32_t h, Pattern& pattern) const;
  bool lower_ministry(std::uint32_t h, std::uint32_t from, Pattern& pattern) const;
  bool branch(std::uint32_t h) const;
  bool abstract_pair(std::uint32_t before, std::uint32_t after, std::uint32_t limit) const;
  bool complement(std::uint32_t h, std::string_view preposition, std::uint32_t k) const;

  bool numbered_unit(std::uint32_t i) const;
  bool amount(std::uint32_t i) const;
  bool second_honorific(std::uint32_t i) const;
  bool user_name(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t pattern_at(std::uint32_t i) const;
  std::uint32_t listed_name(std::uint32_t i, std::uint32_t limit);
  std::uint32_t branch_of_medium(std::uint32_t i, std::uint32_t limit) const;
  std::uint32_t chapter_end(std::uint32_t i, std::uint32_t limit) const;
  std::uint32_t unknown_name(std::uint32_t i, std::uint32_t limit);
  std::uint32_t spanned_end(std::uint32_t i, std::uint32_t limit) const;
  bool has_body_noun(std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t with_number(std::uint32_t end) const;
  std::uint32_t with_suffix(std::uint32_t begin, std::uint32_t end) const;
  bool person_of_nationality(std::uint32_t i, std::uint32_t end) const;
  bool person_takes(std::uint32_t i, std::uint32_t next) const;
  bool worth(std::uint32_t begin, std::uint32_t end) const;
  Name& add(std::uint32_t begin, std::uint32_t end);

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  std::vector<Pattern> patterns_;
  tsl::robin_set<std::string_view> capital_words_;  ///< Seen with a capital inside a sentence.
  tsl::robin_set<std::string_view> surnames_;       ///< Capitalised words after a given name.
  tsl::robin_set<std::string_view> lower_words_;    ///< Seen without.
};

}  // namespace entente::entity
