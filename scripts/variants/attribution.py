"""Who said it and where in the sentence: changes of the attribution that leave what was said alone.

A change takes a sentence such as "Syria said that foreign troops must leave" apart into the one who speaks, the verb and
the words, and puts it together in another way. Functions whose name begins with `kill_` put the words into the mouth of
somebody who speaks for no state.
"""
import hashlib
import re

TITLE = (r"(?:foreign|prime|deputy|vice|first|second|interior|defen[cs]e|energy|oil|economy|finance|trade|justice|health|"
         r"minister|ministry|president|spokesman|spokesperson|spokeswoman|ambassador|envoy|representative|government|"
         r"secretary|general|secretary-general|chief|leader|official|top|senior|commander|king|emir|premier|chancellor|"
         r"delegation|permanent|special|delegate|parliament|parliamentary|speaker|lawmaker|deputies|legislator|state|"
         r"council|head|diplomat|army|judiciary|negotiator|nuclear|chairman|chairwoman|leadership|presidency|affairs|"
         r"political|of|the|for|and|to|in|at|his|its|adviser|advisor|country|office|department|director|security|"
         r"national|supreme|office|administration|cabinet|committee|assembly|senator|congressman|parliament's)")
NAME = r"(?:[A-Z][\w.’'\-]*|\([A-Z]+\))"
WHO = rf"(?:(?:The|An|A) )?(?:{NAME}|{TITLE})(?: (?:{NAME}|{TITLE})){{0,14}}?"
SAID = (r"(?:said|says|stated|noted|notes|stressed|stresses|underlined|underscored|emphasi[sz]ed|reiterated|"
        r"declared|insisted|remarked|pointed out|added|affirmed|asserted|maintained|warned|announced|"
        r"explained|argued|observed)")
TELLS = {"said", "says", "stated", "states", "noted", "notes", "declared", "remarked", "added", "announced", "explained",
         "observed", "pointed out", "affirmed", "asserted"}
PRONOUN = {"He", "She", "It", "They", "We", "I"}
BARE = re.compile(r"^(?:[a-z]|[A-Z])")
ADVERBIAL = re.compile(r"^(?:on|in|at|during|after|before|while|when|late|earlier|yesterday|as|to|about|what|how|whether|"
                       r"why|who|where|so|,|and|through|via|for|of|with|a|from|by|upon|Monday|Tuesday|Wednesday|Thursday|"
                       r"Friday|Saturday|Sunday) ")


class Parts:
    """Who speaks, the verb and what was said."""

    def __init__(self, who, verb, words):
        self.who, self.verb, self.words = who, verb, words
        low = re.match(r"(?:The|An|A|His|Her|Its|He|She|It|They|We)\b", who) or (
            re.match(TITLE + " ", who, re.I) and who.split()[0][1:].islower() and who.split()[0].lower() in
            {"foreign", "prime", "deputy", "vice", "senior", "interior", "defense", "defence", "top"})
        self.inside = who[0].lower() + who[1:] if low else who
        self.first = words[0].upper() + words[1:]
        self.pronoun = who in PRONOUN

    def person(self):
        """Whether the speaker is told to be one person (a title with a name or an office)."""
        return bool(re.search(r"\b(?i:minister|president|spokesman|ambassador|envoy|premier|chancellor|diplomat|king|"
                              r"adviser|speaker|secretary|official|delegate|representative)\b", self.who)) and \
            " and " not in self.who


def take_apart(sentence):
    """The parts of "X said (that) S."; None for other sentences."""
    m = re.match(rf"^({WHO}|He|She|They|It)((?: also| has| have| had| again| repeatedly)*) ({SAID})( that)? ([^“”\":]+)\.$",
                 sentence)
    if not m or len(m[5].split()) < 5:
        return None
    who, words = m[1], m[5]
    if re.match(r"[A-Z]{3,}- |(?:On|But|As|In|During|Two|And|However) ", who):
        return None
    if not m[4] and (m[3] not in ("said", "says") or re.match(r"(?:its|their|his|her) ", words)):
        return None
    if re.search(r"(?:^| )(?:and|of|the|for|to|in|at|his|its)$", who):
        return None
    if not m[4] and (ADVERBIAL.match(words) or not re.match(r"[A-Za-z“]", words)):
        return None
    if not m[4] and m[3] not in TELLS:
        return None
    if re.search(r", (?:adding|stressing|noting|saying|while|and)\b|\b(?:he|she|it|they) (?:said|added|stressed|noted)\b|; ", words):
        return None
    return Parts(who, m[3], words)


