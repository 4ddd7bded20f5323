#pragma once
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "tests/unit/position/build.hpp"

namespace demarche::position::testing {

// The statements of tests/data/dna-sample.tsv as documents with records: the organization is the actor, the concept the
// issue, agreement the direction. A statement has a sentence of its own, so that none is taken for a reprint.
inline std::vector<DocumentResult> dna_documents() {
  std::ifstream file(std::string(DEMARCHE_SOURCE_DIR) + "/tests/data/dna-sample.tsv");
  std::map<std::string, std::pair<std::string, std::vector<Say>>> said;  // by document: its date, its statements
  std::string line;
  std::getline(file, line);  // the names of the columns
  for (int number = 1; std::getline(file, line); ++number) {
    std::istringstream fields(line);
    std::string document_id, date, organization, concept_name, agreement;
    for (std::string* field : {&document_id, &date, &organization, &concept_name, &agreement})
      std::getline(fields, *field, '\t');
    auto& [day, statements] = said[document_id];
    day = date;
    statements.push_back({organization, agreement == "agree" ? Stance::support : Stance::oppose, concept_name,
                          "Statement " + std::to_string(number) + "."});
  }
  std::vector<DocumentResult> documents;
  for (const auto& [id, content] : said) documents.push_back(document(id, content.first, content.second));
  return documents;
}

}  // namespace demarche::position::testing
