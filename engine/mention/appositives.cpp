#include <algorithm>

#include "engine/mention/phrase_words.hpp"

namespace demarche::mention {

using program::WordRole;

namespace {

class Joiner : PhraseWords {
 public:
  using PhraseWords::PhraseWords;

  void run() {
    for (std::uint32_t t = 1; t + 2 < view_.size(); ++t)
      if (word_is(t, comma_)) name_former(t);
    auto& mentions = view_.mentions;
    for (Mention& medium : mentions) name_correspondent(medium);
    for (Mention& state : mentions) name_before_bracket(state);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      Mention& role_phrase = mentions[i];
      if (role_phrase.kind != Mention::Kind::official && role_phrase.kind != Mention::Kind::private_person) continue;
      name_behind_comma(role_phrase);
      name_before_body(role_phrase);
      if (role_phrase.name_begin != role_phrase.name_end) continue;
      if (i > 0 && is_further_role(mentions[i - 1], role_phrase)) {
        mentions[i - 1].end = mentions[i - 1].outer_end = role_phrase.end;
        mentions.erase(mentions.begin() + static_cast<std::ptrdiff_t>(i));
        --i;
        continue;
      }
      std::uint32_t before = role_phrase.begin;
      while (before > 0 && (view_.is(before - 1, WordRole::determiner) || view_.is(before - 1, WordRole::former) ||
                            view_.raw(before - 1) == "another"))
        --before;
      const bool is_private = role_phrase.kind == Mention::Kind::private_person;
      const std::uint32_t described = described_from(role_phrase.begin, is_private);
      if (described != 0) before = described;
      if (before < 2 || !word_is(before - 1, comma_)) continue;
      std::uint32_t name_end = before - 1;
      if (Mention* name = person_up_to(name_end, i)) {
        take_role(*name, role_phrase);
        continue;
      }
      if (described != 0) continue;  // a name that is told of at such length may be a thing's
      std::uint32_t name_begin = name_end;
      while (name_begin > 0 && is_name_word(name_begin - 1, 0) && name_end - name_begin < 4 &&
             !view_.mention_at(name_begin - 1))
        --name_begin;
      if (name_end - name_begin < 2 || is_of_issue(name_begin)) continue;
      // "a relic of the Cold War, the minister": no person has an article.
      if (name_begin > 0 && view_.raw(name_begin - 1) == "the") continue;
      // "a relic of the Cold War, Mexico's minister said": an apposition would have a sign behind it.
      if (view_.is(role_phrase.end, WordRole::speech_verb)) continue;
      role_phrase.name_begin = name_begin;
      role_phrase.name_end = name_end;
      role_phrase.begin = name_begin;
      introduce(role_phrase);
    }
  }

 private:
  // "Maria Silva of the Brazilian foreign ministry said": who serves the body is named in front of it.
  void name_before_body(Mention& body) {
    if (body.kind != Mention::Kind::official || body.plural || body.possessive || body.actors.empty() ||
        body.name_begin != body.name_end || !view_.is(body.end - 1, WordRole::seated))
      return;
    std::uint32_t end = body.begin;
    while (end > 0 && view_.is(end - 1, WordRole::determiner)) --end;
    if (end < 3 || end == body.begin || (!word_is(end - 1, of_) && view_.raw(end - 1) != "from")) return;
    std::uint32_t begin = --end;
    while (begin > 0 && end - begin < 4 && is_name_word(begin - 1, 0) && !view_.mention_at(begin - 1)) --begin;
    const bool title =
        begin > 0 && (view_.is(begin - 1, WordRole::determiner) || view_.is(begin - 1, WordRole::former));
    if (end - begin < 2 || title || is_of_issue(begin)) return;
    body.name_begin = body.begin = begin;
    body.name_end = end;
    introduce(body);
  }

  bool is_former_behind(std::uint32_t comma, bool full_name) const {
    std::uint32_t role = comma + 1;
    while (view_.is(role, WordRole::determiner)) ++role;
    if (!view_.is(role, WordRole::former)) return false;
    return view_.role_lengths[role] > 1 || (full_name && !view_.is(role + 1, WordRole::preposition));
  }

