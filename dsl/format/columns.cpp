#include "dsl/format/columns.hpp"

#include <algorithm>
#include <initializer_list>

namespace demarche::dsl::format {

namespace {
struct Block {
  std::string_view statement;
  std::size_t column;
  std::initializer_list<std::string_view> keywords;
};

// As wide as the longest keyword and a blank or two.
const Block blocks[] = {
    {"issue", 9, {"about", "deed", "against", "needs", "after", "unless", "not"}},
    {"rule", 9, {"when", "unless", "actors", "dates"}},
    {"ignore", 9, {"when", "unless", "actors", "dates"}},
    {"test", 9, {"speaking", "date", "title", "source", "speaker", "text", "expect"}},
    {"matrix", 9, {"rows", "columns", "sources", "period", "undated"}},
    {"stance", 11, {"sign", "inverse", "negated", "verb", "noun", "adjective", "judgement", "purpose", "degree"}},
    {"construction", 6, {"form", "gives", "with"}},
};

const Block* find(std::string_view statement) {
  for (const Block& block : blocks)
    if (block.statement == statement) return &block;
  return nullptr;
}

bool contains(std::initializer_list<std::string_view> words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
}  // namespace

std::size_t value_column(std::string_view statement) {
  const Block* block = find(statement);
  return block ? block->column : 0;
}

std::size_t keyword_words(std::string_view statement, std::string_view first, std::string_view second) {
  const Block* block = find(statement);
  if (!block || !contains(block->keywords, first)) return 0;
  if (first == "deed") return second == "against" ? 2 : 1;
  if (first == "not") return second == "in" ? 2 : 1;
  bool graded = contains({"verb", "noun", "adjective", "judgement", "purpose", "degree"}, first);
  return graded && (second == "strong" || second == "weak") ? 2 : 1;
}

bool takes_free_words(std::string_view statement, std::string_view keyword) {
  return statement == "test" && contains({"title", "source", "speaker"}, keyword);
}

bool begins_a_statement(std::string_view word) {
  if (contains({"import", "phrase", "extend", "turn", "words", "group"}, word)) return true;
  return std::any_of(std::begin(blocks), std::end(blocks),
                     [&](const Block& block) { return block.statement == word || contains(block.keywords, word); });
}

}  // namespace demarche::dsl::format
