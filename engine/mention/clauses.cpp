#include <algorithm>

#include "engine/mention/annotate.hpp"
#include "engine/mention/asides.hpp"
#include "engine/mention/initials.hpp"

namespace demarche::mention {

namespace {

using program::WordRole;
using text::Token;
using Kind = Clause::Kind;

bool is_predicate(Tag tag) { return tag == Tag::finite || tag == Tag::auxiliary; }

// Cuts a sentence where a stance word's reach ends: subordinators, relative pronouns, and commas or conjunctions that
// open a new finite or participle clause.
class Cutter {
 public:
  Cutter(SentenceView& view, const Lexis& lexis) : view_(view), lexis_(lexis) {
    comma_ = lexis.vocabulary.find(",");
    that_ = lexis.vocabulary.find("that");
  }

  void run() {
    view_.clauses.clear();
    begin_ = 0;
    kind_ = opening_kind(0);
    for (std::uint32_t i = 0; i < view_.size(); ++i) {
      if (view_.tokens[i].has(Token::spaced_dash))
        if (const std::uint32_t aside = aside_at(view_, i)) {
          i += aside - 1;
          continue;
        }
      Kind kind = Kind::main;
      std::uint32_t at = i;
      if (i > begin_ && opens(i, kind, at)) {
        close(at);
        kind_ = kind;
        i = at + words_of_opener(at);
      }
      if (view_.tags[i] == Tag::finite || view_.tags[i] == Tag::auxiliary) has_predicate_ = true;
    }
    close(view_.size());
    view_.clause_of.assign(view_.size(), 0);
    for (std::uint32_t c = 0; c < view_.clauses.size(); ++c)
      for (std::uint32_t t = view_.clauses[c].begin; t < view_.clauses[c].end; ++t) view_.clause_of[t] = c;
  }

 private:
  Kind opening_kind(std::uint32_t at) const {
    while (at < view_.size() && view_.tokens[at].has(Token::punctuation)) ++at;
    while (at < view_.size() && (view_.roles[at] & (role(WordRole::degree_adverb) | role(WordRole::booster)))) ++at;
    if (at >= view_.size()) return Kind::main;
    if (view_.is(at, WordRole::conditional) || is_inverted(at)) return Kind::conditional;
    // "despite the sanctions, Y ..." opens no clause of its own.
    if (view_.is(at, WordRole::clause_opener) ||
        (view_.is(at, WordRole::concession) && !view_.is(at, WordRole::preposition)))
      return Kind::subordinate;
    if (view_.tags[at] == Tag::ing || view_.tags[at] == Tag::participle) return Kind::participle;
    return Kind::main;
  }

  // "Should X invade", "were X to leave": the helping verb stands before its subject.
  bool is_inverted(std::uint32_t i) const {
    if (i + 2 >= view_.size() || view_.raw(view_.size() - 1) == "?") return false;
    std::string_view word = lexis_.vocabulary.text(view_.tokens[i].word);
    if (word != "should" && word != "had" && word != "were") return false;
    bool subject = view_.is(i + 1, WordRole::determiner) || view_.is(i + 1, WordRole::transparent) ||
                   (view_.mention_at(i + 1) && view_.mention_at(i + 1)->begin == i + 1);
    return subject && view_.tags[i + 1] != Tag::finite && view_.tags[i + 1] != Tag::auxiliary;
  }

  // "provided that": its "that" opens nothing more.
  std::uint32_t words_of_opener(std::uint32_t at) const {
    if (view_.role_lengths[at] < 2) return 0;
    const std::uint32_t last = at + view_.role_lengths[at] - 1;
    return view_.tokens[last].word == that_ ? last - at : 0;
  }

  bool follows_opener(std::uint32_t i) const {
    return i > 0 && (view_.tokens[i - 1].word == comma_ || view_.is(i - 1, WordRole::complementiser));
  }

  // "prices may rise should the measures return": behind a whole clause.
  bool follows_predicate(std::uint32_t i) const {
    return has_predicate_ && view_.raw(i) == "should" && view_.tags[i - 1] != Tag::auxiliary;
  }

  void close(std::uint32_t end) {
    if (end > begin_) view_.clauses.push_back({is_gerund() ? Kind::main : kind_, begin_, end});
    begin_ = end;
    has_predicate_ = false;
  }

