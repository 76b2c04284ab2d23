#include <rapidjson/document.h>

#include <algorithm>
#include <unordered_map>

#include "entente/error.hpp"
#include "network/assemble.hpp"
#include "network/network_data.hpp"
#include "text/json.hpp"
#include "text/json_sections.hpp"

namespace entente {

namespace {

using json::Node;  // Of the tree; the graph's is entente::Node.
using Index = std::unordered_map<std::string_view, std::uint32_t>;

template <typename Enum>
Enum named(const Node& node, std::optional<Enum> (*from)(std::string_view), const char* what) {
  const auto value = from(node.string());
  if (!value) node.fail(std::string("unknown ") + what + " \"" + std::string(node.string()) + "\"");
  return *value;
}

std::uint32_t reference(const Node& node, const Index& index, const char* what) {
  const auto found = index.find(node.string());
  if (found == index.end())
    node.fail(std::string("no ") + what + " \"" + std::string(node.string()) + "\" in this file");
  return found->second;
}

std::uint32_t below(const Node& node, std::size_t count, const char* what) {
  const auto value = node.uint32();
  if (value >= count) node.fail(std::string("no ") + what + " " + std::to_string(value) + " in this file");
  return value;
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view where)
      : text_(text), where_(where), data_(std::make_unique<NetworkData>()) {}

