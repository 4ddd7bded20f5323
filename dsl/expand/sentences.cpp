#include "dsl/expand/sentences.hpp"

#include <algorithm>
#include <utility>

namespace demarche::dsl::expand {

namespace {
using program::Entry;
using program::Node;
using program::Slot;
using Kind = Node::Kind;

std::optional<Entry::Kind> entry_kind(Slot slot) {
  switch (slot) {
    case Slot::verb:
      return Entry::Kind::verb;
    case Slot::noun:
      return Entry::Kind::noun;
    case Slot::adjective:
      return Entry::Kind::adjective;
    case Slot::judgement:
      return Entry::Kind::judgement;
    case Slot::purpose:
      return Entry::Kind::purpose;
    default:
      return std::nullopt;
  }
}

void collect_slots(const Node& node, std::vector<Slot>& found) {
  if (node.kind == Kind::slot) found.push_back(node.slot);
  for (const auto& child : node.children) collect_slots(child, found);
}

bool has(const std::vector<Slot>& slots, Slot slot) {
  return std::find(slots.begin(), slots.end(), slot) != slots.end();
}

VerbForm verb_form(program::WordForm form, VerbForm wanted) {
  switch (form) {
    case program::WordForm::base:
      return VerbForm::base;
    case program::WordForm::s:
      return VerbForm::third;
    case program::WordForm::ed:
      return VerbForm::participle;
    case program::WordForm::ing:
      return VerbForm::gerund;
    default:
      return wanted;
  }
}

// "the presence of foreign forces": a noun with its "of" wants the article that patterns leave out.
std::string with_article(const std::string& words) {
  bool wants = words.find(" of ") != std::string::npos || words.find(" by ") != std::string::npos;
  return wants && !words.starts_with("the ") && words.find("'s ") == std::string::npos ? "the " + words : words;
}

// The head of the words is plural: "sanctions on Cuba", but not "the presence of foreign forces".
bool is_plural(const std::string& words) {
  std::string head = words;
  for (std::string_view end : {" of ", " by ", " in ", " on ", " against ", " from ", " to ", " for "})
    if (auto at = head.find(end); at != std::string::npos) head.resize(at);
  return head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("is") &&
         !head.ends_with("'s");
}

// Reads one form out from left to right; what went before decides about the verb that comes.
class Writer {
 public:
  Writer(const Target& target, const Speaker& speaker, const Words& words)
      : target_(target), speaker_(speaker), words_(words) {}

  // The index of the alternative that every choice takes, round and round.
  std::optional<std::string> write(const Node& form, const Entry* entry, std::size_t turn) {
    entry_ = entry;
    turn_ = turn;
    begin(form);
    if (!add(form)) return std::nullopt;
    return out_;
  }

  int sign() const { return sign_; }

 private:
  // A form without a holder begins in the middle of what somebody says: it gets a subject.
  void begin(const Node& form) {
    std::vector<Slot> slots;
    collect_slots(form, slots);
    const Node& first = form.kind == Kind::sequence ? form.children.front() : form;
    if (has(slots, Slot::holder) || has(slots, Slot::judgement)) return;
    if (first.kind == Kind::slot && first.slot == Slot::target) return;
    if (first.kind == Kind::slot && first.slot == Slot::noun) return put("our");
    if (first.kind == Kind::slot && first.slot == Slot::purpose) return put("we work");
    if (first.kind == Kind::word && is_noun(first)) {
      put("our");
      wanted_ = VerbForm::as_written;
      noun_first_ = true;
      return;
    }
    if (starts_with_no(first)) return;
    bool demands = (first.kind == Kind::role && first.role == program::WordRole::demand) || is_modal(first);
    put(demands ? "other countries" : "such steps");
    wanted_ = VerbForm::third;
    plural_ = true;
  }

  // `priority | goal | aim`: without a verb's past among its forms, or with words that are nouns above all.
  static bool is_noun(const Node& word) {
    return std::find(word.forms.begin(), word.forms.end(), "priority") != word.forms.end();
  }

  static bool is_modal(const Node& node) {
    for (std::string_view modal : {"must", "should"})
      if (std::find(node.forms.begin(), node.forms.end(), modal) != node.forms.end()) return true;
    return false;
  }

  // "no country should ..." has its subject.
  static bool starts_with_no(const Node& node) {
    const Node* first = &node;
    while (!first->children.empty()) first = &first->children.front();
    return first->kind == Kind::word && !first->forms.empty() &&
           (first->forms.front() == "no" || first->forms.front() == "nobody");
  }

  void put(const std::string& text) { out_ = joined(out_, text); }