  // "SINGAPORE — Ending it would ...", "Peru: Lifting them is ...": in front of the sign stands no verb.
  bool follows_label() const {
    if (begin_ == 0 || (!view_.tokens[begin_].has(Token::spaced_dash) && view_.raw(begin_) != ":")) return false;
    for (std::uint32_t t = 0; t < begin_; ++t)
      if (view_.tags[t] != Tag::other && view_.tags[t] != Tag::noun) return false;
    return true;
  }

  // "Pumping the country full of weapons prolongs the war": what opens the sentence is the subject of its verb.
  bool is_gerund() const {
    if (kind_ != Kind::participle || !has_predicate_) return false;
    const std::uint32_t first = first_word();
    if (begin_ > first || view_.tags[first] != Tag::ing) return false;
    std::uint32_t verb = first + 1;
    while (verb < view_.size() && !is_predicate(view_.tags[verb])) ++verb;
    // "Referring to talks intended to lift ..., X said": a past form may be a participle.
    return view_.tags[verb] == Tag::auxiliary || (lexis_.word_verb_forms[view_.tokens[verb].word] & form_s) != 0;
  }

  // True when a clause begins at `at` (the token that opens it, or the one behind the sign that parts).
  bool opens(std::uint32_t i, Kind& kind, std::uint32_t& at) const {
    const Token& token = view_.tokens[i];
    std::string_view sign = token.has(Token::punctuation) ? view_.raw(i) : std::string_view{};
    if (sign == ";" || sign == ":" || token.has(Token::spaced_dash)) {
      kind = opening_kind(i + 1);
      at = i;
      return true;
    }
    if (view_.is(i, WordRole::conditional) || ((follows_opener(i) || follows_predicate(i)) && is_inverted(i)))
      return kind = Kind::conditional, true;
    if (view_.is(i, WordRole::concession) && view_.is(i, WordRole::preposition)) return false;
    if (view_.is(i, WordRole::clause_opener) && view_.is(i, WordRole::preposition) &&
        !subject_with_verb(i + view_.role_lengths[i]) && !names_with_verb(i + view_.role_lengths[i]))
      return false;
    if (view_.is(i, WordRole::clause_opener) && view_.is(i, WordRole::preposition) && follows_gerund(i)) return false;
    if (view_.is(i, WordRole::clause_opener) && stands_beside_verb(i)) return false;
    if (view_.is(i, WordRole::clause_opener) || view_.is(i, WordRole::concession)) {
      // "while supporting": a participle clause of its own subject
      kind = Kind::subordinate;
      return true;
    }
    if (token.word == that_ && that_ != 0) return opens_with_that(i, kind);
    if (view_.is(i, WordRole::complementiser) && view_.role_lengths[i] > 0 && follows_verb(i))
      return kind = Kind::complement, true;
    if (view_.is(i, WordRole::relative) || tells_of_issue(i)) return kind = Kind::relative, true;
    if (token.word == comma_ || view_.is(i, WordRole::conjunction)) return opens_after_join(i, kind);
    if (reports_without_that(i)) return kind = Kind::complement, true;
    return false;
  }

  // "Recognising it as a state would surprise voters, she said": no verb is left for a main clause but the one behind
  // the word, so what opens the sentence is its subject.
  bool follows_gerund(std::uint32_t i) const {
    if (kind_ != Kind::participle || has_predicate_ || view_.tags[first_word()] != Tag::ing || begin_ > first_word())
      return false;
    std::uint32_t verb = i;
    while (verb < view_.size() && !is_predicate(view_.tags[verb])) ++verb;
    std::uint32_t comma = verb;
    while (comma < view_.size() && view_.tokens[comma].word != comma_) ++comma;
    return verb < view_.size() && (comma == view_.size() || only_attributes(comma + 1));
  }

  // Behind a dateline, if there is one.
  std::uint32_t first_word() const {
    std::uint32_t first = follows_label() ? begin_ : 0;
    while (first + 1 < view_.size() && view_.tokens[first].has(Token::punctuation)) ++first;
    return first;
  }

