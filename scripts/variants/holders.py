"""The holder's name in other words: a sentence whose subject is a state's name or an office of it is told of the same holder by
another expression (nothing may be lost), or of somebody who holds nothing for the state (kill_...: nothing may be left)."""
import re
from pathlib import Path


def _states():
    """id -> (name, adjective, capital, other names), from the lists of the library."""
    found = {}
    for path in sorted((Path(__file__).parents[2] / "rules/world/states").glob("*.yaml")):
        text = path.read_text()
        for entry in re.findall(r"^- \{(.*?)\}\s*$", text, re.S | re.M):
            def field(key):
                m = re.search(r"\b" + key + r": (\[[^\]]*\]|[^,\[\]]+)", entry)
                if not m:
                    return []
                return [x.strip().strip('"') for x in re.split(r",\s*", m[1].strip("[]")) if x.strip()]
            ident, name, adjectives, capital = field("id"), field("name"), field("adjectives"), field("capital")
            if ident and name and adjectives and capital:
                found[ident[0]] = (name[0], adjectives[0], capital[0], field("names"), adjectives)
    return found


STATES = _states()
THE = {"USA": "the United States", "GBR": "the United Kingdom", "ARE": "the United Arab Emirates", "NLD": "the Netherlands", "PHL": "the Philippines",
       "MDV": "the Maldives", "BHS": "the Bahamas", "GMB": "the Gambia", "DOM": "the Dominican Republic", "COM": "the Comoros", "CZE": "the Czech Republic",
       "CAF": "the Central African Republic", "SLB": "the Solomon Islands", "MHL": "the Marshall Islands", "SYC": "Seychelles", "COD": "the DR Congo"}
ADJECTIVE = {"USA": "American", "GBR": "British", "NZL": "New Zealand", "ARE": "Emirati", "SAU": "Saudi", "CHN": "Chinese", "TUR": "Turkish"}
CAPITAL = {"USA": "Washington", "CHN": "Beijing", "IRN": "Tehran", "TUR": "Ankara", "UKR": "Kyiv", "IND": "New Delhi"}

ATTITUDE = (r"(?:said|says|stated|states|stressed|stresses|noted|notes|added|adds|called|calls|urged|urges|demanded|demands|rejected|rejects|condemned|condemns"
            r"|denounced|denounces|welcomed|welcomes|supported|supports|backed|backs|opposed|opposes|insisted|insists|warned|warns|reiterated|reiterates"
            r"|reaffirmed|reaffirms|emphasi[sz]ed|emphasi[sz]es|criticised|criticized|criticises|criticizes|expressed|expresses|declared|declares|argued|argues"
            r"|believes|believed|wants|wanted|told|tells|hailed|hails|praised|praises|deplored|deplores|regrets|regretted|slammed|voiced|voices|favours|favors"
            r"|considers|hopes|hoped|asked|asks|proposed|proposes|underlined|underlines|underscored|underscores|endorsed|endorses|accused|accuses|described|describes"
            r"|maintained|maintains|explained|explains|announced|announces|renewed|renews|repeated|repeats|objected|objects|dismissed|dismisses|defended|defends"
            r"|advocated|advocates|pledged|pledges|vowed|vows|blamed|blames|sees|saw|views|viewed|has (?:\w+ly )?(?:said|called|urged|rejected|condemned|warned"
            r"|welcomed|supported|backed|opposed|demanded|stressed|insisted|expressed|criticised|criticized|denounced|reiterated|repeatedly))")
ANY = ATTITUDE[:-1] + r"|is|was|has|had|will|would|must|should|cannot|could|can|does|did|may|remains|remained|\w+ed|voted|sent|sends|left|withdrew|took|takes|gave|wants|seeks|sought|made|makes|put|kept|\w{4,}s)"
ADVERB = r"(?:(?:also|again|repeatedly|strongly|firmly|further|once more|on \w+day|therefore|still|always|consistently|fully|categorically|has|however|never|clearly) )*"
OFFICE = (r"(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e) [Mm]inister|[Pp]resident|[Ff]oreign [Mm]inistry(?: [Ss]pokes(?:man|woman|person))?|[Gg]overnment|[Aa]mbassador(?: to the U(?:N|nited Nations))?"
          r"|[Ff]oreign [Mm]inister|[Pp]remier|[Cc]hancellor|[Dd]elegation|[Rr]epresentative)")
