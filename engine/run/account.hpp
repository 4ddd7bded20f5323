#pragma once
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/evidence/record.hpp"
#include "engine/evidence/unknown_names.hpp"

// The account of silence: what became of every sentence that was read. `demarche run --account`.
namespace demarche::run {

struct AccountLine {
  std::size_t sentences = 0;  // each sentence counts in one line only
  std::size_t places = 0;     // of a sentence and an issue: each issue of a sentence counts
  std::size_t documents = 0;  // with such a sentence
};

struct NameLine {
  std::string name;
  std::size_t count = 0;
  std::size_t documents = 0;
  std::map<std::string, std::size_t> verbs;  // beside which words, and how often
  std::string doc;                           // of the example: the first document by id
  std::string sentence;
};

struct Account {
  std::size_t documents = 0;
  std::vector<std::string> undated;  // ids
  std::size_t sentences = 0;
  AccountLine evidence;                              // sentences with a piece of evidence
  std::map<evidence::Reason, AccountLine> silences;  // sentences with an issue and no evidence, by the reason
  AccountLine without_issue;                         // all others: `places` is 0
  std::size_t silent_beside = 0;  // places without evidence in sentences that have evidence on another issue
  std::vector<NameLine> names;    // those of most documents first, then the most frequent, then by name

  // Whether every sentence is counted once: with evidence + each reason + without an issue = sentences.
  bool adds_up() const;
};

// Gathers the unknown names of documents that several threads read.
class NameBook {
 public:
  void see(const std::string& doc, std::vector<evidence::UnknownName> names);
  // By document id.
  std::map<std::string, std::vector<evidence::UnknownName>> take() &&;

 private:
  std::mutex mutex_;
  std::map<std::string, std::vector<evidence::UnknownName>> names_;
};

// A sentence with several silent issues counts under the reason that came nearest to evidence. A name of one word that
// only ever begins sentences is left out: its capital says nothing.
Account account_of(const std::vector<evidence::DocumentResult>& results,
                   const std::map<std::string, std::vector<evidence::UnknownName>>& names);

// For a terminal; at most `names` names.
std::string account_text(const Account& account, std::size_t names);
std::string account_tsv(const Account& account);
std::string unknown_names_tsv(const Account& account);
std::string account_json(const Account& account);

// Writes account.tsv, unknown-names.tsv and account.json into a folder; returns the paths that were written.
std::vector<std::string> write_account(FileSystem& files, const std::string& folder, const Account& account,
                                       Diagnostics& diagnostics);

}  // namespace demarche::run