  // "the Dutch minister said on Monday.", "said the minister.": who says what stands before, and no words behind it.
  bool only_attributes(std::uint32_t at) const {
    while (at < view_.size() && !is_predicate(view_.tags[at])) ++at;
    if (at >= view_.size() || !view_.is(at, WordRole::speech_verb) || view_.tags[at] != Tag::finite) return false;
    for (std::uint32_t t = at + 1; t < view_.size(); ++t)
      if (is_predicate(view_.tags[t]) || view_.is(t, WordRole::complementiser) ||
          view_.tokens[t].has(Token::opens_quote))
        return false;
    const std::uint32_t next = at + 1;
    return next >= view_.size() || view_.tokens[next].has(Token::punctuation) ||
           view_.is(next, WordRole::preposition) || view_.is(next, WordRole::degree_adverb) ||
           view_.tokens[next].has(Token::capitalised) || view_.tokens[at - 1].word == comma_ ||
           view_.tokens[at - 1].has(Token::closes_quote);
  }

  // "Germany once opposed the delivery": between a subject and its verb the word opens nothing.
  bool stands_beside_verb(std::uint32_t i) const {
    const Mention* subject = view_.mention_at(i - 1);
    return subject && !subject->possessive && !has_predicate_ && kind_ == Kind::main && view_.role_lengths[i] == 1 &&
           i + 1 < view_.size() && view_.tags[i + 1] == Tag::finite;
  }

  // "lift the sanctions it imposed", "the blockade the United States has maintained": a relative clause without a word
  // that opens it. Behind "when" and "if" it may be the main clause: "once they lifted the sanctions they gained
  // nothing".
  bool tells_of_issue(std::uint32_t i) const {
    if (kind_ == Kind::subordinate || kind_ == Kind::conditional) return false;
    const auto issue =
        std::find_if(view_.issues.begin(), view_.issues.end(), [i](const IssueMatch& match) { return match.end == i; });
    if (issue == view_.issues.end() ? !ends_apposition(i) : is_fronted(issue->begin)) return false;
    std::uint32_t at = i;
    if (view_.is(at, WordRole::determiner) && view_.mention_at(at + 1)) ++at;
    const Mention* subject = view_.mention_at(at);
    if (!subject || subject->begin != at || subject->possessive || subject->kind == Mention::Kind::modifier)
      return false;
    std::uint32_t verb = subject->end;
    while (verb < view_.size() && view_.is(verb, WordRole::degree_adverb)) ++verb;
    // "Iran will not accept the sanctions Zarif said": who says so
    if (verb >= view_.size() || !is_predicate(view_.tags[verb])) return false;
    return !view_.is(verb, WordRole::speech_verb) || lexis_.is_stance_verb(view_.tokens[verb].word);
  }

  // "..., a project Togo opposes": what stands before the name says what the issue in front of the comma is.
  bool ends_apposition(std::uint32_t i) const {
    const std::uint32_t comma = before_apposition(view_, i);
    return comma < i && comma >= begin_ &&
           std::any_of(view_.issues.begin(), view_.issues.end(),
                       [comma](const IssueMatch& match) { return match.end == comma; });
  }

  // "but without the deal we cannot ...", "according to the deal it must": the main clause comes behind the phrase.
  bool is_fronted(std::uint32_t noun) const {
    for (std::uint32_t at = noun; at > begin_; --at) {
      const std::uint32_t before = at - 1;
      const bool verb = view_.tags[before] != Tag::other && view_.tags[before] != Tag::noun;
      if (verb || view_.tokens[before].has(Token::punctuation)) return false;
      if (!view_.is(before, WordRole::preposition) && !view_.is(before, WordRole::according)) continue;
      return before == begin_ || view_.is(before - 1, WordRole::conjunction) ||
             view_.tokens[before - 1].has(Token::punctuation);
    }
    return false;
  }