PERSON = r"(?: [A-Z][\w'’-]+){1,4}"


def _names(ident):
    name, _, capital, more, _ = STATES[ident]
    names = {name, THE.get(ident, name), capital, CAPITAL.get(ident, capital)} | set(more[:3])
    names |= {"The " + n[4:] for n in names if n.startswith("the ")}
    if ident == "USA":
        names |= {"The U.S.", "The US", "the US", "the U.S.", "The United States"}
    if ident == "GBR":
        names |= {"Britain", "The UK", "the UK", "London"}
    return sorted(names, key=len, reverse=True)


def _find(s, records, verbs):
    """(before, holder's id, behind, whether the sentence begins with the holder, verb) of a sentence with one holder who is its subject."""
    ids = {r["actor"] for r in records}
    if len(ids) != 1 or next(iter(ids)) not in STATES:
        return None
    ident = next(iter(ids))
    names = "|".join(re.escape(n) for n in _names(ident))
    adjectives = "|".join(re.escape(a) for a in sorted(STATES[ident][4] + [ADJECTIVE.get(ident, "x~")], key=len, reverse=True))
    subject = (rf"(?:(?:{names})|(?:[Tt]he |)(?:{adjectives}) {OFFICE}(?:{PERSON})?|(?:{names})['’]s? {OFFICE}(?:,?{PERSON},?)?"
               rf"|[Tt]he (?:[Gg]overnment|[Pp]resident|[Ff]oreign [Mm]inister|[Pp]rime [Mm]inister|representative|delegation) of (?:{names}))")
    m = re.match(rf"^({subject}) (?={ADVERB}{verbs}\b)", s)
    quotes = s.count("“") - s.count("”"), s.count('"') % 2
    own_words = re.search(r"[,”\"] (?:he|she|they|[A-Z]\w+|[Tt]he [\w ]+) (?:said|told|stated|added|noted|stressed|quoted)\b", s)
    if m and quotes == (0, 0) and not own_words:
        return "", ident, s[m.end() - 1:], True
    m = re.match(rf"^(.*,[”\"]? )({subject})(?= (?:said|stated|added|noted|stressed|warned|argued|insisted)(?: on \w+day)?\.$)", s)
    if m and max(quotes[0], quotes[1]) <= 0 or m and m[1][-2:-1] in "”\"":
        return m[1], ident, s[m.end():], False
    return None


def the(ident):
    """The state's name as it stands in a sentence."""
    return THE.get(ident, STATES[ident][0])


def adj(ident):
    """The state's adjective."""
    return ADJECTIVE.get(ident, STATES[ident][1])


def capital(ident):
    """The capital, as agencies write it."""
    return CAPITAL.get(ident, STATES[ident][2])


def named(words, ident):
    """A name of nobody, one for each state: a reader learns the names of a collection."""
    return words.replace("Tomas Berg", f"Tomas Berg{ident.lower()}").replace("Lars Dahl", f"Lars Dahl{ident.lower()}").replace("Berg ", f"Berg{ident.lower()} ")


def other(ident):
    """Name and adjective of a state that is not the holder."""
    return ("Norway", "Norwegian", "Oslo") if ident not in ("NOR",) else ("Fiji", "Fijian", "Suva")


def _an(words):
    return ("an " if words[0] in "AEIOU" and not words.startswith(("Euro", "U", "Eur")) or words.startswith(("Uz", "Ug", "Ukr", "Uru")) and words[:3] in ("Uzb", "Uga_",) else "a ") + words


