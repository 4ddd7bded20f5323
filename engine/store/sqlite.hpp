#pragma once
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

// SQLite files as bytes: made in memory and read from memory, so that they are written whole or not at all and tests
// need no disk. The only user of sqlite3.
namespace demarche::store {

// What SQLite says is wrong: with a file that it was given, or (which is our fault) with a statement.
class SqliteError : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A prepared statement. Places of parameters count from 1, those of columns from 0, as in SQLite.
class Query {
 public:
  Query(sqlite3* database, std::string_view sql);
  ~Query();
  Query(Query&& other) noexcept;
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  Query& operator=(Query&&) = delete;

  // Gives the next parameter its value. Each returns the query, so that calls can be chained.
  Query& text(std::string_view value);
  Query& text_or_null(std::string_view value);  // empty: null
  Query& integer(std::int64_t value);
  Query& real(double value);
  Query& null();
  void run();  // to the end, and ready for the next values

  bool step();  // false behind the last row
  std::string text_at(int column) const;
  std::int64_t integer_at(int column) const;
  bool null_at(int column) const;

 private:
  void check(int result) const;

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  int next_ = 0;
};

class Database {
 public:
  Database();  // empty, in memory
  // A copy of a file's bytes, to be read. Throws when they are no SQLite file.
  explicit Database(std::string_view bytes);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void run(const std::string& sql);  // one or more statements without parameters
  Query query(std::string_view sql) const { return Query(database_, sql); }
  // The file. Equal statements give equal bytes with one version of SQLite, whose number stands in the file's header.
  std::string bytes() const;

 private:
  sqlite3* database_ = nullptr;
};

}  // namespace demarche::store
