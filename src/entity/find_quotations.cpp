#include <algorithm>

#include "entity/analysis.hpp"

namespace entente::entity {
namespace {

class Quotations {
 public:
  explicit Quotations(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    pair_marks();
    inside_.assign(t_.size(), -1);
    for (std::size_t q = 0; q < a_.quotations.size(); ++q)
      for (std::uint32_t i = a_.quotations[q].begin; i < a_.quotations[q].end; ++i) inside_[i] = static_cast<std::int32_t>(q);
    for (std::size_t q = 0; q < a_.quotations.size(); ++q) attribute(q);
    carry_over();
  }

 private:
  bool opens(std::uint32_t i, bool open) const {
    if (!t_.quote(i)) return false;
    if (t_.opening_quote(i) && !t_.closing_quote(i)) return true;
    if (!t_.opening_quote(i)) return false;
    return !open;  // The straight mark opens where none is open.
  }

  // A paragraph that opens a quotation and does not close it is quoted to its end (the next one opens it again).
  void pair_marks() {
    std::uint32_t open = none;
    for (std::uint32_t i = 0; i < t_.size(); ++i) {
      const bool new_paragraph = i > 0 && t_.paragraph(i) != t_.paragraph(i - 1);
      if (open != none && new_paragraph) {
        a_.quotations.push_back({open, i, none, -1});
        open = none;
      }
      if (!t_.quote(i)) continue;
      if (opens(i, open != none)) {
        if (open == none) open = i;
      } else if (open != none) {
        a_.quotations.push_back({open, i + 1, none, -1});
        open = none;
      }
    }
    if (open != none) a_.quotations.push_back({open, t_.size(), none, -1});
  }

  bool is_person(std::uint32_t token) const {
    if (a_.title_at[token] >= 0) return true;
    const std::int32_t m = a_.mention_of_head[token];
    return m >= 0 && a_.drafts[a_.mentions[static_cast<std::size_t>(m)].entities[0]].type == Type::person;
  }

  bool speech(std::uint32_t verb) const {
    return t_.pos(verb) == "VERB" && inside_[verb] < 0 && g_.cue(Gazetteer::Cue::speech_verb, t_.token(verb).lemma);
  }

  // The subject of `verb`, outside quotations. The verb's own, or that of the verb it is joined to.
  std::uint32_t subject_of(std::uint32_t verb) const {
    for (int step = 0; step < 3; ++step) {
      if (const std::uint32_t subject = t_.subject(verb); subject != none && inside_[subject] < 0) return subject;
      const std::string_view dep = t_.dep(verb);
      if (dep != "conj" && dep != "advcl" && dep != "xcomp") break;
      verb = t_.head(verb);
    }
    return none;
  }

  // The speech verb with a subject nearest to the quotation in [begin, end).
  std::uint32_t speaker_in(std::uint32_t begin, std::uint32_t end, const Quotation& q) const {
    constexpr std::uint32_t reach = 80;
    begin = std::max(begin, q.begin > reach ? q.begin - reach : 0);
    end = std::min(end, q.end + reach);
    std::uint32_t best = none, best_distance = none;
    for (std::uint32_t i = begin; i < end; ++i) {
      if (!speech(i)) continue;
      const std::uint32_t subject = subject_of(i);
      if (subject == none) continue;
      std::uint32_t distance = i >= q.end ? i - q.end : q.begin > i ? (q.begin - i) * 2 : 0;
      // "Lavrov stressed that Russia calls for": persons speak.
      if (t_.tag(subject) != "PRP" && !is_person(subject)) distance += 40;
      if (distance < best_distance) {
        best = subject;
        best_distance = distance;
      }
    }
    return best;
  }

  void attribute(std::size_t index) {
    Quotation& q = a_.quotations[index];
    const std::uint32_t last = q.end - 1;
    // Its own sentences first, then "he said" cut off behind it, then a sentence before that ends in a colon.
    q.speaker_token = speaker_in(t_.sentence_begin(q.begin), t_.sentence_end(last), q);
    if (q.speaker_token == none) q.speaker_token = according_to(t_.sentence_begin(q.begin), t_.sentence_end(last));
    if (q.speaker_token != none) return;
    if (q.end < t_.size() && t_.paragraph(q.end) == t_.paragraph(last) && t_.sentence_end(last) == q.end) {
      const std::uint32_t end = t_.sentence_end(q.end);
      if (end - q.end < 12 && inside_[q.end] < 0) q.speaker_token = speaker_in(q.end, end, q);
    }
    if (q.speaker_token == none && q.begin > 1 && t_.form(q.begin - 1) == ":" && t_.paragraph(q.begin - 1) == t_.paragraph(q.begin))
      q.speaker_token = speaker_in(t_.sentence_begin(q.begin - 1), q.begin, q);
  }

  // "According to Lavrov, “all of South America ...”".
  std::uint32_t according_to(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i + 2 < end; ++i)
      if (t_.lower(i) == "according" && t_.lower(i + 1) == "to" && inside_[i] < 0) return t_.child(i + 1, "pobj");
    return none;
  }

  // A quotation without attribution continues the one before it in its paragraph; one that is a paragraph of its own, that of the
  // paragraph before.
  void carry_over() {
    for (std::size_t q = 1; q < a_.quotations.size(); ++q) {
      Quotation& here = a_.quotations[q];
      if (here.speaker_token != none) continue;
      const Quotation& last = a_.quotations[q - 1];
      const std::uint32_t p = t_.paragraph(here.begin), before = t_.paragraph(last.end - 1);
      const bool long_enough = here.end - here.begin > 6;
      const bool whole = here.begin == 0 || t_.paragraph(here.begin - 1) != p;
      if (p == before || (whole && long_enough && p == before + 1)) here.same_as = static_cast<std::int32_t>(q - 1);
    }
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  std::vector<std::int32_t> inside_;
};

}  // namespace

void find_quotations(Analysis& a) { Quotations(a).run(); }

}  // namespace entente::entity