def _plural(rest):
    m = re.match(rf"^( {ADVERB})([a-z]+)\b", rest)
    if not m:
        return rest
    first = rest.split(" ")[1]
    swap = {"has": "have", "is": "are", "was": "were", "does": "do"}
    if " has " in m[1]:
        return rest.replace(" has ", " have ", 1)
    v = m[2]
    if v in swap:
        w = swap[v]
    elif re.search(r"(ss|sh|ch)es$", v):
        w = v[:-2]
    elif re.search(r"[^s]s$", v) and not v.endswith("us"):
        w = v[:-1]
    else:
        w = v
    return m[1] + w + rest[m.end():]


def _put(s, records, holder, verbs=ANY, plural=False):
    """The sentence with `holder(ident)` as its subject."""
    got = _find(s, records, verbs)
    if not got:
        return None
    before, ident, rest, first = got
    who = holder(ident)
    person = "Berg" in who
    if person and re.search(r"\b(?:it|its)\b", rest):
        return None
    who = named(who, ident)
    if first:
        who = who[0].upper() + who[1:]
    if plural:
        rest = _plural(rest)
    if re.match(r"^ and\b", rest):
        return None
    return before + who + rest


# --- the same holder -------------------------------------------------------------------------------------------------------------------
def state(s, r, d):
    """any -> the state's name"""
    return _put(s, r, the)


def city(s, r, d):
    """any -> the capital"""
    return _put(s, r, capital)


def adj_government(s, r, d):
    """-> the Peruvian government"""
    return _put(s, r, lambda i: f"the {adj(i)} government")


def government_of(s, r, d):
    """-> the government of Peru"""
    return _put(s, r, lambda i: f"the government of {the(i)}")


def authorities(s, r, d):
    """-> Peruvian authorities"""
    return _put(s, r, lambda i: f"{adj(i)} authorities", plural=True)


def leadership(s, r, d):
    """-> the Peruvian leadership"""
    return _put(s, r, lambda i: f"the {adj(i)} leadership")


def cabinet(s, r, d):
    """-> Peru's cabinet"""
    return _put(s, r, lambda i: f"{the(i)}'s cabinet", ATTITUDE)


def side(s, r, d):
    """-> the Peruvian side"""
    return _put(s, r, lambda i: f"the {adj(i)} side", ATTITUDE)


def delegation(s, r, d):
    """-> the Peruvian delegation"""
    return _put(s, r, lambda i: f"the {adj(i)} delegation", ATTITUDE)


def delegation_of(s, r, d):
    """-> the delegation of Peru"""
    return _put(s, r, lambda i: f"the delegation of {the(i)}", ATTITUDE)


def representative_of(s, r, d):
    """-> the representative of Peru"""
    return _put(s, r, lambda i: f"the representative of {the(i)}", ATTITUDE)


def ministry(s, r, d):
    """-> Peru's foreign ministry"""
    return _put(s, r, lambda i: f"{the(i)}'s foreign ministry", ATTITUDE)


def ministry_of(s, r, d):
    """-> the Ministry of Foreign Affairs of Peru"""
    return _put(s, r, lambda i: f"the Ministry of Foreign Affairs of {the(i)}", ATTITUDE)


def mfa(s, r, d):
    """-> the Peruvian MFA"""
    return _put(s, r, lambda i: f"the {adj(i)} MFA", ATTITUDE)


def ministry_in(s, r, d):
    """-> the foreign ministry in Lima"""
    return _put(s, r, lambda i: f"the foreign ministry in {capital(i)}", ATTITUDE)


def spokesman(s, r, d):
    """-> the Peruvian Foreign Ministry spokesman"""
    return _put(s, r, lambda i: f"the {adj(i)} Foreign Ministry spokesman", ATTITUDE)


def spokeswoman(s, r, d):
    """-> a Peruvian foreign ministry spokeswoman"""
    return _put(s, r, lambda i: f"{_an(adj(i))} foreign ministry spokeswoman", ATTITUDE)


