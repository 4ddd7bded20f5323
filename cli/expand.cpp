#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/context.hpp"
#include "cli/project.hpp"
#include "dsl/expand/sentences.hpp"
#include "engine/lexicon/read_lexicon.hpp"

namespace demarche::cli {

namespace {

using dsl::expand::Sentence;

struct Options {
  RuleOptions rules;
  std::vector<std::string> name;
  bool all = false;
  bool count = false;
  bool json = false;
};

// What is asked for: which stances on which issue, in which constructions.
struct Question {
  std::vector<const program::Stance*> stances;
  const program::Issue* issue = nullptr;
  const program::Construction* construction = nullptr;  // null: all
  const program::Rule* rule = nullptr;
  bool words_of_issue = false;
  std::string actor;  // whom a statement names: "RUS" of "RUS opposes mining"; may be no actor
};

struct Line {
  Sentence sentence;
  bool read = false;
  std::string reason;  // why it was not read as it claims
};

struct Section {
  std::string title;
  std::vector<Line> lines;
};

template <typename Item>
const Item* find(const std::vector<Item>& items, const std::string& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

// An issue that reads well as an example: one that needs nothing beside it.
const program::Issue* any_issue(const program::Program& program) {
  for (const auto& issue : program.issues)
    if (issue.needs.empty() && issue.after.empty() && !issue.patterns.empty()) return &issue;
  return program.issues.empty() ? nullptr : &program.issues.front();
}

std::vector<const program::Stance*> stances_with_side(const program::Program& program) {
  std::vector<const program::Stance*> found;
  for (const auto& stance : program.stances)
    if (stance.sign != 0) found.push_back(&stance);
  return found;
}

// `actor opposes sanctions`, as a rule says it.
bool read_statement(const program::Program& program, const std::string& text, Question& question) {
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (const auto* stance = find(program.stances, word)) question.stances.push_back(stance);
    if (const auto* issue = find(program.issues, word)) question.issue = issue;
    if (question.stances.empty() && question.actor.empty()) question.actor = word;
    if (word == "takes-a-side") question.stances = stances_with_side(program);
  }
  return !question.stances.empty() && question.issue;
}

void ask_rule(const program::Program& program, const program::Rule& rule, Question& question) {
  question.rule = &rule;
  if (const auto* stance = find(program.stances, rule.stance)) question.stances.push_back(stance);
  if (rule.takes_a_side) question.stances = stances_with_side(program);
  question.issue =
      rule.every_issue || rule.issues.empty() ? any_issue(program) : find(program.issues, rule.issues.front());
}

template <typename Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

// Which word of `actor oposes sanctions` is none; empty when the words are no such statement.
std::string wrong_word(const program::Program& program, const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;)
    if (word != "on") words.push_back(word);
  if (words.size() < 3) return {};
  auto stances = ids_of(program.stances);
  stances.emplace_back("takes-a-side");
  const auto say = [](const char* what, const std::string& word, const std::vector<std::string>& known) {
    const auto near = nearest(word, known);
    return std::string("there is no ") + what + " `" + word + "`" +
           (near.empty() ? "" : "; did you mean `" + near + "`?");
  };
  if (std::find(stances.begin(), stances.end(), words[1]) == stances.end()) return say("stance", words[1], stances);
  if (!find(program.issues, words[2])) return say("issue", words[2], ids_of(program.issues));
  return {};
}

std::optional<Question> read_question(Context& context, const program::Program& program, const std::string& name) {
  Question question;
  if (const auto* issue = find(program.issues, name)) {
    question.issue = issue;
    question.words_of_issue = true;
    question.stances = stances_with_side(program);
  } else if (const auto* stance = find(program.stances, name)) {
    question.stances.push_back(stance);
    question.issue = any_issue(program);
  } else if (const auto* construction = find(program.constructions, name)) {
    question.construction = construction;
    question.stances = stances_with_side(program);
    question.issue = any_issue(program);
  } else if (const auto* rule = find(program.rules, name)) {
    ask_rule(program, *rule, question);
  } else if (!read_statement(program, name, question)) {
    std::string message = wrong_word(program, name);
    if (message.empty()) {
      std::vector<std::string> ids;
      for (const auto& list :
           {ids_of(program.issues), ids_of(program.stances), ids_of(program.constructions), ids_of(program.rules)})
        ids.insert(ids.end(), list.begin(), list.end());
      const auto near = nearest(name, ids);
      message = "there is no rule, issue, stance or construction `" + name + "`" +
                (near.empty() ? "" : "; did you mean `" + near + "`?");
    }
    std::fprintf(stderr, "demarche: %s\n", message.c_str());
    context.exit_code = wrong_input;
    return std::nullopt;
  }
  if (question.issue) return question;
  std::fputs("demarche: the rules have no issue to show it with\n", stderr);
  context.exit_code = wrong_input;
  return std::nullopt;
}

class Expander {
 public:
  Expander(const Job& job, const Question& question, const lexicon::Morphology& morphology, bool all)
      : job_(job), question_(question), words_{job.rules->program, job.rules->actors, morphology}, all_(all) {
    choose_speaker();
    set_scene();
  }