  bool add(const Node& node) {
    switch (node.kind) {
      case Kind::sequence:
        return std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) { return add(child); });
      case Kind::choice:
        return add(node.children[turn_ % node.children.size()]);
      case Kind::optional:
      case Kind::gap:
      case Kind::not_here:
        return true;
      case Kind::word:
        return word(node);
      case Kind::slot:
        return slot(node);
      case Kind::role:
        return role(node);
      default:
        return plain(node);
    }
  }

  bool plain(const Node& node) {
    const auto found = examples_of(node, words_, speaker_.other);
    if (found.empty()) return false;
    put(found[turn_ % found.size()]);
    return true;
  }

  bool word(const Node& node) {
    const auto found = bases_of(node, words_.morphology);
    if (std::exchange(noun_first_, false)) {
      put(found[turn_ % found.size()]);
      wanted_ = VerbForm::third;
      plural_ = false;
      return true;
    }
    const auto& base = found[turn_ % found.size()];
    if (out_.ends_with(',')) wanted_ = VerbForm::as_written;  // an apposition has no verb
    if (out_.ends_with(',')) put(std::string_view("aeiou").find(base[0]) == std::string_view::npos ? "a" : "an");
    verb(base, node.forms.size() > 1);
    return true;
  }

  // A word that may be the verb which the subject before it asks for.
  void verb(const std::string& base, bool inflects) {
    if (base == "be" && wanted_ == VerbForm::third) {
      put(plural_ ? "are" : "is");
      wanted_ = VerbForm::as_written;
    } else if (inflects && wanted_ != VerbForm::as_written) {
      put(plural_ && wanted_ == VerbForm::third ? base : inflected(base, wanted_, words_.morphology));
      wanted_ = VerbForm::as_written;
    } else {
      put(base);
    }
    for (std::string_view modal : {"must", "should", "can", "may", "shall", "not", "never"})
      if (base == modal) wanted_ = VerbForm::base;
  }

  bool role(const Node& node) {
    const auto found = examples_of(node, words_, speaker_.other);
    if (found.empty()) return false;
    if (node.role == program::WordRole::demand) {
      put("must");
      wanted_ = VerbForm::base;
    } else if (node.role == program::WordRole::copula) {
      verb("be", true);
    } else {
      bool carries = node.role == program::WordRole::carrier;
      verb(carries && has_carrier("express") ? "express" : found.front(), carries);
    }
    return true;
  }

  // The most usual of the words that carry a noun.
  bool has_carrier(std::string_view verb) const {
    for (const auto& list : words_.program.words)
      if (list.role == program::WordRole::carrier)
        for (const auto& pattern : list.patterns)
          if (pattern.source == verb) return true;
    return false;
  }

  void subject(const std::string& text, bool plural) {
    if (out_.empty()) {
      wanted_ = VerbForm::third;
      plural_ = plural;
    }
    put(text);
  }

  bool slot(const Node& node) {
    if (entry_kind(node.slot)) return entry(node);
    switch (node.slot) {
      case Slot::holder:
        if (node.possessive)
          put(speaker_.name + "'s");
        else
          subject(speaker_.name, false);
        return true;
      case Slot::target:
        return target();
      case Slot::other:
      case Slot::list:
        put(speaker_.other);
        return true;
      case Slot::someone:
        put("the parties");
        return true;
      case Slot::turn:
        return turn(node);
      default:
        return false;
    }
  }

  // Behind "must" stands what is to be done.
  bool target() {
    if (std::exchange(target_written_, false)) return true;
    if (wanted_ != VerbForm::base || out_.empty()) {
      subject(with_article(target_.words), is_plural(target_.words));
      return true;
    }
    put(target_.deed.empty() ? "respect " + with_article(target_.words) : target_.deed);
    wanted_ = VerbForm::as_written;
    return true;
  }

