#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/evidence/record.hpp"
#include "engine/golden/blocks.hpp"
#include "engine/golden/compare.hpp"
#include "engine/golden/edits.hpp"
#include "engine/golden/uses.hpp"

namespace demarche::golden {

// Why a piece of evidence came, went or changed.
struct Cause {
  enum class Kind {
    line,     // `edit`: a line that took part was edited
    guard,    // `edit`: a line of a rule or an issue that took part, or the veto that speaks now, was edited
    nearby,   // `edit`: no such line; one of the few edits that there are
    article,  // the document is new, gone or edited
    reason,   // `note`: what is said of the place now ("an `ignore` of the rules vetoes it")
    unknown,  // no rule line changed: actor files, the words of the project file, or the program itself
  };
  Kind kind{};
  const Edit* edit = nullptr;  // into Edits
  std::string note;
};

// Finds causes for the evidence changes between two goldens. Everything given must outlive it.
class CauseFinder {
 public:
  // `results`, of the later side, are sorted by document id: they say what a place gives instead; `uses` is for them.
  CauseFinder(const Golden& before, const Golden& after, const Edits& edits, const Comparison& comparison,
              const std::vector<evidence::DocumentResult>& results, UseFinder uses);

  std::vector<Cause> of(const EvidenceChange& change) const;

 private:
  struct Side {
    const Golden* golden = nullptr;
    std::map<std::string, const RuleText*> texts;
    std::map<std::string, Blocks> blocks;
  };
  enum class Reach { line, statement, block };
  static Side side_of(const Golden& golden);
  void add(const Edit* edit, Cause::Kind kind, std::vector<Cause>& out) const;
  void edits_around(const Side& side, bool old, const std::vector<Use>& uses, Reach reach,
                    std::vector<Cause>& out) const;
  void edits_of(const EvidenceChange& change, Reach reach, std::vector<Cause>& out) const;
  void veto(const EvidenceChange& change, std::vector<Cause>& out) const;
  // Other evidence of the sentence may have taken its words: edits of the lines that took part in that.
  void same_sentence(const EvidenceChange& change, std::vector<Cause>& out) const;
  const evidence::Silence* silence_of(const EvidenceChange& change) const;
  std::string article(const EvidenceChange& change) const;

  Side before_;
  Side after_;
  const Edits& edits_;
  std::map<std::string, DocumentChange::Kind> documents_;
  const std::vector<evidence::DocumentResult>& results_;
  UseFinder uses_;
};

}  // namespace demarche::golden
