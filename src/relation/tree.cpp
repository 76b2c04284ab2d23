#include "relation/tree.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::relation {

namespace {

constexpr std::array<std::pair<std::string_view, Dep>, 45> kDeps{{
    {"ROOT", Dep::root},       {"acl", Dep::acl},         {"acomp", Dep::acomp},         {"advcl", Dep::advcl},
    {"advmod", Dep::advmod},   {"agent", Dep::agent},     {"amod", Dep::amod},           {"appos", Dep::appos},
    {"attr", Dep::attr},       {"aux", Dep::aux},         {"auxpass", Dep::auxpass},     {"case", Dep::case_},
    {"cc", Dep::cc},           {"ccomp", Dep::ccomp},     {"compound", Dep::compound},   {"conj", Dep::conj},
    {"csubj", Dep::csubj},     {"csubjpass", Dep::csubjpass}, {"dative", Dep::dative},   {"det", Dep::det},
    {"dobj", Dep::dobj},       {"expl", Dep::expl},       {"intj", Dep::intj},           {"mark", Dep::mark},
    {"meta", Dep::meta},       {"neg", Dep::neg},         {"nmod", Dep::nmod},           {"npadvmod", Dep::npadvmod},
    {"nsubj", Dep::nsubj},     {"nsubjpass", Dep::nsubjpass}, {"nummod", Dep::nummod},   {"oprd", Dep::oprd},
    {"parataxis", Dep::parataxis}, {"pcomp", Dep::pcomp}, {"pobj", Dep::pobj},           {"poss", Dep::poss},
    {"preconj", Dep::preconj}, {"predet", Dep::predet},   {"prep", Dep::prep},           {"prt", Dep::prt},
    {"punct", Dep::punct},     {"quantmod", Dep::quantmod}, {"relcl", Dep::relcl},       {"xcomp", Dep::xcomp},
    {"dep", Dep::other},
}};

Word word_from(std::string_view tag, std::string_view pos) {
  if (tag.starts_with("VB")) return Word::verb;
  if (tag.starts_with("NNP")) return Word::proper;
  if (tag.starts_with("NN")) return Word::noun;
  if (tag.starts_with("JJ")) return Word::adjective;
  if (tag.starts_with("RB")) return Word::adverb;
  if (tag.starts_with("PRP") || tag.starts_with("WP") || tag == "WDT" || pos == "PRON") return Word::pronoun;
  if (tag == "IN" || tag == "TO") return Word::preposition;
  return Word::other;
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The rule lemmatizer takes "hopes", "hoped" and "hoping" for forms of "hop". A verb in one short vowel and one consonant would have
// doubled the consonant ("hopped") and taken a bare -s ("hops"), so such a lemma has lost its -e.
bool lost_final_e(std::string_view form, std::string_view lemma) {
  const auto n = lemma.size();
  if (n < 3 || form.size() <= n || !form.starts_with(lemma)) return false;
  const auto suffix = form.substr(n);
  const char last = lemma[n - 1];
  if (is_vowel(last) || std::string_view("sxzhwy").find(last) != std::string_view::npos) return false;
  if (suffix == "es") return true;
  const bool one_syllable = std::count_if(lemma.begin(), lemma.end(), is_vowel) == 1 && is_vowel(lemma[n - 2]);
  return one_syllable && (suffix == "ed" || suffix == "ing");
}

// Verbs the lemmatizer does not know get a wrong lemma: "readmitted" gives "readmitte", "reappointed" "reappointe", "enrolled" "enrol".
// Of the lemmas it may stand for, the one that is a verb of the frames, as a prefix of the form; empty where there is none.
std::string_view known_verb(std::string_view form, std::string_view lemma, const std::function<bool(std::string_view)>& is_frame_verb) {
  if (is_frame_verb(lemma) || lemma.size() < 4) return {};
  const auto n = lemma.size();
  if (lemma.back() == 'e') {
    if (const auto bare = lemma.substr(0, n - 1); is_frame_verb(bare)) return bare;
    if (const auto single = lemma.substr(0, n - 2); lemma[n - 2] == lemma[n - 3] && is_frame_verb(single)) return single;
  }
  if (const auto twice = form.substr(0, n + 1); form.starts_with(lemma) && twice.size() == n + 1 && twice.back() == lemma.back() && is_frame_verb(twice))
    return twice;
  return {};
}

// Nouns right after which a body's name stands: "the channel X".
bool names_a_body(std::string_view noun) {
  constexpr std::array<std::string_view, 32> kNouns{"agency", "airline", "association", "bank", "broadcaster", "channel", "charity", "club", "company", "conglomerate", "daily",
                                                    "firm", "foundation", "fund", "group", "institute", "magazine", "movement", "network", "newspaper", "organisation", "organization",
                                                    "outlet", "paper", "party", "station", "tabloid", "tank", "union", "watchdog", "website", "weekly"};
  return std::binary_search(kNouns.begin(), kNouns.end(), noun);
}

char lower_char(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

Dep dep_from(std::string_view label) {
  for (const auto& [name, dep] : kDeps)
    if (name == label) return dep;
  return Dep::other;
}

Tree::Tree(const nlp::Document& document, const std::function<bool(std::string_view)>& is_frame_verb)
    : document_(&document), tokens_(document.tokens()) {
  const auto n = static_cast<std::uint32_t>(tokens_.size());
  heads_.resize(n), deps_.resize(n), words_.resize(n), lower_.resize(n), lemma_.resize(n), children_.resize(n);
  std::size_t bytes = 0;
  for (const auto& t : tokens_) bytes += t.end - t.begin + t.lemma.size() + 1;
  arena_.reserve(bytes);  // The views need it to stay where it is.
  auto keep = [this](std::string_view s) {
    const auto at = arena_.size();
    for (char c : s) arena_.push_back(lower_char(c));
    return std::string_view(arena_).substr(at);
  };
  // Labels are views of few interned strings: their addresses save most look-ups.
  std::array<std::pair<std::string_view, Dep>, 64> labels{};
  const auto label = [&labels](std::string_view name) {
    auto& [last, dep] = labels[(reinterpret_cast<std::uintptr_t>(name.data()) >> 3) % labels.size()];
    if (last.data() != name.data() || last.size() != name.size()) last = name, dep = dep_from(name);
    return dep;
  };
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto& t = tokens_[i];
    deps_[i] = label(t.dep);
    words_[i] = word_from(t.tag, t.pos);
    lower_[i] = keep(text(i));
    lemma_[i] = keep(t.lemma);
    if (words_[i] == Word::verb && lost_final_e(lower_[i], lemma_[i])) {
      const auto begin = arena_.size() - lemma_[i].size();
      arena_.push_back('e');
      lemma_[i] = std::string_view(arena_).substr(begin);
    }
    if (words_[i] == Word::verb)
      if (const auto known = known_verb(lower_[i], lemma_[i], is_frame_verb); !known.empty()) lemma_[i] = known;
    heads_[i] = t.head;
  }
  repair_headline_pairs(is_frame_verb);
  repair_headline_verbs(is_frame_verb);
  repair_verb_names();
  repair_buried_verbs(is_frame_verb);
  repair_prefixed_verbs(is_frame_verb);
  repair_told_clauses();
  repair_fronted_participles(is_frame_verb);
  repair_named_sentences();
  repair_clefts();
  repair_whose_clauses();
  repair_stranded_subjects();
  repair_marked_subjects();
  repair_late_names();
  repair_listed_names();
  repair_causatives();
  repair_deeds();
  repair_infinitives();
  repair_governed_gerunds(is_frame_verb);
  repair_called_for();
  repair_told_content();
  repair_taken_up_clauses();
  repair_among_them();
  repair_inverted_passives();
  repair_that_clauses(is_frame_verb);
  repair_subjunctives(is_frame_verb);
  repair_interrupted_subjects();
  repair_inserted_clauses();
  repair_subjectless_verbs();
  repair_close_appositions();
  repair_adverbial_appositions();
  repair_split_subjects();
  repair_adjective_subjects();
  repair_listed_after_of();
  repair_fronted_names();
  repair_parallel_coordination();
  repair_name_lists();
  repair_bare_arguments();
  repair_introduced_names();
  repair_two_objects();
  repair_made();
  repair_particle_objects();
  repair_small_clauses();
  repair_headed_participles();
  repair_heavy_objects();
  repair_clause_subjects();
  repair_reduced_relatives();
  repair_reduced_subjects();
  repair_set_off_participles();
  repair_swallowed_subjects();
  repair_participles(is_frame_verb);
  repair_past_tenses(is_frame_verb);
  repair_naming_adjectives();
  repair_possessors();
  repair_headed();
  repair_brokered();
  repair_repeated_prepositions();
  repair_joined_clauses();
  repair_sequences();
  repair_joined_possessors();
  repair_as_well_as();
  repair_along_with();
  repair_participle_conjuncts();
  repair_gerund_conjuncts();
  repair_listed_appositions();
  repair_described_subjects();
  repair_possessive_clauses();
  undo_cycles();
  index_children();
}

// Each repair looks at a few tokens; several together may hang a phrase below itself. A sentence to which that happened is left as parsed.
void Tree::undo_cycles() {
  for (const auto& sentence : document_->sentences()) {
    const auto length = sentence.end - sentence.begin;
    const bool cyclic = [&] {
      for (auto i = sentence.begin; i < sentence.end; ++i) {
        auto at = i;
        for (std::uint32_t steps = 0; heads_[at] != at; ++steps, at = heads_[at])
          if (steps > length) return true;
      }
      return false;
    }();
    if (!cyclic) continue;
    for (auto i = sentence.begin; i < sentence.end; ++i) heads_[i] = token(i).head, deps_[i] = dep_from(token(i).dep);
  }
}

// "threatened to sanction X": what "to" marks as an infinitive is a verb, whatever the tagger says.
void Tree::repair_infinitives() {
  for (std::uint32_t i = 0; i + 1 < size(); ++i) {
    const auto verb = heads_[i];
    if (lower_[i] == "to" && deps_[i] == Dep::aux && verb == i + 1 && words_[verb] == Word::noun) words_[verb] = Word::verb;
  }
}

// "UNICEF, the agency for children, appealed": a name before the comma that the parser gave to the verb as a clause is its subject, and the
// noun taken for the subject says what it is.
void Tree::repair_fronted_names() {
  for (std::uint32_t i = 0; i + 3 < size(); ++i) {
    const bool astray = deps_[i] == Dep::advcl || deps_[i] == Dep::parataxis || deps_[i] == Dep::meta || deps_[i] == Dep::other;
    const auto verb = heads_[i];
    if (words_[i] != Word::proper || !astray || verb < i || words_[verb] != Word::verb || lower_[i + 1] != ",") continue;
    if (deps_[i + 2] != Dep::det || words_[heads_[i + 2]] != Word::noun) continue;
    const auto noun = heads_[i + 2];
    if (heads_[noun] != verb || noun > verb || (deps_[noun] != Dep::nsubj && deps_[noun] != Dep::nsubjpass)) continue;
    deps_[i] = deps_[noun];
    deps_[noun] = Dep::appos;
    heads_[noun] = i;
  }
}

// Whether a noun has an article or adjective of its own and is no modifier of the name: "the Spanish daily X", not "company X".
bool Tree::apart(std::uint32_t noun, std::uint32_t name) const {
  bool own = false;
  for (auto c = noun > 4 ? noun - 4 : 0; c < noun; ++c) own |= heads_[c] == noun && (deps_[c] == Dep::det || deps_[c] == Dep::amod || deps_[c] == Dep::poss);
  return own && heads_[noun] != name;
}

// "in an interview to the news agency Prensa Latina": a name right after a common noun is that noun's apposition, whatever the parser
// hung it on; "The Indian newspaper Deccan Herald reported": it may even be given to the verb as a second subject beside the noun.
void Tree::repair_close_appositions() {
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (words_[i] != Word::proper) continue;
    auto first = i;
    while (first > 0 && heads_[first - 1] == i && (words_[first - 1] == Word::proper || deps_[first - 1] == Dep::det)) --first;
    if (first == 0) continue;
    const auto noun = first - 1;
    if (names_a_body(lower_[noun]) && heads_[noun] != i && (heads_[i] < first || heads_[i] > i) && apart(noun, i)) {
      words_[noun] = Word::noun;  // "daily" may pass for an adverb
      heads_[i] = noun, deps_[i] = Dep::appos;
      continue;
    }
    if (words_[noun] != Word::noun) continue;
    const bool twin = (deps_[i] == Dep::nsubj || deps_[i] == Dep::nsubjpass || deps_[i] == Dep::dobj) && deps_[noun] == deps_[i] && heads_[noun] == heads_[i];
    if (twin || (deps_[i] == Dep::appos && noun > heads_[i])) heads_[i] = noun, deps_[i] = Dep::appos;
  }
}

// "Sudan's paramilitary Rapid Support Forces took": an adjective right before a name, taken for another subject of its verb.
void Tree::repair_adjective_subjects() {
  for (std::uint32_t i = 0; i + 1 < size(); ++i) {
    if (words_[i] != Word::adjective || (deps_[i] != Dep::nsubj && deps_[i] != Dep::nsubjpass) || heads_[i] <= i) continue;
    auto name = i + 1;
    while (name < heads_[i] && words_[name] == Word::proper && heads_[name] > name && heads_[name] != heads_[i]) ++name;
    if (name >= heads_[i] || words_[name] != Word::proper || heads_[name] != heads_[i] || deps_[name] != deps_[i]) continue;
    heads_[i] = name, deps_[i] = Dep::amod;
    for (std::uint32_t c = i; c-- > 0 && token(c).sentence == token(i).sentence;)
      if (heads_[c] == i && (deps_[c] == Dep::poss || deps_[c] == Dep::det)) heads_[c] = name;
  }
}

void Tree::index_children() {
  const auto n = size();
  first_.assign(n + 1, 0);
  for (std::uint32_t i = 0; i < n; ++i)
    if (heads_[i] != i) ++first_[heads_[i] + 1];
  for (std::uint32_t i = 0; i < n; ++i) first_[i + 1] += first_[i];
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (std::uint32_t i = 0; i < n; ++i)
    if (heads_[i] != i) children_[next[heads_[i]]++] = i;
}

std::uint32_t Tree::child(std::uint32_t i, Dep dep) const {
  for (auto c : children(i))
    if (deps_[c] == dep) return c;
  return npos;
}

std::uint32_t Tree::child_with_form(std::uint32_t i, std::string_view form) const {
  for (auto c : children(i))
    if (lower_[c] == form) return c;
  return npos;
}

bool Tree::is_relative(std::uint32_t i) const {
  const auto t = tag(i);
  if (t == "WDT" || t == "WP" || t == "WP$") return true;
  const auto d = deps_[i];
  return lower_[i] == "that" && t != "DT" && (d == Dep::nsubj || d == Dep::dobj || d == Dep::nsubjpass || d == Dep::pobj);
}

bool Tree::is_copula(std::uint32_t i) const {
  const auto l = lemma_[i];
  return l == "be" || l == "become" || l == "remain" || l == "stay" || l == "seem";
}

}  // namespace entente::relation
