#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

// The outside world behind a small interface, with an in-memory twin for tests.
class FileSystem {
 public:
  enum class Kind { missing, file, folder, other };
  struct Result {
    std::optional<std::string> bytes;  // absent when reading failed
    std::string error;                 // the reason in plain words, when it failed
  };

  virtual ~FileSystem() = default;
  virtual Kind kind(const std::string& path) const = 0;
  virtual Result read(const std::string& path) const = 0;
  // Every regular file below a folder, recursively, as paths that begin with the folder's; sorted by bytes.
  // Hidden files and folders (leading dot) are left out. Links that lead nowhere and folders that cannot be opened are among
  // them: whoever reads them learns the reason.
  virtual std::vector<std::string> files_below(const std::string& folder) const = 0;
  // Writes whole or not at all (a temporary file beside it, then a rename), making missing folders. Returns an empty
  // string, or the reason of the failure.
  virtual std::string write_whole(const std::string& path, std::string_view bytes) = 0;
  // Removes a file; one that does not exist is no failure. Returns an empty string, or the reason of the failure: in a file
  // system that only reads, that it does.
  virtual std::string remove_file(const std::string& path);
};

std::unique_ptr<FileSystem> make_disk_file_system();

class MemoryFileSystem final : public FileSystem {
 public:
  Kind kind(const std::string& path) const override;
  Result read(const std::string& path) const override;
  std::vector<std::string> files_below(const std::string& folder) const override;
  std::string write_whole(const std::string& path, std::string_view bytes) override;
  std::string remove_file(const std::string& path) override;

  std::map<std::string, std::string> files;
};

}  // namespace demarche
