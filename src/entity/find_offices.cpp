#include <algorithm>
#include <array>

#include "entity/office_gaps.hpp"
#include "text/words.hpp"

/// Who holds the offices that the text names: titles before names, appositions, copulas, "as", and lists of holders and bodies.
namespace entente::entity {
namespace {

constexpr std::array<std::string_view, 14> between{"himself", "herself", "itself", "now", "currently", "also", "formerly", "once", "until", "at", "present", "previously", "still", "today"};

class Offices {
 public:
  explicit Offices(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer), gaps_(a) {}

  void run() {
    for (std::size_t p = 0; p < a_.phrases.size(); ++p) holders(a_.phrases[p]);
    for (std::size_t p = 1; p < a_.phrases.size(); ++p) conjoined(a_.phrases[p], a_.phrases[p - 1]);
    for (std::size_t p = a_.phrases.size(); p-- > 0;) coordinated(p);
  }

 private:
  TitleHit& hit(const TitlePhrase& p) const { return a_.titles[p.hit]; }

  static bool person(const Name* n) { return n && n->type == Type::person && n->entity != none; }
  static bool holder_type(const Name* n) { return n && n->entity != none && n->type != Type::nothing && n->type != Type::unknown; }

  void holders(TitlePhrase& p) {
    static_cast<void>(after(p) || before(p) || listed_behind(p) || by_tree(p) || set_before(p));
  }

  // "The ministers present were: A (Economy), B (Energy) and C (Health)": those of a list, each with his field in brackets.
  bool listed_behind(TitlePhrase& p) {
    if (!hit(p).plural) return false;
    const std::uint32_t limit = t_.sentence_end(p.begin);
    std::uint32_t i = p.end;
    const auto begins_list = [&](std::uint32_t k) { return person(gaps_.name_starting(k)) && past_bracket(gaps_.name_starting(k)->end, limit) > gaps_.name_starting(k)->end; };
    while (i < limit && i < p.end + 14 && !begins_list(i)) {
      if (t_.quote(i) || (a_.name_at[i] >= 0 && person(&a_.names[static_cast<std::size_t>(a_.name_at[i])]))) return false;
      ++i;
    }
    if (i >= limit || i >= p.end + 14 || i == p.end) return false;
    const std::string_view lemma = t_.token(i - 1).lemma;
    if (t_.form(i - 1) != ":" && lemma != "be" && lemma != "include") return false;
    while (i < limit && begins_list(i)) {
      p.holders.push_back(gaps_.name_starting(i)->entity);
      i = past_bracket(gaps_.name_starting(i)->end, limit);
      while (i < limit && (t_.form(i) == "," || t_.form(i) == ";" || t_.lower(i) == "and")) ++i;
    }
    if (p.holders.size() < 2) p.holders.clear();
    return !p.holders.empty();
  }

  // Behind "(Mines and Energy)"; `i` where no short bracket stands there.
  std::uint32_t past_bracket(std::uint32_t i, std::uint32_t limit) const {
    if (i >= limit || t_.form(i) != "(") return i;
    for (std::uint32_t k = i + 2; k < std::min(limit, i + 8); ++k)
      if (t_.form(k) == ")") return k + 1;
    return i;
  }

  // "A grandson of the painter X, he grew up in", "Once a minister, she": set before the clause whose subject it describes.
  bool set_before(TitlePhrase& p) {
    const std::uint32_t head = hit(p).head, from = t_.sentence_begin(p.begin), verb = t_.head(head);
    if (hit(p).plural || p.possessor != none || p.begin > from + 2 || (!p.indefinite && p.bodies.empty() && !p.former)) return false;
    if (t_.pos(verb) != "VERB" && t_.pos(verb) != "AUX") return false;
    const std::uint32_t subject = t_.subject(verb);
    if (subject == none || subject == head || subject <= p.end || t_.sentence(subject) != t_.sentence(head)) return false;
    if (t_.tag(subject) != "PRP" || t_.form(subject - 1) != ",") return false;
    return hold(p, subject);
  }

