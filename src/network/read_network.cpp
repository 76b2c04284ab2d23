#include <rapidjson/document.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>

#include "entente/error.hpp"
#include "network/assemble.hpp"
#include "network/id_index.hpp"
#include "network/network_data.hpp"
#include "text/json.hpp"
#include "text/json_sections.hpp"

namespace entente {

namespace {

using json::Node;  // Of the tree; the graph's is entente::Node.
using network::IdIndex;

template <typename Enum>
Enum named(const Node& node, std::optional<Enum> (*from)(std::string_view), const char* what) {
  const auto value = from(node.string());
  if (!value) node.fail(std::string("unknown ") + what + " \"" + std::string(node.string()) + "\"");
  return *value;
}

std::uint32_t reference(const Node& node, const IdIndex& index, const char* what) {
  const auto found = index.find(node.string());
  if (found == no_index) node.fail(std::string("no ") + what + " \"" + std::string(node.string()) + "\" in this file");
  return found;
}

std::uint32_t below(const Node& node, std::size_t count, const char* what) {
  const auto value = node.uint32();
  if (value >= count) node.fail(std::string("no ") + what + " " + std::to_string(value) + " in this file");
  return value;
}

/// Consecutive elements of an array, which one thread parses. Strings and evidence go to the network's in their order.
template <typename Item>
struct Chunk {
  network::Strings strings;
  std::vector<Item> items;
  std::vector<Evidence> evidence;
};

/// Makes the parts of a network from their JSON; knows what was read before.
class Parts {
 public:
  std::unique_ptr<NetworkData> data = std::make_unique<NetworkData>();
  IdIndex relations, nodes, documents;

  static RelationType relation(const Node& node, network::Strings&) {
    RelationType type;
    type.name = node.at("name").string();
    type.event_class = node.at("class").string();
    if (const auto plover = node.find("plover")) type.plover = plover->string();
    if (const auto quad = node.find("quad")) type.quad = static_cast<int>(quad->uint32());
    type.symmetric = node.at("symmetric").boolean();
    return type;
  }

  static entente::Node node(const Node& node, network::Strings& kept) {
    entente::Node made;
    made.id = kept.keep(node.at("id").string());
    made.name = kept.intern(node.at("name").string());
    made.kind = named(node.at("kind"), kind_from, "kind");
    made.country = string(node, "country", kept);
    made.ref = string(node, "ref", kept);
    made.names = strings(node.at("names"), kept);
    made.documents = node.at("documents").uint32();
    made.first = string(node, "first", kept);
    made.last = string(node, "last", kept);
    if (const auto joined = node.find("joined"))
      for (std::uint32_t i = 0; i < joined->size(); ++i) {
        const auto join = joined->at(i);
        made.joined.push_back({kept.intern(join.at("rule").string()), strings(join.at("names"), kept)});
      }
    return made;
  }

  Form form(const Node& node, network::Strings& kept) const {
    Form form;
    form.name = kept.intern(node.at("name").string());
    form.kind = named(node.at("kind"), kind_from, "kind");
    form.names = strings(node.at("names"), kept);
    form.country = string(node, "country", kept);
    form.ref = string(node, "ref", kept);
    form.node = reference(node.at("node"), nodes, "node");
    if (const auto part = node.find("part")) form.part = part->uint32();
    return form;
  }

  DocumentInfo document(const Node& node, network::Strings& kept) const {
    DocumentInfo document;
    document.id = kept.keep(node.at("id").string());
    document.title = unique_string(node, "title", kept);
    document.date = string(node, "date", kept);
    document.url = unique_string(node, "url", kept);
    document.source = string(node, "source", kept);
    document.digest = unique_string(node, "digest", kept);
    document.sentences = node.at("sentences").uint32();
    document.tokens = node.at("tokens").uint32();
    const auto forms = node.at("forms");
    document.forms.reserve(forms.size());
    for (std::uint32_t i = 0; i < forms.size(); ++i)
      document.forms.push_back(below(forms.at(i), data->forms.size(), "form"));
    if (const auto passages = node.find("passages")) {
      document.passages.reserve(passages->size());
      for (std::uint32_t i = 0; i < passages->size(); ++i) {
        const auto passage = passages->at(i);
        document.passages.push_back(
            {passage.at("sentence").uint32(), passage.at("begin").uint32(), kept.keep(passage.at("text").string())});
      }
    }
    return document;
  }

