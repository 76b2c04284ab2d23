#pragma once
#include <array>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/corrections.hpp"
#include "entente/knowledge.hpp"
#include "entente/record.hpp"

/// The network of a set of documents. It is a function of the *set* of records: their order, grouping and repetition do
/// not change a byte. Strings are views that live as long as the Network.
namespace entente {

inline constexpr std::uint32_t no_index = 0xffffffff;

/// An entity as documents know it: documents with the same name, kind, names, country and reference share one form.
struct Form {
  std::string_view name;
  Kind kind = Kind::organization;
  std::vector<std::string_view> names;  ///< Sorted, unique.
  std::string_view country, ref;
  std::uint32_t node = no_index;  ///< The node it belongs to.
  std::uint32_t part = 0;         ///< Number, from 1, of the correction that told its documents apart from others'; else 0.
};

/// A sentence that holds evidence; as Passage in a record.
struct PassageInfo {
  std::uint32_t sentence = 0, begin = 0;
  std::string_view text;
};

struct DocumentInfo {
  std::string_view id, title, date, url, source, digest;
  std::uint32_t sentences = 0, tokens = 0;
  std::vector<std::uint32_t> forms;   ///< What it mentions; ascending.
  std::vector<PassageInfo> passages;  ///< By sentence.

  /// The sentence that holds a piece of evidence; nullptr where the record did not keep it.
  const PassageInfo* passage(std::uint32_t sentence) const;
};

/// One statement of one document.
struct Evidence {
  std::uint32_t document = 0;                      ///< Index into Network::documents.
  std::uint32_t source = 0, target = 0;            ///< Forms, in the order of the text.
  std::uint32_t claimant = no_index;               ///< Form; no_index where the article says it in its own voice.
  std::uint32_t sentence = 0, begin = 0, end = 0;  ///< As in Relation.
  Status status = Status::asserted;
  bool some = false;
  double confidence = 1.0;
  std::string_view text, frame;
};

/// Why forms of a node are one entity.
struct Join {
  std::string_view rule;                ///< "reference", "spelling", "fuller name", "surname", "alias" or "correction".
  std::vector<std::string_view> names;  ///< The names that the rule joined; sorted, unique.
};

struct Node {
  std::string_view
      id;  ///< From the content: "RUS", "org:celac", "person:sergey-lavrov". Unique, stable under order and sharding.
  std::string_view name;
  Kind kind = Kind::organization;
  std::string_view country, ref;
  std::vector<std::string_view> names;  ///< All names of its forms; sorted, unique.
  std::vector<std::uint32_t> forms;     ///< Ascending.
  std::vector<Join> joined;             ///< Empty where all forms have the same name.
  std::uint32_t documents = 0;          ///< How many mention it.
  std::string_view first, last;         ///< Earliest and latest date of those; empty where none has one.
};

struct Edge {
  std::uint32_t relation = 0;               ///< Index into Network::relations.
  Status status = Status::asserted;         ///< The strongest of its evidence.
  std::array<std::uint32_t, 6> statuses{};  ///< Pieces of evidence by status.
  std::uint32_t documents = 0;              ///< That say it.
  std::string_view first, last;             ///< Earliest and latest date of those; empty where none has one.
  std::span<const Evidence> evidence;       ///< By document and place.
};

class Graph;  // entente/graph.hpp: the Boost.Graph model

class Network {
 public:
  Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  /// A directed multigraph: vertices are 0..n-1 by node id; out-edges are ordered by target and relation.
  const Graph& graph() const;
  std::span<const DocumentInfo> documents() const;  ///< By id.
  std::span<const Form> forms() const;              ///< By content.
  std::span<const RelationType> relations() const;  ///< Those of its edges, by name.
  /// Evidence whose two ends turned out to be one entity, or whose edge a correction dropped. It makes no edge but is
  /// kept, so that merging stays associative and corrections can be taken back.
  std::span<const Evidence> loops() const;
  std::string_view loop_relation(std::size_t loop) const;

 private:
  friend class NetworkBuilder;
  friend struct NetworkData;
  std::unique_ptr<struct NetworkData> data_;
};

/// Gathers records and networks, then makes the network of all of them.
class NetworkBuilder {
 public:
  explicit NetworkBuilder(Knowledge knowledge);
  NetworkBuilder(NetworkBuilder&&) noexcept;
  ~NetworkBuilder();

  /// @param origin where it was read, for messages: "records.jsonl:12".
  /// A document that was added before is passed over. @throws InputError naming both origins where its text or record
  /// differs.
  void add(const Record& record, std::string_view origin);
  void add(const Network& network, std::string_view origin);

  /// @param corrections carried out after the program's own decisions on who is who. They are not part of the network:
  /// give them again where it is added to another. @param idle if set, is told which of them found no entity.
  /// @post the builder is empty.
  Network build(const Corrections& corrections = {}, std::vector<std::size_t>* idle = nullptr);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Writes the network file (docs/formats.md); ends with a newline.
void write_network(std::ostream& out, const Network& network);

/// Reads a network file. @throws InputError with byte offset or JSON pointer: malformed, of a newer version, with
/// dangling references, or with a part missing. @param where for messages. @param jobs threads to read it with.
Network read_network(std::string_view text, std::string_view where, int jobs = 1);

}  // namespace entente
