#include "cli/starter_project.hpp"

namespace demarche::cli {

namespace {

constexpr const char* project = R"(# A Demarche project. Every command works in this folder without arguments.
name: North Atlantic
rules: rules          # files or folders with .stance files
corpus: corpus        # files or folders with texts
out: out              # where the tables go
matrix: north-atlantic
)";

constexpr const char* rules = R"(# What the project asks about, in words that can be read aloud.
import "world"    # actors: every state, its names, capitals, offices
import "english"  # how English says support and opposition

issue fishing-quotas "Binding fishing quotas" {
  about    fishing quota | fishing limit | catch limit
  about    limit on (fishing | catches)
}

issue seabed-mining "Mining of the deep seabed" {
  about    deep-sea mining | seabed mining
  about    mining of the (seabed | "ocean floor")
}

actor takes-a-side on every issue

test "a plain statement" {
  text     "Norway supports fishing quotas."
  expect   NOR supports fishing-quotas
  expect   nothing else
}

test "a minister speaks for his country" {
  text     "Iceland's foreign minister said his country opposes seabed mining."
  expect   ISL opposes seabed-mining
  expect   nothing else
}

test "an agenda is no position" {
  text     "Norway and Iceland will hold talks about fishing quotas."
  expect   nothing
}

matrix north-atlantic "Positions in the North Atlantic" {
  rows     NOR, ISL, GBR, DNK
  columns  fishing-quotas, seabed-mining
}
)";

constexpr const char* first_article = R"(---
title: Ministers part ways over the seabed
date: 2024-03-12
source: Harbour Gazette
---
Ministers part ways over the seabed

Iceland rejects seabed mining, its foreign minister said on Tuesday after a day of talks with her colleagues.

"We oppose deep-sea mining," the minister told reporters in Reykjavik. She called for binding fishing quotas in all
northern waters.

Norway supports seabed mining. The Norwegian prime minister said Oslo welcomed fishing quotas as well.
)";

constexpr const char* second_article = R"(---
title: London backs quotas
date: 2024-05-02
source: Northern Review
---
London backs quotas

The United Kingdom supports fishing quotas, the British foreign secretary said on Thursday. He did not speak of mining.

Denmark will host the next round of talks about seabed mining in June.
)";

}  // namespace

const std::vector<StarterFile>& starter_project() {
  static const std::vector<StarterFile> files{{"demarche.yaml", project},
                                              {"rules/example.stance", rules},
                                              {"corpus/2024-03-12-seabed.txt", first_article},
                                              {"corpus/2024-05-02-quotas.txt", second_article}};
  return files;
}

}  // namespace demarche::cli
