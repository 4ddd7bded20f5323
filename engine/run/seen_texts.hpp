#pragma once
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "engine/corpus/document.hpp"
#include "engine/evidence/record.hpp"

namespace demarche::run {

// What a golden needs of the texts, taken while the documents pass by: texts are not kept.
class SeenTexts {
 public:
  void see(const corpus::Document& document, const evidence::DocumentResult& result);  // from any thread
  // A hash of the whole text of a document, 16 hexadecimal digits; empty when it was not seen.
  std::string hash(const std::string& document) const;
  // The words at the match of a document's record, on one line.
  std::string matched(const std::string& document, std::size_t record) const;

 private:
  struct Seen {
    std::string hash;
    std::vector<std::string> matched;  // one a record
  };
  std::map<std::string, Seen> seen_;
  std::mutex mutex_;
};

}  // namespace demarche::run
