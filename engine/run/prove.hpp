#pragma once
#include <map>
#include <set>

#include "engine/run/analyser.hpp"
#include "engine/run/pipeline.hpp"
#include "engine/run/record_proof.hpp"
#include "engine/why/why_not.hpp"

namespace demarche::run {

// One document read closely: each record and each silence of `result` with its proof.
struct ProvenDocument {
  evidence::DocumentResult result;  // with traces and uses
  std::vector<Proof> records;       // beside result.records
  std::vector<Proof> silences;      // beside result.silences
};

ProvenDocument prove(const Analyser& analyser, const program::Program& program, const lexicon::ActorTable& actors,
                     const corpus::Document& document);

// What to prove in a corpus.
struct ProofJob {
  std::set<std::string> documents;          // ids
  const why::Reasoner* reasoner = nullptr;  // looks for near misses in silences of this actor and issue, one a document
  std::string actor;
  std::string issue;
};

// Reads a corpus for some documents only, by their ids.
std::map<std::string, ProvenDocument> prove_documents(const FileSystem& files, const Corpus& corpus,
                                                      const Analyser& analyser, const program::Program& program,
                                                      const lexicon::ActorTable& actors, const ProofJob& job,
                                                      const PipelineOptions& options, Diagnostics& diagnostics);

}  // namespace demarche::run
