#pragma once
#include <cstddef>
#include <string_view>

// Where the values of a block's lines begin. A block's column depends on its keyword alone: a new line never moves the
// others.
namespace demarche::dsl::format {

inline constexpr std::size_t width = 120;  // code points of a line; longer lines are broken where the language allows
inline constexpr std::size_t step = 2;     // of indentation

// The code points from the begin of a line's keyword to its value, in a block of that statement; 0 for an unknown
// statement.
std::size_t value_column(std::string_view statement);

// How many words of a line of that block are its keyword: `deed against` has two, the head of a rule has none.
std::size_t keyword_words(std::string_view statement, std::string_view first, std::string_view second);

// `title`, `source` and `speaker` of a test take the rest of their line as it stands.
bool takes_free_words(std::string_view statement, std::string_view keyword);

// Words that end an open list when they stand at the begin of a line.
bool begins_a_statement(std::string_view word);

}  // namespace demarche::dsl::format
