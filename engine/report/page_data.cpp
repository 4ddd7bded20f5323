#include "engine/report/page_data.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>

#include "engine/base/utf8.hpp"
#include "engine/position/tally.hpp"

namespace demarche::report {

namespace {

using Json = nlohmann::ordered_json;
using evidence::DocumentResult;
using evidence::Record;

constexpr int format = 1;
constexpr int nobody = -1;

// Texts by number, in the order in which they came.
class Numbers {
 public:
  int number(const std::string& text) {
    const auto [place, added] = numbers_.emplace(text, static_cast<int>(texts_.size()));
    if (added) texts_.push_back(text);
    return place->second;
  }
  int find(const std::string& text) const {
    const auto place = numbers_.find(text);
    return place == numbers_.end() ? nobody : place->second;
  }
  const std::vector<std::string>& texts() const { return texts_; }

 private:
  std::unordered_map<std::string, int> numbers_;
  std::vector<std::string> texts_;
};

Json day(const std::optional<Date>& date) { return date ? Json(date->days) : Json(); }

constexpr std::string_view ellipsis = "\xE2\x80\xA6";

// The last characters of a text, from the beginning of a word.
std::string tail(const std::string& text, std::size_t most) {
  if (most == 0) return {};
  if (text.size() <= most) return text;
  std::size_t begin = text.size() - most;
  while (begin < text.size() && utf8::is_continuation(text[begin])) ++begin;
  const std::size_t space = text.find(' ', begin - 1);
  return std::string(ellipsis) + text.substr(space == std::string::npos ? begin : space + 1);
}

// The first characters of a text, to the end of a word.
std::string head(const std::string& text, std::size_t most) {
  if (most == 0) return {};
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && utf8::is_continuation(text[end])) --end;
  const std::size_t space = text.rfind(' ', end);
  return text.substr(0, space == std::string::npos || space == 0 ? end : space) + std::string(ellipsis);
}

class Writer {
 public:
  Writer(const position::Matrix& matrix, const std::vector<DocumentResult>& results, const PageInput& input,
         std::size_t around)
      : matrix_(matrix), results_(results), input_(input), around_(around) {
    for (const auto& row : matrix.rows) actors_.number(row.id);
    for (const auto& column : matrix.columns) issues_.number(column.id);
    rows_ = actors_.texts().size();
    columns_ = issues_.texts().size();
    for (const auto& member : input.members) shown_.insert(member.group);
    for (const auto& row : matrix.rows) shown_.insert(row.id);
    for (const auto& member : input.members) actors_.number(member.group);
    sources_.number("");
    speakers_.number("");
  }

  PageData write() {
    for (const DocumentResult& result : results_) add_document(result);
    Json json{{"format", format}, {"title", input_.title}};
    json["provenance"] = provenance();
    json["options"] = options();
    json["rows"] = first_numbers(rows_);
    json["columns"] = first_numbers(columns_);
    json["memberships"] = memberships();
    json["actors"] = actor_headings();
    json["issues"] = issue_headings();
    add_texts(json);
    json["documents"] = {{"id", ids_},   {"title", titles_},    {"date", dates_},       {"source", document_sources_},
                         {"url", urls_}, {"covered", covered_}, {"together", together_}};
    json["items"] = std::move(items_);
    json["passages"] = {{"before", before_}, {"sentence", sentences_}, {"after", after_}};
    add_method(json);
    return {json.dump(-1, ' ', false, Json::error_handler_t::replace), json["items"]["document"].size()};
  }

 private:
  static Json first_numbers(std::size_t count) {
    Json list = Json::array();
    for (std::size_t i = 0; i < count; ++i) list.push_back(i);
    return list;
  }

  Json provenance() const {
    Json lines = Json::array();
    for (const auto& [label, value] : provenance_lines(input_.provenance, matrix_.options))
      lines.push_back(Json::array({label, value}));
    return lines;
  }

  Json options() const {
    const position::Options& options = matrix_.options;
    return {{"from", day(options.window.from)},
            {"to", day(options.window.to)},
            {"undated", options.keep_undated},
            {"kinds", {options.declared, options.narrated, options.acts}},
            {"duplicates", position::name_of(options.duplicates)},
            {"taper", options.taper},
            {"sources", nullptr}};
  }

