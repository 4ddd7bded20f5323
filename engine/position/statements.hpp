#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/position/fill_cell.hpp"

// What is one: a sentence and its reprints are a statement, the statements of a document (week, month) in one direction
// are one piece of counted evidence. docs/positions.md, "What is one".
namespace demarche::position {

// A sentence with its reprints: the entries [begin, end) of `Statements::entries`, the anchor first.
struct Statement {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t syndicated = 1;  // documents that carry it
};

// Counted evidence: the statements [begin, end) of `Statements::list`, the earliest first.
struct Piece {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Statements {
  std::vector<const Entry*> entries;
  std::vector<Statement> list;
  std::vector<Piece> pieces;           // by direction, then by what they are duplicates within
  std::vector<std::uint32_t> by_time;  // the numbers of the pieces by the time of their anchors, undated last; of one
                                       // day by place
  std::uint32_t outside_window = 0;    // entries whose statement was first made outside the window
  std::uint32_t undated = 0;           // entries left out because they have no date

  const Entry& anchor(const Statement& statement) const { return *entries[statement.begin]; }
  const Entry& anchor(const Piece& piece) const { return anchor(list[piece.begin]); }
};

// Puts together what is one, among the entries that count by kind and lie in the window. `entries` are sorted by `ref`.
Statements put_together(const std::vector<Entry>& entries, const Options& options);

// Which of two records to quote: the higher score, the stronger wording, then the earlier place.
bool is_better_quote(const Entry& a, const Entry& b);

}  // namespace demarche::position
