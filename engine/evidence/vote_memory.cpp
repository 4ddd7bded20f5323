#include "engine/evidence/vote_memory.hpp"

#include <algorithm>

namespace demarche::evidence {

using mention::IssueMatch;
using mention::SentenceView;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

constexpr std::uint32_t longest_description = 4;  // words between "the" and "resolution"

// "the resolution on fishing", "the draft deal", "the resolution 2231": what follows says which.
bool goes_on(const SentenceView& view, std::uint32_t token) {
  if (token >= view.size()) return false;
  const Token& next = view.tokens[token];
  if (next.has(Token::number) || view.raw(token) == "(") return true;
  if (next.has(Token::punctuation)) return view.raw(token) == "-" && !next.has(Token::spaced_dash);
  if (view.is(token, WordRole::complementiser) || view.is(token, WordRole::relative)) return true;
  if (view.tags[token] == Tag::ing || view.tags[token] == Tag::infinitive || view.raw(token) == "to") return true;
  if (view.is(token, WordRole::preposition))
    return view.raw(token) == "on" || view.raw(token) == "of" || view.raw(token) == "for" ||
           view.raw(token) == "against" || view.raw(token) == "about" || view.raw(token) == "regarding";
  const bool noun = view.tags[token] == Tag::other || view.tags[token] == Tag::noun;
  return noun && view.is_content(token) && !view.tokens[token].has(Token::capitalised);
}

// Where the words begin that tell what a text wants, right behind its noun: "demanding", "that calls for", ", which
// would lift".
std::uint32_t begin_of_content(const SentenceView& view, std::uint32_t noun) {
  std::uint32_t at = noun + 1;
  if (at + 1 < view.size() && view.raw(at) == "," && view.is(at + 1, WordRole::relative)) ++at;
  // "a resolution by Algeria that demands", "a draft submitted by Mali demanding"
  if (at < view.size() && (view.is(at, WordRole::relative) || view.is(at, WordRole::complementiser))) ++at;
  while (at < view.size() &&
         (view.tags[at] == Tag::auxiliary || view.is(at, WordRole::degree_adverb) || view.raw(at) == "to"))
    ++at;
  return at;
}

// "passed a bill imposing sanctions", "vetoed a draft lifting them": a deed that holds the text; 0 for none of a side.
int sign_by_deed(const SentenceView& view, const mention::Lexis& lexis, const IssueMatch& deed) {
  const mention::HeadMatch* head = view.head_at(deed.begin);
  if (head && lexis.program.stances[head->stance].sign < 0) return -deed.side;
  const mention::TurnMatch* turn = turn_at(view.turns, deed.begin);
  return turn && turn->sign < 0 ? -deed.side : deed.side;
}

}  // namespace

bool VoteMemory::speaks_of_vote(const SentenceView& view) {
  for (std::uint32_t t = 0; t < view.size(); ++t)
    if (view.is(t, WordRole::voting)) return true;
  return false;
}

// "resolution", "draft"; not the words of voting itself.
bool VoteMemory::is_text(const SentenceView& view, std::uint32_t token) const {
  if (!view.is(token, WordRole::voting) || view.tags[token] == Tag::finite) return false;
  const text::WordId word = view.tokens[token].word;
  return view.is(token, WordRole::proposal_noun) || word >= lexis_.word_verb_forms.size() ||
         lexis_.word_verb_forms[word] == 0;
}

// "the resolution", "this draft", "the Algerian-drafted text": nothing says that it is another one.
bool VoteMemory::means_text(const SentenceView& view, std::uint32_t noun) const {
  if (!is_text(view, noun) || goes_on(view, noun + 1)) return false;
  for (std::uint32_t at = noun; at > 0 && noun - at <= longest_description; --at) {
    const std::string_view before = lexis_.vocabulary.text(view.tokens[at - 1].word);
    if (before == "the" || before == "this") return true;
    if (before == "that") return !view.is(at - 1, WordRole::complementiser) || at == noun;
    if (view.is(at - 1, WordRole::selecting) || view.is(at - 1, WordRole::ordinal)) return false;
    const bool describes =
        view.is_content(at - 1) || view.is(at - 1, WordRole::proposal_noun) || view.raw(at - 1) == "-";
    if (!describes || view.tags[at - 1] == Tag::finite) return false;
  }
  return false;
}

// "a rival draft", "Russia's text", "another resolution": votes behind it may be on this one.
bool VoteMemory::names_other(const SentenceView& view, std::uint32_t noun) const {
  return is_text(view, noun) && !is_text(view, noun + 1) && !means_text(view, noun);
}

