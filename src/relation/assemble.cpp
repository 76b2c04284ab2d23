#include "relation/assemble.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "text/utf8.hpp"

namespace entente::relation {

namespace {

int strength(Status status) {
  switch (status) {
    case Status::asserted: return 5;
    case Status::planned: return 4;
    case Status::possible: return 3;
    case Status::wanted: return 2;
    case Status::ended: return 1;
    case Status::negated: return 0;
  }
  return 0;
}

// White space runs become one space; none at the ends.
std::string fold(std::string_view text) {
  std::string out;
  for (char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
    if (!space) out.push_back(c);
    else if (!out.empty() && out.back() != ' ') out.push_back(' ');
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

using Key = std::tuple<std::uint16_t, std::uint32_t, std::uint32_t>;

Key key(const Statement& st, const Frames& frames) {
  const bool swap = frames.relations()[st.relation].symmetric && st.target < st.source;
  return {st.relation, swap ? st.target : st.source, swap ? st.source : st.target};
}

bool better(const Statement& a, const Statement& b) {
  return std::make_tuple(-strength(a.status), -a.confidence, a.begin, a.end - a.begin) < std::make_tuple(-strength(b.status), -b.confidence, b.begin, b.end - b.begin);
}

// One phrase gives one edge. Where a verb and the noun it carries both say something of the same two ("severed relations", "rejected an
// invitation", "gave up the presidency"), the frame of the verb, which knows the noun, is the more specific; of several relations that one
// predicate gives from the same source to the same target, the surest counts.
void drop_rivals(std::vector<Statement>& statements) {
  std::unordered_multimap<std::uint32_t, std::size_t> by_trigger;
  for (std::size_t i = 0; i < statements.size(); ++i)
    if (statements[i].trigger != Tree::npos) by_trigger.emplace(statements[i].trigger, i);
  auto any_at = [&](std::uint32_t trigger, auto beats) {
    const auto [first, last] = by_trigger.equal_range(trigger);
    return std::any_of(first, last, [&](const auto& entry) { return beats(statements[entry.second]); });
  };
  auto beaten = [&](const Statement& st) {
    if (st.trigger == Tree::npos) return false;
    const bool carried = st.trigger != st.phrase && any_at(st.phrase, [&](const Statement& other) { return std::minmax(st.source, st.target) == std::minmax(other.source, other.target); });
    return carried || any_at(st.trigger, [&](const Statement& other) {
             return other.source == st.source && other.target == st.target && other.relation != st.relation && other.confidence > st.confidence;
           });
  };
  std::vector<Statement> kept;
  for (const auto& st : statements)
    if (!beaten(st)) kept.push_back(st);
  statements = std::move(kept);
}

// "Angola forward X", "a member of the European Parliament": where a phrase gives an office or a place in a state's team, it does not say
// besides that its holder is a national or a member. "The Bundesbank, Germany's central bank," is part of the state, not based there.
void drop_linked(std::vector<Statement>& statements, const Frames& frames) {
  const auto seat = frames.relation("based_in"), part = frames.relation("part_of");
  const auto nationality = frames.relation("national_of"), membership = frames.relation("member_of");
  const std::array offices{frames.relation("leads"), frames.relation("holds_office_in"), frames.relation("works_for")};
  std::vector<Statement> linking;
  for (const auto& st : statements)
    if (std::find(offices.begin(), offices.end(), std::optional(st.relation)) != offices.end()) linking.push_back(st);
  std::vector<Statement> parts;
  std::copy_if(statements.begin(), statements.end(), std::back_inserter(parts), [&](const Statement& st) { return st.relation == part && st.frame == "part_of/name"; });
  for (auto st : statements)  // "Norway's state-controlled X" says whose it is
    if (st.frame == "owns/state-owned") std::swap(st.source, st.target), parts.push_back(st);
  const auto linked = [](const Statement& st, const std::vector<Statement>& by) {
    return std::any_of(by.begin(), by.end(), [&](const Statement& other) { return other.source == st.source && other.target == st.target && other.begin < st.end && st.begin < other.end; });
  };
  std::erase_if(statements, [&](const Statement& st) {
    return ((st.relation == nationality || st.relation == membership) && linked(st, linking)) || (st.relation == seat && linked(st, parts));
  });
}

// A person takes the place of a person, a body that of a body.
void drop_odd_successions(std::vector<Statement>& statements, const Reader& reader, const Frames& frames) {
  const auto succeeds = frames.relation("succeeds");
  const auto person = [&](std::uint32_t e) { return reader.mentions.entities[e].kind == Kind::person; };
  std::erase_if(statements, [&](const Statement& st) { return succeeds == st.relation && person(st.source) != person(st.target); });
}

// "Yemen director Ana Ruiz": a state's noun, unlike its adjective, does not say that what it modifies is a national.
void drop_posts(std::vector<Statement>& statements, const Reader& reader) {
  std::erase_if(statements, [&](const Statement& st) {
    // "a Bulgarian member of X": she is one, and not her state.
    if (st.frame == "member_of/noun:member") {
      const auto own = reader.mentions.containing(st.source_token);
      return own >= 0 && reader.mentions.mentions[static_cast<std::size_t>(own)].kind == entity::MentionKind::adjective && reader.tree.tag(st.trigger) == "NN" &&
             reader.tree.dep(st.source_token) == Dep::amod && reader.mentions.entities[st.source].kind == Kind::country;
    }
    if (!st.frame.starts_with("national_of/noun:")) return false;
    const auto m = reader.mentions.containing(st.target_token);
    const auto dep = reader.tree.dep(st.target_token);
    return m >= 0 && reader.mentions.mentions[static_cast<std::size_t>(m)].kind == entity::MentionKind::name && (dep == Dep::compound || dep == Dep::nmod);
  });
}

// "became finance director of X": what the title says of the office counts, and not what the verb makes of its last word.
void drop_renamed(std::vector<Statement>& statements, const Reader& reader, const Frames& frames) {
  const std::array offices{frames.relation("leads"), frames.relation("chairs"), frames.relation("holds_office_in"), frames.relation("works_for")};
  constexpr std::array kinds{entity::OfficeKind::leads, entity::OfficeKind::chairs, entity::OfficeKind::holds_office_in, entity::OfficeKind::works_for};
  const auto gives = [&](const Statement& st, const entity::Office& office) {
    if (office.holder != st.source || !office.in_text || std::find(office.bodies.begin(), office.bodies.end(), st.target) == office.bodies.end()) return false;
    const auto above = reader.tree.head(office.head);
    return above == st.trigger || (reader.tree.lower(above) == "as" && reader.tree.head(above) == st.trigger);
  };
  std::erase_if(statements, [&](const Statement& st) {
    if (st.trigger == Tree::npos || std::find(offices.begin(), offices.end(), std::optional(st.relation)) == offices.end()) return false;
    return std::any_of(reader.mentions.offices.begin(), reader.mentions.offices.end(), [&](const entity::Office& office) {
      const auto at = static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), office.kind) - kinds.begin());
      return at < kinds.size() && gives(st, office) && offices[at] != st.relation;
    });
  });
}

// "refused to let X in": the refusal is the edge, not the negated permission below it. Of what two do with or say of one another ("refused to
// work with X", "declined to condemn X") the negated deed is.
void drop_refused(std::vector<Statement>& statements, const Tree& tree, const Frames& frames) {
  constexpr std::array<std::string_view, 5> kDeeds{"agrees_with", "allied_with", "cooperates_with", "criticizes", "supports"};
  std::unordered_multimap<std::uint32_t, std::size_t> by_trigger;
  for (std::size_t i = 0; i < statements.size(); ++i) by_trigger.emplace(statements[i].trigger, i);
  std::vector<bool> dropped(statements.size(), false);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const auto& deed = statements[i];
    if (deed.status != Status::negated || deed.trigger == Tree::npos) continue;
    const auto below = tree.is_noun(deed.trigger) && deed.phrase != deed.trigger ? deed.phrase : deed.trigger;
    if (tree.dep(below) != Dep::xcomp) continue;
    const bool stays = std::find(kDeeds.begin(), kDeeds.end(), frames.relations()[deed.relation].name) != kDeeds.end();
    const auto [first, last] = by_trigger.equal_range(tree.head(below));
    for (auto it = first; it != last; ++it) {
      const auto& refusal = statements[it->second];
      if (std::minmax(refusal.source, refusal.target) != std::minmax(deed.source, deed.target)) continue;
      dropped[stays ? it->second : i] = true;
    }
  }
  std::vector<Statement> kept;
  for (std::size_t i = 0; i < statements.size(); ++i)
    if (!dropped[i]) kept.push_back(std::move(statements[i]));
  statements = std::move(kept);
}

