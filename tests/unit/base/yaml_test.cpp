#include "engine/base/yaml.hpp"

#include <chrono>

#include "engine/base/file_system.hpp"
#include "tests/catch.hpp"

using namespace demarche;

namespace {

std::shared_ptr<const SourceFile> file_of(std::string text) {
  return std::make_shared<SourceFile>("a.yaml", std::move(text));
}

// A tree as one line, with where each scalar stands.
std::string shown(const yaml::Node& node, std::string_view source) {
  switch (node.kind) {
    case yaml::Kind::null:
      return "~";
    case yaml::Kind::scalar:
      return std::string(node.text) + "@" + std::string(source.substr(node.span.begin, node.span.size()));
    default:
      break;
  }
  bool map = node.kind == yaml::Kind::map;
  std::string all = map ? "{" : "[";
  for (std::size_t i = 0; i < node.items.size(); ++i)
    all += shown(node.items[i], source) + (map && i % 2 == 0 ? ": " : ", ");
  return all + (map ? "}" : "]");
}

// The fast reader must agree with yaml-cpp wherever it does not give up.
std::string both(const std::string& text, bool common_reads_it = true) {
  auto file = file_of(text);
  Diagnostics diagnostics;
  auto full = yaml::parse_full(file, diagnostics);
  auto common = yaml::parse_common(file);
  INFO(text);
  REQUIRE(full);
  CHECK(common.has_value() == common_reads_it);
  std::string all = shown(full->root, file->text());
  if (common) CHECK(shown(common->root, file->text()) == all);
  return all;
}

std::string first_message(const std::string& text) {
  Diagnostics diagnostics;
  yaml::parse(file_of(text), diagnostics);
  if (diagnostics.empty()) return {};
  Diagnostic first = diagnostics.sorted().front();
  std::string where;
  if (first.primary.file) {
    auto place = first.primary.file->position(first.primary.span.begin);
    where = std::to_string(place.line) + ":" + std::to_string(place.column) + " ";
  }
  return where + std::string(name_of(first.id)) + ": " + first.message;
}

}  // namespace

TEST_CASE("the fast YAML reader agrees with yaml-cpp") {
  CHECK(both("a: b\nc: d e\n") == "{a@a: b@b, c@c: d e@d e, }");
  CHECK(both("# x\n\na:\n  - b\n  - c # no\nd:\n- e\n- f\n") == "{a@a: [b@b, c@c, ], d@d: [e@e, f@f, ], }");
  CHECK(both("- {a: b, c: [d, 'e, f']}\n- \"g: h\"\n") == "[{a@a: b@b, c@c: [d@d, e, f@'e, f', ], }, g: h@\"g: h\", ]");
  CHECK(both("- a: 1\n  b:\n    c: 2\n- d:\n") == "[{a@a: 1@1, b@b: {c@c: 2@2, }, }, {d@d: ~, }, ]");
  CHECK(both("a: [b,\n    c, # why\n\n   d e]\nf: {}\ng: []\n") == "{a@a: [b@b, c@c, d e@d e, ], f@f: {}, g@g: [], }");
  CHECK(both("a: ~\nb: null\nc: 'null'\nd: http://x#y\n") == "{a@a: ~, b@b: ~, c@c: null@'null', d@d: http://x#y@http://x#y, }");
  CHECK(both("\xEF\xBB\xBF" "a: \xC3\xA7\r\nb: 'x'\r\n") == "{a@a: \xC3\xA7@\xC3\xA7, b@b: x@'x', }");
  CHECK(both("a:  b  \n") == "{a@a: b@b, }");
  CHECK(both("- - a\n  - b\n- c\n") == "[[a@a, b@b, ], c@c, ]");
  CHECK(both("a: Trinidad & Tobago\nb: -5\nc: x:y\n") == "{a@a: Trinidad & Tobago@Trinidad & Tobago, b@b: -5@-5, c@c: x:y@x:y, }");
  CHECK(both("a: [b, c,]\n") == "{a@a: [b@b, c@c, ], }");
  CHECK(both("a: 'it''s'\nb: ''\n") == "{a@a: it's@'it''s', b@b: @'', }");
  CHECK(both("[\"a\\\"b\\\\\", \"\"]\n") == "[a\"b\\@\"a\\\"b\\\\\", @\"\", ]");
  CHECK(both("") == "~");
  CHECK(both("# nothing\n") == "~");
  CHECK(both("word") == "word@word");
  CHECK(both("\"a b\": c") == "{a b@\"a b\": c@c, }");
}

