#include <algorithm>

#include "engine/mention/annotate.hpp"

namespace demarche::mention {

void issue_hits(const std::vector<IssueMatch>& issues, const Lexis& lexis, const program::Node& node,
                std::uint32_t token, std::vector<match::Hit>& hits) {
  for (const IssueMatch& match : issues) {
    if (match.begin != token || match.of_vote) continue;
    const std::string& id = lexis.program.issues[match.issue].id;
    if (node.issues.empty() || std::find(node.issues.begin(), node.issues.end(), id) != node.issues.end())
      hits.push_back({match.end, match.issue});
  }
}

}  // namespace demarche::mention
