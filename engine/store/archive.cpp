#include "engine/store/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace demarche::store {

namespace {

struct CloseWriter {
  void operator()(archive* writer) const { archive_write_free(writer); }
};
struct CloseReader {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};
using Writer = std::unique_ptr<archive, CloseWriter>;
using Reader = std::unique_ptr<archive, CloseReader>;
using Entry = std::unique_ptr<archive_entry, FreeEntry>;

void check(archive* handle, int result) {
  if (result >= ARCHIVE_WARN) return;
  const char* reason = archive_error_string(handle);
  throw std::runtime_error(reason ? reason : "the archive could not be made");
}

la_ssize_t append(archive*, void* out, const void* bytes, size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

void choose(archive* writer, ArchiveFormat format) {
  if (format == ArchiveFormat::zip) {
    check(writer, archive_write_set_format_zip(writer));
    return;
  }
  check(writer, archive_write_set_format_pax_restricted(writer));
  check(writer, archive_write_add_filter_gzip(writer));
  check(writer, archive_write_set_filter_option(writer, "gzip", "timestamp", nullptr));  // else: now
}

// A .zip stores its dates in local time; one that is not set is its earliest everywhere.
void add(archive* writer, const ArchiveFile& file) {
  const Entry entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), file.path.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  check(writer, archive_write_header(writer, entry.get()));
  if (!file.bytes.empty() && archive_write_data(writer, file.bytes.data(), file.bytes.size()) < 0)
    check(writer, ARCHIVE_FATAL);
}

// Appends the data of the entry the reader stands at; false when it is too much or cannot be read.
bool read_data(archive* reader, std::string& bytes, std::uint64_t& left, std::string& error) {
  std::array<char, 65536> buffer;
  for (;;) {
    const la_ssize_t got = archive_read_data(reader, buffer.data(), buffer.size());
    if (got == 0) return true;
    if (got < 0) {
      const char* reason = archive_error_string(reader);
      error = reason ? reason : "it is damaged";
      return false;
    }
    if (static_cast<std::uint64_t>(got) > left) {
      error = "its content is larger than the limit";
      return false;
    }
    left -= static_cast<std::uint64_t>(got);
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

std::optional<ArchiveFormat> archive_format_of(std::string_view path) {
  if (path.ends_with(".zip")) return ArchiveFormat::zip;
  if (path.ends_with(".tar.gz") || path.ends_with(".tgz")) return ArchiveFormat::tar_gz;
  return std::nullopt;
}

std::string pack(const std::vector<ArchiveFile>& files, ArchiveFormat format) {
  std::string out;
  const Writer writer(archive_write_new());
  choose(writer.get(), format);
  archive_write_set_bytes_per_block(writer.get(), 0);
  check(writer.get(), archive_write_open(writer.get(), &out, nullptr, append, nullptr));
  for (const auto& file : files) add(writer.get(), file);
  check(writer.get(), archive_write_close(writer.get()));
  return out;
}

Unpacked unpack(std::string_view bytes, std::uint64_t limit) {
  Unpacked result;
  const Reader reader(archive_read_new());
  archive_read_support_format_zip(reader.get());
  archive_read_support_format_tar(reader.get());
  archive_read_support_filter_gzip(reader.get());
  archive_entry* entry = nullptr;
  int status = archive_read_open_memory(reader.get(), bytes.data(), bytes.size());
  while (status == ARCHIVE_OK && (status = archive_read_next_header(reader.get(), &entry)) == ARCHIVE_OK) {
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    const char* path = archive_entry_pathname_utf8(entry);
    if (!path) path = archive_entry_pathname(entry);
    ArchiveFile file{path ? path : "", {}};
    const bool whole = read_data(reader.get(), file.bytes, limit, result.error);
    result.files.push_back(std::move(file));
    if (!whole) return result;
  }
  if (status == ARCHIVE_EOF) return result;
  const char* reason = archive_error_string(reader.get());
  result.error = reason ? reason : "it is no .zip and no .tar.gz";
  return result;
}

}  // namespace demarche::store
