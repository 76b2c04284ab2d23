#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/nlp.hpp"

namespace entente::relation {

/// The dependency labels of the English pipelines (ClearNLP style) that the relation layer looks at.
enum class Dep : std::uint8_t {
  other, root, acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass, case_, cc, ccomp, compound, conj, csubj, csubjpass,
  dative, det, dobj, expl, intj, mark, meta, neg, nmod, npadvmod, nsubj, nsubjpass, nummod, oprd, parataxis, pcomp, pobj, poss, preconj,
  predet, prep, prt, punct, quantmod, relcl, xcomp
};

/// Coarse word class by the fine-grained tag.
enum class Word : std::uint8_t { other, verb, noun, proper, adjective, adverb, pronoun, preposition };

/// A verb that says of its object what it is: call, brand, declare, designate ...
bool names_its_object(std::string_view verb);

/// Label of the tree edge above a token, by its name in the model.
Dep dep_from(std::string_view label);

/// A document's dependency trees, indexed for walking: children in text order, lower-cased forms and lemmas. Refers to the document,
/// which must outlive it.
class Tree {
 public:
  /// @param is_frame_verb says of a lemma whether some frame knows it as a verb; headline verbs that the tagger took for plural nouns
  /// ("Mexico thanks Brazil") are put right where it does.
  Tree(const nlp::Document& document, const std::function<bool(std::string_view)>& is_frame_verb);
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  std::uint32_t size() const { return static_cast<std::uint32_t>(deps_.size()); }
  const nlp::Document& document() const { return *document_; }
  const nlp::Token& token(std::uint32_t i) const { return tokens_[i]; }
  Dep dep(std::uint32_t i) const { return deps_[i]; }
  Word word(std::uint32_t i) const { return words_[i]; }
  std::uint32_t head(std::uint32_t i) const { return heads_[i]; }
  bool is_root(std::uint32_t i) const { return heads_[i] == i; }
  std::string_view text(std::uint32_t i) const { return document_->text(token(i)); }
  std::string_view tag(std::uint32_t i) const { return token(i).tag; }
  std::string_view lower(std::uint32_t i) const { return lower_[i]; }  ///< Lower-cased form (ASCII).
  std::string_view lemma(std::uint32_t i) const { return lemma_[i]; }  ///< Lower-cased lemma.
  std::span<const std::uint32_t> children(std::uint32_t i) const {
    return {children_.data() + first_[i], children_.data() + first_[i + 1]};
  }
  /// First child with this label, or npos.
  std::uint32_t child(std::uint32_t i, Dep dep) const;
  /// "pro-[Russian] party": whom it favours, whose it is not.
  bool is_sided_with(std::uint32_t i) const { return i > 1 && lower(i - 1) == "-" && lower(i - 2) == "pro"; }
  bool has_child(std::uint32_t i, Dep dep) const { return child(i, dep) != npos; }
  /// First child with this lower-cased form, or npos.
  std::uint32_t child_with_form(std::uint32_t i, std::string_view lower) const;
  bool is_verb(std::uint32_t i) const { return words_[i] == Word::verb; }
  bool is_noun(std::uint32_t i) const { return words_[i] == Word::noun || words_[i] == Word::proper; }
  /// who, whom, whose, which, that as a relative pronoun.
  bool is_relative(std::uint32_t i) const;
  /// A verb that links subject and predicate noun or adjective: be, become, remain, seem ...
  bool is_copula(std::uint32_t i) const;

  static constexpr std::uint32_t npos = 0xffffffff;

