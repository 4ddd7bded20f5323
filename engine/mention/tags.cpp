#include "engine/mention/annotate.hpp"
#include "engine/mention/first_person_verbs.hpp"
#include "engine/mention/named_nouns.hpp"

namespace demarche::mention {

namespace {

using program::WordRole;
using text::Token;

constexpr RoleBits adverb_roles = role(WordRole::degree_adverb) | role(WordRole::booster) | role(WordRole::hedge) |
                                  role(WordRole::negator) | role(WordRole::not_negator);

// Decides what verb-like words are by the words around them; wide of a full parse, near enough to find subjects.
class Tagger {
 public:
  Tagger(SentenceView& view, const Lexis& lexis) : view_(view), lexis_(lexis) {
    to_ = lexis.vocabulary.find("to");
    by_ = lexis.vocabulary.find("by");
    possessive_ = lexis.vocabulary.find("'s");
    of_ = lexis.vocabulary.find("of");
  }

  void run() {
    view_.tags.assign(view_.size(), Tag::other);
    for (std::uint32_t i = 0; i < view_.size(); ++i) view_.tags[i] = tag(i);
  }

 private:
  Tag tag(std::uint32_t i) const {
    if (view_.role_lengths[i] == 0) return Tag::other;  // inside a phrase that has a job of its own: "with regard to"
    if (view_.tokens[i].word == possessive_ && !is_contraction(i)) return Tag::other;
    // "in May": a name that looks like a helping verb.
    bool name = view_.tokens[i].has(Token::capitalised) && i > 0 && view_.is(i - 1, WordRole::preposition) &&
                !view_.tokens[i].has(Token::all_caps);
    if (name && !view_.sentence->heading) return Tag::other;
    // "SINGAPORE, May 3 (Reuters)": a month.
    const bool month = view_.tokens[i].has(Token::capitalised) && i > 0 && i + 1 < view_.size() &&
                       view_.tokens[i + 1].has(Token::number) && view_.is(i, WordRole::hedge);
    if (month) return Tag::other;
    if (view_.is(i, WordRole::auxiliary) || view_.is(i, WordRole::demand)) return Tag::auxiliary;
    if (i > 1 && joined(i - 2) != text::unknown_word) return view_.tags[i - 2];
    const text::WordId whole = joined(i);
    text::WordId word = whole != text::unknown_word ? whole : view_.tokens[i].word;
    if (word == text::unknown_word) return unknown(i);
    std::uint8_t forms = lexis_.word_verb_forms[word];
    if (forms == 0 || is_part_of_name(i) || (before_hyphen(i) && word != whole)) return Tag::other;
    if (forms & form_ing) return ing(i);
    if (forms & form_participle && !(forms & (form_base | form_past))) return participle(i);
    if (forms & form_past && !(forms & form_base && is_helped(i))) return past(i);
    if (forms & form_s) return third_person(i);
    return base(i);
  }

  // "will lay", "to lay": not the past of "lie"
  bool is_helped(std::uint32_t i) const {
    const std::uint32_t left = before(i);
    if (left >= view_.size()) return false;
    return view_.tokens[left].word == to_ || (view_.tags[left] == Tag::auxiliary && !is_have(left) && !is_be(left));
  }

  // "re-imposed": the verb that is known without its hyphen, where it begins here.
  text::WordId joined(std::uint32_t i) const {
    if (i + 2 >= view_.size() || raw(i + 1) != "-" || view_.tokens[i + 1].has(Token::space_before) ||
        view_.tokens[i + 2].has(Token::space_before))
      return text::unknown_word;
    std::string whole = std::string(view_.raw(i)).append(view_.raw(i + 2));
    for (char& c : whole)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const text::WordId word = lexis_.vocabulary.find(whole);
    return word != text::unknown_word && lexis_.word_verb_forms[word] != 0 ? word : text::unknown_word;
  }

  // "he's", "that's": is or has, where a name would have a possessive.
  bool is_contraction(std::uint32_t i) const {
    if (i == 0) return true;
    RoleBits pronouns = role(WordRole::pronoun_person) | role(WordRole::pronoun_thing) | role(WordRole::relative) |
                        role(WordRole::complementiser) | role(WordRole::determiner) | role(WordRole::clause_opener);
    return (view_.roles[i - 1] & pronouns) != 0;
  }

