"""What reporters put around and into a sentence. None of it may change, lose or add a record; the states that come in hold nothing."""
import re

STATES = ['Norway', 'Kenya', 'Japan', 'Brazil', 'Peru', 'Nepal', 'Ghana', 'Chile', 'Malta', 'Fiji', 'Uruguay', 'Botswana']
ADJECTIVES = {'Norway': ('Norwegian', 'Oslo'), 'Kenya': ('Kenyan', 'Nairobi'), 'Japan': ('Japanese', 'Tokyo'), 'Brazil': ('Brazilian', 'Brasilia'),
              'Peru': ('Peruvian', 'Lima'), 'Nepal': ('Nepalese', 'Kathmandu'), 'Ghana': ('Ghanaian', 'Accra'), 'Chile': ('Chilean', 'Santiago'),
              'Malta': ('Maltese', 'Valletta'), 'Fiji': ('Fijian', 'Suva'), 'Uruguay': ('Uruguayan', 'Montevideo'), 'Botswana': ('Botswanan', 'Gaborone')}
VERB = re.compile(r'(?:strongly |firmly |fully |also |again |categorically |vehemently |repeatedly |still |has |have |had )*'
                  r'(?:condemn|reject|oppos|support|welcom|denounc|demand|call(?:s|ed) (?:for|on)|back|urg|want|hail|prais|criticis|criticiz|deplor|'
                  r'reaffirm|reiterat|endors|favo|resist|refus|approv|voic|express|stress|underlin|emphasi|lift|impos|regret|decri|advocat|defend|'
                  r'recogni|ratif|abolish|champion|push|seek|sought|insist|warn|accus|vow|pledg|propos|request|lament|object)\w*')
PRONOUN = re.compile(r'(He|She|It|They|His|Her|Their|Its|I|We|Our|My|This|That|These|Those)\b')
OPENER = re.compile(r'(In|On|At|For|With|By|From|To|As|If|While|When|Although|Though|Despite|After|Before|During|But|And|Or|Yet|However|Not|No|'
                    r'Asked|According|Speaking|Given|Amid|Under|Over|Since|Until|Because|Unlike|There|Here|What|Who|How|Why|Whether|Only|'
                    r'Nobody|None|Nothing|Never|\w+ing|\w+ly|Some|Both|Another|Also|So|Then|Earlier|Later|Let|Instead|Among|Of)\b')


def state(s, d, n=0):
    """A state that neither the sentence nor its text names."""
    free = [x for x in STATES if x not in d['text'] and ADJECTIVES[x][0] not in d['text'] and ADJECTIVES[x][1] not in d['text']]
    return free[n] if len(free) > n else None


def plain(s, r, d):
    """A whole sentence of the text, without quotes, that begins with its subject."""
    start = r[0]['start']
    return (not (re.search(r'\b(he|she|they|it|his|her) (\w+ )?(\w+ )?(said|says|told|stressed|noted|stated|added|remarked)\b', s)) and not re.search(r'[“”"«»]', s) and s.endswith('.') and s[0].isupper() and s.count("'") == len(re.findall(r"\w'\w|s' ", s))
            and d['text'][start - 1:start] not in ('“', '"') and not OPENER.match(s) and not re.match(r'[A-Z]{3,}.*(\)|--|–|—) ', s) and ':' not in s and len(s) < 320)


def lower(s):
    """The sentence as it stands behind other words."""
    return s[0].lower() + s[1:] if re.match(r'(The|A|An|He|She|It|They|His|Her|Their|Its|This|That|These|Those|Foreign|Sanctions|Any|All|Every|Each|One|Two|Three|Many|Most|Several)\b', s) else s


SPEECH = re.compile(r'(?:also |again )?(?:said|says|told|stressed|noted|stated|added|announced|declared|argued|warned|insisted|reiterated|emphasised|emphasized|underlined|called|pointed out|explained|recalled|vowed|believes|thinks) ')
NOUNS = ('minister|president|government|ministry|spokesman|spokeswoman|envoy|parliament|ambassador|official|delegation|leader|premier|chancellor|secretary|king|'
         'Minister|President|Ministry|Government|Parliament|Secretary|Kremlin|House')


