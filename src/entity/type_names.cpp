#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "entity/analysis.hpp"
#include "entity/fold.hpp"
#include "entity/match_words.hpp"
#include "entity/name_hints.hpp"
#include "entity/name_roles.hpp"
#include "entity/name_votes.hpp"

/// Kinds of names that the gazetteer does not know, voted on by all their occurrences in the document.
namespace entente::entity {
namespace {

class Typing {
 public:
  explicit Typing(Analysis& a) : a_(a), t_(a.text), g_(a.gazetteer) {}

  void run() {
    for (const Name& name : a_.names)
      if (name.listed < 0 && !name.key.empty()) votes_[name.key] += vote(name);
    share_surnames();
    share_coordination();
    share_aliases();
    share_beginnings();
    for (Name& name : a_.names)
      if (name.listed < 0) decide(name);
  }

 private:
  std::string_view label(std::uint32_t i) const {
    return a_.ner_at[i] < 0 ? std::string_view() : a_.document.entities()[static_cast<std::size_t>(a_.ner_at[i])].label;
  }

  Votes vote(const Name& name) const {
    Votes v;
    v.occurrences = 1;
    if (name.type == Type::person) v.person += 4;
    if (name.type == Type::organization) v.organization += 4;
    by_model(name, v.model);
    by_form(name, v);
    by_words_before(name, v);
    by_words_after(name, v);
    vote_by_phrases(a_, name, v);
    vote_by_role(a_, name, v);
    return v;
  }

  void by_model(const Name& name, Score& v) const {
    const std::string_view l = label(t_.span_head(name.begin, name.end)).empty() ? label(name.begin) : label(t_.span_head(name.begin, name.end));
    if (l == "PERSON") v.person += 2;
    else if (l == "ORG") v.organization += 2;
    else if (l == "GPE") v.place += 2;
    else if (l == "LOC") v.region += 1.5;
    else if (l == "FAC") v.place += 2;
    else if (l == "NORP") v.nothing += 1.5;
    else if (l == "LAW" || l == "EVENT" || l == "WORK_OF_ART" || l == "LANGUAGE") v.nothing += 2;
    else if (l == "PRODUCT") v.nothing += name.end - name.begin > 1 ? 0.8 : 1.5;
  }

  void by_form(const Name& name, Votes& v) const {
    const std::string_view first = t_.lower(name.begin), last = t_.lower(name.end - 1);
    const std::uint32_t length = name.end - name.begin;
    if (g_.cue(Gazetteer::Cue::thing_noun, last) || (length > 1 && g_.cue(Gazetteer::Cue::thing_noun, first))) v.nothing += 4;
    // "An-124", "Tu-160": makes and models. "XVII".
    if (name.key.find_first_of("0123456789") != std::string::npos && name.key.find_first_of(" ") != std::string::npos && g_.head_class(first).empty())
      v.nothing += 3;
    if (length == 1 && t_.form(name.begin).find_first_not_of("IVXLCDM") == std::string_view::npos) v.nothing += 4;
    if (length == 1) {
      if (t_.acronym(name.begin)) v.organization += 2;
      if (g_.given_name(name.key)) v.person += 1;
      if (!g_.head_class(first).empty()) {
        v.organization += 1.5;
        v.cls = g_.head_class(first);
      }
      return;
    }
    std::uint32_t head = name.end - 1;
    for (std::uint32_t i = name.begin + 1; i < name.end; ++i)
      if (t_.tag(i) == "IN" || t_.tag(i) == "TO") {
        head = i - 1;
        break;
      }
    const bool given = g_.given_name(t_.key(name.begin, name.begin + 1)) != 0;
    if (const std::string_view cls = g_.head_class(t_.lower(head)); !cls.empty() && !(given && label(name.begin) == "PERSON")) {
      v.organization += g_.cue(Gazetteer::Cue::weak_head, t_.lower(head)) ? 2.5 : 4;
      v.cls = cls;
      if (!may_be_surname(t_.lower(head))) v.person -= 2.5;
    } else if (const std::string_view begins = g_.beginning_class(t_.key(name.begin, name.begin + 1)); !begins.empty() && !given) {
      v.organization += 4;
      v.cls = begins;
    }
    if (team_word(last) && !given && t_.casing(name.end - 1) == Casing::sentence) v.organization += 2.5, v.person -= 1;  // "Urawa Reds"
    if (g_.cue(Gazetteer::Cue::place_noun, last)) v.place += 3;
    if (g_.cue(Gazetteer::Cue::region_noun, last)) v.region += 3;
    if (given && length <= 5) v.person += 3;
    if (full_name(name)) v.person += 1;
    for (std::uint32_t i = name.begin; i + 1 < name.end; ++i)
      if (t_.form(i).size() <= 2 && t_.form(i).ends_with('.') && i > name.begin) v.person += 1;
  }

