#include "engine/evidence/reader.hpp"

#include <algorithm>
#include <set>

#include "engine/corpus/html_tags.hpp"
#include "engine/evidence/coding.hpp"
#include "engine/evidence/companions.hpp"
#include "engine/evidence/deed_memory.hpp"
#include "engine/evidence/later_speaker.hpp"
#include "engine/evidence/opinion.hpp"
#include "engine/evidence/pronoun_memory.hpp"
#include "engine/evidence/repeated_sentences.hpp"
#include "engine/evidence/rule_words.hpp"
#include "engine/evidence/sentence_text.hpp"
#include "engine/evidence/settle.hpp"
#include "engine/evidence/title.hpp"
#include "engine/evidence/turns.hpp"
#include "engine/evidence/undated_offices.hpp"
#include "engine/evidence/uses.hpp"
#include "engine/evidence/vote_memory.hpp"
#include "engine/holder/actor_lists.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/mention/issue_memory.hpp"
#include "engine/text/offsets.hpp"

namespace demarche::evidence {

using mention::SentenceView;
using program::WordRole;
using text::Token;

namespace {

// What the first look at a sentence finds: whether it is worth reading closely.
struct Glance {
  std::vector<mention::RoleBits> roles;
  std::vector<std::uint8_t> role_lengths;
  std::vector<mention::IssueMatch> issues;
  bool takes_up = false;  // a noun of it may stand for what the sentence before told
};

// One sentence that holds an issue, kept until all sentences have told who speaks.
struct Kept {
  std::uint32_t index = 0;
  SentenceView view;
  holder::Discourse before;  // what was known when the sentence began
  holder::SentenceVoices voices;
};

class Reader {
 public:
  Reader(const corpus::Document& document, const mention::Lexis& lexis, const RuleIndex& rules,
         const ReadOptions& options)
      : document_(document), lexis_(lexis), rules_(rules), options_(options), offsets_(document.text) {}

  DocumentResult run() {
    fill_head();
    tokenise();
    find_names();
    if (!document_.date) introduce_who_holds_no_office(plain_, document_.text, lexis_, people_);
    find_issues();
    read_sentences();
    if (opinion_.found())
      for (Kept& kept : kept_) kept.before.note_opinion();
    for (Kept& kept : kept_) code(kept);
    finish();
    return std::move(result_);
  }

 private:
  void fill_head() {
    result_.doc = document_.id;
    result_.title = document_.title;
    result_.date = document_.date;
    result_.source = document_.source;
    result_.url = document_.url;
    result_.speaking = document_.speaking;
    result_.code_points = offsets_.code_points();
    people_.date = document_.date;
    workspace_.keep_excluded = options_.trace;
  }

  void tokenise() {
    std::vector<text::ByteRange> skipped;
    std::vector<text::ByteRange> headings;
    for (const auto& range : document_.skipped) skipped.push_back({range.begin, range.end});
    for (const auto& range : document_.headings) headings.push_back({range.begin, range.end});
    std::vector<text::CharacterReference> references;
    for (const auto& reference : document_.references)
      references.push_back({reference.begin, reference.end, reference.character});
    text::TextInput input{
        document_.text, {document_.body.begin, document_.body.end}, skipped, headings, document_.breaks, references};
    text_ = text::tokenise(input, lexis_.vocabulary,
                           [this](text::WordId word) { return lexis_.has_role(word, WordRole::abbreviation); });
    result_.sentences = static_cast<std::uint32_t>(text_.sentences.size());
  }

  void find_names() {
    plain_.reserve(text_.sentences.size());
    for (const text::Sentence& sentence : text_.sentences) {
      PlainSentence& plain = plain_.emplace_back();
      plain.tokens = {text_.tokens.data() + sentence.first, sentence.last - sentence.first};
      plain.paragraph = sentence.paragraph;
      lexis_.names.find(plain.tokens, plain.names);
      for (const mention::NameHit& hit : plain.names)
        for (std::uint32_t e = 0; e < hit.entry_count; ++e)
          if (auto actor = lexis_.names.entry(hit.first_entry + e).actor; actor != lexicon::none)
            mentioned_.insert(actor);
    }
  }

