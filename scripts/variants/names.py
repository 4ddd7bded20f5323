"""Names, letters and headlines: each function takes a sentence that gave evidence and says the same in other letters.

`FUNCTION(sentence, records, doc)` gives the changed sentence, or None where the change does not apply. The records of the
sentence must stay as they are."""
import re

VERBS = {'condemned': 'condemns', 'rejected': 'rejects', 'opposed': 'opposes', 'denounced': 'denounces', 'welcomed': 'welcomes',
         'backed': 'backs', 'supported': 'supports', 'urged': 'urges', 'criticised': 'criticises', 'criticized': 'criticizes',
         'demanded': 'demands', 'slammed': 'slams', 'imposed': 'imposes', 'lifted': 'lifts', 'said': 'says', 'stressed': 'stresses',
         'called': 'calls', 'praised': 'praises', 'deplored': 'deplores', 'ratified': 'ratifies', 'signed': 'signs'}
BASE = {'condemned': 'condemn', 'rejected': 'reject', 'opposed': 'oppose', 'denounced': 'denounce', 'welcomed': 'welcome',
        'backed': 'back', 'supported': 'support', 'lifted': 'lift', 'imposed': 'impose', 'ratified': 'ratify', 'signed': 'sign'}
SMALL = set('a an the and or but nor of in on at to for from by with as is over into'.split())
SUBJECT = r"((?:The |the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"


def changed(new, old):
    return None if new == old else new


def straight(s, r, d):
    """Curly quotes and apostrophes become straight."""
    return changed(s.translate({0x201c: '"', 0x201d: '"', 0x2018: "'", 0x2019: "'"}), s)


def curly(s, r, d):
    """Straight apostrophes inside words and behind them become curly."""
    return changed(re.sub(r"(?<=\w)'(?=\w|\s)", '’', s), s)


def acute(s, r, d):
    """The apostrophe of the possessive is typed as an acute accent."""
    return changed(re.sub(r"(?<=\w)['’](?=s\b)", '´', s), s)


def grave(s, r, d):
    """The apostrophe of the possessive is typed as a grave accent."""
    return changed(re.sub(r"(?<=\w)['’](?=s\b)", '`', s), s)


def modifier_apostrophe(s, r, d):
    """The apostrophe is the letter apostrophe of Unicode."""
    return changed(re.sub(r"(?<=\w)['’](?=s\b)", 'ʼ', s), s)


def blank_apostrophe(s, r, d):
    """A blank stands in front of the apostrophe of the possessive."""
    return changed(re.sub(r"(?<=[a-z])(?=['’]s )", ' ', s), s)


def no_break_spaces(s, r, d):
    """Every third blank is a no-break space."""
    n = [0]

    def one(m):
        n[0] += 1
        return '\u00a0' if n[0] % 3 == 0 else ' '
    return changed(re.sub(' ', one, s), s)


def double_spaces(s, r, d):
    """Blanks are double."""
    return changed(re.sub(r' ', '  ', s), s)


def soft_hyphens(s, r, d):
    """A soft hyphen stands within long words."""
    return changed(re.sub(r'\b([A-Za-z]{4})([a-z]{4,})\b', '\\1\u00ad\\2', s), s)


def ligatures(s, r, d):
    """fi and fl are ligatures, as in a text taken from a PDF."""
    return changed(s.replace('fi', 'ﬁ').replace('fl', 'ﬂ'), s)


def no_break_hyphen(s, r, d):
    """Hyphens inside words are no-break hyphens."""
    return changed(re.sub(r'(?<=\w)-(?=\w)', '\u2011', s), s)


def en_dash_hyphen(s, r, d):
    """Hyphens inside words are en dashes."""
    return changed(re.sub(r'(?<=\w)-(?=\w)', '–', s), s)


def em_dash(s, r, d):
    """A spaced dash becomes an em dash without blanks."""
    return changed(re.sub(r' [–-] ', '—', s), s)


def entities(s, r, d):
    """Quotes and apostrophes are HTML references."""
    return changed(s.replace('’', '&rsquo;').replace('“', '&ldquo;').replace('”', '&rdquo;').replace("'", '&#39;'), s)


def bare_us(s, r, d):
    """U.S. becomes US, U.N. UN, U.K. UK, E.U. EU."""
    return changed(re.sub(r'\b(U)\.(S|N|K)\.(?= [a-zA-Z])', r'\1\2', s).replace('E.U. ', 'EU '), s)


def stopped_us(s, r, d):
    """US becomes U.S., UN U.N., UK U.K., EU E.U."""
    return changed(re.sub(r'\b(U|E)(S|N|K|U)\b(?=[ ’\'][a-zA-Z])', lambda m: f'{m[1]}.{m[2]}.' if m[0] != 'EK' else m[0], s), s)


