#include "engine/text/fold.hpp"

#include "engine/base/utf8.hpp"
#include "engine/text/characters.hpp"

namespace demarche::text {

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    char byte = text[at];
    if (static_cast<unsigned char>(byte) < 128) {
      out.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : byte);
      ++at;
    } else {
      append_folded(out, utf8::decode(text, at));
    }
  }
  return out;
}

}  // namespace demarche::text
