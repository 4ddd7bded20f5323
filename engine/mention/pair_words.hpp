#pragma once
#include "engine/mention/sentence.hpp"

// Words that mean one of two, or both of them, by what was said before.
namespace demarche::mention {

enum class PairWord : std::uint8_t {
  none,
  former,       // the former
  latter,       // the latter
  guest,        // the guest, his visitor
  host,         // the host, his host
  counterpart,  // his counterpart, his visiting colleague
};

// What the word at this token says of which of two is meant.
PairWord pair_word(const SentenceView& view, std::uint32_t token);

// "his counterparts from Mali and Chad": several who are met.
bool are_counterparts(const SentenceView& view, std::uint32_t token);

// "the former hailed", "his visiting counterpart": where the phrase for one of two ends that begins here, behind its
// article; 0 when none does. Uses roles.
std::uint32_t end_of_one_of_two(const SentenceView& view, const Lexis& lexis, std::uint32_t at);

// "the two called for", "both welcomed": the number alone stands for the two. `at` is the number.
bool is_number_of_two(const SentenceView& view, const Lexis& lexis, std::uint32_t at);

// A number, in digits or in words, or a word that stands in place of one: "three", "several", "other".
bool is_number(const SentenceView& view, std::uint32_t token);

// "the presidents of the two countries": where the words for those several end that "of" leads to; 0 when it leads to
// none. Uses roles.
std::uint32_t end_behind_several(const SentenceView& view, std::uint32_t of);

}  // namespace demarche::mention