def united_states(s, r, d):
    """The U.S. becomes the United States, also as a possessor with the apostrophe alone."""
    t = re.sub(r"\b([Tt])he (?:U\.S\.|US)['’]s? ", r"\1he United States' ", s)
    t = re.sub(r'\b([Tt])he (?:U\.S\.|US) (?=[a-z])', r'\1he United States ', t)
    return changed(t, s)


def states_possessive(s, r, d):
    """The apostrophe of "the United States' ..." is straight."""
    return changed(re.sub(r"United States’s?(?= )", "United States'", s), s)


def usa(s, r, d):
    """The United States becomes the USA."""
    return changed(re.sub(r'\b([Tt])he United States(?: of America)?(?![\w’\'])', r'\1he USA', s), s)


def american_spelling(s, r, d):
    """Endings are spelt the American way."""
    t = re.sub(r'\b([a-z]{4,})isation\b', r'\1ization', s)
    t = re.sub(r'\b(critic|recogn|real|emphas|normal|legal|author|final|util)is(e|es|ed|ing)\b', r'\1iz\2', t)
    t = re.sub(r'\b(neighb|lab|fav|hon|behavi)our', r'\1or', t).replace('defence', 'defense').replace('programme', 'program')
    return changed(t, s)


def british_spelling(s, r, d):
    """Endings are spelt the British way."""
    t = re.sub(r'\b([a-z]{4,})ization\b', r'\1isation', s)
    t = re.sub(r'\b(critic|recogn|real|emphas|normal|legal|author|final|util)iz(e|es|ed|ing)\b', r'\1is\2', t)
    t = re.sub(r'\b(neighb|lab|fav|hon|behavi)or', r'\1our', t).replace('defense', 'defence')
    return changed(t, s)


def contractions(s, r, d):
    """did not becomes didn't, will not won't."""
    t = s
    for a, b in (('did not', 'didn’t'), ('does not', 'doesn’t'), ('do not', 'don’t'), ('will not', 'won’t'), ('cannot', 'can’t'),
                 ('is not', 'isn’t'), ('are not', 'aren’t'), ('has not', 'hasn’t'), ('should not', 'shouldn’t'), ('must not', 'mustn’t'),
                 ('have not', 'haven’t'), ('would not', 'wouldn’t')):
        t = re.sub(r'\b' + a + r'\b', b, t)
    return changed(t, s)


def uncontracted(s, r, d):
    """didn't becomes did not, won't will not."""
    t = re.sub(r"\bwon['’]t\b", 'will not', s)
    t = re.sub(r"\bcan['’]t\b", 'cannot', t)
    t = re.sub(r"\b(did|does|do|is|are|has|have|should|must|would|was|were|could)n['’]t\b", r'\1 not', t)
    return changed(t, s)


def wrapped(s, r, d):
    """The sentence is wrapped after some sixty letters."""
    if len(s) < 90 or '\n' in s:
        return None
    out, n = [], 0
    for w in s.split(' '):
        if n and n + len(w) > 60:
            out.append('\n')
            n = 0
        elif out:
            out.append(' ')
        out.append(w)
        n += len(w) + 1
    return ''.join(out)


def bullet(s, r, d):
    """The sentence is an entry of a list."""
    return '\n• ' + s if re.match(r'[A-Z]', s) and not re.match(r'(He|She|It|They|His|Her|This|That)\b', s) else None


def numbered(s, r, d):
    """The sentence is a numbered paragraph."""
    return '\n14. ' + s if re.match(r'[A-Z]', s) and not re.match(r'(He|She|It|They|His|Her|This|That)\b', s) else None


def ellipsis(s, r, d):
    """The sentence ends in dots."""
    return s[:-1] + '...' if s.endswith('.') and not s.endswith('..') else None


def ranks(s, r, d):
    """The speaker's name gets the abbreviation of a rank in front."""
    who = [x['speaker'] for x in r if re.fullmatch(r'[A-Z][a-z]+(?: [A-Z][a-z-]+)+', x['speaker'] or '')]
    if not who or who[0] not in s:
        return None
    if re.search(r'(?:Minister|President|Ambassador|Leader|King|Emir|Chancellor|Ayatollah|Sheikh|Gen\.|General|Secretary|Mr\.|[a-z]) $',
                 s[:s.index(who[0])]):
        return s.replace(who[0], 'Dr. ' + who[0], 1)
    return None


def capitals_of_holder(s, r, d):
    """The name that opens the sentence stands in capitals."""
    m = re.match(r"[A-Z][a-z]{3,}(?=(?:['’]s)? [a-z])", s)
    if not m or m[0] in ('This', 'That', 'They', 'These', 'Those', 'While', 'When', 'With', 'After', 'Such', 'There', 'Nuclear', 'Foreign',
                         'Multilateralism', 'Sanctions', 'Only', 'Also', 'From', 'What', 'Some', 'Many', 'Both', 'Instead', 'During'):
        return None
    return m[0].upper() + s[len(m[0]):]


