#pragma once
#include "engine/mention/sentence.hpp"

// One-letter parts of people's names: George W. Bush, S Jaishankar.
namespace demarche::mention {

// True when this token is one capital letter, which may be an initial: "W" in "George W. Bush". "I" is the pronoun.
bool is_initial(const SentenceView& view, std::uint32_t token);

// True when this token is the full stop of an initial.
bool ends_initial(const SentenceView& view, std::uint32_t token);

// Where the name goes on behind the initials that begin at `at`; `at` itself when none do.
std::uint32_t behind_initials(const SentenceView& view, std::uint32_t at);

}  // namespace demarche::mention