std::vector<Statement> merge(std::vector<Statement> statements, const Frames& frames) {
  std::stable_sort(statements.begin(), statements.end(), [&](const Statement& a, const Statement& b) {
    const auto ka = key(a, frames), kb = key(b, frames);
    return ka != kb ? ka < kb : better(a, b);
  });
  std::vector<Statement> out;
  for (auto& st : statements)
    if (out.empty() || key(out.back(), frames) != key(st, frames)) out.push_back(std::move(st));
  std::sort(out.begin(), out.end(), [&](const Statement& a, const Statement& b) {
    return std::make_tuple(a.begin, a.end, key(a, frames)) < std::make_tuple(b.begin, b.end, key(b, frames));
  });
  return out;
}

Relation relation_from(const Statement& st, const Reader& reader, const Frames& frames, const std::vector<std::string>& ids) {
  const auto& tokens = reader.tree.document().tokens();
  const auto& type = frames.relations()[st.relation];
  Relation out;
  const bool swap = type.symmetric && st.target_token < st.source_token;
  out.source = ids[swap ? st.target : st.source];
  out.target = ids[swap ? st.source : st.target];
  out.relation = type.name;
  out.status = st.status;
  if (st.claimant >= 0) out.claimed_by = ids[static_cast<std::size_t>(st.claimant)];
  out.sentence = tokens[st.begin].sentence;
  out.begin = tokens[st.begin].begin;
  out.end = tokens[st.end - 1].end;
  out.evidence = fold(reader.tree.document().text().substr(out.begin, out.end - out.begin));
  out.confidence = std::round(st.confidence * 1000) / 1000;
  out.frame = st.frame;
  out.some = st.some;
  return out;
}