def spokesperson_for(s, r, d):
    """-> a spokesperson for Peru's foreign ministry"""
    return _put(s, r, lambda i: f"a spokesperson for {the(i)}'s foreign ministry", ATTITUDE)


def spokesman_of_government(s, r, d):
    """-> a spokesman for the Peruvian government, Tomas Berg,"""
    return _put(s, r, lambda i: f"a spokesman for the {adj(i)} government, Tomas Berg,", ATTITUDE)


def minister_name(s, r, d):
    """-> Peru's foreign minister, Tomas Berg,"""
    return _put(s, r, lambda i: f"{the(i)}'s foreign minister, Tomas Berg,", ATTITUDE)


def name_minister(s, r, d):
    """-> Tomas Berg, Peru's foreign minister,"""
    return _put(s, r, lambda i: f"Tomas Berg, {the(i)}'s foreign minister,", ATTITUDE)


def name_the_minister(s, r, d):
    """-> Tomas Berg, the Peruvian foreign minister,"""
    return _put(s, r, lambda i: f"Tomas Berg, the {adj(i)} foreign minister,", ATTITUDE)


def name_minister_of(s, r, d):
    """-> Tomas Berg, Minister for Foreign Affairs of Peru,"""
    return _put(s, r, lambda i: f"Tomas Berg, Minister for Foreign Affairs of {the(i)},", ATTITUDE)


def minister_of(s, r, d):
    """-> Foreign Minister Tomas Berg of Peru"""
    return _put(s, r, lambda i: f"Foreign Minister Tomas Berg of {the(i)}", ATTITUDE)


def adj_minister_name(s, r, d):
    """-> Peruvian Foreign Minister Tomas Berg"""
    return _put(s, r, lambda i: f"{adj(i)} Foreign Minister Tomas Berg", ATTITUDE)


def possessive_name(s, r, d):
    """-> Peru's Foreign Minister Tomas Berg"""
    return _put(s, r, lambda i: f"{the(i)}'s Foreign Minister Tomas Berg", ATTITUDE)


def top_diplomat(s, r, d):
    """-> Peru's top diplomat"""
    return _put(s, r, lambda i: f"{the(i)}'s top diplomat", ATTITUDE)


def deputy(s, r, d):
    """-> Deputy Foreign Minister Tomas Berg of Peru"""
    return _put(s, r, lambda i: f"{adj(i)} Deputy Foreign Minister Tomas Berg", ATTITUDE)


def un_ambassador(s, r, d):
    """-> Peru's ambassador to the UN"""
    return _put(s, r, lambda i: f"{the(i)}'s ambassador to the UN", ATTITUDE)


def permanent(s, r, d):
    """-> Peru's permanent representative to the United Nations, Tomas Berg,"""
    return _put(s, r, lambda i: f"{the(i)}'s permanent representative to the United Nations, Tomas Berg,", ATTITUDE)


def citys_envoy(s, r, d):
    """-> Lima's envoy"""
    return _put(s, r, lambda i: f"{capital(i)}'s envoy", ATTITUDE)


def adj_ambassador_in(s, r, d):
    """-> the Peruvian ambassador in Oslo"""
    return _put(s, r, lambda i: f"the {adj(i)} ambassador in {other(i)[2]}", ATTITUDE)


def ambassador_to_other(s, r, d):
    """-> Peru's ambassador to Norway"""
    return _put(s, r, lambda i: f"{the(i)}'s ambassador to {other(i)[0]}", ATTITUDE)


def officials(s, r, d):
    """-> Peruvian officials"""
    return _put(s, r, lambda i: f"{adj(i)} officials", ATTITUDE, True)


def officials_in(s, r, d):
    """-> officials in Lima"""
    return _put(s, r, lambda i: f"officials in {capital(i)}", ATTITUDE, True)


def senior_official(s, r, d):
    """-> a senior Peruvian official"""
    return _put(s, r, lambda i: f"a senior {adj(i)} official", ATTITUDE)


def diplomats(s, r, d):
    """-> Peruvian diplomats"""
    return _put(s, r, lambda i: f"{adj(i)} diplomats", ATTITUDE, True)