  // Nouns of bodies that people are called by, too.
  static bool may_be_surname(std::string_view noun) {
    constexpr std::array<std::string_view, 22> nouns{"ag", "bank", "brothers", "chambers", "church", "co", "court", "english", "friend", "gas", "guard", "hall",
                                                     "house", "marine", "post", "press", "reserve", "sa", "sons", "standard", "steel", "sun"};
    return std::find(nouns.begin(), nouns.end(), noun) != nouns.end();
  }

  static bool believes(std::string_view lemma) {
    constexpr std::array<std::string_view, 18> words{"belief", "believe", "confidence", "confide", "cent", "disappointment", "faith", "hold", "holding", "hope",
                                                     "interest", "invest", "investment", "investor", "percent", "share", "stake", "trust"};
    return std::find(words.begin(), words.end(), lemma) != words.end();
  }

  // Two to four plain words without an article: most often a person's name, where nothing else speaks.
  bool full_name(const Name& name) const {
    const std::uint32_t length = name.end - name.begin;
    if (length < 2 || length > 4 || t_.casing(name.begin) != Casing::sentence) return false;
    if (name.begin > t_.sentence_begin(name.begin) && (t_.pos(name.begin - 1) == "DET" || t_.cap(name.begin - 1))) return false;
    for (std::uint32_t i = name.begin; i < name.end; ++i)
      if (!t_.tag(i).starts_with("NNP") || t_.tag(i) == "NNPS" || t_.acronym(i) || t_.form(i).size() < 2) return false;
    return true;
  }