TEST_CASE("what the fast YAML reader does not know is read by yaml-cpp") {
  CHECK(both("a: b\n  c\n", false) == "{a@a: b c@b, }");
  CHECK(both("a: |\n  b\n  c\n", false) == "{a@a: b\nc\n@|, }");
  CHECK(both("---\na: \"\\u00e9\"\n", false) == "{a@a: \xC3\xA9@\"\\u00e9\", }");
}

TEST_CASE("the shipped YAML takes the fast way, and both ways agree") {
  auto disk = make_disk_file_system();
  for (const auto& path : disk->files_below(std::string(DEMARCHE_SOURCE_DIR) + "/rules")) {
    if (!path.ends_with(".yaml")) continue;
    INFO(path);
    both(*disk->read(path).bytes);
  }
}

TEST_CASE("after random edits the fast YAML reader still agrees with yaml-cpp, or gives up") {
  std::string sample =
      "# people\npeople:\n- name: Abc D'ef\n  spellings: [Abc, \"D: ef\", 'it''s']\n  terms:\n"
      "  - {office: foreign-minister, from: 2020-01-01, to: 2021-02-03} # month\n- name: X\n  terms: []\n";
  unsigned state = 7;
  auto random = [&](std::size_t below) { return (state = state * 1664525u + 1013904223u) / 65536u % below; };
  std::size_t agreed = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text = sample;
    for (std::size_t edit = 0; edit <= random(3); ++edit) {
      std::size_t at = random(text.size());
      switch (random(3)) {
        case 0: text[at] = " \n:,-#[]{}'\"&*|"[random(15)]; break;
        case 1: text.erase(at, random(4)); break;
        default: text.insert(at, 1, " \n:,-#[]{}'\"&*|"[random(15)]);
      }
    }
    auto file = file_of(text);
    auto common = yaml::parse_common(file);
    if (!common) continue;
    Diagnostics diagnostics;
    auto full = yaml::parse_full(file, diagnostics);
    INFO(text);
    REQUIRE(full);
    REQUIRE(shown(common->root, file->text()) == shown(full->root, file->text()));
    ++agreed;
  }
  CHECK(agreed > 500);
}

TEST_CASE("broken YAML is explained in plain words at its place") {
  CHECK(first_message("a: [b, c\n") == "1:4 yaml-syntax: a list that `[` opens is not closed");
  CHECK(first_message("a: {b: c\n") == "1:4 yaml-syntax: a map that `{` opens is not closed");
  CHECK(first_message("a: [b, 'c] # [']\nd: [e, {f: g}\n") == "2:4 yaml-syntax: a list that `[` opens is not closed");
  CHECK(first_message("a: b: c\n") == "1:5 yaml-syntax: a `:` stands where no value can begin");
  CHECK(first_message("a: 'b\n") == "1:4 yaml-syntax: a quoted text is not closed");
  CHECK(first_message("a: b\n---\nc: d\n") == "2:1 yaml-syntax: a second document begins here");
  CHECK(first_message("a: !x b\n") == "1:4 yaml-syntax: type tags (`!name`) are not read here");
  CHECK(first_message("a: \x01\n") == "1:4 yaml-syntax: a control character stands here");
  CHECK(first_message("a: b\nc: \xFF\n") == "2:4 yaml-syntax: this is not UTF-8");
  CHECK(first_message("a: b\nc: d\na: e\n") == "3:1 yaml-duplicate-key: `a` is given twice here");
  CHECK(first_message("a: b\n\tc: d\n").find("yaml-syntax") != std::string::npos);
}

TEST_CASE("anchors and aliases never expand") {
  CHECK(first_message("a: &x b\nc: d\n") == "1:4 yaml-alias: anchors and aliases (`&name`, `*name`) are not read here");
  CHECK(first_message("a: *x\n") == "1:4 yaml-alias: anchors and aliases (`&name`, `*name`) are not read here");
  std::string laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 30; ++i) {
    std::string number = std::to_string(i), before = std::to_string(i - 1);
    laughs.append("a").append(number).append(": &a").append(number).append(" [");
    for (int j = 0; j < 9; ++j) laughs.append("*a").append(before).append(",");
    laughs += "]\n";
  }
  CHECK(first_message(laughs) == "1:5 yaml-alias: anchors and aliases (`&name`, `*name`) are not read here");
}

TEST_CASE("deep and large YAML is refused in time") {
  auto begin = std::chrono::steady_clock::now();
  for (std::string_view opening : {"[", "- ", "{a: ", "a:\n "}) {
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += opening;
    INFO(opening);
    CHECK(first_message(deep).find("yaml-") != std::string::npos);
  }
  CHECK(first_message(std::string(yaml::largest_file + 1, '#')).starts_with("file-too-large"));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}