def keeps_verb(function):
    """A change of the order alone, of the parts of "X said that S"."""
    def change(sentence, records, doc):
        parts = take_apart(sentence)
        return function(parts) if parts and not (parts.pronoun and "inverted" in function.__name__) else None
    change.__doc__, change.__name__ = function.__doc__, function.__name__
    return change


def only_told(parts, records):
    """Whether the verb of saying itself takes no side: the record lies in the words."""
    return parts and parts.verb in TELLS


def of_sentence(function):
    """A change of the parts of "X said that S"."""
    def change(sentence, records, doc):
        parts = take_apart(sentence)
        return function(parts) if only_told(parts, records) else None
    change.__doc__, change.__name__ = function.__doc__, function.__name__
    return change


def named(function):
    """The same where who speaks is named."""
    def change(sentence, records, doc):
        parts = take_apart(sentence)
        return function(parts) if only_told(parts, records) and not parts.pronoun else None
    change.__doc__, change.__name__ = function.__doc__, function.__name__
    return change


def person(function):
    """The same where one person speaks."""
    def change(sentence, records, doc):
        parts = take_apart(sentence)
        return function(parts) if only_told(parts, records) and not parts.pronoun and parts.person() else None
    change.__doc__, change.__name__ = function.__doc__, function.__name__
    return change


def pick(words, key):
    """One of the list, the same for the same sentence."""
    return words[int(hashlib.md5(key.encode()).hexdigest(), 16) % len(words)]


# ---- the order of who and what -------------------------------------------------------------------------------------
@keeps_verb
def behind(p):
    """S, X said."""
    return f"{p.first}, {p.inside} {p.verb}."


@keeps_verb
def behind_inverted(p):
    """S, said X."""
    return f"{p.first}, {p.verb} {p.inside}."


@named
def according(p):
    """According to X, S."""
    return f"According to {p.inside}, {p.words}."


@named
def according_behind(p):
    """S, according to X."""
    return f"{p.first}, according to {p.inside}."


@named
def headline(p):
    """X: S"""
    return f"{p.who}: {p.first}."


@named
def headline_behind(p):
    """S: X"""
    return f"{p.first}: {p.who}\n"


@named
def in_view(p):
    """In the view of X, S; in the words of X; in the opinion of X"""
    return f"{pick(['In the view of', 'In the words of', 'In the opinion of', 'In the eyes of'], p.words)} {p.inside}, {p.words}."


@named
def in_possessed_view(p):
    """In X's view, S."""
    mark = "’" if p.who.endswith("s") else "’s"
    return f"In {p.inside}{mark} {pick(['view', 'words', 'opinion'], p.words)}, {p.words}."


@named
def quoted_as(p):
    """X was quoted (by an agency) as saying that S."""
    by = pick(["", " by the Anadolu news agency", " by Kyodo", " by the official news agency", " by state media"], p.words)
    return f"{p.who} was quoted{by} as saying that {p.words}."


@named
def agency_quoted(p):
    """The agency quoted X as saying that S."""
    return pick(["The Anadolu news agency", "State television", "Reuters", "The Kuwaiti daily Al-Rai", "Local media"],
                p.words) + f" quoted {p.inside} as saying that {p.words}."


@named
def agency_cited(p):
    """S, the agency quoted X as saying."""
    return f"{p.first}, " + pick(["the Anadolu news agency", "Reuters", "state television"], p.words) + \
        f" quoted {p.inside} as saying."