  void place(SentenceView& view, std::uint32_t s) const {
    view.tokens = plain_[s].tokens;
    view.sentence = &text_.sentences[s];
    view.bytes = document_.text;
    view.names = plain_[s].names;
  }

  void find_issues() {
    Conditions conditions(lexis_, document_.text, plain_, document_.date);
    glances_.resize(plain_.size());
    SentenceView view;
    for (std::uint32_t s = 0; s < plain_.size(); ++s) {
      place(view, s);
      mention::find_roles(view, lexis_, workspace_);
      turns_.look(view);
      mention::find_issues(view, lexis_, document_.date, workspace_);
      drop_unmet(view, s, conditions);
      mention::drop_enclosed(view, lexis_, workspace_);
      memory_.note(view, s);
      memory_.add_repeats(view, s);
      memory_.add_possessives(view);
      for (const mention::ExcludedMatch& excluded : view.excluded)
        note_vetoes(placed(view, {use_of_exclusion(view, lexis_, document_.date, excluded)}));
      const bool follows = sentences_with_issues_ > 0 && s < end_of_issues_ + DeedMemory::farthest;
      const bool votes = VoteMemory::speaks_of_vote(view) && (!view.issues.empty() || s <= end_of_votes_);
      const bool deed = follows && deeds_.may_take_up(view);
      const bool takes_up = votes || deed || (s > 0 && s == end_of_kept_ && pronouns_.may_take_up(view));
      if (votes) end_of_votes_ = s + VoteMemory::farthest;
      if (!view.issues.empty() || deed) end_of_issues_ = s + 1;
      if (!view.issues.empty() || takes_up) {
        end_of_kept_ = s + 1;
        ++sentences_with_issues_;
      }
      glances_[s] = {std::move(view.roles), std::move(view.role_lengths), std::move(view.issues), takes_up};
    }
  }

  // Behind the last issue only the speaker of a quote that is still open is of interest.
  void read_sentences() {
    holder::Discourse discourse;
    for (const std::string& id : document_.speaking)
      if (auto actor = lexis_.actors.find(id); actor != lexicon::none) discourse.speaking.push_back(actor);
    const Title title = read_title(document_, lexis_, workspace_);
    // "Joint statement by A and B" is B's own voice, too, wherever it was published.
    if (discourse.speaking.empty() || (title.joint && holder::holds_all(title.speaking, discourse.speaking)))
      discourse.speaking = title.speaking;
    // "Readout of the president's call with ...": "the leaders" are those of the title.
    if (title.named.size() > 1 && !discourse.speaking.empty() && holder::holds_all(title.named, discourse.speaking)) {
      discourse.group.outcome = holder::Holder::Outcome::found;
      discourse.group.actors = title.named;
      discourse.group.how = "named in the title";
      discourse.titled = title.named;
    }
    turns_.headed(title.named, document_.title);
    std::sort(discourse.speaking.begin(), discourse.speaking.end());
    discourse.document_speaker = document_.speaker;
    kept_.reserve(sentences_with_issues_);
    auto waits = [this] { return !pending_.empty() || !headings_.empty() || options_.watch; };
    Kept sentence;  // its memory serves for one sentence after the other
    for (std::uint32_t s = 0; s < plain_.size() && (s < end_of_kept_ || waits()); ++s)
      read_sentence(s, sentence, discourse);
  }