// The sentences that the statements' evidence begins in, each once; where one runs on, to the end of its last sentence.
std::vector<Passage> passages(const std::vector<Statement>& statements, const nlp::Document& document) {
  const auto tokens = document.tokens();
  std::map<std::uint32_t, std::uint32_t> last;  // Sentence → the last sentence of its evidence.
  for (const auto& st : statements) {
    std::uint32_t& end = last[tokens[st.begin].sentence];
    end = std::max(end, tokens[st.end - 1].sentence);
  }
  std::vector<Passage> out;
  for (const auto& [first, end] : last) {
    const std::uint32_t begin = tokens[document.sentences()[first].begin].begin;
    std::string text(document.text().substr(begin, tokens[document.sentences()[end].end - 1].end - begin));
    for (char& c : text)
      if (static_cast<unsigned char>(c) < ' ') c = ' ';
    text.resize(text.find_last_not_of(' ') + 1);
    out.push_back({first, begin, std::move(text)});
  }
  return out;
}

}  // namespace

Record assemble(const Article& article, const Reader& reader, const Frames& frames, std::vector<Statement> statements) {
  Record record;
  record.document = article.id;
  record.title = article.title;
  record.date = article.date;
  record.url = article.url;
  record.source = article.source;
  record.digest = digest(article.text);
  record.sentences = static_cast<std::uint32_t>(reader.tree.document().sentences().size());
  record.tokens = reader.tree.size();
  drop_rivals(statements);
  drop_refused(statements, reader.tree, frames);
  drop_linked(statements, frames);
  drop_posts(statements, reader);
  drop_odd_successions(statements, reader, frames);
  drop_renamed(statements, reader, frames);
  statements = merge(std::move(statements), frames);

  const auto& entities = reader.mentions.entities;
  const auto leads = frames.relation("leads");
  std::vector<bool> listed(entities.size(), false), led(entities.size(), false);
  for (const auto& st : statements) {
    if (st.relation == leads) led[st.target] = true;
    listed[st.source] = listed[st.target] = true;
    if (st.claimant >= 0) listed[static_cast<std::size_t>(st.claimant)] = true;
  }
  // Actors without relations are listed too; places only where a relation needs them.
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (entities[i].kind != Kind::place && !entities[i].names.empty()) listed[i] = true;
  std::vector<std::string> ids(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (!listed[i]) continue;
    auto entity = entities[i];
    if (led[i] && entity.kind == Kind::place) entity.kind = Kind::region;
    entity.id = ids[i] = "e" + std::to_string(record.entities.size() + 1);
    record.entities.push_back(std::move(entity));
  }
  for (const auto& st : statements) record.relations.push_back(relation_from(st, reader, frames, ids));
  record.passages = passages(statements, reader.tree.document());
  return record;
}

}  // namespace entente::relation