  // --- "Foreign Minister Sergey Lavrov", "president, Rafael Ibarra,", "presidents of X and Y, A and B" ---

  bool after(TitlePhrase& p) {
    const std::uint32_t limit = t_.sentence_end(p.begin);
    // "A, a former president of X, B, ex-president of Y, and C": a list, in which each role stands behind its name.
    if (p.indefinite && p.begin > 2 && t_.form(p.begin - 2) == "," && person(gaps_.name_ending(p.begin - 2))) return false;
    // The name follows the title itself, or its bodies.
    for (const std::uint32_t from : {hit(p).end, p.end, gaps_.past_place(p.end, limit), gaps_.past_field(p.end, limit)}) {
      std::uint32_t i = from;
      bool comma = false;
      while (i < limit) {
        if (const std::uint32_t past = gaps_.past_rank(i, comma); past > i) {
          i = past;
        } else if (t_.quote(i) || t_.lower(i) == "mr" || (t_.cap(i) && g_.honorific(t_.form(i)) && !gaps_.name_starting(i))) {
          ++i;
        } else if (t_.form(i) == "," && !comma) {
          comma = true;
          ++i;
        } else {
          break;
        }
      }
      const Name* n = i < limit ? gaps_.name_starting(i) : nullptr;
      const Name* owner = comma ? gaps_.owner_before(n) : nullptr;
      if (owner) n = gaps_.name_starting(owner->end + 1);
      if (!person(n)) continue;
      if (comma && !closes(p, *n)) continue;
      if (!comma && from >= p.end && from != hit(p).end && !near_apposition(from, *n)) continue;
      read_list(p, *n, limit, hit(p).plural ? owner : nullptr);
      p.end = std::max(p.end, own_end_);
      if (owner && p.bodies.empty() && p.possessor == none && p.of_role == none && g_.titles()[hit(p).title].state_default) p.bodies.push_back(owner->entity);
      return true;
    }
    return false;
  }

  // "CEO of the Harbour Council Ana Ferro", "President of the Commission Ursula von der Leyen".
  static bool near_apposition(std::uint32_t from, const Name& n) { return n.begin == from && n.end - n.begin > 1; }

  // "the president, Rafael Ibarra, signed" but not "the president, Ibarra said": what follows the name closes the apposition.
  bool closes(const TitlePhrase& p, const Name& n) const {
    if (hit(p).plural) return true;
    const std::uint32_t limit = t_.sentence_end(n.begin);
    const bool fronted = (p.begin == t_.sentence_begin(p.begin) && !p.bodies.empty()) || t_.dep(n.end - 1) == "appos" || t_.dep(t_.span_head(n.begin, n.end)) == "appos";
    if (n.end >= limit) return true;
    const std::string_view next = t_.form(n.end);
    // "a former president of Chad, Ana Ruiz, as envoy", but not "met a minister, Ruiz and".
    const bool kin = !p.counterpart && g_.titles()[hit(p).title].office == OfficeKind::kin;
    if (p.indefinite) return (kin || n.end - n.begin > 1) && (next == "," || next == "." || next == ";" || next == ")" || (kin && t_.lower(n.end) == "and"));
    if (next == "," || next == "." || next == ";" || next == ")" || t_.lower(n.end) == "and" || t_.lower(n.end) == "who" || t_.possessive(n.end) || next == "(")
      return true;
    if (fronted) return true;
    // ", Peru's Prime Minister, Rosa Soto said".
    return !p.bodies.empty() && p.begin > 0 && t_.form(p.begin - 1) == ",";
  }

