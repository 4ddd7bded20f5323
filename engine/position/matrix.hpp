#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/evidence/record.hpp"
#include "engine/position/figures.hpp"
#include "engine/position/options.hpp"

// The matrix of positions: actors by issues. docs/positions.md says how each figure comes about.
namespace demarche::position {

enum class Code : std::uint8_t {
#define DEMARCHE_CODE(enumerator, name, meaning) enumerator,
#include "engine/position/codes.def"
#undef DEMARCHE_CODE
};

enum class Refinement : std::uint8_t {
  none,
  shifted,     // mixed: every record of one direction is dated before every record of the other
  ambivalent,  // mixed: all else
};

std::string_view name_of(Code code);
std::string_view meaning_of(Code code);
std::string_view name_of(Refinement refinement);
bool is_position(Code code);  // support, oppose, mixed, conditional, neutral

// One record: its document's place among all documents sorted by id, and its place in that document's records.
struct RecordRef {
  std::uint32_t document = 0;
  std::uint32_t record = 0;
  friend bool operator==(const RecordRef&, const RecordRef&) = default;
  friend auto operator<=>(const RecordRef&, const RecordRef&) = default;
};

// A piece of counted evidence: one record that stands for its duplicates and reprints.
struct Unit {
  RecordRef best;  // the one to quote
  std::optional<Date> date;
  evidence::Stance stance{};
  evidence::Mode mode{};
  double weight = 1;
  std::uint32_t records = 1;      // how many records it stands for
  std::uint32_t syndicated = 1;   // how many documents carry its sentence
};

struct Shift {
  evidence::Stance before{};
  evidence::Stance after{};
  Date last_before;
  Date first_after;
  RecordRef quote_before;
  RecordRef quote_after;
};

// What others say the holder thinks: never part of the position.
struct Claims {
  std::uint32_t support = 0;
  std::uint32_t oppose = 0;
  std::uint32_t neutral = 0;
  std::vector<std::string> claimants;  // actor ids, sorted
};

struct Cell {
  Code code = Code::no_coverage;
  Refinement refinement = Refinement::none;
  std::string via;  // the group whose position this is, where the actor has none of its own
  double support = 0;  // weights: counts of units, unless the taper is on
  double oppose = 0;
  double neutral = 0;
  double lean = 0;
  double strength = 0;
  Interval interval;
  bool thin = false;
  std::uint32_t records = 0;    // before duplicates and reprints are put together, in the window
  std::uint32_t documents = 0;  // with counted evidence
  std::uint32_t sources = 0;    // of these documents; those without a source count as one
  std::uint32_t conditional = 0;     // units that only say "if" or ask
  std::uint32_t outside_window = 0;  // records
  std::uint32_t undated = 0;         // records left out because they have no date
  std::uint32_t covering = 0;        // documents in the window by the holder or naming it
  std::optional<Date> first;
  std::optional<Date> last;
  std::optional<Shift> shift;
  Claims claims;
  std::vector<Unit> units;        // sorted by date (undated last), document, record
  std::vector<RecordRef> quotes;  // the best of each direction, best first
};

struct Head {
  std::string id;
  std::string title;
  friend bool operator==(const Head&, const Head&) = default;
};

struct Matrix {
  std::string id;
  std::string title;
  Options options;
  std::vector<Head> rows;     // actors
  std::vector<Head> columns;  // issues
  std::vector<Cell> cells;    // row by row

  const Cell& at(std::size_t row, std::size_t column) const { return cells[row * columns.size() + column]; }
  Cell& at(std::size_t row, std::size_t column) { return cells[row * columns.size() + column]; }
};

}  // namespace demarche::position
