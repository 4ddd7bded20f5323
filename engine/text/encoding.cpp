#include "engine/text/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <memory>

#include "engine/base/utf8.hpp"

namespace demarche::text {
namespace {

constexpr std::size_t sample_size = 65536;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

// The longer marks first: UTF-32LE begins as UTF-16LE does.
constexpr std::array<ByteOrderMark, 4> marks = {{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                                 {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                                 {std::string_view("\xFF\xFE", 2), "UTF-16LE"},
                                                 {std::string_view("\xFE\xFF", 2), "UTF-16BE"}}};

// The first bytes of files that people put among texts by mistake.
constexpr std::array<std::string_view, 9> binary_beginnings = {"%PDF-",
                                                               "PK\x03\x04",
                                                               "\x89PNG",
                                                               "GIF8",
                                                               "\xFF\xD8\xFF",
                                                               "\x7F"
                                                               "ELF",
                                                               "\xD0\xCF\x11\xE0",
                                                               "SQLite format 3",
                                                               "RIFF"};

bool looks_binary(std::string_view bytes) {
  if (std::any_of(binary_beginnings.begin(), binary_beginnings.end(),
                  [&](auto mark) { return bytes.starts_with(mark); }))
    return true;
  bytes = bytes.substr(0, sample_size);
  auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != '\v' && byte != 0x1B;
  });
  return static_cast<std::size_t>(controls) * 100 > bytes.size();
}

// UTF-16 without a mark shows as a zero in every second byte of Latin text.
const char* unmarked_utf16(std::string_view bytes) {
  bytes = bytes.substr(0, std::min(bytes.size(), sample_size) & ~std::size_t{1});
  if (bytes.size() < 4) return nullptr;
  std::array<std::size_t, 2> zeros = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0';
  std::size_t half = bytes.size() / 2;
  if (zeros[1] * 10 > half * 7 && zeros[0] * 20 < half) return "UTF-16LE";
  if (zeros[0] * 10 > half * 7 && zeros[1] * 20 < half) return "UTF-16BE";
  return nullptr;
}

// UTF-8 with a few bad bytes (a cut, a pasted line) is still UTF-8: its good sequences outnumber the bad bytes by far.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t good = 0, bad = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    std::size_t before = at;
    utf8::decode(bytes, at);
    if (at - before > 1)
      ++good;
    else
      ++bad;
  }
  return good > bad * 4;
}

std::string repair(std::string_view bytes, std::size_t bad_at) {
  std::string out(bytes.substr(0, bad_at));
  out.reserve(bytes.size() + 64);
  for (std::size_t at = bad_at; at < bytes.size();) utf8::append(out, utf8::decode(bytes, at));
  return out;
}

std::string detected(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
  if (U_FAILURE(error)) return "windows-1252";
  auto size = static_cast<std::int32_t>(std::min(bytes.size(), sample_size));
  ucsdet_setText(detector.get(), bytes.data(), size, &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return "windows-1252";
  const char* name = ucsdet_getName(match, &error);
  std::int32_t confidence = ucsdet_getConfidence(match, &error);
  // Little text says little; and "ISO-8859-1" on disk nearly always means windows-1252, its superset.
  if (U_FAILURE(error) || confidence < 15 || std::strcmp(name, "ISO-8859-1") == 0) return "windows-1252";
  return name;
}

// Empty when ICU does not know the encoding.
std::string convert(std::string_view bytes, const char* encoding) {
  UErrorCode error = U_ZERO_ERROR;
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return {};
  auto size = static_cast<std::int32_t>(bytes.size());
  std::string out(bytes.size() * 2 + 64, '\0');
  for (;;) {
    error = U_ZERO_ERROR;
    auto capacity =
        static_cast<std::int32_t>(std::min<std::size_t>(out.size(), std::numeric_limits<std::int32_t>::max()));
    std::int32_t needed = ucnv_convert("UTF-8", encoding, out.data(), capacity, bytes.data(), size, &error);
    if (error == U_BUFFER_OVERFLOW_ERROR && static_cast<std::size_t>(needed) > out.size()) {
      out.resize(static_cast<std::size_t>(needed) + 1);
      continue;
    }
    out.resize(U_FAILURE(error) ? 0 : static_cast<std::size_t>(needed));
    return out;
  }
}

Decoded converted(std::string_view bytes, std::string encoding) {
  Decoded decoded;
  decoded.utf8 = convert(bytes, encoding.c_str());
  decoded.encoding = std::move(encoding);
  if (decoded.utf8.starts_with("\xEF\xBB\xBF")) decoded.utf8.erase(0, 3);
  decoded.lossy = decoded.utf8.find(replacement) != std::string::npos || (decoded.utf8.empty() && bytes.size() > 4);
  return decoded;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  for (const auto& mark : marks)
    if (bytes.starts_with(mark.bytes)) return converted(bytes, mark.encoding);
  std::size_t bad_at = 0;
  bool valid = utf8::is_valid(bytes, &bad_at);
  if (!looks_binary(bytes)) {
    if (valid) return {std::string(bytes), "UTF-8", false, false};
    if (is_mostly_utf8(bytes)) return {repair(bytes, bad_at), "UTF-8", true, false};
    return converted(bytes, detected(bytes));
  }
  if (const char* encoding = unmarked_utf16(bytes)) return converted(bytes, encoding);
  return {{}, {}, false, true};
}

}  // namespace demarche::text
