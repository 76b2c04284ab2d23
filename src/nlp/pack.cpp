#include "nlp/pack.hpp"

#include "nlp/file.hpp"

namespace entente::nlp {

namespace {
bool keep_in_place(msgpack::type::object_type, std::size_t, void*) { return true; }
}  // namespace

Pack::Pack(const std::filesystem::path& file) : file_(file), content_(read_file(file)) {
  // No list, map or string can have more elements than the file has bytes.
  const std::size_t most = content_.size();
  try {
    handle_ = msgpack::unpack(content_.data(), content_.size(), keep_in_place, nullptr, msgpack::unpack_limit(most, most, most, most, most, 64));
  } catch (const msgpack::insufficient_bytes&) {
    error("", "the file is truncated");
  } catch (const msgpack::unpack_error&) {
    error("", "not a msgpack file");
  }
}

void Pack::error(std::string_view part, std::string_view message) const { fail(file_, part, message); }

msgpack::object Pack::get(const msgpack::object& map, std::string_view key, std::string_view part) const {
  if (map.type != msgpack::type::MAP) error(part, "expected a map");
  for (const auto& entry : map.via.map)
    if (entry.key.type == msgpack::type::STR && std::string_view(entry.key.via.str.ptr, entry.key.via.str.size) == key) return entry.val;
  return {};
}

msgpack::object Pack::need(const msgpack::object& map, std::string_view key, std::string_view part) const {
  const msgpack::object found = get(map, key, part);
  if (found.is_nil()) error(part, "\"" + std::string(key) + "\" is missing");
  return found;
}

std::string_view Pack::text(const msgpack::object& value, std::string_view part) const {
  if (value.type != msgpack::type::STR) error(part, "expected a string");
  return {value.via.str.ptr, value.via.str.size};
}

std::int64_t Pack::integer(const msgpack::object& value, std::string_view part) const {
  if (value.type != msgpack::type::POSITIVE_INTEGER && value.type != msgpack::type::NEGATIVE_INTEGER) error(part, "expected an integer");
  return value.via.i64;
}

void Pack::each(const msgpack::object& list, std::string_view part, const std::function<void(const msgpack::object&)>& visit) const {
  if (list.type != msgpack::type::ARRAY) error(part, "expected a list");
  for (const auto& item : list.via.array) visit(item);
}

void Pack::each_pair(const msgpack::object& map, std::string_view part,
                     const std::function<void(const msgpack::object&, const msgpack::object&)>& visit) const {
  if (map.type != msgpack::type::MAP) error(part, "expected a map");
  for (const auto& entry : map.via.map) visit(entry.key, entry.val);
}

}  // namespace entente::nlp
