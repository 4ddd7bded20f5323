#pragma once
#include "engine/why/sandbox.hpp"
#include "engine/why/why_not.hpp"

namespace demarche::why {

// Where an expectation failed in one reading of the text.
struct Finding {
  static constexpr std::size_t no_sentence = static_cast<std::size_t>(-1);

  Stage stage = Stage::issue;
  std::string reason;
  std::size_t sentence = no_sentence;  // into Reading::sentences
  std::uint32_t begin = 0;             // tokens that the reason speaks of, half open; empty: the whole sentence
  std::uint32_t end = 0;
  std::uint32_t issue_begin = 0;  // tokens of the issue's match there; empty when it has none
  std::uint32_t issue_end = 0;
  std::uint32_t head_begin = 0;  // tokens of the stance word; empty when there is none
  std::uint32_t head_end = 0;
  std::string guard;  // the id of the rule that vetoed
};

// The stage that got farthest, over all sentences.
Finding diagnose(const Reading& reading, const Sandbox& sandbox, const Wanted& wanted);

// The sign of a stance of the rules; nothing when there is no such stance.
std::optional<int> sign_of(const program::Program& program, const std::string& stance);

}  // namespace demarche::why
