#include <algorithm>
#include <chrono>

#include "engine/lexicon/read_lexicon.hpp"
#include "tests/catch.hpp"

using namespace demarche;
using namespace demarche::lexicon;

namespace {

// A small world that is right; tests add their mistakes to it.
MemoryFileSystem small_world() {
  MemoryFileSystem files;
  files.files["world/offices.yaml"] =
      "offices:\n"
      "  - {id: foreign-minister, names: [foreign minister], level: government}\n"
      "  - {id: head-of-state, names: [president], level: head}\n";
  files.files["world/states/a.yaml"] =
      "actors:\n"
      "  - {id: IRN, kind: state, name: Iran, official: Islamic Republic of Iran, names: [Iran], adjectives: "
      "[Iranian],\n"
      "     demonyms: [Iranians], capital: [Tehran, Teheran], seats: [Pasteur Street],\n"
      "     leaders: {Supreme Leader: head-of-state}, regions: [middle-east, asia]}\n"
      "  - {id: GBR, kind: state, name: United Kingdom, regions: [europe]}\n"
      "  - {id: TWN, kind: state, name: Taiwan, regions: [asia]}\n";
  files.files["world/organisations.yaml"] =
      "actors:\n"
      "  - {id: UN, kind: organisation, name: UN, members: all-states, not-members: [TWN]}\n"
      "  - {id: EU, kind: organisation, name: EU, members: [{id: GBR, from: 1973-01-01, to: 2020-01-31}]}\n"
      "not-actors:\n"
      "  - [Persian Gulf]\n"
      "  - Iran Daily\n";
  files.files["world/people/IRN.yaml"] =
      "people:\n"
      "  - name: Mohammad Javad Zarif\n"
      "    spellings: [Zarif, Javad Zarif]\n"
      "    terms: [{office: foreign-minister, from: 2013-08-15, to: 2021-08-25}]\n"
      "  - name: Hossein Amir-Abdollahian\n"
      "    spellings: [Amir-Abdollahian, Amir Abdollahian, Abdullahian]\n"
      "    terms:\n"
      "      - {office: foreign-minister, from: 2021-08-25, to: 2024-05-19}\n";
  return files;
}

std::string one_line(const Diagnostic& diagnostic) {
  std::string place = diagnostic.path;
  if (diagnostic.primary.file) {
    auto at = diagnostic.primary.file->position(diagnostic.primary.span.begin);
    place = diagnostic.primary.file->path() + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
  }
  std::string line = place + ": " + std::string(name_of(diagnostic.id)) + ": " + diagnostic.message;
  return diagnostic.help.empty() ? line : line + " (" + diagnostic.help + ")";
}

std::vector<std::string> messages(const MemoryFileSystem& files) {
  Diagnostics diagnostics;
  read_actors(files, {"world"}, diagnostics);
  std::vector<std::string> lines;
  for (const auto& diagnostic : diagnostics.sorted()) lines.push_back(one_line(diagnostic));
  return lines;
}

// What is said of a small world with one more file, `x.yaml`.
std::vector<std::string> with_file(const std::string& text) {
  auto files = small_world();
  files.files["world/x.yaml"] = text;
  return messages(files);
}

using Lines = std::vector<std::string>;

std::optional<Date> day(const char* text) { return parse_date(text); }

}  // namespace

TEST_CASE("actor files become tables") {
  auto files = small_world();
  Diagnostics diagnostics;
  auto table = read_actors(files, {"world"}, diagnostics);
  CHECK(messages(files).empty());
  REQUIRE(table.actors.size() == 5);
  const Actor& iran = table.actors[table.find("IRN")];
  CHECK(iran.name == "Iran");
  REQUIRE(iran.names.size() == 7);  // "Iran" once
  CHECK(iran.names[1].text == "Islamic Republic of Iran");
  CHECK(iran.names[2].kind == NameKind::adjective);
  CHECK(iran.names[6].kind == NameKind::seat);
  CHECK(table.offices[iran.titles.at("Supreme Leader")].id == "head-of-state");
  CHECK(table.regions.at("asia") == std::vector<ActorIndex>{table.find("IRN"), table.find("TWN")});
  CHECK(table.find("ZZZ") == none);
  CHECK(table.not_actors == Lines{"Iran Daily", "Persian Gulf"});
}

