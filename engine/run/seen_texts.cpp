#include "engine/run/seen_texts.hpp"

#include <utility>

#include "engine/base/hash.hpp"
#include "engine/run/gold_texts.hpp"

namespace demarche::run {

void SeenTexts::see(const corpus::Document& document, const evidence::DocumentResult& result) {
  Seen seen{hexadecimal(hash_bytes(document.text)), {}};
  for (const auto& record : result.records) seen.matched.push_back(one_line(document.text, record.match));
  std::lock_guard lock(mutex_);
  seen_[document.id] = std::move(seen);
}

std::string SeenTexts::hash(const std::string& document) const {
  const auto seen = seen_.find(document);
  return seen == seen_.end() ? std::string() : seen->second.hash;
}

std::string SeenTexts::matched(const std::string& document, std::size_t record) const {
  const auto seen = seen_.find(document);
  return seen == seen_.end() || record >= seen->second.matched.size() ? std::string() : seen->second.matched[record];
}

}  // namespace demarche::run
