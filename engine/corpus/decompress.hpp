#pragma once
#include <string>
#include <string_view>

namespace demarche::corpus {

struct Decompressed {
  std::string bytes;      // what could be read
  std::string error;      // in plain words; empty when all is well
  bool too_large = false;  // larger than the limit: nothing is read
};

Decompressed decompress_gzip(std::string_view bytes, std::size_t limit);
Decompressed decompress_zstd(std::string_view bytes, std::size_t limit);

}  // namespace demarche::corpus
