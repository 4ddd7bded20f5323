#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "dsl/lint/checks.hpp"
#include "dsl/lint/walk.hpp"

// Words that look like slips of the pen: nobody else uses them, and one letter further on is a word that many use.
namespace demarche::dsl::linting {

namespace {
using Kind = model::Expr::Kind;

constexpr std::size_t shortest = 7;  // letters: short words are too much alike
constexpr std::size_t often = 3;     // lines that must use the word that was meant

bool is_plain(std::string_view word) {
  return word.size() >= shortest && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Use {
  std::size_t count = 0;
  const Site* site = nullptr;
  Span span;
};

class Words {
 public:
  explicit Words(Context& context) : context_(context) {
    for (const auto& site : context.sites())
      walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where&) { add(site, expr); });
    for (const auto& test : context.model().tests)
      for (const auto& token : lowering::tokens_of(test.value.text)) in_texts_.insert(token.text);
    for (const auto& [word, use] : uses_) add_relatives(word);
    for (const auto& [word, use] : uses_)
      if (use.count >= often)
        for (const auto& key : deletions(word)) near_[key].push_back(word);
  }

  void run() {
    for (const auto& [word, use] : uses_)
      if (use.count == 1 && use.site->line != Line::words && context_.is_linted(*use.site) && !is_known(word))
        check(word, use);
  }

 private:
  void add(const Site& site, const model::Expr& expr) {
    if (expr.kind != Kind::word && expr.kind != Kind::text) return;
    auto tokens = lowering::tokens_of(expr.text);
    for (const auto& token : tokens) {
      if (!is_plain(token.text)) continue;
      auto& use = uses_[token.text];
      ++use.count;
      use.site = &site;
      use.span = expr.span;
    }
  }

  // The other forms of a word are words as well.
  void add_relatives(const std::string& word) {
    for (const auto& form : context_.morphology().any(word))
      if (form != word) ++relatives_[form];
  }

  bool is_known(const std::string& word) const {
    if (in_texts_.contains(word) || relatives_.contains(word)) return true;
    auto forms = context_.morphology().any(word);
    return std::any_of(forms.begin(), forms.end(), [&](const auto& form) {
      return form != word && (uses_.contains(form) || in_texts_.contains(form));
    });
  }

  // The word and what is left of it without one letter: two words one letter apart share one of these.
  static std::vector<std::string> deletions(const std::string& word) {
    std::vector<std::string> keys{word};
    for (std::size_t i = 0; i < word.size(); ++i) keys.push_back(word.substr(0, i) + word.substr(i + 1));
    return keys;
  }

  // Letters that people confuse: vowels with each other, s and c.
  static bool are_confused(char a, char b) {
    auto is_vowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
    return (is_vowel(a) && is_vowel(b)) || (a == 's' && b == 'c') || (a == 'c' && b == 's');
  }

  // One letter too many or too few, two that changed places, or one that is easily confused; never among the first two,
  // where people look: "eternal" is no slip for "external".
  static bool is_slip(const std::string& word, const std::string& meant) {
    if (word.substr(0, 2) != meant.substr(0, 2)) return false;
    if (word.size() + 1 == meant.size() || meant.size() + 1 == word.size()) {
      const auto& longer = word.size() > meant.size() ? word : meant;
      const auto& shorter = word.size() > meant.size() ? meant : word;
      if (longer.starts_with(shorter)) return false;  // export, exports; nation, national
      auto keys = deletions(longer);
      return std::find(keys.begin() + 1, keys.end(), shorter) != keys.end();
    }
    if (word.size() != meant.size()) return false;
    auto differ = std::mismatch(word.begin(), word.end(), meant.begin());
    auto at = static_cast<std::size_t>(differ.first - word.begin());
    if (at + 1 >= word.size()) return false;
    bool swapped = word[at] == meant[at + 1] && word[at + 1] == meant[at];
    if (swapped && word.substr(at + 2) == meant.substr(at + 2)) return true;
    return are_confused(word[at], meant[at]) && word.substr(at + 1) == meant.substr(at + 1);
  }

  void check(const std::string& word, const Use& use) {
    std::string best;
    for (const auto& key : deletions(word)) {
      auto list = near_.find(key);
      if (list == near_.end()) continue;
      for (const auto& meant : list->second)
        if (meant != word && is_slip(word, meant) &&
            (best.empty() || uses_[meant].count > uses_[best].count ||
             (uses_[meant].count == uses_[best].count && meant < best)))
          best = meant;
    }
    if (best.empty()) return;
    auto& d = context_.report(DiagnosticId::unknown_word, say("the word `", word, "` stands nowhere else"),
                              use.site->file(), use.span);
    d.notes.push_back(say("`", best, "` stands in ", std::to_string(uses_[best].count), " places"));
    d.help = say("did you mean `", best, "`?");
  }

  Context& context_;
  std::map<std::string, Use> uses_;
  std::unordered_set<std::string> in_texts_;
  std::unordered_map<std::string, std::size_t> relatives_;
  std::unordered_map<std::string, std::vector<std::string>> near_;
};
}  // namespace

void check_unknown_words(Context& context) { Words(context).run(); }

void check_repeated_alternations(Context& context) {
  constexpr std::size_t enough = 3, shortest_list = 4;
  struct Place {
    const Site* site;
    Span span;
  };
  std::map<std::vector<std::string>, std::vector<Place>> lists;
  for (const auto& site : context.sites()) {
    if (site.line == Line::words) continue;
    walk(context, site.pattern.expr, {}, [&](const model::Expr& expr, const Where& where) {
      if (expr.kind != Kind::choice || where.top || expr.children.size() < shortest_list) return;
      std::vector<std::string> words;
      for (const auto& child : expr.children) words.push_back(lowering::source_line(text_at(*site.file(), child.span)));
      // "in | on | of" is no list that a name would make clearer.
      if (std::all_of(words.begin(), words.end(), [](const auto& word) { return lowering::is_function_word(word); }))
        return;
      std::sort(words.begin(), words.end());
      lists[std::move(words)].push_back({&site, expr.span});
    });
  }
  for (const auto& [words, places] : lists) {
    if (places.size() < enough) continue;
    auto here =
        std::find_if(places.begin(), places.end(), [&](const auto& place) { return context.is_linted(*place.site); });
    if (here == places.end()) continue;
    auto& d = context.report(DiagnosticId::repeated_alternation,
                             say("this list of alternatives is written ", std::to_string(places.size()), " times"),
                             here->site->file(), here->span);
    for (const auto& other : places)
      if (&other != &*here && d.secondary.size() < 3)
        d.secondary.push_back({other.site->file(), other.span, "also here"});
    d.help = "give it a name, `phrase NAME = ...`, and write `<NAME>` in its places";
  }
}

}  // namespace demarche::dsl::linting
