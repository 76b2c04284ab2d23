#include "support/annotations.hpp"

#include <charconv>
#include <fstream>
#include <stdexcept>

namespace entente::test {
namespace {

template <class T>
T number(const std::string& field) {
  T value{};
  const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
  if (error != std::errc() || end != field.data() + field.size()) throw std::runtime_error("not a number: " + field);
  return value;
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t begin = 0;;) {
    const auto end = line.find('\t', begin);
    fields.push_back(line.substr(begin, end - begin));
    if (end == std::string::npos) return fields;
    begin = end + 1;
  }
}

void add(AnnotatedBlock& block, const std::vector<std::string>& fields) {
  using nlp::LexAttr;
  if (fields.size() != 14) throw std::runtime_error("a line must have 14 fields");
  constexpr LexAttr kAttributes[] = {LexAttr::norm,  LexAttr::prefix, LexAttr::suffix, LexAttr::shape,
                                     LexAttr::lower, LexAttr::orth,   LexAttr::spacy,  LexAttr::is_space};
  for (std::size_t i = 0; i < 8; ++i) block.features[kAttributes[i]].push_back(number<std::uint64_t>(fields[i]));
  block.tag.push_back(fields[8]);
  block.head.push_back(number<std::uint32_t>(fields[9]));
  block.dep.push_back(fields[10]);
  block.sent_start.push_back(fields[11] == "1");
  block.iob.push_back(fields[12] == "B" ? 1 : fields[12] == "I" ? 2 : 0);
  block.ent.push_back(fields[13]);
}

}  // namespace

std::vector<AnnotatedBlock> read_annotations(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<AnnotatedBlock> blocks;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) {
      inside = false;
      continue;
    }
    if (!inside) blocks.emplace_back();
    inside = true;
    add(blocks.back(), split(line));
  }
  return blocks;
}

void compare(const nlp::Annotator& annotator, const AnnotatedBlock& expected, const nlp::Annotation& found, Differences& to) {
  for (std::size_t i = 0; i < expected.features.size(); ++i) {
    const bool outside = found.iob[i] == 0;
    to.tokens += 1;
    to.tag += expected.tag[i] != annotator.tag_labels()[found.tag[i]];
    to.head += expected.head[i] != found.head[i];
    to.dep += expected.dep[i] != annotator.dep_labels()[found.dep[i]];
    to.sent_start += expected.sent_start[i] != found.sent_start[i];
    to.ent += expected.iob[i] != found.iob[i] || (!outside && expected.ent[i] != annotator.ent_labels()[found.ent[i]]);
  }
}

}  // namespace entente::test
