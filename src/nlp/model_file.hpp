#pragma once
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/mapped_file.hpp"

namespace entente::nlp {

/// A network's file as thinc writes it (msgpack): its nodes, layers and combinations of layers, in breadth-first order from the root.
class ModelFile {
 public:
  struct Param {
    std::vector<std::size_t> shape;
    std::string_view bytes;  ///< Little-endian float32, row-major, not aligned; lives as long as the ModelFile.
  };
  struct Node {
    std::size_t index = 0;
    std::string name;
    std::map<std::string, std::int64_t, std::less<>> dims;  ///< Those that are set.
    std::map<std::string, std::size_t, std::less<>> refs;   ///< Indices of nodes.
    std::map<std::string, std::int64_t, std::less<>> attrs; ///< Those that are integers or booleans.
    std::map<std::string, std::vector<std::string>, std::less<>> lists;  ///< Attributes that are lists of strings.
    std::map<std::string, Param, std::less<>> params;
  };

  /// @throws ModelError naming the file and the part that is missing, truncated or malformed.
  explicit ModelFile(const std::filesystem::path& file);

  const std::vector<Node>& nodes() const { return nodes_; }
  /// The nodes of this name, in order.
  std::vector<const Node*> named(std::string_view name) const;
  /// The node that the root refers to as `ref`.
  const Node& ref(std::string_view ref) const;

  std::size_t dim(const Node& node, std::string_view name) const;
  std::int64_t attr(const Node& node, std::string_view name) const;
  /// A parameter's values, which must have this shape.
  std::vector<float> values(const Node& node, std::string_view param, std::initializer_list<std::size_t> shape) const;
  /// The same, as they lie in the file: little-endian float32, not aligned. They live as long as `mapping()` is kept.
  std::string_view bytes(const Node& node, std::string_view param, std::initializer_list<std::size_t> shape) const;
  std::shared_ptr<const MappedFile> mapping() const { return mapped_; }

  /// Throws the ModelError that says what is wrong with this file.
  [[noreturn]] void fail(const std::string& part, const std::string& message) const;

 private:
  std::string file_;
  std::shared_ptr<const MappedFile> mapped_;
  std::vector<Node> nodes_;
};

}  // namespace entente::nlp