  void by_words_before(const Name& name, Votes& v) const {
    const std::uint32_t from = t_.sentence_begin(name.begin);
    if (name.begin == from) return;
    const std::uint32_t k = name.begin - 1;
    const std::string_view lower = t_.lower(k);
    if (t_.cap(k) && g_.honorific(t_.form(k))) v.person += 5;
    if (const std::int32_t hit = a_.title_at[k]; hit >= 0) {
      const TitleHit& title = a_.titles[static_cast<std::size_t>(hit)];
      // "the trader Nord Metals": a firm may have the trade.
      const std::string_view last = t_.lower(name.end - 1);
      const bool firm = name.end - name.begin > 1 && g_.head_class(last) == "company" && !g_.cue(Gazetteer::Cue::weak_head, last) && !may_be_surname(last) && !g_.given_name(t_.key(name.begin, name.begin + 1)) &&
                        g_.titles()[title.title].office == OfficeKind::works_for;
      if (title.end == name.begin && t_.dep(title.head) != "dobj" && !firm) v.person += title.plural ? (name.end - name.begin > 1 ? 2.5 : 1) : 3;
    } else if (g_.person_noun(lower) && (g_.noun_class(lower).empty() || g_.given_name(t_.key(name.begin, name.begin + 1)))) {
      v.person += 2;  // "the brewer Old Anchor" may be a firm
    }
    if (!t_.cap(k)) {
      std::string_view cls = g_.noun_class(lower);
      if (k > from && !g_.noun_class(t_.key(k - 1, k + 1)).empty()) cls = g_.noun_class(t_.key(k - 1, k + 1));
      if (!cls.empty()) {
        v.organization += 3.5;
        v.cls = cls;
      }
    }
    if (lower == "," && k > from && a_.title_at[k - 1] >= 0) {
      const TitleHit& title = a_.titles[static_cast<std::size_t>(a_.title_at[k - 1])];
      // "three children, Waweru, Wanjira and Muta".
      if (title.plural) v.person += 2;
    }
    if (lower == ",") behind_title(name, k, from, v);
    // "the Frenchman Gilles Roux".
    if (k > from && a_.name_at[k] >= 0 && name.end - name.begin > 1) {
      const Name& demonym = a_.names[static_cast<std::size_t>(a_.name_at[k])];
      if (demonym.listed >= 0)
        for (const Form& f : a_.readings(a_.listed[static_cast<std::size_t>(demonym.listed)]))
          if (f.sense == Sense::country_demonym && t_.tag(k) != "NNPS" && t_.tag(k) != "NNS") {
            v.person += 2;
            break;
          }
    }
    // "a grandson of Ana Ruiz".
    if (lower == "of" && k > from && a_.title_at[k - 1] >= 0 && g_.titles()[a_.titles[static_cast<std::size_t>(a_.title_at[k - 1])].title].office == OfficeKind::kin) v.person += 4;
    // "beat holders Palmeiras", "against newcomers Istogu".
    if (is_side(lower)) {
      v.organization += 4;
      v.cls = "sport";
    }
    // "Spain's Hokuto": of a state, a lone word is a club or a firm; persons are named in full.
    if (t_.possessive(k) && k > from && name.end - name.begin == 1 && a_.name_at[k - 1] >= 0 && !g_.given_name(name.key)) {
      const Type owner = a_.names[static_cast<std::size_t>(a_.name_at[k - 1])].type;
      if (owner == Type::country || owner == Type::place) v.organization += 2.5;
    }
    // "mayor of Ferrol".
    if (lower == "of" && k > from && a_.title_at[k - 1] >= 0 && g_.titles()[a_.titles[static_cast<std::size_t>(a_.title_at[k - 1])].title].title.ends_with("mayor")) v.place += 4;
    if (lower == "of" && k > from) {
      if (g_.cue(Gazetteer::Cue::place_noun, t_.lower(k - 1))) v.place += 4;
      if (g_.cue(Gazetteer::Cue::region_noun, t_.lower(k - 1))) v.region += 4;
      if (name.end - name.begin == 1 && of_a_body(t_.token(k - 1).lemma)) v.organization += 1.5;
    }
    // "Shandong-based Huaxing": a person so named has his title or trade between them.
    if (lower == "based" && k > from && t_.hyphen(k - 1)) v.organization += 2;
    vote_by_apposed_noun(a_, name, v);
    if (lower == "in" || lower == "near") v.place += 1;
    // "based in Campo Novo": nobody is in a person, but trusts or has a share in him or it.
    if (lower == "in" && k > from && t_.head(name.end - 1) == k && !believes(t_.token(t_.head(k)).lemma)) v.person -= 2;
    if (lower == "at") v.organization += 0.5;
    if (lower == "the" && name.end - name.begin == 1) {
      v.organization += 1;
      v.person -= 2;
    }
  }

