#include "cli/watch.hpp"

#include <unistd.h>

#include <cstdio>

namespace demarche::cli {

namespace {
// Editors write a file in several steps: what has just changed is given this long to come to rest.
constexpr useconds_t pause_microseconds = 200'000;
}  // namespace

Watch::Seen Watch::look_at(const std::string& path) {
  std::error_code error;
  Seen seen;
  seen.time = std::filesystem::last_write_time(path, error);
  if (error) return {};
  seen.size = std::filesystem::file_size(path, error);
  return seen;
}

Watch::Snapshot Watch::look(const std::vector<std::string>& paths, const std::vector<std::string>& folders) const {
  Snapshot all;
  for (const auto& path : paths) all[path] = look_at(path);
  for (const auto& folder : folders) {
    if (files_.kind(folder) != FileSystem::Kind::folder) continue;
    for (const auto& path : files_.files_below(folder))
      if (path.ends_with(".stance")) all[path] = look_at(path);
  }
  return all;
}

void Watch::wait(const std::vector<std::string>& paths, const std::vector<std::string>& folders) {
  Snapshot now = look(paths, folders);
  if (before_.empty()) before_ = now;
  while (now == before_) {
    usleep(pause_microseconds);
    now = look(paths, folders);
  }
  while (now != before_) {
    before_ = now;
    usleep(pause_microseconds);
    now = look(paths, folders);
  }
}

void clear_screen() {
  if (isatty(STDOUT_FILENO)) std::fputs("\x1b[2J\x1b[3J\x1b[H", stdout);
}

}  // namespace demarche::cli
