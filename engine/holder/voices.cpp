#include <algorithm>

#include "engine/holder/finder.hpp"
#include "engine/holder/phrases.hpp"
#include "engine/holder/reach.hpp"
#include "engine/holder/unknown_speaker.hpp"
#include "engine/mention/asides.hpp"
#include "engine/mention/verb_groups.hpp"

namespace demarche::holder {

using mention::Clause;
using mention::Mention;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

// "Press TV quoted him as saying", "the agency, citing the Turkish foreign ministry, reported": whose words are passed
// on.
Holder quoted_source(const HolderFinder& finder, const mention::SentenceView& view, std::uint32_t verb) {
  if (view.tags[verb] != Tag::finite && view.tags[verb] != Tag::ing) return {};
  if (!view.is(verb, WordRole::quoting)) return {};
  std::uint32_t end = 0;
  Holder source = finder.named_at(verb + 1, end);
  if (!source.found() || end >= view.size()) return {};
  // "..., the agency reported, quoting Lavrov."
  if (view.raw(end) == "." && verb > 2 && view.raw(verb - 1) == "," && view.is(verb - 2, WordRole::speech_verb)) {
    const Mention* medium = view.mention_at(verb - 3);
    return medium && medium->kind == Mention::Kind::medium ? source : Holder{};
  }
  constexpr std::uint32_t longest = 6;  // "Peru's envoy for the Sahel as saying"
  if (view.is(end, WordRole::preposition) && view.raw(end) != "as")
    for (std::uint32_t as = end + 1; as + 1 < view.size() && as <= end + longest; ++as) {
      if (view.raw(as) == "as" && view.tags[as + 1] == Tag::ing) return source;
      if (view.tokens[as].has(Token::punctuation)) break;
    }
  return view.raw(end) == "as" || view.raw(end) == "," ? source : Holder{};
}

// "Velayati, the senior adviser, said the U.S. is seeking ...": who stands behind the verb is the subject of what is
// said.
bool goes_on_as_clause(const mention::SentenceView& view, std::uint32_t end) {
  std::uint32_t at = end;
  while (at < view.size() && (view.is(at, WordRole::degree_adverb) || view.is(at, WordRole::booster))) ++at;
  if (at >= view.size() || view.tokens[at].has(Token::punctuation)) return false;
  if (view.tags[at] == Tag::finite || view.tags[at] == Tag::auxiliary) return true;
  const bool noun = view.tags[at] == Tag::other || view.tags[at] == Tag::noun;
  return noun && view.is_content(at) && !view.tokens[at].has(Token::capitalised) && !view.raw(at).ends_with("ly");
}

// "..., a senior Iranian official said": before the determiner, over the words that describe whoever is named.
std::uint32_t before_description(const mention::SentenceView& view, std::uint32_t name) {
  constexpr std::uint32_t most = 2;
  std::uint32_t at = name;
  while (at > 0 && name - at < most && view.is_content(at - 1) && view.tags[at - 1] == Tag::other &&
         !view.tokens[at - 1].has(Token::punctuation) && !view.tokens[at - 1].has(Token::capitalised))
    --at;
  return before_determiners(view, at > 0 && at < name && view.is(at - 1, WordRole::determiner) ? at : name);
}

// "..., both Peru and Chile said": over the word that opens the list.
std::uint32_t before_joint_word(const mention::SentenceView& view, std::uint32_t begin) {
  return begin > 0 && view.raw(begin - 1) == "both" ? begin - 1 : begin;
}

// A comma, the end of a quote or a dash parts the words from whoever is told to have said them.
bool stands_behind_sign(const mention::SentenceView& view, std::uint32_t begin) {
  return begin > 0 && (view.raw(begin - 1) == "," || view.tokens[begin - 1].has(Token::closes_quote) ||
                       view.tokens[begin - 1].has(Token::spaced_dash));
}

// "the US State Department said": where the name of the state in front of its body begins.
std::uint32_t begin_with_state(const mention::SentenceView& view, const Mention& body) {
  const Mention* state = body.begin > 0 ? view.mention_at(body.begin - 1) : nullptr;
  const bool own = state && !state->actors.empty() && !state->possessive && state->actors == body.actors;
  return own && state->end == body.begin ? state->begin : body.begin;
}

// "Sanctions must go," the newspaper wrote: its own words. What an agency reports or quotes may be anybody's.
bool writes_itself(const mention::SentenceView& view, std::uint32_t verb, const Holder& medium) {
  const std::string_view word = view.raw(verb);
  for (std::string_view passes_on : {"report", "quot", "cit", "carr", "publish"})
    if (word.starts_with(passes_on)) return false;
  const std::uint32_t begin = before_determiners(view, medium.begin);
  return begin > 0 && begin < verb && view.tokens[begin - 1].has(Token::closes_quote);
}

struct Remark {
  Holder source;
  std::uint32_t begin = 0;  // tokens, half open
  std::uint32_t end = 0;
};

// "The two-state solution, as Ireland's foreign minister put it, is ...": a remark in passing that tells who says so.
Remark find_remark(const HolderFinder& finder, const mention::SentenceView& view, const mention::Lexis& lexis) {
  constexpr std::uint32_t longest = 8;
  for (std::uint32_t t = 0; t + 2 < view.size(); ++t) {
    if (lexis.vocabulary.text(view.tokens[t].word) != "as" || (t > 0 && view.raw(t - 1) != ",")) continue;
    std::uint32_t end = 0;
    Holder source = finder.named_at(t + 1, end);
    if (source.outcome == Holder::Outcome::unknown) continue;
    std::uint32_t verb = end;
    while (verb < view.size() && (view.is(verb, WordRole::auxiliary) || view.is(verb, WordRole::degree_adverb))) ++verb;
    if (verb >= view.size()) continue;
    const bool remarks = view.is(verb, WordRole::remark);
    if (!remarks && !view.is(verb, WordRole::speech_verb)) continue;
    std::uint32_t close = verb + 1;
    while (close < view.size() && close < verb + longest && !view.tokens[close].has(Token::punctuation)) ++close;
    if (close < view.size() && view.raw(close) != "," && view.raw(close) != ".") continue;
    return {source, t, close};
  }
  return {};
}

// "was quoted by the Kyodo news agency as": the medium that passes the words on stands between.
bool is_passed_on_by(const mention::SentenceView& view, std::uint32_t verb) {
  constexpr std::uint32_t longest = 7;
  if (verb + 2 >= view.size() || view.raw(verb + 1) != "by") return false;
  bool medium = false;
  for (std::uint32_t t = verb + 2; t < view.size() && t < verb + longest; ++t) {
    if (view.raw(t) == "as") return medium;
    const Mention* mention = view.mention_at(t);
    medium = medium || (mention && mention->kind == Mention::Kind::medium);
    if (view.tokens[t].has(Token::punctuation)) break;
  }
  return false;
}

// "..., Fiji argued for its abolition": what it argued for follows.
bool pleads(const mention::SentenceView& view, std::uint32_t verb) {
  return verb + 1 < view.size() && (view.raw(verb + 1) == "for" || view.raw(verb + 1) == "against");
}

// "Due to this, added the minister, Washington has ...": all that follows is the minister's.
bool is_inserted(const mention::SentenceView& view, std::uint32_t verb) {
  if (verb == 0 || view.raw(verb - 1) != "," || view.tags[verb] != Tag::finite) return false;
  for (std::uint32_t t = 0; t < verb; ++t)
    if (view.tags[t] == Tag::finite || view.tags[t] == Tag::auxiliary || view.tokens[t].has(Token::opens_quote) ||
        view.mention_at(t))
      return false;
  return true;
}

// "The curbs must go, Lavrov said on Monday, adding that ...", "... and called for talks": what follows is his next
// act. "After the curbs were lifted, Peru announced a visit, saying ...": a verb with an object of its own told no
// words.
bool goes_on_to_say(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t token) {
  if (view.is(verb + 1, WordRole::determiner)) return false;
  const bool adds = view.tags[token] == Tag::ing && view.is(token, WordRole::speech_verb);
  if (adds && view.raw(token - 1) == ",") return true;
  return view.raw(token) == "and" && token + 1 < view.size() && view.tags[token + 1] == Tag::finite;
}

// "Some argue that ...", "some may say that ...": people who are not named, of whom nobody speaks for a state.
Holder some_before(const mention::SentenceView& view, std::uint32_t verb) {
  Holder some;
  if (view.tags[verb] != Tag::finite) return some;
  std::uint32_t at = verb;
  while (at > 0 && (view.is(at - 1, WordRole::degree_adverb) || view.is(at - 1, WordRole::auxiliary) ||
                    view.is(at - 1, WordRole::hedge)))
    --at;
  if (at == 0 || (view.raw(at - 1) != "Some" && view.raw(at - 1) != "some")) return some;
  const bool opens = at == 1 || view.tokens[at - 2].has(Token::punctuation) || view.is(at - 2, WordRole::conjunction) ||
                     view.is(at - 2, WordRole::complementiser);
  if (!opens) return some;
  some.outcome = Holder::Outcome::nobody;
  some.begin = at - 1;
  some.end = at;
  some.how = "some";
  return some;
}

// "in his view", "according to her"
bool is_of_person(const mention::SentenceView& view, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin + 1; t < end && t < view.size(); ++t)
    if (view.raw(t) == "his" || view.raw(t) == "her" || view.raw(t) == "him") return true;
  return false;
}

}  // namespace