  // One holder, or for a plural title all that are coordinated: "A of X and B of Y", "A (X), B (Y) and C (Z)", "A and B".
  // @param owner "Egypt's A and Chad's B": whose the first is
  void read_list(TitlePhrase& p, const Name& first, std::uint32_t limit, const Name* owner) {
    p.holders.push_back(first.entity);
    std::uint32_t i = first.end;
    std::vector<std::vector<std::uint32_t>> own{{}};
    i = read_own(p, i, limit, own.back());
    if (owner && own.back().empty()) own.back().push_back(owner->entity);
    if (!hit(p).plural) {
      const bool given = !own.back().empty() && p.bodies.empty();
      if (given && p.counterpart && a_.drafts[own.back()[0]].type == Type::country) p.bodies = own.back();  // "her counterpart Li Wei of Chad"
      if (given && !p.counterpart && !judge_of(p, own.back())) (only_member(p, own.back()) ? p.parties : p.bodies) = own.back();
      own_end_ = i;
      return;
    }
    while (i < limit) {
      std::uint32_t k = i;
      while (k < limit && (t_.form(k) == "," || t_.lower(k) == "and" || t_.lower(k) == "&")) ++k;
      if (k == i || k >= limit) break;
      while (k < limit && t_.cap(k) && g_.honorific(t_.form(k)) && !gaps_.name_starting(k)) ++k;
      const Name* n = k < limit ? gaps_.name_starting(k) : nullptr;
      const Name* state = gaps_.owner_before(n);  // "Egypt's A and Chad's B"
      if (state) n = gaps_.name_starting(state->end + 1);
      if (!person(n)) break;
      p.holders.push_back(n->entity);
      own.emplace_back();
      i = read_own(p, n->end, limit, own.back());
      if (state && own.back().empty()) own.back().push_back(state->entity);
    }
    own_end_ = i;
    share_out(p, own);
  }

  // "Prime Minister X of the Reform Party": the office is not the party's, as that of its leader or spokesman is.
  bool only_member(const TitlePhrase& p, const std::vector<std::uint32_t>& own) const {
    const Title& t = g_.titles()[hit(p).title];
    const std::uint32_t begin = hit(p).begin;
    const bool shadow = t_.lower(begin) == "shadow" || (begin > 0 && t_.lower(begin - 1) == "shadow");
    const bool opposes = t.title == "opposition leader" || t.title == "leader of the opposition";
    const bool of_party = shadow || opposes ? shadow : t.title.ends_with("leader") || t.title.ends_with("chief") || t.title.ends_with("spokesman") || t.speaks;
    return t.state_default && !of_party && a_.drafts[own[0]].cls == "party";
  }

  // "Presiding Judge X of Norway" sits in a court; the state is hers.
  bool judge_of(const TitlePhrase& p, const std::vector<std::uint32_t>& own) const {
    const std::string& title = g_.titles()[hit(p).title].title;
    return title.ends_with("judge") && a_.drafts[own[0]].type == Type::country;
  }

  // "of Djibouti", "(Argentina)" after a name.
  std::uint32_t read_own(const TitlePhrase& p, std::uint32_t i, std::uint32_t limit, std::vector<std::uint32_t>& bodies) const {
    if (i + 1 >= limit) return i;
    if (t_.form(i) == "(") {
      const Name* n = gaps_.name_starting(i + 1);
      if (n && (n->type == Type::country || n->type == Type::organization || n->type == Type::region) && n->entity != none && n->end < limit && t_.form(n->end) == ")") {
        bodies.push_back(n->entity);
        return n->end + 1;
      }
      return i;
    }
    if (t_.lower(i) != "of") return works_at(p, i, limit, bodies);
    const std::uint32_t k = t_.lower(i + 1) == "the" ? i + 2 : i + 1;
    const Name* n = k < limit ? gaps_.name_starting(k) : nullptr;
    // "Manager Ana Ruiz of France's Nordhav": the state is the firm's.
    if (n && n->end + 1 < limit && t_.possessive(n->end)) {
      const Name* owned = gaps_.name_starting(n->end + 1);
      if (!owned || owned->type != Type::organization) return i;
      n = owned;
    }
    if (!n || n->entity == none || (n->type != Type::country && n->type != Type::organization && n->type != Type::region)) return i;
    bodies.push_back(n->entity);
    return n->end;
  }