@named
def told(p):
    """X told reporters (parliament, an agency) that S."""
    whom = pick(["reporters", "parliament", "the Anadolu news agency", "the Security Council", "journalists in Ankara",
                 "the BBC", "a press conference", "lawmakers", "visiting Japanese diplomats"], p.words)
    return f"{p.who} told {whom} that {p.words}."


@of_sentence
def told_behind(p):
    """S, X told reporters in Ankara on Tuesday."""
    whom = pick(["reporters in Ankara on Tuesday", "parliament", "the Anadolu news agency", "the Security Council",
                 "a press conference in Ankara"], p.words)
    return f"{p.first}, {p.inside} told {whom}."


@named
def told_envoy(p):
    """X told the Japanese ambassador that S: who hears it holds nothing."""
    whom = pick(["the Japanese ambassador", "Japan’s foreign minister", "his Norwegian counterpart",
                 "Norwegian Prime Minister Jonas Gahr Støre"], p.words)
    return f"{p.who} told {whom} that {p.words}."


# ---- adverbials ----------------------------------------------------------------------------------------------------
@of_sentence
def speaking_at(p):
    """Speaking in Ankara (at the UN) on Tuesday, X said that S."""
    where = pick(["Speaking in Ankara on Tuesday", "Speaking at the United Nations", "Speaking to reporters in Oslo",
                  "Addressing a conference in Tokyo", "Speaking at a joint press conference with his Norwegian counterpart",
                  "Speaking after talks in Nairobi", "Speaking to the Norwegian broadcaster NRK"], p.words)
    return f"{where}, {p.inside} said that {p.words}."


@of_sentence
def in_a_meeting(p):
    """In a phone call with his Norwegian counterpart on Tuesday, X said that S."""
    where = pick(["In a phone call with his Norwegian counterpart on Tuesday", "In a meeting with Japan’s ambassador",
                  "During a visit to Oslo", "In a letter to the Japanese prime minister",
                  "At a meeting with Norwegian Prime Minister Jonas Gahr Støre", "In a post on X", "On Twitter",
                  "In an interview with the Norwegian daily Aftenposten", "In a statement on Tuesday"], p.words)
    return f"{where}, {p.inside} said that {p.words}."


@of_sentence
def has_repeatedly(p):
    """X has repeatedly and explicitly stated that S."""
    how = pick(["has repeatedly and explicitly stated", "has on numerous occasions said", "has time and again stressed",
                "has always and everywhere said", "has consistently maintained", "has more than once made clear",
                "has made it clear", "has, on many occasions, stated"], p.words)
    if p.who in ("They", "We", "I"):
        how = how.replace("has", "have", 1)
    return f"{p.who} {how} that {p.words}."


@of_sentence
def has_repeatedly_behind(p):
    """S, X has repeatedly and explicitly stated."""
    how = pick(["has repeatedly and explicitly stated", "has on numerous occasions said", "has time and again stressed",
                "has always said", "has made clear", "has, on many occasions, stated"], p.words)
    if p.who in ("They", "We", "I"):
        how = how.replace("has", "have", 1)
    return f"{p.first}, {p.inside} {how}."


@of_sentence
def day_between(p):
    """X on Tuesday said that S; X, in a statement, said"""
    return p.who + pick([" on Tuesday said", ", in a statement, said", " later on Tuesday told reporters",
                         " in a tweet on Tuesday said", " yesterday stated", " once again on Tuesday stressed",
                         ", in a letter to the Security Council, said", ", for his part, said", " for the first time said"],
                        p.words) + f" that {p.words}."


@of_sentence
def day_behind_verb(p):
    """X said on Tuesday in a statement that S."""
    return f"{p.who} said " + pick(["on Tuesday", "in a statement", "in an interview with the BBC on Tuesday",
                                    "late on Tuesday in Ankara", "during a visit to Oslo", "after meeting his Norwegian "
                                    "counterpart", "in remarks carried by state television", "in a post on X",
                                    "ahead of talks with Japanese officials", "at a press conference with the Japanese "
                                    "foreign minister"], p.words) + f" that {p.words}."