  Evidence evidence(const Node& node, network::Strings& kept) const {
    Evidence e;
    e.document = reference(node.at("document"), documents, "document");
    e.status = named(node.at("status"), status_from, "status");
    e.sentence = node.at("sentence").uint32();
    e.begin = node.at("begin").uint32();
    e.end = node.at("end").uint32();
    e.text = kept.keep(node.at("text").string());
    e.confidence = node.at("confidence").number();
    e.frame = string(node, "frame", kept);
    if (const auto extent = node.find("extent")) e.some = extent->string() == "some";
    const auto forms = node.at("forms");
    if (forms.size() < 2 || forms.size() > 3) forms.fail("expected two or three forms");
    e.source = below(forms.at(0U), data->forms.size(), "form");
    e.target = below(forms.at(1U), data->forms.size(), "form");
    if (forms.size() == 3) e.claimant = below(forms.at(2U), data->forms.size(), "form");
    return e;
  }

 private:
  static std::string_view string(const Node& node, const char* key, network::Strings& kept) {
    const auto found = node.find(key);
    return found ? kept.intern(found->string()) : std::string_view();
  }
  static std::string_view unique_string(const Node& node, const char* key, network::Strings& kept) {
    const auto found = node.find(key);
    return found ? kept.keep(found->string()) : std::string_view();
  }
  static std::vector<std::string_view> strings(const Node& node, network::Strings& kept) {
    std::vector<std::string_view> out;
    out.reserve(node.size());
    for (std::uint32_t i = 0; i < node.size(); ++i) out.push_back(kept.intern(node.at(i).string()));
    return out;
  }
};

template <typename Make>
auto with_strings(Make make) {
  return [make](const Node& node, auto& chunk) { return make(node, chunk.strings); };
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view where, json::Split split, int jobs)
      : text_(text), where_(where), split_(split), jobs_(jobs) {}

  Network run() {
    sections_ = json::sections(text_, where_, split_);
    check_header();
    each<RelationType>("relations", with_strings(&Parts::relation), [this](RelationType& type, std::uint32_t i) {
      parts_.data->relations.push_back(std::move(type));
      add_unique(parts_.relations, parts_.data->strings.intern(parts_.data->relations.back().name), "/relations/", i);
    });
    each<entente::Node>("nodes", with_strings(&Parts::node), [this](entente::Node& node, std::uint32_t i) {
      add_unique(parts_.nodes, node.id, "/nodes/", i);
      boost::add_vertex(std::move(node), parts_.data->graph);
    });
    each<Form>("forms", [this](const Node& node, auto& chunk) { return parts_.form(node, chunk.strings); },
               [this](Form& form, std::uint32_t i) {
                 parts_.data->graph[form.node].forms.push_back(i);
                 parts_.data->forms.push_back(std::move(form));
               });
    each<DocumentInfo>("documents", [this](const Node& node, auto& chunk) { return parts_.document(node, chunk.strings); },
                       [this](DocumentInfo& document, std::uint32_t i) {
                         add_unique(parts_.documents, document.id, "/documents/", i);
                         parts_.data->documents.push_back(std::move(document));
                       });
    read_edges();
    read_loops();
    return NetworkData::make(std::move(parts_.data));
  }

 private:
  const json::Section& section(const char* key) const {
    const auto found =
        std::find_if(sections_.begin(), sections_.end(), [&](const json::Section& s) { return s.key == key; });
    if (found == sections_.end())
      throw InputError(where_, "",
                       std::string("missing member \"") + key + "\": no network file, or a part is missing");
    return *found;
  }

  void check_header() const {
    if (section("format").value != "\"entente-network\"") throw InputError(where_, "/format", "no network file");
    const auto version = section("version").value;
    if (version != "1")
      throw InputError(where_, "/version", "found " + std::string(version) + ", but this program reads version 1");
  }

  template <typename Item, typename Parse>
  void parse(const char* key, std::span<const std::string_view> elements, std::uint32_t first, Parse parse_one,
             Chunk<Item>& chunk) const {
    std::vector<char> memory(1 << 16);
    rapidjson::MemoryPoolAllocator<> pool(memory.data(), memory.size());
    std::string buffer;
    for (const auto element : elements) {
      const auto offset = static_cast<std::size_t>(element.data() - text_.data());
      rapidjson::Document tree(&pool);
      json::parse_in(buffer, tree, element, where_, offset);
      chunk.items.push_back(parse_one(Node(tree, where_, key, first++), chunk));
      pool.Clear();
    }
  }

