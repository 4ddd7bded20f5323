#include "engine/base/render.hpp"
#include "tests/unit/corpus/helpers.hpp"

using namespace demarche;
using namespace demarche::corpus;
using namespace demarche::corpus::testing;

TEST_CASE("JSON lines: all fields, actor as text or list, numbers as ids") {
  auto reading = read_one("a.jsonl",
                          R"({"id": "x1", "date": "2019-09-25", "source": "UN", "language": "en", "actor": "AFG", "title": "T", "text": "He \"spoke\" \u00e9."})"
                          "\n\n"
                          R"({"id": 7, "speaking": ["IRN", "RUS"], "speaker": "Lavrov", "url": "http://x", "text": "Two.", "extra": {"a": [1]}})"
                          "\r\n"
                          R"({"text": "Three.", "title": null})"
                          "\n");
  REQUIRE(reading.documents.size() == 3);
  CHECK(reading.messages.empty());
  CHECK(reading.documents[0].id == "x1");
  CHECK(reading.documents[0].text == "He \"spoke\" \xC3\xA9.");
  CHECK(reading.documents[0].speaking == Lines{"AFG"});
  CHECK(to_string(*reading.documents[0].date) == "2019-09-25");
  CHECK(reading.documents[0].title == "T");
  CHECK(reading.documents[1].id == "7");
  CHECK(reading.documents[1].speaking == Lines{"IRN", "RUS"});
  CHECK(reading.documents[1].speaker == "Lavrov");
  CHECK(reading.documents[2].id == "a.jsonl:4");
}

TEST_CASE("json-broken-line: the others go on") {
  auto reading = read_one("a.jsonl",
                          "{\"text\": \"One.\"}\n{\"text\": \"Two.\n[1, 2]\nnonsense\n{\"title\": \"no text\"}\n{\"text\": 5}\n"
                          "{\"text\": \"Last.\"}");
  CHECK(reading.documents.size() == 2);
  CHECK(reading.messages == Lines{"corpus/a.jsonl:2: json-broken-line: this line is not read: a text is not closed",
                                  "corpus/a.jsonl:3: json-broken-line: this line is not read: the line is no object in braces",
                                  "corpus/a.jsonl:4: json-broken-line: this line is not read: brackets, commas, quotes or words are not as JSON wants them",
                                  "corpus/a.jsonl:5: document-no-text: this line has no field `text` with a text",
                                  "corpus/a.jsonl:6: document-no-text: this line has no field `text` with a text"});
}

TEST_CASE("a broken line of JSON is shown where it breaks, in the order of the lines") {
  Diagnostics diagnostics;
  MemoryFileSystem files;
  files.files["corpus/a.jsonl"] = "nonsense\n{\"text\": \"Two.\" \"id\": 2}\n{\"title\": \"none\"}\nnonsense\n";
  read_corpus(files, "corpus", {}, [](Document&&) {}, diagnostics);
  const std::string all = render(diagnostics.sorted());
  CHECK(all.find("corpus/a.jsonl:1:1: ") < all.find("corpus/a.jsonl:2:17: "));
  CHECK(all.find("corpus/a.jsonl:2:17: ") < all.find("corpus/a.jsonl:3: "));
  CHECK(all.find("corpus/a.jsonl:3: ") < all.find("corpus/a.jsonl:4:1: "));
  CHECK(all.find("   2 | {\"text\": \"Two.\" \"id\": 2}\n     |                 ^~~~") != std::string::npos);
  CHECK(all.find("corpus/a.jsonl:4:1: ") != std::string::npos);
}

TEST_CASE("deep JSON is refused") {
  auto reading = read_one("a.jsonl", "{\"text\": \"x y\", \"a\": " + std::string(5000, '[') + std::string(5000, ']') + "}\n{\"text\": \"Last.\"}\n");
  CHECK(reading.documents.size() == 1);
  CHECK(reading.messages == Lines{"corpus/a.jsonl:1: json-broken-line: this line is not read: lists and objects are nested too deep"});
}

TEST_CASE("CSV: quotes, line ends in cells, other separators") {
  auto reading = read_one("a.csv",
                          "id,Date,actor,text\r\n1,2023-10-02,IRN,\"He said \"\"no\"\", twice.\nThen he left.\"\r\n\r\n2,,,Plain text here.\r\n");
  REQUIRE(reading.documents.size() == 2);
  CHECK(reading.messages.empty());
  CHECK(reading.documents[0].text == "He said \"no\", twice.\nThen he left.");
  CHECK(reading.documents[0].speaking == Lines{"IRN"});
  CHECK(reading.documents[1].id == "2");
  CHECK_FALSE(reading.documents[1].date.has_value());
  CHECK(read_one("b.csv", "text;title\nHe said, no.;A\n").documents.at(0).text == "He said, no.");
  CHECK(read_one("c.csv", "title\ttext\nA\tHe said, no.\n").documents.at(0).title == "A");
}

TEST_CASE("csv-ragged-row, csv-open-quote, csv-no-header") {
  auto reading = read_one("a.csv", "id,text\n1,He said, no.\n2\n3,Good.\n4,\"open\n5,Lost.\n");
  CHECK(reading.documents.size() == 1);
  CHECK(reading.messages == Lines{"corpus/a.csv:2: csv-ragged-row: this row has 3 cells, the header has 2 cells: it is not read",
                                  "corpus/a.csv:3: csv-ragged-row: this row has 1 cell, the header has 2 cells: it is not read",
                                  "corpus/a.csv:5: csv-open-quote: a quoted cell of this row is not closed"});
  CHECK(read_one("b.csv", "id,words\n1,x\n").messages.at(0) == "corpus/b.csv: csv-no-header: the table has no column `text`");
}