  // "Inspector Mark Hale, from the Avon Police,", "analyst Bob Yaw at Lazard": who has a rank or a trade rather than an office of a state.
  std::uint32_t works_at(const TitlePhrase& p, std::uint32_t i, std::uint32_t limit, std::vector<std::uint32_t>& bodies) const {
    if (p.counterpart || !p.bodies.empty() || p.possessor != none || (p.noun != none && !t_.cap(p.noun))) return i;
    const Title& title = g_.titles()[hit(p).title];
    const bool set_off = t_.form(i) == ",";
    const std::uint32_t at = set_off ? i + 1 : i;
    constexpr std::array<std::string_view, 6> police{"constable", "detective", "deputy", "inspector", "superintendent", "trooper"};
    const std::string_view last = std::string_view(title.title).substr(title.title.rfind(' ') + 1);
    if (at + 1 >= limit) return i;
    // "Editor Ana Ruiz, of the Port Herald newspaper,", "the speaker, Li Wei, of the ruling Reform Party,"
    const bool holds = title.office == OfficeKind::leads || title.office == OfficeKind::holds_office_in || title.office == OfficeKind::chairs;
    if (title.office != OfficeKind::works_for && !is_rank(title.title) && !is_one_of(last, police) && !(holds && set_off && t_.lower(at) == "of")) return i;
    if (t_.lower(at) != "from" && t_.lower(at) != "with" && t_.lower(at) != "at" && !(set_off && t_.lower(at) == "of")) return i;
    const std::uint32_t above = t_.head(at);
    if (above >= i || a_.name_at[above] < 0) return i;  // "met Inspector Hale at Avon Police"
    std::uint32_t k = t_.lower(at + 1) == "the" ? at + 2 : at + 1;
    while (k > at + 1 && k < limit && k < at + 5 && !t_.cap(k) && (t_.pos(k) == "ADJ" || t_.tag(k) == "VBG" || t_.hyphen(k))) ++k;
    const Name* n = k < limit ? gaps_.name_starting(k) : nullptr;
    if (!n || n->entity == none || n->type != Type::organization) return i;
    if (n->end < limit && ((t_.pos(n->end) == "NOUN" && g_.noun_class(t_.lower(n->end)).empty()) || t_.possessive(n->end))) return i;
    bodies.push_back(n->entity);
    return n->end;
  }

  // As many bodies as holders: each has his own. Otherwise all share what the phrase names.
  void share_out(TitlePhrase& p, const std::vector<std::vector<std::uint32_t>>& own) {
    const bool any = std::any_of(own.begin(), own.end(), [](const auto& b) { return !b.empty(); });
    if (!any && (p.bodies.size() != p.holders.size() || p.holders.size() < 2)) return;
    std::vector<std::vector<std::uint32_t>> each(p.holders.size());
    for (std::size_t h = 0; h < p.holders.size(); ++h) each[h] = any ? own[h] : std::vector{p.bodies[h]};
    split_[p.hit] = std::move(each);
  }

  // --- "X, the former foreign minister of Y," ---

  bool before(TitlePhrase& p) {
    if (hit(p).plural && !p.counterpart && p.bodies.empty()) return false;
    if (p.possessor != none && t_.tag(p.possessor) == "WP$") return false;  // "the union, whose chairman, X,"
    const std::uint32_t from = t_.sentence_begin(p.begin);
    std::uint32_t i = p.begin;
    if (i > from && (p.definite || p.indefinite)) --i;
    if (i <= from + 1) return false;
    --i;
    // "X, himself a former minister", "X, now president".
    while (i > from + 1 && t_.form(i) != "," && is_one_of(t_.lower(i), between)) --i;
    const bool bracket = t_.form(i) == "(";
    const bool dash = t_.form(i) == "-" || t_.form(i) == "--" || t_.form(i) == "\u2014" || t_.form(i) == "\u2013";
    if (t_.form(i) != "," && !bracket && !dash) return false;
    // "X, 56, president of": an age between.
    if (i >= from + 2 && t_.pos(i - 1) == "NUM" && t_.form(i - 2) == ",") i -= 2;
    const Name* last = gaps_.name_ending(i);
    const Name* n = gaps_.whose(last);
    const bool chairs = !p.counterpart && g_.titles()[hit(p).title].office == OfficeKind::chairs;
    if (!person(n) && !(chairs && holder_type(n))) return false;
    if (n->begin < from) return false;
    if (!bracket && !apposed(p, *n, last->end)) return false;
    p.holders.push_back(n->entity);
    p.begin = std::min(p.begin, n->begin);
    also_before(p, *n, from);
    return true;
  }