  void read_sentence(std::uint32_t s, Kept& kept, holder::Discourse& discourse) {
    kept.index = s;
    SentenceView& view = kept.view;
    place(view, s);
    view.roles = std::move(glances_[s].roles);
    view.role_lengths = std::move(glances_[s].role_lengths);
    view.issues = std::move(glances_[s].issues);
    if (starts_paragraph(s) && !view.tokens[0].has(Token::opens_quote)) discourse.quote_open = false;
    mention::find_mentions(view, lexis_, people_);
    mention::find_tags(view, lexis_);
    mention::find_examples(view, lexis_);
    mention::find_clauses(view, lexis_);
    turns_.enter(s, view, discourse);
    holder::HolderFinder finder(view, lexis_, discourse);
    kept.voices = finder.find_voices();
    finder.use(&kept.voices);
    const bool keeps = !view.issues.empty() || glances_[s].takes_up;
    if (keeps) kept.before = discourse;
    bool quote_stays_open = discourse.quote_open;
    const std::vector<bool> quoted = holder::quoted_tokens(view, quote_stays_open);
    note_pending(kept, discourse, quoted, quote_stays_open);
    bool is_person = false;
    holder::Holder subject = finder.main_subject(is_person);
    if (options_.watch) options_.watch({view, kept.voices, subject});
    const bool reports = discourse.own_words == holder::Discourse::OwnWords::report && !turns_.in_interview();
    // What stands behind the last issue is read only now and then, so it must not decide what the text is.
    if (discourse.speaking.empty() && reports && s < end_of_issues_)
      opinion_.hear(view, kept.voices, discourse.quote_open);
    turns_.leave(s, view, kept.voices, finder);
    note_heading(kept, quoted, subject);
    discourse.quote_open = quote_stays_open;
    if (is_quoted_heading(view)) {  // it tells of nobody of whom "he" behind it could be said
      if (keeps) kept_.push_back(std::move(kept));
      return;
    }
    const holder::Meeting meeting = finder.meeting_told(subject, is_person);
    update(discourse, kept, quoted, subject, is_person);
    discourse.note_meeting(meeting);
    if (keeps) kept_.push_back(std::move(kept));
  }

  bool starts_paragraph(std::uint32_t s) const { return s == 0 || plain_[s].paragraph != plain_[s - 1].paragraph; }

  // Issues whose conditions do not hold here are no issues here.
  void drop_unmet(SentenceView& view, std::uint32_t s, Conditions& conditions) {
    std::erase_if(view.issues, [&](const mention::IssueMatch& match) {
      const program::Issue& issue = lexis_.program.issues[match.issue];
      std::uint32_t begin = 0;
      std::uint32_t end = view.size();
      bool needs = std::all_of(issue.needs.begin(), issue.needs.end(),
                               [&](const auto& need) { return conditions.holds_all(need, s, begin, end); });
      bool after =
          issue.after.empty() || std::any_of(issue.after.begin(), issue.after.end(), [&](const auto& condition) {
            return std::any_of(condition.patterns.begin(), condition.patterns.end(),
                               [&](const auto& pattern) { return conditions.found_before(pattern, s); });
          });
      bool vetoed = std::any_of(issue.unless.begin(), issue.unless.end(),
                                [&](const auto& guard) { return conditions.holds_any(guard, s, begin, end); });
      if (needs && after && !vetoed) return false;
      silence(view, {}, match.issue, vetoed ? Reason::unless_guard : Reason::needs_unmet, {});
      if (options_.trace) {
        result_.silences.back().uses = placed(view, uses_of_unmet(conditions, issue, match, {s, begin, end}, vetoed));
        note_vetoes(result_.silences.back().uses);
      }
      return true;
    });
  }

  // A quote whose speaker is named only in a later sentence: "A. B," X said.
  void note_pending(const Kept& kept, const holder::Discourse& discourse, const std::vector<bool>& quoted,
                    bool quote_stays_open) {
    const holder::Voice* claimed = claiming_voice(kept.voices, quoted);
    if (discourse.quote_open && claimed && !pending_.empty()) give_to(pending_, claimed->holder);
    if (!discourse.quote_open || claimed) pending_.clear();
    if (quote_stays_open && !claimed && !kept.view.issues.empty()) pending_.push_back(kept.index);
  }

  void give_to(const std::vector<std::uint32_t>& sentences, const holder::Holder& speaker) {
    for (Kept& earlier : kept_)
      if (std::find(sentences.begin(), sentences.end(), earlier.index) != sentences.end())
        give_quote_to(earlier.view, earlier.before.quote_open, speaker, earlier.voices);
  }

  // A cross-heading in quotes are the words of whoever speaks behind it, not of whoever spoke before.
  void note_heading(const Kept& kept, const std::vector<bool>& quoted, const holder::Holder& subject) {
    if (is_quoted_heading(kept.view)) return headings_.push_back(kept.index);
    if (headings_.empty()) return;
    const holder::Voice* voice = claiming_voice(kept.voices, quoted);
    const holder::Holder& speaker = voice ? voice->holder : subject;
    if (speaker.outcome != holder::Holder::Outcome::unknown) give_to(headings_, speaker);
    headings_.clear();
  }

