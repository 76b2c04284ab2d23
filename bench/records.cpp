// Writes synthetic records of a network of a given size to standard output, the same for the same arguments:
//   bench_records RECORDS NODES EDGES SEED > records.jsonl
// Who relates to whom is an R-MAT graph. Every edge is said once at least and some more often; entities go by several names and with or
// without their state, as documents write them, so that joining them is work. Names are made up of syllables.
#include <algorithm>
#include <array>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "entente/record.hpp"
#include "rmat.hpp"

namespace {

using entente::Entity;
using entente::Kind;
using entente::Record;
using entente::Relation;
using entente::Status;
using Random = std::mt19937_64;

// Nothing here sounds like another: what differs is not taken for a transliteration.
std::string word(std::uint64_t number, int syllables) {
  constexpr std::string_view consonants = "bdfgklmnprstvz", vowels = "aio";
  std::string out;
  for (int i = 0; i < syllables; ++i) {
    out += consonants[number % consonants.size()];
    number /= consonants.size();
    out += vowels[number % vowels.size()];
    number /= vowels.size();
  }
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

constexpr std::uint32_t states = 200;

std::string state(std::uint64_t number) {
  return {static_cast<char>('A' + number / 26 % 26), static_cast<char>('A' + number % 26), 'X'};
}

/// What all documents have in common of an entity.
struct Actor {
  std::string name, other, country;
  Kind kind = Kind::person;
};

Actor actor(std::uint32_t number, std::uint32_t nodes) {
  Random random(number);
  const auto country = state(random() % states);
  if (number < states) return {word(number, 3) + "land", word(number, 3) + "ish", state(number), Kind::country};
  const auto share = static_cast<double>(number) / nodes;
  if (share < 0.6) {
    const auto given = word(random(), 3), family = word(number / 4, 4);  // Four of a family.
    return {given + " " + family, family, country, Kind::person};
  }
  if (share < 0.9) {
    constexpr std::array<std::string_view, 5> sorts{" Institute", " Bank", " Movement", " Group", " Council"};
    const auto base = word(number, 4);
    return {base + std::string(sorts[number % sorts.size()]), base.substr(0, 4) + std::to_string(number), country,
            Kind::organization};
  }
  return {word(number, 4), word(number, 4) + " City", country, share < 0.95 ? Kind::region : Kind::place};
}

/// As one document writes it.
Entity entity(const Actor& actor, std::uint32_t number, Random& random) {
  const auto chance = random() % 100;
  Entity out{"", actor.name, actor.kind, {actor.name}, chance < 80 ? actor.country : "", ""};
  if (actor.kind == Kind::country) out.ref = "country:" + actor.country, out.country = actor.country;
  if (chance % 10 < 3) out.names.push_back(actor.other);
  if (actor.kind == Kind::person && chance == 99) out.name = actor.other, out.names = {actor.other};
  if (actor.kind == Kind::organization && number % 3 == 0 && chance < 50) out.ref = "org:" + actor.other;
  std::sort(out.names.begin(), out.names.end());
  return out;
}

constexpr std::array<std::string_view, 12> relations{"supports",  "meets",   "visits",    "criticizes", "sanctions", "accuses",
                                                     "leads",     "part_of", "member_of", "aids",       "threatens", "urges"};
constexpr std::array<std::string_view, 8> fillers{"on Tuesday",      "after talks in the capital", "for the second time this year", "again",
                                                  "in a statement", "at the border",              "despite doubts at home",       "at last"};

struct Edge {
  std::uint32_t source, target;
};

class Writer {
 public:
  Writer(std::uint32_t nodes, std::uint64_t seed) : nodes_(nodes), random_(seed) {}

  Record record(std::uint64_t number, std::vector<Edge> edges) {
    Record out;
    out.document = "article-" + std::to_string(number);
    out.title = "What " + word(random_(), 3) + " said of " + word(random_(), 4);
    out.date = date(random_() % 3650);
    out.url = "https://news.example/" + std::to_string(number);
    out.source = word(random_() % 300, 3) + " Gazette";
    out.digest = digest(random_());
    out.sentences = static_cast<std::uint32_t>(10 + random_() % 40);
    out.tokens = out.sentences * 24;
    for (const Edge& edge : edges) add(out, edge);
    return out;
  }

 private:
  static std::string date(std::uint64_t day) {
    const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(2015 + day / 365) + "-" + two(1 + day % 365 / 31) + "-" + two(1 + day % 365 % 31 % 28);
  }
  static std::string digest(std::uint64_t number) {
    std::string out;
    for (int i = 0; i < 16; ++i, number >>= 4) out += "0123456789abcdef"[number & 15];
    return out;
  }
  std::string id_of(Record& record, std::uint32_t node) {
    const Actor known = actor(node, nodes_);
    for (const Entity& entity : record.entities)
      if (entity.name == known.name) return entity.id;
    record.entities.push_back(entity(known, node, random_));
    return record.entities.back().id = "e" + std::to_string(record.entities.size());
  }
  void add(Record& record, const Edge& edge) {
    Relation out;
    out.source = id_of(record, edge.source);
    out.target = id_of(record, edge.target);
    out.relation = relations[(edge.source * 31ULL + edge.target * 17ULL) % relations.size()];
    const auto chance = random_() % 100;
    out.status = chance < 70 ? Status::asserted : static_cast<Status>(chance % 6);
    if (chance % 10 == 0) out.claimed_by = record.entities.front().id;
    out.sentence = static_cast<std::uint32_t>(random_() % record.sentences);
    out.evidence = actor(edge.source, nodes_).name + " is said to have dealt with " + actor(edge.target, nodes_).name + " " +
                   std::string(fillers[random_() % fillers.size()]);
    out.begin = out.sentence * 140;
    out.end = out.begin + static_cast<std::uint32_t>(out.evidence.size());
    out.confidence = static_cast<double>(500 + random_() % 500) / 1000;
    out.frame = out.relation + "/verb:deal";
    record.relations.push_back(std::move(out));
  }

  std::uint32_t nodes_;
  Random random_;
};

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 5) return std::cerr << "usage: bench_records RECORDS NODES EDGES SEED\n", 2;
  const auto records = std::stoull(argv[1]), edges = std::stoull(argv[3]), seed = std::stoull(argv[4]);
  const auto nodes = static_cast<std::uint32_t>(std::stoul(argv[2]));
  auto pairs = entente::bench::rmat(nodes, edges, false, seed);
  Random random(seed);
  for (auto i = pairs.size(); i > 1; --i) std::swap(pairs[i - 1], pairs[random() % i]);
  Writer writer(nodes, seed);
  for (std::uint64_t i = 0; i < records; ++i) {
    std::vector<Edge> its;
    for (auto e = edges * i / records; e < edges * (i + 1) / records; ++e) its.push_back({pairs[e].first, pairs[e].second});
    if (i % 2 == 1) {  // What was said before.
      const auto& again = pairs[random() % (edges * i / records)];
      its.push_back({again.first, again.second});
    }
    std::cout << to_json(writer.record(i, std::move(its))) << '\n';
  }
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << "bench_records: " << error.what() << '\n';
  return 1;
}
