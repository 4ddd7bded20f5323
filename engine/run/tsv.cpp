#include "engine/run/tsv.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/base/utf8.hpp"

namespace demarche::run {

namespace {

constexpr std::size_t absent = static_cast<std::size_t>(-1);

std::vector<Span> split_fields(std::string_view line, std::uint32_t start) {
  std::vector<Span> fields;
  std::size_t begin = 0;
  while (true) {
    const std::size_t tab = std::min(line.find('\t', begin), line.size());
    fields.push_back({start + static_cast<std::uint32_t>(begin), start + static_cast<std::uint32_t>(tab)});
    if (tab == line.size()) return fields;
    begin = tab + 1;
  }
}

std::string_view without_line_end(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::shared_ptr<const SourceFile> read_source(const FileSystem& files, const std::string& path,
                                              Diagnostics& diagnostics) {
  if (files.kind(path) == FileSystem::Kind::missing) {
    diagnostics.add(DiagnosticId::file_not_found, "there is no file `" + path + "`", path);
    return nullptr;
  }
  auto result = files.read(path);
  if (!result.bytes) {
    diagnostics.add(DiagnosticId::file_unreadable, "cannot read `" + path + "`: " + result.error, path);
    return nullptr;
  }
  std::size_t bad = 0;
  if (!utf8::is_valid(*result.bytes, &bad)) {
    diagnostics
        .add(DiagnosticId::table_not_utf8,
             "`" + path + "` is not UTF-8 (first wrong byte at " + std::to_string(bad) + ")", path)
        .help = "save the file as UTF-8";
    return nullptr;
  }
  if (result.bytes->starts_with("\xEF\xBB\xBF")) result.bytes->erase(0, 3);
  return std::make_shared<SourceFile>(path, std::move(*result.bytes));
}

std::optional<std::uint32_t> parse_count(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<Tsv> Tsv::read(const FileSystem& files, const std::string& path, const std::vector<TsvColumn>& columns,
                             Diagnostics& diagnostics) {
  Tsv table;
  table.file_ = read_source(files, path, diagnostics);
  if (!table.file_) return std::nullopt;
  const SourceFile& file = *table.file_;
  if (!table.read_header(without_line_end(file.line(1)), columns, diagnostics)) return std::nullopt;
  for (std::uint32_t number = 2; number <= file.line_count(); ++number) {
    const std::string_view line = without_line_end(file.line(number));
    if (line.empty()) continue;
    Row row{number, split_fields(line, file.line_start(number))};
    if (row.fields.size() < table.needed_) {
      const auto start = file.line_start(number);
      diagnostics
          .add(DiagnosticId::table_short_row,
               "this row has " + std::to_string(row.fields.size()) + " of " + std::to_string(table.needed_) + " fields",
               table.file_, {start, start + static_cast<std::uint32_t>(line.size())})
          .help = "put one tab between fields; an empty field still has its tab";
      continue;
    }
    table.rows_.push_back(std::move(row));
  }
  return table;
}

bool Tsv::read_header(std::string_view line, const std::vector<TsvColumn>& columns, Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Span field : split_fields(line, 0)) names.emplace_back(file_->text().substr(field.begin, field.size()));
  std::string missing;
  for (const auto& column : columns) {
    const auto found = std::find(names.begin(), names.end(), column.name);
    place_.push_back(found == names.end() ? absent : static_cast<std::size_t>(found - names.begin()));
    if (found == names.end() && column.required)
      missing += (missing.empty() ? "`" : ", `") + std::string(column.name) + "`";
    if (found != names.end() && column.required) needed_ = std::max(needed_, place_.back() + 1);
  }
  if (missing.empty()) return true;
  std::string wanted;
  for (const auto& column : columns) wanted += (wanted.empty() ? "" : " ") + std::string(column.name);
  diagnostics
      .add(DiagnosticId::table_header, "the header line lacks " + missing, file_,
           {0, static_cast<std::uint32_t>(line.size())})
      .help = "the first line names the columns, with tabs between them: " + wanted;
  return false;
}

std::string tsv_field(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

std::string_view Tsv::field(std::size_t row, std::size_t column) const {
  const std::size_t place = place_[column];
  const auto& fields = rows_[row].fields;
  if (place == absent || place >= fields.size()) return {};
  return file_->text().substr(fields[place].begin, fields[place].size());
}

Diagnostic& Tsv::complain(DiagnosticId id, std::string message, std::size_t row, std::size_t column,
                          Diagnostics& diagnostics) const {
  const auto& fields = rows_[row].fields;
  const std::size_t place = place_[column];
  const Span span = place < fields.size() ? fields[place] : fields.front();
  return diagnostics.add(id, std::move(message), file_, span);
}

}  // namespace demarche::run