  // A word that no list knows can still be seen to be a verb by its ending.
  Tag unknown(std::uint32_t i) const {
    const Token& token = view_.tokens[i];
    if (token.has(Token::capitalised) || token.has(Token::punctuation) || token.span.size() < 6 || before_hyphen(i))
      return Tag::other;
    std::string_view raw_word = view_.raw(i);
    // "ongoing cooperation" is no verb; after a comma or a form of be it is one.
    std::uint32_t left = before(i);
    bool verbal = left < view_.size() && (is_be(left) || raw(left) == ",");
    if (raw_word.ends_with("ing")) return verbal ? ing(i) : Tag::other;
    return raw_word.ends_with("ed") ? past(i) : Tag::other;
  }

  // "counter-productive"
  bool before_hyphen(std::uint32_t i) const {
    bool behind = i > 1 && raw(i - 1) == "-" && !view_.tokens[i - 1].has(Token::spaced_dash) &&
                  !view_.tokens[i].has(Token::space_before);
    if (behind) return true;  // "so-called"
    return i + 1 < view_.size() && raw(i + 1) == "-" && !view_.tokens[i + 1].has(Token::spaced_dash) &&
           !view_.tokens[i + 1].has(Token::space_before);
  }

  bool is_part_of_name(std::uint32_t i) const {
    const Mention* mention = view_.mention_at(i);
    return mention && (mention->kind == Mention::Kind::official || i >= mention->name_begin) && i < mention->end &&
           mention->kind != Mention::Kind::modifier;
  }

  // The word before, adverbs left out; size() when there is none.
  std::uint32_t before(std::uint32_t i) const {
    while (i > 0) {
      --i;
      if (view_.tokens[i].has(Token::opens_quote) || view_.tokens[i].has(Token::closes_quote)) continue;
      // "might" hedges, and is the helping verb all the same
      const bool helps = view_.tags[i] == Tag::auxiliary && !view_.is(i, WordRole::demand);
      const bool passed = (view_.roles[i] & adverb_roles) != 0 || view_.role_lengths[i] == 0 || splits_infinitive(i) ||
                          joins_adverbs(view_, i);
      if (helps || !passed) return i;
    }
    return view_.size();
  }

  // "to personally demand", "to unlawfully restore": no list holds all adverbs. "To supply arms" is a verb.
  bool splits_infinitive(std::uint32_t i) const {
    return i > 0 && view_.is_content(i) && view_.tokens[i - 1].word == to_ && view_.raw(i).ends_with("ly") &&
           lexis_.word_verb_forms[view_.tokens[i].word] == 0 && !view_.tokens[i].has(Token::capitalised) &&
           !view_.mention_at(i);
  }

  bool is_have(std::uint32_t i) const {
    std::string_view word = raw(i);
    return word == "have" || word == "has" || word == "had" || word == "having" || word == "'ve";
  }
  bool is_be(std::uint32_t i) const {
    std::string_view word = raw(i);
    return word == "be" || word == "is" || word == "are" || word == "was" || word == "were" || word == "been" ||
           word == "being" || word == "'re" || word == "am" || word == "'m";
  }
  std::string_view raw(std::uint32_t i) const {
    return i < view_.size() ? lexis_.vocabulary.text(view_.tokens[i].word) : std::string_view{};
  }

  bool makes_noun(std::uint32_t before) const {
    if (before >= view_.size()) return false;
    if (view_.is(before, WordRole::determiner) || view_.tokens[before].word == possessive_) return true;
    if (raw(before) == "whose") return true;
    if (view_.tokens[before].has(Token::number) && !view_.mention_at(before)) return true;  // "the G-77 said"
    if (const Mention* mention = view_.mention_at(before); mention && mention->end == before + 1)
      return mention->kind == Mention::Kind::modifier || (mention->possessive && mention->kind != Mention::Kind::actor);
    return false;
  }

  // A phrase that can be a subject ends here.
  bool ends_subject(std::uint32_t before) const {
    if (before >= view_.size()) return false;
    if (view_.is(before, WordRole::relative)) return true;
    const Mention* mention = view_.mention_at(before);
    return mention && mention->kind != Mention::Kind::modifier && !mention->possessive;
  }

