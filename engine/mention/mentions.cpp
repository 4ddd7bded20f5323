#include <algorithm>
#include <string>

#include "engine/mention/annotate.hpp"
#include "engine/mention/initials.hpp"
#include "engine/mention/pair_words.hpp"
#include "engine/mention/phrase_words.hpp"

namespace demarche::mention {

namespace {

using lexicon::none;
using program::WordRole;
using text::Token;

// Builds noun phrases around names, offices and role words, left to right.
class Finder : PhraseWords {
 public:
  using PhraseWords::PhraseWords;

  void run() {
    for (std::uint32_t at = 0; at < view_.size();) {
      std::uint32_t next = phrase(at);
      at = std::max(next, at + 1);
    }
  }

 private:
  using Kind = NameEntry::Kind;
  static constexpr std::uint32_t longest_title = 9;  // words of an office for several things

  // One noun phrase that begins here; returns where to go on.
  std::uint32_t phrase(std::uint32_t at) {
    const NameHit* hit = hit_from(at);
    if (hit) {
      if (is_office(hit)) return official({}, at, at, false);
      if (entry_of(*hit, Kind::person)) return person(*hit);
      if (const NameEntry* entry = country(hit)) return actor_phrase(*hit, *entry);
    }
    if (std::uint32_t end = introduced_person(at)) return end;
    return role_word(at);
  }

  // "Iranian", "Iran's", "Iran": alone, or in front of an office, a private role, a medium.
  std::uint32_t actor_phrase(const NameHit& hit, const NameEntry& entry) {
    std::vector<lexicon::ActorIndex> actors;
    add_actors(hit, entry.kind, actors);
    std::uint32_t end = hit.end;
    bool adjective = entry.kind == Kind::adjective || entry.kind == Kind::demonym;
    if (adjective) end = further_adjectives(end, actors);
    if (!adjective) end = further_possessors(past_abbreviation(end), actors);
    bool possessive = word_is(end, possessive_);
    std::uint32_t after = possessive ? end + 1 : end;
    if (std::uint32_t head = head_after(after, possessive || adjective)) return headed(actors, hit.begin, head - 1);
    if (const std::uint32_t head = entry.kind == Kind::seat && !possessive ? from_head_of(hit.begin) : hit.begin;
        head < hit.begin && lexis_.actors.actors[actors[0]].kind == lexicon::ActorKind::state)
      return leader(std::move(actors), head, end);
    if (entry.kind == Kind::seat && !possessive && view_.is(end, WordRole::leading) && !is_office(hit_from(end)))
      return leader(std::move(actors), hit.begin, end + 1);
    Mention mention;
    mention.begin = hit.begin;
    mention.end = end;
    mention.actors = actors;
    if (adjective && stands_for_person(hit.begin, end)) {
      mention.kind = Mention::Kind::official;
      add(mention);
      return end;
    }
    mention.possessive = possessive || adjective;
    mention.place = entry.kind == Kind::capital;
    mention.plural = actors.size() > 1;
    mention.kind = adjective || is_in_compound(hit.begin, end) ? Mention::Kind::modifier : Mention::Kind::actor;
    if (are_some_members(hit.begin, end) || is_one_member(hit.begin, end)) mention.kind = Mention::Kind::nobody;
    add(mention);
    return end;
  }

