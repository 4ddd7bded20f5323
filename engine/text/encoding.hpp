#pragma once
#include <string>
#include <string_view>

namespace demarche::text {

struct Decoded {
  std::string utf8;      // well formed
  std::string encoding;  // "UTF-8", "UTF-16LE", "windows-1252" ...
  bool lossy = false;    // some bytes could not be read and became U+FFFD
  bool binary = false;   // this is no text at all; `utf8` is empty
};

// Finds the encoding of bytes (byte order mark, UTF-8 check, then ICU's detector) and converts them.
Decoded decode(std::string_view bytes);

}  // namespace demarche::text