  std::vector<Section> run() {
    if (question_.words_of_issue)
      issue_words();
    else
      constructions();
    if (question_.rule || question_.words_of_issue) other_side();
    return std::move(sections_);
  }

  // What stands before each sentence so that the `needs` and `after` of the issue hold; may be empty.
  const std::string& scene() const { return scene_; }

 private:
  // A state that the rule speaks of, and another one.
  void choose_speaker() {
    const auto& actors = words_.actors.actors;
    auto fits = [&](const lexicon::Actor& actor) {
      if (actor.kind != lexicon::ActorKind::state) return false;
      if (!question_.rule) return true;
      const auto& wanted = question_.rule->actors;
      const auto at = words_.actors.find(actor.id);
      auto among = [&](const std::string& id) {
        return id == actor.id || words_.actors.is_member(at, id, std::nullopt);
      };
      const bool anybody = wanted.ids.empty() && wanted.in.empty();
      return anybody || std::any_of(wanted.ids.begin(), wanted.ids.end(), among) ||
             std::any_of(wanted.in.begin(), wanted.in.end(), among);
    };
    if (const auto at = words_.actors.find(question_.actor); at != lexicon::none) take(actors[at]);
    for (const char* usual : {"IRN", "RUS", "FRA"})
      if (const auto at = words_.actors.find(usual); at != lexicon::none && fits(actors[at])) take(actors[at]);
    for (const auto& actor : actors)
      if (fits(actor)) take(actor);
    for (const char* usual : {"TUR", "BRA"})
      if (const auto at = words_.actors.find(usual); at != lexicon::none && actors[at].id != holder_)
        if (speaker_.other.empty()) speaker_.other = actors[at].name;
    if (speaker_.other.empty()) speaker_.other = "another country";
  }

  void take(const lexicon::Actor& actor) {
    if (!holder_.empty()) return;
    holder_ = actor.id;
    speaker_.name = actor.name;
  }

  void set_scene() {
    std::string parts;
    auto add = [&](const program::Condition& condition) {
      for (const auto& pattern : condition.patterns)
        if (const auto found = dsl::expand::examples_of(pattern.root, words_, speaker_.other); !found.empty())
          parts += (parts.empty() ? "" : " and ") + found.front();
    };
    for (const auto& condition : question_.issue->needs) add(condition);
    if (!question_.issue->after.empty()) add(question_.issue->after.front());
    if (!parts.empty()) scene_ = "This is about " + parts + ". ";
  }

  std::vector<dsl::expand::Target> targets(int side, std::size_t most) const {
    std::vector<dsl::expand::Target> found;
    for (const auto& line : question_.issue->patterns) {
      if (line.kind != program::IssuePattern::Kind::about || line.side != side) continue;
      auto examples = examples_of(line.pattern);
      if (!all_ && examples.size() > 1) examples.resize(1);
      for (auto& words : examples) {
        if (found.size() < most && !words.empty()) found.push_back({std::move(words), side, deed()});
      }
    }
    return found;
  }

  // The first thing that somebody does who is for the issue.
  std::string deed() const {
    for (const auto& line : question_.issue->patterns) {
      if (line.kind != program::IssuePattern::Kind::deed || line.side < 0) continue;
      const auto examples = examples_of(line.pattern);
      if (!examples.empty()) return examples.front();
    }
    return {};
  }

  bool is_asked(const program::Construction& construction) const {
    return !question_.construction || question_.construction == &construction;
  }

