#pragma once
#include <mutex>

#include "engine/corpus/document.hpp"
#include "engine/evidence/record.hpp"
#include "engine/report/page_input.hpp"

// What stands around the sentences of evidence, taken while the texts are at hand: they are let go after their
// analysis.
namespace demarche::run {

// The paragraph around each record's sentence, at most `around` characters (bytes) on either side, as people read it:
// no markup, blanks as one space. As many as there are records, in their order.
std::vector<report::Passage> passages_of(const corpus::Document& document, const evidence::DocumentResult& result,
                                         std::size_t around);

// Gathers them; `see` may be called from several threads at once.
class ExcerptBook {
 public:
  explicit ExcerptBook(std::size_t around) : around_(around) {}
  void see(const corpus::Document& document, const evidence::DocumentResult& result);
  report::Passages take() &&;

 private:
  std::size_t around_;
  std::mutex mutex_;
  report::Passages passages_;
};

}  // namespace demarche::run
