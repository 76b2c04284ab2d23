// Reads texts on one thread and prints what it took: loads model and data, then takes each document of standard input (lines of JSON with
// "id" and "text") through parsing alone, or through all that extraction is, from its line to the record's line. With an output file, also
// what the parse says, for bench/speed to compare. Usage: bench_read parse|extract MODEL_DIR DATA_DIR [OUTPUT] < TEXTS
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <variant>
#include <vector>

#include "entente/extractor.hpp"
#include "text/input.hpp"

namespace {

struct Times {
  double wall, processor;
};

Times now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  const auto wall = std::chrono::steady_clock::now().time_since_epoch();
  return {std::chrono::duration<double>(wall).count(), static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec)};
}

std::vector<std::string> read_lines(std::istream& in) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

entente::Article article(const std::string& line) {
  entente::RawDocument raw{.form = entente::RawDocument::Form::json, .file = "-", .place = {}, .id = {}, .bytes = line};
  return std::get<entente::Article>(entente::decode(raw, false));
}

void print(const char* name, Times begin, Times end) {
  std::printf(", \"%s\": {\"wall\": %.4f, \"cpu\": %.4f}", name, end.wall - begin.wall, end.processor - begin.processor);
}

/// White space tokens hold line breaks.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\\n") : c == '\t' ? std::string("\\t") : std::string(1, c);
  return out;
}

/// One line a token: begin, end, lemma, tag, pos, head, dep, whether a sentence begins, entity label with B- or I-.
void write(std::ostream& out, const entente::nlp::Document& document) {
  std::vector<std::string> entities(document.tokens().size(), "O");
  for (const auto& entity : document.entities())
    for (auto i = entity.begin; i < entity.end; ++i) entities[i] = (i == entity.begin ? "B-" : "I-") + std::string(entity.label);
  std::size_t i = 0;
  for (const auto& token : document.tokens()) {
    const bool starts = document.sentences()[token.sentence].begin == i;
    out << token.begin << '\t' << token.end << '\t' << escape(token.lemma) << '\t' << token.tag << '\t' << token.pos << '\t' << token.head << '\t'
        << token.dep << '\t' << starts << '\t' << entities[i] << '\n';
    ++i;
  }
  out << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc < 4 ? "" : argv[1];
  if (what != "parse" && what != "extract") return std::cerr << "usage: bench_read parse|extract MODEL_DIR DATA_DIR [OUTPUT] < TEXTS\n", 2;
  const auto lines = read_lines(std::cin);
  const Times start = now();
  const auto pipeline = entente::nlp::Pipeline::load(argv[2]);
  const Times model = now();
  const entente::Extractor extractor(argv[3]);
  const Times loaded = now();
  std::size_t tokens = 0, relations = 0, bytes = 0;
  for (const std::string& line : lines) {
    if (what == "parse") {
      tokens += pipeline.parse(article(line).text).tokens().size();
    } else {
      const entente::Record record = entente::extract(extractor, pipeline, article(line));
      tokens += record.tokens;
      relations += record.relations.size();
      bytes += entente::to_json(record).size();
    }
  }
  const Times done = now();

  std::printf("{\"tokens\": %zu, \"relations\": %zu, \"bytes\": %zu", tokens, relations, bytes);
  print("load_model", start, model);
  print("load_data", model, loaded);
  print("read", loaded, done);
  std::printf("}\n");
  if (argc > 4) {
    std::ofstream out(argv[4]);
    for (const std::string& line : lines) write(out, pipeline.parse(article(line).text));
    if (!out) return std::cerr << "cannot write " << argv[4] << '\n', 1;
  }
}