  void constructions() {
    const auto found = targets(+1, 1);
    if (found.empty()) return;
    for (const auto* stance : question_.stances) {
      Section section{stance->id + " " + question_.issue->id, {}};
      for (const auto& construction : words_.program.constructions)
        if (is_asked(construction)) add(section, construction, *stance, found.front());
      if (!section.lines.empty()) sections_.push_back(std::move(section));
    }
  }

  const program::Construction* plain_construction() const {
    if (const auto* active = find(words_.program.constructions, "active")) return active;
    return words_.program.constructions.empty() ? nullptr : &words_.program.constructions.front();
  }

  void with_each_target(Section section, int side) {
    const auto* construction = plain_construction();
    const auto* stance = find(words_.program.stances, "supports");
    if (!stance && !question_.stances.empty()) stance = question_.stances.front();
    if (!construction || !stance) return;
    for (const auto& target : targets(side, 2000)) add(section, *construction, *stance, target, false);
    if (!section.lines.empty()) sections_.push_back(std::move(section));
  }

  void issue_words() {
    with_each_target({"words for " + question_.issue->id, {}}, +1);
    deeds({"words for doing it: who demands it supports " + question_.issue->id, {}}, +1);
  }
  void other_side() {
    with_each_target({"words for its opposite: supporting them opposes " + question_.issue->id, {}}, -1);
    if (question_.words_of_issue)
      deeds({"words for undoing it: who demands it opposes " + question_.issue->id, {}}, -1);
  }

  // Each line `deed`, demanded.
  void deeds(Section section, int side) {
    const auto* construction = find(words_.program.constructions, "demand");
    const auto* stance = find(words_.program.stances, "supports");
    if (!construction || !stance) return;
    for (const auto& line : question_.issue->patterns) {
      if (line.kind != program::IssuePattern::Kind::deed || line.side != side) continue;
      auto examples = examples_of(line.pattern);
      if (!all_ && examples.size() > 1) examples.resize(1);
      for (auto& words : examples) {
        if (words.empty()) continue;
        const auto before = section.lines.size();
        add(section, *construction, *stance, {words, side, words}, false);
        if (section.lines.size() > before + 1) section.lines.resize(before + 1);  // one way to demand is enough
      }
    }
    if (!section.lines.empty()) sections_.push_back(std::move(section));
  }

  std::vector<std::string> examples_of(const program::Pattern& pattern) const {
    auto found = dsl::expand::examples_of(pattern.root, words_, speaker_.other);
    for (auto& words : found)
      for (auto at = words.find(" - "); at != std::string::npos; at = words.find(" - ")) words.replace(at, 3, "-");
    return found;
  }

  void add(Section& section, const program::Construction& construction, const program::Stance& stance,
           const dsl::expand::Target& target) {
    add(section, construction, stance, target, all_);
  }

  void add(Section& section, const program::Construction& construction, const program::Stance& stance,
           const dsl::expand::Target& target, bool every_entry) {
    for (auto& sentence : dsl::expand::sentences_of(construction, stance, target, speaker_, words_, every_entry))
      section.lines.push_back(judged(std::move(sentence)));
  }

  // The sentence read by the analyser: does it say what the rules let it say?
  Line judged(Sentence sentence) const {
    Line line;
    corpus::Document document;
    document.id = document.path = "expand";
    document.text = scene_ + sentence.text;
    document.body = {0, static_cast<std::uint32_t>(document.text.size())};
    const auto result = job_.analyser->analyse(document);
    const auto wanted = sentence.side > 0 ? evidence::Stance::support : evidence::Stance::oppose;
    for (const auto& record : result.records) {
      if (record.issue != question_.issue->id || record.actor != holder_) continue;
      line.read = line.read || record.stance == wanted;
      if (record.stance != wanted) line.reason = "it is read as the other side";
    }
    if (line.reason.empty())
      for (const auto& silence : result.silences)
        if (silence.issue == question_.issue->id) line.reason = std::string(evidence::meaning_of(silence.reason));
    if (line.reason.empty()) line.reason = "its words for the issue are not found";
    if (line.read) line.reason.clear();
    line.sentence = std::move(sentence);
    return line;
  }