def military(s, r, d):
    """-> the Peruvian military"""
    return _put(s, r, lambda i: f"the {adj(i)} military", ATTITUDE)


def parliament(s, r, d):
    """-> the Peruvian parliament"""
    return _put(s, r, lambda i: f"the {adj(i)} parliament", ATTITUDE)


def lawmakers(s, r, d):
    """-> Peruvian lawmakers"""
    return _put(s, r, lambda i: f"{adj(i)} lawmakers", ATTITUDE, True)


def president_name(s, r, d):
    """-> Peru's president, Tomas Berg,"""
    return _put(s, r, lambda i: f"{the(i)}'s president, Tomas Berg,", ATTITUDE)


def leader(s, r, d):
    """-> the Peruvian leader"""
    return _put(s, r, lambda i: f"the {adj(i)} leader", ATTITUDE)


def head_of_state(s, r, d):
    """-> the head of state of Peru"""
    return _put(s, r, lambda i: f"the head of state of {the(i)}", ATTITUDE)


def officials_from(s, r, d):
    """-> the defence ministry of Peru"""
    return _put(s, r, lambda i: f"the defence ministry of {the(i)}", ATTITUDE)


def joined(s, r, d):
    """-> Norway and Peru"""
    return _put(s, r, lambda i: f"{other(i)[0]} and {the(i)}", ATTITUDE, True)


def partner(s, r, d):
    """-> Norway's close partner Peru"""
    return _put(s, r, lambda i: f"{other(i)[0]}'s close partner {the(i)}", ATTITUDE)


def statement(s, r, d):
    """-> In a statement, Peru's foreign ministry"""
    got = _find(s, r, ATTITUDE)
    if not got or not got[3]:
        return None
    return f"In a statement, {the(got[1])}'s foreign ministry{got[2]}"


def _after(s, records, lead, who, verbs=ATTITUDE):
    got = _find(s, records, verbs)
    if not got or not got[3]:
        return None
    return lead(got[1]) + " " + who + got[2]


def he(s, r, d):
    """-> The Peruvian foreign minister spoke in Oslo on Monday. He ..."""
    return _after(s, r, lambda i: f"The {adj(i)} foreign minister spoke in {other(i)[2]} on Monday.", "He")


def she_counterpart(s, r, d):
    """-> Peru's foreign minister met her Norwegian counterpart in Geneva. She ..."""
    return _after(s, r, lambda i: f"{the(i)[0].upper() + the(i)[1:]}'s foreign minister met her {other(i)[1]} counterpart in Geneva.", "She")


def the_minister(s, r, d):
    """-> The Peruvian foreign minister arrived in Oslo on Monday. The minister ..."""
    return _after(s, r, lambda i: f"The {adj(i)} foreign minister arrived in {other(i)[2]} on Monday.", "The minister")


def the_top_diplomat(s, r, d):
    """-> Peruvian Foreign Minister Tomas Berg received his Norwegian counterpart on Monday. The Peruvian top diplomat ..."""
    got = _find(s, r, ATTITUDE)
    if not got or not got[3]:
        return None
    i = got[1]
    return named(f"{adj(i)} Foreign Minister Tomas Berg received his {other(i)[1]} counterpart on Monday. The {adj(i)} top diplomat{got[2]}", i)


def surname(s, r, d):
    """-> Peruvian Foreign Minister Tomas Berg met Norwegian Foreign Minister Lars Dahl on Monday. Berg ..."""
    got = _find(s, r, ATTITUDE)
    if not got or not got[3]:
        return None
    i = got[1]
    if re.search(r"\bit\b", got[2]):
        return None
    return named(f"{adj(i)} Foreign Minister Tomas Berg met {other(i)[1]} Foreign Minister Lars Dahl on Monday. Berg ", i)[:-1] + got[2]


def the_official(s, r, d):
    """-> A senior Peruvian official briefed reporters in Oslo. The official ..."""
    return _after(s, r, lambda i: f"A senior {adj(i)} official briefed reporters in {other(i)[2]}.", "The official")


