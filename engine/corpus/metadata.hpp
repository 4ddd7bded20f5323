#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/corpus/document.hpp"

namespace demarche::corpus {

// Reads a date as people and machines write it: 2019-09-25, 2019-09-25T10:00Z, 2019/09/25, 20190925, 25 September 2019,
// Sept. 25, 2019, Wed, 25 Sep 2019 10:00:00 GMT, 25.09.2019. Of a month or a year the middle day stands for the whole.
// 03/04/2019 is no date: nobody knows which.
std::optional<Date> read_date(std::string_view text);

// True for the name of a field that `set_field` knows.
bool is_field(std::string_view name);

// Where a field stands: for messages.
struct FieldPlace {
  std::string path;                                  // the document as messages call it
  std::shared_ptr<const SourceFile> file = nullptr;  // null when only the path is known
  Span span = {};                                    // bytes of `file`
};

// Sets the field `name` of a document (title, date, source, url, language or lang, speaker, speaking or actor, id).
// Other names are left out. A date that cannot be read is said, with `where` as its place.
void set_field(Document& document, std::string_view name, std::string_view value, const FieldPlace& where,
               Diagnostics& diagnostics);

// "{speaking}_{session}_{year}.txt" taken apart.
class FileNamePattern {
 public:
  // A wrong pattern is said and then fits everything and says nothing.
  FileNamePattern(const std::string& pattern, Diagnostics& diagnostics);

  // Fills in what the file name says. `id` is the path below the corpus folder; only its last part is looked at unless
  // the pattern has a slash. False when the name does not fit.
  bool apply(Document& document, std::string_view id, Diagnostics& diagnostics) const;

 private:
  struct Part {
    bool field = false;
    std::string text;  // the literal text, or the field's name
  };
  bool match(std::size_t part, std::string_view rest, std::vector<std::string_view>& values) const;

  std::vector<Part> parts_;
  bool whole_path_ = false;
};

}  // namespace demarche::corpus