  // "issued a statement saying that ...", "... saying: “..."
  bool opens_words(std::uint32_t i) const {
    if (i < view_.size() && (raw(i) == "," || raw(i) == ":")) ++i;
    if (i >= view_.size()) return false;
    return view_.is(i, WordRole::complementiser) || view_.tokens[i].has(Token::opens_quote);
  }

  Tag ing(std::uint32_t i) const {
    std::uint32_t left = before(i);
    if (left < view_.size() && is_be(left)) return Tag::finite;
    bool opens = left >= view_.size() && i + 1 < view_.size() &&
                 (view_.is(i + 1, WordRole::preposition) || view_.is(i + 1, WordRole::complementiser));
    // "denounced the bill, saying Washington is ..."
    if (i > 0 && raw(i - 1) == "," && view_.is(i, WordRole::speech_verb)) return Tag::ing;
    if (raw(i) == "saying" && !makes_noun(left) && opens_words(i + 1)) return Tag::ing;
    if (makes_noun(left) || (view_.is(i, WordRole::noun_word) && !opens)) return Tag::noun;
    if (i > 0 && view_.is(i - 1, WordRole::determiner)) return Tag::noun;  // "all remaining states"
    return Tag::ing;
  }

  Tag participle(std::uint32_t i) const {
    std::uint32_t left = before(i);
    return left < view_.size() && is_have(left) ? Tag::finite : Tag::participle;
  }

  // "The minister, asked about the deal, said ..."
  bool is_asked_about(std::uint32_t i) const {
    return i + 1 < view_.size() && raw(i - 1) == "," && raw(i + 1) == "about" && view_.is(i, WordRole::asking);
  }

  Tag past(std::uint32_t i) const {
    std::uint32_t left = before(i);
    if (left < view_.size()) {
      if (is_have(left)) return Tag::finite;
      if (is_be(left)) return Tag::participle;
      // "Moon Jae-in said": a part of a name is no preposition.
      if (makes_noun(left) || (view_.is(left, WordRole::preposition) && !is_part_of_name(left))) return Tag::participle;
      // "ensuring continued support": a verb's object begins.
      Tag tag = view_.tags[left];
      if (left + 1 == i && (tag == Tag::ing || tag == Tag::infinitive || tag == Tag::finite)) return Tag::participle;
      if (ends_subject(left)) return next_is_by(i) ? Tag::participle : Tag::finite;
      if (raw(left) == "," || view_.is(left, WordRole::conjunction))
        return next_is_by(i) || is_asked_about(i) || joins_adjectives(left, i) ? Tag::participle : Tag::finite;
    } else {
      return Tag::participle;
    }
    if (raw(i + 1) == "to" && (raw(i) == "intended" || raw(i) == "designed" || raw(i) == "meant"))
      return Tag::participle;  // "praised talks intended to lift ...": the talks are
    // "opposes the sanctions proposed by Peru": who does it stands behind the word.
    if (next_is_by(i)) return Tag::participle;
    bool reduced =
        i + 1 < view_.size() && view_.is(i + 1, WordRole::preposition) && !view_.is(i, WordRole::speech_verb);
    return reduced ? Tag::participle : Tag::finite;
  }

  // "within secure and recognised borders": an adjective stands before the conjunction, a plain noun behind the word.
  bool joins_adjectives(std::uint32_t left, std::uint32_t i) const {
    bool noun = i + 1 < view_.size() && view_.is_content(i + 1, role(WordRole::noun_word)) &&
                !view_.tokens[i + 1].has(Token::punctuation) && !view_.mention_at(i + 1);
    if (!noun || left < 2) return false;
    // "rejected the idea of globalism and denounced treaties": one who speaks against a thing goes on speaking.
    if (view_.is(i, WordRole::speech_verb) && view_.tags[i] != Tag::noun && speaks_before(left)) return false;
    // "left the deal and ordered new sanctions", "condemned the vote and imposed new sanctions"
    for (const IssueMatch& issue : view_.issues)
      if ((issue.begin < left && issue.end == left) || (issue.begin == i && issue.deed)) return false;
    return view_.is(left - 2, WordRole::preposition) || view_.is(left - 2, WordRole::determiner);
  }

