#pragma once
#include <cstdint>

#include "engine/holder/holder.hpp"
#include "engine/mention/sentence.hpp"

// How far the words go that a verb of speech reports. Each returns the token where they end, half open; the size of the
// sentence where nothing ends them before.
namespace demarche::holder {

// "said that if Y wants talks, the measures must go": what Y wants ends with its own clause. The whole sentence for a
// verb of the main clause, and for "as": "As the minister told reporters, the measures must go."
std::uint32_t end_of_reach(const mention::SentenceView& view, std::uint32_t verb);

// "...," X said, hours after Y had approved the delivery: behind the words, the text tells when they were said.
std::uint32_t told_of_speech(const mention::SentenceView& view, std::uint32_t verb);

// "X called the embargo a relic, Y defended it and Z ...": of a verb that has said what it speaks of and opened no
// reported words, the words end where a clause beside it names its own subject. `source` is whose words they are;
// `takes_object`: the verb tells a stance on what follows it ("rejected the text").
std::uint32_t end_of_words(const mention::SentenceView& view, std::uint32_t verb, const Holder& source,
                           bool takes_object);

// "The main hurdle, the Togolese minister told reporters, is the veto": behind the words of attribution goes on, with
// its predicate, what stood before them.
bool is_interposed(const mention::SentenceView& view, std::uint32_t verb, std::uint32_t subject);

// "..., the state television of Togo has, on many occasions, said": where the phrase begins that holds the verb's
// subject and stands right behind a sign. `verb` where another verb or an opener of clauses stands between.
std::uint32_t attribution_begin(const mention::SentenceView& view, std::uint32_t verb);

// "voted against the draft demanding that ...": what a text that is voted on demands is nobody's words.
bool is_demand_of_text(const mention::SentenceView& view, std::uint32_t verb);

// "according to a statement issued in Oslo": where it was issued tells nothing of whose it is.
bool is_where_issued(const mention::SentenceView& view, std::uint32_t token);

}  // namespace demarche::holder
