#include "engine/run/prove.hpp"

#include <mutex>

#include "engine/run/gold_texts.hpp"
#include "engine/run/why_proof.hpp"

namespace demarche::run {

namespace {

// For the first place of the document where the actor is silent on the issue, its sentence read alone.
void add_near_misses(const ProofJob& job, const program::Program& program, const corpus::Document& document,
                     ProvenDocument& proven) {
  for (std::size_t i = 0; i < proven.silences.size(); ++i) {
    const auto& silence = proven.result.silences[i];
    if (silence.actor != job.actor || silence.issue != job.issue) continue;
    corpus::Document sentence;
    sentence.id = sentence.path = document.id;
    sentence.text = one_line(document.text, silence.sentence_range);
    sentence.body = {0, static_cast<std::uint32_t>(sentence.text.size())};
    sentence.date = document.date;
    sentence.speaking = document.speaking;
    sentence.speaker = document.speaker;
    for (Proof& miss : near_misses(*job.reasoner, program, sentence, job.actor, job.issue))
      proven.silences[i].add(std::move(miss));
    return;
  }
}

}  // namespace

ProvenDocument prove(const Analyser& analyser, const program::Program& program, const lexicon::ActorTable& actors,
                     const corpus::Document& document) {
  NameLog names(document.text, actors);
  AnalyseOptions options;
  options.trace = true;
  options.watch = [&names](const evidence::SentenceReading& sentence) { names.note(sentence); };
  ProvenDocument proven;
  proven.result = analyser.analyse(document, options);
  for (const auto& record : proven.result.records)
    proven.records.push_back(record_proof(record, document.text, program, names));
  for (const auto& silence : proven.result.silences)
    proven.silences.push_back(silence_proof(silence, document.text, program));
  return proven;
}

std::map<std::string, ProvenDocument> prove_documents(const FileSystem& files, const Corpus& corpus,
                                                      const Analyser& analyser, const program::Program& program,
                                                      const lexicon::ActorTable& actors, const ProofJob& job,
                                                      const PipelineOptions& options, Diagnostics& diagnostics) {
  std::map<std::string, ProvenDocument> proven;
  std::mutex mutex;
  analyse_corpus(
      files, corpus,
      [&](const corpus::Document& document) {
        evidence::DocumentResult nothing;
        nothing.doc = document.id;
        if (!job.documents.contains(document.id)) return nothing;
        ProvenDocument one = prove(analyser, program, actors, document);
        if (job.reasoner) add_near_misses(job, program, document, one);
        const std::lock_guard lock(mutex);
        proven[document.id] = std::move(one);
        return nothing;
      },
      options, diagnostics);
  return proven;
}

}  // namespace demarche::run
