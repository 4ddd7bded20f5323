#include "engine/mention/annotate.hpp"

namespace demarche::mention {

namespace {

// Role phrases know nothing of the sentence but its words and names.
class WordChart final : public match::Chart {
 public:
  WordChart(const SentenceView& view, const Lexis& lexis) : view_(view), lexis_(lexis) {}
  void hits(const program::Node& node, std::uint32_t token, std::vector<match::Hit>& out) const override {
    if (node.kind == program::Node::Kind::actor) actor_hits(view_, lexis_, node, token, std::nullopt, out);
  }
  bool stops_gap(std::uint32_t token) const override { return view_.tokens[token].has(text::Token::punctuation); }
  bool is_transparent(std::uint32_t) const override { return false; }
  std::uint32_t skippable_sibling(std::uint32_t) const override { return 0; }

 private:
  const SentenceView& view_;
  const Lexis& lexis_;
};

// "rejected a plan to", "opposes plans to", "is against the new plan to": a noun, and not the verb that hands its
// subject on. "Drew up a plan to", "kept its promise to" do so too.
bool is_noun_before_to(const SentenceView& view, const Lexis& lexis, std::uint32_t token) {
  using program::WordRole;
  if ((lexis.word_roles[view.tokens[token].word] & role(WordRole::noun_word)) == 0) return false;
  auto governs = [&](std::uint32_t t) { return lexis.is_stance_verb(view.tokens[t].word) || view.raw(t) == "against"; };
  // "Plans to lift it are ...", "..., any plan to lift it is ...": a subject
  std::uint32_t first = token;
  while (first > 0 && view.is(first - 1, WordRole::determiner)) --first;
  if (first == 0 || (first < token && view.tokens[first - 1].has(text::Token::punctuation))) return true;
  std::uint32_t before = token - 1;
  if (governs(before) || view.raw(before) == "'s" || view.raw(before) == "\u2019s") return true;
  if (!view.is(before, WordRole::determiner) && before > 0 && view.is_content(before)) --before;  // "a new plan"
  return before > 0 && view.is(before, WordRole::determiner) && governs(before - 1);
}

// What a word still is inside a phrase that has a job of its own.
constexpr RoleBits kept_in_phrases =
    role(program::WordRole::determiner) | role(program::WordRole::transparent) | role(program::WordRole::indefinite);

}  // namespace

void find_roles(SentenceView& view, const Lexis& lexis, Workspace& workspace) {
  view.roles.assign(view.size(), 0);
  view.role_lengths.assign(view.size(), 1);
  for (std::uint32_t i = 0; i < view.size(); ++i)
    if (text::WordId word = view.tokens[i].word) view.roles[i] = lexis.word_roles[word];
  // "rejected US calls": a name, though "us" is a pronoun
  for (const NameHit& name : view.names)
    if (name.end == name.begin + 1) view.roles[name.begin] &= ~role(program::WordRole::pronoun_first);
  WordChart chart(view, lexis);
  workspace.sieve.read(view.tokens, chart);
  for (std::uint32_t i = 0; i < view.size(); ++i) {
    std::uint32_t longest = 0;
    RoleBits bits = 0;
    auto try_pattern = [&](std::uint32_t pattern, std::uint32_t state) {
      const auto end =
          workspace.simulation.longest_from(state, lexis.role_phrases.automaton(pattern), view.tokens, chart, i);
      if (!end || *end < longest) return;
      const auto job = lexis.role_phrase_roles[pattern];
      if (job == program::WordRole::chain_verb && is_noun_before_to(view, lexis, i)) return;
      if (*end > longest) bits = 0;
      longest = *end;
      bits |= role(job);
    };
    lexis.role_phrases.each_possible(workspace.sieve, view.tokens, i, try_pattern);
    if (longest <= i + 1) continue;
    // The phrase speaks for its words: "not only" is no "not".
    view.roles[i] = bits;
    view.role_lengths[i] = static_cast<std::uint8_t>(longest - i);
    for (std::uint32_t covered = i + 1; covered < longest; ++covered) {
      view.roles[covered] &= kept_in_phrases;
      view.role_lengths[covered] = 0;
    }
    i = longest - 1;
  }
}

}  // namespace demarche::mention
