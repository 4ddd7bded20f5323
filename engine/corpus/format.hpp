#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/corpus/document.hpp"

// What the readers of the single formats share. Internal to the corpus folder.
namespace demarche::corpus {

// Gives documents on, with the last touches that are the same for all formats: unique ids, empty texts.
class Sink {
 public:
  Sink(const std::function<void(Document&&)>& take, Diagnostics& problems) : diagnostics(problems), take_(take) {}

  // `where` is how the document is called in messages: its path, with the line in a file of many.
  void give(Document&& document, const std::string& where);

  Diagnostics& diagnostics;

 private:
  const std::function<void(Document&&)>& take_;
  std::unordered_set<std::string> ids_;
  std::unordered_map<std::string, std::size_t> repeated_;
};

// One decoded file: `start` has its path, its id and what the file's name says.
struct Input {
  Document start;
  std::string text;
  bool cut = false;  // the file is damaged: its last line may be incomplete
};

void read_plain(Input&& input, Sink& sink);
void read_markdown(Input&& input, Sink& sink);
void read_jsonl(Input&& input, Sink& sink);
void read_csv(Input&& input, Sink& sink);
void read_html(Input&& input, Sink& sink);

// Lines: the text from `begin` to the line end (exclusive), and where the next begins.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;  // without the line end
  std::size_t next = 0;
};
Line line_at(std::string_view text, std::size_t begin);

std::string_view trimmed(std::string_view text);
std::string lower_ascii(std::string_view text);

}  // namespace demarche::corpus
