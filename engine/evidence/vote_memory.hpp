#pragma once
#include <cstdint>
#include <vector>

#include "engine/evidence/settle.hpp"

namespace demarche::evidence {

// The one text of a document that was tabled or voted on last, and what it wants: "a draft resolution demanding a
// truce". Sentences behind it speak of "the draft", or of votes that name no text: "Norway voted in favour".
class VoteMemory {
 public:
  explicit VoteMemory(const mention::Lexis& lexis) : lexis_(lexis) {}

  // Sentences over which a vote may be one on the text told before.
  static constexpr std::uint32_t farthest = 3;

  // True when the sentence has a word of votes, or of what is voted on.
  static bool speaks_of_vote(const mention::SentenceView& view);

  // Adds issue matches for the nouns that mean the text told before.
  void take_up(mention::SentenceView& view, std::uint32_t sentence);
  // What the votes of the sentence are on. Reads the text that the sentence itself tells of, too, so its words of
  // stance must be known. Ballots on a text told before count on stand_in, which comes next.
  const std::vector<Ballot>& read(const mention::SentenceView& view, std::uint32_t sentence);
  // Adds the issue matches of the ballots that votes naming no text are on, behind all others and out of their order,
  // so that whoever reads the sentence by its issues is through with it.
  void stand_in(mention::SentenceView& view) const;
  bool stands_in() const { return !unnamed_.empty(); }  // of the sentence taken up last
  // "The Council adopted the draft", "brought the text back": what is done with a text tells nobody's side.
  void drop_deeds(const mention::SentenceView& view, std::vector<Candidate>& candidates) const;
  // Takes these matches away again where nobody's vote was told, and what was rejected for their sake.
  static void close(mention::SentenceView& view, const std::vector<Statement>& statements,
                    std::vector<Rejected>& rejected);

 private:
  struct Wanted {
    std::uint32_t issue = 0;    // into Program::issues
    std::uint32_t pattern = 0;  // into Issue::patterns
    int sign = +1;
  };

  bool is_text(const mention::SentenceView& view, std::uint32_t token) const;
  bool means_text(const mention::SentenceView& view, std::uint32_t noun) const;
  bool names_other(const mention::SentenceView& view, std::uint32_t noun) const;
  std::vector<Ballot> wanted_by(const mention::SentenceView& view, std::uint32_t noun) const;
  void remember(const mention::SentenceView& view, const std::vector<Ballot>& told);

  const mention::Lexis& lexis_;
  std::vector<Wanted> wanted_;                // by the one text, an entry an issue
  std::uint32_t sentence_ = 0;                // that spoke of it last
  std::vector<mention::IssueMatch> unnamed_;  // that stand in for votes naming no text
  std::vector<std::uint32_t> nouns_;          // the tokens that take the text up
  std::vector<Ballot> ballots_;               // of the sentence that is read
};

}  // namespace demarche::evidence