  // The tree says so, or the phrase is closed behind by punctuation rather than followed by a verb of its own.
  // @param end of the name and what it is of
  bool apposed(const TitlePhrase& p, const Name& n, std::uint32_t end_of_name) const {
    const std::uint32_t head = hit(p).head;
    const std::uint32_t above = t_.head(head);
    if (tells(p, n)) return false;
    if (t_.dep(head) == "appos" && above >= n.begin && above < end_of_name) return true;
    if (t_.dep(head) == "nsubj" || t_.dep(head) == "nsubjpass") {
      // "After meeting Putin, the president of Belarus said".
      const std::uint32_t limit = t_.sentence_end(head);
      for (std::uint32_t k = p.end; k < limit; ++k) {
        if (t_.form(k) == "," || t_.lower(k) == "who") return t_.dep(n.end - 1).starts_with("nsubj") || n.begin == t_.sentence_begin(n.begin) || near_start(n);
        if (t_.pos(k) == "VERB" || t_.pos(k) == "AUX") return false;
      }
      return false;
    }
    // A list of persons and roles: "Lavrov, the president and the minister".
    if (t_.dep(head) == "conj" && !(above >= n.begin && above < n.end)) return false;
    const std::uint32_t end = p.end;
    if (end >= t_.sentence_end(head)) return true;
    const std::string_view next = t_.form(end);
    return next == "," || next == "." || next == ";" || next == ")" || t_.pos(end) == "ADP" || t_.lower(end) == "who" || t_.lower(end) == "and" ||
           t_.lower(end) == "respectively" || t_.punctuation(end);
  }

  // "... spoke with X, a Foreign Office official said": who tells it is not X, though the parser has him for that.
  bool tells(const TitlePhrase& p, const Name& n) const {
    const std::uint32_t verb = p.end;
    return p.indefinite && !near_start(n) && verb < t_.sentence_end(verb - 1) && t_.tag(verb) == "VBD" && g_.cue(Gazetteer::Cue::speech_verb, t_.token(verb).lemma) &&
           t_.child(verb, "nsubj") == none && t_.child(verb, "ccomp") < n.begin;
  }

  bool near_start(const Name& n) const { return n.begin - t_.sentence_begin(n.begin) < 4; }

  // "Wang Yi and Sergei Lavrov, the foreign ministers of China and Russia".
  void also_before(TitlePhrase& p, const Name& last, std::uint32_t from) {
    if (!hit(p).plural) return;
    std::uint32_t i = last.begin;
    while (i > from + 1 && (t_.lower(i - 1) == "and" || t_.form(i - 1) == ",")) {
      const Name* n = gaps_.name_ending(i - 1);
      if (!person(n)) break;
      p.holders.insert(p.holders.begin(), n->entity);
      i = n->begin;
    }
    share_out(p, std::vector<std::vector<std::uint32_t>>(p.holders.size()));
  }

  // --- copula, "as", objects of appointing ---

  // "made Ana Ruiz prime minister of Chad", "whom he made chairman": the name or the relative pronoun before the title, where the parser takes
  // the title for the object.
  bool made(TitlePhrase& p, std::uint32_t verb) {
    if (t_.token(verb).lemma != "make" || t_.child(verb, "neg") != none || t_.cap(hit(p).head)) return false;
    for (const std::uint32_t c : t_.children(verb))
      if (t_.dep(c) == "dobj" && c < verb && t_.lower(c) == "whom") return hold(p, t_.head(verb));
    const std::uint32_t begin = hit(p).begin;
    const std::int32_t n = begin > verb + 1 ? a_.name_at[begin - 1] : -1;
    if (n < 0) return false;
    const Name& name = a_.names[static_cast<std::size_t>(n)];
    if (name.type != Type::person || name.entity == none || name.begin != verb + 1 || name.end != begin) return false;
    p.holders.push_back(name.entity);
    return true;
  }

