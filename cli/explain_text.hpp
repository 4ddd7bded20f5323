#pragma once
#include <string>
#include <string_view>

#include "engine/evidence/record.hpp"

namespace demarche::cli {

// One record with its sentence and every step of its trace.
std::string record_text(const evidence::Record& record, bool color);
// One place where nothing was coded, and why.
std::string silence_text(const evidence::Silence& silence);
// All that one text gave. `text` is the document's text, for showing the sentences of silences.
std::string result_text(std::string_view text, const evidence::DocumentResult& result, bool color);

}  // namespace demarche::cli