@of_sentence
def day_behind(p):
    """S, X said in a statement on Tuesday."""
    return f"{p.first}, {p.inside} said " + pick(["on Tuesday", "in a statement on Tuesday", "in an interview with the BBC",
                                                  "in Ankara", "during a visit to Oslo", "after meeting his Norwegian "
                                                  "counterpart", "in remarks carried by state television", "in a post on X",
                                                  "as he arrived in Tokyo", "at a press conference with the Japanese "
                                                  "foreign minister", "when asked by reporters"], p.words) + "."


@of_sentence
def in_a_statement_behind(p):
    """S, X, in a statement, said; S, X on Tuesday said."""
    return f"{p.first}, {p.inside}" + pick([" on Tuesday said", " also said", " said on Tuesday, speaking after talks in Oslo",
                                            " said, speaking to reporters in Ankara", " said while visiting Japan",
                                            " was quoted as saying", " said late on Tuesday, quoted by Kyodo"], p.words) + "."


@named
def on_a_visit(p):
    """X, who was on a visit to Doha, said that S."""
    if "," in p.who or (" and " in p.who and not p.person()):
        return None
    which = pick(["who was on a visit to Oslo", "speaking after talks with his Norwegian counterpart",
                  "who is in Tokyo for talks with Japanese officials", "who also chairs the committee",
                  "addressing the General Assembly", "who took office last month"], p.words) if p.person() else \
        pick(["which holds the rotating chair this year", "speaking through its foreign ministry", "in a statement",
              "which hosted the talks with Norway last month"], p.words)
    return f"{p.who}, {which}, said that {p.words}."


@named
def on_a_visit_behind(p):
    """S, X, who was on a visit to Oslo, said."""
    if not p.person():
        return None
    which = pick(["who was on a visit to Oslo", "speaking after talks with his Norwegian counterpart",
                  "who is in Tokyo for talks with Japanese officials", "addressing the General Assembly"], p.words)
    return f"{p.first}, {p.inside}, {which}, said."


@named
def dateline(p):
    """ANKARA (AA) – X said that S."""
    return pick(["ANKARA (AA) – ", "OSLO, March 3 (Xinhua) -- ", "TOKYO — ", "NAIROBI, Kenya (AP) — ", "Oslo, 3 March - ",
                 "TOKYO (Kyodo) - "], p.words) + f"{p.who} said that {p.words}."


@named
def asked_about(p):
    """Asked about the matter, X said that S."""
    return pick(["Asked about the matter", "Asked about his talks with the Japanese foreign minister", "In response to a "
                 "question", "Responding to remarks by the Norwegian prime minister", "When asked by the BBC",
                 "Commenting on the news"], p.words) + f", {p.inside} said that {p.words}."


# ---- verbs -----------------------------------------------------------------------------------------------------------
VERBS = ["stated", "noted", "stressed", "underlined", "reiterated", "tweeted", "wrote", "insisted", "warned", "declared",
         "remarked", "pointed out", "made clear", "made it clear", "maintained", "argued", "emphasised", "added", "announced",
         "asserted", "affirmed", "observed", "explained", "acknowledged", "commented", "confirmed", "contended",
         "underscored", "highlighted", "went on to say", "is of the view", "took the view", "is convinced", "expressed the view",
         "voiced the opinion", "reaffirmed", "told the audience", "posted on X", "wrote on X", "reminded reporters", "agreed",
         "repeated", "conceded", "opined", "is adamant", "was clear", "let it be known", "is on record as saying",
         "replied", "answered", "said once more", "cautioned", "estimates", "concluded", "indicated", "mentioned", "believes",
         "holds", "thinks", "is certain", "recalled", "advised", "vowed", "had this to say:", "clarified", "countered",
         "reminded the council", "was unequivocal", "told a rally", "assured his guests", "admitted", "continued by saying",
         "proclaimed", "put it on record", "informed the council", "summed up by saying", "stressed the point", "gave assurances"]