TEST_CASE("members, dated and not") {
  Diagnostics diagnostics;
  auto table = read_actors(small_world(), {"world"}, diagnostics);
  auto uk = table.find("GBR");
  CHECK(table.is_member(uk, "EU", day("2020-01-31")));
  CHECK_FALSE(table.is_member(uk, "EU", day("2020-02-01")));
  CHECK(table.is_member(uk, "EU", std::nullopt));
  CHECK(table.is_member(uk, "europe", day("1900-01-01")));
  CHECK_FALSE(table.is_member(uk, "asia", std::nullopt));
  CHECK(table.is_member(table.find("IRN"), "UN", std::nullopt));
  CHECK_FALSE(table.is_member(table.find("TWN"), "UN", std::nullopt));
  CHECK_FALSE(table.is_member(table.find("EU"), "UN", std::nullopt));
  CHECK(table.is_group("EU"));
  CHECK(table.is_group("asia"));
  CHECK_FALSE(table.is_group("IRN"));
  CHECK_FALSE(table.is_group("nowhere"));
}

TEST_CASE("an office means the right person on the day, and nobody without one") {
  Diagnostics diagnostics;
  auto table = read_actors(small_world(), {"world"}, diagnostics);
  auto iran = table.find("IRN");
  OfficeIndex minister = 0;
  auto name_on = [&](std::optional<Date> date) {
    auto person = table.holder_of(iran, minister, date);
    return person == none ? std::string() : table.people[person].name;
  };
  CHECK(name_on(day("2015-07-14")) == "Mohammad Javad Zarif");
  CHECK(name_on(day("2023-10-02")) == "Hossein Amir-Abdollahian");
  CHECK(name_on(day("2021-08-25")).empty());  // both: the day of the change
  CHECK(name_on(day("2024-05-20")).empty());
  CHECK(name_on(std::nullopt).empty());
  CHECK(table.people[0].in_office(std::nullopt));
  CHECK_FALSE(table.people[0].in_office(day("2012-01-01")));
}

TEST_CASE("a project adds names and people to the world, and the order of files does not count") {
  auto files = small_world();
  files.files["mine/actors.yaml"] =
      "actors:\n"
      "  - {extend: IRN, names: [Persia], capital: Esfahan, regions: [gulf]}\n"
      "  - {id: XAB, kind: state, name: Abkhazia}\n"
      "people:\n"
      "  - {name: Mohammad Javad Zarif, actor: IRN, spellings: [Dr. Zarif], terms: [{office: head-of-state, from: "
      "2030}]}\n";
  Diagnostics diagnostics;
  auto table = read_actors(files, {"mine/actors.yaml", "world"}, diagnostics);
  CHECK(diagnostics.empty());
  const auto& names = table.actors[table.find("IRN")].names;
  CHECK(std::any_of(names.begin(), names.end(), [](const ActorName& name) { return name.text == "Persia"; }));
  CHECK(names.back().text == "Esfahan");
  CHECK(table.regions.contains("gulf"));
  CHECK(table.is_member(table.find("XAB"), "UN", std::nullopt));
  auto zarif =
      std::find_if(table.people.begin(), table.people.end(), [](const Person& p) { return p.terms.size() == 2; });
  REQUIRE(zarif != table.people.end());
  CHECK(zarif->spellings == Lines{"Mohammad Javad Zarif", "Dr. Zarif", "Zarif", "Javad Zarif"});
  auto again = read_actors(files, {"world", "mine/actors.yaml"}, diagnostics);
  CHECK(again.people.size() == table.people.size());
  CHECK(again.actors[again.find("IRN")].names.size() == names.size());
}

TEST_CASE("yaml-unknown-key") {
  CHECK(with_file("actors:\n  - {id: XAB, kind: state, name: Abkhazia, capitol: [Sukhumi]}\n") ==
        Lines{"world/x.yaml:2:44: yaml-unknown-key: unknown key `capitol` in an actor (did you mean `capital`?)"});
  CHECK(with_file("actor: []\n") ==
        Lines{"world/x.yaml:1:1: yaml-unknown-key: unknown key `actor` in a file of actors (did you mean `actors`?)"});
}

