#pragma once
#include "engine/why/sandbox.hpp"

// Which words an author could mean. A change that helps this one text and would turn others upside down is no help:
// `verb say` makes every speech a statement of position.
namespace demarche::why {

// Words that may become an entry of a stance of that sign: one of them says something by itself, none is a name, and
// none is a word of the other side.
bool may_be_entry(const Seen& seen, const mention::Lexis& lexis, int sign, std::uint32_t begin, std::uint32_t end);

// Words that may turn or keep the sense on the way to an issue.
bool may_be_turn(const Seen& seen, std::uint32_t begin, std::uint32_t end);

// Words that may stand for an issue: two of content, or one that no rule knows yet.
bool may_be_issue(const Seen& seen, std::uint32_t begin, std::uint32_t end, bool deed);

}  // namespace demarche::why