  // The place of the noun that a name in front belongs to (plus one): an office, a private role, a word by which states
  // name themselves. At most four words lie between, none of them a verb's or a sentence's sign.
  std::uint32_t head_after(std::uint32_t from, bool modifies) const {
    std::uint32_t most = modifies ? 5 : 2;
    if (modifies) from = behind_compound(from);
    for (std::uint32_t at = from; at < view_.size() && at < from + most; ++at) {
      if (is_office(hit_from(at)) || view_.is(at, WordRole::private_role) || view_.is(at, WordRole::medium) ||
          (modifies && view_.is(at, WordRole::self_reference)))
        return at + 1;
      const Token& token = view_.tokens[at];
      if (modifies &&
          (joins_capitals(at) || joins_portfolio(at))) {  // "Iranian Deputy Industry, Mining and Trade Minister"
        most = longest_title;
        continue;
      }
      if (token.has(Token::punctuation) && !is_hyphen(at)) return 0;
      if (view_.is(at, WordRole::preposition) || view_.is(at, WordRole::auxiliary) ||
          view_.is(at, WordRole::conjunction) || view_.is(at, WordRole::clause_opener) ||
          view_.is(at, WordRole::relative))
        return 0;
      // "Chile's Vienna ambassador": the capital where somebody serves.
      const NameEntry* seat = modifies ? country(hit_from(at)) : nullptr;
      if (hits_[at] >= 0 && !view_.is(at, WordRole::former) && !(seat && seat->kind == Kind::capital)) return 0;
      if (!modifies && !view_.is(at, WordRole::former) && !token.has(Token::capitalised)) return 0;
      if (is_plain_verb(at) && !token.has(Token::capitalised)) return 0;
    }
    return 0;
  }

  static void leave_office(Mention& mention) {
    mention.kind = Mention::Kind::private_person;
    mention.once_in_office = true;
  }

  // "The head of the AEOI", "the AEOI director": who leads a body of a state.
  std::uint32_t leader(std::vector<lexicon::ActorIndex> actors, std::uint32_t head, std::uint32_t end) {
    Mention mention;
    mention.kind = Mention::Kind::official;
    mention.begin = head;
    mention.actors = std::move(actors);
    mention.end = name_after(end, mention);
    if (has_former(head, head)) leave_office(mention);
    mention.possessive = word_is(mention.end, possessive_);
    introduce(mention);
    add(mention);
    return mention.end;
  }

  std::uint32_t headed(std::vector<lexicon::ActorIndex> actors, std::uint32_t begin, std::uint32_t head) {
    if (is_office(hit_from(head)) && !view_.is(head, WordRole::private_role))
      return official(std::move(actors), begin, head, true);
    Mention mention;
    mention.begin = begin;
    mention.end = head + 1;
    mention.actors = std::move(actors);
    if (view_.is(head, WordRole::private_role)) {
      mention.kind = Mention::Kind::private_person;
      mention.end = name_after(head + std::max<std::uint32_t>(view_.role_lengths[head], 1), mention);
      introduce(mention);
    } else if (view_.is(head, WordRole::medium)) {
      mention.kind = Mention::Kind::medium;
    } else if (is_one_who_meets(head)) {
      mention.kind = Mention::Kind::official;
      // A name behind a headline's "Swiss counterpart" may open the next sentence.
      if (begin > 0 && (view_.is(begin - 1, WordRole::pronoun_person) || view_.is(begin - 1, WordRole::determiner)))
        mention.end = name_after(head + 1, mention);
      if (has_former(begin, head)) leave_office(mention);
      introduce(mention);
    } else {
      mention.kind = Mention::Kind::actor;  // "the Azerbaijani side", "Iran's delegation"
      if (has_former(begin, head) || are_some_of_it(begin, head)) leave_office(mention);
    }
    mention.possessive = word_is(mention.end, possessive_);
    add(mention);
    return mention.end;
  }

