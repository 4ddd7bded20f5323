#include "engine/corpus/decompress.hpp"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

namespace demarche::corpus {
namespace {

constexpr std::size_t piece = std::size_t{1} << 18;

Decompressed too_large() { return {{}, {}, true}; }

}  // namespace

Decompressed decompress_gzip(std::string_view bytes, std::size_t limit) {
  Decompressed result;
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) return {{}, "there is not enough memory to decompress it", false};
  std::unique_ptr<z_stream, decltype(&inflateEnd)> guard(&stream, &inflateEnd);
  std::vector<char> buffer(piece);
  int status = Z_OK;
  std::size_t fed = 0;
  while (status != Z_STREAM_END || fed - stream.avail_in < bytes.size()) {
    if (status == Z_STREAM_END) {  // another member follows: gzip files may be joined
      if (inflateReset(&stream) != Z_OK) break;
    }
    if (stream.avail_in == 0) {
      auto count = std::min<std::size_t>(bytes.size() - fed, std::numeric_limits<uInt>::max());
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + fed));
      stream.avail_in = static_cast<uInt>(count);
      fed += count;
    }
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    std::size_t got = buffer.size() - stream.avail_out;
    if (result.bytes.size() + got > limit) return too_large();
    result.bytes.append(buffer.data(), got);
    if (status == Z_OK && (got > 0 || stream.avail_in > 0 || fed < bytes.size())) continue;
    if (status == Z_STREAM_END) continue;
    bool ended = status == Z_BUF_ERROR || status == Z_OK;
    result.error = ended ? "the gzip data ends too early" : "the gzip data is damaged";
    break;
  }
  return result;
}

Decompressed decompress_zstd(std::string_view bytes, std::size_t limit) {
  Decompressed result;
  std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), &ZSTD_freeDStream);
  if (!stream) return {{}, "there is not enough memory to decompress it", false};
  std::vector<char> buffer(piece);
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  std::size_t status = 1;
  for (;;) {
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    std::size_t before = in.pos;
    status = ZSTD_decompressStream(stream.get(), &out, &in);
    if (result.bytes.size() + out.pos > limit) return too_large();
    result.bytes.append(buffer.data(), out.pos);
    if (ZSTD_isError(status) != 0) {
      result.error = "the zstd data is damaged";
      return result;
    }
    if (out.pos == 0 && in.pos == before) break;
    if (in.pos == in.size && out.pos < out.size) break;
  }
  if (status != 0) result.error = "the zstd data ends too early";
  return result;
}

}  // namespace demarche::corpus
