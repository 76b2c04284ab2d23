#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente::nlp {

/// Dependency labels, decorated ones among them: "prep||dobj" is a prep that was lifted; it belongs to the first dobj below its head
/// (Nivre and Nilsson, "Pseudo-Projective Dependency Parsing", 2005).
class DependencyLabels {
 public:
  explicit DependencyLabels(std::vector<std::string> labels);

  /// The plain labels; output() gives their indices.
  const std::vector<std::string>& plain() const { return plain_; }

  bool is_decorated(std::size_t label) const { return head_[label] >= 0; }
  /// Of a decorated label: the label proper and that of its head, as labels.
  std::uint16_t proper(std::size_t label) const { return proper_[label]; }
  std::uint16_t head(std::size_t label) const { return static_cast<std::uint16_t>(head_[label]); }
  /// The index in plain() of a label that is not decorated.
  std::uint16_t output(std::size_t label) const { return output_[label]; }
  std::uint16_t root() const { return root_; }

 private:
  std::uint16_t add(const std::string& label);

  std::vector<std::string> labels_, plain_;
  std::vector<std::uint16_t> proper_, output_;
  std::vector<std::int32_t> head_;
  std::uint16_t root_;
};

/// Buffers of the functions below.
struct TreeWorkspace {
  std::vector<std::uint32_t> left_edge, right_edge;
  std::vector<std::uint32_t> queue, next_queue;
  std::vector<char> starts;
};

/// Marks where sentences begin: at the left edge of each root's words (spaCy's set_children_from_heads). Fills the workspace's edges.
void set_sentence_starts(std::span<const std::uint32_t> heads, std::span<char> sent_start, TreeWorkspace& work);

/// Attaches words with decorated labels where they belong, and gives them their proper labels. The workspace's edges must be those of
/// the tree. White space words are passed over. True where there was one.
bool deprojectivize(const DependencyLabels& labels, std::span<const std::uint64_t> is_space, std::span<std::uint32_t> heads,
                    std::span<std::uint16_t> deps, TreeWorkspace& work);

}  // namespace entente::nlp