  bool speaks_before(std::uint32_t token) const {
    for (std::uint32_t t = 0; t < token; ++t)
      if (view_.tags[t] == Tag::finite && lexis_.is_stance_verb(view_.tokens[t].word)) return true;
    return false;
  }

  bool next_is_by(std::uint32_t i) const { return i + 1 < view_.size() && view_.tokens[i + 1].word == by_; }

  Tag third_person(std::uint32_t i) const {
    std::uint32_t left = before(i);
    if (makes_noun(left) || is_noun_of_phrase(view_, i)) return Tag::noun;
    if (left >= view_.size()) return view_.is(i, WordRole::noun_word) ? Tag::noun : Tag::finite;
    if (ends_subject(left))
      return is_named_noun(view_, lexis_, left, i) || is_named_demand(view_, lexis_, left, i) ? Tag::noun : Tag::finite;
    if (!view_.is(i, WordRole::noun_word)) return view_.is(left, WordRole::preposition) ? Tag::noun : Tag::finite;
    // "but now supports it": an adverb stands before a verb; in "and all forms of it" "all" is none.
    const bool of_noun = raw(i - 1) == "all" || raw(i - 1) == "both";
    if (left + 1 < i && !of_noun && view_.is(i - 1, WordRole::degree_adverb) && view_.is(left, WordRole::conjunction))
      return Tag::finite;
    if (goes_on_calling(left, i)) return Tag::finite;
    // "benefits no one", "supports the plan": an object follows at once.
    if (raw(left) == "," && lexis_.is_stance_verb(view_.tokens[i].word) && opens_object(i + 1) && awaits_verb(left))
      return Tag::finite;
    bool object = i + 1 < view_.size() && (view_.roles[i + 1] & (role(WordRole::determiner) | role(WordRole::negator) |
                                                                 role(WordRole::not_negator) | role(WordRole::nobody) |
                                                                 role(WordRole::pronoun_thing))) != 0;
    return object && !view_.is(left, WordRole::preposition) ? Tag::finite : Tag::noun;
  }

  // "condemns the strike and calls for a truce": the verb before the conjunction has the same form; "Fiji, which
  // condemns it, calls for a truce".
  bool goes_on_calling(std::uint32_t left, std::uint32_t i) const {
    const bool asks = raw(i + 1) == "for" || raw(i + 1) == "on" || raw(i + 1) == "upon";
    if (left + 1 != i || !asks) return false;
    if (raw(left) == ",") return awaits_verb(left);
    if (!view_.is(left, WordRole::conjunction)) return false;
    for (std::uint32_t t = 0; t < left; ++t)
      if (view_.tags[t] == Tag::finite || view_.tags[t] == Tag::auxiliary)
        return raw(t) == "is" || raw(t) == "has" || (lexis_.word_verb_forms[view_.tokens[t].word] & form_s) != 0;
    return false;
  }

  // "Denmark, a member of the group, supports aid": in front of the comma a subject is left open by another comma.
  bool awaits_verb(std::uint32_t comma) const {
    std::uint32_t first = comma;
    while (first > 0 && raw(first - 1) != ",") --first;
    const bool told_more = view_.is(first, WordRole::relative);  // "Denmark, which leads the group, supports aid"
    for (std::uint32_t t = first; t < comma && !told_more; ++t)
      if (view_.tags[t] == Tag::finite) return false;
    const std::uint32_t open = first > 0 ? first - 1 : 0;
    if (raw(open) != "," || open == 0 || !ends_subject(open - 1)) return false;
    for (std::uint32_t t = open; t-- > 0;) {
      if (view_.tags[t] == Tag::finite) return view_.is(t, WordRole::speech_verb);
      if (view_.is(t, WordRole::complementiser) || raw(t) == ";" || raw(t) == ":") break;
    }
    return true;
  }

