#include "engine/store/sqlite.hpp"

#include "engine/store/sha256.hpp"
#include "tests/catch.hpp"

using namespace demarche::store;

namespace {

std::string sample() {
  Database database;
  database.run("CREATE TABLE t (a TEXT, b INTEGER, c REAL, d TEXT); BEGIN");
  auto insert = database.query("INSERT INTO t VALUES (?, ?, ?, ?)");
  insert.text("it's \"quoted\"; DROP TABLE t").integer(7).real(0.5).null().run();
  insert.text("").integer(-1).real(-2).text_or_null("").run();
  database.run("COMMIT");
  return database.bytes();
}

}  // namespace

TEST_CASE("a database is written and read as bytes, the same every time") {
  const std::string bytes = sample();
  CHECK(bytes == sample());
  CHECK(bytes.substr(0, 15) == "SQLite format 3");
  const Database database(bytes);
  auto rows = database.query("SELECT a, b, c, d FROM t ORDER BY rowid");
  REQUIRE(rows.step());
  CHECK(rows.text_at(0) == "it's \"quoted\"; DROP TABLE t");
  CHECK(rows.integer_at(1) == 7);
  CHECK(rows.null_at(3));
  REQUIRE(rows.step());
  CHECK_FALSE(rows.null_at(0));
  CHECK(rows.null_at(3));
  CHECK_FALSE(rows.step());
}

TEST_CASE("a file that is read cannot be changed, and what is no database is said") {
  Database database(sample());
  CHECK_THROWS_AS(database.run("DELETE FROM t"), SqliteError);
  CHECK_THROWS_AS(database.query("SELECT nothing FROM t"), SqliteError);
  CHECK_THROWS_AS(Database("no database, but long enough to be looked into, is it not? " + std::string(4096, 'x')),
                  SqliteError);
  std::string broken = sample();
  for (std::size_t i = 100; i < broken.size(); ++i) broken[i] = '\x7f';
  CHECK_THROWS_AS(Database(broken), SqliteError);
}

TEST_CASE("a file with a write-ahead log is read from its own pages") {
  std::string bytes = sample();
  bytes[18] = bytes[19] = 2;
  const Database database(bytes);
  auto count = database.query("SELECT count(*) FROM t");
  REQUIRE(count.step());
  CHECK(count.integer_at(0) == 2);
}

TEST_CASE("SHA-256 of the standard's own examples") {
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
