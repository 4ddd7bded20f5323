#include <algorithm>

#include "engine/holder/discourse.hpp"

namespace demarche::holder {

using mention::Clause;
using mention::Mention;
using mention::Tag;
using program::WordRole;
using text::Token;

namespace {

constexpr int deepest = 6;  // clauses to climb in search of a subject

void add_unique(std::vector<lexicon::ActorIndex>& to, const std::vector<lexicon::ActorIndex>& from) {
  for (lexicon::ActorIndex actor : from)
    if (std::find(to.begin(), to.end(), actor) == to.end()) to.push_back(actor);
}

// Only plain words stand between a preposition and this token.
bool follows_preposition(const mention::SentenceView& view, std::uint32_t token, std::uint32_t farthest) {
  for (std::uint32_t back = 1; back <= farthest && back <= token; ++back) {
    std::uint32_t t = token - back;
    if (view.is(t, WordRole::preposition)) return true;
    bool plain = !view.tokens[t].has(Token::punctuation) && (view.tags[t] == Tag::other || view.tags[t] == Tag::noun) &&
                 !view.is(t, WordRole::conjunction) && !view.is(t, WordRole::clause_opener);
    if (!plain) return false;
  }
  return false;
}

bool in_brackets(const mention::SentenceView& view, std::uint32_t token) {
  for (std::uint32_t t = token; t-- > 0;) {
    if (view.raw(t) == ")") return false;
    if (view.raw(t) == "(") return true;
  }
  return false;
}

// "In Moscow, the foreign ministry said": the capital that opens the sentence.
const Mention* opening_place(const mention::SentenceView& view, const Mention& office) {
  if (office.kind != Mention::Kind::official || office.office == lexicon::none) return nullptr;
  for (const Mention& mention : view.mentions) {
    if (mention.begin > 2 || mention.begin >= office.begin) return nullptr;
    if (mention.place && mention.begin > 0 && view.is(mention.begin - 1, WordRole::preposition) &&
        mention.end < view.size() && view.raw(mention.end) == ",")
      return &mention;
  }
  return nullptr;
}

}  // namespace

Holder Discourse::own_voice() const {
  Holder holder;
  if (speaking.empty()) return holder;
  holder.outcome = Holder::Outcome::found;
  holder.actors = speaking;
  holder.speaker = document_speaker;
  holder.how = "the document's own voice";
  return holder;
}

void Discourse::note_subject(const Holder& holder, bool is_person) {
  // "An analyst said ... He added ...", "Analysts said ... They ...": private people are remembered, too.
  if (holder.outcome == Holder::Outcome::nobody) {
    person = holder;
    group = holder;
    return;
  }
  if (!holder.found()) return;
  if (group.outcome == Holder::Outcome::nobody) group = {};
  if (holder.actors.size() > 1) {
    group = holder;
  } else if (is_person) {
    person = holder;
  } else {
    state = holder;
  }
  for (lexicon::ActorIndex actor : holder.actors) {
    std::erase(recent, actor);
    recent.insert(recent.begin(), actor);
  }
  while (recent.size() > 4) recent.pop_back();
}

void Discourse::note_official(lexicon::OfficeIndex office, const Holder& holder) {
  for (auto& [known, who] : officials)
    if (known == office) {
      who = holder;
      return;
    }
  officials.emplace_back(office, holder);
}

const Holder* Discourse::official(lexicon::OfficeIndex office) const {
  for (const auto& [known, who] : officials)
    if (known == office) return &who;
  return nullptr;
}

std::uint32_t HolderFinder::before_determiners(std::uint32_t token) const {
  while (token > 0) {
    std::uint32_t left = token - 1;
    bool passes = view_.is(left, WordRole::determiner) || view_.is(left, WordRole::transparent) ||
                  view_.tokens[left].has(Token::opens_quote);
    if (!passes) break;
    token = left;
  }
  return token;
}

bool HolderFinder::in_prepositional_phrase(const Mention& mention) const {
  std::uint32_t begin = before_determiners(mention.begin);
  if (begin == 0) return false;
  // "Estonia, but not Hungary, backed ..."
  if (view_.is(begin - 1, WordRole::negator) && begin > 1 && view_.is(begin - 2, WordRole::conjunction)) return true;
  if (view_.is(begin - 1, WordRole::preposition)) {
    // "after the U.S. imposed ...": a clause, as the clause stage has found.
    bool opens =
        view_.is(begin - 1, WordRole::clause_opener) && view_.clauses[view_.clause_of[begin - 1]].begin == begin - 1;
    return !opens;
  }
  // "with Russian and Chinese officials", "of Iran and Russia"
  if (view_.is(begin - 1, WordRole::conjunction) && begin > 1) {
    const Mention* left = view_.mention_at(begin - 2);
    if (left && left->begin < mention.begin) return in_prepositional_phrase(*left);
    return !left && follows_preposition(view_, begin - 1, 4);  // "by his wife and the ambassador of Peru"
  }
  // "by legal experts"
  bool role_word = mention.kind == Mention::Kind::private_person || mention.kind == Mention::Kind::nobody;
  return role_word && mention.name_begin == mention.name_end && follows_preposition(view_, begin, 3);
}

std::uint32_t HolderFinder::first_predicate(std::uint32_t clause) const {
  const Clause& c = view_.clauses[clause];
  for (std::uint32_t t = c.begin; t < c.end; ++t)
    if (view_.tags[t] == Tag::finite || view_.tags[t] == Tag::auxiliary) return t;
  return c.end;
}

// The noun phrase before the predicate that can be its subject: no object of a preposition, no modifier.
const Mention* HolderFinder::subject_mention(std::uint32_t clause, std::uint32_t limit) const {
  const Clause& c = view_.clauses[clause];
  std::uint32_t end = std::min(limit, first_predicate(clause));
  const Mention* found = nullptr;
  for (const Mention& mention : view_.mentions) {
    if (mention.begin < c.begin) continue;
    if (mention.begin >= end) break;
    if (mention.kind == Mention::Kind::modifier || (mention.possessive && mention.kind != Mention::Kind::medium))
      continue;
    if (in_prepositional_phrase(mention) || in_brackets(view_, mention.begin) || names_a_thing(mention)) continue;
    found = &mention;
  }
  return found;
}

// "the Iran deal plays a role": the name is a part of an issue's phrase that goes on behind it.
bool HolderFinder::names_a_thing(const Mention& mention) const {
  return mention.kind == Mention::Kind::actor &&
         std::any_of(view_.issues.begin(), view_.issues.end(), [&](const mention::IssueMatch& issue) {
           return !issue.deed && issue.begin <= mention.begin && mention.end < issue.end;
         });
}

std::string HolderFinder::name_of(const Mention& mention) const {
  if (mention.name_begin == mention.name_end) return {};
  std::string name(view_.raw(mention.name_begin, mention.name_end));
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

// "Iran, Russia and Turkey oppose": the mentions that stand joined before the last one hold it too.
Holder HolderFinder::joined(const Mention& last) const {
  Holder holder = resolve(last);
  std::uint32_t begin = before_determiners(last.begin);
  bool person = !holder.speaker.empty();
  for (int links = 0; links < 12 && begin > 0; ++links) {
    std::uint32_t link = begin - 1;
    while (link > 0 && view_.role_lengths[link] == 0) --link;  // "as well as"
    bool comma = view_.raw(link) == ",";
    if (!comma && !view_.is(link, WordRole::conjunction)) break;
    // "As for Sudan, we support ...": a pronoun is no end of a list of names.
    bool pronoun = last.kind == Mention::Kind::first_pronoun || last.kind == Mention::Kind::person_pronoun ||
                   last.kind == Mention::Kind::plural_pronoun || last.kind == Mention::Kind::thing_pronoun;
    if (comma && links == 0 && pronoun) break;
    if (link > 0 && view_.raw(link - 1) == ",") --link;
    std::uint32_t left_end = link;
    if (last.possessive && left_end > 0 && view_.tokens[left_end - 1].word == lexis_.vocabulary.find("'s"))
      --left_end;  // "Cuba's and Bolivia's"
    const Mention* left = left_end > 0 ? view_.mention_at(left_end - 1) : nullptr;
    if (!left || left->end != left_end || left->kind == Mention::Kind::modifier ||
        (left->possessive && !last.possessive) || in_prepositional_phrase(*left))
      break;
    std::uint32_t left_begin = before_determiners(left->begin);
    Tag before = left_begin > 0 ? view_.tags[left_begin - 1] : Tag::other;
    if (before == Tag::ing || before == Tag::infinitive || before == Tag::finite)
      break;  // "Without naming Israel, the minister"
    Holder other = resolve(*left);
    if (!other.found()) break;
    add_unique(holder.actors, other.actors);
    if (holder.outcome != Holder::Outcome::found) break;
    holder.begin = std::min(holder.begin, other.begin);
    if (person) holder.speaker.clear();
    begin = before_determiners(left->begin);
  }
  std::sort(holder.actors.begin(), holder.actors.end());
  return holder;
}

Holder HolderFinder::earlier_person(std::uint32_t before) const {
  const Mention* best = nullptr;
  bool best_is_subject = false;
  for (const Mention& mention : view_.mentions) {
    if (mention.begin >= before) break;
    bool person = mention.kind == Mention::Kind::person || mention.kind == Mention::Kind::official;
    if (!person || mention.actors.empty() || mention.possessive || in_prepositional_phrase(mention)) continue;
    std::uint32_t clause = view_.clause_of[mention.begin];
    bool is_subject = mention.begin < first_predicate(clause);
    if (best_is_subject && !is_subject) continue;  // "Zarif told Lavrov that he ..."
    best = &mention;
    best_is_subject = is_subject;
  }
  return best ? resolve(*best) : Holder{};
}

// "The President" in a readout of the state that the text is by.
bool HolderFinder::is_own_office(const Mention& mention) const {
  if (discourse_.speaking.size() != 1 || mention.office == lexicon::none || mention.name_begin != mention.name_end ||
      mention.plural || mention.kind != Mention::Kind::official)
    return false;
  const auto& people = lexis_.actors.people;
  return lexis_.actors.offices[mention.office].level == lexicon::OfficeLevel::head &&
         std::any_of(people.begin(), people.end(), [&](const lexicon::Person& person) {
           return person.actor == discourse_.speaking[0] &&
                  std::any_of(person.terms.begin(), person.terms.end(),
                              [&](const lexicon::Term& term) { return term.office == mention.office; });
         });
}

// "President Z" is not the president who was named before under another name.
bool HolderFinder::may_be_same_person(const Holder& known, const Mention& mention) const {
  std::string name = name_of(mention);
  if (name.empty() || known.speaker.empty()) return true;
  std::string_view last = name;
  if (std::size_t blank = last.rfind(' '); blank != std::string_view::npos) last.remove_prefix(blank + 1);
  return known.speaker.find(last) != std::string::npos;
}

Holder HolderFinder::resolve(const Mention& mention) const {
  Holder holder;
  holder.begin = mention.begin;
  holder.end = mention.end;
  holder.how = "named";
  auto borrow = [&](const Holder& from, const char* how) {
    holder.outcome = from.outcome;
    holder.actors = from.actors;
    holder.speaker = from.speaker;
    holder.via = from.via;
    holder.how = how;
  };
  switch (mention.kind) {
    case Mention::Kind::medium:
      holder.how = "medium";
      [[fallthrough]];
    case Mention::Kind::private_person:
    case Mention::Kind::nobody:
      holder.outcome = Holder::Outcome::nobody;
      return holder;
    case Mention::Kind::person_pronoun: {
      Holder earlier = earlier_person(mention.begin);
      borrow(earlier.found() ? earlier : discourse_.person, "pronoun");
      return holder;
    }
    case Mention::Kind::first_pronoun:
      borrow(voice_at(mention.begin), "first person");
      return holder;
    case Mention::Kind::thing_pronoun: {
      const Mention* state = nullptr;
      for (const Mention& other : view_.mentions)
        if (other.begin < mention.begin && !other.actors.empty() && other.name_begin == other.name_end &&
            !other.possessive && (other.kind == Mention::Kind::actor || other.kind == Mention::Kind::official) &&
            !in_prepositional_phrase(other))
          state = &other;
      if (!state && mention.possessive && mention.begin > 0 && has_own_noun(mention.begin)) return holder;
      borrow(state ? resolve(*state) : discourse_.state, "pronoun");
      if (!holder.found() && !mention.possessive && discourse_.person.found()) {
        borrow(discourse_.person, "pronoun");  // "Australia's government summoned him. It also announced ..."
        holder.speaker.clear();
      }
      return holder;
    }
    case Mention::Kind::plural_pronoun: {
      const Mention* several = nullptr;
      for (const Mention& other : view_.mentions)
        if (other.begin < mention.begin && other.actors.size() > 1) several = &other;
      // In the middle of a sentence "they" and "their" mean what the sentence spoke of, unless it names who.
      if (!several && mention.begin > 1 && has_own_noun(mention.begin)) return holder;
      // "New Delhi said they do not recognise ...": a state's own words about itself
      Holder voice = voice_at(mention.begin);
      if (!several && voice.found() && voice.speaker.empty() && voice.begin < voice.end && voice.end <= mention.begin) {
        borrow(voice, "pronoun");
        return holder;
      }
      borrow(several ? resolve(*several) : discourse_.group, "pronoun");
      if (holder.outcome == Holder::Outcome::nobody) return holder;
      // Who speaks says "we" of himself; his "they" are others.
      if (holder.found() && holder.actors == discourse_.speaking) return Holder{};
      if (!holder.found() && discourse_.recent.size() >= 2 && discourse_.speaking.empty()) {
        holder.outcome = Holder::Outcome::found;
        holder.actors = {discourse_.recent[0], discourse_.recent[1]};
        std::sort(holder.actors.begin(), holder.actors.end());
      }
      return holder;
    }
    default:
      break;
  }
  holder.actors = mention.actors;
  holder.speaker = name_of(mention);
  if (holder.actors.empty() && (mention.kind == Mention::Kind::official || mention.kind == Mention::Kind::person)) {
    // "the minister", "the official": whoever spoke last
    if (is_own_office(mention)) {
      borrow(discourse_.own_voice(), "role of the document's own state");
      return holder;
    }
    const Holder* named = mention.office == lexicon::none ? nullptr : discourse_.official(mention.office);
    if (const Mention* seat = opening_place(view_, mention); seat && !named) {
      holder.actors = seat->actors;
      holder.outcome = Holder::Outcome::found;
      return holder;
    }
    if (named && !may_be_same_person(*named, mention)) named = nullptr;
    if (!named && mention.name_begin < mention.name_end && !may_be_same_person(discourse_.person, mention)) return {};
    borrow(named ? *named : discourse_.person, "role");
    if (holder.found() && holder.speaker.empty()) holder.speaker = name_of(mention);
    if (!holder.found() && !discourse_.speaking.empty()) holder.outcome = Holder::Outcome::unknown;
    return holder;
  }
  if (holder.speaker.empty() && mention.kind == Mention::Kind::official && discourse_.person.found() &&
      discourse_.person.actors == holder.actors && !mention.plural)
    holder.speaker = discourse_.person.speaker;
  holder.outcome = holder.actors.empty() ? Holder::Outcome::unknown : Holder::Outcome::found;
  return holder;
}

// A noun of the text that is no actor stands before this token in its sentence.
bool HolderFinder::has_own_noun(std::uint32_t token) const {
  for (std::uint32_t t = 0; t < token; ++t)
    if (!view_.tokens[t].has(Token::punctuation) && view_.roles[t] == 0 && view_.role_lengths[t] > 0 &&
        view_.tags[t] != Tag::finite && !view_.mention_at(t))
      return true;
  return false;
}

namespace {
bool is_person(const Mention& mention) {
  return mention.kind == Mention::Kind::person || mention.kind == Mention::Kind::official ||
         mention.kind == Mention::Kind::private_person;
}
}  // namespace

// "Iran, which": a state is told more of behind a comma; "actors in Iran that", "Iran and those who" speak of others.
bool HolderFinder::stands_before(const Mention& mention, std::uint32_t relative) const {
  std::uint32_t at = relative;
  bool parted = false;
  while (at > mention.begin && view_.tokens[at - 1].has(Token::punctuation)) {
    --at;
    parted = true;
  }
  if (mention.end != at && mention.outer_end != at) return false;
  return parted || mention.kind != Mention::Kind::actor || !in_prepositional_phrase(mention);
}

Holder HolderFinder::antecedent(std::uint32_t clause) const {
  std::uint32_t at = view_.clauses[clause].begin;
  const Mention* nearest = nullptr;
  for (const Mention& mention : view_.mentions) {
    if (mention.begin >= at) break;
    if (mention.kind == Mention::Kind::modifier || mention.possessive) continue;
    if (mention.outer_end + 2 < at && mention.end + 2 < at &&
        !(nearest == nullptr && is_person(mention) && mention.end + 9 >= at))
      continue;
    if (!stands_before(mention, at) && !is_person(mention)) continue;
    // "an analyst in Yerevan, who": the person, not the place.
    if (nearest && is_person(*nearest) && in_prepositional_phrase(mention)) continue;
    nearest = &mention;
  }
  return nearest ? joined(*nearest) : Holder{};
}

// "X, on behalf of G": the holder is G, X speaks for it.
Holder HolderFinder::on_behalf(Holder holder) const {
  for (std::uint32_t t = 0; t < view_.size(); ++t) {
    if (!view_.is(t, WordRole::behalf)) continue;
    std::uint32_t end = 0;
    Holder group = named_at(t + view_.role_lengths[t], end);
    // A bare preposition only between commas: "Samoa, for AOSIS, stressed".
    bool bare = view_.is(t, WordRole::preposition);
    if (bare && (t == 0 || view_.raw(t - 1) != "," || end >= view_.size() || view_.raw(end) != ",")) continue;
    if (!group.found()) continue;
    if (group.actors == holder.actors) {
      // The subject that was found is the group itself; who speaks for it stands before.
      for (const Mention& mention : view_.mentions)
        if (mention.end <= t && mention.is_holder() && mention.actors.size() == 1 && !mention.possessive &&
            mention.actors != group.actors)
          holder.via = mention.actors[0];
      return holder;
    }
    if (holder.actors.size() == 1) group.via = holder.actors[0];
    group.speaker = holder.speaker;
    return group;
  }
  return holder;
}

Holder HolderFinder::subject_of_clause(std::uint32_t clause, std::uint32_t limit, int depth) const {
  if (depth > deepest) return {};
  const Clause& c = view_.clauses[clause];
  if (const Mention* mention = subject_mention(clause, limit)) return on_behalf(joined(*mention));
  if (c.kind == Clause::Kind::relative) return antecedent(clause);
  bool own_noun = false;
  std::uint32_t predicate = std::min(limit, first_predicate(clause));
  for (std::uint32_t t = c.begin; t < predicate; ++t)
    if (!view_.tokens[t].has(Token::punctuation) && view_.roles[t] == 0 && view_.tags[t] != Tag::ing &&
        view_.tags[t] != Tag::infinitive)
      own_noun = true;
  auto climb = [&](std::uint32_t to) { return subject_of_clause(to, view_.clauses[to].end, depth + 1); };
  if (c.kind == Clause::Kind::participle || (c.kind == Clause::Kind::subordinate && first_predicate(clause) == c.end)) {
    // The main clause that follows an opening participle, else the one before.
    if (clause == 0)
      for (std::uint32_t next = 1; next < view_.clauses.size(); ++next) {
        auto kind = view_.clauses[next].kind;
        if (kind == Clause::Kind::main || kind == Clause::Kind::coordinate) return climb(next);
      }
    for (std::uint32_t before = clause; before-- > 0;) {
      auto kind = view_.clauses[before].kind;
      if (kind == Clause::Kind::relative) continue;
      if (first_predicate(before) < view_.clauses[before].end || subject_mention(before, view_.clauses[before].end))
        return climb(before);
    }
    return {};
  }
  bool goes_on = c.kind == Clause::Kind::conditional && view_.is(c.begin, WordRole::conjunction);
  if ((c.kind == Clause::Kind::coordinate || goes_on) && !own_noun) {
    // "Malaysia, whose prime minister visited Berlin, demanded ...": a clause that has its subject and no verb yet.
    for (std::uint32_t before = clause; before-- > 0;) {
      const Clause& open = view_.clauses[before];
      if (open.kind == Clause::Kind::relative || open.kind == Clause::Kind::participle ||
          open.kind == Clause::Kind::complement)
        continue;
      bool has_verb = first_predicate(before) < open.end;
      if (!has_verb && subject_mention(before, open.end)) return climb(before);
      if (has_verb && (open.kind == Clause::Kind::main || open.kind == Clause::Kind::coordinate)) break;
    }
    bool speaks = predicate < view_.size() && view_.is(predicate, WordRole::assent);
    for (std::uint32_t before = clause; before-- > 0;) {
      auto kind = view_.clauses[before].kind;
      if (kind == Clause::Kind::relative || kind == Clause::Kind::participle) continue;
      // "made clear that Y must act, and reiterated ...": who made it clear goes on speaking.
      if (speaks && kind == Clause::Kind::complement) continue;
      return climb(before);
    }
  }
  return {};
}

Holder HolderFinder::subject_of(std::uint32_t verb) const {
  Holder holder = subject_of_clause(view_.clause_of[verb], verb, 0);
  return holder;
}

Holder HolderFinder::named_at(std::uint32_t token, std::uint32_t& end) const {
  while (token < view_.size() && (view_.is(token, WordRole::determiner) || view_.is(token, WordRole::transparent)))
    ++token;
  const Mention* mention = view_.mention_at(token);
  if (!mention || mention->kind == Mention::Kind::modifier) return {};
  end = mention->end;
  Holder holder = resolve(*mention);
  // The list goes on: "by Iran, Russia and China"
  for (int links = 0; links < 12; ++links) {
    std::uint32_t at = end;
    if (at < view_.size() && view_.raw(at) == ",") ++at;
    if (view_.is(at, WordRole::conjunction)) ++at;
    if (at == end) break;
    while (view_.is(at, WordRole::determiner)) ++at;
    const Mention* next = view_.mention_at(at);
    if (!next || next->begin != at || next->kind == Mention::Kind::modifier || next->possessive) break;
    Holder other = resolve(*next);
    if (!other.found()) break;
    add_unique(holder.actors, other.actors);
    end = next->end;
  }
  std::sort(holder.actors.begin(), holder.actors.end());
  return holder;
}

Holder HolderFinder::possessor_before(std::uint32_t noun) const {
  // Adjectives may stand between: "Tehran's steadfast opposition".
  std::uint32_t at = noun;
  for (int words = 0; words < 4 && at > 0; ++words) {
    std::uint32_t left = at - 1;
    if (view_.tokens[left].word == lexis_.vocabulary.find("'s")) {
      const Mention* mention = left > 0 ? view_.mention_at(left - 1) : nullptr;
      return mention ? joined(*mention) : Holder{};
    }
    if (const Mention* mention = view_.mention_at(left)) {
      if (!mention->possessive && mention->kind != Mention::Kind::modifier) return {};
      Holder holder = resolve(*mention);
      if (mention->kind == Mention::Kind::modifier) {
        holder.actors = mention->actors;
        holder.outcome = Holder::Outcome::found;
      }
      return holder;
    }
    bool passes = !view_.tokens[left].has(Token::punctuation) || view_.raw(left) == "-" ||
                  view_.tokens[left].has(Token::opens_quote);
    if (!passes || view_.is(left, WordRole::preposition) || view_.is(left, WordRole::conjunction) ||
        view_.is(left, WordRole::determiner))
      return {};
    if (view_.tags[left] != Tag::other && view_.tags[left] != Tag::noun && view_.tags[left] != Tag::participle)
      return {};
    at = left;
  }
  return {};
}

Holder HolderFinder::voice_at(std::uint32_t token) const {
  if (voices_ && token < voices_->voice_of.size()) {
    int voice = voices_->voice_of[token];
    if (voice >= 0) return voices_->voices[static_cast<std::size_t>(voice)].holder;
  }
  return discourse_.own_voice();
}

Holder HolderFinder::main_subject(bool& is_person) const {
  for (std::uint32_t c = 0; c < view_.clauses.size(); ++c) {
    auto kind = view_.clauses[c].kind;
    if (kind != Clause::Kind::main && kind != Clause::Kind::coordinate) continue;
    const Mention* mention = subject_mention(c, view_.clauses[c].end);
    if (!mention) continue;
    is_person = mention->kind != Mention::Kind::actor && mention->kind != Mention::Kind::thing_pronoun;
    Holder holder = joined(*mention);
    if (holder.found()) return holder;
    if (holder.outcome == Holder::Outcome::nobody && mention->kind == Mention::Kind::private_person) return holder;
  }
  return {};
}

}  // namespace demarche::holder