  // "The minister said Trump has raised the cost": a reported clause without a word that opens it.
  bool reports_without_that(std::uint32_t i) const {
    // ", saying it is"
    const bool added = view_.tags[i - 1] == Tag::ing && i > 1 && view_.tokens[i - 2].word == comma_;
    if (!view_.is(i - 1, WordRole::speech_verb) || (view_.tags[i - 1] != Tag::finite && !added)) return false;
    text::WordId verb = view_.tokens[i - 1].word;
    if (lexis_.is_stance_verb(verb) || view_.is(i - 1, WordRole::carrier)) return false;  // their object is a thing
    // "recognised the state in June and Norway followed": so is what a deed is done to.
    if (std::any_of(view_.issues.begin(), view_.issues.end(),
                    [i](const IssueMatch& issue) { return issue.deed && issue.begin + 1 == i; }))
      return false;
    if (view_.is(i, WordRole::preposition) || view_.tokens[i].has(Token::punctuation) ||
        view_.is(i, WordRole::complementiser))
      return false;
    for (std::uint32_t at = i; at < view_.size() && !is_predicate(view_.tags[at]); ++at)
      if (goes_on(at) || goes_on_like(i - 1, at)) return false;
    return subject_with_verb(i) || list_with_verb(i);
  }

  // "said sanctions on oil, banks and ports must be lifted": commas and one conjunction between plain nouns.
  bool list_with_verb(std::uint32_t at) const {
    bool comma = false;
    bool second = false;  // a noun behind the comma
    for (std::uint32_t words = 0; words < 14 && at < view_.size(); ++words, ++at) {
      if (comma && view_.is(at, WordRole::conjunction))
        return second && !view_.mention_at(at + 1) && subject_with_verb(at + 1);
      if (is_predicate(view_.tags[at]) || view_.tags[at] == Tag::ing || view_.tags[at] == Tag::infinitive) return false;
      const bool sign = view_.tokens[at].has(Token::punctuation) && view_.raw(at) != "-";
      if (sign && view_.tokens[at].word != comma_) return false;
      second = second || (comma && !sign);
      comma = comma || sign;
      if (comma && (view_.mention_at(at) || view_.is(at, WordRole::clause_opener) || view_.is(at, WordRole::relative) ||
                    view_.is(at, WordRole::preposition) || view_.is(at, WordRole::complementiser)))
        return false;
    }
    return false;
  }

  // "as Mali, Chad and Niger, three neighbours, issued a statement": names, what joins them, what they are told to be,
  // and a verb.
  bool names_with_verb(std::uint32_t at) const {
    constexpr int shortest = 3;  // of two, a comma behind the second may part clauses
    int names = 0;
    for (; at < view_.size(); ++at) {
      const Mention* name = view_.mention_at(at);
      if (name && name->begin == at && name->kind == Mention::Kind::actor && !name->possessive) {
        ++names;
        at = name->end - 1;
      } else if (const std::uint32_t told = names >= shortest ? apposition_at(view_, at) : 0; told > 0) {
        at += told - 1;
      } else if (view_.tokens[at].word != comma_ && !view_.is(at, WordRole::conjunction) &&
                 !view_.is(at, WordRole::determiner)) {
        break;
      }
    }
    return names >= shortest && at < view_.size() && is_predicate(view_.tags[at]);
  }

  bool follows_verb(std::uint32_t i) const {
    for (std::uint32_t back = 1; back <= 4 && back <= i; ++back) {
      Tag tag = view_.tags[i - back];
      if (tag != Tag::other && tag != Tag::noun) return true;
    }
    return false;
  }

  bool opens_with_that(std::uint32_t i, Kind& kind) const {
    bool verb_next = i + 1 < view_.size() && (is_predicate(view_.tags[i + 1]));
    bool after_noun = i > 0 && (view_.tags[i - 1] == Tag::other || view_.tags[i - 1] == Tag::noun) &&
                      !view_.tokens[i - 1].has(Token::punctuation);
    if (verb_next && after_noun) return kind = Kind::relative, true;
    // "that country": a determiner
    if (i + 1 < view_.size() && i > 0 && view_.is(i - 1, WordRole::preposition)) return false;
    kind = Kind::complement;
    return true;
  }

