#include "text/input.hpp"

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <catch2/catch.hpp>
#include <sstream>

#include "entente/error.hpp"
#include "support/temporary_directory.hpp"

using namespace entente;
using entente::test::TemporaryDirectory;

namespace {

std::string zipped(const std::string& text) {
  std::ostringstream out;
  boost::iostreams::filtering_ostream filter;
  filter.push(boost::iostreams::gzip_compressor());
  filter.push(out);
  filter << text;
  filter.reset();
  return out.str();
}

/// Every document as "ID=TEXT", records as "record", failures as their message.
std::vector<std::string> read(const std::vector<std::string>& inputs, const std::string& standard_input = "",
                              InputReader::Options options = {}, bool replace_invalid = false) {
  std::istringstream in(standard_input);
  InputReader reader(inputs, in, options);
  std::vector<std::string> out;
  while (auto raw = reader.next()) {
    try {
      const auto decoded = decode(*raw, replace_invalid);
      const auto* article = std::get_if<Article>(&decoded);
      out.push_back(article == nullptr ? "record" : article->id + "=" + article->text);
    } catch (const InputError& error) {
      out.push_back(error.what());
    }
  }
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("files are read by their suffix, directories in the order of paths", "[text]") {
  TemporaryDirectory directory;
  directory.write("b.txt", "Second.");
  directory.write("a.v2.txt.gz", zipped("First."));
  directory.write("c/z.jsonl",
                  "{\"id\": \"z1\", \"text\": \"Third.\"}\n\n{\"id\": 7, \"text\": \"Fourth.\", \"more\": [1]}");
  directory.write("c/page.html", "<html><body><p>Fifth.</p></body></html>");
  directory.write("notes.pdf", "no");
  directory.write(".hidden/x.txt", "no");
  CHECK(read({directory.path().string()}) ==
        Strings{"a.v2=First.", "b=Second.", "page=Fifth.", "z1=Third.", "7=Fourth."});
}

TEST_CASE("standard input is told by its beginning", "[text]") {
  CHECK(read({"-"}, "Ministers met.\n") == Strings{"stdin=Ministers met.\n"});
  CHECK(read({"-"}, "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\"}\r\n") == Strings{"a=x"});
  CHECK(read({"-"}, "\n {\"id\":\"a\",\"text\":\"x\"}\n") == Strings{"a=x"});
  CHECK(read({"-"}, zipped("{\"id\":\"a\",\"text\":\"x\"}\n")) == Strings{"a=x"});
  CHECK(read({"-"}, "<!DOCTYPE html><p>Ministers met.</p>") == Strings{"stdin=Ministers met."});
  CHECK(read({"-"}, "") == Strings{"-: the document is empty"});
}

TEST_CASE("records are told from articles", "[text]") {
  CHECK(read({"-"},
             "{\"document\":\"a\",\"entities\":[],\"relations\":[]}\n{ \"entities\": [], "
             "\"document\":\"b\"}\n{\"id\":\"c\",\"text\":\"x\"}\n") == Strings{"record", "record", "c=x"});
}

TEST_CASE("a malformed line is told with its number and offset and the others are read", "[text]") {
  TemporaryDirectory directory;
  const auto path =
      directory
          .write("d.jsonl",
                 "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\n{\"id\":\"c\"}\n{\"id\":[],\"text\":\"x\"}\n"
                 "[]\n{\"id\":\"d\",\"text\":\"\"}\n{\"id\":\"e\",\"text\":\"y\"}\n")
          .string();
  const auto all = read({path});
  REQUIRE(all.size() == 7);
  CHECK(all[0] == "a=x");
  CHECK(all[1] == path + ": line 2: byte 17: malformed JSON: Invalid value.");
  CHECK(all[2] == path + ": line 3: missing member \"text\"");
  CHECK(all[3] == path + ": line 4: /id: found an array, expected a string");
  CHECK(all[4] == path + ": line 5: found an array, expected an object");
  CHECK(all[5] == path + ": line 6: the document is empty");
  CHECK(all[6] == "e=y");
}

TEST_CASE("an invalid byte is told with its offset, or replaced on demand", "[text]") {
  TemporaryDirectory directory;
  const auto latin = directory.write("a.txt", "Jos\xe9 met Ana.").string();
  const auto wide = directory
                        .write("b.txt", std::string("\xFF\xFE"
                                                    "a\0",
                                                    4))
                        .string();
  const auto lines = directory.write("c.jsonl", "{\"id\":\"c\",\"text\":\"\xff\"}\n").string();
  CHECK(read({latin, wide, lines}) == Strings{latin + ": byte 3: invalid UTF-8",
                                              wide + ": byte 0: UTF-16, expected UTF-8",
                                              lines + ": line 1: byte 18: invalid UTF-8"});
  CHECK(read({latin, lines}, "", {}, true) == Strings{"a=Jos\uFFFD met Ana.", "c=\uFFFD"});
}

TEST_CASE("what cannot be read is told and the rest goes on", "[text]") {
  TemporaryDirectory directory;
  const auto missing = (directory / "none.txt").string();
  const auto cut = directory.write("cut.txt.gz", zipped(std::string(100000, 'x') + "end").substr(0, 60)).string();
  const auto wrong = directory.write("wrong.jsonl.gz", "plain text").string();
  const auto empty = directory.write("empty.txt", " \n").string();
  const auto good = directory.write("good.txt", "Good.").string();
  std::filesystem::create_directory(directory / "void");
  const auto folder = (directory / "void").string();
  CHECK(read({missing, cut, wrong, empty, folder, good}) ==
        Strings{missing + ": cannot be read: No such file or directory", cut + ": is not complete gzip data",
                wrong + ": is not complete gzip data", empty + ": the document is empty",
                folder + ": holds no .txt, .html or .jsonl file", "good=Good."});
}

TEST_CASE("shards hold every document once, failures included", "[text]") {
  TemporaryDirectory directory;
  directory.write("a.txt", "A.");
  directory.write("b.jsonl", "{\"id\":\"b1\",\"text\":\"x\"}\n{broken\n{\"id\":\"b3\",\"text\":\"x\"}\n");
  directory.write("c.txt", "C.");
  const auto all = read({directory.path().string()});
  Strings parts;
  for (std::uint64_t i = 0; i < 3; ++i)
    for (const auto& one : read({directory.path().string()}, "", {i, 3})) parts.push_back(one);
  CHECK(all.size() == 5);
  CHECK_THAT(parts, Catch::Matchers::UnorderedEquals(all));
}
