// The whole analysis of texts on one thread: loads the model, parses each line of standard input ("\n" and "\\" written as \n and \\) as
// one text, and prints what it took. With an output file, also what it found, for bench/speed to compare.
// Usage: bench_parse MODEL_DIR [OUTPUT] < TEXTS
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "entente/nlp.hpp"

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

std::string unescape(const std::string& line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\' || i + 1 == line.size())
      text += line[i];
    else
      text += line[++i] == 'n' ? '\n' : line[i];
  }
  return text;
}

/// One line a token: begin, end, lemma, tag, pos, head, dep, whether a sentence begins, entity label with B- or I-.
void write(std::ostream& out, const entente::nlp::Document& document) {
  std::vector<std::string> entities(document.tokens().size(), "O");
  for (const auto& entity : document.entities())
    for (auto i = entity.begin; i < entity.end; ++i) entities[i] = (i == entity.begin ? "B-" : "I-") + std::string(entity.label);
  std::size_t i = 0;
  for (const auto& token : document.tokens()) {
    const bool starts = document.sentences()[token.sentence].begin == i;
    out << token.begin << '\t' << token.end << '\t' << token.lemma << '\t' << token.tag << '\t' << token.pos << '\t' << token.head << '\t'
        << token.dep << '\t' << starts << '\t' << entities[i] << '\n';
    ++i;
  }
  out << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::cerr << "usage: bench_parse MODEL_DIR [OUTPUT] < TEXTS\n", 2;
  std::vector<std::string> texts;
  for (std::string line; std::getline(std::cin, line);) texts.push_back(unescape(line));

  const Times start = now();
  const auto pipeline = entente::nlp::Pipeline::load(argv[1]);
  const Times loaded = now();
  std::size_t tokens = 0;
  for (const std::string& text : texts) tokens += pipeline.parse(text).tokens().size();
  const Times parsed = now();

  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("{\"tokens\": %zu, \"load\": %.4f, \"wall\": %.4f, \"cpu\": %.4f, \"peak_mb\": %.1f}\n", tokens, loaded.wall - start.wall,
              parsed.wall - loaded.wall, parsed.processor - loaded.processor, static_cast<double>(usage.ru_maxrss) / 1024);
  if (argc > 2) {
    std::ofstream out(argv[2]);
    for (const std::string& text : texts) write(out, pipeline.parse(text));
    if (!out) return std::cerr << "cannot write " << argv[2] << '\n', 1;
  }
}