def verb_place(s, r):
    """Where the main verb stands, when the sentence begins with a subject that is named, and each record stands behind it."""
    m = re.match(r"((?:The )?[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|foreign|defence|defense|prime|deputy|interior|of|the|" + NOUNS + r"|permanent|special|representative|to|at)){0,9}) (?=\w)", s)
    if not m or OPENER.match(s) or PRONOUN.match(s) or re.match(r'(The |A |An )?(Security|Council|Sanctions|Foreign troops|Foreign forces|NATO exp|NATO enl|Nuclear|Taiwan is|Reform|Twenty|Sixty|Peace|World|Any|All|Every|Each|Talks|Trade|War)', s):
        return None
    head, at = m[1], m.end()
    while at > 0:
        if SPEECH.match(s, at) or VERB.match(s, at) and not s[at:at + 9].startswith('favo') or re.match(r'(has|have|had|is|was|will|would|remains|must|should|does|did|wants|stands|believes|sees|considers|regards|imposed|lifted|signed|voted) ', s[at:]):
            break
        k = s.rfind(' ', 0, at - 1)
        if k < 3:
            return None
        at = k + 1
    head = s[:at - 1]
    if not re.search(r"([A-Z][\w'’.-]*|" + NOUNS + r'|representative)$', head) or re.search(r" (the|of|to|at|and)$|['’]s$", head) or re.match(r'(The )?(Sanctions|Foreign)$', head):
        return None
    if any(x['match']['start'] - x['start'] < at - 1 and x['construction'] not in ('active',) and x['match']['start'] - x['start'] > 3 for x in r):
        return None
    return at


def subject_aside(text):
    """Puts an aside between subject and verb."""
    def f(s, r, d):
        at = verb_place(s, r)
        n = state(s, d)
        if at is None or n is None or re.search(r'[“”"]', s[:at]):
            return None
        many = re.search(r'\band\b|s $', s[:at]) and not re.search(r"(United States|Philippines|Netherlands|Maldives|Emirates|Bahamas|Solomons|Honduras|Cyprus|Laos|Belarus) $", s[:at])
        t = text(n, s[:at], many)
        return None if t is None else s[:at - 1] + t + s[at:]
    return f


def person(head):
    return re.search(r'(minister|president|spokesman|spokeswoman|envoy|ambassador|official|[a-z]+ [A-Z]\w+|^[A-Z]\w+ [A-Z]\w+) $', head) and not re.search(r'^(The )?(United|European|South|North|New|Saudi|Sri|Costa|El|Holy|Sierra|White|Security|Foreign|Burkina|Papua|Equatorial|Central|East|Cape|Ivory|African|Arab|Czech|Dominican|Marshall|Solomon|Vatican|Hong|San|Tel|Abu|Kuala|Addis|Islamic|People)\b', head)


aside_member = subject_aside(lambda n, h, many: None if many or person(h) else ', a member of the committee since January, ')
aside_minister = subject_aside(lambda n, h, many: None if many or person(h) else f', whose minister arrived in {ADJECTIVES[n][1]} on Monday, ')
aside_border = subject_aside(lambda n, h, many: None if many or person(h) else f' - which has close ties with {n} - ')
aside_spoke = subject_aside(lambda n, h, many: f', who met his {ADJECTIVES[n][0]} counterpart on Monday, ' if person(h) and not many else None)
aside_speaking = subject_aside(lambda n, h, many: f', speaking at a conference in {ADJECTIVES[n][1]}, ')
aside_thanked = subject_aside(lambda n, h, many: None if many or person(h) else f', which thanked {n} for its help, ')
aside_like = subject_aside(lambda n, h, many: ', for its part, ' if not many and not person(h) else None)
aside_date = subject_aside(lambda n, h, many: ' on Tuesday ')


def first_verb(s, r):
    """Match of a verb with its direct object behind it, at a record's place."""
    for x in r:
        if x['construction'] != 'active':
            continue
        at = x['match']['start'] - x['start']
        m = re.match(r'(?:strongly |firmly |fully |categorically )?(condemn|reject|oppos|support|welcom|denounc|demand|back|hail|prais|criticis|criticiz|deplor|'
                     r'reaffirm|endors|recogni)(ed|es|s) (?=(the|any|all|foreign|sanctions|an|a|its|NATO|calls) )', s[at:])
        if m and not re.search(r'\b(be|been|is|are|was|were|being|which|who|that) $', s[:at]) and not re.search(r'[“"][^”"]*$', s[:at]):
            return at + m.end()
    return None


