#include <algorithm>

#include "dsl/lint/actor_classes.hpp"
#include "dsl/lint/checks.hpp"

// What tests expect against the words of their texts.
namespace demarche::dsl::linting {

namespace {
using Kind = program::Expectation::Kind;

// The words of a text with a blank around each, so that whole words can be looked for.
std::string words_of(std::string_view text) {
  std::string out = " ";
  for (const auto& token : lowering::tokens_of(text)) out.append(token.text).append(" ");
  return out;
}

bool holds(const std::string& words, std::string_view name) {
  auto wanted = words_of(name);
  return wanted.size() > 1 && words.find(wanted) != std::string::npos;
}

Span line_span(const SourceFile& file, std::uint32_t line, std::string_view what) {
  auto text = file.line(line);
  auto at = text.find(what);
  auto begin = file.line_start(line) + static_cast<std::uint32_t>(at == std::string_view::npos ? 0 : at);
  return {begin, begin + static_cast<std::uint32_t>(at == std::string_view::npos ? text.size() : what.size())};
}

class TestReader {
 public:
  TestReader(Context& context, const model::Test& test) : context_(context), test_(test) {
    const auto& value = test.value;
    words_ = words_of(say(value.title, " . ", value.text, " . ", value.source, " . ", value.speaker));
  }

  void run() {
    for (const auto& expectation : test_.value.expectations) {
      if (expectation.kind != Kind::stance) continue;
      check_words(expectation);
      if (!expectation.actor.empty()) check_actor(expectation);
    }
  }

 private:
  void check_words(const program::Expectation& expectation) {
    if (expectation.at.empty() || holds(words_of(test_.value.text), expectation.at)) return;
    const auto& file = *test_.origin.file;
    auto& d =
        context_.report(DiagnosticId::expected_words_missing, say("the text has no words \"", expectation.at, "\""),
                        test_.origin.file, line_span(file, expectation.place.line, expectation.at));
    d.notes.push_back("`at` names words of the text that the evidence must contain, letter by letter");
    d.help = "copy them from the text";
  }

  bool is_named(lexicon::ActorIndex index) const {
    const auto& table = context_.actors();
    const auto& actor = table.actors[index];
    auto in_text = [&](std::string_view name) { return holds(words_, name); };
    if (in_text(actor.name) || in_text(actor.id)) return true;
    if (std::any_of(actor.names.begin(), actor.names.end(), [&](const auto& n) { return in_text(n.text); }))
      return true;
    if (std::any_of(actor.titles.begin(), actor.titles.end(), [&](const auto& t) { return in_text(t.first); }))
      return true;
    return std::any_of(table.people.begin(), table.people.end(), [&](const auto& person) {
      return person.actor == index && std::any_of(person.spellings.begin(), person.spellings.end(), in_text);
    });
  }

  // A bloc that is named, or that speaks, may hold a position for its members.
  bool is_represented(lexicon::ActorIndex index) const {
    const auto& table = context_.actors();
    for (lexicon::ActorIndex group = 0; group < table.actors.size(); ++group) {
      const auto& members = table.actors[group].members;
      bool member = std::any_of(members.begin(), members.end(), [&](const auto& m) { return m.member == index; });
      if (member && is_named(group)) return true;
    }
    return false;
  }

  void check_actor(const program::Expectation& expectation) {
    const auto& speaking = test_.value.speaking;
    if (std::find(speaking.begin(), speaking.end(), expectation.actor) != speaking.end()) return;
    auto index = context_.actors().find(expectation.actor);
    if (index == lexicon::none || is_named(index) || is_represented(index)) return;
    auto& d = context_.report(DiagnosticId::expected_actor_missing,
                              say("nothing in this test names `", expectation.actor, "`"), test_.origin.file,
                              line_span(*test_.origin.file, expectation.place.line, expectation.actor));
    d.notes.push_back(
        say("neither ", context_.actors().actors[index].name, " nor its people, capital or offices stand in the text"));
    d.help = say("name it in the text, or say whose words these are: `speaking ", expectation.actor, "`");
  }

  Context& context_;
  const model::Test& test_;
  std::string words_;
};

// Whose view a person states depends on the day when two actors claim them.
void check_date(Context& context, const model::Test& test,
                const std::map<std::string, std::set<lexicon::ActorIndex>>& shared) {
  if (test.value.date || test.value.expectations.empty()) return;
  auto words = words_of(test.value.text);
  for (const auto& [name, actors] : shared) {
    if (!holds(words, name)) continue;
    auto& d = context.report(DiagnosticId::test_without_date,
                             say("without a date nobody knows for whom ", name, " speaks"), test.origin);
    std::string list;
    for (auto actor : actors) list += say(list.empty() ? "" : ", ", "`", context.actors().actors[actor].id, "`");
    d.notes.push_back(say("the lists of people have this name at ", list));
    d.help = "add a line `date 2022-11-01` to the test";
    return;
  }
}

// Names that people of several actors have, with those actors.
std::map<std::string, std::set<lexicon::ActorIndex>> shared_names(const Context& context) {
  std::map<std::string, std::set<lexicon::ActorIndex>> by_name;
  for (const auto& person : context.actors().people) by_name[person.name].insert(person.actor);
  std::erase_if(by_name, [](const auto& item) { return item.second.size() < 2; });
  return by_name;
}
}  // namespace

void check_test_texts(Context& context) {
  if (context.actors().actors.empty()) return;
  auto shared = shared_names(context);
  for (const auto& test : context.model().tests) {
    if (test.value.text.empty() || !context.is_linted(test.origin.file->path())) continue;
    TestReader(context, test).run();
    check_date(context, test, shared);
  }
}

}  // namespace demarche::dsl::linting