// "Kyrgyzstan's position is that ..."
bool HolderFinder::states_position(std::uint32_t token) const {
  bool copula = view_.tags[token] == Tag::auxiliary && view_.is(token, WordRole::copula);
  if (!copula || token == 0 || token + 1 >= view_.size() || !view_.is(token + 1, WordRole::complementiser))
    return false;
  return view_.is(token - 1, WordRole::self_reference);
}

bool HolderFinder::is_speech_verb(std::uint32_t token) const {
  if (states_position(token)) return true;
  Tag tag = view_.tags[token];
  if (is_demand_of_text(view_, token)) return false;
  // "fears that Belarus would ..."
  bool thinks = tag == Tag::finite && lexis_.is_stance_verb(view_.tokens[token].word) && token + 1 < view_.size() &&
                view_.is(token + 1, WordRole::complementiser);
  if (!thinks && !view_.is(token, WordRole::speech_verb) && !view_.is(token, WordRole::denial)) return false;
  // "..., Lavrov was quoted by the agency as saying."
  const bool passed_on = tag == Tag::participle && view_.is(token, WordRole::quoting) && is_passed_on_by(view_, token);
  return passed_on || tag == Tag::finite || (tag == Tag::ing && (token == 0 || view_.raw(token - 1) != ":")) ||
         (tag == Tag::participle && !(token + 1 < view_.size() && view_.raw(token + 1) == "by"));
}