  // "Frank Hill, former deputy director of the agency", "Tom Reed, who served under the last president": whatever the
  // role, it is past.
  void name_former(std::uint32_t comma) {
    for (Mention& known : view_.mentions) {
      if (known.end != comma || known.name_begin == known.name_end) continue;
      if (known.kind != Mention::Kind::person || !is_former_behind(comma, true)) return;
      known.kind = Mention::Kind::private_person;
      known.once_in_office = true;
      people_.by_surname.erase(folded(known.name_end - 1));  // whatever office a list gives
      return introduce(known);
    }
    std::uint32_t begin = comma;
    while (begin > 0 && comma - begin < 4 && is_name_word(begin - 1, 0) && !view_.mention_at(begin - 1)) --begin;
    if (begin == comma || !is_former_behind(comma, comma - begin >= 2) || is_of_issue(begin)) return;
    Mention person;
    person.kind = Mention::Kind::private_person;
    person.once_in_office = true;
    person.begin = person.name_begin = begin;
    person.end = person.name_end = person.outer_end = comma;
    introduce(person);
    const auto behind = std::find_if(view_.mentions.begin(), view_.mentions.end(),
                                     [begin](const Mention& mention) { return mention.begin > begin; });
    view_.mentions.insert(behind, std::move(person));
  }

  // "Ana Ruiz (Peru) said", "Ana Ruiz (Peru), condemning it,": whom the coverage of meetings names with their states.
  void name_before_bracket(Mention& state) {
    constexpr std::uint32_t longest = 4;
    const std::uint32_t close = state.end;
    if (state.kind != Mention::Kind::actor || state.possessive || state.actors.size() != 1 || state.begin < 3) return;
    if (view_.raw(state.begin - 1) != "(" || close + 1 >= view_.size() || view_.raw(close) != ")") return;
    const bool speaks = view_.is(close + 1, WordRole::speech_verb) || view_.is(close + 1, WordRole::auxiliary);
    if (!speaks && !word_is(close + 1, comma_)) return;
    const std::uint32_t end = state.begin - 1;
    std::uint32_t begin = end;
    auto names = [this](std::uint32_t t) {
      const bool opens = t == 0 && view_.tokens[t].has(text::Token::capitalised) && view_.is_content(t);
      return (opens || is_name_word(t, 0)) && !view_.mention_at(t);
    };
    while (begin > 0 && end - begin <= longest && names(begin - 1)) --begin;
    if (end - begin < 2 || end - begin > longest || is_of_issue(begin)) return;
    if (begin > 0 && !view_.tokens[begin - 1].has(text::Token::punctuation)) return;
    state.kind = Mention::Kind::person;
    state.begin = state.name_begin = begin;
    state.name_end = end;
    state.end = state.outer_end = close + 1;
    introduce(state);
  }

  // "Al Jazeera's John Hendren, reporting from Doha": whoever it is tells what he has heard.
  void name_correspondent(Mention& medium) {
    constexpr std::uint32_t longest = 4;  // words of a name
    if (medium.kind != Mention::Kind::medium || !word_is(medium.end, possessive_)) return;
    const std::uint32_t begin = medium.end + 1;
    std::uint32_t end = begin;
    while (end < view_.size() && end < begin + longest && is_name_word(end, begin) && !view_.mention_at(end)) ++end;
    if (end < begin + 2) return;
    medium.kind = Mention::Kind::private_person;
    medium.possessive = word_is(end, possessive_);
    medium.name_begin = begin;
    medium.name_end = medium.end = medium.outer_end = end;
    introduce(medium);
  }

  // The person whose name ends there, among the mentions before that with this index.
  Mention* person_up_to(std::uint32_t name_end, std::size_t before) const {
    for (std::size_t i = before; i-- > 0 && view_.mentions[i].end >= name_end;) {
      Mention& name = view_.mentions[i];
      const bool person = name.kind == Mention::Kind::person || name.kind == Mention::Kind::private_person;
      if (person && name.end == name_end) return &name;
    }
    return nullptr;
  }

  // "Rouhani, a moderate politician": the determiner behind the comma, over the words that describe the role; 0 when
  // none. What a private person knows of may bear a name ("a Middle East expert", "an Iran analyst"): an office of a
  // name would be that state's.
  std::uint32_t described_from(std::uint32_t role, bool is_private) const {
    constexpr std::uint32_t most = 3;  // words of description
    auto describes = [&](std::uint32_t token) {
      if (view_.tokens[token].has(text::Token::punctuation)) return is_private && view_.raw(token) == "-";
      if (is_private) return !view_.is(token, WordRole::determiner);
      return view_.is_content(token) && !view_.mention_at(token) && !view_.tokens[token].has(text::Token::capitalised);
    };
    std::uint32_t at = role;
    while (at > 1 && role - at < most && describes(at - 1)) --at;
    if (at == role || at < 2 || !view_.is(at - 1, WordRole::determiner) || !word_is(at - 2, comma_)) return 0;
    return at - 1;
  }