def present(s):
    """"Peru condemned A." as a headline in the present tense, without its stop."""
    m = re.match(r'^' + SUBJECT + r' (' + '|'.join(VERBS) + r') ([^“”":;]+)\.$', s)
    if not m or len(s) > 130 or re.match(r'(He|She|It|They|We|I|This|That|Both|All|Some|Many)\b', s):
        return None
    if re.search(r'\b(he|she|his|her|it|its|they|their|we|our|this|that|which|who)\b', m[3]):
        return None
    return m


def headline(s, r, d):
    """The present tense of headlines, no stop, a line of its own."""
    m = present(s)
    return f'\n\n{re.sub("^[Tt]he ", "", m[1])} {VERBS[m[2]]} {m[3]}\n\n' if m else None


def title_case(s, r, d):
    """A headline with capitals in front."""
    m = present(s)
    if not m:
        return None
    t = re.sub('^[Tt]he ', '', m[1]) + ' ' + VERBS[m[2]] + ' ' + m[3]
    return '\n\n' + ' '.join(w if w in SMALL else w[:1].upper() + w[1:] for w in t.split(' ')) + '\n\n'


def all_caps(s, r, d):
    """A headline in capitals."""
    m = present(s)
    return '\n\n' + (re.sub('^[Tt]he ', '', m[1]) + ' ' + VERBS[m[2]] + ' ' + m[3]).upper() + '\n\n' if m else None


def no_articles(s, r, d):
    """A headline without its articles."""
    m = present(s)
    return '\n\n' + re.sub(r'\b(?:the|a|an) ', '', f'{m[1]} {VERBS[m[2]]} {m[3]}'.replace('The ', '')) + '\n\n' if m else None


def presidents(s, r, d):
    """"Peru condemned A" becomes "Peru's president condemned A"."""
    m = present(s)
    if not m or m[2] not in BASE or not any(x['actor'] not in ('EU', 'UN', 'NATO', 'AU') for x in r):
        return None
    if len({x['actor'] for x in r}) > 1 or ' ' in m[1] or m[1].endswith(('s', 'O', 'F')) or not r[0]['match']['start'] >= r[0]['start']:
        return None
    return f"{m[1]}’s president {m[2]} {m[3]}."


def slams(s, r, d):
    """"Peru condemned A" becomes "Peru slams A"."""
    m = present(s)
    return f'\n\n{m[1]} slams {m[3]}\n\n' if m and m[2] in ('condemned', 'denounced', 'criticised', 'criticized', 'rejected') else None


def names_first(s, r, d):
    """"Peru said that A must end." becomes the headline "Peru: A must end"."""
    m = re.match(r'^' + SUBJECT + r' (?:said|stressed|stated) (?:that )?([A-Za-z][^“”":;]+)\.$', s)
    if not m or re.match(r'(He|She|It|They|We|I|This)\b', s) or re.search(r'\b(he|she|it|they|had|was|were|would)\b', m[2]):
        return None
    return f'\n\n{m[1]}: {m[2][0].upper() + m[2][1:]}\n\n'


def names_last(s, r, d):
    """"Peru said that A must end." becomes the headline "A must end, says Peru"."""
    m = re.match(r'^' + SUBJECT + r' (?:said|stressed|stated) (?:that )?([A-Za-z][^“”":;]+)\.$', s)
    if not m or re.match(r'(He|She|It|They|We|I|This)\b', s) or re.search(r'\b(he|she|it|they|had|was|were|would)\b', m[2]):
        return None
    return f'\n\n{m[2][0].upper() + m[2][1:]}, says {m[1]}\n\n'


def quoted_dash(s, r, d):
    """"Peru said that A must end." becomes the headline "'A must end' - Peru"."""
    m = re.match(r'^' + SUBJECT + r' (?:said|stressed|stated) (?:that )?([A-Za-z][^“”":;]+)\.$', s)
    if not m or re.match(r'(He|She|It|They|We|I|This)\b', s) or re.search(r'\b(he|she|it|they|had|was|were|would)\b', m[2]):
        return None
    return f'\n\n‘{m[2][0].upper() + m[2][1:]}’ – {m[1]}\n\n'


def to_do(s, r, d):
    """"Peru backed A." becomes the headline "Peru to back A"."""
    m = present(s)
    return f'\n\n{m[1]} to {BASE[m[2]]} {m[3]}\n\n' if m and m[2] in ('lifted', 'backed', 'opposed', 'rejected', 'ratified', 'signed') else None


def comma_for_and(s, r, d):
    """"Peru and Kenya condemned A." becomes the headline "Peru, Kenya condemn A"."""
    m = re.match(r'^([A-Z]\w+) and ([A-Z]\w+) (' + '|'.join(BASE) + r') ([^“”":;]+)\.$', s)
    if not m or re.search(r'\b(he|she|his|her|it|its|they|their|we|our)\b', m[4]):
        return None
    return f'\n\n{m[1]}, {m[2]} {BASE[m[3]]} {m[4]}\n\n'