// "... , Lavrov said.", "... , according to him": the attribution stands behind the words it speaks of.
bool HolderFinder::trails(std::uint32_t verb, const Holder& source, std::uint32_t& subject_begin) const {
  // "..., while Armenia rejects it" tells a stance; it speaks of no words before it.
  bool stance_verb = lexis_.is_stance_verb(view_.tokens[verb].word) && !view_.is(verb, WordRole::assent);
  if (stance_verb || pleads(view_, verb)) return false;
  const Mention* subject = nullptr;
  for (const Mention& mention : view_.mentions)
    if (mention.begin < verb && mention.outer_end + 2 >= verb && !mention.possessive) subject = &mention;
  const std::uint32_t told_of = mention::trailing_subject(view_, verb).begin;
  std::uint32_t begin = told_of > 0 ? told_of
                        : subject   ? before_description(view_, begin_with_state(view_, *subject))
                                    : 0;
  // "..., the Latvian ambassador in Oslo said", "..., Peru, as well as Chile, said": the name next to the verb is not
  // where the subject begins.
  if (!stands_behind_sign(view_, begin) && source.found() && source.begin < source.end && source.end <= verb)
    begin = before_joint_word(view_, before_description(view_, source.begin));
  bool after_sign = stands_behind_sign(view_, begin);
  if (!after_sign) {
    // "..., the agency reported, quoting Lavrov"
    const bool cites = verb > 2 && view_.raw(verb - 1) == "," && view_.is(verb, WordRole::quoting) &&
                       view_.is(verb - 2, WordRole::speech_verb);
    const std::uint32_t told = cites ? verb - 2 : verb;
    begin = attribution_begin(view_, told);
    after_sign = begin < told;
  }
  if (!after_sign || begin < 4) return false;
  subject_begin = begin;
  if (is_interposed(view_, verb, begin)) return true;
  for (std::uint32_t t = verb + 1; t < view_.size(); ++t) {
    if (goes_on_to_say(view_, verb, t) || is_followed_by_others(view_, t)) break;
    if (view_.is(t, WordRole::complementiser) || view_.raw(t) == ":") return false;
    if (view_.is(t, WordRole::clause_opener) || view_.is(t, WordRole::relative)) break;  // "said as he left the hotel"
    if (view_.tags[t] == Tag::finite || view_.tokens[t].has(Token::opens_quote)) return false;
    if (t > verb + 14) return false;
  }
  // An adverbial in front of the subject is no statement: "On Monday, Lavrov said".
  bool predicate = false;
  for (std::uint32_t t = 0; t + 1 < begin; ++t)
    predicate = predicate || view_.tags[t] == Tag::finite || view_.tags[t] == Tag::auxiliary ||
                view_.tokens[t].has(Token::opens_quote);
  return predicate;
}

