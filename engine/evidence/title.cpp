#include "engine/evidence/title.hpp"

#include <algorithm>

#include "engine/holder/finder.hpp"

namespace demarche::evidence {

using mention::SentenceView;
using program::WordRole;

Title read_title(const corpus::Document& document, const mention::Lexis& lexis, mention::Workspace& workspace) {
  Title read;
  text::TextInput input{document.title, {0, static_cast<std::uint32_t>(document.title.size())}, {}, {}};
  text::TokenisedText title = text::tokenise(input, lexis.vocabulary, [](text::WordId) { return true; });
  if (title.sentences.empty()) return read;
  SentenceView view;
  view.tokens = {title.tokens.data(), title.sentences[0].last};
  view.sentence = &title.sentences[0];
  view.bytes = document.title;
  std::vector<mention::NameHit> names;
  lexis.names.find(view.tokens, names);
  view.names = names;
  mention::find_roles(view, lexis, workspace);
  mention::PeopleInDocument people;
  people.date = document.date;
  mention::find_mentions(view, lexis, people);
  mention::find_tags(view, lexis);
  mention::find_examples(view, lexis);
  mention::find_clauses(view, lexis);
  for (const mention::Mention& mention : view.mentions)
    if (mention.is_holder() && mention.kind != mention::Mention::Kind::private_person)
      read.named.insert(read.named.end(), mention.actors.begin(), mention.actors.end());
  std::sort(read.named.begin(), read.named.end());
  read.named.erase(std::unique(read.named.begin(), read.named.end()), read.named.end());
  if (!view.is(0, WordRole::own_voice)) return read;
  read.joint = lexis.vocabulary.text(view.tokens[0].word) == "joint";
  holder::Discourse nobody;
  std::uint32_t end = 0;
  for (std::uint32_t t = view.role_lengths[0]; t < view.size() && t < 12u && read.speaking.empty(); ++t)
    if (view.mention_at(t)) read.speaking = holder::HolderFinder(view, lexis, nobody).named_at(t, end).actors;
  return read;
}

}  // namespace demarche::evidence
