#include "relation/arguments.hpp"

#include <algorithm>
#include <array>

namespace entente::relation {

namespace {

constexpr std::uint32_t kNone = Tree::npos;
constexpr int kMaxDepth = 12;          // of control chains: "agreed to try to begin to ..."
constexpr int kNounStep = 4;           // what a noun on the way counts: its subject is looked for along several ways, which may lead back to it
constexpr float kViaSupport = 0.95F;   // an argument taken over from a support verb
constexpr float kReattached = 0.85F;   // a prepositional phrase the parser put on a neighbour
constexpr float kModifier = 0.9F;      // "US support": a name before the noun as its subject

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_modifier(Dep dep) { return dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod || dep == Dep::npadvmod; }

// Verbs with an of-argument beside their object: "stripped X of its title".
bool takes_of(std::string_view verb) {
  return is_one_of(verb, {"strip", "deprive", "rob", "accuse", "suspect", "convict", "acquit", "clear", "absolve", "relieve", "rid", "cleanse", "warn", "inform", "notify", "remind", "assure", "dispossess"});
}

// Verbs of a stand on what another does.
bool is_stand(std::string_view verb) {
  return is_one_of(verb, {"welcome", "praise", "support", "back", "reject", "oppose", "note", "stress", "highlight", "demand", "urge", "condemn", "favor", "favour", "see", "mark", "discuss", "cite"});
}

// Verbs that lay a deed on their object.
bool lays_blame(std::string_view verb) {
  return is_one_of(verb, {"blame", "accuse", "suspect", "condemn", "criticize", "criticise", "denounce", "fault", "slam", "punish", "try", "convict", "indict", "charge", "sanction", "thank", "praise", "rebuke", "castigate"});
}

// What somebody says, writes or decides: its participle is his ("a statement condemning X").
bool is_utterance(std::string_view noun) {
  return is_one_of(noun, {"statement", "declaration", "letter", "resolution", "communique", "communiqué", "message", "petition", "note", "report", "speech", "article", "editorial",
                          "telegram", "document", "memo", "order", "decree", "ruling", "bill", "law", "campaign", "post", "tweet", "motion", "appeal", "manifesto", "leaflet",
                          "protest", "demonstration", "rally", "march", "strike", "vigil"});
}

// What one says to or of somebody, with him for an object.
bool is_address(std::string_view verb) {
  return is_one_of(verb, {"accuse", "urge", "criticize", "criticise", "denounce", "condemn", "blame", "praise", "thank", "reject", "call", "warn", "demand", "ask", "vow", "dismiss", "appeal", "slam", "blast", "hail", "welcome", "deny", "challenge"});
}

bool is_clause(Dep dep) {
  return dep == Dep::xcomp || dep == Dep::ccomp || dep == Dep::advcl || dep == Dep::acl || dep == Dep::relcl || dep == Dep::pcomp;
}

}  // namespace

ArgumentList Arguments::find(std::uint32_t predicate, const Function& function) const {
  if (function.kind == Function::Kind::host) {
    const auto verb = host(predicate, function.words);
    return verb == kNone ? ArgumentList() : ArgumentList{{verb, kReattached}};
  }
  if (function.kind == Function::Kind::next) {
    const auto name = name_after(predicate);
    return name == kNone ? ArgumentList() : ArgumentList{{name, 1.0F}};
  }
  auto out = tree_.is_noun(predicate) ? noun_argument(predicate, function) : verb_argument(predicate, function);
  for (auto& a : out) a.token = antecedent(a.token);
  return out;
}

ArgumentList Arguments::find(std::uint32_t predicate, const Path& path) const {
  ArgumentList out;
  follow(predicate, path, 1.0F, out);
  return out;
}

void Arguments::follow(std::uint32_t predicate, std::span<const Function> path, float certainty, ArgumentList& out) const {
  const auto before = out.size();
  for (const auto& a : find(predicate, path.front())) {
    if (path.size() == 1) out.push_back({a.token, certainty * a.certainty, a.rank});
    else follow(a.token, path.subspan(1), certainty * a.certainty, out);
  }
  // "to sway the vote in X": the parser may hang the object's phrase on the verb
  using enum Function::Kind;
  if (out.size() > before || path.size() != 2 || path[0].kind != obj || path[1].kind != prep || tree_.is_noun(predicate)) return;
  const auto& words = path[1].words;
  if (words.size() != 1 || !is_one_of(words[0], {"on", "with", "against", "for", "at", "over", "about"}) || logical_object(predicate) == kNone) return;
  for (const auto& a : verb_argument(predicate, path[1])) out.push_back({antecedent(a.token), certainty * a.certainty * kReattached, a.rank});
}

std::uint32_t Arguments::first_conjunct(std::uint32_t token) const {
  while (tree_.dep(token) == Dep::conj && !tree_.is_root(token)) token = tree_.head(token);
  return token;
}

std::uint32_t Arguments::antecedent(std::uint32_t token) const {
  // "X and Y, both of which left"
  if (is_one_of(tree_.lower(token), {"all", "both", "each", "many", "most", "neither", "none", "several", "some"}))
    if (const auto of = tree_.child_with_form(token, "of"); of != kNone)
      if (const auto o = tree_.child(of, Dep::pobj); o != kNone && tree_.is_relative(o)) return antecedent(o);
  if (!tree_.is_relative(token)) return token;
  for (auto t = token; !tree_.is_root(t); t = tree_.head(t))
    if (tree_.dep(t) == Dep::relcl) {
      const auto head = tree_.head(t);
      if (tree_.lower(token) != "which" || !is_person(head)) return head;
      // "X, the head of Y, which said": no person, so the name right before it, if that is something else
      const auto before = token >= 2 && tree_.lower(token - 1) == "," ? mentions_.containing(token - 2) : -1;
      const auto name = before < 0 ? kNone : mentions_.mentions[static_cast<std::size_t>(before)].head;
      return name == kNone || is_person(name) ? token : name;
    }
  return token;
}

bool Arguments::is_person(std::uint32_t token) const {
  const auto m = mentions_.headed_by(token);
  if (m < 0) return false;
  const auto& entities = mentions_.mentions[static_cast<std::size_t>(m)].entities;
  return std::all_of(entities.begin(), entities.end(), [&](auto e) { return mentions_.entities[e].kind == Kind::person; });
}

bool Arguments::is_passive(std::uint32_t verb) const {
  bool have = false, aux = false;
  for (auto c : tree_.children(verb)) {
    const auto d = tree_.dep(c);
    if (d == Dep::auxpass || d == Dep::nsubjpass || d == Dep::agent || d == Dep::csubjpass) return true;
    if (d == Dep::aux) aux = true, have |= tree_.lemma(c) == "have" || tree_.lower(c) == "having";
  }
  if (tree_.tag(verb) != "VBN" || have) return false;
  const auto d = tree_.dep(verb);
  if (d == Dep::acl || d == Dep::advcl) return true;
  if (d == Dep::conj && tree_.is_verb(tree_.head(verb))) return !aux && is_passive(tree_.head(verb));
  return false;
}

bool Arguments::is_over(std::uint32_t predicate) const {
  const auto carried = tree_.is_noun(predicate) ? carrier(predicate) : kNone;
  const auto verb = tree_.is_verb(predicate) ? predicate : carried;
  if (verb != kNone && tree_.tag(verb) != "VBD" && tree_.tag(verb) != "VBN") return false;
  for (auto at : {predicate, verb}) {
    if (at == kNone) continue;
    bool from = false, to = false;
    for (auto c : tree_.children(at)) {
      if (tree_.dep(c) != Dep::prep) continue;
      const auto object = tree_.child(c, Dep::pobj);
      const bool time = object != kNone && (tree_.tag(object) == "CD" || tree_.token(object).pos == "NUM");
      if (tree_.lower(c) == "until" && object != kNone) return true;
      from |= tree_.lower(c) == "from" && time;
      to |= (tree_.lower(c) == "to" || tree_.lower(c) == "through") && time;
      if (from && object != kNone)  // "from 2001 to 2005": the second phrase may hang on the first
        for (auto inner : tree_.children(c)) to |= tree_.lower(inner) == "to" || tree_.lower(inner) == "until";
    }
    if (from && to) return true;
  }
  return false;
}

// The subject as the clause shows it: of its own, or shared with the first conjunct, or given by control, raising or modification.
std::uint32_t Arguments::surface_subject(std::uint32_t predicate, int depth) const {
  if (depth > kMaxDepth) return kNone;
  auto subject = kNone;
  for (auto c : tree_.children(predicate)) {
    const auto d = tree_.dep(c);
    // "a decision that Trump applauded": of two subjects the relative pronoun is the object
    if ((d == Dep::nsubj || d == Dep::nsubjpass) && (subject == kNone || (tree_.is_relative(subject) && !tree_.is_relative(c)))) subject = c;
  }
  return subject != kNone ? antecedent(subject) : controller(predicate, depth);
}

std::uint32_t Arguments::controller(std::uint32_t predicate, int depth) const {
  if (tree_.is_root(predicate)) return kNone;
  const auto head = tree_.head(predicate);
  switch (tree_.dep(predicate)) {
    case Dep::conj:
      if (const auto speaker = speaker_shared(predicate); speaker != kNone) return surface_subject(speaker, depth + 1);
      return surface_subject(head, depth + 1);
    case Dep::acomp:
    case Dep::attr:
    case Dep::oprd:
      return surface_subject(head, depth + 1);
    case Dep::xcomp:
    case Dep::ccomp: {
      if (tree_.dep(predicate) == Dep::ccomp && tree_.tag(predicate) != "VB" && tree_.tag(predicate) != "VBG") return kNone;
      const auto object = tree_.child(head, Dep::dobj);
      if (object != kNone && object < predicate && !lexicon_.subject_control.contains(tree_.lemma(head))) return antecedent(object);
      // "appealed to X to leave", "called on X to leave"
      for (auto c : tree_.children(head))
        if (c < predicate && (tree_.dep(c) == Dep::prep || tree_.dep(c) == Dep::dative) && is_one_of(tree_.lower(c), {"on", "upon", "to", "for", "with"}) &&
            is_one_of(tree_.lemma(head), {"call", "appeal", "plead", "wait", "urge", "shout", "signal", "press", "push", "rely", "count", "prevail"}))
          if (const auto o = tree_.child(c, Dep::pobj); o != kNone) return antecedent(o);
      return surface_subject(head, depth + 1);
    }
    case Dep::other:  // an unclear link between verbs is most often coordination
      return tree_.is_verb(predicate) && tree_.is_verb(head) ? surface_subject(head, depth + 1) : kNone;
    case Dep::advcl:
      return tree_.has_child(predicate, Dep::mark) && tree_.tag(predicate) != "VBG" ? kNone : surface_subject(head, depth + 1);
    case Dep::acl: {
      if (tree_.tag(predicate) == "VBG" && is_utterance(tree_.lemma(head))) {
        // "issued a statement demanding", "a letter accusing": who utters it says so
        ArgumentList author;
        noun_subject(head, author, depth + kNounStep);
        if (!author.empty()) return author.front().token;
      }
      if (tree_.tag(predicate) == "VBG" || tree_.tag(predicate) == "VBN") return head;
      // "its decision to withdraw", "gave a pledge to withdraw": the noun's own subject
      ArgumentList subject;
      noun_subject(head, subject, depth + kNounStep);
      if (!subject.empty()) return subject.front().token;
      return head;
    }
    case Dep::relcl: {
      // "a bloc formed to ...", "the first to visit": an infinitive relative modifies its subject
      if (tree_.tag(predicate) != "VB") return kNone;
      if (tree_.is_root(head)) return head;
      // "were among the first to congratulate X"
      const auto among = tree_.head(head);
      if (tree_.dep(head) == Dep::pobj && tree_.lower(among) == "among" && tree_.is_copula(tree_.head(among))) return surface_subject(tree_.head(among), depth + 1);
      return tree_.dep(head) == Dep::attr && tree_.is_copula(tree_.head(head)) ? surface_subject(tree_.head(head), depth + 1) : head;
    }
    case Dep::pcomp: {
      // head is the preposition: "accused X of attacking Y", "by attacking", "after meeting"
      const auto governor = tree_.head(head);
      if (governor == head) return kNone;
      if (tree_.is_noun(governor)) {
        ArgumentList subject;
        noun_subject(governor, subject, depth + kNounStep);
        return subject.empty() ? kNone : subject.front().token;
      }
      const auto object = tree_.child(governor, Dep::dobj);
      if (object != kNone && is_one_of(tree_.lower(head), {"of", "for", "from", "into", "as"})) return antecedent(object);
      return surface_subject(governor, depth + 1);
    }
    default:
      return kNone;
  }
}

std::uint32_t Arguments::logical_subject(std::uint32_t verb, int depth) const {
  if (!is_passive(verb)) return surface_subject(verb, depth);
  for (auto c : tree_.children(verb))
    if (tree_.dep(c) == Dep::agent || (tree_.dep(c) == Dep::prep && tree_.lower(c) == "by"))
      if (const auto o = tree_.child(c, Dep::pobj); o != kNone) return o;
  // "was criticized and condemned by X": the agent hangs on the last conjunct
  for (auto c : tree_.children(verb))
    if (tree_.dep(c) == Dep::conj && tree_.is_verb(c) && c - verb <= 3 && is_passive(c) && !tree_.has_child(c, Dep::nsubjpass)) return logical_subject(c, depth);
  return agent_below(verb);
}

// "was unseated in a coup by X", "was shown the exit by X", "was asked to leave by X": the parser hangs the agent on the phrase in between.
std::uint32_t Arguments::agent_below(std::uint32_t verb) const {
  auto by = [this](std::uint32_t at) {
    for (auto c : tree_.children(at))
      if (c > at && (tree_.dep(c) == Dep::prep || tree_.dep(c) == Dep::agent) && tree_.lower(c) == "by")
        if (const auto o = tree_.child(c, Dep::pobj); o != kNone && (mentions_.headed_by(o) >= 0 || mentions_.containing(o) >= 0)) return o;
    return kNone;
  };
  for (auto c : tree_.children(verb)) {
    if (c < verb) continue;
    const auto d = tree_.dep(c);
    auto phrase = kNone;
    if (d == Dep::dobj || d == Dep::oprd) phrase = c;
    if (d == Dep::xcomp && tree_.tag(c) == "VB" && !tree_.has_child(c, Dep::dobj)) phrase = c;
    if (d == Dep::prep && is_one_of(tree_.lower(c), {"in", "on", "to", "with", "from"})) {
      const auto o = tree_.child(c, Dep::pobj);
      const auto det = o == kNone ? kNone : tree_.child(o, Dep::det);
      // "linked to the attack by X": what is definite has an agent of its own
      if (o != kNone && (det == kNone || tree_.lower(det) != "the")) phrase = o;
      if (const auto gerund = tree_.child(c, Dep::pcomp); gerund != kNone) {  // "was barred from playing matches by X"
        const auto object = tree_.child(gerund, Dep::dobj);
        phrase = object != kNone && by(object) != kNone ? object : gerund;
      }
    }
    if (phrase != kNone)
      if (const auto agent = by(phrase); agent != kNone) return agent;
  }
  return kNone;
}

// "X said Y would comply but accused Z": a past tense after a reported clause in another tense goes on with what the speaker does.
std::uint32_t Arguments::speaker_shared(std::uint32_t verb) const {
  const auto clause = tree_.head(verb);
  if (!tree_.is_verb(verb) || !tree_.is_verb(clause) || tree_.dep(clause) != Dep::ccomp || tree_.is_root(clause)) return kNone;
  const auto speech = tree_.head(clause);
  const bool asks = is_one_of(tree_.lemma(speech), {"demand", "insist", "propose", "recommend", "request", "urge"});
  if ((!asks && !lexicon_.speech.contains(tree_.lemma(speech))) || clause < speech || tree_.has_child(verb, Dep::mark)) return kNone;
  bool modal = false, had = false;
  for (auto c : tree_.children(clause)) {
    modal |= tree_.dep(c) == Dep::aux && tree_.tag(c) == "MD";
    had |= tree_.dep(c) == Dep::aux && tree_.lemma(c) == "have";
  }
  const auto tag = tree_.tag(clause);
  // "X said Y was wrong and blamed Z", "X demanded that Y go and blamed Z"
  const bool copula = tree_.lemma(clause) == "be" && is_address(tree_.lemma(verb));
  const bool other_tense = modal || copula || ((tag == "VB" || tag == "VBP" || tag == "VBZ" || tag == "VBG") && !had);
  const bool past = tree_.tag(verb) == "VBD" && !tree_.has_child(verb, Dep::aux) && !tree_.has_child(verb, Dep::auxpass);
  if (past && tree_.tag(speech) == "VBD" && (other_tense || (had && is_address(tree_.lemma(verb))))) return speech;
  return kNone;
}

// "whom X says it has killed", "whom X declared persona non grata": the relative pronoun that the parser took for a second subject.
std::uint32_t Arguments::relative_object(std::uint32_t verb) const {
  auto relative = kNone, subject = kNone;
  for (auto c : tree_.children(verb)) {
    if (tree_.dep(c) != Dep::nsubj) continue;
    if (tree_.is_relative(c)) relative = c;
    else subject = c;
  }
  return relative != kNone && subject != kNone && relative < subject ? antecedent(relative) : kNone;
}

// Whom a phrase describes: "X, himself under investigation by Y", "a colonel under Y's sanctions".
std::uint32_t Arguments::bearer_of(std::uint32_t noun) const {
  const auto first = first_conjunct(noun);
  if (tree_.dep(first) != Dep::pobj) return kNone;
  auto who = tree_.head(tree_.head(first));
  if (tree_.lower(who).ends_with("self") || tree_.lower(who).ends_with("selves")) {
    if (tree_.is_root(who)) return kNone;
    who = tree_.head(who);
  }
  return tree_.is_noun(who) ? who : kNone;
}

// The words of a quotation that begins within the predicate's clause, after its subject: "called X 'a farce'", "said X had 'lost its way'".
void Arguments::quoted(std::uint32_t predicate, ArgumentList& out) const {
  constexpr std::uint32_t kReach = 8, kLength = 25;
  auto begin = predicate;
  for (auto c : tree_.children(predicate))
    if (c < begin && (tree_.dep(c) == Dep::nsubj || tree_.dep(c) == Dep::nsubjpass)) begin = c;
  const auto& sentence = tree_.document().sentences()[tree_.token(predicate).sentence];
  const auto end = std::min(sentence.end, predicate + kReach);
  for (auto q = begin + 1; q + 1 < end; ++q) {
    const auto form = tree_.text(q);
    const bool straight = form == "\"" && tree_.token(q).end == tree_.token(q + 1).begin && tree_.token(q - 1).end < tree_.token(q).begin;
    if (!straight && form != "“" && form != "‘") continue;
    for (auto t = q + 1; t < sentence.end && t < q + kLength; ++t) {
      const auto close = tree_.text(t);
      if (close == "\"" || close == "”" || close == "’") return;
      out.push_back({t, 1.0F});
    }
    return;
  }
}

// The verb in whose clause a prepositional phrase or apposition stands: "At X's request, Y left"; "Y hailed the deal, a dig at X".
std::uint32_t Arguments::clause_of(std::uint32_t noun) const {
  auto at = first_conjunct(noun);
  for (int steps = 0; steps < 6 && !tree_.is_root(at); ++steps) {
    const auto d = tree_.dep(at);
    if (d != Dep::pobj && d != Dep::prep && d != Dep::dobj && d != Dep::appos && d != Dep::attr && d != Dep::npadvmod && d != Dep::pcomp) return kNone;
    at = tree_.head(at);
    if (tree_.is_verb(at)) return at;
  }
  return kNone;
}

std::uint32_t Arguments::logical_object(std::uint32_t verb, int depth) const {
  if (is_passive(verb)) {
    const auto given = given_to_subject(verb);  // "was granted asylum by X"
    return given != kNone ? given : surface_subject(verb, depth);
  }
  if (const auto o = relative_object(verb); o != kNone) return o;
  if (const auto o = tree_.child(verb, Dep::dobj); o != kNone) {
    const auto second = second_object(verb);  // "lent Jordan 30 million": the first of two objects is the indirect one
    return second != kNone ? second : o;
  }
  // "kidnapped up to 16 engineers": the parser takes "up" for a particle
  if (const auto up = tree_.child(verb, Dep::prt); up != kNone && tree_.lower(up) == "up")
    if (const auto to = tree_.child_with_form(up, "to"); to != kNone)
      if (const auto o = tree_.child(to, Dep::pobj); o != kNone && tree_.has_child(o, Dep::nummod)) return o;
  // An object gap of a relative clause: "the treaty that X signed", "the minister X met"
  if (tree_.dep(verb) == Dep::relcl && !tree_.is_root(verb)) {
    auto s = tree_.child(verb, Dep::nsubj);
    if (s != kNone && tree_.is_relative(s))
      for (auto c : tree_.children(verb))
        if (tree_.dep(c) == Dep::nsubj && !tree_.is_relative(c)) s = c;
    const bool clause = tree_.has_child(verb, Dep::ccomp) || tree_.has_child(verb, Dep::xcomp) || tree_.has_child(verb, Dep::attr) || tree_.has_child(verb, Dep::acomp);
    if (s != kNone && !tree_.is_relative(s) && !clause) {
      bool gap_in_preposition = false;
      for (auto c : tree_.children(verb))
        if (tree_.dep(c) == Dep::prep)
          if (const auto o = tree_.child(c, Dep::pobj); o == kNone || tree_.is_relative(o)) gap_in_preposition = true;
      if (!gap_in_preposition) return tree_.head(verb);
    }
  }
  // "condemned and sanctioned X": the object hangs on the last conjunct, right after it
  for (auto c : tree_.children(verb))
    if (tree_.dep(c) == Dep::conj && tree_.is_verb(c) && c - verb <= 3 && !tree_.has_child(c, Dep::nsubj) && !is_passive(c) && speaker_shared(c) == kNone) return logical_object(c, depth);
  return kNone;
}

std::uint32_t Arguments::second_object(std::uint32_t verb) const {
  if (!is_one_of(tree_.lemma(verb), {"give", "lend", "send", "offer", "grant", "hand", "pay", "sell", "deny", "refuse", "promise", "award", "loan", "owe", "allow", "pledge", "supply", "show", "issue", "wish"})) return kNone;
  auto first = kNone;
  for (auto c : tree_.children(verb)) {
    if (tree_.dep(c) != Dep::dobj) continue;
    if (first != kNone) return c;
    first = c;
  }
  // "wished Mexico, which holds the chair, success": what is given taken for an apposition, but a bare noun says not who one is
  if (first != kNone && tree_.word(first) == Word::proper)
    if (const auto given = tree_.child(first, Dep::appos); given != kNone && tree_.word(given) == Word::noun && tree_.lower(given - 1) == "," && tree_.has_child(first, Dep::relcl)) return given;
  return kNone;
}

// What the subject of a passive is given, with npos for none: "X was granted [asylum] by Y", where the subject is the indirect object.
std::uint32_t Arguments::given_to_subject(std::uint32_t verb) const {
  if (!is_one_of(tree_.lemma(verb), {"give", "lend", "send", "offer", "grant", "promise", "award", "loan", "hand", "deny", "refuse", "pay", "pledge", "supply", "show", "allow", "owe"}) || !is_passive(verb)) return kNone;
  const auto object = tree_.child(verb, Dep::dobj);
  return object != kNone && object > verb && tree_.is_noun(object) ? object : kNone;
}

// "gave Ukraine MiG-29 jets", "wished Bolivia success": the parser takes the first of two objects for a part of the second.
std::uint32_t Arguments::swallowed_object(std::uint32_t verb) const {
  if (!is_one_of(tree_.lemma(verb), {"give", "lend", "send", "offer", "grant", "wish", "promise", "pledge", "award", "loan", "hand", "deny", "owe", "supply"})) return kNone;
  const auto object = tree_.child(verb, Dep::dobj);
  if (object == kNone || tree_.word(object) != Word::noun || is_passive(verb) || tree_.child_with_form(verb, "to") != kNone || tree_.child_with_form(object, "to") != kNone) return kNone;
  for (auto c : tree_.children(object)) {
    if (c >= object || !is_modifier(tree_.dep(c))) continue;
    const auto m = mentions_.headed_by(c);
    if (m < 0) continue;
    const auto& mention = mentions_.mentions[static_cast<std::size_t>(m)];
    if (mention.begin != verb + 1 || mention.kind != entity::MentionKind::name) continue;
    const bool receives = std::all_of(mention.entities.begin(), mention.entities.end(), [&](auto e) {
      const auto kind = mentions_.entities[e].kind;
      return kind == Kind::country || kind == Kind::person || kind == Kind::region;
    });
    if (receives) return c;
  }
  return kNone;
}

ArgumentList Arguments::verb_argument(std::uint32_t verb, const Function& function) const {
  ArgumentList out;
  auto add = [&out](std::uint32_t token) {
    if (token != kNone) out.push_back({token, 1.0F});
  };
  using enum Function::Kind;
  switch (function.kind) {
    case subj:
      if (tree_.is_verb(verb) && tree_.dep(verb) != Dep::amod) {
        add(logical_subject(verb));
      } else if (tree_.dep(verb) == Dep::amod || (tree_.dep(verb) == Dep::acl && !tree_.is_root(verb))) {
        add(tree_.head(verb));
      } else {
        add(surface_subject(verb));
        if (out.empty() && tree_.dep(verb) == Dep::advcl) add(surface_subject(tree_.head(verb)));
      }
      break;
    case obj:
      add(logical_object(verb));
      break;
    case iobj:
      for (auto c : tree_.children(verb))
        if (tree_.dep(c) == Dep::dative) add(tree_.is_noun(c) || tree_.word(c) == Word::pronoun ? c : tree_.child(c, Dep::pobj));
      if (out.empty() && second_object(verb) != kNone) add(tree_.child(verb, Dep::dobj));
      if (out.empty()) add(swallowed_object(verb));
      if (out.empty() && given_to_subject(verb) != kNone) add(surface_subject(verb));
      break;
    case mod:
    case premodifier:
      for (auto c : tree_.children(verb))
        if (c < verb && (tree_.dep(c) == Dep::npadvmod || tree_.dep(c) == Dep::compound || tree_.dep(c) == Dep::amod)) add(c);
      break;
    case comp:
      return complement(verb);
    case purpose:
      purposes(verb, out);
      break;
    case condition:
      conditions(verb, out);
      break;
    case clause:
    case bearer:
      break;
    case quote:
      quoted(verb, out);
      break;
    case between:
      for (std::string_view word : {"between", "among", "amongst"}) prepositional(verb, {std::string(word)}, 1.0F, out);
      if (out.empty() && is_passive(verb))  // "mediated by X between Y and Z": the parser hangs it on the agent
        for (auto c : tree_.children(verb))
          if (tree_.lower(c) == "by")
            if (const auto o = tree_.child(c, Dep::pobj); o != kNone) prepositional(o, {"between"}, kReattached, out);
      break;
    case poss:
    case speaker:
    case host:
    case parties:
    case next:
      break;
    case prep: {
      prepositional(verb, function.words, 1.0F, out);
      if (out.empty())  // Coordination: "met and talked with X"
        for (auto c : tree_.children(verb))
          if (tree_.dep(c) == Dep::conj && tree_.is_verb(c) && c - verb <= 3 && !tree_.has_child(c, Dep::nsubj))
            prepositional(c, function.words, kViaSupport, out);
      if (const bool of = function.words[0] == "of"; out.empty() && function.words.size() == 1 && function.words[0] != "by" && (!of || takes_of(tree_.lemma(verb))))
        for (auto d : {Dep::dobj, Dep::nsubjpass, Dep::attr, Dep::advmod, Dep::npadvmod})
          if (const auto o = tree_.child(verb, d); o != kNone && out.empty()) prepositional(o, function.words, kReattached, out);
      if (out.empty() && is_one_of(function.words[0], {"to", "from", "for"}))  // "sell 200 tonnes of rice to X": the phrase hangs on what is measured
        if (const auto o = tree_.child(verb, Dep::dobj); o != kNone)
          if (const auto of = tree_.child_with_form(o, "of"); of != kNone)
            if (const auto measured = tree_.child(of, Dep::pobj); measured != kNone && tree_.word(measured) == Word::noun) prepositional(measured, function.words, kReattached, out);
      break;
    }
  }
  return out;
}

std::uint32_t Arguments::carrier(std::uint32_t noun) const {
  noun = first_conjunct(noun);
  if (tree_.is_root(noun)) return kNone;
  const auto head = tree_.head(noun);
  switch (tree_.dep(noun)) {
    case Dep::dobj:
    case Dep::nsubjpass:
    case Dep::attr:
    case Dep::oprd:
      return head;
    case Dep::pobj:  // "entered into talks with", "engaged in cooperation", "acting as mediator"
      if (const auto verb = tree_.head(head); verb != head && tree_.is_verb(verb) && is_one_of(tree_.lower(head), {"into", "in", "as", "to", "for", "on"})) return verb;
      return kNone;
    default:
      return kNone;
  }
}

void Arguments::modifiers(std::uint32_t noun, ArgumentList& out) const {
  for (auto c : tree_.children(noun)) {
    if (c >= noun) break;
    const auto d = tree_.dep(c);
    if (!is_modifier(d)) continue;
    modifiers(c, out);  // "Russia-CELAC dialogue": Russia hangs on CELAC
    const char initial = tree_.text(c).front();
    if (initial < 'a' || initial > 'z') out.push_back({c, kModifier});  // what names an actor is capitalised
  }
}

// Who does what a noun names. Candidates in order of trust, each group with a rank of its own.
void Arguments::noun_subject(std::uint32_t noun, ArgumentList& out, int depth) const {
  if (depth > kMaxDepth) return;
  std::uint8_t rank = 0;
  auto add = [&](std::uint32_t token, float certainty) {
    if (token != kNone) out.push_back({token, certainty, rank});
  };
  const auto first = first_conjunct(noun);
  add(tree_.child(noun, Dep::poss), 1.0F);
  ++rank;
  for (auto c : tree_.children(noun))
    if ((tree_.dep(c) == Dep::agent || tree_.dep(c) == Dep::prep) && tree_.lower(c) == "by") {
      ArgumentList by;
      objects_of(c, 1.0F, by);
      for (const auto& a : by) add(a.token, a.certainty);
    }
  // "the expulsion of diplomats by X": the parser hangs the agent on the nearer noun
  for (auto of : tree_.children(noun))
    if (tree_.dep(of) == Dep::prep && tree_.lower(of) == "of")
      if (const auto object = tree_.child(of, Dep::pobj); object != kNone)
        if (const auto by = tree_.child_with_form(object, "by"); by != kNone) add(tree_.child(by, Dep::pobj), kReattached);
  ++rank;
  // Participle or relative clause on it: "sanctions imposed by X", "the support that X gave"
  for (auto c : tree_.children(noun))
    if ((tree_.dep(c) == Dep::acl || tree_.dep(c) == Dep::relcl) && tree_.is_verb(c) && lexicon_.support.contains(tree_.lemma(c))) {
      // A passive participle's object is the noun itself; asking for it would come back here.
      const bool passive = tree_.dep(c) == Dep::acl && is_passive(c);
      if (passive || ((tree_.dep(c) == Dep::relcl || tree_.has_child(c, Dep::nsubj)) && logical_object(c, depth + 1) == noun)) add(logical_subject(c, depth + 1), kViaSupport);
    }
  ++rank;
  ArgumentList before;
  modifiers(noun, before);
  for (const auto& a : before)
    if (tree_.dep(a.token) == Dep::amod) add(a.token, kViaSupport);
  ++rank;
  if (first != noun) add(tree_.child(first, Dep::poss), kViaSupport);
  ++rank;
  // The verb that carries it: "X gave its support", "X is a member". A verb of speech only tells of it ("X announced US support").
  const auto verb = carrier(noun);
  // "welcomed the return of X": who takes a stand on another's deed does not do it
  const bool stand = verb != kNone && is_stand(tree_.lemma(verb)) && tree_.child_with_form(noun, "of") != kNone;
  // "vetoed a resolution demanding ...": who turns a text down does not utter it
  const bool refused = verb != kNone && is_utterance(tree_.lemma(noun)) && is_one_of(tree_.lemma(verb), {"veto", "reject", "block", "oppose", "condemn", "ignore", "receive", "dismiss", "defy"});
  const bool carried = verb != kNone && !stand && !refused && (tree_.is_copula(verb) || lexicon_.support.contains(tree_.lemma(verb)) || lexicon_.carriers.contains(tree_.lemma(verb)));
  const auto carrying = !carried ? kNone : tree_.is_copula(verb) ? surface_subject(verb, depth + 1) : logical_subject(verb, depth + 1);
  const bool tells = carried && lexicon_.speech.contains(tree_.lemma(verb));
  if (carrying != noun && carrying != first && !tells) add(carrying, kViaSupport);
  ++rank;
  for (const auto& a : before)
    if (tree_.dep(a.token) != Dep::amod) add(a.token, a.certainty);
  ++rank;
  if (tree_.dep(first) == Dep::appos && !tree_.is_root(first)) add(tree_.head(first), 1.0F);
  add(tree_.child(noun, Dep::appos), 1.0F);
  ++rank;
  // "X arrived in Y, the first leg of a tour": an apposition to where one goes tells of who goes
  if (const auto place = tree_.head(first); tree_.dep(first) == Dep::appos && !tree_.is_root(first) && tree_.dep(place) == Dep::pobj)
    if (const auto verb_of_place = tree_.head(tree_.head(place)); tree_.is_verb(verb_of_place)) add(surface_subject(verb_of_place, depth + 1), kReattached);
  ++rank;
  if (carrying != noun && carrying != first && tells) add(carrying, kReattached);
  ++rank;
  if (tree_.is_root(first)) return;
  if ((tree_.dep(first) == Dep::compound || tree_.dep(first) == Dep::nmod) && tree_.head(first) > first) {
    // A description before the name ("US ally South Korea"), or a noun that only frames the predicate ("the integration process of X")
    const auto framing = tree_.head(first);
    add(framing, 1.0F);
    ++rank;
    ArgumentList outer;
    if (tree_.word(framing) == Word::noun) noun_subject(framing, outer, depth + kNounStep);
    for (const auto& a : outer)
      if (a.token != noun) out.push_back({a.token, a.certainty * kViaSupport, static_cast<std::uint8_t>(rank + a.rank)});
    return;
  }
  if (tree_.dep(first) != Dep::pobj) return;
  const auto preposition = tree_.head(first), governor = tree_.head(preposition);
  if (governor == preposition) return;
  if (tree_.is_verb(governor) && lays_blame(tree_.lemma(governor)) && is_one_of(tree_.lower(preposition), {"for", "of", "over"})) {
    // "blamed X for the invasion of Y": X did it
    if (const auto blamed = logical_object(governor, depth + 1); blamed != noun && blamed != first) add(blamed, kViaSupport);
    return;
  }
  // "spoke after the invasion of Y", "called for calm in the wake of the killing of Y": whoever else did it
  if (lexicon_.suffered.contains(tree_.lemma(noun)) && tree_.child_with_form(noun, "of") != kNone) return;
  if (tree_.lower(preposition) == "as" && tree_.is_verb(governor)) {
    // "described X as its partner", "acting as mediator"
    const auto described = logical_object(governor, depth + 1);
    add(described != kNone ? described : surface_subject(governor, depth + 1), kViaSupport);
  } else if (tree_.is_noun(governor) && is_one_of(tree_.lower(preposition), {"of", "for", "on", "in", "at"})) {
    // "a mechanism of dialogue", "prospects for cooperation": the subject of the first noun
    ArgumentList outer;
    noun_subject(governor, outer, depth + kNounStep);
    for (const auto& a : outer) out.push_back({a.token, a.certainty * kReattached, static_cast<std::uint8_t>(rank + a.rank)});
  } else if (tree_.is_verb(governor) && !is_passive(governor) && is_one_of(tree_.lower(preposition), {"in", "during", "on", "under", "after", "before", "following", "at", "for", "amid"})) {
    // "said in an interview with X", "arrived for talks with X"
    add(surface_subject(governor, depth + 1), kReattached);
  } else if (is_one_of(tree_.lower(governor), {"open", "ready", "committed", "receptive", "amenable", "interested", "keen", "eager", "serious", "prepared", "set", "poised", "close"}) &&
             is_one_of(tree_.lower(preposition), {"to", "for", "in", "on", "about"})) {
    // "is open to cooperation with X", "is interested in talks with X"
    add(surface_subject(governor, depth + 1), kReattached);
  }
}

ArgumentList Arguments::noun_argument(std::uint32_t noun, const Function& function) const {
  ArgumentList out;
  using enum Function::Kind;
  switch (function.kind) {
    case subj:
      noun_subject(noun, out);
      break;
    case poss:
      if (auto p = tree_.child(noun, Dep::poss); p != kNone) out.push_back({p, 1.0F});
      break;
    case mod:
      modifiers(noun, out);
      break;
    case premodifier:
      for (auto c : tree_.children(noun))
        if (c < noun && is_modifier(tree_.dep(c))) out.push_back({c, 1.0F});
      break;
    case comp:
      return complement(noun);
    case purpose:
      purposes(noun, out);
      break;
    case condition:
      if (const auto verb = carrier(noun); verb != kNone) conditions(verb, out);
      break;
    case clause:
      if (const auto verb = clause_of(noun); verb != kNone) out.push_back({verb, 1.0F});
      break;
    case bearer:
      if (const auto who = bearer_of(noun); who != kNone) out.push_back({who, 1.0F});
      break;
    case quote:
      quoted(noun, out);
      break;
    case obj:
    case speaker:
    case host:
    case parties:
    case next:
      break;
    case iobj:
      if (const auto verb = carrier(noun); verb != kNone) return verb_argument(verb, function);
      break;
    case between:
      for (std::string_view word : {"between", "among", "amongst"}) prepositional(noun, {std::string(word)}, 1.0F, out);
      if (out.empty()) below_of(noun, {"between"}, out);
      if (out.empty()) below_matter(noun, {"between"}, out);
      if (out.empty() && tree_.dep(noun) == Dep::compound && tree_.word(tree_.head(noun)) == Word::noun) return noun_argument(tree_.head(noun), function);
      if (out.empty())
        if (const auto verb = carrier(noun); verb != kNone) return verb_argument(verb, function);
      break;
    case prep: {
      prepositional(noun, function.words, 1.0F, out);
      if (out.empty())  // "support and solidarity for X": the phrase hangs on the last conjunct
        for (auto c : tree_.children(noun))
          if (tree_.dep(c) == Dep::conj && (tree_.is_noun(c) || tree_.tag(c) == "VB")) prepositional(c, function.words, kViaSupport, out);  // "pressure and blackmail": taken for a verb
      if (out.empty())  // "sanctions imposed on X"
        for (auto c : tree_.children(noun))
          if (tree_.is_verb(c) && (tree_.dep(c) == Dep::acl || (tree_.dep(c) == Dep::relcl && carries_on(c)))) prepositional(c, function.words, kViaSupport, out);
      if (out.empty() && tree_.dep(noun) == Dep::compound && tree_.word(tree_.head(noun)) == Word::noun)  // "dialogue mechanisms with X"
        return noun_argument(tree_.head(noun), function);
      if (out.empty() && function.words[0] != "of" && function.words[0] != "by") below_of(noun, function.words, out);
      if (out.empty() && function.words.size() == 1 && function.words[0] == "of")  // "the detention by Polish police of X"
        for (auto by : tree_.children(noun))
          if (tree_.lower(by) == "by" && (tree_.dep(by) == Dep::prep || tree_.dep(by) == Dep::agent))
            if (const auto agent = tree_.child(by, Dep::pobj); agent != kNone) prepositional(agent, function.words, kReattached, out);
      if (out.empty() && is_one_of(function.words[0], {"with", "from"})) below_matter(noun, function.words, out);
      if (!out.empty()) break;
      const auto verb = carrier(noun);
      if (verb == kNone) break;
      if (function.words.size() == 1 && function.words[0] == "of") {
        fronted_relative(verb, "of", out);
        break;
      }
      if (lexicon_.support.contains(tree_.lemma(verb)) || lexicon_.carriers.contains(tree_.lemma(verb)) || tree_.is_copula(verb)) {
        prepositional(verb, function.words, kViaSupport, out);
        if (out.empty() && function.words.size() == 1 && function.words[0] == "to") {
          const Function indirect{iobj, {}};
          for (auto a : verb_argument(verb, indirect)) out.push_back({a.token, kViaSupport});  // "gave Kyiv its support"
        }
      }
      break;
    }
  }
  return out;
}

// "the return of X to Y", "the mediation of X between Y and Z": the parser may hang the second phrase on the object of the first.
void Arguments::below_of(std::uint32_t noun, const std::vector<std::string>& words, ArgumentList& out) const {
  for (auto of : tree_.children(noun))
    if (tree_.dep(of) == Dep::prep && (tree_.lower(of) == "of" || tree_.lower(of) == "by"))
      if (const auto object = tree_.child(of, Dep::pobj); object != kNone && tree_.word(object) == Word::proper) prepositional(object, words, kReattached, out);
}

// "talks on gas between X and Y", "an agreement on fishing rights with X": the parser may hang the second phrase on the matter of the first.
void Arguments::below_matter(std::uint32_t noun, const std::vector<std::string>& words, ArgumentList& out) const {
  for (auto preposition : tree_.children(noun)) {
    if (preposition < noun || tree_.dep(preposition) != Dep::prep || !is_one_of(tree_.lower(preposition), {"on", "in", "for", "about", "over", "at", "of"})) continue;
    const auto matter = tree_.child(preposition, Dep::pobj);
    if (matter == kNone || (tree_.lower(preposition) == "of" && tree_.word(matter) != Word::noun)) continue;
    prepositional(matter, words, kReattached, out);
    if (const auto of = tree_.child_with_form(matter, "of"); out.empty() && of != kNone)
      if (const auto inner = tree_.child(of, Dep::pobj); inner != kNone) prepositional(inner, words, kReattached, out);
  }
}

// A relative clause whose phrases are its noun's too: "the support that X gave to Y", not "claims to a field, half of which is held by X".
bool Arguments::carries_on(std::uint32_t relative_clause) const {
  const auto passive = tree_.child(relative_clause, Dep::nsubjpass);
  return lexicon_.support.contains(tree_.lemma(relative_clause)) && (passive == kNone || tree_.is_relative(passive));
}

void Arguments::objects_of(std::uint32_t preposition, float certainty, ArgumentList& out) const {
  for (auto c : tree_.children(preposition))
    if (tree_.dep(c) == Dep::pobj) out.push_back({c, certainty});
  if (!out.empty()) return;
  if (tree_.lower(preposition) == "as")  // "described it as irresponsible"
    for (auto c : tree_.children(preposition))
      if (tree_.word(c) == Word::adjective) out.push_back({c, certainty});
  if (!out.empty()) return;
  // "to and from X": the object hangs on the last preposition
  for (auto c : tree_.children(preposition))
    if (tree_.dep(c) == Dep::conj) objects_of(c, certainty, out);
  // Stranded in a relative clause: "the country it withdrew from"
  if (out.empty() && !tree_.has_child(preposition, Dep::pcomp) && !tree_.has_child(preposition, Dep::prep)) {
    const auto verb = tree_.head(preposition);
    if (tree_.dep(verb) == Dep::relcl && !tree_.is_root(verb)) out.push_back({tree_.head(verb), certainty});
  }
}

// The verb in whose clause a predicate stands: "X and Y [signed] a truce mediated by Z", "Under Z's mediation, X and Y [signed] a truce".
std::uint32_t Arguments::host(std::uint32_t predicate, const std::vector<std::string>& prepositions) const {
  auto at = tree_.is_verb(predicate) ? predicate : first_conjunct(predicate);
  if (tree_.is_root(at)) return kNone;
  if (!prepositions.empty() && (tree_.dep(at) != Dep::pobj || std::find(prepositions.begin(), prepositions.end(), tree_.lower(tree_.head(at))) == prepositions.end())) return kNone;
  constexpr int kFarUp = 8;
  for (int steps = 0; steps < kFarUp && !tree_.is_root(at); ++steps) {
    const auto d = tree_.dep(at);
    if (d == Dep::conj && tree_.is_verb(at)) return kNone;
    at = tree_.head(at);
    if (tree_.is_verb(at) && tree_.dep(at) != Dep::amod) return at;
  }
  return kNone;
}

// The name right after a prefix: "pro-[Russian]".
std::uint32_t Arguments::name_after(std::uint32_t token) const {
  auto i = token + 1;
  if (i < tree_.size() && tree_.lower(i) == "-") ++i;
  const auto m = i < tree_.size() ? mentions_.containing(i) : -1;
  return m < 0 || mentions_.mentions[static_cast<std::size_t>(m)].begin != i ? kNone : mentions_.mentions[static_cast<std::size_t>(m)].head;
}

// "the bloc, of which both are members": the phrase of the predicate noun stands before the verb.
void Arguments::fronted_relative(std::uint32_t verb, std::string_view preposition, ArgumentList& out) const {
  for (auto c : tree_.children(verb))
    if (c < verb && tree_.lower(c) == preposition)
      if (const auto o = tree_.child(c, Dep::pobj); o != kNone && tree_.is_relative(o)) out.push_back({o, kViaSupport});
}

// words: {"with"}, or {"out", "of"}, or {"on", "behalf", "of"}; each is a preposition below the one before, or the object noun of it.
void Arguments::prepositional(std::uint32_t predicate, const std::vector<std::string>& words, float certainty, ArgumentList& out) const {
  auto descend = [this](std::uint32_t at, const std::string& word) {
    for (auto c : tree_.children(at)) {
      const auto d = tree_.dep(c);
      if ((d == Dep::prep || d == Dep::agent || d == Dep::dative || d == Dep::pobj || d == Dep::prt || d == Dep::advmod || d == Dep::pcomp) && (tree_.lower(c) == word)) return c;
    }
    return kNone;
  };
  auto at = predicate;
  for (const auto& word : words)
    if (at = descend(at, word); at == kNone) break;
  if (at != kNone) {
    // Several phrases with the same preposition: "with X and with Y", "in May in Paris"
    if (words.size() == 1) {
      for (auto c : tree_.children(predicate)) {
        const auto d = tree_.dep(c);
        if ((d == Dep::prep || d == Dep::agent || d == Dep::dative) && tree_.lower(c) == words[0]) objects_of(c, certainty, out);
      }
    } else {
      objects_of(at, certainty, out);
    }
  }
  if (out.empty() && words.size() == 1)  // below a particle or another preposition: "pulled out [of X]", "back [from X]", "up [with X]"
    for (auto c : tree_.children(predicate)) {
      const auto d = tree_.dep(c);
      if (d == Dep::prep || d == Dep::prt || d == Dep::advmod || d == Dep::intj)  // "says no [to X]"
        if (const auto p = tree_.child_with_form(c, words[0]); p != kNone && tree_.dep(p) == Dep::prep) objects_of(p, certainty, out);
    }
}

ArgumentList Arguments::complement(std::uint32_t predicate) const {
  ArgumentList out;
  for (auto c : tree_.children(predicate)) {
    const auto d = tree_.dep(c);
    const bool for_infinitive = d == Dep::advcl && c > predicate && tree_.tag(c) == "VB" && tree_.has_child(c, Dep::nsubj) && tree_.child_with_form(c, "for") != kNone;  // "called for X to leave"
    if ((is_clause(d) && d != Dep::relcl && d != Dep::advcl) || for_infinitive) out.push_back({c, 1.0F});
    if (d == Dep::attr || d == Dep::oprd || d == Dep::acomp) out.push_back({c, 1.0F});  // "was elected [president]"
    if (d == Dep::dobj && names_its_object(tree_.lemma(predicate)) && relative_object(predicate) != kNone) out.push_back({c, 1.0F});  // "whom X declared [persona non grata]"
    if (d == Dep::prep)
      if (const auto p = tree_.child(c, Dep::pcomp); p != kNone) out.push_back({p, 1.0F});
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    for (auto c : tree_.children(out[i].token))
      if (tree_.dep(c) == Dep::conj && tree_.is_verb(c)) out.push_back({c, 1.0F});
  return out;
}

// What a deed is done for: "marched to demand X", "held rallies calling for X", "a strike to protest X"; below the predicate, its object
// or a phrase of it, wherever the parser hung the infinitive or participle.
void Arguments::purposes(std::uint32_t predicate, ArgumentList& out, int depth) const {
  if (depth > 3) return;
  for (auto c : tree_.children(predicate)) {
    if (c < predicate) continue;
    const auto d = tree_.dep(c);
    const bool clause = d == Dep::advcl || d == Dep::xcomp || d == Dep::acl || d == Dep::relcl || d == Dep::ccomp;
    const bool purpose = tree_.is_verb(c) && (tree_.tag(c) == "VBG" || (tree_.tag(c) == "VB" && tree_.child_with_form(c, "to") != kNone));
    if (clause && purpose) out.push_back({c, depth == 0 ? 1.0F : kReattached});
    else if (d == Dep::dobj || d == Dep::nsubjpass || d == Dep::prep || d == Dep::pobj || d == Dep::npadvmod || d == Dep::conj) purposes(c, out, depth + 1);
  }
  const auto n = out.size();
  for (std::size_t i = 0; i < n; ++i)
    for (auto c : tree_.children(out[i].token))
      if (tree_.dep(c) == Dep::conj && tree_.is_verb(c)) out.push_back({c, out[i].certainty});
}

// The verbs of the clauses under which something happens: "if X attacks", "unless X withdraws", "until X agrees".
void Arguments::conditions(std::uint32_t predicate, ArgumentList& out, int depth) const {
  if (depth > 2) return;
  for (auto c : tree_.children(predicate)) {
    const auto d = tree_.dep(c);
    if (d == Dep::advcl || d == Dep::ccomp) {
      const auto mark = tree_.child(c, Dep::mark);
      if (mark != kNone && is_one_of(tree_.lower(mark), {"if", "unless", "until", "should"})) out.push_back({c, 1.0F});
    }
    if (tree_.is_verb(c) && c > predicate && (d == Dep::xcomp || d == Dep::ccomp)) conditions(c, out, depth + 1);
    if ((d == Dep::prep || d == Dep::dobj || d == Dep::pobj) && depth < 2 && c > predicate) conditions(c, out, depth + 1);
  }
}

}  // namespace entente::relation
