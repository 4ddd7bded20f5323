#pragma once
#include "engine/why/sandbox.hpp"

namespace demarche::why {

// What the elements of patterns may meet in a sentence when one looks for what is near: names and roles as they stand;
// a target by any issue within reach; a stance word by any entry of its kind; a holder by any mention.
class NearChart final : public match::Chart {
 public:
  NearChart(const Seen& seen, const mention::Lexis& lexis, std::optional<Date> day)
      : seen_(seen), lexis_(lexis), day_(day) {}

  void hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& hits) const override;
  bool stops_gap(std::uint32_t token) const override;
  bool is_transparent(std::uint32_t token) const override;
  std::uint32_t skippable_sibling(std::uint32_t) const override { return 0; }

 private:
  void slot_hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& hits) const;
  void target_hits(std::uint32_t token, std::vector<match::Hit>& hits) const;
  void head_hits(program::Entry::Kind kind, std::uint32_t token, std::vector<match::Hit>& hits) const;

  const Seen& seen_;
  const mention::Lexis& lexis_;
  std::optional<Date> day_;
};

}  // namespace demarche::why