  bool opens_after_join(std::uint32_t i, Kind& kind) const {
    bool is_comma = view_.tokens[i].word == comma_;
    // "the presidents of Ireland, Norway and Spain": inside a list of names
    if (const Mention* list = view_.mention_at(i); list && list->begin < i && i + 1 < list->end) return false;
    std::uint32_t next = i + 1;
    if (is_comma && view_.is(next, WordRole::conjunction)) ++next;
    while (next < view_.size() && (view_.roles[next] & (role(WordRole::degree_adverb) | role(WordRole::booster) |
                                                        role(WordRole::hedge) | role(WordRole::negator))))
      ++next;
    while (next < view_.size() && view_.tokens[next].has(Token::opens_quote)) ++next;
    if (next >= view_.size()) return false;
    Tag tag = view_.tags[next];
    // 'called it a “farce,” urging a truce': the closing mark stands behind the comma.
    const bool quote_ends = is_comma && view_.tokens[next].has(Token::closes_quote) && next + 1 < view_.size();
    if ((tag == Tag::ing && is_comma) || (quote_ends && view_.tags[next + 1] == Tag::ing))
      return kind = Kind::participle, true;
    // "is asked to join the bloc, which it left, and impose sanctions": the comma ends the relative clause.
    if (tag == Tag::infinitive && is_comma && kind_ == Kind::relative && has_predicate_ &&
        view_.is(i + 1, WordRole::conjunction))
      return kind = Kind::coordinate, true;
    if (tag == Tag::ing && kind_ == Kind::participle) return kind = Kind::participle, true;
    bool closed =
        has_predicate_ || kind_ == Kind::participle || kind_ == Kind::subordinate || kind_ == Kind::conditional;
    // "whether it stays or quits": both are supposed.
    if (is_predicate(tag) && !is_comma && has_predicate_ && kind_ == Kind::conditional)
      return kind = Kind::conditional, true;
    if (is_predicate(tag) && (has_predicate_ || is_comma)) return kind = Kind::coordinate, true;
    if (!closed && !(is_comma && starts_adverbial())) return false;
    if (is_helped(i, next)) return false;
    if (!subject_with_verb(next) || (has_predicate_ && shares_subject(next))) return false;
    kind = Kind::coordinate;
    return true;
  }

  // "In a statement on Sunday, Iran rejected ...": the words before the comma name no subject.
  bool starts_adverbial() const {
    std::uint32_t at = begin_;
    while (at < view_.size() && view_.tokens[at].has(Token::punctuation)) ++at;
    return view_.is(at, WordRole::preposition) || view_.is(at, WordRole::according) || view_.is(at, WordRole::behalf);
  }

  // "supports the unity of Iraq and Syria and is against it": the verb has the subject of the one before.
  bool shares_subject(std::uint32_t at) const {
    const Mention* name = view_.mention_at(at);
    if (!name || name->begin != at || name->end + 1 >= view_.size()) return false;
    return view_.is(name->end, WordRole::conjunction) && is_predicate(view_.tags[name->end + 1]);
  }

  // "Mr. Costa said", "Peter B. Costa said": the full stop of a title or an initial.
  bool ends_short_form(std::uint32_t at) const {
    const bool title = at > 0 && view_.raw(at) == "." && view_.is(at - 1, WordRole::abbreviation);
    return title || ends_initial(view_, at);
  }

  // "and such steps [the duties on wine] will": the sign that closes what tells of the noun, right before its verb; 0
  // where none opens here.
  std::uint32_t end_of_gloss(std::uint32_t at) const {
    constexpr std::uint32_t longest = 12;
    if (view_.raw(at) != "(" && view_.raw(at) != "[") return 0;
    for (std::uint32_t t = at + 1; t < view_.size() && t - at <= longest; ++t)
      if (view_.raw(t) == ")" || view_.raw(t) == "]")
        return t + 1 < view_.size() && is_predicate(view_.tags[t + 1]) ? t : 0;
    return 0;
  }

