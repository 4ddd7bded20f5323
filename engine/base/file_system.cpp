#include "engine/base/file_system.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <utility>

namespace demarche {
namespace {

// The system's reasons in words that say what to do; what we have no words for keeps its number so that it can be looked up.
std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file or folder";
    case ENOTDIR:
      return "a part of the path is a file, not a folder";
    case EISDIR:
      return "this is a folder, not a file";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "the disk is read-only";
    case ENOSPC:
      return "the disk is full";
    case EDQUOT:
      return "the disk quota is used up";
    case ENAMETOOLONG:
      return "the name is too long";
    case EMFILE:
    case ENFILE:
      return "too many files are open";
    case ELOOP:
      return "the links in the path go round in a circle";
    case EIO:
      return "the disk could not be read or written (input/output error)";
    default:
      return "system error " + std::to_string(error);
  }
}

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  int close() { return ::close(std::exchange(value_, -1)); }

 private:
  int value_;
};

std::string joined(const std::string& folder, std::string_view name) {
  std::string path = folder;
  if (!path.empty() && path.back() != '/') path += '/';
  return path.append(name);
}

std::string parent_of(const std::string& path) {
  auto slash = path.find_last_of('/');
  if (slash == std::string::npos) return {};
  return slash == 0 ? "/" : path.substr(0, slash);
}

FileSystem::Kind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileSystem::Kind::file;
  if (S_ISDIR(mode)) return FileSystem::Kind::folder;
  return FileSystem::Kind::other;
}

// A folder as device and inode: links may lead back to a folder that we are in.
using FolderKey = std::pair<dev_t, ino_t>;

void collect(const std::string& folder, std::set<FolderKey>& open, std::vector<std::string>& found) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode)) return;
  auto [place, fresh] = open.insert({status.st_dev, status.st_ino});
  if (!fresh) return;
  DIR* stream = ::opendir(folder.c_str());
  if (stream != nullptr) {
    std::vector<std::string> names;
    while (const dirent* entry = ::readdir(stream))
      if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    ::closedir(stream);
    for (const auto& name : names) {
      std::string path = joined(folder, name);
      struct stat entry_status {};
      const bool lost = ::stat(path.c_str(), &entry_status) != 0;
      if (!lost && S_ISDIR(entry_status.st_mode))
        collect(path, open, found);
      else if (lost || S_ISREG(entry_status.st_mode))
        found.push_back(std::move(path));
    }
  } else {
    found.push_back(folder);
  }
  open.erase(place);
}

// Makes a folder and those above it. Returns an errno, or 0.
int make_folders(const std::string& path) {
  if (path.empty()) return 0;
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
  if (errno != ENOENT) return errno;
  if (std::string above = parent_of(path); above != path)
    if (int error = make_folders(above)) return error;
  if (::mkdir(path.c_str(), 0777) != 0 && errno != EEXIST) return errno;
  return 0;
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

// mkstemp gives 0600; what the user would have got from a plain open is 0666 less the umask, or the old file's mode.
mode_t mode_for(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0) return status.st_mode & 0777;
  mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666 & ~mask;
}

// Writes, syncs and renames. Returns an errno, or 0.
int write_beside(const std::string& path, std::string& temporary, std::string_view bytes) {
  Descriptor file(::mkstemp(temporary.data()));
  if (file.get() < 0) return errno;
  int error = write_all(file.get(), bytes);
  if (error == 0 && ::fchmod(file.get(), mode_for(path)) != 0) error = errno;
  if (error == 0 && ::fsync(file.get()) != 0) error = errno;
  if (file.close() != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(temporary.c_str());
  return error;
}

class DiskFileSystem final : public FileSystem {
 public:
  Kind kind(const std::string& path) const override {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) return Kind::missing;
    return kind_of(status.st_mode);
  }

  Result read(const std::string& path) const override {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return {std::nullopt, reason(errno)};
    struct stat status {};
    if (::fstat(file.get(), &status) != 0) return {std::nullopt, reason(errno)};
    if (S_ISDIR(status.st_mode)) return {std::nullopt, reason(EISDIR)};
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)), '\0');
    std::size_t size = 0;
    for (;;) {  // a pipe, or a file that grows while we read, has more than its status said
      if (size == bytes.size()) bytes.resize(size + 65536);
      ssize_t got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return {std::nullopt, reason(errno)};
      if (got == 0) break;
      size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return {std::move(bytes), {}};
  }

  std::vector<std::string> files_below(const std::string& folder) const override {
    std::vector<std::string> found;
    std::set<FolderKey> open;
    collect(folder, open, found);
    std::sort(found.begin(), found.end());
    return found;
  }

  std::string write_whole(const std::string& path, std::string_view bytes) override {
    if (path.empty()) return "the path is empty";
    if (kind(path) == Kind::folder) return reason(EISDIR);
    if (int error = make_folders(parent_of(path))) return "the folder cannot be made: " + reason(error);
    // A pipe or /dev/stdout cannot be replaced by a rename.
    if (kind(path) == Kind::other) return write_through(path, bytes);
    std::string temporary = path + ".XXXXXX";
    int error = write_beside(path, temporary, bytes);
    return error == 0 ? std::string() : reason(error);
  }

  std::string remove_file(const std::string& path) override {
    if (::unlink(path.c_str()) == 0 || errno == ENOENT) return {};
    return reason(errno);
  }

 private:
  static std::string write_through(const std::string& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) return reason(errno);
    int error = write_all(file.get(), bytes);
    return error == 0 ? std::string() : reason(error);
  }
};

bool hidden(std::string_view below) {
  return !below.empty() && (below.front() == '.' || below.find("/.") != std::string_view::npos);
}

}  // namespace

std::string FileSystem::remove_file(const std::string&) { return reason(EROFS); }

std::unique_ptr<FileSystem> make_disk_file_system() { return std::make_unique<DiskFileSystem>(); }

FileSystem::Kind MemoryFileSystem::kind(const std::string& path) const {
  if (files.contains(path)) return Kind::file;
  std::string prefix = joined(path, "");
  auto next = files.lower_bound(prefix);
  return next != files.end() && next->first.starts_with(prefix) ? Kind::folder : Kind::missing;
}

FileSystem::Result MemoryFileSystem::read(const std::string& path) const {
  if (auto it = files.find(path); it != files.end()) return {it->second, {}};
  return {std::nullopt, reason(kind(path) == Kind::folder ? EISDIR : ENOENT)};
}

std::vector<std::string> MemoryFileSystem::files_below(const std::string& folder) const {
  std::vector<std::string> found;
  std::string prefix = joined(folder, "");
  for (auto it = files.lower_bound(prefix); it != files.end() && it->first.starts_with(prefix); ++it)
    if (!hidden(std::string_view(it->first).substr(prefix.size()))) found.push_back(it->first);
  return found;
}

std::string MemoryFileSystem::write_whole(const std::string& path, std::string_view bytes) {
  if (path.empty()) return "the path is empty";
  if (kind(path) == Kind::folder) return reason(EISDIR);
  files[path] = std::string(bytes);
  return {};
}

std::string MemoryFileSystem::remove_file(const std::string& path) {
  if (kind(path) == Kind::folder) return reason(EISDIR);
  files.erase(path);
  return {};
}

}  // namespace demarche