  Tag base(std::uint32_t i) const {
    std::uint32_t left = before(i);
    if (left < view_.size() && view_.tokens[left].word == to_) {
      bool noun = view_.is(i, WordRole::noun_word) && i + 1 < view_.size() && view_.tokens[i + 1].word == of_;
      if (noun) return Tag::noun;
      return is_done_by_first(left) || is_announced(left, i) ? Tag::finite : Tag::infinitive;
    }
    const bool must = left < view_.size() && view_.is(left, WordRole::demand) && view_.role_lengths[left] > 1 &&
                      !is_be(left) && view_.tokens[left + view_.role_lengths[left] - 1].word == to_;  // "have to break"
    if (must) return Tag::infinitive;
    if (left < view_.size() && (view_.tags[left] == Tag::auxiliary && !is_have(left) && !is_be(left)))
      return Tag::finite;
    if (is_object_noun(i) || is_noun_behind_adjective(view_, i)) return Tag::noun;
    if (makes_noun(left)) return is_said_by_some(view_, left, i) ? Tag::finite : Tag::noun;
    if (left + 1 == i && is_word_of_name(view_, i)) return Tag::noun;
    if (left + 1 == i && is_particle_of(left, i)) return Tag::other;
    bool ambiguous = view_.is(i, WordRole::noun_word);
    if (ambiguous && left < view_.size() && chains_with_to(left) &&
        (lexis_.is_stance_verb(view_.tokens[i].word) || opens_object(i + 1)))
      return Tag::infinitive;
    if (left >= view_.size()) return ambiguous ? Tag::noun : Tag::infinitive;
    if (ambiguous && left + 1 == i && (is_object(left) || is_named_by_letters(view_, lexis_, left, i)))
      return Tag::noun;
    if (ends_subject(left)) return left + 1 == i && is_compound(left) ? Tag::noun : Tag::finite;
    const bool named = view_.is(left, WordRole::conjunction) && begins_issue(view_, i);
    if (view_.is(left, WordRole::preposition) || named) return Tag::noun;
    if ((!ambiguous || opens_object(i + 1)) && joins_infinitive(left)) return Tag::infinitive;
    if (!ambiguous || is_of_states(view_, lexis_, left, i)) return Tag::finite;
    if (opens_object(i + 1) && goes_on_in_first_person(view_, lexis_, left, i, awaits_verb(left))) return Tag::finite;
    return joins_verbs(left, i) || (follows_plural(left) && opens_object(i + 1)) ? Tag::finite : Tag::noun;
  }

  // "the first country to", "the first country in Africa to": the end of the noun of states in front of `to`, or 0.
  std::uint32_t behind_state_noun(std::uint32_t to) const {
    constexpr std::uint32_t longest = 4;  // words of "in the whole region"
    auto is_state = [this](std::uint32_t t) {
      return (view_.is(t, WordRole::self_reference) || view_.is(t, WordRole::leading)) &&
             !view_.is(t, WordRole::standpoint) && !view_.is(t, WordRole::deed_noun);
    };
    if (to > 0 && is_state(to - 1)) return to;
    for (std::uint32_t at = to; at > 1 && to - at < longest; --at) {
      if (view_.tags[at - 1] > Tag::noun || view_.tokens[at - 1].has(Token::punctuation)) return 0;
      if (view_.is(at - 1, WordRole::preposition)) return is_state(at - 2) ? at - 1 : 0;
    }
    return 0;
  }

  // "became the first EU state to recognise it", "is the only country not to back it": who is told to be so does it.
  // "Could become the first" and "is not the first" leave it open.
  bool is_done_by_first(std::uint32_t to) const {
    constexpr std::uint32_t longest = 5;
    std::uint32_t end = to;
    while (end > 0 && view_.is(end - 1, WordRole::negator)) --end;
    end = behind_state_noun(end);
    if (end < 4) return false;
    std::uint32_t at = end - 1;
    while (at > 1 && end - at <= longest && !view_.is(at - 1, WordRole::determiner)) {
      --at;
      if (view_.tags[at] > Tag::noun || view_.is(at, WordRole::selecting) || view_.is(at, WordRole::preposition) ||
          view_.tokens[at].has(Token::punctuation))
        return false;
    }
    if (at + 1 >= end || raw(at - 1) != "the" || at < 3) return false;
    std::uint32_t verb = at - 2;
    if (raw(verb) == "among") --verb;  // "was among the first countries to recognise it", "is one of the few states to"
    if (raw(verb) == "of" && verb > 1 && raw(verb - 1) == "one") verb -= 2;
    if (verb == 0) return false;
    if (!view_.is(verb, WordRole::copula) || view_.tags[verb] == Tag::infinitive) return false;
    for (; verb > 0 && view_.tags[verb - 1] == Tag::auxiliary; --verb)
      if (view_.is(verb - 1, WordRole::hedge) || raw(verb - 1) == "would" || raw(verb - 1) == "can") return false;
    if (verb == 0 || view_.is(verb - 1, WordRole::negator)) return false;
    const std::uint32_t subject = before(verb);  // "this has been the only position to take" tells of nobody
    return ends_subject(subject) || raw(subject) == ",";
  }

