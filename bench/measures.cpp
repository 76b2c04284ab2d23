// Times the measures one by one, for bench/graphs to run them beside other libraries.
//   bench_measures generate NODES EDGES directed|undirected SEED FILE    an R-MAT graph: pairs of 32-bit node numbers
//   bench_measures serve NODES directed|undirected FILE                  reads it, then lines "MEASURE THREADS [VALUES]"
// Each line is answered by {"wall": seconds, "cpu": seconds}; with a file VALUES the values are written there as doubles.
#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>

#include "entente/centrality.hpp"
#include "rmat.hpp"

namespace {

using entente::SimpleGraph;
using Pair = std::pair<std::uint32_t, std::uint32_t>;
using Values = std::vector<double>;

Values numbers(const std::vector<std::uint32_t>& values) { return {values.begin(), values.end()}; }

const std::map<std::string, std::function<Values(const SimpleGraph&, int)>> measures{
    {"closeness+harmonic",
     [](const SimpleGraph& graph, int jobs) {
       auto both = entente::closeness(graph, jobs);
       both.closeness.insert(both.closeness.end(), both.harmonic.begin(), both.harmonic.end());
       return both.closeness;
     }},
    {"betweenness", [](const SimpleGraph& graph, int jobs) { return entente::betweenness(graph, jobs); }},
    {"pagerank", [](const SimpleGraph& graph, int jobs) { return entente::pagerank(graph, 0.85, 1e-10, jobs); }},
    {"core", [](const SimpleGraph& graph, int) { return entente::core_numbers(graph); }},
    {"components", [](const SimpleGraph& graph, int) { return numbers(entente::components(graph)); }},
    {"strong", [](const SimpleGraph& graph, int) { return numbers(entente::strong_components(graph)); }},
    {"hits",
     [](const SimpleGraph& graph, int) {
       auto both = entente::hits(graph);
       both.hubs.insert(both.hubs.end(), both.authorities.begin(), both.authorities.end());
       return both.hubs;
     }},
    {"eigenvector", [](const SimpleGraph& graph, int) { return entente::eigenvector(graph); }},
    {"leiden", [](const SimpleGraph& graph, int) { return numbers(entente::leiden(graph).community); }},
    {"clustering", [](const SimpleGraph& graph, int) { return entente::clustering(graph); }},
};

template <typename T>
void write(const std::string& file, const std::vector<T>& items) {
  std::ofstream out(file, std::ios::binary);
  out.write(reinterpret_cast<const char*>(items.data()), static_cast<std::streamsize>(items.size() * sizeof(T)));
  if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

std::vector<Pair> read(const std::string& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<Pair> pairs(static_cast<std::size_t>(in.tellg()) / sizeof(Pair));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(pairs.data()), static_cast<std::streamsize>(pairs.size() * sizeof(Pair)));
  return pairs;
}

/// Runs and tells what it took.
template <typename Work>
std::string timed(Work work) {
  const auto processor = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const auto wall = std::chrono::steady_clock::now();
  const double cpu = processor();
  work();
  const double used = processor() - cpu;
  std::ostringstream out;
  out << "{\"wall\": " << std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count()
      << ", \"cpu\": " << used << "}";
  return out.str();
}

SimpleGraph build(std::uint32_t nodes, bool undirected, const std::vector<Pair>& pairs) {
  std::vector<SimpleGraph::Arc> arcs;
  arcs.reserve(pairs.size());
  for (const auto& [source, target] : pairs) arcs.push_back({source, target, 1});
  SimpleGraph graph(nodes, std::move(arcs));
  return undirected ? graph.undirected() : std::move(graph);
}

int serve(std::uint32_t nodes, bool undirected, const std::string& file) {
  const auto pairs = read(file);
  SimpleGraph graph;
  std::cout << timed([&] { graph = build(nodes, undirected, pairs); }) << std::endl;
  for (std::string line, name, values; std::getline(std::cin, line); values.clear()) {
    int jobs = 1;
    std::istringstream(line) >> name >> jobs >> values;
    const auto measure = measures.find(name);
    if (measure == measures.end()) return std::cerr << "no measure '" << name << "'\n", 2;
    Values result;
    const auto took = timed([&] { result = measure->second(graph, jobs); });
    if (!values.empty()) write(values, result);
    std::cout << took << std::endl;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<std::string> words(argv + 1, argv + argc);
  const auto number = [&](std::size_t i) { return std::stoull(words[i]); };
  if (words.size() == 6 && words[0] == "generate") {
    write(words[5], entente::bench::rmat(static_cast<std::uint32_t>(number(1)), number(2), words[3] == "undirected", number(4)));
    return 0;
  }
  if (words.size() == 4 && words[0] == "serve")
    return serve(static_cast<std::uint32_t>(number(1)), words[2] == "undirected", words[3]);
  return std::cerr << "usage: bench_measures generate|serve ...; bench/graphs calls it\n", 2;
} catch (const std::exception& error) {
  std::cerr << "bench_measures: " << error.what() << '\n';
  return 1;
}