def verb_object(text):
    """Puts words between verb and object."""
    def f(s, r, d):
        at = first_verb(s, r)
        n = state(s, d)
        return None if at is None or n is None else s[:at - 1] + text(n) + s[at:]
    return f


object_statement = verb_object(lambda n: f', in a statement issued in {ADJECTIVES[n][1]}, ')
object_tuesday = verb_object(lambda n: ' on Tuesday ')
object_meeting = verb_object(lambda n: f" during a meeting with {n}'s foreign minister ")
object_terms = verb_object(lambda n: ' in the strongest terms ')


def issue_end(s, r, nouns):
    """The end of a match that closes with one of the nouns and is followed by a full stop or a new clause."""
    for x in r:
        m0, m1 = x['match']['start'] - x['start'], x['match']['end'] - x['start']
        if 0 < m1 <= len(s) and re.search(r'\b(' + nouns + r')$', s[m0:m1]) and not re.search(r'[“"]', s):
            if s[m1:] == '.':
                return m1, ''
            if s[m1:m1 + 1] == ',':
                return m1, ''
            if re.match(r' (and|but|while) ', s[m1:]):
                return m1, ','
    return None


def on_noun(nouns, text, commas=True):
    """Puts words behind the noun of an issue."""
    def f(s, r, d):
        e = issue_end(s, r, nouns)
        n = state(s, d)
        if e is None or n is None:
            return None
        at = e[0]
        return s[:at] + text(n) + (',' if commas and s[at:at + 1] != '.' and s[at:at + 1] != ',' else '') + s[at:]
    return f


noun_effect = on_noun('sanctions|measures', lambda n: ', which took effect last month')
noun_first = on_noun('sanctions|embargo|blockade|measures', lambda n: ', first imposed two decades ago')
noun_since = on_noun('troops|forces|soldiers', lambda n: ' stationed there since 2003', False)
noun_debated = on_noun('war|treaty|deal|expansion|enlargement|reform|penalty|corridor|ceasefire|solution|independence|truce|agreement',
                       lambda n: f', which was discussed in {ADJECTIVES[n][1]} on Monday')
noun_page = on_noun(r'\w+', lambda n: ' (see page 3)', False)
noun_topic = on_noun('sanctions|embargo|blockade|war|treaty|deal|expansion|enlargement|reform|penalty|corridor|ceasefire|solution|independence|order|multilateralism|weapons|finance',
                     lambda n: f', a topic of the talks with {n}')


def front(text, pronouns=False):
    """Puts words in front."""
    def f(s, r, d):
        n = state(s, d)
        if not plain(s, r, d) or n is None or (not pronouns and PRONOUN.match(s)):
            return None
        if re.match(r'(The |A |An )?(two|three|both|latter|former|president|diplomat|minister|envoy|spokes\w+|side|sides|ministers|leaders|participants|official|visitor|guest|state|country|ministry|government|statement|move|\w+ (side|guest|minister|official|diplomat) )\b', s) and not pronouns:
            return None
        if not pronouns and not re.match(r"(The )?[A-Z]", s) or re.match(r'(The )?[a-z]|Sanctions|Foreign|Every|Any|All|Each|Twenty|Sixty|Resistance|Two|Three|Salas|One', s[4:] if s.startswith('The ') else s):
            return None
        return text(n) + (s if text(n).endswith('. ') else lower(s))
    return f


front_summit = front(lambda n: f'Ahead of a summit in {ADJECTIVES[n][1]}, ', True)
front_hours = front(lambda n: f"Hours after {n}'s foreign minister left for home, ")
front_declined = front(lambda n: f'While officials in {ADJECTIVES[n][1]} declined to comment, ')
front_stalled = front(lambda n: f'Although talks with {n} had stalled, ')
front_amid = front(lambda n: f'Amid protests in {ADJECTIVES[n][1]}, ', True)
front_day = front(lambda n: f'A day after {n} recalled its ambassador, ')
front_second = front(lambda n: f"{n}'s minister arrived on Monday. ")


def front_joint(s, r, d):
    """A counterpart is named in front of a sentence whose subject is a person."""
    n = state(s, d)
    if n is None or not plain(s, r, d) or not re.match(r'(The )?[A-Z]?[\w ]*([Mm]inister|[Pp]resident|spokesman|envoy)( [A-Z]\w+)* (said|condemned|rejected|called|stressed|noted|welcomed)\b', s):
        return None
    return f'In a joint press conference with his {ADJECTIVES[n][0]} counterpart, ' + lower(s)