  Json memberships() {
    Json list = Json::array();
    for (const auto& member : input_.members) {
      const int row = actors_.find(member.member);
      if (row < 0 || static_cast<std::size_t>(row) >= rows_) continue;
      Json when = Json::array();
      for (const auto& dates : member.when) when.push_back(Json::array({day(dates.from), day(dates.to)}));
      list.push_back({{"group", actors_.number(member.group)}, {"row", row}, {"when", std::move(when)}});
    }
    return list;
  }

  Json actor_headings() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < actors_.texts().size(); ++i) {
      const std::string& id = actors_.texts()[i];
      list.push_back(Json::array({id, i < rows_           ? matrix_.rows[i].title
                                      : input_.actor_name ? input_.actor_name(id)
                                                          : id}));
    }
    return list;
  }

  Json issue_headings() const {
    Json list = Json::array();
    for (const auto& column : matrix_.columns) list.push_back(Json::array({column.id, column.title}));
    return list;
  }

  static Json statements(const Numbers& used, const std::vector<Statement>& known) {
    Json list = Json::array();
    for (const auto& id : used.texts()) {
      const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.id == id; });
      const bool there = found != known.end();
      list.push_back({{"id", id}, {"place", there ? found->place : ""}, {"text", there ? found->text : ""}});
    }
    return list;
  }

  void add_texts(Json& json) const {
    json["sources"] = sources_.texts();
    json["speakers"] = speakers_.texts();
    json["rules"] = statements(rules_, input_.rules);
    json["constructions"] = statements(constructions_, input_.constructions);
  }

  void add_document(const DocumentResult& result) {
    ++documents_;
    undated_ += result.date ? 0u : 1u;
    read_sentences_ += result.sentences;
    evidence_ += result.records.size();
    for (const auto& silence : result.silences) ++reasons_[static_cast<std::size_t>(silence.reason)];
    silences_ += result.silences.size();
    const std::size_t number = ids_.size();
    const std::size_t before = items_["document"].size();
    add_items(result, number);
    const bool used = items_["document"].size() > before;
    ids_.push_back(used ? result.doc : "");
    titles_.push_back(used && result.title != result.doc ? result.title : "");
    urls_.push_back(used ? result.url : "");
    dates_.push_back(day(result.date));
    document_sources_.push_back(sources_.number(result.source));
    add_coverage(result);
  }

  // The rows that a document is by or names, and the cells whose actor and issue it puts into one sentence.
  void add_coverage(const DocumentResult& result) {
    std::set<int> covered;
    auto add = [&](const std::string& actor) {
      const int row = actors_.find(actor);
      if (row >= 0 && static_cast<std::size_t>(row) < rows_) covered.insert(row);
    };
    for (const auto& actor : result.mentioned) add(actor);
    for (const auto& actor : result.speaking) add(actor);
    for (const auto& record : result.records) add(record.actor);
    Json together = Json::array();
    for (const auto& [actor, issue] : result.issue_mentions) {
      const int row = actors_.find(actor);
      const int column = issues_.find(issue);
      if (row < 0 || static_cast<std::size_t>(row) >= rows_ || column < 0) continue;
      together.push_back(row);
      together.push_back(column);
    }
    covered_.push_back(covered);
    together_.push_back(std::move(together));
  }

  void add_items(const DocumentResult& result, std::size_t document) {
    const auto passages = input_.passages.find(result.doc);
    last_passage_ = {};
    for (std::size_t i = 0; i < result.records.size(); ++i) {
      const Record& record = result.records[i];
      if (!shown_.contains(record.actor) || issues_.find(record.issue) < 0) continue;
      const bool known = passages != input_.passages.end() && i < passages->second.size();
      add_item(record, document, known ? &passages->second[i] : nullptr);
    }
  }

  void add_item(const Record& record, std::size_t document, const Passage* passage) {
    auto add = [&](const char* name, auto value) { items_[name].push_back(value); };
    add("document", document);
    add("actor", actors_.number(record.actor));
    add("issue", issues_.find(record.issue));
    add("stance", static_cast<int>(record.stance));
    add("strength", static_cast<int>(record.strength));
    add("mode", static_cast<int>(record.mode));
    add("kind", static_cast<int>(record.kind));
    add("score", static_cast<int>(std::round(record.score * 1000)));
    add("speaker", speakers_.number(record.speaker));
    add("via", record.via.empty() ? nobody : actors_.number(record.via));
    add("claimant", record.claimant.empty() ? nobody : actors_.number(record.claimant));
    add("rule", rules_.number(record.rule));
    add("construction", constructions_.number(record.construction));
    add("negated", record.negated ? 1 : 0);
    add("start", record.sentence_range.start);
    add("passage", number_of_passage(record, passage));
    const bool matched = passage && passage->match;
    add("match", matched ? static_cast<int>(passage->match->start) : nobody);
    add("matched", matched ? static_cast<int>(passage->match->end - passage->match->start) : 0);
    add("reprint", number_of_sentence(record));
  }

  // Records of one sentence stand side by side and share their passage.
  std::size_t number_of_passage(const Record& record, const Passage* passage) {
    if (!sentences_.empty() && last_passage_ == record.sentence_range && sentences_.back() == record.sentence)
      return sentences_.size() - 1;
    last_passage_ = record.sentence_range;
    before_.push_back(passage ? tail(passage->before, around_) : "");
    sentences_.push_back(record.sentence);
    after_.push_back(passage ? head(passage->after, around_) : "");
    return sentences_.size() - 1;
  }

  std::size_t number_of_sentence(const Record& record) {
    return reprints_.emplace(position::sentence_hash(record.sentence), reprints_.size()).first->second;
  }

  void add_method(Json& json) const {
    std::vector<std::pair<std::size_t, std::size_t>> order;  // count, reason
    for (const auto& [reason, count] : reasons_) order.emplace_back(count, reason);
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    json["reasons"] = Json::array();
    for (const auto& [count, reason] : order) {
      const auto which = static_cast<evidence::Reason>(reason);
      json["reasons"].push_back(Json::array({evidence::name_of(which), evidence::meaning_of(which), count}));
    }
    json["codes"] = Json::array();
    for (int code = static_cast<int>(position::Code::no_coverage); code <= static_cast<int>(position::Code::mixed);
         ++code) {
      const auto which = static_cast<position::Code>(code);
      json["codes"].push_back(Json::array({position::name_of(which), position::meaning_of(which)}));
    }
    json["counts"] = {{"documents", documents_},      {"undated", undated_},
                      {"sentences", read_sentences_}, {"evidence", evidence_},
                      {"silences", silences_},        {"elsewhere", evidence_ - json["items"]["document"].size()}};
    json["around"] = input_.passages.empty() ? Json() : Json(around_);
  }

  const position::Matrix& matrix_;
  const std::vector<DocumentResult>& results_;
  const PageInput& input_;
  std::size_t around_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::set<std::string> shown_;  // actors whose evidence is in the page
  Numbers actors_, issues_, sources_, speakers_, rules_, constructions_;
  std::unordered_map<std::uint64_t, std::size_t> reprints_;
  Json ids_ = Json::array(), titles_ = Json::array(), dates_ = Json::array(), document_sources_ = Json::array(),
       urls_ = Json::array(), covered_ = Json::array(), together_ = Json::array();
  Json items_ = empty_items();
  std::vector<std::string> before_, sentences_, after_;
  evidence::Range last_passage_;
  std::map<std::size_t, std::size_t> reasons_;
  std::size_t documents_ = 0, undated_ = 0, evidence_ = 0, silences_ = 0;
  std::uint64_t read_sentences_ = 0;

  static Json empty_items() {
    Json items;
    for (const char* name :
         {"document", "actor", "issue", "stance", "strength", "mode", "kind", "score", "speaker", "via", "claimant",
          "rule", "construction", "negated", "start", "passage", "match", "matched", "reprint"})
      items[name] = Json::array();
    return items;
  }
};

}  // namespace

PageData page_data(const position::Matrix& matrix, const std::vector<DocumentResult>& results, const PageInput& input,
                   std::size_t around) {
  return Writer(matrix, results, input, around).write();
}

}  // namespace demarche::report