  // An office with what stands around it: "foreign minister of Iran", "ambassador to Moscow Kazem Jalali".
  std::uint32_t official(std::vector<lexicon::ActorIndex> actors, std::uint32_t begin, std::uint32_t head,
                         bool named_before) {
    const NameHit& hit = *hit_from(head);
    Mention mention;
    mention.kind = Mention::Kind::official;
    mention.begin = named_before ? from_head_of(begin) : begin;
    const NameEntry* title = entry_of(hit, Kind::title);
    const NameEntry* office = entry_of(hit, Kind::office);
    const NameEntry& entry = title ? *title : *office;
    mention.office = entry.office;
    mention.plural = entry.plural;
    std::uint32_t end = hit.end;
    // Offices come in rows: "president and prime minister", "Defense Minister Brigadier General".
    while (is_office(hit_from(end))) end = hit_from(end)->end;
    end = past_portfolio(end);
    if (!named_before && !is_sent_for(hit, end)) end = owner_after(end, actors);
    if (actors.empty() && mention.plural) end = named_owners(end, actors);
    if (!named_before && !actors.empty()) end = body_of_owner(end);
    const bool body = view_.is(end - 1, WordRole::seated) && (begin == 0 || view_.is(begin - 1, WordRole::determiner));
    if (actors.empty() && (mention.plural || body)) end = seat_after(end, actors);
    if (actors.empty()) end = superior_after(end, actors);
    end = posting_after(end);
    // "president-elect"
    const bool not_yet = end + 1 < view_.size() && is_hyphen(end) && view_.is(end + 1, WordRole::former);
    if (not_yet) end += 2;
    if (actors.empty() && title && hit.entry_count == 1) actors.push_back(title->actor);
    if (actors.empty() && begin > 0 && view_.is(begin - 1, WordRole::pronoun_first))
      mention.kind = Mention::Kind::first_pronoun;
    const std::uint32_t several = actors.empty() && mention.plural ? end_behind_several(view_, end) : 0;
    if (several > 0) return joint(mention, several);
    mention.actors = actors;
    mention.end = name_after(end, mention);
    if (actors.empty() && mention.end > end) mention.end = state_behind_name(mention.end, mention.actors);
    // "the Chinese government's special envoy": the office of an office.
    const bool owns =
        word_is(mention.end, possessive_) && !mention.actors.empty() && !not_yet && !has_former(begin, head);
    if (owns && is_office(hit_from(mention.end + 1)))
      return official(std::move(mention.actors), begin, mention.end + 1, true);
    const bool is_private = not_yet || is_no_states(mention, mention.begin, head) || serves_private_body(head);
    if (is_private) mention.kind = Mention::Kind::private_person;
    mention.once_in_office = is_private && !not_yet && (has_former(mention.begin, head) || is_past_term(mention.end));
    if (view_.is(head, WordRole::chairing) && actors.empty()) mention.kind = Mention::Kind::nobody;
    if (!mention.actors.empty()) mention.end = behind_paper(mention.end);
    mention.possessive = word_is(mention.end, possessive_);
    introduce(mention);
    add(mention);
    return mention.end;
  }

  // "officials in Tehran", "a foreign ministry statement in Moscow"
  std::uint32_t seat_after(std::uint32_t office_end, std::vector<lexicon::ActorIndex>& actors) const {
    const std::uint32_t end = view_.is(office_end, WordRole::self_reference) ? office_end + 1 : office_end;
    if (end + 1 >= view_.size() || view_.raw(end) != "in") return office_end;
    const NameHit* hit = hit_from(end + 1);
    const NameEntry* seat = country(hit);
    if (!seat || seat->kind != Kind::capital) return office_end;
    add_actors(*hit, seat->kind, actors);
    return hit->end;
  }