  const Job& job_;
  const Question& question_;
  dsl::expand::Words words_;
  bool all_;
  dsl::expand::Speaker speaker_;
  std::string holder_;  // the speaker's id
  std::string scene_;
  std::vector<Section> sections_;
};

void print_sections(const std::vector<Section>& sections, const std::string& scene) {
  const bool unicode = unicode_output();
  if (!scene.empty()) std::printf("each behind: %s\n\n", scene.c_str());
  std::size_t read = 0;
  std::size_t all = 0;
  for (const auto& section : sections) {
    std::printf("%s\n", section.title.c_str());
    for (const auto& line : section.lines) {
      const char* sign = line.read ? (unicode ? "\u2713" : "+") : "-";
      std::printf("  %s %-18s %s\n", sign, line.sentence.construction.c_str(), line.sentence.text.c_str());
      if (!line.read) std::printf("      not read: %s\n", line.reason.c_str());
      read += line.read;
      ++all;
    }
    std::printf("\n");
  }
  std::printf("%zu of %zu sentences are read as they are meant\n", read, all);
}

void print_json(const std::vector<Section>& sections, const std::string& scene) {
  auto out = nlohmann::json::array();
  for (const auto& section : sections)
    for (const auto& line : section.lines)
      out.push_back({{"section", section.title},
                     {"text", line.sentence.text},
                     {"before", scene},
                     {"construction", line.sentence.construction},
                     {"entry", line.sentence.entry},
                     {"side", line.sentence.side > 0 ? "support" : "oppose"},
                     {"read", line.read},
                     {"reason", line.reason}});
  std::printf("%s\n", out.dump(2).c_str());
}

// A rule with `when` finds what these match, and no construction.
void print_when(const program::Rule& rule) {
  std::printf("`%s` %s what any of these matches, and no construction\n", rule.id.c_str(),
              rule.ignore ? "keeps from being coded" : "codes");
  for (const auto& condition : rule.when)
    for (const auto& pattern : condition.patterns) std::printf("  when %s\n", pattern.source.c_str());
  for (const auto& condition : rule.unless)
    for (const auto& pattern : condition.patterns) std::printf("  unless %s\n", pattern.source.c_str());
}

const char* keyword_of(const program::IssuePattern& line) {
  if (line.kind == program::IssuePattern::Kind::deed) return line.side < 0 ? "deed against" : "deed";
  return line.side < 0 ? "against" : "about";
}

// How many word sequences the patterns of the issue cover, line by line.
void print_counts(const Question& question) {
  for (const auto& line : question.issue->patterns)
    std::printf("%s %s\n    %s word sequences\n", keyword_of(line), line.pattern.source.c_str(),
                dsl::expand::in_words(dsl::expand::sequences_of(line.pattern.root)).c_str());
}

void expand(Context& context, const Options& options) {
  const auto job = prepare(context, options.rules, {}, {}, false);
  if (!job) return;
  std::string name;
  for (const auto& word : options.name) name += (name.empty() ? "" : " ") + word;
  const auto question = read_question(context, job->rules->program, name);
  if (!question) return;
  if (options.count) return print_counts(*question);
  if (question->rule && !question->rule->when.empty() && !options.json) return print_when(*question->rule);
  Diagnostics diagnostics;
  const auto path = find_library(context) + "/english/morphology.yaml";
  lexicon::Morphology morphology;
  if (context.files->kind(path) == FileSystem::Kind::file)
    morphology = lexicon::read_morphology(*context.files, path, diagnostics);
  report(context, diagnostics);
  Expander expander(*job, *question, morphology, options.all);
  const auto sections = expander.run();
  options.json ? print_json(sections, expander.scene()) : print_sections(sections, expander.scene());
}

}  // namespace

void add_expand(CLI::App& app, Context& context) {
  auto options = std::make_shared<Options>();
  auto* command = app.add_subcommand("expand", "show, in sentences, what a rule covers");
  command->footer(
      "Example:\n  demarche expand actor opposes foreign-forces-presence\n  demarche expand sanctions --all\n\n"
      "Each sentence is read by the analyser itself; one that does not say what it should is marked, with the reason.");
  command
      ->add_option("name", options->name,
                   "a rule, issue, stance or construction; or a statement: actor opposes sanctions")
      ->required();
  command->add_flag("--all", options->all, "every entry of a stance, every alternative of an issue");
  command->add_flag("--count", options->count, "how many word sequences the lines of the issue cover");
  command->add_flag("--json", options->json, "as JSON");
  add_rule_options(*command, options->rules);
  command->callback([&context, options] { expand(context, *options); });
}

}  // namespace demarche::cli
