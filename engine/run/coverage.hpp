#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/evidence/reader.hpp"
#include "engine/program/program.hpp"

// Which parts of the rules take part in evidence: in the tests beside them, and in a corpus.
namespace demarche::run {

// What can be covered. A line is a whole pattern; an alternative is one way of a choice in it.
enum class CoveredKind : std::uint8_t { rule, construction, line, alternative, guard, word };

struct CoveredPart {
  CoveredKind kind{};
  std::string owner;  // "issue sanctions", "rule no-exercises"; of an alternative: of the first pattern that holds it
  std::string text;   // as the author wrote it, on one line
  program::Place place;
  std::size_t tests = 0;      // right tests in which it took part
  std::size_t documents = 0;  // documents of the corpus in which it took part
  std::string test;           // the first of the tests: "sanctions: condemned (rules/issues/tests/sanctions.stance:4)"
  std::string sentence;       // the first sentence of the corpus, with its document: "Iran condemned ... (doc-12)"
};

struct Share {
  std::size_t covered = 0;
  std::size_t all = 0;
  double percent() const { return all == 0 ? 100.0 : 100.0 * static_cast<double>(covered) / static_cast<double>(all); }
};

struct CoverageReport {
  std::vector<CoveredPart> parts;  // by file, line, column, kind, text
  bool has_corpus = false;

  // By tests. `share` and `by_file` leave the lists of words out: a lexicon is no rule; it has a share of its own.
  Share share() const;
  Share share(CoveredKind kind) const;
  std::map<std::string, Share> by_file() const;

  // Forgets the parts of files for which `is_foreign` holds: what others wrote, others test.
  void drop_files(const std::function<bool(const std::string& file)>& is_foreign);
};

// Collects what took part. The program must have been compiled with its alternatives (dsl::CompileInput::alternatives)
// and the documents analysed with `trace`.
class Coverage {
 public:
  explicit Coverage(const program::Program& program);

  // The sentences of the next document: words of `words` lists are seen here, since they leave no trace in evidence.
  void add_sentence(const evidence::SentenceReading& reading, const mention::Lexis& lexis);
  // A right test, after its sentences.
  void add_test(const program::Test& test, const evidence::DocumentResult& result);
  // A document of a corpus, after its sentences.
  void add_document(const evidence::DocumentResult& result);
  // Forgets the sentences that were added since the last document: a failing test covers nothing.
  void drop_sentences() { words_.clear(); }

  CoverageReport report() const;

 private:
  using Key = std::tuple<evidence::Use::Part, std::uint32_t, std::uint32_t, std::uint32_t>;
  std::size_t add_part(CoveredKind kind, std::string owner, std::string text, const program::Place& place);
  void add_pattern(const Key& key, CoveredKind kind, const std::string& owner, const program::Pattern& pattern);
  void add_alternatives(const program::Node& node, const std::string& owner);
  void add_issue(std::uint32_t number);
  void add_conditions(evidence::Use::Part part, std::uint32_t owner_number, const std::string& owner,
                      const std::vector<program::Condition>& conditions);
  void add_language();
  void add_words(const program::WordList& list);
  void add_word(const program::Node& node, program::WordRole role, const std::string& owner,
                const program::Pattern& written);
  void add_rules();
  std::map<std::size_t, std::string> parts_of(const evidence::DocumentResult& result) const;
  void note(const evidence::Use& use, const std::string& sentence, std::map<std::size_t, std::string>& parts) const;

  const program::Program& program_;
  std::vector<CoveredPart> parts_;
  std::map<Key, std::size_t> lines_;
  std::vector<std::size_t> alternatives_;  // by number; `none` for one that no pattern holds
  std::map<std::uint32_t, std::size_t> constructions_;
  // Members of `words` lists by role and by the form they begin with.
  struct Word {
    std::size_t part = 0;
    const program::Node* node = nullptr;
  };
  std::map<std::pair<program::WordRole, std::string>, std::vector<Word>> word_parts_;
  std::map<std::size_t, std::string> words_;  // of the document at hand
  bool has_corpus_ = false;
};

std::string_view name_of(CoveredKind kind);

}  // namespace demarche::run