  // "Taheri, an adviser to the president and the special envoy for Sudan, said": one man with two roles.
  bool is_further_role(const Mention& person, const Mention& role_phrase) const {
    const bool told = person.kind == Mention::Kind::official && person.name_begin < person.name_end &&
                      person.name_begin == person.begin && person.name_end < person.end && !person.plural;
    if (!told || role_phrase.kind != Mention::Kind::official || role_phrase.plural) return false;
    std::uint32_t at = person.end;
    if (!word_is(at, and_)) return false;
    for (++at; view_.is(at, WordRole::determiner); ++at) {
    }
    constexpr std::uint32_t most = 3;  // words that describe the role: "the first Western official"
    for (std::uint32_t t = at; t < role_phrase.begin; ++t)
      if (view_.tokens[t].has(text::Token::punctuation) || view_.mention_at(t)) return false;
    return role_phrase.begin <= at + most;
  }

  // "to ratify the Test-Ban Treaty, Austria's delegate said": what an issue is called is nobody's name.
  bool is_of_issue(std::uint32_t token) const {
    if (token > 0 && view_.raw(token - 1) == "-" && !view_.tokens[token].has(text::Token::space_before)) return true;
    for (const IssueMatch& match : view_.issues)
      if (match.begin <= token && token < match.end) return true;
    return false;
  }

  // "..., Representative of the President, Khalaf Khalafov, said"
  void name_behind_comma(Mention& role_phrase) {
    if (role_phrase.name_begin != role_phrase.name_end || role_phrase.plural || !word_is(role_phrase.end, comma_))
      return;
    std::uint32_t begin = role_phrase.end + 1;
    std::uint32_t end = begin;
    while (end < view_.size() && end < begin + 4 && is_name_word(end, begin) && !view_.mention_at(end)) ++end;
    const Mention* namesake = role_phrase.actors.empty() ? nullptr
                              : end == begin             ? listed_at(begin, role_phrase)
                                                         : surname_at(end);
    const bool listed = namesake && end == begin;
    if (namesake) end = namesake->end;
    const bool last = end + 1 == view_.size() && view_.tokens[end].has(text::Token::punctuation);
    if ((end - begin < 2 && !listed) || !(word_is(end, comma_) || last)) return;
    role_phrase.name_begin = begin;
    role_phrase.name_end = end;
    role_phrase.outer_end = end + 1;
    if (namesake) {
      people_.by_surname.erase(folded(end - 1));  // whatever office a list gives
      // It stands behind the role, whose place in the list it does not move.
      view_.mentions.erase(view_.mentions.begin() + (namesake - view_.mentions.data()));
    }
    introduce(role_phrase);
  }

  // "the Austrian ambassador, Stefan Scholz, said": the family name alone is that of somebody listed, who has another
  // first name.
  const Mention* surname_at(std::uint32_t token) const {
    const Mention* mention = view_.mention_at(token);
    const bool person =
        mention && (mention->kind == Mention::Kind::person || mention->kind == Mention::Kind::private_person);
    return person && mention->begin == token && mention->end == token + 1 && !mention->possessive ? mention : nullptr;
  }

  // "The Peruvian foreign minister, Ana Ruiz, said", "the president-elect, X, said": a listed person, in or out of
  // the office that the text gives them whatever the day.
  const Mention* listed_at(std::uint32_t token, const Mention& role_phrase) const {
    const Mention* mention = view_.mention_at(token);
    const bool person =
        mention && (mention->kind == Mention::Kind::person || mention->kind == Mention::Kind::private_person);
    const bool whole = person && mention->begin == token && mention->name_begin == token && !mention->possessive;
    const bool office = role_phrase.kind == Mention::Kind::official || role_phrase.office != lexicon::none;
    return whole && office && mention->actors == role_phrase.actors ? mention : nullptr;
  }

  void take_role(Mention& name, const Mention& role_phrase) {
    name.outer_end = word_is(role_phrase.end, comma_) ? role_phrase.end + 1 : role_phrase.end;
    name.office = role_phrase.office;
    if (role_phrase.kind == Mention::Kind::private_person) {
      name.kind = Mention::Kind::private_person;
      const bool listed = name.person != lexicon::none || !name.actors.empty();
      name.once_in_office = role_phrase.office == lexicon::none ? listed : role_phrase.once_in_office;
    } else if (!role_phrase.actors.empty()) {
      name.kind = Mention::Kind::person;
      name.actors = role_phrase.actors;
    }
    Introduced person{name.actors, std::string(view_.raw(name.name_begin, name.name_end)),
                      name.kind == Mention::Kind::person, name.once_in_office};
    if (name.name_end > name.name_begin) people_.by_surname[folded(name.name_end - 1)] = std::move(person);
  }
};

}  // namespace

void join_appositives(SentenceView& view, const Lexis& lexis, PeopleInDocument& people) {
  Joiner(view, lexis, people).run();
}

}  // namespace demarche::mention