  // "Germany to send troops to Mali": in a headline with no verb before it, what will be done. "Russia to blame" is
  // not.
  bool is_announced(std::uint32_t to, std::uint32_t verb) const {
    const bool headline = view_.sentence->heading || !view_.tokens[view_.size() - 1].has(Token::punctuation);
    if (!headline || to + 1 != verb || to == 0 || view_.is(verb, WordRole::accusation)) return false;
    for (std::uint32_t t = 0; t < to;) {
      const Mention* who = view_.mention_at(t);
      const bool joins = raw(t) == "," || view_.is(t, WordRole::conjunction) || view_.is(t, WordRole::determiner);
      if (!who && !joins) return false;
      if (who && (who->possessive || who->actors.empty() || who->kind == Mention::Kind::modifier)) return false;
      t = who ? std::max(who->end, t + 1) : t + 1;
    }
    return view_.mention_at(to - 1) != nullptr;
  }

  // "the Taiwan question", "the Cuba protest": no article stands before the name of one state but in front of a noun,
  // and one state's verb would end in "s". "The Netherlands support", "the US support" are left alone.
  bool is_compound(std::uint32_t left) const {
    const Mention* name = view_.mention_at(left);
    if (!name || name->begin == 0) return false;
    if (name->begin > 1 && view_.is(name->begin - 2, WordRole::preposition)) return false;
    return name->kind == Mention::Kind::actor && name->actors.size() == 1 && !name->plural &&
           raw(name->begin - 1) == "the" && name->end == name->begin + 1 && !raw(left).ends_with('s') &&
           !view_.tokens[left].has(Token::all_caps) && !view_.is(left, WordRole::seated) && name->place == false &&
           !view_.is(left, WordRole::self_reference);
  }

  // "does not have any immediate plan": the object of a verb, with an adjective before it; "an immediate end to".
  bool is_object_noun(std::uint32_t i) const {
    if (i < 2 || !view_.is_content(i - 1) || view_.tags[i - 1] != Tag::other || raw(i - 1).ends_with('s')) return false;
    if (view_.mention_at(i - 1) || view_.tokens[i - 1].has(Token::punctuation)) return false;
    if (view_.is(i - 2, WordRole::indefinite) && (raw(i + 1) == "to" || raw(i + 1) == "in" || raw(i + 1) == "on"))
      return true;
    if (i < 3 || !view_.is(i - 2, WordRole::determiner)) return false;
    const Tag governor = view_.tags[i - 3];
    const bool verb = governor == Tag::finite || governor == Tag::infinitive || governor == Tag::ing || is_have(i - 3);
    return verb && !view_.is(i - 3, WordRole::speech_verb) && !view_.is(i - 3, WordRole::complementiser);
  }

  // "talks to restore the deal and lift the sanctions are ...": the verb before the conjunction is one, too.
  bool joins_infinitive(std::uint32_t left) const {
    if (!view_.is(left, WordRole::conjunction)) return false;
    for (std::uint32_t t = before_relative(left); t-- > 0;) {
      const Tag tag = view_.tags[t];
      if (tag == Tag::infinitive || (t + 1 < left && leads_to_unknown_verb(t))) return true;
      // "should return to the talks and stop the sanctions"
      if (tag == Tag::finite && t > 0 && view_.is(before(t), WordRole::demand)) return true;
      if (tag == Tag::finite || tag == Tag::auxiliary || raw(t) == ";" || raw(t) == ":") return false;
    }
    return false;
  }