  bool by_tree(TitlePhrase& p) {
    const std::uint32_t head = hit(p).head;
    const std::string_view dep = t_.dep(head);
    std::uint32_t verb = t_.head(head);
    if (dep == "attr" || dep == "oprd") return predicate(p, verb);
    if (dep == "dobj" && made(p, verb)) return true;
    if (dep == "pobj" && t_.lower(verb) == "as") return predicate(p, governor(verb)) || fronted(p, verb);
    if (dep == "nsubj" && t_.token(verb).lemma == "be") return inverted(p, verb);
    return false;
  }

  // "appointed Ana Ruiz as chief executive": the verb, where the parser hangs the phrase on its object.
  std::uint32_t governor(std::uint32_t as) const {
    const std::uint32_t above = t_.head(as);
    const bool object = t_.dep(above) == "dobj" && a_.name_at[above] >= 0 && t_.pos(t_.head(above)) == "VERB";
    return object ? t_.head(above) : above;
  }

  // "As president of X, she refused", "In her capacity as chair of X, Y refused": the subject of the clause.
  bool fronted(TitlePhrase& p, std::uint32_t as) {
    std::uint32_t verb = t_.head(as);
    if (is_one_of(t_.lower(verb), std::array<std::string_view, 6>{"capacity", "role", "position", "function", "time", "days"})) verb = t_.head(t_.head(verb));
    const std::uint32_t subject = t_.subject(verb);
    if (subject == none || as > subject || t_.sentence(as) != t_.sentence(subject)) return false;
    return hold(p, subject);
  }

  // "the party, whose leader is X", "Its president is X".
  bool inverted(TitlePhrase& p, std::uint32_t verb) {
    std::uint32_t name = none;
    for (const std::uint32_t i : t_.children(verb)) {
      if (t_.dep(i) == "neg" || (t_.dep(i) == "aux" && t_.tag(i) == "MD")) return false;
      if (t_.dep(i) == "attr") name = i;
    }
    const std::int32_t m = name == none ? -1 : a_.mention_of_head[name];
    if (m < 0 || a_.mentions[static_cast<std::size_t>(m)].kind != MentionKind::name) return false;
    return hold(p, name);
  }

  // "was forced to resign as minister", "went on to become chairman", "before becoming president", "after serving as envoy": the subject of the
  // verb above, which says that it came about.
  std::uint32_t borrowed_subject(TitlePhrase& p, std::uint32_t verb) const {
    constexpr std::array<std::string_view, 14> factual{"begin", "come", "compel", "continue", "force", "get", "go", "have", "manage", "oblige", "return", "rise", "start", "use"};
    std::uint32_t above = t_.head(verb);
    const std::string_view dep = t_.dep(verb);
    if (dep == "pcomp" && t_.tag(verb) == "VBG") {
      const std::string_view preposition = t_.lower(above);
      if (preposition != "before" && preposition != "after" && preposition != "since") return none;
      // What one leaves by the verb is left anyway.
      if (preposition == "after") p.former = true;
      above = t_.head(above);
    } else if (dep == "advcl" && t_.tag(verb) == "VB" && t_.token(verb).lemma == "become") {
      // "left the bank to become chairman of X"
      if (!is_one_of(t_.token(above).lemma, std::array<std::string_view, 6>{"leave", "quit", "resign", "retire", "depart", "return"}) || t_.tag(above) != "VBD") return none;
    } else if (dep != "xcomp" || !is_one_of(t_.token(above).lemma, factual)) {
      return none;
    }
    if (t_.pos(above) != "VERB" || t_.child(above, "neg") != none) return none;
    const std::uint32_t modal = t_.child(above, "aux");
    return modal != none && t_.tag(modal) == "MD" ? none : t_.child(above, "nsubj", "nsubjpass");
  }

