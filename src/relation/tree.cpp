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

// "the newspaper X": the common noun that the name X is a close apposition to, or npos.
std::uint32_t Tree::described_noun(std::uint32_t name) const {
  const auto noun = heads_[name];
  if (words_[name] != Word::proper || deps_[name] != Dep::appos || words_[noun] != Word::noun || noun > name) return npos;
  const bool close = std::none_of(lower_.begin() + noun + 1, lower_.begin() + name, [](std::string_view w) { return w == ","; });
  return close ? noun : npos;
}

// "the magazine Y": headed by the common noun, or by the name with the noun before it.
bool Tree::has_own_description(std::uint32_t i) const {
  constexpr std::uint32_t kNear = 6;
  bool article = false, noun = words_[i] == Word::noun;
  for (auto t = i > kNear ? i - kNear : 0; t < i; ++t) {
    if (heads_[t] != i) continue;
    article |= deps_[t] == Dep::det;
    noun |= deps_[t] == Dep::compound && words_[t] == Word::noun;
  }
  return article && noun;
}

// "won praise from X and condemnation from Y": both phrases hang on the verb, and the second noun on the first name; what comes from Y is
// not what comes from X.
bool Tree::part_objects(std::uint32_t verb, std::uint32_t preposition, std::uint32_t name, std::uint32_t noun) {
  if (words_[verb] != Word::verb || words_[name] != Word::proper || words_[noun] != Word::noun || noun + 1 >= size()) return false;
  const auto second = noun + 1;
  if (lower_[second] != lower_[preposition] || deps_[second] != Dep::prep || (heads_[second] != verb && heads_[second] != noun)) return false;
  auto object = npos;
  for (auto c = verb + 1; c < preposition; ++c)
    if (heads_[c] == verb && deps_[c] == Dep::dobj && words_[c] == Word::noun) object = c;
  if (object == npos || object + 1 != preposition) return false;
  heads_[second] = noun;
  heads_[noun] = object, deps_[noun] = Dep::other;
  return true;
}