  // "is asked to meet the Union, which it wants to join, and impose sanctions": where the relative clause begins that
  // the comma before the conjunction ends; the conjunction itself when there is none.
  std::uint32_t before_relative(std::uint32_t join) const {
    if (join < 2 || raw(join - 1) != ",") return join;
    std::uint32_t first = join - 1;
    while (first > 0 && raw(first - 1) != ",") --first;
    return first > 0 && view_.is(first, WordRole::relative) ? first - 1 : join;
  }

  // "to harmonise its policy": no list holds all verbs; an object follows.
  bool leads_to_unknown_verb(std::uint32_t to) const {
    return view_.tokens[to].word == to_ && view_.role_lengths[to] == 1 && view_.is_content(to + 1) &&
           !view_.tokens[to + 1].has(Token::capitalised) && !view_.mention_at(to + 1) &&
           (view_.is(to + 2, WordRole::determiner) || view_.is(to + 2, WordRole::transparent));
  }

  // "scaled back its promises", "will cut back": right behind a verb that helps no other.
  bool is_particle_of(std::uint32_t left, std::uint32_t i) const {
    const Tag tag = view_.tags[left];
    if (tag != Tag::finite && tag != Tag::ing && tag != Tag::infinitive) return false;
    const bool helps = view_.is(left, WordRole::chain_verb) || view_.is(left, WordRole::carrier) ||
                       view_.is(left, WordRole::speech_verb);
    return !helps && !view_.is(i, WordRole::noun_word);
  }

  // "underscored US support for": the one name behind a verb is no subject of a plural verb.
  bool is_object(std::uint32_t left) const {
    const Mention* name = view_.mention_at(left);
    if (!name || name->end != left + 1 || name->kind != Mention::Kind::actor || name->plural || name->begin == 0)
      return false;
    Tag before = view_.tags[name->begin - 1];
    return (before == Tag::finite || before == Tag::ing || before == Tag::infinitive) &&
           (!view_.is(name->begin - 1, WordRole::speech_verb) || view_.is(name->begin - 1, WordRole::carrier));
  }

  // "vowed to block", "wants to fight": the chain verb and its "to" are one phrase.
  bool chains_with_to(std::uint32_t left) const {
    const std::uint32_t length = view_.role_lengths[left];
    return length > 1 && view_.is(left, WordRole::chain_verb) && view_.tokens[left + length - 1].word == to_;
  }

  // "... to recognise the facts, demand an end to the measures and ..."
  bool joins_verbs(std::uint32_t left, std::uint32_t i) const {
    if ((raw(left) != "," && !view_.is(left, WordRole::conjunction)) || joins_in_participle_clause(left)) return false;
    return i + 1 < view_.size() &&
           (view_.is(i + 1, WordRole::determiner) || raw(i + 1) == "for" || view_.is(i + 1, WordRole::complementiser));
  }

  // "met, voicing opposition to sanctions and support for talks": a second verb would end in -ing, too.
  bool joins_in_participle_clause(std::uint32_t left) const {
    if (!view_.is(left, WordRole::conjunction) || (left > 0 && raw(left - 1) == ",")) return false;
    for (std::uint32_t t = left; t-- > 0;) {
      const Tag tag = view_.tags[t];
      if (tag == Tag::ing) {
        const std::uint32_t opener = before(t);
        return opener < view_.size() && raw(opener) == ",";
      }
      if (tag == Tag::finite || tag == Tag::auxiliary || tag == Tag::infinitive || raw(t) == ";") return false;
    }
    return false;
  }

  bool follows_plural(std::uint32_t left) const {
    std::string_view word = raw(left);
    return word.size() > 4 && word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'u' &&
           view_.tags[left] != Tag::finite;
  }
  bool opens_object(std::uint32_t i) const {
    if (i >= view_.size() || view_.tokens[i].has(Token::punctuation)) return false;
    if (view_.is(i, WordRole::preposition)) return raw(i) != "of";
    return (view_.roles[i] & (role(WordRole::conjunction) | role(WordRole::auxiliary))) == 0;
  }

  SentenceView& view_;
  const Lexis& lexis_;
  text::WordId to_ = 0, by_ = 0, possessive_ = 0, of_ = 0;
};

}  // namespace

void find_tags(SentenceView& view, const Lexis& lexis) { Tagger(view, lexis).run(); }

}  // namespace demarche::mention