  Network run() {
    sections_ = json::sections(text_, where_);
    check_header();
    each("relations", [this](const Node& node) { add_relation(node); });
    each("nodes", [this](const Node& node) { add_node(node); });
    each("forms", [this](const Node& node) { add_form(node); });
    each("documents", [this](const Node& node) { add_document(node); });
    each("edges", [this](const Node& node) { add_edge(node); });
    point_to_evidence();
    each("loops", [this](const Node& node) {
      data_->loop_relations.push_back(reference(node.at("relation"), relations_, "relation"));
      data_->loops.push_back(evidence(node.at("evidence")));
    });
    return NetworkData::make(std::move(data_));
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

  template <typename Add>
  void each(const char* key, Add add) {
    const json::Section& array = section(key);
    if (!array.is_array) throw InputError(where_, std::string("/") + key, "expected an array");
    std::vector<char> memory(1 << 16);
    rapidjson::MemoryPoolAllocator<> pool(memory.data(), memory.size());
    for (std::uint32_t i = 0; i < array.elements.size(); ++i) {
      const auto element = array.elements[i];
      rapidjson::Document tree(&pool);
      json::parse(tree, element, where_, static_cast<std::size_t>(element.data() - text_.data()));
      add(Node(tree, where_, key, i));
      pool.Clear();
    }
  }

  std::string_view string(const Node& node, const char* key) {
    const auto found = node.find(key);
    return found ? data_->strings.intern(found->string()) : std::string_view();
  }
  std::string_view unique_string(const Node& node, const char* key) {
    const auto found = node.find(key);
    return found ? data_->strings.keep(found->string()) : std::string_view();
  }
  std::vector<std::string_view> strings(const Node& node) {
    std::vector<std::string_view> out;
    out.reserve(node.size());
    for (std::uint32_t i = 0; i < node.size(); ++i) out.push_back(data_->strings.intern(node.at(i).string()));
    return out;
  }
  static void add_unique(Index& index, std::string_view id, const Node& node) {
    const auto number = static_cast<std::uint32_t>(index.size());
    if (!index.emplace(id, number).second) node.fail("\"" + std::string(id) + "\" twice");
  }

  void add_relation(const Node& node) {
    RelationType type;
    type.name = node.at("name").string();
    type.event_class = node.at("class").string();
    type.plover = std::string(string(node, "plover"));
    if (const auto quad = node.find("quad")) type.quad = static_cast<int>(quad->uint32());
    type.symmetric = node.at("symmetric").boolean();
    add_unique(relations_, data_->strings.intern(type.name), node);
    data_->relations.push_back(std::move(type));
  }

  void add_node(const Node& node) {
    entente::Node made;
    made.id = data_->strings.intern(node.at("id").string());
    made.name = data_->strings.intern(node.at("name").string());
    made.kind = named(node.at("kind"), kind_from, "kind");
    made.country = string(node, "country");
    made.ref = string(node, "ref");
    made.names = strings(node.at("names"));
    made.documents = node.at("documents").uint32();
    made.first = string(node, "first");
    made.last = string(node, "last");
    if (const auto joined = node.find("joined"))
      for (std::uint32_t i = 0; i < joined->size(); ++i) {
        const auto join = joined->at(i);
        made.joined.push_back({data_->strings.intern(join.at("rule").string()), strings(join.at("names"))});
      }
    add_unique(nodes_, made.id, node);
    boost::add_vertex(std::move(made), data_->graph);
  }

  void add_form(const Node& node) {
    Form form;
    form.name = data_->strings.intern(node.at("name").string());
    form.kind = named(node.at("kind"), kind_from, "kind");
    form.names = strings(node.at("names"));
    form.country = string(node, "country");
    form.ref = string(node, "ref");
    form.node = reference(node.at("node"), nodes_, "node");
    if (const auto part = node.find("part")) form.part = part->uint32();
    data_->graph[form.node].forms.push_back(static_cast<std::uint32_t>(data_->forms.size()));
    data_->forms.push_back(std::move(form));
  }

  void add_document(const Node& node) {
    DocumentInfo document;
    document.id = data_->strings.keep(node.at("id").string());
    document.title = unique_string(node, "title");
    document.date = string(node, "date");
    document.url = unique_string(node, "url");
    document.source = string(node, "source");
    document.digest = unique_string(node, "digest");
    document.sentences = node.at("sentences").uint32();
    document.tokens = node.at("tokens").uint32();
    const auto forms = node.at("forms");
    document.forms.reserve(forms.size());
    for (std::uint32_t i = 0; i < forms.size(); ++i)
      document.forms.push_back(below(forms.at(i), data_->forms.size(), "form"));
    if (const auto passages = node.find("passages")) {
      document.passages.reserve(passages->size());
      for (std::uint32_t i = 0; i < passages->size(); ++i) {
        const auto passage = passages->at(i);
        document.passages.push_back({passage.at("sentence").uint32(), passage.at("begin").uint32(),
                                     data_->strings.keep(passage.at("text").string())});
      }
    }
    add_unique(documents_, document.id, node);
    data_->documents.push_back(std::move(document));
  }

  Evidence evidence(const Node& node) {
    Evidence e;
    e.document = reference(node.at("document"), documents_, "document");
    e.status = named(node.at("status"), status_from, "status");
    e.sentence = node.at("sentence").uint32();
    e.begin = node.at("begin").uint32();
    e.end = node.at("end").uint32();
    e.text = data_->strings.keep(node.at("text").string());
    e.confidence = node.at("confidence").number();
    e.frame = string(node, "frame");
    e.some = string(node, "extent") == "some";
    const auto forms = node.at("forms");
    if (forms.size() < 2 || forms.size() > 3) forms.fail("expected two or three forms");
    e.source = below(forms.at(0U), data_->forms.size(), "form");
    e.target = below(forms.at(1U), data_->forms.size(), "form");
    if (forms.size() == 3) e.claimant = below(forms.at(2U), data_->forms.size(), "form");
    return e;
  }

  void add_edge(const Node& node) {
    const auto source = reference(node.at("source"), nodes_, "node"),
               target = reference(node.at("target"), nodes_, "node");
    Edge edge;
    edge.relation = reference(node.at("relation"), relations_, "relation");
    const auto pieces = node.at("evidence");
    if (pieces.size() == 0) pieces.fail("an edge without evidence");
    const auto begin = data_->evidence.size();
    for (std::uint32_t i = 0; i < pieces.size(); ++i) data_->evidence.push_back(evidence(pieces.at(i)));
    Edge& placed = data_->graph[boost::add_edge(source, target, edge, data_->graph).first];
    edges_.push_back({&placed, begin, pieces.size()});
  }

  /// Once all evidence is read, and moves no more.
  void point_to_evidence() {
    for (const auto& [edge, begin, count] : edges_) {
      edge->evidence = std::span(data_->evidence).subspan(begin, count);
      network::summarize(*edge, data_->documents);
    }
  }

  std::string_view text_, where_;
  std::vector<json::Section> sections_;
  std::unique_ptr<NetworkData> data_;
  Index relations_, nodes_, documents_;
  struct Placed {
    Edge* edge;
    std::size_t begin, count;
  };
  std::vector<Placed> edges_;
};

}  // namespace

Network read_network(std::string_view text, std::string_view where) { return Reader(text, where).run(); }

}  // namespace entente
