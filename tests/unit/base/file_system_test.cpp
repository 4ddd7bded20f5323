#include "engine/base/file_system.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "tests/catch.hpp"

using demarche::FileSystem;
using demarche::MemoryFileSystem;

namespace {

// A folder that is gone when the test ends.
struct ScratchFolder {
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "demarche-test-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  std::string path;
};

void behaves(FileSystem& files, const std::string& root) {
  CHECK(files.write_whole(root + "/b.txt", "two").empty());
  CHECK(files.write_whole(root + "/deep/er/a.txt", "one").empty());
  CHECK(files.write_whole(root + "/.hidden/x.txt", "no").empty());
  CHECK(files.write_whole(root + "/deep/.x.txt", "no").empty());
  CHECK(files.read(root + "/b.txt").bytes == "two");
  CHECK(files.write_whole(root + "/b.txt", "2").empty());
  CHECK(files.read(root + "/b.txt").bytes == "2");
  CHECK(files.files_below(root) == std::vector<std::string>{root + "/b.txt", root + "/deep/er/a.txt"});
  CHECK(files.files_below(root + "/") == std::vector<std::string>{root + "/b.txt", root + "/deep/er/a.txt"});
  CHECK(files.kind(root) == FileSystem::Kind::folder);
  CHECK(files.kind(root + "/b.txt") == FileSystem::Kind::file);
  CHECK(files.kind(root + "/c.txt") == FileSystem::Kind::missing);
  CHECK(files.write_whole(root + "/c.txt", "three").empty());
  CHECK(files.remove_file(root + "/c.txt").empty());
  CHECK(files.kind(root + "/c.txt") == FileSystem::Kind::missing);
  CHECK(files.remove_file(root + "/c.txt").empty());
  CHECK_FALSE(files.remove_file(root + "/deep").empty());
  auto missing = files.read(root + "/c.txt");
  CHECK_FALSE(missing.bytes.has_value());
  CHECK(missing.error == "no such file or folder");
  CHECK(files.read(root + "/deep").error == "this is a folder, not a file");
  CHECK(files.write_whole(root + "/deep", "x") == "this is a folder, not a file");
  CHECK(files.files_below(root + "/nowhere").empty());
}

}  // namespace

TEST_CASE("the memory file system behaves as the disk does") {
  ScratchFolder scratch;
  auto disk = demarche::make_disk_file_system();
  behaves(*disk, scratch.path);
  MemoryFileSystem memory;
  behaves(memory, "root");
}

TEST_CASE("a failed write names its reason and leaves nothing behind") {
  ScratchFolder scratch;
  auto disk = demarche::make_disk_file_system();
  REQUIRE(disk->write_whole(scratch.path + "/file", "x").empty());
  CHECK(disk->write_whole(scratch.path + "/file/below", "x") ==
        "the folder cannot be made: a part of the path is a file, not a folder");
  CHECK(disk->write_whole(scratch.path + "/" + std::string(300, 'n'), "x") == "the name is too long");
  CHECK(disk->files_below(scratch.path) == std::vector<std::string>{scratch.path + "/file"});
  if (::geteuid() == 0) return;  // root may write anywhere
  ::chmod((scratch.path + "/file").c_str(), 0);
  CHECK(disk->read(scratch.path + "/file").error == "permission denied");
}

TEST_CASE("links that lead round in a circle are walked once") {
  ScratchFolder scratch;
  auto disk = demarche::make_disk_file_system();
  REQUIRE(disk->write_whole(scratch.path + "/a/file", "x").empty());
  std::filesystem::create_directory_symlink(scratch.path, scratch.path + "/a/up");
  CHECK(disk->files_below(scratch.path) == std::vector<std::string>{scratch.path + "/a/file"});
}

TEST_CASE("written files can be read by others as the umask says") {
  ScratchFolder scratch;
  auto disk = demarche::make_disk_file_system();
  mode_t mask = ::umask(022);
  REQUIRE(disk->write_whole(scratch.path + "/file", "x").empty());
  ::umask(mask);
  struct stat status {};
  REQUIRE(::stat((scratch.path + "/file").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0644);
}