@of_sentence
def verb(p):
    """X stated (noted, made clear, is of the view ...) that S."""
    verb_of = pick(VERBS, p.words)
    if verb_of in ("advised", "vowed", "gave assurances", "had this to say:"):
        verb_of = "said"
    if p.who in ("They", "We", "I"):
        verb_of = re.sub(r"^is\b", "are", re.sub(r"^was\b", "were", re.sub(r"^(estimate|believe|hold|think)s$", r"\1", verb_of)))
    return f"{p.who} {verb_of} that {p.words}."


VERBS_BEHIND = ["stated", "noted", "stressed", "underlined", "reiterated", "tweeted", "wrote", "insisted", "warned",
                "declared", "remarked", "pointed out", "made clear", "maintained", "argued", "added", "asserted", "affirmed",
                "observed", "explained", "commented", "contended", "went on to say", "reaffirmed", "told the audience",
                "posted on X", "wrote on X", "repeated", "opined", "let it be known", "is on record as saying", "replied",
                "answered", "said once more", "cautioned", "concluded", "believes", "thinks", "recalled", "continued",
                "agreed", "reminded the council", "told a rally", "clarified"]


@of_sentence
def verb_behind(p):
    """S, X stated (noted, made clear ...)."""
    verb_of = pick(VERBS_BEHIND, p.words)
    if p.who in ("They", "We", "I"):
        verb_of = re.sub(r"^is\b", "are", re.sub(r"^(believe|think)s$", r"\1", verb_of))
    return f"{p.first}, {p.inside} {verb_of}."


@named
def position(p):
    """X's position is that S; It is the position of X that S."""
    return pick(["The position of {x} is that {s}.", "It is the position of {x} that {s}.", "The message of {x} was that {s}.",
                 "It is the view of {x} that {s}.", "The view of {x} is that {s}.", "{X} holds the view that {s}.",
                 "{X} was firm: {s}.", "For {x}, it is clear that {s}."], p.words).format(
        x=p.inside, X=p.who, s=p.words)


@named
def as_said(p):
    """As X has said, S."""
    return pick(["As {x} said, {s}.", "As {x} put it, {s}.", "As {x} has repeatedly stressed, {s}.",
                 "As {x} told reporters on Tuesday, {s}.", "{S}, as {x} said.", "{S}, as {x} has repeatedly stressed."],
                p.words).format(x=p.inside, s=p.words, S=p.first)


@named
def in_a_paper(p):
    """A statement by X said that S; in a statement, X said"""
    return pick(["A statement by {x} said that {s}.", "In a statement, {x} said that {s}.",
                 "A statement issued by {x} on Tuesday said that {s}.", "{S}, a statement by {x} said.",
                 "{S}, said a statement by {x}.", "{S}, {x} said in a statement.", "{S}, according to a statement by {x}.",
                 "{S}, {x} was quoted by Kyodo as saying."], p.words).format(x=p.inside, s=p.words, S=p.first)


# ---- two statements ----------------------------------------------------------------------------------------------
@named
def adding(p):
    """S1, X said, adding that S."""
    return pick(["The talks had been useful, {x} said, adding that {s}.", "The meeting was a good one, {x} told reporters, "
                 "stressing that {s}.", "{X} said the talks had been useful, adding that {s}.",
                 "{X} described the talks as useful and said that {s}.", "The talks had been useful, {x} said, and {s}.",
                 "{X} said that the talks had been useful and that {s}.", "{X} met the Japanese envoy, saying that {s}.",
                 "{X} welcomed the Japanese envoy to the capital and said that {s}."],
                p.words).format(x=p.inside, X=p.who, s=p.words)


