#pragma once
#include <cstddef>
#include <string>

#include "engine/run/evaluate.hpp"

namespace demarche::run {

struct EvaluationTextOptions {
  bool breakdown = true;
  bool mistakes = true;
  bool without_weak = false;  // breakdowns without the weak gold rows
  std::size_t most = 0;       // mistakes shown; 0: all
};

// For reading in a terminal.
std::string evaluation_text(const Evaluation& evaluation, const EvaluationTextOptions& options);
// The same figures for programs.
std::string evaluation_json(const Evaluation& evaluation);

}  // namespace demarche::run