def the_spokesman(s, r, d):
    """-> A Peruvian foreign ministry spokesman held his weekly briefing on Monday. The spokesman ..."""
    return _after(s, r, lambda i: f"{_an(adj(i))[0].upper() + _an(adj(i))[1:]} foreign ministry spokesman held his weekly briefing on Monday.", "The spokesman")


def the_ambassador(s, r, d):
    """-> The Peruvian ambassador to Norway gave an interview. The ambassador ..."""
    return _after(s, r, lambda i: f"The {adj(i)} ambassador to {other(i)[0]} gave an interview.", "The ambassador")


def the_ministry(s, r, d):
    """-> The Peruvian foreign ministry issued a statement after the talks with Norway. The ministry ..."""
    return _after(s, r, lambda i: f"The {adj(i)} foreign ministry issued a statement after the talks with {other(i)[0]}.", "The ministry")


def both(s, r, d):
    """-> Both Peru and Norway (Norway comes in addition)"""
    return _put(s, r, lambda i: f"both {the(i)} and {other(i)[0]}", ATTITUDE, True)


def as_well_as(s, r, d):
    """-> Peru, as well as Norway,"""
    return _put(s, r, lambda i: f"{the(i)}, as well as {other(i)[0]},", ATTITUDE)


def along_with(s, r, d):
    """-> Peru, along with Norway,"""
    return _put(s, r, lambda i: f"{the(i)}, along with {other(i)[0]},", ATTITUDE)


def together_with(s, r, d):
    """-> Norway, together with Peru,"""
    return _put(s, r, lambda i: f"{other(i)[0]}, together with {the(i)},", ATTITUDE)


def ministers_of_both(s, r, d):
    """-> the foreign ministers of Norway and Peru"""
    return _put(s, r, lambda i: f"the foreign ministers of {other(i)[0]} and {the(i)}", ATTITUDE, True)


def possessives_of_both(s, r, d):
    """-> Norway's and Peru's foreign ministers"""
    return _put(s, r, lambda i: f"{other(i)[0]}'s and {the(i)}'s foreign ministers", ATTITUDE, True)


def adjectives_of_both(s, r, d):
    """-> the Norwegian and Peruvian foreign ministers"""
    return _put(s, r, lambda i: f"the {other(i)[1]} and {adj(i)} foreign ministers", ATTITUDE, True)


def like(s, r, d):
    """-> Like Norway, Peru"""
    return _put(s, r, lambda i: f"like {other(i)[0]}, {the(i)}", ATTITUDE)


def unlike(s, r, d):
    """-> Unlike Norway, Peru (only Peru)"""
    return _put(s, r, lambda i: f"unlike {other(i)[0]}, {the(i)}", ATTITUDE)


def for_its_part(s, r, d):
    """-> Peru, for its part,"""
    return _put(s, r, lambda i: f"{the(i)}, for its part,", ATTITUDE)


def neighbour(s, r, d):
    """-> Peru, a neighbour of Norway's / which borders"""
    return _put(s, r, lambda i: f"{the(i)}, which has close ties with {other(i)[0]},", ATTITUDE)


def ally(s, r, d):
    """-> Norway's ally Peru"""
    return _put(s, r, lambda i: f"{other(i)[0]}'s ally {the(i)}", ATTITUDE)


def hosted(s, r, d):
    """-> Visiting Norway, the Peruvian foreign minister"""
    return _put(s, r, lambda i: f"on a visit to {other(i)[2]}, the {adj(i)} foreign minister", ATTITUDE)


def adj_embassy(s, r, d):
    """-> the Peruvian embassy in Oslo"""
    return _put(s, r, lambda i: f"the {adj(i)} embassy in {other(i)[2]}", ATTITUDE)


def mission(s, r, d):
    """-> Peru's mission to the United Nations"""
    return _put(s, r, lambda i: f"{the(i)}'s mission to the United Nations", ATTITUDE)


