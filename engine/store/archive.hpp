#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Archives as bytes, .zip and .tar.gz. The only user of libarchive.
namespace demarche::store {

struct ArchiveFile {
  std::string path;  // with slashes, relative
  std::string bytes;
};

enum class ArchiveFormat { zip, tar_gz };

// By the ending of a file's name: .zip, .tar.gz, .tgz.
std::optional<ArchiveFormat> archive_format_of(std::string_view path);

// Packs files in the order given, as plain files without owner, all of one date (1980-01-01 in a .zip, 1970-01-01 in a
// .tar.gz): the same files give the same bytes, in any time zone. Throws std::runtime_error when memory runs out.
std::string pack(const std::vector<ArchiveFile>& files, ArchiveFormat format);

struct Unpacked {
  std::vector<ArchiveFile> files;  // the plain files, in the archive's order; their paths are not to be trusted
  std::string error;               // why it could not be read to its end; empty when it could
};
// Reads a .zip or .tar.gz of at most `limit` bytes of content.
Unpacked unpack(std::string_view bytes, std::uint64_t limit = std::uint64_t{4} << 30);

}  // namespace demarche::store