def front_asked(s, r, d):
    """A question of other matters is told in front of a sentence whose subject is a person."""
    n = state(s, d)
    if n is None or not plain(s, r, d) or not re.match(r'(The )?[A-Z]?[\w ]*([Mm]inister|[Pp]resident|spokesman|envoy)( [A-Z]\w+)* (said|condemned|rejected|called|stressed|noted|welcomed)\b', s):
        return None
    return f'Asked about relations with {n}, ' + lower(s)


def front_thanked(s, r, d):
    """The same subject does something neutral first: "X thanked Norway for its help and S"."""
    n, at = state(s, d), verb_place(s, r)
    if at is None or n is None or re.search(r'[“”"]', s[:at]) or re.match(r'(has|have|had|\w+s\b(?<!ed))', s[at:]) or not re.match(r'(\w+ )?\w+ed\b', s[at:]):
        return None
    return s[:at] + f'thanked {n} for its help and ' + s[at:]


def behind(text):
    """Puts words behind the last word."""
    def f(s, r, d):
        n = state(s, d)
        if not plain(s, r, d) or n is None or re.search(r'\b(said|told|says|added|stated|noted)( [\w ]+)?\.$', s):
            return None
        return s[:-1] + text(n) + '.'
    return f


behind_recalled = behind(lambda n: f', a day after {n} recalled its ambassador')
behind_protests = behind(lambda n: f', as protests continued in {ADJECTIVES[n][1]}')
behind_amid = behind(lambda n: f', amid growing tension with {n}')
behind_comment = behind(lambda n: f', while {n} has yet to comment')
behind_shift = behind(lambda n: ', in what analysts called a shift')
behind_agency = behind(lambda n: ', reports the agency')
behind_thanked = behind(lambda n: f', and thanked {n} for its help')
behind_disagrees = behind(lambda n: f', but {n} disagrees')
behind_neutral = behind(lambda n: f'; {n} said nothing')
behind_sentence = behind(lambda n: f". {n}'s foreign minister arrived on Monday")
behind_ahead = behind(lambda n: f' ahead of a visit by the {ADJECTIVES[n][0]} president')
behind_told = behind(lambda n: ', according to a statement posted on its website')


def behind_ministry(s, r, d):
    """A ministry's further words, behind a sentence of that state."""
    if not plain(s, r, d) or not re.search(r'\b(said|noted|stressed|stated) that\b', s) or len({x['actor'] for x in r}) > 1:
        return None
    return s[:-1] + ', the ministry added in a statement posted on its website.'


def list_member(words):
    """The issue phrase becomes the last member of a list."""
    def f(s, r, d):
        for x in r:
            at = x['match']['start'] - x['start']
            if x['construction'] not in ('active',) or len({y['match']['start'] for y in r}) > 1:
                continue
            m = re.match(r'(condemned|rejected|rejects|condemns|opposes|opposed|denounced|denounces|supports|supported|welcomed|welcomes|backs|backed|called for|calls for|endorsed|favors|favours|demanded|demands|reaffirmed support for|stressed the need for) '
                         r'(?=(the|sanctions|foreign|an|a|NATO|unilateral|any|nuclear|multilateralism)\b)', s[at:])
            if m and not re.search(r'\b(be|been|is|are|was|were|being|which|who|that) $', s[:at]) and not re.search(r' and |“|"', s):
                against = re.match(r'(condemn|reject|oppos|denounc)', m[0])
                k = at + m.end()
                return s[:k] + (words[0] if against else words[1]) + ' and ' + s[k:]
        return None
    return f


list_last = list_member(('poverty, terrorism', 'better schools, lower taxes'))


def made_subordinate(s, r, d):
    """The sentence as a reported clause, when its own holder is its subject."""
    if verb_place(s, r) is None or not plain(s, r, d):
        return None
    return 'It was noted at the talks that ' + lower(s)


def two_sides(s, r, d):
    """Another state takes the other side in a second main clause; both holders keep their own."""
    n = state(s, d)
    if n is None or not plain(s, r, d) or verb_place(s, r) is None or len(r) > 1 or re.search(r',| and ', s):
        return None
    return s[:-1] + f', but the Republic of {n} said nothing of the sort.'