// "Netanyahu, an opponent of the deal, accused Iran of ...": a subject waits for its verb, and who is named behind the
// verb is its object. "Iran, said Lavrov, must ..." parts the name from what follows.
bool HolderFinder::is_addressee(std::uint32_t verb, std::uint32_t name_end) const {
  // "Joseph Biden, Jr. welcomed the premier", "the company (PGPIC) said Washington's ...": no sign behind a statement
  if (verb > 0 && (view_.raw(verb - 1) == "." || view_.raw(verb - 1) == ")")) return true;
  if (verb == 0 || view_.tokens[verb - 1].has(Token::closes_quote) || name_end >= view_.size() ||
      view_.tokens[name_end].has(Token::punctuation))
    return false;
  const Clause& first = view_.clauses[0];
  // "TEHRAN – ...", but not "Egypt – which borders Israel – urged Israel to ..."
  const bool dash = first.end + 1 < view_.size() && view_.tokens[first.end].has(Token::spaced_dash);
  if (dash && !view_.is(first.end + 1, WordRole::relative)) return false;
  return view_.clause_of[verb] > 0 && first_predicate(view_, 0) == first.end && subject_mention(view_, 0, first.end);
}

Holder HolderFinder::speech_source(std::uint32_t verb, bool& inverted) const {
  inverted = false;
  // "...," said the Iranian minister.
  std::uint32_t end = 0;
  bool after_sign = verb == 0 || view_.tokens[verb - 1].has(Token::punctuation);
  if (after_sign && view_.tags[verb] != Tag::ing) {
    Holder behind = named_at(verb + 1, end);
    if (behind.outcome != Holder::Outcome::unknown && !goes_on_as_clause(view_, end) && !is_addressee(verb, end)) {
      inverted = true;
      return behind;
    }
    if (Holder unknown = unknown_name_behind(view_, verb, discourse_); unknown.outcome != Holder::Outcome::unknown) {
      inverted = true;
      return unknown;
    }
  }
  if (Holder unknown = unknown_name_trailing(view_, verb, discourse_); unknown.outcome != Holder::Outcome::unknown)
    return unknown;
  return subject_of(verb);
}

Holder HolderFinder::voice_at(std::uint32_t token) const {
  if (voices_ && token < voices_->voice_of.size()) {
    int voice = voices_->voice_of[token];
    if (voice >= 0) return voices_->voices[static_cast<std::size_t>(voice)].holder;
  }
  return discourse_.own_voice();
}

void HolderFinder::assign(SentenceVoices& out, int voice, std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end && t < view_.size(); ++t) out.voice_of[t] = voice;
}

// "According to analysts, ...": whatever follows is the word of somebody who speaks for no state.
bool HolderFinder::is_told_by_nobody(const Voice& around, std::uint32_t verb) const {
  constexpr std::uint32_t longest_lead = 2;  // "However, according to ..."
  const bool opens = around.verb == 0 || (around.verb <= longest_lead && view_.raw(around.verb - 1) == ",");
  return opens && around.verb < verb && view_.is(around.verb, WordRole::according) &&
         around.holder.outcome == Holder::Outcome::nobody && around.holder.how != std::string_view("medium");
}