# --- nobody who holds anything for the state ----------------------------------------------------------------------------------------------
def _kill(words):
    plural = words.startswith("+")
    form = words.lstrip("+")

    def change(s, r, d):
        got = _find(s, r, ATTITUDE)
        if got and re.search(rf"\b(?:it|its|he|she|his|her|our|we|{adj(got[1])}|{re.escape(the(got[1]))}|{capital(got[1])})\b", got[0] + got[2]):
            return None  # words that still tell of the state
        return _put(s, r, lambda i: form.format(A=adj(i), a=_an(adj(i)), S=the(i), C=capital(i), O=other(i)[0]), ATTITUDE, plural)
    change.__doc__ = words
    change.__name__ = "kill"
    return change


KILLS = {
    "kill_former": "a former {A} foreign minister",
    "kill_former_name": "Tomas Berg, a former {A} foreign minister,",
    "kill_former_named": "former {A} Foreign Minister Tomas Berg",
    "kill_ex": "{S}'s ex-president",
    "kill_then": "Tomas Berg, who was {S}'s foreign minister until 2009,",
    "kill_analyst": "a {C}-based analyst",
    "kill_expert": "Tomas Berg, {a} political expert,",
    "kill_opposition": "the {A} opposition leader",
    "kill_opposition_name": "{A} opposition leader Tomas Berg",
    "kill_opposition_party": "{S}'s main opposition party",
    "kill_editorial": "an editorial in {a} daily",
    "kill_media": "+{A} media",
    "kill_newspaper": "{a} newspaper",
    "kill_critics": "+critics in {S}",
    "kill_amnesty": "Amnesty International in {S}",
    "kill_rights": "{a} human rights group",
    "kill_professor": "{a} professor",
    "kill_professor_name": "Tomas Berg, a professor at the University of {C},",
    "kill_protesters": "+{A} protesters",
    "kill_residents": "+residents of {C}",
    "kill_activists": "+{A} activists",
    "kill_communist": "the {A} Communist Party",
    "kill_statecritics": "+{S}'s critics",
    "kill_many": "+many {A} citizens",
    "kill_exiles": "+exiles from {S}",
    "kill_companies": "+{A} companies",
    "kill_columnist": "an unnamed {A} columnist",
    "kill_court": "{a} court",
    "kill_journalist": "{A} journalist Tomas Berg",
    "kill_union": "{a} trade union",
    "kill_bishop": "{a} bishop",
    "kill_businessman": "{a} businessman",
    "kill_students": "+students in {C}",
    "kill_author": "the {A} author Tomas Berg",
    "kill_retired": "a retired {A} general",
    "kill_retired_diplomat": "retired {A} diplomat Tomas Berg",
    "kill_thinktank": "a think tank in {C}",
    "kill_demonstrators": "+thousands of demonstrators in {C}",
    "kill_poll": "a majority of {A} voters",
    "kill_allies": "+{S}'s allies",
    "kill_neighbours": "+{S}'s neighbours",
    "kill_opponents": "+opponents of the {A} government",
    "kill_rebels": "+{A} rebels",
    "kill_candidate": "{a} presidential candidate",
    "kill_lawyer": "a lawyer for the {A} government's critics",
    "kill_footballer": "{A} footballer Tomas Berg",
    "kill_commentators": "+commentators in {C}",
    "kill_socialist": "the {A} Socialist Party",
    "kill_last_year": "Tomas Berg, {S}'s foreign minister until last year,",
    "kill_voters": "+{A} voters",
    "kill_people": "+many {A} people",
    "kill_diaspora": "the {A} diaspora",
    "kill_opposition_bare": "the {A} opposition",
    "kill_historian": "{A} historian Tomas Berg",
}
for _name, _words in KILLS.items():
    globals()[_name] = _kill(_words)
    globals()[_name].__name__ = _name
SAME = [n for n, f in list(globals().items()) if callable(f) and not n.startswith(("_", "kill")) and f.__doc__ and "->" in f.__doc__]
