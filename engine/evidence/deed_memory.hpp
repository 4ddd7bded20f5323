#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/evidence/settle.hpp"

namespace demarche::evidence {

// What the sentences of a document tell that somebody did, judged or proposed, for the nouns that take it up: "the
// move", "this decision", "such measures", "the idea". The noun stands for the issue, on the side of the deed.
class DeedMemory {
 public:
  explicit DeedMemory(const mention::Lexis& lexis) : lexis_(lexis) {}

  // Sentences over which a noun may take up a deed.
  static constexpr std::uint32_t farthest = 2;

  // True when the sentence has a noun that may take up what was told before.
  bool may_take_up(const mention::SentenceView& view) const;
  // Adds issue matches for the nouns that take up the one thing that was told before.
  void take_up(mention::SentenceView& view, std::uint32_t sentence);
  // The same for a deed that the sentence itself tells behind the noun: "This decision ..., X said after Y had ...".
  // True when there is one.
  bool take_up_own(mention::SentenceView& view, const std::vector<Candidate>& candidates);
  // Drops what the nouns cannot mean: words of the doer against his own deed, and a side on what was half done.
  void drop_misread(const mention::SentenceView& view, std::vector<Candidate>& candidates) const;
  // Keeps what the sentence told.
  void note(const SentenceInput& in, std::uint32_t sentence, const std::vector<Candidate>& candidates,
            const std::vector<Rejected>& rejected);

  enum class What : std::uint8_t {
    deed,      // done
    decided,   // told by the text itself as what somebody wants or decides
    judged,    // condemned by somebody: the deed of others
    proposed,  // wanted
  };
  struct Told {
    std::uint32_t issue = 0;
    std::uint32_t pattern = 0;
    int sign = +1;
    What what = What::deed;
    std::uint32_t sentence = 0;
    std::vector<lexicon::ActorIndex> doers;  // of a deed, when they are known
    std::string_view verb;                   // the beginning of the verb that told it, for its own nouns alone
  };

 private:
  bool takes_up(const mention::SentenceView& view, std::uint32_t noun, const Told& told) const;
  void take(mention::SentenceView& view, const Told& told);
  void add(mention::SentenceView& view, const Told& told, std::uint32_t begin, std::uint32_t end) const;
  std::uint32_t behind_possessive(const mention::SentenceView& view) const;

  const mention::Lexis& lexis_;
  std::optional<Told> told_;
  std::optional<Told> named_;         // the one issue that the sentence before named
  std::optional<Told> taken_;         // in the sentence that is read
  std::vector<std::uint32_t> nouns_;  // the tokens that take it up
};

}  // namespace demarche::evidence