  void update(holder::Discourse& discourse, const Kept& sentence, const std::vector<bool>& quoted,
              const holder::Holder& subject, bool is_person) const {
    const SentenceView& view = sentence.view;
    const holder::SentenceVoices& voices = sentence.voices;
    for (const holder::Voice& voice : voices.voices) {
      if (voice.parent >= 0 || voice.holder.outcome == holder::Holder::Outcome::unknown) continue;
      // Whom a quote tells of does not speak it.
      if (quoted[voice.verb] && voice.holder.how != std::string_view("the quote's speaker")) continue;
      discourse.note_voice(voice.holder);
    }
    discourse.note_officials(view, lexis_.actors);
    discourse.note_home(view);
    holder::Holder kept = subject;
    kept.begin = kept.end = 0;
    discourse.note_papers(view, spoken_first(voices, kept));
    discourse.note_subject(kept, is_person, holder::is_told_in_quote(quoted, subject));
    discourse.last = kept;
    for (const holder::Voice& voice : voices.voices)
      if (voice.parent < 0 && !discourse.last.found()) discourse.last = voice.holder;
    discourse.last.begin = discourse.last.end = 0;
  }

  // Who says what the sentence reports, else its subject.
  static holder::Holder spoken_first(const holder::SentenceVoices& voices, const holder::Holder& subject) {
    for (const holder::Voice& voice : voices.voices)
      if (voice.parent < 0 && voice.holder.found() && voice.holder.how != std::string_view("author"))
        return voice.holder;
    return subject;
  }

  void code(Kept& kept) {
    deeds_.take_up(kept.view, kept.index);
    const bool names_issue = !kept.view.issues.empty();
    votes_.take_up(kept.view, kept.index);
    pronouns_.take_up(kept.view, kept.index, votes_.stands_in());
    if (kept.view.issues.empty() && !votes_.stands_in()) return;
    mention::find_stance_words(kept.view, lexis_, workspace_);
    holder::HolderFinder finder(kept.view, lexis_, kept.before);
    finder.use(&kept.voices);
    const PossiblePatterns patterns = rules_.possible_in(kept.view);
    const bool is_speech = !kept.before.speaking.empty();
    SentenceInput input{kept.view, lexis_, finder, kept.voices, patterns, is_speech, options_.trace};
    input.ballots = votes_.read(kept.view, kept.index);
    std::vector<Rejected> rejected;
    Found found = find_candidates(input, rejected);
    if (deeds_.take_up_own(kept.view, found.candidates)) {
      rejected.clear();
      input.ballots = votes_.read(kept.view, kept.index);
      found = find_candidates(input, rejected);
    }
    std::vector<Candidate> by_rules = find_rule_words(input, rules_, document_.date, rejected);
    votes_.stand_in(kept.view);
    add_companions(input, found, rejected);
    std::vector<Candidate>& candidates = found.candidates;
    for (Candidate& candidate : by_rules) candidates.push_back(std::move(candidate));
    deeds_.drop_misread(kept.view, candidates);
    votes_.drop_deeds(kept.view, candidates);
    pronouns_.drop_guessed(kept.view, candidates);
    if (names_issue || !candidates.empty()) deeds_.note(input, kept.index, candidates, rejected);
    if (!guards_) guards_.emplace(lexis_, document_.text, plain_, document_.date, issues_by_sentence());
    const std::vector<Candidate> watched = options_.watch_coding ? candidates : std::vector<Candidate>{};
    Settled settled = settle(input, rules_, *guards_, kept.index, document_.date, std::move(candidates), rejected);
    if (options_.watch_coding) options_.watch_coding({kept.index, input, watched, rejected, settled});
    pronouns_.note(kept.view, settled.statements, kept.index);
    for (Statement& statement : settled.statements) {
      add_record(kept.view, statement);
      if (options_.trace)
        result_.records.back().uses =
            placed(kept.view, uses_of(input, *guards_, kept.index, document_.date, statement));
    }
    votes_.close(kept.view, settled.statements, rejected);
    note_mentions(kept, finder);
    account(kept, finder, settled, rejected);
  }

