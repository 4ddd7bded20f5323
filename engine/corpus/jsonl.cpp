#include <simdjson.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/corpus/format.hpp"
#include "engine/corpus/layout.hpp"
#include "engine/corpus/metadata.hpp"

// One JSON object a line: a broken line is said and the others go on.
namespace demarche::corpus {
namespace {

std::string reason_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::UNCLOSED_STRING:
      return "a text is not closed";
    case simdjson::INCORRECT_TYPE:
      return "the line is no object in braces";
    case simdjson::DEPTH_ERROR:
      return "lists and objects are nested too deep";
    case simdjson::STRING_ERROR:
      return "a text has an escape that does not exist";
    case simdjson::EMPTY:
      return "the line is empty";
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC:
      return "the line is too long";
    default:
      return "brackets, commas, quotes or words are not as JSON wants them";
  }
}

// What of the line is no JSON where it stands, which simdjson does not tell: only asked of broken lines.
Span mistake_in(std::string_view line) {
  class Finder : public nlohmann::json_sax<nlohmann::json> {
   public:
    std::size_t size = 0, begin = 0, end = 1;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception&) override {
      end = std::min(position, size);  // the end of the line counts as one more
      begin = end - std::min(end, std::max<std::size_t>(token.size(), 1));
      return false;
    }
  } finder;
  finder.size = line.size();
  nlohmann::json::sax_parse(line.begin(), line.end(), &finder);
  return {static_cast<std::uint32_t>(std::min(finder.begin, line.size())),
          static_cast<std::uint32_t>(std::min(finder.end, line.size()))};
}

class LineReader {
 public:
  LineReader(const Document& start, Sink& sink) : start_(start), sink_(sink) {}

  // `capacity` bytes from the line's beginning may be touched: simdjson reads ahead of the line's end.
  void read(std::string_view line, std::size_t number) {
    where_ = start_.path + ":" + std::to_string(number);
    simdjson::dom::element element;
    simdjson::dom::object object;
    auto error = parser_.parse(line.data(), line.size(), false).get(element);
    if (!error) error = element.get(object);
    if (error) {
      report_broken(line, number, error);
      return;
    }
    Document document = start_;
    document.id += ":" + std::to_string(number);
    std::vector<std::string> from_name = std::exchange(document.speaking, {});
    bool has_text = false;
    for (auto [key, value] : object) {
      if (key == "text" && value.is_string()) {
        document.text = std::string_view(value);
        has_text = true;
      } else {
        set(document, key, value);
      }
    }
    if (!has_text) {
      auto& diagnostic =
          sink_.diagnostics.add(DiagnosticId::document_no_text, "this line has no field `text` with a text", where_);
      diagnostic.help = "give each line a field \"text\"";
      return;
    }
    if (document.speaking.empty()) document.speaking = std::move(from_name);
    document.body = {0, static_cast<std::uint32_t>(document.text.size())};
    analyse_layout(document);
    sink_.give(std::move(document), where_);
  }

 private:
  void set(Document& document, std::string_view key, simdjson::dom::element value) {
    if (value.is_string()) set_field(document, key, std::string_view(value), {where_}, sink_.diagnostics);
    if (value.is_int64()) set_field(document, key, std::to_string(std::int64_t(value)), {where_}, sink_.diagnostics);
    if (!value.is_array() || (key != "actor" && key != "speaking")) return;
    for (auto item : simdjson::dom::array(value))
      if (item.is_string()) set_field(document, key, std::string_view(item), {where_}, sink_.diagnostics);
  }

  // With the place for as many lines as somebody reads.
  void report_broken(std::string_view line, std::size_t number, simdjson::error_code error) {
    constexpr std::size_t most_shown = 100;
    constexpr std::size_t most_behind = 200;  // bytes of the line behind the place
    std::string message = "this line is not read: " + reason_of(error);
    if (++broken_ > most_shown) {
      sink_.diagnostics.add(DiagnosticId::json_broken_line, std::move(message), where_);
      return;
    }
    const Span mistake = mistake_in(line);
    auto shown = std::make_shared<SourceFile>(start_.path, std::string(line.substr(0, mistake.end + most_behind)),
                                              static_cast<std::uint32_t>(number));
    sink_.diagnostics.add(DiagnosticId::json_broken_line, std::move(message), std::move(shown), mistake);
  }

  const Document& start_;
  Sink& sink_;
  std::size_t broken_ = 0;
  simdjson::dom::parser parser_;
  std::string where_;
};

}  // namespace

void read_jsonl(Input&& input, Sink& sink) {
  std::string text = std::move(input.text);
  text.reserve(text.size() + simdjson::SIMDJSON_PADDING);  // the parser reads ahead of a line's end
  LineReader reader(input.start, sink);
  std::size_t number = 0;
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < text.size()) {
    Line line = line_at(text, at);
    at = line.next;
    ++number;
    bool incomplete = input.cut && line.end == text.size();
    std::string_view content = trimmed(std::string_view(text).substr(line.begin, line.end - line.begin));
    if (!content.empty() && !incomplete) reader.read(content, number);
  }
}

}  // namespace demarche::corpus
