#include "engine/evidence/inspect.hpp"

namespace demarche::evidence {

namespace {

using mention::Clause;
using mention::Mention;
using mention::SentenceView;
using mention::Tag;

std::string_view name_of(Mention::Kind kind) {
  switch (kind) {
    case Mention::Kind::actor:
      return "actor";
    case Mention::Kind::modifier:
      return "modifier";
    case Mention::Kind::person:
      return "person";
    case Mention::Kind::official:
      return "official";
    case Mention::Kind::person_pronoun:
      return "he-or-she";
    case Mention::Kind::first_pronoun:
      return "we";
    case Mention::Kind::plural_pronoun:
      return "they";
    case Mention::Kind::thing_pronoun:
      return "it";
    case Mention::Kind::private_person:
      return "private";
    case Mention::Kind::nobody:
      return "nobody";
    case Mention::Kind::medium:
      return "medium";
  }
  return "";
}

std::string_view name_of(Clause::Kind kind) {
  switch (kind) {
    case Clause::Kind::main:
      return "main";
    case Clause::Kind::coordinate:
      return "coordinate";
    case Clause::Kind::relative:
      return "relative";
    case Clause::Kind::participle:
      return "participle";
    case Clause::Kind::subordinate:
      return "subordinate";
    case Clause::Kind::complement:
      return "complement";
    case Clause::Kind::conditional:
      return "conditional";
  }
  return "";
}

std::string_view name_of(Tag tag) {
  switch (tag) {
    case Tag::other:
      return "";
    case Tag::noun:
      return "noun";
    case Tag::finite:
      return "finite";
    case Tag::infinitive:
      return "infinitive";
    case Tag::ing:
      return "ing";
    case Tag::participle:
      return "participle";
    case Tag::auxiliary:
      return "auxiliary";
  }
  return "";
}

class Inspector {
 public:
  Inspector(const mention::Lexis& lexis, InspectStage stage) : lexis_(lexis), stage_(stage) {}

  void add(const SentenceReading& reading) {
    const SentenceView& view = reading.view;
    out += "sentence " + std::to_string(count_++) + ", paragraph " + std::to_string(view.sentence->paragraph);
    out += view.sentence->heading ? ", heading\n" : "\n";
    switch (stage_) {
      case InspectStage::tokens:
        return add_tokens(view);
      case InspectStage::mentions:
        return add_mentions(view);
      case InspectStage::holders:
        return add_holders(reading);
    }
  }

  std::string out;

 private:
  // The words as they stand in the document, on one line.
  static std::string words(const SentenceView& view, std::uint32_t begin, std::uint32_t end) {
    std::string text(view.raw(begin, end));
    for (char& c : text)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    return "\"" + text + "\"";
  }

  std::string actors(const std::vector<lexicon::ActorIndex>& list) const {
    std::string text;
    for (lexicon::ActorIndex actor : list) text += (text.empty() ? "" : "+") + lexis_.actors.actors[actor].id;
    return text.empty() ? "?" : text;
  }

  void line(const std::string& text) { out += "  " + text + "\n"; }

  void add_tokens(const SentenceView& view) {
    std::string text;
    for (std::uint32_t t = 0; t < view.size(); ++t) {
      text += (t ? " | " : "") + std::string(view.raw(t));
      if (view.tokens[t].has(text::Token::opens_quote)) text += " opens";
      if (view.tokens[t].has(text::Token::closes_quote)) text += " closes";
    }
    line(text);
  }

  void add_mentions(const SentenceView& view) {
    for (const Mention& mention : view.mentions) {
      std::string text = std::string(name_of(mention.kind)) + " " + actors(mention.actors) + " " +
                         words(view, mention.begin, mention.end);
      if (mention.name_begin < mention.name_end) text += ", named " + words(view, mention.name_begin, mention.name_end);
      if (mention.possessive) text += ", possessive";
      line(text);
    }
    for (const mention::IssueMatch& match : view.issues)
      line("issue " + lexis_.program.issues[match.issue].id + (match.side < 0 ? " against " : " ") +
           (match.deed ? "deed " : "") + words(view, match.begin, match.end));
    std::string verbs;
    for (std::uint32_t t = 0; t < view.size(); ++t)
      if (view.tags[t] != Tag::other)
        verbs += (verbs.empty() ? "" : ", ") + std::string(view.raw(t)) + " " + std::string(name_of(view.tags[t]));
    if (!verbs.empty()) line("verbs: " + verbs);
    if (view.clauses.size() > 1)
      for (const Clause& clause : view.clauses)
        line(std::string(name_of(clause.kind)) + " clause " + words(view, clause.begin, clause.end));
  }

  std::string holder(const holder::Holder& holder) const {
    if (holder.outcome == holder::Holder::Outcome::nobody) return "nobody";
    std::string text = actors(holder.actors);
    if (!holder.speaker.empty()) text += ", " + holder.speaker;
    if (holder.via != lexicon::none) text += ", via " + lexis_.actors.actors[holder.via].id;
    if (*holder.how) text += " (" + std::string(holder.how) + ")";
    return text;
  }

  void add_holders(const SentenceReading& reading) {
    line("subject: " + holder(reading.subject));
    const auto& voices = reading.voices;
    for (std::size_t v = 0; v < voices.voices.size(); ++v) {
      line((voices.voices[v].quoted ? "quote of " : "words of ") + holder(voices.voices[v].holder));
      for (std::uint32_t t = 0; t < voices.voice_of.size();) {
        std::uint32_t end = t;
        while (end < voices.voice_of.size() && voices.voice_of[end] == static_cast<int>(v)) ++end;
        if (end > t) line("  " + words(reading.view, t, end));
        t = std::max(end, t + 1);
      }
    }
  }

  const mention::Lexis& lexis_;
  InspectStage stage_;
  std::size_t count_ = 0;
};

}  // namespace

std::string inspect(const corpus::Document& document, const mention::Lexis& lexis, const RuleIndex& rules,
                    InspectStage stage) {
  Inspector inspector(lexis, stage);
  read_document(document, lexis, rules, {false, [&](const SentenceReading& reading) { inspector.add(reading); }});
  return inspector.out;
}

}  // namespace demarche::evidence
