#include <zlib.h>
#include <zstd.h>

#include <chrono>

#include "engine/corpus/metadata.hpp"
#include "tests/unit/corpus/helpers.hpp"

using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::testing;

namespace {

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(bytes.size() + 1024, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

std::string date_of(std::string_view text) {
  auto day = read_date(text);
  return day ? to_string(*day) : "none";
}

}  // namespace

TEST_CASE("dates as people and machines write them") {
  CHECK(date_of("2019-09-25") == "2019-09-25");
  CHECK(date_of("2019-09-25T10:00:00Z") == "2019-09-25");
  CHECK(date_of(" 2019-09-25 10:00 ") == "2019-09-25");
  CHECK(date_of("2019/09/25") == "2019-09-25");
  CHECK(date_of("20190925") == "2019-09-25");
  CHECK(date_of("25 September 2019") == "2019-09-25");
  CHECK(date_of("25th of September, 2019") == "2019-09-25");
  CHECK(date_of("September 25, 2019") == "2019-09-25");
  CHECK(date_of("Sept. 25th, 2019") == "2019-09-25");
  CHECK(date_of("Wed, 25 Sep 2019 10:00:00 GMT") == "2019-09-25");
  CHECK(date_of("Monday, October 2, 2023 10:15 AM") == "2023-10-02");
  CHECK(date_of("25.09.2019") == "2019-09-25");
  CHECK(date_of("09/25/2019") == "2019-09-25");
  CHECK(date_of("25/09/2019") == "2019-09-25");
  CHECK(date_of("2 May 2023") == "2023-05-02");
  CHECK(date_of("September 2019") == "2019-09-15");
  CHECK(date_of("2019-09") == "2019-09-15");
  CHECK(date_of("2019") == "2019-07-02");
}

TEST_CASE("what is no date, or two dates at once") {
  for (const char* text : {"", "yesterday", "2019-13-01", "2019-02-30", "03/04/2019", "31 February 2020", "12", "May", "99999999999999"}) {
    INFO(text);
    CHECK(date_of(text) == "none");
  }
}

TEST_CASE("document-bad-date: the document is kept, undated") {
  auto reading = read_one("a.md", "---\ndate: yesterday\n---\nHe spoke.\n");
  REQUIRE(reading.documents.size() == 1);
  CHECK_FALSE(reading.documents[0].date.has_value());
  CHECK(reading.messages == Lines{"corpus/a.md:2: document-bad-date: the date `yesterday` cannot be read"});
}

TEST_CASE("metadata from file names") {
  ReadOptions options;
  options.file_name_pattern = "{speaking}_{session}_{year}.txt";
  auto reading = read_one("sub/IRN_73_2018.txt", "He spoke.\n", options);
  CHECK(reading.documents.at(0).speaking == Lines{"IRN"});
  CHECK(to_string(*reading.documents[0].date) == "2018-07-02");
  auto wrong = read_one("other.txt", "He spoke.\n", options);
  CHECK(wrong.documents.size() == 1);
  CHECK(wrong.messages == Lines{"corpus/other.txt: file-name-unmatched: the file's name does not fit `{speaking}_{session}_{year}.txt`"});
  options.file_name_pattern = "{source}/{year}-{month}-{day}-{title}.md";
  auto dated = read_one("irna/2023-10-02-red-line.md", "He spoke.\n", options);
  CHECK(dated.documents.at(0).source == "irna");
  CHECK(to_string(*dated.documents[0].date) == "2023-10-02");
  CHECK(dated.documents[0].title == "red-line");
}

TEST_CASE("file-name-pattern-wrong") {
  for (const char* pattern : {"{speaking_{year", "a}b", "{a}{b}"}) {
    ReadOptions options;
    options.file_name_pattern = pattern;
    INFO(pattern);
    CHECK(read_one("a.txt", "He spoke.\n", options).messages.at(0).find("file-name-pattern-wrong") != std::string::npos);
  }
}

TEST_CASE("a corpus is read in the order of its paths; unknown files are named") {
  MemoryFileSystem files;
  files.files = {{"corpus/b.txt", "B spoke."}, {"corpus/a/z.txt", "Z spoke."}, {"corpus/c.pdf", "%PDF"}, {"corpus/.x.txt", "no"}};
  auto reading = read(files);
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.documents[0].id == "a/z.txt");
  CHECK(reading.documents[1].id == "b.txt");
  CHECK(reading.messages == Lines{"corpus/c.pdf: corpus-unknown-format: this kind of file is not read"});
  CHECK(read(files, "corpus/b.txt").documents.at(0).id == "b.txt");
  CHECK(read(files, "corpus/").documents.at(0).id == "a/z.txt");
  CHECK(read(files, "nowhere").messages == Lines{"nowhere: file-not-found: there is no file or folder `nowhere`"});
}

