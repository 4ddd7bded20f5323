#include <nlohmann/json.hpp>

#include "engine/report/padded.hpp"
#include "engine/run/account.hpp"
#include "engine/run/tsv.hpp"

namespace demarche::run {

namespace {

using Json = nlohmann::ordered_json;

std::string number(std::size_t value, std::size_t width) {
  const std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string line_text(std::string_view name, const AccountLine& line, std::string_view meaning) {
  return "  " + report::padded(name, 18) + number(line.sentences, 9) + number(line.places, 9) +
         number(line.documents, 11) + "  " + std::string(meaning) + "\n";
}

constexpr std::string_view evidence_meaning = "at least one piece of evidence";
constexpr std::string_view rest_meaning = "no words of an issue";

std::string row(std::string_view name, const AccountLine& line, std::string_view meaning) {
  return std::string(name) + "\t" + std::to_string(line.sentences) + "\t" + std::to_string(line.places) + "\t" +
         std::to_string(line.documents) + "\t" + std::string(meaning) + "\n";
}

std::string verbs_text(const NameLine& line) {
  std::string text;
  for (const auto& [verb, count] : line.verbs) text += (text.empty() ? "" : ", ") + verb;
  return text;
}

Json to_json(const AccountLine& line) {
  return {{"sentences", line.sentences}, {"places", line.places}, {"documents", line.documents}};
}

}  // namespace

std::string account_text(const Account& account, std::size_t names) {
  std::string text = "\nwhat became of every sentence\n  " + report::padded("", 18) + "sentences   places  documents\n";
  text += line_text("with evidence", account.evidence, evidence_meaning);
  for (const auto& [reason, line] : account.silences)
    text += line_text(evidence::name_of(reason), line, evidence::meaning_of(reason));
  text += line_text("no issue", account.without_issue, rest_meaning);
  text += "  " + report::padded("together", 18) + number(account.sentences, 9) +
          (account.adds_up() ? "" : "  (the lines do not add up: please report it)") + "\n";
  if (account.silent_beside > 0)
    text += "  and " + std::to_string(account.silent_beside) +
            " places without evidence in sentences that have some on another issue\n";
  text +=
      std::to_string(account.undated.size()) + " of " + std::to_string(account.documents) + " documents without a date";
  for (std::size_t i = 0; i < account.undated.size() && i < 5; ++i) text += (i ? ", " : ": ") + account.undated[i];
  text += account.undated.size() > 5 ? ", ...\n" : "\n";
  if (account.names.empty()) return text;
  text += "\nnames beside words of speech or stance that no actor list knows (" + std::to_string(account.names.size()) +
          ")\n";
  for (std::size_t i = 0; i < account.names.size() && i < names; ++i) {
    const NameLine& line = account.names[i];
    text += number(line.count, 6) + "  " + report::padded(line.name, 34) + number(line.documents, 4) + " documents  " +
            verbs_text(line) + "\n";
  }
  return text;
}

std::string account_tsv(const Account& account) {
  std::string out = "line\tsentences\tplaces\tdocuments\tmeaning\n";
  out += row("evidence", account.evidence, evidence_meaning);
  for (const auto& [reason, line] : account.silences)
    out += row(evidence::name_of(reason), line, evidence::meaning_of(reason));
  out += row("no-issue", account.without_issue, rest_meaning);
  AccountLine all{account.sentences, account.evidence.places, account.documents};
  for (const auto& [reason, line] : account.silences) all.places += line.places;
  out += row("all", all, "the sum of sentences and of places; the documents that were read");
  out += row("undated", {0, 0, account.undated.size()}, "documents without a date");
  return out;
}

std::string unknown_names_tsv(const Account& account) {
  std::string out = "name\tcount\tdocuments\twords\tdoc\texample\n";
  for (const NameLine& line : account.names)
    out += tsv_field(line.name) + "\t" + std::to_string(line.count) + "\t" + std::to_string(line.documents) + "\t" +
           tsv_field(verbs_text(line)) + "\t" + tsv_field(line.doc) + "\t" + tsv_field(line.sentence) + "\n";
  return out;
}

std::string account_json(const Account& account) {
  Json json{{"documents", account.documents},
            {"undated", account.undated},
            {"sentences", account.sentences},
            {"adds_up", account.adds_up()},
            {"evidence", to_json(account.evidence)}};
  json["reasons"] = Json::object();
  for (const auto& [reason, line] : account.silences)
    json["reasons"][std::string(evidence::name_of(reason))] = to_json(line);
  json["no_issue"] = to_json(account.without_issue);
  json["silent_beside_evidence"] = account.silent_beside;
  json["unknown_names"] = Json::array();
  for (const NameLine& line : account.names)
    json["unknown_names"].push_back({{"name", line.name},
                                     {"count", line.count},
                                     {"documents", line.documents},
                                     {"words", line.verbs},
                                     {"doc", line.doc},
                                     {"example", line.sentence}});
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<std::string> write_account(FileSystem& files, const std::string& folder, const Account& account,
                                       Diagnostics& diagnostics) {
  std::vector<std::string> written;
  auto write = [&](const char* name, const std::string& bytes) {
    const std::string path = folder + "/" + name;
    const std::string error = files.write_whole(path, bytes);
    if (error.empty())
      written.push_back(path);
    else
      diagnostics.add(DiagnosticId::write_failed, "cannot write `" + path + "`: " + error, path);
  };
  write("account.tsv", account_tsv(account));
  write("unknown-names.tsv", unknown_names_tsv(account));
  write("account.json", account_json(account));
  return written;
}

}  // namespace demarche::run