TEST_CASE("yaml-wrong-type") {
  CHECK(with_file("actors:\n  - {id: XAB, kind: state, name: [Abkhazia]}\n") ==
        Lines{"world/x.yaml:2:34: yaml-wrong-type: `name` must be a text, but this is a list"});
  CHECK(with_file("actors:\n  - {id: XAB, kind: state, name: A, names: B}\n") ==
        Lines{"world/x.yaml:2:44: yaml-wrong-type: `names` must be a list, but this is a text (write `names: [B]`)"});
  CHECK(with_file("actors:\n  - XAB\n") ==
        Lines{"world/x.yaml:2:5: yaml-wrong-type: an actor must be written as `key: value` lines, but this is a text"});
  CHECK(with_file("- a\n") == Lines{"world/x.yaml:1:1: yaml-wrong-type: a file of actors must be written as `key: "
                                    "value` lines, but this is a list"});
}

TEST_CASE("yaml-missing-key") {
  CHECK(with_file("actors:\n  - {kind: state, name: Abkhazia}\n") ==
        Lines{"world/x.yaml:2:5: yaml-missing-key: an actor needs `id`"});
  CHECK(with_file("people:\n  - {name: Nobody, terms: []}\n") ==
        Lines{"world/x.yaml:2:5: yaml-missing-key: a person needs `actor`"});
}

TEST_CASE("yaml-bad-value") {
  CHECK(with_file("actors:\n  - {id: XAB, kind: stat, name: Abkhazia}\n") ==
        Lines{"world/x.yaml:2:21: yaml-bad-value: `stat` is no kind (did you mean `state`?)"});
  CHECK(with_file("offices:\n  - {id: x, names: [x], level: emperors}\n") ==
        Lines{"world/x.yaml:2:32: yaml-bad-value: `emperors` is no level "
              "(write head | government | envoy | parliament | military | spokesperson | official)"});
}

TEST_CASE("actor-duplicate") {
  auto files = small_world();
  files.files["world/x.yaml"] = "actors:\n  - {id: IRN, kind: state, name: Persia}\n";
  Diagnostics diagnostics;
  auto table = read_actors(files, {"world"}, diagnostics);
  REQUIRE(diagnostics.size() == 1);
  auto diagnostic = diagnostics.sorted().front();
  CHECK(one_line(diagnostic) ==
        "world/x.yaml:2:10: actor-duplicate: the actor `IRN` is defined twice "
        "(to add names to it, write `extend: IRN` in place of `id:`)");
  REQUIRE(diagnostic.secondary.size() == 1);
  CHECK(diagnostic.secondary[0].file->path() == "world/states/a.yaml");
  CHECK(table.actors[table.find("IRN")].name == "Iran");
}

TEST_CASE("actor-unknown-id") {
  CHECK(with_file("actors:\n  - {extend: IRM, names: [Persia]}\n") ==
        Lines{"world/x.yaml:2:14: actor-unknown-id: there is no actor `IRM` (did you mean `IRN`?)"});
  CHECK(with_file("actors:\n  - {id: XX, kind: bloc, name: X, members: [IRN, {id: QQQ}]}\n") ==
        Lines{"world/x.yaml:2:55: actor-unknown-id: there is no actor `QQQ`"});
}

TEST_CASE("office-unknown-id") {
  CHECK(with_file("people:\n  - {name: X, actor: IRN, terms: [{office: foreign-minster}]}\n") ==
        Lines{"world/x.yaml:2:44: office-unknown-id: there is no office `foreign-minster` (did you mean "
              "`foreign-minister`?)"});
}

TEST_CASE("actor-impossible-date") {
  CHECK(with_file("people:\n  - {name: X, actor: IRN, terms: [{office: head-of-state, from: 2021-02-30}]}\n") ==
        Lines{"world/x.yaml:2:65: actor-impossible-date: `2021-02-30` is no date "
              "(write a day that exists as YYYY-MM-DD, or only YYYY-MM or YYYY)"});
}