// "Ek told reporters that it must go, two sources said", "Ek said that it must go, his ministry added": what a verb of
// saying in front of the attribution has told stays Ek's.
bool HolderFinder::is_reported_by_name(const SentenceVoices& out, std::uint32_t token, const Voice& behind) const {
  if (out.voice_of[token] < 0) return false;
  const Voice& voice = out.voices[static_cast<std::size_t>(out.voice_of[token])];
  const bool passed_on =
      behind.holder.outcome == Holder::Outcome::nobody || behind.holder.actors == voice.holder.actors;
  bool opened = false;  // "that"
  for (std::uint32_t t = voice.verb + 1; t < token && !opened; ++t) opened = view_.is(t, WordRole::complementiser);
  return opened && passed_on && voice.verb < token && token < behind.verb && voice.holder.found() &&
         view_.tags[voice.verb] == Tag::finite && voice.holder.end <= voice.verb &&
         voice.holder.how != std::string_view("pronoun");
}

void HolderFinder::find_speech(SentenceVoices& out) const {
  for (std::uint32_t verb = 0; verb < view_.size(); ++verb) {
    if (!is_speech_verb(verb)) continue;
    if (mention::is_demanded(view_, verb)) continue;  // "Y must acknowledge that ...": Y has not said it
    bool inverted = false;
    Voice voice;
    Holder passed_on = quoted_source(*this, view_, verb);
    voice.holder = passed_on.found() ? passed_on : speech_source(verb, inverted);
    voice.verb = verb;
    if (voice.holder.outcome == Holder::Outcome::unknown) voice.holder = unknown_name_before(view_, verb, discourse_);
    if (voice.holder.outcome == Holder::Outcome::unknown) voice.holder = some_before(view_, verb);
    if (voice.holder.outcome == Holder::Outcome::unknown) continue;
    // "..., the agency reported": what media report is told by the text.
    const bool medium = voice.holder.how == std::string_view("medium");
    if (voice.holder.outcome == Holder::Outcome::nobody && medium && !writes_itself(view_, verb, voice.holder))
      continue;
    int around = out.voice_of[verb];
    // A speech verb inside reported words reports for their speaker, unless it is the speaker's own next verb.
    bool same = around >= 0 && out.voices[static_cast<std::size_t>(around)].holder.actors == voice.holder.actors;
    bool complement = view_.clauses[view_.clause_of[verb]].kind == Clause::Kind::complement ||
                      view_.clauses[view_.clause_of[verb]].kind == Clause::Kind::relative;
    const bool inserted = around >= 0 && is_inserted(view_, out.voices[static_cast<std::size_t>(around)].verb);
    // "According to analysts, Peru says ...": what Peru says is the analysts' word.
    const bool told_by_others = around >= 0 && is_told_by_nobody(out.voices[static_cast<std::size_t>(around)], verb);
    if (around >= 0 && (complement || inserted || told_by_others) && !same) voice.parent = around;
    int index = static_cast<int>(out.voices.size());
    out.voices.push_back(voice);
    std::uint32_t subject_begin = 0;
    const bool in_front = voice.holder.begin < voice.holder.end && voice.holder.end <= verb;
    const bool trailing =
        trails(verb, voice.holder, subject_begin) && (!in_front || voice.holder.begin >= subject_begin);
    const std::uint32_t told_end = inverted ? verb : subject_begin;
    const bool quote = told_end > 0 && view_.tokens[told_end - 1].has(Token::closes_quote);
    for (std::uint32_t t = 0; (trailing || inverted) && t < told_end; ++t)
      if (quote || !is_reported_by_name(out, t, voice)) out.voice_of[t] = index;
    std::uint32_t words_end = end_of_reach(view_, verb);
    const bool takes_object = lexis_.is_stance_verb(view_.tokens[verb].word) && !view_.is(verb, WordRole::assent);
    if (!inverted) words_end = std::min(words_end, end_of_words(view_, verb, voice.holder, takes_object));
    if (trailing || inverted) words_end = std::min(words_end, told_of_speech(view_, verb));
    assign(out, index, verb + 1, words_end);
    if (voice.parent < 0 && !same) {
      // The subject's own clause is the text's again: "X said A, while Y said B".
      std::uint32_t begin = view_.clauses[view_.clause_of[verb]].begin;
      if (begin > 0 && !inverted)
        assign(out, -1, std::max(begin, voice.holder.begin < verb ? voice.holder.begin : begin), verb + 1);
    }
  }
}