  // "his wife, Simone,", "Jamaica's finance minister, Li Wei,", "a former president of Chad, Ana Ruiz,": behind a title and what it is of, a
  // name that a comma or the like closes is the holder's. Of a family, it is nothing but a person.
  void behind_title(const Name& name, std::uint32_t comma, std::uint32_t from, Votes& v) const {
    if (name.end < t_.size() && t_.form(name.end) != "," && t_.form(name.end) != "." && t_.form(name.end) != ";" && t_.lower(name.end) != "and" && !t_.possessive(name.end)) return;
    for (std::uint32_t i = comma; i > from && comma - i < 7;) {
      --i;
      if (const std::int32_t h = a_.title_at[i]; h >= 0) {
        const TitleHit& hit = a_.titles[static_cast<std::size_t>(h)];
        const OfficeKind office = g_.titles()[hit.title].office;
        if (hit.plural || !of_persons(office)) return;
        const bool kin = office == OfficeKind::kin;
        if (kin && hit.end != comma) return;
        if (kin || name.end - name.begin > 1) v.person += 4;
        return;
      }
      // Only "of X", "for the X", "in X" may stand between.
      if (a_.name_at[i] < 0 && t_.tag(i) != "IN" && t_.tag(i) != "DT") return;
    }
  }

  // "Northlode CEO Ana Ruiz", "Penarol coach Li Wei": what stands right before a title and a name is a body.
  bool before_titled_person(std::uint32_t k, std::uint32_t limit) const {
    if (a_.title_at[k] < 0) return false;
    const TitleHit& hit = a_.titles[static_cast<std::size_t>(a_.title_at[k])];
    if (hit.begin != k || hit.plural || hit.end >= limit || a_.name_at[hit.end] < 0) return false;
    const Title& title = g_.titles()[hit.title];
    const bool of_body = title.unit || title.speaks || title.office == OfficeKind::leads || title.office == OfficeKind::chairs || title.title.starts_with("chief ") ||
                         title.title.ends_with(" director") || title.office == OfficeKind::founded;
    return of_body && (title.unit || !title.state_default) && !title.honorific && a_.names[static_cast<std::size_t>(a_.name_at[hit.end])].begin == hit.end;
  }

