#include "nlp/model_file.hpp"

#include <bit>
#include <cstring>
#include <msgpack.hpp>

#include "nlp/file.hpp"

namespace entente::nlp {
namespace {

using Object = msgpack::object;
using Node = ModelFile::Node;

/// What the msgpack structure is not; ModelFile says in which file.
struct Malformed {
  std::string part, message;
};

/// Text or bytes: srsly's array encoding writes its keys as bytes.
std::optional<std::string_view> text(const Object& o) {
  if (o.type == msgpack::type::STR) return std::string_view{o.via.str.ptr, o.via.str.size};
  if (o.type == msgpack::type::BIN) return std::string_view{o.via.bin.ptr, o.via.bin.size};
  return std::nullopt;
}

std::optional<std::int64_t> integer(const Object& o) {
  if (o.type == msgpack::type::BOOLEAN) return o.via.boolean ? 1 : 0;
  if (o.type == msgpack::type::POSITIVE_INTEGER) return static_cast<std::int64_t>(o.via.u64);
  if (o.type == msgpack::type::NEGATIVE_INTEGER) return o.via.i64;
  return std::nullopt;
}

const Object* find(const Object& map, std::string_view key) {
  if (map.type != msgpack::type::MAP) return nullptr;
  for (const auto& [k, v] : map.via.map)
    if (text(k) == key) return &v;
  return nullptr;
}

const msgpack::object_array& array(const Object& root, std::string_view key) {
  const Object* found = find(root, key);
  if (!found || found->type != msgpack::type::ARRAY) throw Malformed{std::string(key), "not there, a list expected"};
  return found->via.array;
}

template <class F>
void for_entries(const Object& map, const std::string& part, const F& entry) {
  if (map.type != msgpack::type::MAP) throw Malformed{part, "not a map"};
  for (const auto& [k, v] : map.via.map) {
    const auto key = text(k);
    if (!key) throw Malformed{part, "a key is not text"};
    entry(*key, v);
  }
}

Node read_node(const Object& object, std::size_t index, std::size_t count) {
  const std::string part = "nodes[" + std::to_string(index) + "]";
  Node node;
  node.index = index;
  const Object* name = find(object, "name");
  if (!name || !text(*name)) throw Malformed{part, "has no name"};
  node.name = *text(*name);
  if (const Object* dims = find(object, "dims"))
    for_entries(*dims, part + ".dims", [&](std::string_view key, const Object& v) {
      if (const auto n = integer(v)) node.dims.emplace(key, *n);
    });
  if (const Object* refs = find(object, "refs"))
    for_entries(*refs, part + ".refs", [&](std::string_view key, const Object& v) {
      const auto n = integer(v);
      if (n && (*n < 0 || static_cast<std::size_t>(*n) >= count)) throw Malformed{part + ".refs", "no such node"};
      if (n) node.refs.emplace(key, static_cast<std::size_t>(*n));
    });
  return node;
}

/// An attribute's value is msgpack again, packed as bytes. Those of other types (dropout rates, say) are not needed and left out.
void read_attr(Node& node, std::string_view key, const Object& packed) {
  const auto bytes = text(packed);
  if (!bytes) return;
  const msgpack::object_handle handle = msgpack::unpack(bytes->data(), bytes->size());
  if (const auto n = integer(handle.get())) node.attrs.emplace(key, *n);
  if (handle->type != msgpack::type::ARRAY) return;
  std::vector<std::string> list;
  for (const Object& o : handle->via.array) {
    const auto item = text(o);
    if (!item) return;
    list.emplace_back(*item);
  }
  node.lists.emplace(key, std::move(list));
}

ModelFile::Param read_param(const Object& object, const std::string& part) {
  const Object *type = find(object, "type"), *shape = find(object, "shape"), *data = find(object, "data");
  if (!type || text(*type) != "<f4" || !shape || shape->type != msgpack::type::ARRAY || !data || !text(*data))
    throw Malformed{part, "not an array of float32"};
  ModelFile::Param param{{}, *text(*data)};
  std::size_t size = sizeof(float);
  for (const Object& o : shape->via.array) {
    const auto n = integer(o);
    if (!n || *n < 0 || *n > (std::int64_t{1} << 32)) throw Malformed{part, "has no proper shape"};
    param.shape.push_back(static_cast<std::size_t>(*n));
    size *= static_cast<std::size_t>(*n);
  }
  if (size != param.bytes.size()) throw Malformed{part, "its size is not its shape's"};
  return param;
}

std::vector<Node> read_nodes(const Object& root) {
  const auto &infos = array(root, "nodes"), &attrs = array(root, "attrs"), &params = array(root, "params");
  if (infos.size == 0 || attrs.size != infos.size || params.size != infos.size)
    throw Malformed{"nodes", "there are not as many as attributes and parameters"};
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < infos.size; ++i) {
    Node& node = nodes.emplace_back(read_node(infos.ptr[i], i, infos.size));
    const std::string part = "nodes[" + std::to_string(i) + "] (" + node.name + ")";
    for_entries(attrs.ptr[i], part, [&](std::string_view key, const Object& v) { read_attr(node, key, v); });
    for_entries(params.ptr[i], part, [&](std::string_view key, const Object& v) {
      if (!v.is_nil()) node.params.emplace(key, read_param(v, part + "." + std::string(key)));
    });
  }
  return nodes;
}

std::string to_string(const std::vector<std::size_t>& shape) {
  std::string s;
  for (const std::size_t n : shape) s += (s.empty() ? "" : " x ") + std::to_string(n);
  return s;
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& file) : file_(file.string()), mapped_(std::make_shared<const MappedFile>(file)) {
  const auto in_place = [](msgpack::type::object_type, std::size_t, void*) { return true; };
  try {
    const std::string_view bytes = mapped_->bytes();
    // A broken file may claim any number of entries: no list of a model is as long as these limits.
    const msgpack::unpack_limit limit(1 << 16, 1 << 16);
    const msgpack::object_handle handle = msgpack::unpack(bytes.data(), bytes.size(), in_place, nullptr, limit);
    nodes_ = read_nodes(handle.get());
  } catch (const Malformed& e) {
    fail(e.part, e.message);
  } catch (const msgpack::insufficient_bytes&) {
    fail("msgpack", "truncated: the file ends after " + std::to_string(mapped_->bytes().size()) + " bytes");
  } catch (const msgpack::unpack_error& e) {
    fail("msgpack", std::string("cannot be read: ") + e.what());
  }
}

std::vector<const Node*> ModelFile::named(std::string_view name) const {
  std::vector<const Node*> found;
  for (const Node& node : nodes_)
    if (node.name == name) found.push_back(&node);
  return found;
}

const Node& ModelFile::ref(std::string_view ref) const {
  const auto found = nodes_.front().refs.find(ref);
  if (found == nodes_.front().refs.end()) fail("nodes[0]", "has no reference '" + std::string(ref) + "'");
  return nodes_[found->second];
}

std::size_t ModelFile::dim(const Node& node, std::string_view name) const {
  const auto found = node.dims.find(name);
  if (found == node.dims.end() || found->second <= 0 || found->second > 1 << 24)
    fail("node " + std::to_string(node.index) + " (" + node.name + ")", "has no dimension " + std::string(name));
  return static_cast<std::size_t>(found->second);
}

std::int64_t ModelFile::attr(const Node& node, std::string_view name) const {
  const auto found = node.attrs.find(name);
  if (found == node.attrs.end())
    fail("node " + std::to_string(node.index) + " (" + node.name + ")", "has no attribute " + std::string(name));
  return found->second;
}

std::string_view ModelFile::bytes(const Node& node, std::string_view name, std::initializer_list<std::size_t> shape) const {
  const std::string part = "node " + std::to_string(node.index) + " (" + node.name + "), " + std::string(name);
  const auto found = node.params.find(name);
  if (found == node.params.end()) fail(part, "has no values");
  const Param& param = found->second;
  if (param.shape != std::vector<std::size_t>(shape))
    fail(part, "has the shape " + to_string(param.shape) + ", expected " + to_string(shape));
  return param.bytes;
}

std::vector<float> ModelFile::values(const Node& node, std::string_view name,
                                     std::initializer_list<std::size_t> shape) const {
  const std::string_view from = bytes(node, name, shape);
  std::vector<float> values(from.size() / sizeof(float));
  if (!values.empty()) std::memcpy(values.data(), from.data(), from.size());
  static_assert(std::endian::native == std::endian::little, "weights are read as they are in the file");
  return values;
}

void ModelFile::fail(const std::string& part, const std::string& message) const { nlp::fail(file_, part, message); }

}  // namespace entente::nlp