void HolderFinder::find_according(SentenceVoices& out) const {
  for (std::uint32_t t = 0; t < view_.size(); ++t) {
    if (!view_.is(t, WordRole::according)) continue;
    std::uint32_t length = view_.role_lengths[t];
    Holder holder;
    const Mention* inside = nullptr;
    for (const Mention& mention : view_.mentions)
      if (mention.begin >= t && mention.begin < t + length) inside = &mention;
    std::uint32_t end = t + length;
    if (inside) {
      holder = resolve(*inside);
    } else if (is_of_person(view_, t, end)) {
      holder = discourse_.person;
    } else {
      holder = owner_of_source(t + length);
      if (holder.found()) end = view_.size();
      // "according to a statement by the Malian presidency"
      for (std::uint32_t at = t + length;
           at < t + length + 6 && at < view_.size() && holder.outcome == Holder::Outcome::unknown; ++at)
        if (!view_.tokens[at].has(Token::punctuation) && !is_where_issued(view_, at)) holder = named_at(at, end);
    }
    if (holder.outcome == Holder::Outcome::unknown && !inside)
      holder = unknown_name_according(view_, t, t + length, discourse_);
    // "According to the BBC", "to a report by Reuters": what media report is told by the text.
    if (holder.outcome == Holder::Outcome::unknown || holder.how == std::string_view("medium")) continue;
    Voice voice;
    voice.holder = holder;
    voice.verb = t;
    int index = static_cast<int>(out.voices.size());
    out.voices.push_back(voice);
    assign(out, index, 0, t);
    assign(out, index, end, view_.size());
  }
}

// Quotes that no speech verb of the sentence claims belong to whoever spoke last.
void HolderFinder::find_quotes(SentenceVoices& out) const {
  bool open = discourse_.quote_open;
  std::vector<bool> quoted = quoted_tokens(view_, open);
  if (std::find(quoted.begin(), quoted.end(), true) == quoted.end()) return;
  int claimed = -1;
  for (std::uint32_t v = 0; v < out.voices.size(); ++v)
    if (!quoted[out.voices[v].verb] && out.voices[v].parent < 0) claimed = static_cast<int>(v);
  int fallback = -1;
  std::uint32_t run = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t t = 0; t < view_.size(); ++t) {
    if (!quoted[t]) continue;
    if (run <= t)
      for (begin = run = t; run < view_.size() && quoted[run];) ++run;
    const bool whole = run - begin >= 4;  // a word or two in quotes are no statement
    if (out.voice_of[t] >= 0) {
      if (whole) out.voices[static_cast<std::size_t>(out.voice_of[t])].quoted = true;
      continue;
    }
    if (claimed >= 0) {
      out.voice_of[t] = claimed;
      if (whole) out.voices[static_cast<std::size_t>(claimed)].quoted = true;
      continue;
    }
    bool carried = discourse_.quote_open && t <= 1;
    Holder source = carried || whole ? discourse_.quoted : Holder{};
    if (source.outcome == Holder::Outcome::unknown && whole) source = discourse_.person;
    if (source.outcome != Holder::Outcome::unknown && (carried || t <= 1 || discourse_.speaking.empty())) {
      if (fallback < 0) {
        fallback = static_cast<int>(out.voices.size());
        Voice voice;
        voice.holder = source;
        voice.holder.begin = voice.holder.end = 0;
        voice.holder.how = "the quote's speaker";
        voice.quoted = true;
        voice.verb = t;
        out.voices.push_back(voice);
      }
      assign(out, fallback, t, run);
    }
    t = run - 1;
  }
}

SentenceVoices HolderFinder::find_voices() {
  SentenceVoices out;
  out.voice_of.assign(view_.size(), -1);
  find_label(out);
  if (Remark remark = find_remark(*this, view_, lexis_); remark.source.outcome != Holder::Outcome::unknown) {
    Voice voice;
    voice.holder = remark.source;
    voice.verb = remark.begin;
    out.voices.push_back(voice);
    int index = static_cast<int>(out.voices.size() - 1);
    assign(out, index, 0, remark.begin);
    assign(out, index, remark.end, view_.size());
  }
  find_according(out);
  if (out.voices.empty()) find_standpoint(out);
  find_speech(out);
  find_colon(out);
  find_quotes(out);
  return out;
}

}  // namespace demarche::holder