  bool predicate(TitlePhrase& p, std::uint32_t verb) {
    constexpr std::array<std::string_view, 21> giving{"appoint", "name", "elect", "re-elect", "reelect", "make", "install", "swear", "confirm", "crown",
                                                      "declare", "proclaim", "designate", "reappoint", "promote", "inaugurate", "hire", "choose", "pick",
                                                      "select", "instal"};
    constexpr std::array<std::string_view, 14> being{"be", "become", "remain", "serve", "work", "act", "stay", "continue", "resign", "retire", "quit", "step",
                                                     "replace", "succeed"};
    // "is tipped to become": the subject of the verb above
    constexpr std::array<std::string_view, 9> expecting{"expect", "favor", "favour", "poise", "schedule", "set", "slate", "tap", "tip"};
    const std::string_view lemma = t_.token(verb).lemma;
    const std::uint32_t particle = t_.child(verb, "prt");
    const bool takes_over = lemma == "take" && particle != none && t_.lower(particle) == "over";  // "took over as chairman of X"
    const bool gives = is_one_of(lemma, giving), is = takes_over || is_one_of(lemma, being);
    if (!gives && !is) return false;
    std::uint32_t subject = none, object = none;
    bool passive = false, negated = false, modal = false, coming = false;
    for (const std::uint32_t i : t_.children(verb)) {
      const std::string_view d = t_.dep(i);
      if (d == "nsubj") subject = i;
      if (d == "nsubjpass") subject = i, passive = true;
      if (d == "dobj") object = i;
      negated |= d == "neg";
      if (d == "aux" && t_.tag(i) == "MD") (is_one_of(t_.lower(i), std::array<std::string_view, 4>{"will", "shall", "'ll", "wo"}) ? coming : modal) = true;
      passive |= d == "auxpass";
    }
    if (negated || modal) return false;
    // "named Ana Ruiz finance minister": the parser takes the person for a part of what she is called.
    if (gives && !passive && object == none && t_.dep(hit(p).head) == "oprd")
      if (const Name* n = gaps_.name_starting(verb + 1); person(n) && n->end <= hit(p).begin) object = t_.span_head(n->begin, n->end);
    // "X is to be minister": under the verb of which X is the subject.
    if (const std::uint32_t above = t_.head(verb); subject == none && (t_.dep(verb) == "xcomp" || t_.dep(verb) == "ccomp") && (t_.token(above).lemma == "be" || is_one_of(t_.token(above).lemma, expecting))) {
      const std::uint32_t to = t_.child(verb, "aux");
      if (to != none && t_.lower(to) == "to" && t_.child(above, "neg") == none) subject = t_.child(above, "nsubjpass", "nsubj"), coming = true;
    }
    if (subject == none && object == none && !passive) subject = borrowed_subject(p, verb);
    p.elect |= coming;
    // "replaced X as minister": the subject holds it; "was replaced as minister": he did.
    const bool replaces = lemma == "replace" || lemma == "succeed";
    const std::uint32_t token = gives && !passive ? object : subject;
    if (token == none) return false;
    if (replaces && passive) p.former = true;
    if (gives && !passive && subject != none && p.bodies.empty() && p.possessor == none && p.of_role == none) p.giver = subject;
    if (lemma == "resign" || lemma == "retire" || lemma == "quit" || lemma == "step") p.former = true;
    return hold(p, token);
  }

  // The subject or object is a person's name, or is coordinated to one; pronouns are left to later.
  bool hold(TitlePhrase& p, std::uint32_t token) {
    const std::int32_t m = a_.mention_of_head[token];
    if (m < 0) {
      p.holder_token = token;
      return false;
    }
    if (a_.mentions[static_cast<std::size_t>(m)].kind != MentionKind::name) return false;
    const std::uint32_t e = a_.mentions[static_cast<std::size_t>(m)].entities[0];
    const bool chairs = !p.counterpart && g_.titles()[hit(p).title].office == OfficeKind::chairs;
    if (a_.drafts[e].type != Type::person && !chairs) return false;
    p.holders.push_back(e);
    return true;
  }

