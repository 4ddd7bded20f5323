#include "cli/parse_errors.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"

namespace demarche::cli {

namespace {

// The command that the words name, as far as they name one: `golden` of `golden chek`.
struct Command {
  const CLI::App* app;
  std::string path;  // "demarche golden"
};

Command named_command(const CLI::App& app) {
  Command command{&app, "demarche"};
  for (auto below = app.get_subcommands(); !below.empty(); below = command.app->get_subcommands()) {
    command.app = below.front();
    command.path += " " + below.front()->get_name();
  }
  return command;
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

void add_options_of(const CLI::App& app, std::vector<std::string>& names) {
  for (const auto* option : app.get_options())
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
}

// The words that no option and no command took, in the order in which they stand.
std::vector<std::string> words_left(const CLI::App& app, const Command& command) {
  auto words = command.app->remaining();
  if (command.app == &app) return words;
  for (auto& word : app.remaining()) words.push_back(word);
  return words;
}

bool is_option(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

std::string help_of(const Command& command) { return "`" + command.path + " --help` lists them"; }

std::string unknown_option(const CLI::App& app, const Command& command, const std::string& word) {
  std::vector<std::string> known;
  add_options_of(*command.app, known);
  if (command.app != &app) add_options_of(app, known);
  const std::string meant = nearest(word.substr(0, word.find('=')), known);
  return "`" + command.path + "` has no option `" + word + "`; " +
         (meant.empty() ? help_of(command) : "did you mean `" + meant + "`?");
}

std::string extra_words(const CLI::App& app, const Command& command) {
  const auto words = words_left(app, command);
  const auto option = std::find_if(words.begin(), words.end(), is_option);
  if (option != words.end()) return unknown_option(app, command, *option);
  std::string list;
  for (const auto& word : words) list += (list.empty() ? "`" : ", `") + word + "`";
  return list + (words.size() == 1 ? " is a word" : " are words") + " too many for `" + command.path +
         "`; a text of several words stands in quotes";
}

// A command that is missing or misspelt.
std::string missing_command(const CLI::App& app, const Command& command) {
  const auto words = words_left(app, command);
  const auto wrong = std::find_if_not(words.begin(), words.end(), is_option);
  const auto names = commands_of(*command.app);
  const bool top = command.app == &app;
  const std::string before = top ? "" : command.path.substr(command.path.find(' ') + 1) + " ";
  if (wrong != words.end()) {
    const std::string meant = nearest(*wrong, names);
    return "there is no command `" + before + *wrong + "`; " +
           (meant.empty() ? help_of(command) : "did you mean `" + before + meant + "`?");
  }
  if (!words.empty()) return unknown_option(app, command, words.front());
  if (top) return "say which command; " + help_of(command);
  std::string list;
  for (const auto& name : names)
    list += (list.empty() ? "`" : name == names.back() ? " or `" : ", `") + before + name + "`";
  return "say what: " + list;
}

// "--kinds: said not in {declared,narrated,act}"
std::string not_allowed(const std::string& message) {
  const auto colon = message.find(": ");
  const auto word_end = message.find(" not in {");
  const auto list_end = message.rfind('}');
  if (colon == std::string::npos || word_end == std::string::npos || list_end == std::string::npos) return message;
  const std::string word = message.substr(colon + 2, word_end - colon - 2);
  std::vector<std::string> allowed(1);
  for (char c : message.substr(word_end + 9, list_end - word_end - 9)) {
    if (c == ',')
      allowed.emplace_back();
    else
      allowed.back() += c;
  }
  std::string list;
  for (const auto& one : allowed) list += (list.empty() ? "" : &one == &allowed.back() ? " or " : ", ") + one;
  const std::string meant = nearest(word, allowed);
  return "`" + word + "` is not allowed for `" + message.substr(0, colon) + "`; " +
         (meant.empty() ? "write " + list : "did you mean `" + meant + "`?");
}

}  // namespace

void say_parse_error(const CLI::App& app, const CLI::ParseError& error) {
  const Command command = named_command(app);
  std::string message = error.what();
  const bool lacks_command = dynamic_cast<const CLI::RequiredError*>(&error) && !commands_of(*command.app).empty();
  if (lacks_command)
    message = missing_command(app, command);
  else if (dynamic_cast<const CLI::ExtrasError*>(&error))
    message = extra_words(app, command);
  else if (dynamic_cast<const CLI::ValidationError*>(&error))
    message = not_allowed(message);
  else
    message += "; `" + command.path + " --help` says how";
  std::fprintf(stderr, "demarche: %s\n", message.c_str());
}

}  // namespace demarche::cli
