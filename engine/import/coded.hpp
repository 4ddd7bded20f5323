#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/evidence/record.hpp"

// What people coded by hand with another tool, as that tool has it: before its names become our actors and issues.
namespace demarche::import {

struct CodedDocument {
  std::string id;
  std::string title;
  std::string source;
  std::string url;
  std::optional<Date> date;
  std::string text;  // empty when the tool's file does not hold it
};

struct CodedStatement {
  std::string place;      // where it stands, for messages: "statement 12", "line 3"
  std::string document;   // id
  evidence::Range range;  // code points into the document's text
  std::string words;      // the passage; empty when the file does not hold it
  std::string actor;      // as the coder wrote it: an organisation, a country, a person
  std::string speaker;    // a person, besides the actor
  std::string concept_;   // what is agreed with or not
  bool agrees = true;
};

struct Coded {
  std::vector<CodedDocument> documents;    // sorted by id
  std::vector<CodedStatement> statements;  // in the order of the file
  std::vector<std::string> left_out;  // what could not be taken over, one line each: "statement 12: it has no concept"
};

// Which variables of the other tool say what; an empty name is looked for among the usual ones.
struct Variables {
  std::string actor;
  std::string speaker;
  std::string issue;
  std::string agreement;
};

// yes, true, 1, agree, support, + ... and their opposites, whatever the case. Nothing for all else.
std::optional<bool> parse_agreement(std::string_view text);
// 2005-01-26, 26.01.2005, 26/01/2005, 26-01-2005, each also with a time behind it.
std::optional<Date> parse_any_date(std::string_view text);
// Letters and digits with hyphens between: what an id of ours may look like. Never empty.
std::string id_from(std::string_view words);
std::string lower_ascii(std::string_view text);
// Sorts documents by id, and counts the code points that `begin`..`end` UTF-16 units of a text are.
void sort_documents(Coded& coded);
evidence::Range range_from_utf16(std::string_view text, std::int64_t begin, std::int64_t end);
// The code points of a range, as UTF-8.
std::string_view words_of(std::string_view text, evidence::Range range);

}  // namespace demarche::import
