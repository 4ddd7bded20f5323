#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/base/file_system.hpp"
#include "engine/position/figures.hpp"

namespace demarche::golden {

// How many of a group of judged pieces were right. `unclear` ones count neither way.
struct Precision {
  std::string name;  // of the issue or the rule; empty: all
  std::size_t right = 0;
  std::size_t wrong = 0;
  std::size_t unclear = 0;
  std::size_t unread = 0;  // without a judgement

  std::size_t judged() const { return right + wrong; }
  double share() const { return judged() == 0 ? 0 : static_cast<double>(right) / static_cast<double>(judged()); }
  // 95%, Jeffreys, as for the cells of a matrix.
  position::Interval interval() const {
    return position::jeffreys(static_cast<double>(right), static_cast<double>(wrong));
  }
};

struct JudgedSide {
  std::size_t population = 0;  // pieces that the sample was drawn from
  Precision all;
  std::vector<Precision> issues;  // sorted by name
  std::vector<Precision> rules;
};

struct Judged {
  JudgedSide gained;
  JudgedSide lost;
};

// Reads back a sheet that `sheet_tsv` made and somebody filled in. Nothing when it cannot be used.
std::optional<Judged> read_judged(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);

std::string judged_text(const Judged& judged);
std::string judged_json(const Judged& judged);

}  // namespace demarche::golden
