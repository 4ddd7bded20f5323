#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/golden.hpp"
#include "tests/unit/command/run_command.hpp"

using namespace demarche::testing;

namespace {

nlohmann::json ask(const Folder& folder, const std::string& arguments, int code = 0) {
  const auto outcome = folder.run("who --json " + arguments);
  INFO(arguments << outcome.err);
  CHECK(outcome.code == code);
  return nlohmann::json::parse(outcome.out);
}

std::string means(const Folder& folder, const std::string& arguments) {
  const auto answer = ask(folder, arguments);
  return answer["meanings"].empty() ? "" : answer["meanings"][0]["takes_for"].get<std::string>();
}

}  // namespace

TEST_CASE("who: roles and names mean different people on different days") {
  const Folder folder;
  CHECK(means(folder, "'foreign minister of Iran' --on 2019-05-01") == "IRN, Mohammad Javad Zarif");
  CHECK(means(folder, "'the Iranian foreign minister' --on 2023-05-01") == "IRN, Hossein Amir-Abdollahian");
  CHECK(means(folder, "'foreign minister of Iran'") == "IRN, and no person: the text has no date");
  CHECK(means(folder, "'UN ambassador of Iran' --on 2005-05-01") == "IRN, Mohammad Javad Zarif");
  CHECK(means(folder, "Zarif --on 2014-05-01") == "IRN");
  CHECK(means(folder, "Zarif --on 2022-05-01") == "nobody's position: in no office on that day");
  CHECK(means(folder, "zarif") == "IRN");
  CHECK(means(folder, "'former US president'") == "nobody's position: a former office speaks for no government");
  const auto text = folder.run("who 'foreign minister of Iran' --on 2019-05-01");
  CHECK(contains(text.out, "2013-08-15 to 2021-08-24  Mohammad Javad Zarif"));
  CHECK(contains(text.out, "at other times: --all"));
  CHECK(contains(folder.run("who Zarif").out, "2013-08-15 to 2021-08-24  foreign-minister"));
}

TEST_CASE("who: actors with their offices, groups with their members") {
  const Folder folder;
  const auto iran = ask(folder, "IRN --on 2019-05-01")["meanings"][0];
  CHECK(iran["name"] == "Iran");
  bool president = false;
  for (const auto& role : iran["roles"])
    president =
        president || (role["office"] == "head-of-government" && role["name"] == "Hassan Rouhani" && role["on_day"]);
  CHECK(president);
  CHECK(means(folder, "'the Kremlin'") == "RUS");
  CHECK(ask(folder, "GCC --on 2010-01-01")["meanings"][0]["members"].size() == 6);
  const auto asean = ask(folder, "ASEAN --on 2010-01-01")["meanings"][0]["members"];
  for (const auto& member : asean)
    if (member["id"] == "TLS") CHECK(member["on_day"] == false);
  CHECK(contains(folder.run("who middle-east").out, "IRQ"));
  CHECK(means(folder, "'Latin America'") == "nobody's position");
}

TEST_CASE("who: what nobody knows is said, with what may be meant") {
  const Folder folder;
  const auto name = folder.run("who 'foreign minister of Irann'");
  CHECK(name.code == 2);
  CHECK(contains(name.err, "no actor list knows `Irann`; did you mean `Iran`?"));
  const auto id = folder.run("who Zariff");
  CHECK(id.code == 2);
  CHECK(contains(id.err, "`Zarif`"));
  CHECK(ask(folder, "Qwrtzpl", 2)["meanings"].empty());
  CHECK(contains(folder.run("who IRN --on 2019-02-30").err, "2019-05-01"));
  CHECK(folder.run("who").code == 2);
  CHECK(folder.run("who IRN --gaps").code == 2);
}

// The list of what the data lacks may only be changed on purpose.
TEST_CASE("who --gaps: what the lists of people in office promise and lack") {
  const Folder folder;
  const auto gaps = folder.run("who --gaps");
  CHECK(gaps.code == 1);
  CHECK(demarche::test::matches_golden(std::string(DEMARCHE_SOURCE_DIR) + "/tests/goldens/who/gaps.txt", gaps.out));
  const auto json = nlohmann::json::parse(folder.run("who --gaps --json").out);
  CHECK(json["states"] == 41);
  CHECK(json["complete"].get<int>() >= 150);
  CHECK(json["covered_days"].get<double>() / json["days"].get<double>() > 0.97);
  folder.write("promise.yaml", "period: 2019\nof: [IRN]\noffices: [foreign-minister]\n");
  const auto own = folder.run("who --gaps --promise promise.yaml");
  CHECK(own.code == 0);
  CHECK(contains(own.out, "1 of 1 offices"));
}

TEST_CASE("docs/who.md: its questions have answers, and its figures are those of --gaps") {
  const Folder folder;
  const std::string page = demarche::test::read_file(std::string(DEMARCHE_SOURCE_DIR) + "/docs/who.md");
  std::istringstream lines(page);
  std::size_t questions = 0;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| `demarche who ")) continue;
    const std::string command = line.substr(12, line.find('`', 12) - 12);
    INFO(command);
    const auto outcome = folder.run(command);
    CHECK(outcome.code == 0);
    CHECK(!outcome.out.empty());
    ++questions;
  }
  CHECK(questions >= 8);
  const auto gaps = nlohmann::json::parse(folder.run("who --gaps --json").out);
  CHECK(contains(page, std::to_string(gaps["complete"].get<int>()) + " of " +
                           std::to_string(gaps["offices"].get<int>()) + " offices"));
  // The page's own promise can be read.
  const auto begin = page.find("```yaml\n") + 8;
  folder.write("own.yaml", page.substr(begin, page.find("```", begin) - begin));
  CHECK(folder.run("who --gaps --promise own.yaml").err.empty());
}