  IssuesBySentence issues_by_sentence() const {
    IssuesBySentence issues(plain_.size());
    for (const Kept& kept : kept_) issues[kept.index] = &kept.view.issues;
    return issues;
  }

  Range range(const SentenceView& view, std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end || end > view.size()) return {};
    return {offsets_.code_point(view.tokens[begin].span.begin), offsets_.code_point(view.tokens[end - 1].span.end)};
  }

  // Token ranges to code points.
  std::vector<Use> placed(const SentenceView& view, std::vector<Use> uses) const {
    for (Use& use : uses) use.range = range(view, use.range.start, use.range.end);
    return uses;
  }

  void note_vetoes(const std::vector<Use>& uses) {
    result_.vetoes.insert(result_.vetoes.end(), uses.begin(), uses.end());
  }

  Range sentence_range(const SentenceView& view) const {
    Span span = text::sentence_span(text_, *view.sentence);
    return {offsets_.code_point(span.begin), offsets_.code_point(span.end)};
  }

  const std::string& actor_id(lexicon::ActorIndex actor) const { return lexis_.actors.actors[actor].id; }

  void add_record(const SentenceView& view, Statement& statement) {
    const Candidate& candidate = statement.candidate;
    Record record;
    record.doc = document_.id;
    record.date = document_.date;
    record.source = document_.source;
    record.sentence_range = sentence_range(view);
    record.match = range(view, candidate.begin, candidate.end);
    // "(Kenya), condemning ...": a sign in front is no part of the sentence as it is shown.
    record.match.start = std::max(record.match.start, record.sentence_range.start);
    record.sentence = sentence_text(document_, text::sentence_span(text_, *view.sentence));
    record.actor = actor_id(statement.actor);
    record.speaker =
        document_.references.empty() ? candidate.holder.speaker : corpus::decoded_text(candidate.holder.speaker);
    if (candidate.holder.via != lexicon::none) record.via = actor_id(candidate.holder.via);
    if (candidate.claimant != lexicon::none) record.claimant = actor_id(candidate.claimant);
    record.issue = lexis_.program.issues[view.issues[candidate.issue_match].issue].id;
    record.stance = candidate.sign > 0 ? Stance::support : candidate.sign < 0 ? Stance::oppose : Stance::neutral;
    record.strength = candidate.strength;
    record.kind = candidate.kind;
    record.mode = candidate.mode;
    record.rule = lexis_.program.rules[statement.rule].id;
    record.construction = candidate.construction >= 0
                              ? lexis_.program.constructions[static_cast<std::size_t>(candidate.construction)].id
                          : candidate.rule >= 0 ? ""
                                                : "deed";
    record.negated = candidate.negated;
    record.score = score_of(candidate);
    for (const Step& step : candidate.steps)
      record.trace.push_back({step.stage, range(view, step.range.start, step.range.end), step.text});
    if (options_.trace) record.trace.push_back({"rule", record.match, record.rule});
    result_.records.push_back(std::move(record));
  }

  void note_mentions(const Kept& kept, const holder::HolderFinder& finder) {
    std::set<lexicon::ActorIndex> actors;
    for (const mention::Mention& mention : kept.view.mentions)
      actors.insert(mention.actors.begin(), mention.actors.end());
    for (const mention::IssueMatch& match : kept.view.issues) {
      holder::Holder voice = finder.voice_at(match.begin);
      for (lexicon::ActorIndex actor : voice.actors) issue_mentions_.insert({actor, match.issue});
      for (lexicon::ActorIndex actor : actors) issue_mentions_.insert({actor, match.issue});
    }
  }

  void silence(const SentenceView& view, std::string actor, std::uint32_t issue, Reason reason, std::string detail) {
    result_.silences.push_back(
        {sentence_range(view), std::move(actor), lexis_.program.issues[issue].id, reason, std::move(detail)});
  }

