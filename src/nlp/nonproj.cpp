#include "nlp/nonproj.hpp"

#include <algorithm>

namespace entente::nlp {
namespace {

constexpr std::string_view kDelimiter = "||";

/// One round of moving the edges of words up to their heads. True where every word's head lies in its sentence.
bool move_edges(std::span<const std::uint32_t> heads, TreeWorkspace& work) {
  auto &left = work.left_edge, &right = work.right_edge;
  const std::size_t n = heads.size();
  const auto widen = [&](std::size_t i) {
    left[heads[i]] = std::min(left[heads[i]], left[i]);
    right[heads[i]] = std::max(right[heads[i]], right[i]);
  };
  for (std::size_t i = 0; i < n; ++i) widen(i);
  for (std::size_t i = n; i-- > 0;) widen(i);
  work.starts.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i)
    if (heads[i] == i) work.starts[left[i]] = 1;
  std::size_t begin = 0;
  for (std::size_t end = 0; end < n; ++end) {
    if (!((end > 0 && work.starts[end]) || end == n - 1)) continue;
    for (std::size_t i = begin; i < end; ++i)
      if (heads[i] < begin || heads[i] > end) return false;
    begin = end;
  }
  return true;
}

/// Calls `visit` with the children of a word, left to right, until it says true.
template <class F>
bool any_child(std::span<const std::uint32_t> heads, const TreeWorkspace& work, std::uint32_t word, const F& visit) {
  for (std::uint32_t i = work.left_edge[word]; i <= work.right_edge[word]; ++i)
    if (i != word && heads[i] == word && visit(i)) return true;
  return false;
}

}  // namespace

DependencyLabels::DependencyLabels(std::vector<std::string> labels) : labels_(std::move(labels)), root_(add("ROOT")) {
  for (std::size_t i = 0; i < labels_.size(); ++i) {  // grows
    const auto delimiter = labels_[i].find(kDelimiter);
    const bool decorated = delimiter != std::string::npos;
    const auto self = static_cast<std::uint16_t>(i);
    const std::string name = labels_[i];
    const std::uint16_t proper = decorated ? add(name.substr(0, delimiter)) : self;
    proper_.push_back(proper);
    head_.push_back(decorated ? add(name.substr(delimiter + kDelimiter.size())) : -1);
  }
  output_.assign(labels_.size(), 0);
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    if (is_decorated(i) || labels_[i].empty()) continue;
    output_[i] = static_cast<std::uint16_t>(plain_.size());
    plain_.push_back(labels_[i]);
  }
}

std::uint16_t DependencyLabels::add(const std::string& label) {
  const auto found = std::find(labels_.begin(), labels_.end(), label);
  const auto index = static_cast<std::uint16_t>(found - labels_.begin());
  if (found == labels_.end()) labels_.push_back(label);
  return index;
}

void set_sentence_starts(std::span<const std::uint32_t> heads, std::span<char> sent_start, TreeWorkspace& work) {
  const std::size_t n = heads.size();
  work.left_edge.resize(n);
  work.right_edge.resize(n);
  for (std::size_t i = 0; i < n; ++i) work.left_edge[i] = work.right_edge[i] = static_cast<std::uint32_t>(i);
  // Trees with crossing arcs may need several rounds; spaCy gives up after twelve.
  for (int round = 0; round < 12 && !move_edges(heads, work); ++round) continue;
  std::fill(sent_start.begin(), sent_start.end(), 0);
  if (n > 0) sent_start[0] = 1;
  for (std::size_t i = 0; i < n; ++i)
    if (heads[i] == i) sent_start[work.left_edge[i]] = 1;
}

bool deprojectivize(const DependencyLabels& labels, std::span<const std::uint64_t> is_space, std::span<std::uint32_t> heads,
                    std::span<std::uint16_t> deps, TreeWorkspace& work) {
  bool any = false;
  for (std::uint32_t word = 0; word < heads.size(); ++word) {
    if (!labels.is_decorated(deps[word])) continue;
    any = true;
    const std::uint16_t head_label = labels.head(deps[word]);
    std::uint32_t head = heads[word];
    bool found = false;
    for (work.queue.assign(1, head); !found && !work.queue.empty(); work.queue.swap(work.next_queue)) {
      work.next_queue.clear();
      for (const std::uint32_t parent : work.queue) {
        found = any_child(heads, work, parent, [&](std::uint32_t child) {
          if (is_space[child] || child == word) return false;
          if (deps[child] == head_label) head = child;
          work.next_queue.push_back(child);
          return deps[child] == head_label;
        });
        if (found) break;
      }
    }
    heads[word] = head;
    deps[word] = labels.proper(deps[word]);
  }
  return any;
}

}  // namespace entente::nlp
