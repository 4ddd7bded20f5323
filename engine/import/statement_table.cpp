#include "engine/import/statement_table.hpp"

#include <charconv>
#include <map>

#include "engine/base/utf8.hpp"
#include "engine/import/csv_rows.hpp"

namespace demarche::import {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::size_t column(const std::vector<std::string>& heads, const std::string& named,
                   const std::vector<std::string>& usual) {
  const auto find = [&](const std::string& name) {
    for (std::size_t i = 0; i < heads.size(); ++i)
      if (lower_ascii(heads[i]) == lower_ascii(name)) return i;
    return nowhere;
  };
  if (!named.empty()) return find(named);
  for (const auto& name : usual)
    if (const auto at = find(name); at != nowhere) return at;
  return nowhere;
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

class Reader {
 public:
  Reader(const CsvTable& table, const Variables& names) : table_(table) {
    const auto& heads = table.rows.front().fields;
    document_ = column(heads, "", {"document", "document_id", "doc", "doc_id", "document_title", "docid"});
    title_ = column(heads, "", {"document_title", "title"});
    source_ = column(heads, "", {"document_source", "source"});
    url_ = column(heads, "", {"url", "link", "document_url"});
    date_ = column(heads, "", {"date", "time", "datetime"});
    start_ = column(heads, "", {"start", "begin", "start_position"});
    end_ = column(heads, "", {"end", "stop", "stop_position"});
    words_ = column(heads, "", {"text", "statement_text", "sentence", "quote", "passage"});
    speaker_ = column(heads, names.speaker, {"person", "speaker"});
    actor_ = column(heads, names.actor, {"organization", "organisation", "actor", "country", "person", "speaker"});
    issue_ = column(heads, names.issue, {"concept", "issue", "category"});
    agreement_ = column(heads, names.agreement, {"agreement", "qualifier", "agree", "stance", "sign"});
  }

  // What keeps the table from being used; empty when nothing does.
  std::string trouble() const {
    std::string heads;
    for (const auto& head : table_.rows.front().fields) heads += (heads.empty() ? "" : ", ") + head;
    const auto lacks = [&](const char* what, const char* how) {
      return std::string("no column says ") + what + "; " + how + " (its columns are " + heads + ")";
    };
    if (document_ == nowhere) return lacks("which document", "call one `document`");
    if (actor_ == nowhere) return lacks("whose statement it is", "name it with --actor");
    if (issue_ == nowhere) return lacks("what it is about", "name it with --issue");
    if (agreement_ == nowhere) return lacks("whether it agrees", "name it with --agreement");
    return "";
  }

  Coded read() {
    for (std::size_t i = 1; i < table_.rows.size(); ++i) add(table_.rows[i]);
    for (auto& [id, document] : documents_) coded_.documents.push_back(std::move(document));
    return std::move(coded_);
  }

 private:
  std::string field(const CsvRow& row, std::size_t at) const {
    if (at == nowhere) return "";
    std::string text = row.fields[at];
    text.erase(0, text.find_first_not_of(" \t"));
    text.erase(text.find_last_not_of(" \t") + 1);
    return text;
  }

  void leave(const CsvRow& row, const std::string& why) {
    coded_.left_out.push_back("line " + std::to_string(row.line) + ": " + why);
  }

  void add(const CsvRow& row) {
    const std::size_t wanted = table_.rows.front().fields.size();
    if (row.fields.size() != wanted)
      return leave(row,
                   "it has " + std::to_string(row.fields.size()) + " fields, and the header " + std::to_string(wanted));
    for (const auto& one : row.fields)
      if (!utf8::is_valid(one)) return leave(row, "it is no UTF-8");
    CodedStatement statement;
    statement.place = "line " + std::to_string(row.line);
    statement.document = field(row, document_);
    statement.actor = field(row, actor_);
    if (speaker_ != actor_) statement.speaker = field(row, speaker_);
    if (statement.actor.empty()) statement.actor = statement.speaker;
    statement.concept_ = field(row, issue_);
    statement.words = field(row, words_);
    if (statement.document.empty()) return leave(row, "it names no document");
    if (statement.actor.empty()) return leave(row, "it names nobody whose statement it is");
    if (statement.concept_.empty()) return leave(row, "it does not say what it is about");
    const auto agrees = parse_agreement(field(row, agreement_));
    if (!agrees) return leave(row, "`" + field(row, agreement_) + "` is neither agreement nor disagreement");
    statement.agrees = *agrees;
    place_of(row, statement);
    see_document(row, statement.document);
    coded_.statements.push_back(std::move(statement));
  }

  // Without a place of its own each statement of a document gets one, so that they stay apart.
  void place_of(const CsvRow& row, CodedStatement& statement) {
    const auto start = number(field(row, start_));
    const auto end = number(field(row, end_));
    if (start && end && *start < *end) {
      statement.range = {*start, *end};
      return;
    }
    if (start_ != nowhere && end_ != nowhere) leave(row, "its place cannot be read; it gets one by its order");
    const std::uint32_t order = order_[statement.document]++;
    statement.range = {order, order + 1};
  }

  void see_document(const CsvRow& row, const std::string& id) {
    CodedDocument& document = documents_[id];
    const bool fresh = document.id.empty();
    document.id = id;
    if (document.title.empty()) document.title = field(row, title_);
    if (document.source.empty()) document.source = field(row, source_);
    if (document.url.empty()) document.url = field(row, url_);
    const std::string text = field(row, date_);
    const auto date = parse_any_date(text);
    if (!text.empty() && !date)
      leave(row, "`" + text + "` is no date; write it as 2019-05-01. The document is undated");
    if (fresh) document.date = date;
    if (!fresh && date && document.date && *date != *document.date)
      leave(row, "document `" + id + "` has another date above, " + to_string(*document.date) + ", which stays");
  }

  const CsvTable& table_;
  std::size_t document_, title_, source_, url_, date_, start_, end_, words_, speaker_, actor_, issue_, agreement_;
  std::map<std::string, CodedDocument> documents_;
  std::map<std::string, std::uint32_t> order_;
  Coded coded_;
};

}  // namespace

std::optional<Coded> read_statement_table(std::string_view text, const Variables& variables, std::string& error) {
  const CsvTable table = read_csv_rows(text);
  if (table.rows.empty()) {
    error = table.error.empty() ? "it is empty" : table.error;
    return std::nullopt;
  }
  Reader reader(table, variables);
  if (error = reader.trouble(); !error.empty()) return std::nullopt;
  Coded coded = reader.read();
  if (!table.error.empty()) coded.left_out.push_back(table.error + ": what stands behind it is lost");
  return coded;
}

}  // namespace demarche::import
