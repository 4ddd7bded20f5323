#include "engine/store/sqlite.hpp"

#include <sqlite3.h>

#include <cstring>
#include <utility>

namespace demarche::store {

namespace {

[[noreturn]] void fail(sqlite3* database) { throw SqliteError(database ? sqlite3_errmsg(database) : "out of memory"); }

// The journal kind of a file's header (bytes 18 and 19): 2 is a write-ahead log, which a copy in memory cannot have.
// What is not yet in the file is lost in any case.
constexpr std::size_t write_version = 18;
constexpr std::size_t read_version = 19;

}  // namespace

Query::Query(sqlite3* database, std::string_view sql) : database_(database) {
  check(sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)), next_(other.next_) {}

Query::~Query() { sqlite3_finalize(statement_); }

void Query::check(int result) const {
  if (result != SQLITE_OK) fail(database_);
}

Query& Query::text(std::string_view value) {
  check(sqlite3_bind_text64(statement_, ++next_, value.data() ? value.data() : "", value.size(), SQLITE_TRANSIENT,
                            SQLITE_UTF8));
  return *this;
}

Query& Query::text_or_null(std::string_view value) { return value.empty() ? null() : text(value); }

Query& Query::integer(std::int64_t value) {
  check(sqlite3_bind_int64(statement_, ++next_, value));
  return *this;
}

Query& Query::real(double value) {
  check(sqlite3_bind_double(statement_, ++next_, value));
  return *this;
}

Query& Query::null() {
  check(sqlite3_bind_null(statement_, ++next_));
  return *this;
}

void Query::run() {
  while (step()) {
  }
  check(sqlite3_reset(statement_));
  next_ = 0;
}

bool Query::step() {
  const int result = sqlite3_step(statement_);
  if (result != SQLITE_ROW && result != SQLITE_DONE) fail(database_);
  return result == SQLITE_ROW;
}

std::string Query::text_at(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return text ? std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}

std::int64_t Query::integer_at(int column) const { return sqlite3_column_int64(statement_, column); }

bool Query::null_at(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

Database::Database() {
  if (sqlite3_open(":memory:", &database_) != SQLITE_OK) fail(database_);
}

Database::Database(std::string_view bytes) : Database() {
  auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size() + 1));
  if (!copy) fail(nullptr);
  std::memcpy(copy, bytes.data(), bytes.size());
  if (bytes.size() > read_version && copy[write_version] == 2) copy[write_version] = copy[read_version] = 1;
  // The database frees the copy, also when this fails.
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  const int result = sqlite3_deserialize(database_, "main", copy, size, size, SQLITE_DESERIALIZE_FREEONCLOSE);
  if (result != SQLITE_OK) fail(database_);
  run("PRAGMA query_only = 1; PRAGMA trusted_schema = 0; PRAGMA cell_size_check = 1");
  run("SELECT count(*) FROM sqlite_schema");  // the first that looks into the bytes
}

Database::~Database() { sqlite3_close(database_); }

void Database::run(const std::string& sql) {
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database_);
}

std::string Database::bytes() const {
  sqlite3_int64 size = 0;
  unsigned char* data = sqlite3_serialize(database_, "main", &size, 0);
  if (!data) fail(nullptr);
  std::string bytes(reinterpret_cast<const char*>(data), static_cast<std::size_t>(size));
  sqlite3_free(data);
  return bytes;
}

}  // namespace demarche::store