@person
def cut_in_two(p):
    """X said S1. He added that S."""
    return pick(["{X} said the talks had been useful. He added that {s}.", "{X} spoke to reporters on Tuesday. {S}, he said.",
                 "{X} said the talks had been useful. {S}, he added.", "{X} met the Japanese ambassador. He said that {s}.",
                 "{X} said the talks with Japan had been useful. He also said {s}.",
                 "{X} spoke after talks with his Norwegian counterpart. In his words, {s}.",
                 "{X} received the Norwegian foreign minister on Tuesday. He told his guest that {s}."],
                p.words).format(x=p.inside, X=p.who, s=p.words, S=p.first)


# ---- direct quotes -----------------------------------------------------------------------------------------------
def take_quote(sentence):
    """The parts of “Q,” X said. and X said: “Q.” without other marks in Q; None for other sentences."""
    m = re.match(rf"^“?([^“”\":]+),” ({WHO}|he|she|they) (said|stated|added|noted|stressed)\.$", sentence)
    if m and len(m[1].split()) > 4:
        who = m[2][0].upper() + m[2][1:]
        return Parts(who, m[3], m[1]), sentence[0] == "“"
    m = re.match(rf"^({WHO}|He|She|They) (said|stated|added|noted|stressed)[,:] “([^“”\":]+)[.,]”?$", sentence)
    if m and len(m[3].split()) > 4:
        return Parts(m[1], m[2], m[3]), True
    return None


def of_quote(function):
    """A change of a direct quote."""
    def change(sentence, records, doc):
        found = take_quote(sentence)
        if not found:
            return None
        changed = function(found[0])
        # The opening mark may stand in front of the sentence.
        return changed if found[1] or not changed.startswith("“") else changed[1:]
    change.__doc__, change.__name__ = function.__doc__, function.__name__
    return change


def in_front_only(function):
    """The same where the opening mark belongs to the sentence."""
    def change(sentence, records, doc):
        found = take_quote(sentence)
        return function(found[0]) if found and found[1] else None
    change.__doc__, change.__name__ = function.__doc__, function.__name__
    return change


@of_quote
def quote_behind(p):
    """“Q,” X said."""
    return f"“{p.first},” {p.inside} said."


@of_quote
def quote_behind_inverted(p):
    """“Q,” said X."""
    return f"“{p.first},” said {p.inside}." if not p.pronoun else None


@of_quote
def quote_day_behind(p):
    """“Q,” X told reporters in Ankara on Tuesday."""
    how = pick(["told reporters in Ankara on Tuesday", "said in a statement", "wrote on X", "was quoted as saying by Kyodo",
                "stressed on Tuesday", "tweeted", "said after talks with the Japanese foreign minister", "insisted",
                "remarked", "told the BBC", "has repeatedly said", "on Tuesday said", "pointed out"], p.words)
    return f"“{p.first},” {p.inside} {how}."


@in_front_only
def quote_in_front(p):
    """X said: “Q.” and other ways in front."""
    how = pick(["said: ", "said, ", "was clear: ", "told reporters in Oslo: ", "tweeted: ", "put it this way: ",
                "had this to say: ", "was quoted by Kyodo as saying: ", "went on to say, ", "had a message for Japan: ",
                "wrote on X: ", "declared on Tuesday: "], p.words)
    return f"{p.who} {how}“{p.first}.”"


@of_quote
def quote_in_middle(p):
    """“A,” X said, “B.”"""
    words = p.first.split()
    cut = next((i + 1 for i, w in enumerate(words) if w.endswith(",") and 2 <= i < len(words) - 3), 0)
    if not cut:
        cut = next((i for i, w in enumerate(words) if i >= 2 and w in ("must", "should", "is", "are", "will", "cannot") and
                    i < len(words) - 3), 0)
    if not cut:
        return None
    return f"“{' '.join(words[:cut]).rstrip(',')},” {p.inside} said, “{' '.join(words[cut:])}.”"


@of_quote
def quote_of_two(p):
    """“One sentence,” X said. “Q.”"""
    return f"“The talks were useful,” {p.inside} said. “{p.first}.”"


@of_quote
def quote_of_two_in_front(p):
    """X said: “One sentence. Q.”"""
    return f"“The talks were useful. {p.first},” {p.inside} said."


