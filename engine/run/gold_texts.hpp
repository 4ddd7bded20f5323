#pragma once
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "engine/corpus/document.hpp"
#include "engine/run/gold.hpp"

namespace demarche::run {

// The words at the places that a gold table names, taken while the documents pass by: texts are not kept.
class GoldTexts {
 public:
  explicit GoldTexts(const std::vector<GoldRow>& gold);
  void see(const corpus::Document& document);  // from any thread
  std::string find(const GoldRow& row) const;  // on one line; empty when its document was not seen

 private:
  using Place = std::pair<std::string, evidence::Range>;
  std::map<std::string, std::vector<evidence::Range>> wanted_;
  std::map<Place, std::string> texts_;
  std::mutex mutex_;
};

// The code points [start, end) of a text, with line breaks and repeated spaces as one space.
std::string one_line(std::string_view text, evidence::Range range);

}  // namespace demarche::run