  // Every issue of the sentence has evidence or a reason.
  void account(const Kept& kept, const holder::HolderFinder& finder, const Settled& settled,
               const std::vector<Rejected>& rejected) {
    std::set<std::uint32_t> coded;
    for (const Statement& statement : settled.statements)
      coded.insert(kept.view.issues[statement.candidate.issue_match].issue);
    std::set<std::uint32_t> told;
    for (const Rejected& item : rejected) {
      std::uint32_t issue = kept.view.issues[item.issue_match].issue;
      note_vetoes(placed(kept.view, item.uses));
      if (coded.count(issue) || !told.insert(issue).second) continue;
      silence(kept.view, item.actors.empty() ? "" : actor_id(item.actors[0]), issue, item.reason, item.detail);
      result_.silences.back().uses = placed(kept.view, item.uses);
    }
    for (const mention::IssueMatch& match : kept.view.issues) {
      if (coded.count(match.issue) || !told.insert(match.issue).second) continue;
      holder::Holder voice = finder.voice_at(match.begin);
      std::string actor;
      if (voice.found()) actor = actor_id(voice.actors[0]);
      for (const mention::Mention& mention : kept.view.mentions)
        if (actor.empty() && mention.is_holder() && !mention.actors.empty()) actor = actor_id(mention.actors[0]);
      silence(kept.view, actor, match.issue, actor.empty() ? Reason::no_holder : Reason::no_construction, {});
    }
  }

  void finish() {
    for (lexicon::ActorIndex actor : mentioned_) result_.mentioned.push_back(actor_id(actor));
    for (const std::string& id : document_.speaking) result_.mentioned.push_back(id);
    std::sort(result_.mentioned.begin(), result_.mentioned.end());
    result_.mentioned.erase(std::unique(result_.mentioned.begin(), result_.mentioned.end()), result_.mentioned.end());
    for (auto [actor, issue] : issue_mentions_)
      result_.issue_mentions.emplace_back(actor_id(actor), lexis_.program.issues[issue].id);
    std::sort(result_.issue_mentions.begin(), result_.issue_mentions.end());
    auto key = [](const auto& item) { return std::tie(item.sentence_range, item.actor, item.issue); };
    std::stable_sort(result_.records.begin(), result_.records.end(),
                     [&](const Record& a, const Record& b) { return key(a) < key(b); });
    drop_repeats(result_);
    std::stable_sort(result_.silences.begin(), result_.silences.end(),
                     [&](const Silence& a, const Silence& b) { return key(a) < key(b); });
  }

  const corpus::Document& document_;
  const mention::Lexis& lexis_;
  const RuleIndex& rules_;
  const ReadOptions& options_;
  text::OffsetMap offsets_;
  text::TokenisedText text_;
  std::vector<PlainSentence> plain_;
  std::vector<Glance> glances_;  // by sentence
  std::size_t sentences_with_issues_ = 0;
  std::uint32_t end_of_issues_ = 0;  // one behind the last sentence with an issue
  std::uint32_t end_of_kept_ = 0;    // one behind the last sentence that may take up an issue, too
  std::uint32_t end_of_votes_ = 0;   // the last sentence that may tell of votes on a text told before
  mention::PeopleInDocument people_;
  mention::Workspace workspace_{lexis_};
  mention::IssueMemory memory_{lexis_};
  DeedMemory deeds_{lexis_};
  VoteMemory votes_{lexis_};
  PronounMemory pronouns_{lexis_};
  Turns turns_;
  Opinion opinion_;
  std::optional<Conditions> guards_;
  std::vector<Kept> kept_;
  std::vector<std::uint32_t> pending_;   // sentences with an open quote and no speaker yet
  std::vector<std::uint32_t> headings_;  // cross-headings in quotes behind which nobody has spoken yet
  std::set<lexicon::ActorIndex> mentioned_;
  std::set<std::pair<lexicon::ActorIndex, std::uint32_t>> issue_mentions_;
  DocumentResult result_;
};

}  // namespace

DocumentResult read_document(const corpus::Document& document, const mention::Lexis& lexis, const RuleIndex& rules,
                             const ReadOptions& options) {
  return Reader(document, lexis, rules, options).run();
}

}  // namespace demarche::evidence