  /// Parses chunks on all threads and adds their items in order meanwhile; one after the other on one thread.
  template <typename Item, typename Parse, typename Add>
  void each(const char* key, Parse parse_one, Add add) {
    using Read = std::unique_ptr<Chunk<Item>>;
    constexpr std::size_t chunk_size = 2048;
    const json::Section& array = section(key);
    if (!array.is_array) throw InputError(where_, std::string("/") + key, "expected an array");
    const std::span<const std::string_view> all(array.elements);
    std::size_t next = 0;
    std::uint32_t number = 0;
    using Range = std::pair<std::size_t, std::size_t>;
    const auto take = [&](tbb::flow_control& flow) -> Range {
      const auto first = next;
      next = std::min(all.size(), first + chunk_size);
      if (first == next) flow.stop();
      return {first, next};
    };
    const auto read = [&](Range range) {
      auto chunk = std::make_unique<Chunk<Item>>();
      parse(key, all.subspan(range.first, range.second - range.first), static_cast<std::uint32_t>(range.first), parse_one,
            *chunk);
      return chunk;
    };
    const auto place = [&](Read chunk) {
      for (Item& item : chunk->items) add(item, number++);
      auto& evidence = parts_.data->evidence;
      evidence.insert(evidence.end(), chunk->evidence.begin(), chunk->evidence.end());
      parts_.data->strings.adopt(std::move(chunk->strings));
    };
    const auto threads = static_cast<std::size_t>(std::max(1, jobs_));
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena(static_cast<int>(threads)).execute([&] {
      constexpr auto in_order = tbb::filter_mode::serial_in_order;
      tbb::parallel_pipeline(threads == 1 ? 1 : 4 * threads, tbb::make_filter<void, Range>(in_order, take) &
                                                                 tbb::make_filter<Range, Read>(tbb::filter_mode::parallel, read) &
                                                                 tbb::make_filter<Read, void>(in_order, place));
    });
  }

  void add_unique(IdIndex& index, std::string_view id, const char* pointer, std::uint32_t number) const {
    if (!index.add(id))
      throw InputError(where_, pointer + std::to_string(number), "\"" + std::string(id) + "\" twice");
  }

  struct EdgeItem {
    std::uint32_t source, target, relation, evidence;
  };

  void read_edges() {
    std::vector<std::pair<Edge*, std::uint32_t>> placed;  // With the number of its pieces of evidence.
    placed.reserve(section("edges").elements.size());
    each<EdgeItem>(
        "edges",
        [this](const Node& node, Chunk<EdgeItem>& chunk) {
          const EdgeItem item{reference(node.at("source"), parts_.nodes, "node"),
                              reference(node.at("target"), parts_.nodes, "node"),
                              reference(node.at("relation"), parts_.relations, "relation"), node.at("evidence").size()};
          const auto pieces = node.at("evidence");
          if (item.evidence == 0) pieces.fail("an edge without evidence");
          for (std::uint32_t i = 0; i < item.evidence; ++i)
            chunk.evidence.push_back(parts_.evidence(pieces.at(i), chunk.strings));
          return item;
        },
        [&](const EdgeItem& item, std::uint32_t) {
          Edge edge;
          edge.relation = item.relation;
          auto& graph = parts_.data->graph;
          placed.emplace_back(&graph[boost::add_edge(item.source, item.target, edge, graph).first], item.evidence);
        });
    std::size_t begin = 0;  // Now the evidence moves no more.
    for (const auto& [edge, count] : placed) {
      edge->evidence = std::span(parts_.data->evidence).subspan(begin, count);
      begin += count;
      network::summarize(*edge, parts_.data->documents);
    }
  }

  void read_loops() {
    using Loop = std::pair<std::uint32_t, Evidence>;
    each<Loop>(
        "loops",
        [this](const Node& node, Chunk<Loop>& chunk) {
          return Loop{reference(node.at("relation"), parts_.relations, "relation"),
                      parts_.evidence(node.at("evidence"), chunk.strings)};
        },
        [this](const Loop& loop, std::uint32_t) {
          parts_.data->loop_relations.push_back(loop.first);
          parts_.data->loops.push_back(loop.second);
        });
  }

  std::string_view text_, where_;
  json::Split split_;
  int jobs_;
  std::vector<json::Section> sections_;
  Parts parts_;
};

}  // namespace

Network read_network(std::string_view text, std::string_view where, int jobs) {
  try {
    return Reader(text, where, json::Split::lines, jobs).run();
  } catch (const InputError&) {
    // Once more, exactly and in order: the file may be good but split otherwise, and its first error is to be told.
    return Reader(text, where, json::Split::exact, 1).run();
  }
}

}  // namespace entente