 private:
  void repair_headline_pairs(const std::function<bool(std::string_view)>& is_frame_verb);
  bool is_date(std::uint32_t i) const;
  void repair_headline_verbs(const std::function<bool(std::string_view)>& is_frame_verb);
  bool repair_plural_root(const nlp::Span& sentence, std::uint32_t root, const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_verb_names();
  void repair_infinitives();
  void repair_close_appositions();
  bool apart(std::uint32_t noun, std::uint32_t name) const;
  void repair_split_subjects();
  void repair_adjective_subjects();
  void repair_name_lists();
  void repair_listed_after_of();
  bool has_same_preposition(std::uint32_t name, std::string_view preposition) const;
  void repair_fronted_names();
  bool part_objects(std::uint32_t verb, std::uint32_t preposition, std::uint32_t name, std::uint32_t noun);
  void repair_parallel_coordination();
  std::uint32_t described_noun(std::uint32_t name) const;
  bool has_own_description(std::uint32_t i) const;
  void undo_cycles();
  void repair_bare_arguments();
  void repair_introduced_names();
  void repair_that_clauses(const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_asked(std::uint32_t that, const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_buried_verbs(const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_two_objects();
  void repair_made();
  void repair_particle_objects();
  void repair_small_clauses();
  void repair_headed_participles();
  void repair_heavy_objects();
  void repair_clause_subjects();
  void repair_reduced_relatives();
  void repair_reduced_subjects();
  void repair_set_off_participles();
  std::uint32_t verb_below(std::uint32_t participle) const;
  void repair_swallowed_subjects();
  void repair_naming_adjectives();
  void repair_possessors();
  void repair_brokered();
  std::uint32_t object_of(std::uint32_t preposition) const;
  void repair_repeated_prepositions();
  void repair_joined_clauses();
  void repair_sequences();
  void repair_joined_possessors();
  void repair_as_well_as();
  void repair_along_with();
  void repair_prefixed_verbs(const std::function<bool(std::string_view)>& is_frame_verb);
  std::uint32_t verb_above(std::uint32_t i) const;
  void join_to(std::uint32_t verb, std::uint32_t before, std::uint32_t conjunct);
  void repair_participle_conjuncts();
  void repair_listed_appositions();
  void repair_described_subjects();
  void repair_possessive_clauses();
  void repair_headed();
  std::uint32_t led_there(std::uint32_t place) const;
  void repair_told_clauses();
  std::uint32_t told_verb(std::uint32_t begin, std::uint32_t top) const;
  bool capital(std::uint32_t i) const;
  void repair_deeds();
  void repair_clefts();
  void repair_marked_subjects();
  void repair_gerund_conjuncts();
  void repair_whose_clauses();
  void repair_stranded_subjects();
  std::uint32_t hang_on_owner(std::uint32_t verb, std::uint32_t begin);
  std::uint32_t clause_behind(std::uint32_t noun) const;
  void repair_named_sentences();
  void repair_late_names();
  void repair_listed_names();
  void repair_causatives();
  void repair_fronted_participles(const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_governed_gerunds(const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_called_for();
  void repair_told_content();
  void repair_taken_up_clauses();
  void repair_among_them();
  void repair_inverted_passives();
  bool has_later(std::uint32_t head, Word word) const;
  void repair_past_tenses(const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_participles(const std::function<bool(std::string_view)>& is_frame_verb);
  bool has_dependent(std::uint32_t head, Dep dep) const;
  bool split_full_name(std::uint32_t verb, std::uint32_t object);
  bool split_quotation(std::uint32_t verb, std::uint32_t object);
  bool is_quote(std::uint32_t i) const;
  bool is_second_subject(std::uint32_t i) const;
  void repair_subjunctives(const std::function<bool(std::string_view)>& is_frame_verb);
  void repair_interrupted_subjects();
  bool has_agent(std::uint32_t verb, std::uint32_t limit) const;
  std::uint32_t interrupted_verb(std::uint32_t subject, std::uint32_t limit) const;
  void repair_subjectless_verbs();
  std::uint32_t phrase_before(std::uint32_t verb, std::uint32_t begin) const;
  void repair_inserted_clauses();
  void split_speaker(std::uint32_t begin, std::uint32_t end, std::uint32_t root);
  bool has_subject(std::uint32_t verb) const;
  bool only_between(std::uint32_t subject, std::uint32_t verb) const;
  void repair_adverbial_appositions();
  std::uint32_t first_of_name(std::uint32_t head) const;
  void index_children();

  const nlp::Document* document_;
  std::span<const nlp::Token> tokens_;  ///< The document's own: asked for at every step.
  std::vector<std::uint32_t> heads_;
  std::vector<Dep> deps_;
  std::vector<Word> words_;
  std::vector<std::uint32_t> first_, children_;
  std::string arena_;  // lower_ and lemma_ point into it
  std::vector<std::string_view> lower_, lemma_;
};

}  // namespace entente::relation