  void by_words_after(const Name& name, Votes& v) const {
    const std::uint32_t limit = t_.sentence_end(name.begin);
    std::uint32_t k = name.end;
    if (k >= limit) return;
    const std::string_view lower = t_.lower(k);
    if (t_.hyphen(k) && k + 1 < limit && t_.lower(k + 1) == "based") v.place += 4;  // "the Tampico-based firm"
    if (name.end - name.begin == 1) {
      const std::uint32_t head = t_.head(name.end - 1);
      if (lower == "'s" || lower == "\xE2\x80\x99s" ? t_.dep(name.begin) == "poss" && of_a_body(t_.token(head).lemma) : t_.dep(name.begin) == "compound" && of_a_body(t_.token(k).lemma) && (head == k || (k + 1 < limit && t_.cap(k + 1))))
        v.organization += 2;
    }
    // "Everard Laronde said"
    if (g_.cue(Gazetteer::Cue::speech_verb, t_.token(k).lemma) && t_.head(name.end - 1) == k && name.end - name.begin > 1) v.person += 1;
    // "the Yoon Suk Yeol administration".
    if ((lower == "administration" || lower == "government" || lower == "regime" || lower == "cabinet") && t_.head(name.end - 1) == k && !t_.acronym(name.begin)) v.person += name.end - name.begin == 1 && label(name.begin) != "GPE" && label(name.begin) != "NORP" ? 4 : 2.5;
    // "the Penarol coach": teams have coaches and captains.
    if (!t_.cap(k) && a_.title_at[k] >= 0 && t_.head(name.end - 1) == k) {
      const std::uint32_t title = a_.titles[static_cast<std::size_t>(a_.title_at[k])].title;
      if (title < g_.titles().size() && g_.titles()[title].unit) v.organization += 2;
    }
    // "Jagodina's coach".
    if (t_.possessive(k) && k + 1 < limit && a_.title_at[k + 1] >= 0) {
      const std::uint32_t title = a_.titles[static_cast<std::size_t>(a_.title_at[k + 1])].title;
      if (title < g_.titles().size() && g_.titles()[title].unit) v.organization += 2;
    }
    if (!t_.cap(k)) {
      std::string_view cls = g_.noun_class(lower);
      if (k + 1 < limit && !g_.noun_class(t_.key(k, k + 2)).empty()) cls = g_.noun_class(t_.key(k, k + 2));
      if (!cls.empty() && t_.head(name.end - 1) == t_.span_head(k, k + 1)) {
        v.organization += 2.5;
        v.cls = cls;
        v.nothing = 0;  // "the New Accord alliance"
      }
      if (g_.cue(Gazetteer::Cue::place_noun, lower) && t_.head(name.end - 1) == k) v.place += 2;
      if (g_.cue(Gazetteer::Cue::region_noun, lower) && t_.head(name.end - 1) == k) v.region += 2.5;
    }
    if (before_titled_person(k, limit)) v.organization += 3;
    // "Palmeiras 2-1", "27-26 against Jagodina".
    if (k + 2 < limit && is_score(t_, k)) {
      v.organization += 3;
      if (v.cls.empty()) v.cls = "sport";
    }
    // "Marcopolo of Brazil" is a company or a body; a person of a state has his title before him.
    if (lower == "of" && k + 1 < limit && a_.name_at[k + 1] >= 0 && a_.names[static_cast<std::size_t>(a_.name_at[k + 1])].type == Type::country) v.organization += name.end - name.begin == 1 ? 2.5 : 1.5;
    if (lower == "who" || lower == "whose") v.person += lower == "who" ? 2 : 0.5;
    // "Gafar Rahim of Chad, its interim president,": the apposition is his.
    if (lower == "of" && k + 1 < limit && a_.name_at[k + 1] >= 0 && name.end - name.begin > 1) {
      const Name& state = a_.names[static_cast<std::size_t>(a_.name_at[k + 1])];
      if (state.type == Type::country && state.end < limit && t_.form(state.end) == ",") return vote_by_apposition(a_, name, state.end + 1, limit, v);
    }
    if (lower != ",") return;
    ++k;
    // "X, founded in 1961 by": persons are not.
    if (k < limit && t_.tag(k) == "VBN" && (t_.lower(k) == "founded" || t_.lower(k) == "established" || t_.lower(k) == "headquartered" || t_.lower(k) == "formed")) v.organization += 2.5;
    if (k < limit && t_.lower(k) == "who") v.person += 2;
    // "X, which": no person.
    if (k < limit && t_.lower(k) == "which") v.person -= 3, v.organization += 0.5;
    if (k + 1 < limit && t_.pos(k) == "NUM" && t_.form(k).size() == 2 && t_.form(k + 1) == ",") v.person += 3;
    vote_by_apposition(a_, name, k, limit, v);
  }

  static Type best(const Votes& votes) {
    const Score v = votes.total();
    const double top = std::max({v.person, v.organization, v.place, v.region, v.nothing});
    const bool alone = top == v.person && top > 0.9 && v.organization + v.place + v.region + v.nothing < 0.1;
    if ((top < 1.9 && !alone) || top == v.nothing) return top == v.nothing && top > 0 ? Type::nothing : Type::unknown;
    if (top == v.person) return Type::person;
    if (top == v.organization) return Type::organization;
    return top == v.place ? Type::place : Type::region;
  }