  // A noun phrase and a finite verb, before anything that parts them.
  bool subject_with_verb(std::uint32_t at) const {
    const bool joined = at > 0 && view_.is(at - 1, WordRole::conjunction);
    for (std::uint32_t words = 0; words < 14 && at < view_.size(); ++words, ++at) {
      if (is_predicate(view_.tags[at])) return words > 0;
      // "but the other side, especially Peru, has not"
      if (words > 0 && at + 1 < view_.size() && view_.tokens[at].word == comma_ &&
          view_.is(at + 1, WordRole::instance)) {
        const std::uint32_t aside = aside_at(view_, at);
        if (aside == 0) return false;
        at += aside - 1;
        continue;
      }
      if (const std::uint32_t told = words > 0 ? apposition_at(view_, at) : 0; told > 0) {
        at += told - 1;
        continue;
      }
      if (const std::uint32_t closing = joined && words > 0 ? end_of_gloss(at) : 0; closing > 0) {
        at = closing;
        continue;
      }
      const Token& token = view_.tokens[at];
      if (token.has(Token::punctuation) && view_.raw(at) != "-" && !token.has(Token::opens_quote) &&
          !token.has(Token::closes_quote) && !ends_short_form(at) && !parts_owners(at))
        return false;
      if (view_.is(at, WordRole::clause_opener) || view_.is(at, WordRole::relative) ||
          view_.is(at, WordRole::complementiser))
        return false;
      if (view_.tags[at] == Tag::infinitive || joins_verb(at)) return false;
    }
    return false;
  }

  // "the ministers of Peru, Chile and Togo said": the comma stands inside the phrase of several who have one office, or
  // before the last of its states, "and the five Nordic countries".
  bool parts_owners(std::uint32_t at) const {
    if (view_.tokens[at].word != comma_ || at == 0) return false;
    const Mention* owners = view_.mention_at(at - 1);
    if (!owners || !owners->plural || owners->kind != Mention::Kind::official) return false;
    return at < owners->end || view_.raw(at + 1) == "and";
  }

  // "thanked the envoy and his deputy for their work and left": what is joined is no subject of the verb.
  bool joins_verb(std::uint32_t at) const {
    std::uint32_t next = at + std::max<std::uint32_t>(view_.role_lengths[at], 1);
    if (!view_.is(at, WordRole::conjunction)) return false;
    while (next < view_.size() && view_.is(next, WordRole::degree_adverb)) ++next;
    if (next >= view_.size()) return false;
    // "considers the attack wrong but will not impose sanctions"
    return view_.tags[next] == Tag::auxiliary ||
           (view_.tags[next] == Tag::finite && !view_.is(next, WordRole::noun_word));
  }

  // "denied any change and said": the verb behind the conjunction has the subject of the one before.
  bool goes_on(std::uint32_t at) const {
    const std::uint32_t next = at + std::max<std::uint32_t>(view_.role_lengths[at], 1);
    return view_.is(at, WordRole::conjunction) && next < view_.size() && view_.tags[next] == Tag::finite &&
           view_.is(next, WordRole::speech_verb) && !view_.is(next, WordRole::noun_word);
  }

  // "We thank Norway for its work and support the treaty": so does a verb of stance in the form of the first.
  bool goes_on_like(std::uint32_t verb, std::uint32_t at) const {
    std::uint32_t next = at + std::max<std::uint32_t>(view_.role_lengths[at], 1);
    while (next < view_.size() && view_.is(next, WordRole::degree_adverb)) ++next;
    if (!view_.is(at, WordRole::conjunction) || next >= view_.size() || view_.tags[next] != Tag::finite) return false;
    const text::WordId word = view_.tokens[next].word;
    const bool tells = lexis_.is_stance_verb(word) || view_.raw(next).starts_with("call");
    return tells && (lexis_.word_verb_forms[word] & lexis_.word_verb_forms[view_.tokens[verb].word]) != 0;
  }

  // "helping Armenia and Azerbaijan conclude a treaty": one name alone does not take the verb's plural.
  bool is_helped(std::uint32_t join, std::uint32_t next) const {
    const Mention* name = view_.mention_at(next);
    if (view_.tokens[join].word == comma_ || !name || name->begin != next || name->kind != Mention::Kind::actor ||
        name->plural || name->end >= view_.size() || view_.tags[name->end] != Tag::finite)
      return false;
    const std::uint8_t forms = lexis_.word_verb_forms[view_.tokens[name->end].word];
    return (forms & form_base) != 0 && (forms & form_past) == 0 && view_.mention_at(join - 1);
  }

  SentenceView& view_;
  const Lexis& lexis_;
  text::WordId comma_ = 0;
  text::WordId that_ = 0;
  std::uint32_t begin_ = 0;
  Kind kind_ = Kind::main;
  bool has_predicate_ = false;
};

}  // namespace

void find_clauses(SentenceView& view, const Lexis& lexis) { Cutter(view, lexis).run(); }

}  // namespace demarche::mention