  // "X, the sister of Y and a director at Z", "X, chairman and chief executive of Z": two roles of the man named before them.
  void conjoined(TitlePhrase& p, TitlePhrase& first) {
    if (!p.holders.empty() || first.holders.size() != 1 || hit(p).plural || hit(first).plural || p.counterpart || first.counterpart) return;
    const std::uint32_t head = hit(p).head;
    if (t_.dep(head) != "conj" || t_.head(head) != hit(first).head || t_.sentence(p.begin) != t_.sentence(first.begin)) return;
    const std::uint32_t joint = p.begin - (p.definite || p.indefinite ? 2 : 1);
    if (p.begin < 3 || t_.lower(joint) != "and" || joint < hit(first).end) return;
    // The name stands before both: "X, a lawyer and minister", not "minister X and the president".
    bool before = false;
    for (std::uint32_t i = t_.sentence_begin(p.begin); i < hit(first).begin; ++i)
      if (const Name* n = gaps_.name_starting(i); n && n->entity == first.holders[0]) before = true;
    for (std::uint32_t i = hit(first).begin; i < std::min(p.end + 2, t_.sentence_end(p.begin)); ++i)
      if (const Name* n = gaps_.name_starting(i); person(n) && (n->entity == first.holders[0] || i >= p.end)) return;
    if (!before) return;
    p.holders = first.holders;
    if (first.bodies.empty() && first.possessor == none && first.of_role == none && joint == first.end) first.bodies = p.bodies;
  }

  // "Crown Prince and Prime Minister Mohammed bin Salman": the title before "and" is of the same man.
  void coordinated(std::size_t index) {
    TitlePhrase& p = a_.phrases[index];
    if (!p.holders.empty() || index + 1 >= a_.phrases.size()) return;
    const TitlePhrase& next = a_.phrases[index + 1];
    if (next.possessor != none) return;  // "its chairman and whose wife, X,"
    // "The union's envoy, the Senegalese diplomat X,": two descriptions of one man.
    if (next.holders.size() == 1 && next.definite && !hit(p).plural && !hit(next).plural && !p.indefinite && next.begin == p.end + 2 && t_.form(p.end) == "," &&
        t_.lower(p.end + 1) == "the" && t_.sentence(p.begin) == t_.sentence(next.begin)) {
      p.holders = next.holders;
      return;
    }
    if (described_twice(p, next)) {
      p.holders = next.holders;
      return;
    }
    if (next.holders.size() != 1 || next.definite || next.indefinite || hit(next).plural || hit(p).plural) return;
    if (t_.sentence(p.begin) != t_.sentence(next.begin) || next.begin != p.end + 1 || t_.lower(p.end) != "and") return;
    if (hit(p).capital != hit(next).capital) return;
    p.holders = next.holders;
    if (p.bodies.empty()) p.bodies = next.bodies;
  }

  // "its leader, former prime minister X,", "Her husband, the cricket commentator X,": the first says whose he is, the second stands at his name.
  bool described_twice(const TitlePhrase& p, const TitlePhrase& next) const {
    if (next.holders.size() != 1 || next.indefinite || hit(next).plural || hit(p).plural || p.counterpart || (p.indefinite && p.bodies.empty())) return false;
    if (p.bodies.empty() && p.possessor == none && p.of_role == none) return false;
    const std::uint32_t first = next.begin - (next.definite && next.begin > 0 ? 1 : 0);
    if (t_.sentence(p.begin) != t_.sentence(next.begin) || first != p.end + 1 || t_.form(p.end) != ",") return false;
    const Name* n = gaps_.name_starting(hit(next).end);
    if (!n || n->entity != next.holders[0]) return false;
    const std::uint32_t limit = t_.sentence_end(n->begin);
    return n->end >= limit || t_.lower(n->end) != "and" || p.begin == t_.sentence_begin(p.begin);
  }

 public:
  std::map<std::uint32_t, std::vector<std::vector<std::uint32_t>>> split_;

 private:
  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  OfficeGaps gaps_;
  std::uint32_t own_end_ = 0;
};

}  // namespace

void find_offices(Analysis& a) {
  Offices offices(a);
  offices.run();
  a.bodies_of_holders = std::move(offices.split_);
}

}  // namespace entente::entity