@of_quote
def quote_of_two_behind(p):
    """“Q,” X said. “Another sentence.”"""
    return f"“{p.first},” {p.inside} said. “The talks were useful.”"


@in_front_only
def quote_to_words(p):
    """X said that the words between the marks ..."""
    if re.search(r"\b(?:I|[Ww]e|[Oo]ur|us|my|you|your)\b", p.words):
        return None
    low = p.words if re.match(r"(?:[A-Z]{2}|NATO|Iran|Israel|Syria)|[A-Z]\w+ [A-Z]", p.words) else p.words[0].lower() + p.words[1:]
    return f"{p.who} said that {low}."


# ---- words that are nobody's -----------------------------------------------------------------------------------
def killed(function):
    """A change of parts into words of nobody: only where what was said names no state of its own."""
    def change(sentence, records, doc):
        parts = take_apart(sentence)
        if not parts or re.search(r"\b(?:we|our|us|I|my|his|its|their|it|he|they|country)\b", parts.words, re.I):
            return None
        return function(parts)
    change.__doc__, change.__name__ = function.__doc__, function.__name__
    return change


@killed
def kill_medium(p):
    """The daily wrote that S."""
    return pick(["The daily wrote that {s}.", "The newspaper argued in an editorial that {s}.", "{S}, the newspaper wrote.",
                 "The agency’s commentary said that {s}.", "A commentary in the paper said that {s}.",
                 "The Guardian wrote on Tuesday that {s}.", "In its editorial, the Straits Times said that {s}.",
                 "{S}, the Washington Post said in an editorial.", "An editorial said that {s}.",
                 "The magazine’s cover story argued that {s}."], p.words).format(s=p.words, S=p.first)


@killed
def kill_nobody(p):
    """It is said that S; some say S."""
    return pick(["It is said that {s}.", "Some say that {s}.", "Many believe that {s}.", "There are those who say that {s}.",
                 "{S}, some say.", "{S}, it is said.", "It is often argued that {s}.", "Critics say that {s}.",
                 "Rumour has it that {s}.", "{S}, critics say.", "There is a view that {s}.",
                 "{S}, according to some."], p.words).format(s=p.words, S=p.first)


@killed
def kill_private(p):
    """An analyst said that S."""
    return pick(["An analyst said that {s}.", "A professor at the University of Oslo said that {s}.",
                 "According to analysts, {s}.", "{S}, an analyst told Reuters.", "A former minister said that {s}.",
                 "Human Rights Watch said that {s}.", "{S}, said a researcher at a London think tank.",
                 "Protesters in Tokyo said that {s}.", "In the view of many experts, {s}.", "The activist said that {s}.",
                 "{S}, according to a retired diplomat.", "A columnist for the paper wrote that {s}.",
                 "Observers say that {s}.", "The book argues that {s}."], p.words).format(s=p.words, S=p.first)


@killed
def kill_unsaid(p):
    """X has not said whether S; X denied having said that S."""
    return pick(["{X} has not said whether {s}.", "{X} denied having said that {s}.", "{X} did not say that {s}.",
                 "{X} was asked whether {s}.", "{X} declined to say whether {s}.", "Nobody expects {x} to say that {s}.",
                 "Reporters asked {x} whether {s}.", "It is not known whether {x} thinks that {s}.",
                 "{X} never said that {s}.", "{X} refused to accept that {s}."], p.words).format(
        s=p.words, S=p.first, x=p.inside, X=p.who)


@killed
def kill_critics(p):
    """Critics of X said that S."""
    if p.pronoun:
        return None
    return pick(["Critics of {x} said that {s}.", "An analyst who follows {x} said that {s}.",
                 "A reporter told {x} that {s}.", "A former aide to {x} said that {s}.", "Opponents of {x} say that {s}.",
                 "The journalist who interviewed {x} said that {s}.", "A newspaper critical of {x} wrote that {s}."],
                p.words).format(s=p.words, S=p.first, x=p.inside, X=p.who)
