#pragma once
#include <set>
#include <string>
#include <vector>

#include "dsl/lint/context.hpp"

// Comments that keep findings back: `# lint: allow wide-gap: treaties have long names`.
namespace demarche::dsl::linting {

struct Allowance {
  std::shared_ptr<const SourceFile> file;
  Span comment;
  std::string check;
  bool whole_file = false;
  std::uint32_t first_line = 0, last_line = 0;  // the lines that it speaks of, from 1
  bool used = false;
};

// The findings that no comment keeps back. What is wrong with the comments themselves is added: to be said of comments
// about checks that ran, whose names `ran` holds.
Diagnostics without_allowed(Context& context, const Diagnostics& found, const std::set<std::string>& ran);

}  // namespace demarche::dsl::linting
