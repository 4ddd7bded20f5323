#include "engine/store/archive.hpp"

#include <cstdlib>
#include <ctime>

#include "tests/catch.hpp"

using namespace demarche::store;

namespace {

const std::vector<ArchiveFile> files{{"a.txt", "one\n"},
                                     {"folder/leer.txt", ""},
                                     {"folder/žluťoučký.txt", std::string(100'000, 'x')},
                                     {std::string(150, 'l') + "/long.txt", "a name that a plain tar has no room for"}};

void set_zone(const char* zone) {
  setenv("TZ", zone, 1);
  tzset();
}

}  // namespace

TEST_CASE("an archive gives back what was packed, in its order") {
  for (const auto format : {ArchiveFormat::zip, ArchiveFormat::tar_gz}) {
    const auto unpacked = unpack(pack(files, format));
    CHECK(unpacked.error == "");
    REQUIRE(unpacked.files.size() == files.size());
    for (std::size_t i = 0; i < files.size(); ++i) {
      CHECK(unpacked.files[i].path == files[i].path);
      CHECK(unpacked.files[i].bytes == files[i].bytes);
    }
  }
}

TEST_CASE("the same files give the same archive in any time zone, at any time") {
  for (const auto format : {ArchiveFormat::zip, ArchiveFormat::tar_gz}) {
    set_zone("Pacific/Auckland");
    const std::string first = pack(files, format);
    set_zone("America/Los_Angeles");
    CHECK(pack(files, format) == first);
    set_zone("UTC");
    CHECK(pack(files, format) == first);
  }
}

TEST_CASE("what is no archive, is cut or is too large is said") {
  CHECK_FALSE(unpack("no archive at all").error.empty());
  CHECK_FALSE(unpack("").error.empty());
  const std::string zip = pack(files, ArchiveFormat::zip);
  CHECK(unpack(zip, 1000).error == "its content is larger than the limit");
  const std::string tar = pack(files, ArchiveFormat::tar_gz);
  CHECK_FALSE(unpack(tar.substr(0, tar.size() / 2)).error.empty());
}

TEST_CASE("the ending of a name tells the format") {
  CHECK(archive_format_of("a/b.zip") == ArchiveFormat::zip);
  CHECK(archive_format_of("b.tar.gz") == ArchiveFormat::tar_gz);
  CHECK(archive_format_of("b.tgz") == ArchiveFormat::tar_gz);
  CHECK_FALSE(archive_format_of("b.rar"));
}
