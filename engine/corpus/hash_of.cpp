#include "engine/corpus/hash_of.hpp"

#include <string_view>

#include "engine/base/hash.hpp"

namespace demarche::corpus {

namespace {

// The length stands before the bytes, so that "ab" + "c" is not "a" + "bc".
std::uint64_t add(std::string_view field, std::uint64_t hash) {
  return hash_bytes(field, hash_bytes(std::to_string(field.size()) + ":", hash));
}

}  // namespace

std::uint64_t hash_of(const Document& document) {
  std::uint64_t hash = hash_bytes("document");
  for (const std::string* field : {&document.id, &document.title, &document.source, &document.url, &document.language,
                                   &document.speaker})
    hash = add(*field, hash);
  hash = add(document.date ? to_string(*document.date) : "", hash);
  for (const auto& state : document.speaking) hash = add(state, hash);
  hash = add(document.text, hash);
  return hash == 0 ? 1 : hash;
}

}  // namespace demarche::corpus