  // "an aide to President Aliyev", "a spokesman for the Turkish presidency": the state of the one whom they serve.
  std::uint32_t superior_after(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const {
    if (!leads_to_superior(end)) return end;
    std::uint32_t at = end + 1;
    while (view_.is(at, WordRole::determiner)) ++at;
    const NameHit* hit = hit_from(at);
    if (const NameEntry* state = country(hit); state && state->kind != Kind::capital) {
      const std::uint32_t office = word_is(hit->end, possessive_) ? hit->end + 1 : hit->end;
      if (!is_office(hit_from(office))) return end;
      add_actors(*hit, state->kind, actors);
      return hit_from(office)->end;
    }
    while (is_office(hit)) {
      at = hit->end;
      // "an aide to the Leader of the Revolution": a title that one state alone has
      if (const NameEntry* title = entry_of(*hit, Kind::title); title && hit->entry_count == 1) {
        actors.push_back(title->actor);
        return at;
      }
      hit = hit_from(at);
    }
    if (at > end + 1 && word_is(at, of_)) {  // "an adviser to the Leader of Iran"
      const std::uint32_t owner = owner_after(at, actors);
      return actors.empty() ? end : owner;
    }
    if (view_.is(at - 1, WordRole::seated)) {  // "a spokesman for the government in Ankara"
      const std::uint32_t seat = seat_after(at, actors);
      return seat > at ? seat : end;
    }
    if (!hit || !entry_of(*hit, Kind::person)) return end;
    add_actors(*hit, Kind::person, actors);
    return hit->end;
  }

  // "... of Azerbaijan", "... of Iran and Russia", "... for Foreign Affairs of the Republic of Armenia".
  std::uint32_t owner_after(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors, bool first_by = false) const {
    std::uint32_t at = end;
    for (int words = 0; words < 7 && at < view_.size(); ++words) {
      bool joins = leads_to_owner(at) || (words == 0 && first_by && word_is(at, by_)) ||
                   (words > 0 && view_.tokens[at].has(Token::capitalised)) || is_office(hit_from(at));
      if (!joins && country(hit_from(at)) == nullptr) return end;
      if (const NameEntry* entry = country(hit_from(at)); entry && words > 0) {
        if (entry->kind == Kind::capital) return end;
        add_actors(*hit_from(at), entry->kind, actors);
        std::uint32_t owner_end = hit_from(at)->end;
        // An adjective belongs to what follows: "of the Russian Foreign Minister".
        std::uint32_t office_at = word_is(owner_end, possessive_) ? owner_end + 1 : owner_end;
        if (const NameHit* office = hit_from(office_at); office && is_office(office)) owner_end = office->end;
        return more_owners(owner_end, actors);
      }
      at = hit_from(at) ? hit_from(at)->end : at + 1;
    }
    return end;
  }

  std::uint32_t more_owners(std::uint32_t end, std::vector<lexicon::ActorIndex>& actors) const {
    bool closed = false;  // "delegates from Ghana, Togo and Benin, France condemned": the last of a list
    for (;;) {
      std::uint32_t at = end;
      if (word_is(at, comma_)) ++at;
      if (closed && at > end) return end;
      closed = word_is(at, and_);
      if (closed) ++at;
      if (at == end) return end;
      if (word_is(at, of_)) ++at;  // "the ministers of Ghana and of Togo"
      const NameHit* hit = hit_from(at = behind_number(at));
      const NameEntry* entry = country(hit);
      if (!entry || entry->kind != Kind::name || word_is(hit->end, possessive_)) return end;
      // "after talks with envoys from Ghana, Togo condemned it": the subject of what follows
      if (!closed && hit->end < view_.size() && is_plain_verb(hit->end)) return end;
      add_actors(*hit, entry->kind, actors);
      end = hit->end;
    }
  }

  // A person's name directly behind an office.
  std::uint32_t name_after(std::uint32_t at, Mention& mention) {
    if (mention.plural) return at;
    std::uint32_t end = at;
    if (const NameHit* hit = hit_from(hit_from(at) ? at : behind_initials(view_, at))) {
      const NameEntry* entry = entry_of(*hit, Kind::person);
      if (!entry && !is_given_name(at)) return at;
      end = hit->end;
      if (entry) mention.person = entry->person;
      if (entry && mention.actors.empty()) add_actors(*hit, Kind::person, mention.actors);
    }
    while (end < view_.size() && end < at + 5 && is_name_word(end, at)) ++end;
    while (end > at && is_hyphen(end - 1)) --end;
    if (end == at) return at;
    mention.name_begin = at;
    mention.name_end = end;
    return end;
  }

  struct Career {
    std::vector<lexicon::ActorIndex> actors;
    lexicon::PersonIndex person = lexicon::none;
    bool serving = false;
  };

  // Of the people who bear a listed name the one meant: in the office named in front, else in office on that day.
  Career career_of(const NameHit& hit) const {
    Career career;
    for (std::uint32_t e = 0; e < hit.entry_count; ++e) {
      const NameEntry& entry = lexis_.names.entry(hit.first_entry + e);
      if (entry.kind != Kind::person) continue;
      const bool in_office = lexis_.actors.people[entry.person].in_office(people_.date);
      if (in_office && office_before(hit.begin, entry.actor)) return {{entry.actor}, entry.person, true};
      if (career.actors.empty() || (in_office && !career.serving))
        career = {{entry.actor}, entry.person, in_office};
      else if (in_office && career.actors[0] != entry.actor)
        career.serving = false;  // two people in office share the name
    }
    return career;
  }

  // "the Trump administration", "the Biden-Harris Administration" is a government, whatever the day.
  const NameHit* government_behind(std::uint32_t name_end) const {
    const bool two =
        name_end + 2 < view_.size() && is_hyphen(name_end) && view_.tokens[name_end + 1].has(Token::capitalised);
    const NameHit* office = hit_from(two ? name_end + 2 : name_end);
    return is_office(office) ? office : nullptr;
  }

  // A listed person. Out of office on the day of the text they speak for nobody, unless the text gives them an office.
  std::uint32_t person(const NameHit& hit) {
    const Introduced* known = people_.find(folded(hit.end - 1));
    const Career career = career_of(hit);
    const bool told = known && !known->actors.empty();
    const bool serving = told ? known->speaks_for_state : career.serving;
    Mention mention;
    mention.kind = Mention::Kind::person;
    mention.begin = mention.name_begin = hit.begin;
    mention.end = mention.name_end = hit.end;
    mention.actors = told ? known->actors : career.actors;
    mention.person = career.person;
    if (const NameHit* office = government_behind(mention.end); office && !mention.actors.empty()) {
      mention.kind = Mention::Kind::official;
      mention.end = office->end;
      mention.name_begin = mention.name_end = mention.begin;
      mention.possessive = word_is(mention.end, possessive_);
      add(mention);
      return mention.end;
    }
    // "Putin's spokesman"
    if (serving && word_is(mention.end, possessive_) && is_office(hit_from(mention.end + 1)) &&
        !has_former(hit.begin, hit.begin))
      return official(std::move(mention.actors), hit.begin, mention.end + 1, true);
    if (!serving || has_former(hit.begin, hit.begin)) {
      mention.kind = Mention::Kind::private_person;
      mention.once_in_office = !known || known->once_in_office || serving;
    }
    while (mention.end < view_.size() && hit_from(mention.end) == nullptr && is_name_word(mention.end, hit.begin) &&
           mention.end < hit.end + 2)
      ++mention.end;
    while (mention.end > hit.end && is_hyphen(mention.end - 1)) --mention.end;
    mention.name_end = mention.end;
    mention.end = behind_own_state(mention.end, mention.actors);
    mention.possessive = word_is(mention.end, possessive_);
    if (!known && serving) introduce(mention);
    add(mention);
    return mention.end;
  }

  // A surname that the document introduced before.
  std::uint32_t introduced_person(std::uint32_t at) {
    const Token& token = view_.tokens[at];
    if (people_.by_surname.empty() || !token.has(Token::capitalised) || token.has(Token::punctuation)) return 0;
    std::uint32_t last = at;
    while (last + 1 < view_.size() && last < at + 4 && is_name_word(last + 1, at)) ++last;
    for (std::uint32_t end = last + 1; end > at; --end) {
      const Introduced* known = people_.find(folded(end - 1));
      if (!known && last == at) known = people_.find_first(folded(at));
      if (!known || view_.tokens[end - 1].has(Token::punctuation)) continue;
      Mention mention;
      mention.kind = known->speaks_for_state ? Mention::Kind::person : Mention::Kind::private_person;
      mention.begin = mention.name_begin = at;
      mention.end = mention.name_end = end;
      mention.actors = known->actors;
      mention.once_in_office = known->once_in_office;
      mention.possessive = word_is(end, possessive_);
      add(mention);
      return end;
    }
    return 0;
  }

  std::uint32_t role_word(std::uint32_t at) {
    Mention mention;
    mention.begin = at;
    mention.end = at + std::max<std::uint32_t>(view_.role_lengths[at], 1);
    if (const std::uint32_t end = end_of_one_of_two(view_, lexis_, at)) return one_of_two(at, end);
    if (is_number_of_two(view_, lexis_, at)) view_.roles[at] = role(WordRole::joint);
    const bool from_state = view_.raw(mention.end) == "from" && country(hit_from(mention.end + 1));
    if (view_.is(at, WordRole::joint) && (word_is(mention.end, of_) || from_state)) {
      const std::uint32_t several = end_behind_several(view_, mention.end);
      if (several == 0) return at + 1;  // "the leaders of Vietnam and Laos", "two officials from Fiji"
      mention.end = several;
    }
    if (view_.is(at, WordRole::joint) || view_.is(at, WordRole::pronoun_plural)) {
      mention.kind = Mention::Kind::plural_pronoun;
    } else if (view_.is(at, WordRole::pronoun_person)) {
      mention.kind = Mention::Kind::person_pronoun;
    } else if (view_.is(at, WordRole::pronoun_first)) {
      mention.kind = Mention::Kind::first_pronoun;
    } else if (view_.is(at, WordRole::pronoun_thing)) {
      if (view_.role_lengths[at] > 1 && hit_from(at + 1)) return opens_name(at);
      mention.kind = Mention::Kind::thing_pronoun;
    } else if (view_.is(at, WordRole::private_role)) {
      mention.kind = Mention::Kind::private_person;
      mention.end = name_after(mention.end, mention);
      introduce(mention);
    } else if (view_.is(at, WordRole::nobody)) {
      mention.kind = Mention::Kind::nobody;
    } else if (view_.is(at, WordRole::medium)) {
      mention.kind = Mention::Kind::medium;
    } else if (const std::uint32_t link = link_to_owner(at)) {
      // "the delegation of Peru", "the joint communique of Venezuela and Iran", "a statement by the Group of 77"
      mention.end = owner_after(link, mention.actors, true);
      if (mention.actors.empty()) return at + 1;
      mention.kind = is_one_of_parties(at > 1 ? at - 2 : 0, at) ? Mention::Kind::private_person : Mention::Kind::actor;
    } else if (stands_for_author(at) || stands_for_own_state(at)) {
      mention.kind = Mention::Kind::thing_pronoun;
    } else {
      return at + 1;
    }
    mention.possessive =
        (view_.role_lengths[at] == 1 && is_possessive_pronoun(at)) || word_is(mention.end, possessive_);
    // "his country", "our delegation", "his Russian counterpart": the noun belongs to the phrase.
    if (mention.possessive) {
      std::uint32_t head = mention.end;
      if (view_.is(head, WordRole::self_reference)) {
        mention.end = head + 1;
        mention.possessive = word_is(mention.end, possessive_);
      } else if (hit_from(head) && (country(hit_from(head)) || is_office(hit_from(head)))) {
        return mention.end;  // the phrase behind it names its own actor
      }
    }
    add(mention);
    return mention.end;
  }

  // "the presidents of the two countries"
  std::uint32_t joint(Mention mention, std::uint32_t end) {
    mention.kind = Mention::Kind::plural_pronoun;
    mention.end = end;
    mention.possessive = word_is(end, possessive_);
    add(std::move(mention));
    return end;
  }

  // "the former", "his visiting counterpart": whoever it is among two, perhaps with a name.
  std::uint32_t one_of_two(std::uint32_t begin, std::uint32_t end) {
    Mention mention;
    mention.kind = Mention::Kind::official;
    mention.begin = begin;
    mention.end = name_after(end, mention);
    mention.possessive = word_is(mention.end, possessive_);
    add(mention);
    return mention.end;
  }

  bool is_possessive_pronoun(std::uint32_t at) const {
    constexpr std::string_view words[] = {"his", "her", "its", "their", "our", "my", "whose"};
    return std::find(std::begin(words), std::end(words), folded(at)) != std::end(words);
  }

  void add(Mention mention) {
    if (mention.kind == Mention::Kind::person || mention.kind == Mention::Kind::private_person)
      mention.begin = before_short_title(mention.begin);
    mention.outer_end = mention.end;
    view_.mentions.push_back(std::move(mention));
  }
};

}  // namespace

void find_mentions(SentenceView& view, const Lexis& lexis, PeopleInDocument& people) {
  view.mentions.clear();
  Finder(view, lexis, people).run();
  join_appositives(view, lexis, people);
}

}  // namespace demarche::mention
