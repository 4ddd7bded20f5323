#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "engine/base/file_system.hpp"

namespace demarche::cli {

// Clears a terminal; nothing when stdout is none.
void clear_screen();

// Tells when files change.
class Watch {
 public:
  explicit Watch(const FileSystem& files) : files_(files) {}

  // Waits until one of the files is written or vanishes, or a rule file appears below one of the folders. What changed
  // since the last call came back counts, too.
  void wait(const std::vector<std::string>& paths, const std::vector<std::string>& folders);

 private:
  struct Seen {
    std::filesystem::file_time_type time{};
    std::uintmax_t size = 0;
    friend bool operator==(const Seen&, const Seen&) = default;
  };
  using Snapshot = std::map<std::string, Seen>;

  static Seen look_at(const std::string& path);
  Snapshot look(const std::vector<std::string>& paths, const std::vector<std::string>& folders) const;

  const FileSystem& files_;
  Snapshot before_;
};

}  // namespace demarche::cli
