#include "engine/evidence/captured.hpp"

namespace demarche::evidence {

using program::Slot;

namespace {

void take_slot(const mention::SentenceView& view, const FormChart& chart, const match::Capture& capture, Captured& c) {
  switch (capture.node->slot) {
    case Slot::holder:
      c.holder = &chart.holders[capture.payload];
      break;
    case Slot::list:
      c.list = &chart.holders[capture.payload];
      break;
    case Slot::target:
      c.targets.push_back(&chart.targets[capture.payload]);
      break;
    case Slot::good:
      c.goods.push_back(&chart.targets[capture.payload]);
      break;
    case Slot::verb:
    case Slot::noun:
    case Slot::adjective:
    case Slot::purpose:
      c.head = &view.heads[capture.payload];
      break;
    case Slot::judgement:
      c.judgement = &chart.judgements[capture.payload];
      break;
    case Slot::turn:
      c.turn = &view.turns[capture.payload];
      break;
    default:
      break;
  }
}

// Which words the statement hangs on. A word of stance goes before a judgement, both before a turn.
void find_words(const mention::Lexis& lexis, Captured& c) {
  auto tells = [&](const auto& word) {
    c.stance = word.stance;
    c.entry = &lexis.program.stances[word.stance].entries[word.entry];
  };
  auto stands = [&](const auto& word) {
    c.words_begin = word.begin;
    c.words_end = word.end;
  };
  if (c.head) {
    tells(*c.head);
    stands(*c.head);
  } else if (c.judgement) {
    tells(*c.judgement);
    stands(*c.judgement);
  } else if (c.turn) {
    stands(*c.turn);
  }
}

}  // namespace

bool Captured::is_passing_noun() const {
  return says(program::Entry::Kind::purpose) || (is_noun() && entry->strength == program::Strength::weak);
}

Captured captured(const mention::SentenceView& view, const mention::Lexis& lexis, const FormChart& chart,
                  const match::Match& match) {
  Captured c;
  c.stance = lexicon::none;
  c.words_begin = match.begin;
  c.words_end = match.begin + 1;
  for (std::uint8_t i = 0; i < match.capture_count; ++i)
    if (match.captures[i].node->kind == program::Node::Kind::slot) take_slot(view, chart, match.captures[i], c);
  find_words(lexis, c);
  if (!c.judgement) return c;
  c.targets.push_back(&chart.targets[c.judgement->target]);
  for (std::uint32_t good : c.judgement->goods) c.goods.push_back(&chart.targets[good]);
  return c;
}

}  // namespace demarche::evidence