// What the text wants of the issues behind its noun; none where the words do not tell a side: "a resolution on the
// embargo".
std::vector<Ballot> VoteMemory::wanted_by(const SentenceView& view, std::uint32_t noun) const {
  for (std::uint32_t m = 0; m < view.issues.size(); ++m) {
    const IssueMatch& match = view.issues[m];
    if (match.deed && match.begin < noun && noun + 1 != match.end && noun <= match.end)
      return {{m, sign_by_deed(view, lexis_, match)}};  // "vetoed a truce resolution"
  }
  const std::uint32_t begin = begin_of_content(view, noun);
  if (begin >= view.size()) return {};
  int sign = +1;
  std::uint32_t walk = begin;
  const mention::HeadMatch* head = view.head_at(begin);
  if (head && view.tags[begin] == Tag::finite) {
    sign = lexis_.program.stances[head->stance].sign;
    walk = head->end;
  }
  std::vector<Ballot> found;
  for (const Target& target : targets_from(view, lexis_, walk, nullptr)) {
    const IssueMatch& match = view.issues[target.match];
    const bool led =
        walk > begin || !target.turnings.empty() || match.begin == begin || match.side < 0 || view.raw(begin) == "for";
    if (!led || sign == 0) continue;
    found.push_back({target.match, sign * target.sign});
  }
  return found;
}

void VoteMemory::take_up(SentenceView& view, std::uint32_t sentence) {
  unnamed_.clear();
  nouns_.clear();
  if (wanted_.empty() || sentence > sentence_ + farthest || !speaks_of_vote(view)) return;
  for (std::uint32_t t = 1; t < view.size(); ++t) {
    if (!names_other(view, t)) continue;
    const bool of_own = std::any_of(view.issues.begin(), view.issues.end(),
                                    [t](const IssueMatch& match) { return match.begin <= t && t < match.end; });
    if (!of_own) return wanted_.clear();
  }
  for (const Wanted& wanted : wanted_) {
    IssueMatch match;
    match.issue = wanted.issue;
    match.pattern = wanted.pattern;
    match.side = wanted.sign;
    auto stands = [&](const IssueMatch& other) { return other.issue == wanted.issue; };
    if (std::any_of(view.issues.begin(), view.issues.end(), stands)) continue;
    const std::vector<IssueMatch> own = view.issues;
    for (std::uint32_t t = 1; t < view.size(); ++t) {
      // "the bill in conflict with the treaty": what the clause says of it is another matter.
      const bool other = std::any_of(own.begin(), own.end(), [&](const IssueMatch& issue) {
        return view.clause_of[issue.begin] == view.clause_of[t];
      });
      if (other || !means_text(view, t)) continue;
      match.begin = t;
      match.end = t + 1;
      nouns_.push_back(t);
      view.issues.insert(std::upper_bound(view.issues.begin(), view.issues.end(), match,
                                          [](const IssueMatch& a, const IssueMatch& b) { return a.begin < b.begin; }),
                         match);
    }
    match.begin = view.size() - 1;
    match.end = view.size();
    match.of_vote = true;
    unnamed_.push_back(match);
  }
  sentence_ = sentence;
}

const std::vector<Ballot>& VoteMemory::read(const SentenceView& view, std::uint32_t sentence) {
  ballots_.clear();
  for (std::uint32_t m = 0; m < unnamed_.size(); ++m)
    ballots_.push_back({static_cast<std::uint32_t>(view.issues.size()) + m, unnamed_[m].side});
  if (!speaks_of_vote(view)) return ballots_;
  std::vector<Ballot> told;
  bool other = false;
  for (std::uint32_t t = 0; t < view.size(); ++t) {
    if (!is_text(view, t) || is_text(view, t + 1)) continue;
    std::vector<Ballot> wanted = wanted_by(view, t);
    // Two texts in a sentence: votes behind them may be on either.
    if (!wanted.empty() && !told.empty()) return wanted_.clear(), ballots_;
    other = other || names_other(view, t);
    if (!wanted.empty()) told = std::move(wanted);
  }
  if (!told.empty()) {
    remember(view, told);
    sentence_ = sentence;
    ballots_ = std::move(told);
    unnamed_.clear();
  } else if (other) {
    wanted_.clear();
  }
  return ballots_;
}

void VoteMemory::stand_in(SentenceView& view) const {
  view.issues.insert(view.issues.end(), unnamed_.begin(), unnamed_.end());
}

void VoteMemory::remember(const SentenceView& view, const std::vector<Ballot>& told) {
  wanted_.clear();
  for (const Ballot& ballot : told) {
    const IssueMatch& match = view.issues[ballot.issue_match];
    wanted_.push_back({match.issue, match.pattern, ballot.sign});
  }
}

void VoteMemory::drop_deeds(const SentenceView& view, std::vector<Candidate>& candidates) const {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    const std::uint32_t place = view.issues[candidate.issue_match].begin;
    return candidate.kind == Kind::act && std::find(nouns_.begin(), nouns_.end(), place) != nouns_.end();
  });
}

void VoteMemory::close(SentenceView& view, const std::vector<Statement>& statements, std::vector<Rejected>& rejected) {
  auto is_for_votes = [&view](std::uint32_t match) { return view.issues[match].of_vote; };
  if (std::any_of(statements.begin(), statements.end(),
                  [&](const Statement& statement) { return is_for_votes(statement.candidate.issue_match); }))
    return;
  std::erase_if(rejected, [&](const Rejected& item) { return is_for_votes(item.issue_match); });
  std::erase_if(view.issues, [](const IssueMatch& match) { return match.of_vote; });
}

}  // namespace demarche::evidence