TEST_CASE("gzip and zstd, also of several pieces") {
  std::string lines = "{\"id\": \"1\", \"text\": \"One.\"}\n{\"id\": \"2\", \"text\": \"Two.\"}\n";
  CHECK(read_one("a.jsonl.gz", gzip(lines)).documents.size() == 2);
  CHECK(read_one("a.jsonl.zst", zstd(lines)).documents.size() == 2);
  CHECK(read_one("a.txt.gz", gzip("One.") + gzip(" Two.")).documents.at(0).text == "One. Two.");
  CHECK(read_one("a.txt.zst", zstd("One.") + zstd(" Two.")).documents.at(0).text == "One. Two.");
  CHECK(read_one("a.txt.gz", gzip("One.")).documents.at(0).id == "a.txt");
}

TEST_CASE("compressed-broken: the beginning is read and the break named") {
  std::string lines;
  for (int i = 0; i < 3000; ++i) lines += "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"Speech " + std::to_string(i * 7919) + ".\"}\n";
  for (const char* name : {"a.jsonl.gz", "a.jsonl.zst"}) {
    bool is_gzip = std::string_view(name).ends_with(".gz");
    std::string bytes = is_gzip ? gzip(lines) : zstd(lines);
    auto cut = read_one(name, bytes.substr(0, bytes.size() * 9 / 10));
    INFO(name);
    if (is_gzip) CHECK(cut.documents.size() > 100);
    CHECK(cut.documents.size() < 3000);
    REQUIRE(!cut.messages.empty());
    CHECK(cut.messages[0].find("compressed-broken: the ") != std::string::npos);
    CHECK(cut.messages[0].find("data ends too early") != std::string::npos);
    auto junk = read_one(name, "this is no compressed data at all");
    CHECK(junk.documents.empty());
    CHECK(junk.messages.at(0).find("is damaged") != std::string::npos);
    CHECK(read_one(name, "").documents.empty());
  }
}

TEST_CASE("file-too-large: a decompression bomb stops at the limit") {
  ReadOptions options;
  options.largest_file = 1 << 20;
  std::string zeros(50 << 20, 'a');
  for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"a.txt.gz", gzip(zeros)}, {"a.txt.zst", zstd(zeros)}, {"a.txt", zeros}}) {
    INFO(name);
    auto reading = read_one(name, bytes, options);
    CHECK(reading.documents.empty());
    CHECK(reading.messages.at(0) == "corpus/" + name + ": file-too-large: this file holds more than 1 MiB: it is not read");
  }
}