TEST_CASE("actor-reversed-dates") {
  CHECK(
      with_file("people:\n  - {name: X, actor: IRN, terms: [{office: head-of-state, from: 2021-02-03, to: 2020}]}\n") ==
      Lines{"world/x.yaml:2:81: actor-reversed-dates: this ends on 2020-12-31, before it begins on 2021-02-03 "
              "(the earlier date stands behind `from`: look which of the two is wrong)"});
}

TEST_CASE("a person has terms in some file") {
  CHECK(with_file("people:\n  - {name: X, actor: IRN}\n") ==
        Lines{"world/x.yaml:2:22: yaml-missing-key: nothing says when X was in office (add `terms: [{office: minister, "
              "from: "
              "2024-01-01}]`; only who is known already may go without)"});
  CHECK(with_file("people:\n  - {name: X, actor: IRN, spellings: [Y]}\n  - {name: X, actor: IRN, terms: [{office: "
                  "head-of-state, from: 2021}]}\n") == Lines{});
}

TEST_CASE("actor-overlapping-terms") {
  CHECK(with_file("people:\n"
                  "  - name: X\n"
                  "    actor: IRN\n"
                  "    terms:\n"
                  "      - {office: head-of-state, from: 2021-02-03, to: 2022-01-01}\n"
                  "      - {office: foreign-minister, from: 2021-02-03}\n"
                  "      - {office: head-of-state, from: 2022-01-01}\n") ==
        Lines{"world/x.yaml:7:9: actor-overlapping-terms: two terms of X as `head-of-state` overlap "
              "(both ends count: end one term on the day before the other begins)"});
  CHECK(with_file(
            "actors:\n  - {id: XX, kind: bloc, name: X, members: [{id: IRN, to: 2010}, {id: IRN, from: 2010}]}\n") ==
        Lines{"world/x.yaml:2:71: actor-overlapping-terms: `IRN` is a member of `XX` twice at one time"});
}

TEST_CASE("yaml-syntax, yaml-alias: the other files are read all the same") {
  auto files = small_world();
  files.files["world/x.yaml"] = "actors: [\n";
  files.files["world/y.yaml"] = "actors: &a []\n";
  auto lines = messages(files);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "world/x.yaml:1:9: yaml-syntax: a list that `[` opens is not closed (add `]` at its end)");
  CHECK(lines[1] ==
        "world/y.yaml:1:9: yaml-alias: anchors and aliases (`&name`, `*name`) are not read here "
        "(write the text out in both places)");
  Diagnostics diagnostics;
  CHECK(read_actors(files, {"world"}, diagnostics).actors.size() == 5);
}

TEST_CASE("yaml-too-deep") {
  auto lines = with_file("actors: " + std::string(100, '[') + std::string(100, ']') + "\n");
  REQUIRE(lines.size() == 1);
  CHECK(lines[0] == "world/x.yaml:1:40: yaml-too-deep: lists and maps are nested more than 32 deep");
}

TEST_CASE("yaml-duplicate-key") {
  CHECK(with_file("actors:\n  - {id: XAB, kind: state, name: A, name: B}\n") ==
        Lines{"world/x.yaml:2:37: yaml-duplicate-key: `name` is given twice here (keep one of the two)"});
}

TEST_CASE("a folder that is not there is named") {
  Diagnostics diagnostics;
  read_actors(small_world(), {"nowhere"}, diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(one_line(diagnostics.sorted()[0]) ==
        "nowhere: file-not-found: there is no file or folder `nowhere` with actors");
}

TEST_CASE("the shipped actors are right, complete and quickly read") {
  auto disk = make_disk_file_system();
  Diagnostics diagnostics;
  auto begin = std::chrono::steady_clock::now();
  auto table = read_actors(*disk, {std::string(DEMARCHE_SOURCE_DIR) + "/rules/world"}, diagnostics);
  auto took = std::chrono::steady_clock::now() - begin;
  for (const auto& diagnostic : diagnostics.sorted()) UNSCOPED_INFO(one_line(diagnostic));
  CHECK(diagnostics.empty());
  CHECK(took < std::chrono::seconds(1));  // 60 ms in Release on an idle machine; tests run in any build
  auto count = [&](const char* group) {
    auto index = table.find(group);
    return index == none ? std::size_t{0} : table.actors[index].members.size();
  };
  CHECK(count("UN") == 193);
  CHECK(count("EU") == 28);
}