// "the newspaper X and the magazine Y": the descriptions are coordinated, not the names.
// "Ruiz of Chad and Sall of Niger": a conjunct with a phrase of its own under the same preposition is coordinated with the noun that the
// first phrase hangs on, not with the name in it.
void Tree::repair_parallel_coordination() {
  constexpr std::uint32_t kNear = 8;
  for (std::uint32_t i = 1; i < size(); ++i) {
    if (deps_[i] != Dep::conj || heads_[i] == i || !is_noun(i)) continue;
    if (const auto noun = described_noun(heads_[i]); noun != npos && has_own_description(i)) {
      heads_[i] = noun;
      continue;
    }
    auto first = heads_[i];
    while (deps_[first] == Dep::conj && heads_[first] != first) first = heads_[first];
    const auto preposition = heads_[first];
    if (deps_[first] != Dep::pobj || preposition == first || deps_[preposition] != Dep::prep) continue;
    const auto noun = heads_[preposition];
    if (part_objects(noun, preposition, first, i)) continue;
    if (noun == preposition || noun > preposition || words_[noun] != words_[i]) continue;
    for (auto p = i + 1; p < size() && p <= i + kNear; ++p)
      if (heads_[p] == i && deps_[p] == Dep::prep && lower_[p] == lower_[preposition]) {
        heads_[i] = noun;
        break;
      }
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

// "Egypt, Syria and Iraq were": two names with a comma between them as subjects of one verb are coordinated.
void Tree::repair_split_subjects() {
  for (std::uint32_t i = 2; i < size(); ++i) {
    if (words_[i] != Word::proper || (deps_[i] != Dep::nsubj && deps_[i] != Dep::nsubjpass)) continue;
    auto first = i;
    while (first > 0 && heads_[first - 1] == i && (words_[first - 1] == Word::proper || deps_[first - 1] == Dep::det)) --first;
    if (first < 2 || lower_[first - 1] != ",") continue;
    auto other = first - 2;
    // "Mali and, less openly, Chad": the conjunction hangs on the first
    for (int steps = 0; steps < 6 && other > 0 && !(heads_[other] == heads_[i] && deps_[other] == deps_[i]); ++steps) --other;
    const bool joined = other + 2 == first || (heads_[other] == heads_[i] && has_dependent(other, Dep::cc) && !has_dependent(other, Dep::conj));
    if (joined && words_[other] == Word::proper && deps_[other] == deps_[i] && heads_[other] == heads_[i]) heads_[i] = other, deps_[i] = Dep::conj;
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

// "Putin names Ana Ruiz defence chief", "Mali meddling in Niger, says Chad": a name right before a verb without a subject is no part of it, and
// what follows no apposition to it.
void Tree::repair_verb_names() {
  for (std::uint32_t i = 0; i + 1 < size(); ++i) {
    const auto verb = heads_[i];
    if (words_[verb] != Word::verb || verb == i) continue;
    const bool before = verb == i + 1 && words_[i] == Word::proper && (deps_[i] == Dep::compound || deps_[i] == Dep::nmod);
    if (before && (deps_[verb] == Dep::root || deps_[verb] == Dep::ccomp) && !has_dependent(verb, Dep::nsubj) && !has_dependent(verb, Dep::nsubjpass)) deps_[i] = Dep::nsubj;
    if (deps_[i] == Dep::appos && i > verb && is_noun(i) && !has_dependent(verb, Dep::dobj)) deps_[i] = Dep::dobj;
  }
}

// "The bloc, which has its seat in Lima, groups Peru and Chile": what has a subject is a verb, whatever the tagger took it for.
bool Tree::repair_plural_root(const nlp::Span& sentence, std::uint32_t root, const std::function<bool(std::string_view)>& is_frame_verb) {
  if (tag(root) != "NNS" || !is_frame_verb(lemma_[root])) return false;
  bool subject = false;
  for (auto i = sentence.begin; i < root; ++i) {
    if (heads_[i] != root) continue;
    subject |= deps_[i] == Dep::nsubj;
    if (deps_[i] == Dep::det || deps_[i] == Dep::amod || deps_[i] == Dep::poss || deps_[i] == Dep::nummod) return false;
  }
  if (!subject) return false;
  words_[root] = Word::verb;
  for (auto i = root + 1; i < sentence.end; ++i)
    if (heads_[i] == root && (words_[i] == Word::proper || words_[i] == Word::noun)) {
      if (deps_[i] == Dep::npadvmod || deps_[i] == Dep::appos || deps_[i] == Dep::nmod) deps_[i] = Dep::dobj;
      break;
    }
  return true;
}

// "Mexico thanks Brazil", "EU slams Russia over dam": between two names, in a sentence without a verb at its root, what the tagger took
// for a plural noun is the verb.
void Tree::repair_headline_verbs(const std::function<bool(std::string_view)>& is_frame_verb) {
  for (const auto& sentence : document_->sentences()) {
    std::uint32_t root = sentence.begin;
    while (root < sentence.end && heads_[root] != root) ++root;
    if (root == sentence.end || words_[root] == Word::verb) continue;
    // "Tashkent mediates between X and Y": the verb itself at the root, its subject before it
    if (root > sentence.begin && root + 1 < sentence.end && tag(root) == "NNS" && words_[root - 1] == Word::proper && heads_[root - 1] == root && is_frame_verb(lemma_[root]) &&
        (words_[root + 1] == Word::preposition || words_[root + 1] == Word::proper || tag(root + 1) == "DT" || words_[root + 1] == Word::noun)) {
      words_[root] = Word::verb;
      deps_[root - 1] = Dep::nsubj;
      for (auto i = root + 1; i < sentence.end; ++i)  // "EU fines Apple 500 million euros"
        if (heads_[i] == root && deps_[i] == Dep::appos) deps_[i] = Dep::dobj;
      continue;
    }
    if (repair_plural_root(sentence, root, is_frame_verb)) continue;
    for (auto t = sentence.begin + 1; t + 1 < sentence.end; ++t) {
      if (tag(t) != "NNS" || words_[t - 1] != Word::proper || !is_frame_verb(lemma_[t])) continue;
      const char next = text(t + 1).front();
      const bool verbless = words_[t + 1] == Word::noun && heads_[t] == root && deps_[t] == Dep::nsubj && t - 1 == sentence.begin;  // "Mali lifts ban on Niger"
      const bool object_follows = (next >= 'A' && next <= 'Z') || words_[t + 1] == Word::preposition || tag(t + 1) == "DT" || verbless;
      // The phrases left and right of it: their topmost tokens on that side
      auto left = t - 1;
      while (heads_[left] != left && heads_[left] < t && heads_[left] >= sentence.begin) left = heads_[left];
      auto right = t + 1;
      while (heads_[right] != right && heads_[right] > t) right = heads_[right];
      if (!object_follows || (root != left && root != right)) continue;
      for (auto i = t + 1; i < sentence.end; ++i)
        if (heads_[i] == left) heads_[i] = t;
      words_[t] = Word::verb;
      deps_[t] = Dep::root;
      heads_[t] = heads_[left] = t;
      deps_[left] = Dep::nsubj;
      if (words_[right] == Word::noun || words_[right] == Word::proper) heads_[right] = t, deps_[right] = Dep::dobj;
      else if (heads_[right] == right) heads_[right] = t;
      break;
    }
  }
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
