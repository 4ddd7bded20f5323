#include "engine/run/account.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace demarche::run {

namespace {

using evidence::DocumentResult;
using evidence::Range;
using evidence::Reason;

// How near a reason is to evidence: the farther the reading came, the more it says about the sentence.
int nearness(Reason reason) {
  switch (reason) {
    case Reason::repeated:
      return 10;
    case Reason::contradiction:
      return 9;
    case Reason::no_rule:
      return 8;
    case Reason::ignored:
      return 7;
    case Reason::third_party:
    case Reason::open_question:
      return 6;
    case Reason::denied:
    case Reason::negated_away:
      return 5;
    case Reason::nobody:
      return 4;
    case Reason::no_holder:
      return 3;
    case Reason::unknown_turn:
      return 2;
    case Reason::no_construction:
      return 1;
    default:
      return 0;  // the issue itself was not there: needs, unless
  }
}

class Counter {
 public:
  explicit Counter(Account& account) : account_(account) {}

  void add(const DocumentResult& document) {
    ++account_.documents;
    if (!document.date) account_.undated.push_back(document.doc);
    account_.sentences += document.sentences;
    std::set<Range> coded;
    for (const auto& record : document.records) coded.insert(record.sentence_range);
    std::set<std::pair<Range, std::string>> places;
    for (const auto& record : document.records) places.emplace(record.sentence_range, record.issue);
    account_.evidence.sentences += coded.size();
    account_.evidence.places += places.size();
    account_.evidence.documents += !coded.empty();
    const std::size_t silent = add_silences(document, coded);
    const std::size_t rest = document.sentences - std::min<std::size_t>(document.sentences, coded.size() + silent);
    account_.without_issue.sentences += rest;
    account_.without_issue.documents += rest > 0;
  }

 private:
  // Returns the number of sentences that have silences and no evidence.
  std::size_t add_silences(const DocumentResult& document, const std::set<Range>& coded) {
    std::map<Range, Reason> reason_of;
    for (const auto& silence : document.silences) {
      if (coded.contains(silence.sentence_range)) {
        ++account_.silent_beside;
        continue;
      }
      ++account_.silences[silence.reason].places;
      const auto [place, fresh] = reason_of.try_emplace(silence.sentence_range, silence.reason);
      if (!fresh && nearness(silence.reason) > nearness(place->second)) place->second = silence.reason;
    }
    std::set<Reason> reasons;
    for (const auto& [range, reason] : reason_of) {
      ++account_.silences[reason].sentences;
      reasons.insert(reason);
    }
    for (const Reason reason : reasons) ++account_.silences[reason].documents;
    return reason_of.size();
  }

  Account& account_;
};

bool one_word(const std::string& name) {
  return name.find(' ') == std::string::npos && name.find('-') == std::string::npos;
}

std::vector<NameLine> count_names(const std::map<std::string, std::vector<evidence::UnknownName>>& by_document) {
  struct Seen {
    NameLine line;
    bool inside = false;  // once elsewhere than at the beginning of a sentence
  };
  std::map<std::string, Seen> seen;
  for (const auto& [doc, names] : by_document) {
    std::set<std::string> here;
    for (const auto& name : names) {
      Seen& one = seen[name.name];
      if (one.line.count++ == 0) {
        one.line.name = name.name;
        one.line.doc = doc;
        one.line.sentence = name.sentence;
      }
      ++one.line.verbs[name.verb];
      one.inside = one.inside || !name.starts_sentence;
      one.line.documents += here.insert(name.name).second;
    }
  }
  std::vector<NameLine> lines;
  for (auto& [name, one] : seen)
    if (one.inside || !one_word(name)) lines.push_back(std::move(one.line));
  std::stable_sort(lines.begin(), lines.end(), [](const NameLine& a, const NameLine& b) {
    return std::tie(a.documents, a.count) > std::tie(b.documents, b.count);
  });
  return lines;
}

}  // namespace

bool Account::adds_up() const {
  std::size_t sum = evidence.sentences + without_issue.sentences;
  for (const auto& [reason, line] : silences) sum += line.sentences;
  return sum == sentences;
}

void NameBook::see(const std::string& doc, std::vector<evidence::UnknownName> names) {
  if (names.empty()) return;
  std::lock_guard lock(mutex_);
  names_[doc] = std::move(names);
}

std::map<std::string, std::vector<evidence::UnknownName>> NameBook::take() && { return std::move(names_); }

Account account_of(const std::vector<DocumentResult>& results,
                   const std::map<std::string, std::vector<evidence::UnknownName>>& names) {
  Account account;
  Counter counter(account);
  for (const auto& document : results) counter.add(document);
  account.names = count_names(names);
  return account;
}

}  // namespace demarche::run