  // A single word that is the surname (or another word) of a person named in full is that person, unless much speaks against it.
  void share_surnames() {
    std::unordered_map<std::string, double> surnames;
    const auto add = [&](const std::string& key) {
      for (std::size_t begin = 0; begin < key.size();) {
        const std::size_t end = std::min(key.find(' ', begin), key.size());
        double& weight = surnames[key.substr(begin, end - begin)];
        weight = std::max(weight, end == key.size() ? 4.0 : 2.5);
        begin = end + 1;
        // "Almeda-Lim", "van Buren"
        if (begin > 1 && begin < key.size() && key.find(' ', begin) != std::string::npos) surnames[key.substr(begin)] = 4.0;
      }
    };
    for (const auto& [key, v] : votes_)
      if (key.find(' ') != std::string::npos && best(v) == Type::person) add(key);
    for (const Name& name : a_.names)
      if (name.listed >= 0 && name.type == Type::person && name.end - name.begin > 1) add(name.key);
    for (auto& [key, v] : votes_) {
      const auto it = surnames.find(key);
      if (it == surnames.end()) continue;
      v.person += it->second;
      // The model takes a bare surname for anything, and does so again at each mention: its votes say nothing against the full name.
      if (it->second >= 4.0 && v.cls.empty()) v.person += v.organization + v.place + v.region;
    }
  }

  // What is coordinated is of one kind: names of which little is known take after their neighbours.
  void share_coordination() {
    for (std::size_t n = 0; n + 1 < a_.names.size(); ++n) {
      const Name &x = a_.names[n], &y = a_.names[n + 1];
      if (x.listed >= 0 || y.listed >= 0 || y.begin - x.end > 2 || t_.sentence(x.begin) != t_.sentence(y.begin) || x.end >= y.begin) continue;
      const std::string_view joint = t_.lower(y.begin - 1);
      if (joint != "and" && joint != "," && joint != "or") continue;
      Votes &vx = votes_[x.key], &vy = votes_[y.key];
      const Score sx = vx.total(), sy = vy.total();
      const auto top = [](const Score& s) { return std::max({s.person, s.organization, s.place, s.region, s.nothing}); };
      const bool from_x = top(sx) > top(sy);
      Votes& weak = from_x ? vy : vx;
      const Score& strong = from_x ? sx : sy;
      if (top(strong) < 2.5 || std::min(top(sx), top(sy)) > 2.4) continue;
      Score share;
      if (strong.person == top(strong)) share.person = 1;
      else if (strong.organization == top(strong)) share.organization = 1;
      else if (strong.place == top(strong)) share.place = 1;
      weak.add(share, joint == "and" ? 1.2 : 0.8);
    }
  }

  void share_aliases() {
    for (const auto& [alias, name] : a_.aliases) {
      const auto from = votes_.find(name), to = votes_.find(alias);
      if (to == votes_.end()) continue;
      if (from == votes_.end()) {
        to->second.organization += 3;
        continue;
      }
      Votes shared = from->second;
      shared += to->second;
      from->second = to->second = shared;
    }
  }

  // "Rand Ridge" where "Rand Ridge Resources" stands too, "Halvorsen" where "Halvorsen Optics" does: the words that begin a company's name are
  // no person, unless a person of the text has them in his name.
  void share_beginnings() {
    std::vector<std::string> companies;
    std::set<std::string, std::less<>> of_persons;
    for (const auto& [key, v] : votes_) {
      const std::size_t space = key.find(' ');
      if (space == std::string::npos) continue;
      const Type type = best(v);
      if (type == Type::person) add_words(key, of_persons);
      if (type == Type::organization && v.cls == "company") companies.push_back(key);
    }
    for (const std::string& company : companies) {
      const auto it = votes_.find(company.substr(0, company.rfind(' ')));
      if (it == votes_.end() || g_.given_name(it->first.substr(0, it->first.find(' '))) != 0 || of_persons.contains(it->first)) continue;
      it->second.organization += it->second.person + it->second.model.person + 2;
      if (it->second.cls.empty()) it->second.cls = "company";
    }
  }

  void decide(Name& name) {
    const auto it = votes_.find(name.key);
    if (it == votes_.end()) return;
    name.type = best(it->second);
    if (name.type == Type::organization) name.cls = it->second.cls;
  }

  Analysis& a_;
  const Text& t_;
  const Gazetteer& g_;
  std::unordered_map<std::string, Votes> votes_;
};

}  // namespace

void type_names(Analysis& a) { Typing(a).run(); }

}  // namespace entente::entity