TEST_CASE("document-empty, document-binary, document-encoding, document-bad-bytes: named, and the rest goes on") {
  MemoryFileSystem files;
  files.files["corpus/a.txt"] = "";
  files.files["corpus/b.txt"] = " \n\xC2\xA0\n";
  files.files["corpus/c.txt"] = std::string("\x7F" "ELF\0\0\0\0\0\0", 10);
  files.files["corpus/d.txt"] = "Le ministre a rejet\xE9 la proposition \xE0 Gen\xE8ve, o\xF9 il \xE9tait.";
  files.files["corpus/e.txt"] = "\xE2\x80\x9CNo\xE2\x80\x9D, he said. \xE2\x80\x9CNever\xE2\x80\x9D, he added. \xE2\x80\x9CNo\xE2\x80\x9D \xFF";
  files.files["corpus/f.txt"] = "He spoke.";
  auto reading = read(files);
  REQUIRE(reading.documents.size() == 3);
  CHECK(reading.documents[0].text.find("Gen\xC3\xA8ve") != std::string::npos);
  CHECK(reading.documents[1].text.ends_with("\xEF\xBF\xBD"));
  REQUIRE(reading.messages.size() == 5);
  CHECK(reading.messages[0] == "corpus/a.txt: document-empty: this document has no text");
  CHECK(reading.messages[1] == "corpus/b.txt: document-empty: this document has no text");
  CHECK(reading.messages[2] == "corpus/c.txt: document-binary: this file is no text");
  CHECK(reading.messages[3].find("corpus/d.txt: document-encoding: this file is ") == 0);
  CHECK(reading.messages[4] == "corpus/e.txt: document-bad-bytes: some bytes are no UTF-8 text and were replaced");
}

TEST_CASE("corpus-empty") {
  MemoryFileSystem files;
  files.files["corpus/a.pdf"] = "x";
  CHECK(read(files).messages.at(0) == "corpus: corpus-empty: there is no document in this folder");
}

TEST_CASE("document-duplicate-id: the second gets another, never a third's") {
  auto reading = read_one("a.jsonl",
                          "{\"id\": \"x\", \"text\": \"One.\"}\n{\"id\": \"x#2\", \"text\": \"Two.\"}\n{\"id\": \"x\", \"text\": \"Three.\"}\n"
                          "{\"id\": \"x\", \"text\": \"Four.\"}\n");
  REQUIRE(reading.documents.size() == 4);
  CHECK(reading.documents[2].id == "x#3");
  CHECK(reading.documents[3].id == "x#4");
  CHECK(reading.messages.at(0) ==
        "corpus/a.jsonl:3: document-duplicate-id: there is another document `x`: this one is called `x#3`");
}

TEST_CASE("file-unreadable: named, and the rest goes on") {
  class Half final : public FileSystem {
   public:
    Kind kind(const std::string& path) const override { return path == "corpus" ? Kind::folder : Kind::file; }
    Result read(const std::string& path) const override {
      if (path == "corpus/a.txt") return {std::nullopt, "permission denied"};
      return {"He spoke.", {}};
    }
    std::vector<std::string> files_below(const std::string&) const override { return {"corpus/a.txt", "corpus/b.txt"}; }
    std::string write_whole(const std::string&, std::string_view) override { return {}; }
  };
  std::size_t count = 0;
  Diagnostics diagnostics;
  read_corpus(Half(), "corpus", {}, [&](Document&&) { ++count; }, diagnostics);
  CHECK(count == 1);
  CHECK(diagnostics.sorted().at(0).message == "this file cannot be read: permission denied");
}

TEST_CASE("a line of 50 MB and a million short lines are read in time") {
  auto begin = std::chrono::steady_clock::now();
  std::string line;
  line.reserve(50 << 20);
  while (line.size() < (50u << 20)) line += "Iran opposes the presence of foreign forces, ";
  CHECK(read_one("a.txt", line).documents.size() == 1);
  std::string lines;
  while (lines.size() < (10u << 20)) lines += "1\n\n";
  CHECK(read_one("b.txt", lines).documents.size() == 1);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}

TEST_CASE("the names of a collection of speeches are understood without a pattern") {
  auto reading = read_one("ARM_79_2024.txt", "We want peace.\n", {});
  CHECK(reading.documents.at(0).speaking == Lines{"ARM"});
  CHECK(reading.messages.empty());
  for (const char* other : {"arm_79_2024.txt", "ARM_79_24.txt", "ARM-79-2024.txt", "NOTES_1_2024.txt", "ARM_79_2024.md"})
    CHECK(read_one(other, "We want peace.\n", {}).documents.at(0).speaking.empty());
}