  // The words of stance. A target of their own stands for the one that the form has behind them.
  bool entry(const Node& node) {
    if (!entry_) return false;
    auto form = verb_form(node.form, wanted_);
    bool verbal = entry_->kind == Entry::Kind::verb;
    Writer inside(target_, speaker_, words_);
    inside.turn_ = turn_;
    inside.plural_ = plural_;
    inside.entry_ = nullptr;
    if (entry_->kind != Entry::Kind::judgement) {
      inside.out_ = verbal ? "" : "-";  // nothing in it is a subject
      inside.wanted_ = verbal ? (form == VerbForm::as_written ? VerbForm::third : form) : VerbForm::as_written;
      inside.without_last_target_ = node.form == program::WordForm::ed;
    }
    const Node& root = entry_->pattern.root;
    const auto& parts = root.kind == Kind::sequence ? root.children : std::vector<Node>{root};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      bool last_target = i + 1 == parts.size() && parts[i].kind == Kind::slot && parts[i].slot == Slot::target;
      if (last_target && inside.without_last_target_) break;
      if (last_target) inside.out_ = joined(inside.out_, with_article(target_.words));
      if (!last_target && !inside.add(parts[i])) return false;
    }
    if (inside.out_.starts_with("- ")) inside.out_.erase(0, 2);
    put(inside.out_);
    target_written_ = !inside.without_last_target_;
    wanted_ = VerbForm::as_written;
    return true;
  }

  bool turn(const Node& node) {
    for (const auto& turn : words_.program.turns) {
      if (turn.sign < 0 || turn.patterns.empty()) continue;
      const Node& root = turn.patterns.front().root;
      if (root.kind != Kind::sequence || root.children.front().kind != Kind::word) continue;
      const auto found = bases_of(root.children.front(), words_.morphology);
      put(inflected(found[turn_ % found.size()], verb_form(node.form, VerbForm::third), words_.morphology));
      sign_ *= turn.sign;
      return true;
    }
    return false;
  }

  const Target& target_;
  const Speaker& speaker_;
  const Words& words_;
  const Entry* entry_ = nullptr;
  std::size_t turn_ = 0;
  std::string out_;
  VerbForm wanted_ = VerbForm::as_written;
  bool plural_ = false;
  bool target_written_ = false;
  bool without_last_target_ = false;
  bool noun_first_ = false;
  int sign_ = +1;
};

void begin_with_capital(std::string& text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
}

// Words of nobody named are what the holder says; a phrase about the holder gets a verb.
std::string as_sentence(std::string text, const std::vector<Slot>& slots, const Speaker& speaker) {
  if (has(slots, Slot::holder)) {
    bool clause = text.starts_with(speaker.name + " ") || slots.front() == Slot::target;
    bool beside = text.starts_with(speaker.name + ",");
    text += beside ? ", took the floor." : clause ? "." : " is clear.";
    begin_with_capital(text);
    return text;
  }
  if (has(slots, Slot::noun)) text += " is clear";
  begin_with_capital(text);
  text.insert(text.begin(), '"');
  return text + ",\" " + speaker.name + " said.";
}

int side_of(const program::Construction& construction, const program::Stance& stance) {
  return construction.gives == program::Construction::Gives::inverse ? -stance.sign : stance.sign;
}

// A form without words of stance takes its target as wanted; `gives inverse` turns that round.
bool speaks_for(const program::Construction& construction, const program::Stance& stance) {
  if (construction.gives == program::Construction::Gives::named) return construction.gives_stance == stance.id;
  return (construction.gives == program::Construction::Gives::inverse) == (stance.sign < 0);
}

// "Russia opposes it" shows what `opposes` means better than "Russia calls it a crime to do it", whatever file is read
// first.
std::vector<const Entry*> namesake_first(const program::Stance& stance) {
  std::vector<const Entry*> entries;
  for (const Entry& entry : stance.entries) entries.push_back(&entry);
  std::stable_partition(entries.begin(), entries.end(), [&stance](const Entry* entry) {
    const std::string& source = entry->pattern.source;
    return entry->kind == Entry::Kind::verb && stance.id.starts_with(source.substr(0, source.find(' ')));
  });
  return entries;
}
}  // namespace

std::vector<Sentence> sentences_of(const program::Construction& construction, const program::Stance& stance,
                                   const Target& target, const Speaker& speaker, const Words& words, bool all) {
  std::vector<Sentence> found;
  const auto& only = construction.stances;
  if (!only.empty() && std::find(only.begin(), only.end(), stance.id) == only.end()) return found;
  bool named = construction.gives == program::Construction::Gives::named;
  for (const auto& form : construction.forms) {
    std::vector<Slot> slots;
    collect_slots(form.root, slots);
    std::optional<Entry::Kind> kind;
    for (Slot slot : slots)
      if (auto one = entry_kind(slot)) kind = one;
    if (!has(slots, Slot::target) && kind != Entry::Kind::judgement) continue;  // companions
    if (named && construction.gives_stance != stance.id) continue;
    auto add = [&](const Entry* entry) {
      Writer writer(target, speaker, words);
      auto text = writer.write(form.root, entry, 0);
      if (!text) return false;
      int side = (entry ? side_of(construction, stance) : stance.sign) * target.side * writer.sign();
      found.push_back({as_sentence(*text, slots, speaker), construction.id, entry ? entry->pattern.source : "", side});
      return true;
    };
    if (!kind) {
      if (speaks_for(construction, stance)) add(nullptr);
      continue;
    }
    for (const Entry* entry : namesake_first(stance))
      if (entry->kind == *kind && add(entry) && !all) break;
  }
  return found;
}

}  // namespace demarche::dsl::expand
