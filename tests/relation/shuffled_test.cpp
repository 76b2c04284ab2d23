// Articles whose paragraphs are shuffled speak of many states and bodies at once: what the steps of the extraction keep by entity must grow
// as entities come up. The sanitizers look on (scripts/test).
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "entente/extractor.hpp"
#include "entente/resources.hpp"
#include "support/source_dir.hpp"

using namespace entente;

namespace {

std::vector<std::string> paragraphs(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> found;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string paragraph;
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) paragraph += (paragraph.empty() ? "" : "\n") + line;
      else if (!paragraph.empty()) found.push_back(std::move(paragraph)), paragraph.clear();
    }
    if (!paragraph.empty()) found.push_back(std::move(paragraph));
  }
  return found;
}

}  // namespace

TEST_CASE("articles with shuffled paragraphs are read, and each edge joins two actors of the record", "[relation][model]") {
  constexpr std::size_t kParagraphs = 6;  // in a document
  const Extractor extractor(default_data_dir());
  const auto pipeline = nlp::Pipeline::load(default_model_dir());
  auto all = paragraphs(test::source_dir() / "corpus");
  REQUIRE(all.size() > 300);
  std::mt19937 random(20261129);
  for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random() % i]);
  std::size_t edges = 0;
  for (std::size_t i = 0; i + kParagraphs <= all.size(); i += kParagraphs) {
    Article article;
    article.id = std::to_string(i);
    for (std::size_t k = i; k < i + kParagraphs; ++k) article.text += (k > i ? "\n\n" : "") + all[k];
    INFO(article.text);
    const Record record = extract(extractor, pipeline, std::move(article));
    std::set<std::string> ids;
    for (const auto& entity : record.entities) ids.insert(entity.id);
    for (const auto& edge : record.relations) {
      CHECK(ids.contains(edge.source));
      CHECK(ids.contains(edge.target));
      CHECK(edge.source != edge.target);
    }
    edges += record.relations.size();
  }
  CHECK(edges > 500);
}
