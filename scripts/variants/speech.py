"""Changes of the register of speeches, statements, readouts and interviews, for vary.py.

Each function takes (sentence, records, document) and gives the sentence said in another way of that register, or None
where it does not apply. A name that begins with `kill_` or `mute_` says nothing of the holder's any more."""
import glob
import os
import re

# What a speaker does with a thing: base form, third person, past, -ing, noun with its preposition.
VERBS = {
    'condemn': ('condemns', 'condemned', 'condemning', 'condemnation of'),
    'denounce': ('denounces', 'denounced', 'denouncing', 'denunciation of'),
    'reject': ('rejects', 'rejected', 'rejecting', 'rejection of'),
    'oppose': ('opposes', 'opposed', 'opposing', 'opposition to'),
    'support': ('supports', 'supported', 'supporting', 'support for'),
    'endorse': ('endorses', 'endorsed', 'endorsing', 'endorsement of'),
    'back': ('backs', 'backed', 'backing', 'backing for'),
    'welcome': ('welcomes', 'welcomed', 'welcoming', None),
    'deplore': ('deplores', 'deplored', 'deploring', None),
    'regret': ('regrets', 'regretted', 'regretting', None),
    'demand': ('demands', 'demanded', 'demanding', None),
    'urge': ('urges', 'urged', 'urging', None),
    'advocate': ('advocates', 'advocated', 'advocating', None),
    'call for': ('calls for', 'called for', 'calling for', 'call for'),
    'call on': ('calls on', 'called on', 'calling on', 'call on'),
    'call upon': ('calls upon', 'called upon', 'calling upon', 'call upon'),
    'appeal': ('appeals', 'appealed', 'appealing', None),
    'reiterate': ('reiterates', 'reiterated', 'reiterating', None),
    'reaffirm': ('reaffirms', 'reaffirmed', 'reaffirming', None),
    'express': ('expresses', 'expressed', 'expressing', None),
    'stress': ('stresses', 'stressed', 'stressing', None),
    'emphasize': ('emphasizes', 'emphasized', 'emphasizing', None),
    'underscore': ('underscores', 'underscored', 'underscoring', None),
    'underline': ('underlines', 'underlined', 'underlining', None),
    'criticise': ('criticises', 'criticised', 'criticising', 'criticism of'),
    'criticize': ('criticizes', 'criticized', 'criticizing', 'criticism of'),
    'hail': ('hails', 'hailed', 'hailing', None),
    'praise': ('praises', 'praised', 'praising', 'praise for'),
    'favour': ('favours', 'favoured', 'favouring', None),
    'favor': ('favors', 'favored', 'favoring', None),
    'defend': ('defends', 'defended', 'defending', None),
    'object to': ('objects to', 'objected to', 'objecting to', 'objection to'),
    'protest': ('protests', 'protested', 'protesting', 'protest against'),
    'warn against': ('warns against', 'warned against', 'warning against', 'warning against'),
    'insist on': ('insists on', 'insisted on', 'insisting on', None),
    'press for': ('presses for', 'pressed for', 'pressing for', None),
    'recognise': ('recognises', 'recognised', 'recognising', 'recognition of'),
    'recognize': ('recognizes', 'recognized', 'recognizing', 'recognition of'),
    'want': ('wants', 'wanted', 'wanting', None),
    'seek': ('seeks', 'sought', 'seeking', None),
    'dismiss': ('dismisses', 'dismissed', 'dismissing', 'dismissal of'),
    'refuse': ('refuses', 'refused', 'refusing', None),
    'accept': ('accepts', 'accepted', 'accepting', 'acceptance of'),
}
NOUNS = [v for v, f in VERBS.items() if f[3]]
ADVERBS = (r'strongly|firmly|fully|unequivocally|categorically|resolutely|vehemently|vigorously|strictly|deeply|also|'
           r'therefore|again|once again|wholeheartedly|unreservedly|consistently|repeatedly|further|always|likewise')
THIRD = {f[0]: v for v, f in VERBS.items()}
PAST = {f[1]: v for v, f in VERBS.items()}


def any_of(words):
    return '|'.join(sorted(map(re.escape, words), key=len, reverse=True))


def read_names():
    """The short and the official names of the states."""
    here = os.path.dirname(os.path.abspath(__file__))
    names = {}
    for path in glob.glob(os.path.join(here, '../../rules/world/states/*.yaml')):
        for entry in re.finditer(r'\{id: ([A-Z]{3}), kind: state, name: ([^,]+?)(?:, official: ([^,\n]+?))?,\n', open(path).read()):
            names[entry[1]] = (entry[2].strip('"'), (entry[3] or entry[2]).strip('"'))
    return names


NAMES = read_names()
WITH_ARTICLE = ('United', 'Netherlands', 'Philippines', 'Bahamas', 'Gambia', 'Maldives', 'Comoros', 'Dominican',
                'Central African', 'Marshall', 'Solomon', 'Democratic', 'Republic', 'Kingdom', 'State', 'Islamic',
                'Russian Federation', 'Commonwealth', 'Federal', 'Arab', 'Socialist', 'Hashemite', 'Plurinational',
                'Federative', 'Argentine', 'Bolivarian', 'Hellenic', 'Italian', 'French', 'Portuguese', 'Slovak',
                'Swiss', 'Czech Republic', "People's", 'Syrian', 'Kyrgyz', 'Gabonese', 'Togolese', 'Union', 'Grand',
                'Principality', 'Oriental', 'Co-operative', 'Independent', 'Most', 'Sultanate', 'Lao People')


def called(actor, official=False):
    """A state's name with its article, or None for others."""
    if actor not in NAMES:
        return None
    name = NAMES[actor][1 if official else 0]
    return 'the ' + name if name.startswith(WITH_ARTICLE) else name


def capital(text):
    return text[0].upper() + text[1:]


def small(clause):
    """A clause's first word as it stands inside a sentence."""
    first = clause.split()[0]
    if first in ('I', "I'm") or (first[1:] and first != first.lower() and first[1:] != first[1:].lower()):
        return clause
    return clause if first.lower().strip(',') not in LOWERED else clause[0].lower() + clause[1:]


LOWERED = set('the a an this that these those it its there they we our any all no every each such both some in on for '
              'if when while as to unilateral foreign only nothing nuclear external coercive multilateralism lasting '
              'peace sanctions reform climate developing states regional countries borders two my his her their'.split())


def speaker_of(document):
    return document.get('actor') or document.get('speaking')


SPOKEN = re.compile(rf'^(?P<lead>(?:[A-Z][a-z]+(?: [a-z]+){{0,4}}, )?)(?P<who>[Ww]e|I|[Mm]y (?:country|delegation|Government))'
                    rf' (?P<adverb>(?:(?:{ADVERBS}) )*)(?P<verb>{any_of(VERBS)}|{any_of(THIRD)}) (?P<rest>[^“”"]+)$')


def spoken(sentence, records, document):
    """The parts of a sentence of a speech whose subject is the speaker; also where he names his own state."""
    if not records or not speaker_of(document):
        return None
    if any(r['actor'] != speaker_of(document) for r in records):
        return None
    name = called(speaker_of(document))
    text = sentence
    for own in (name, called(speaker_of(document), True)):
        if own and text.startswith(capital(own) + ' '):
            text = 'My country' + text[len(own):]
    m = SPOKEN.match(text)
    if not m or re.search(r'\b(?:[Ww]e|I|my|me|it|its|said|and (?:' + any_of(list(VERBS) + list(THIRD)) + r'))\b', m['rest']):
        return None
    verb = THIRD.get(m['verb'], m['verb'])
    own = {'I': 'my'}.get(m['who'], 'our')
    return m['lead'], m['adverb'], verb, m['rest'], own


def restated(frame, form='base', verbs=None, lead=True, adverb=True, own='our'):
    """A change of a spoken sentence: frame holds {V} where adverbs, verb and the rest go."""
    def change(sentence, records, document):
        parts = spoken(sentence, records, document)
        if not parts or (verbs and parts[2] not in verbs):
            return None
        opening, adverbs, verb, rest, _ = parts
        if opening and not lead:
            return None
        if not adverb and adverbs:
            adverbs = ''
        word = verb if form == 'base' else VERBS[verb][{'s': 0, 'ed': 1, 'ing': 2, 'noun': 3}[form]]
        rest = re.sub(r'\b(?:our|my)\b', own, rest)
        if form == 'noun':
            adverbs = ''
        text = frame.replace('{V}', adverbs + word + ' ' + rest)
        if '{X}' in text or '{O}' in text:
            short, long = called(speaker_of(document)), called(speaker_of(document), True)
            if not short:
                return None
            text = text.replace('{X}', short).replace('{O}', long)
        if opening:
            text = opening + (text[0].lower() + text[1:] if re.match(r'(?:We|My|Let|Allow|May|It|The) ', text) else text)
        return capital(text)
    return change


we = restated('We {V}')
i_do = restated('I {V}')
delegation = restated('My delegation {V}', 's')
country = restated('My country {V}', 's')
government = restated('My Government {V}', 's')
people = restated('The people of my country {V}', 'base')
by_name = restated('{X} {V}', 's', own='its')
official_name = restated('{O} {V}', 's', own='its')
government_of = restated('the Government of {O} {V}', 's', own='its')
delegation_of = restated('the delegation of {X} {V}', 's', own='its')
let_me = restated('Let me {V}', own='our')
allow_me = restated('Allow me to {V}', own='my')
may_i = restated('May I {V}', own='my')
wish_to = restated('I wish to {V}', own='my')
would_like = restated('I would like to {V}', own='my')
we_would_like = restated('We would like to express our {V}', 'noun', [v for v in NOUNS if 'call' not in v])
renew = restated('I renew my {V}', 'noun', NOUNS)
opportunity = restated('I take this opportunity to {V}', own='my')
opportunity_of = restated('I wish to seize the opportunity of this debate to {V}', own='my')
rostrum = restated('From this rostrum, we {V}', lead=False)
from_here = restated('From this high podium, my country {V}', 's', lead=False)
join_in = restated('We join others in {V}', 'ing', adverb=True)
join_voice = restated('{X} adds its voice to those {V}', 'ing', own='its')
on_behalf = restated('On behalf of the Government and people of {X}, I {V}', lead=False)
cannot_but = restated('We cannot but {V}', adverb=False)
once_again = restated('We once again {V}', adverb=False)
that_is_why = restated('That is why we {V}', lead=False)
to_that_end = restated('To that end, we {V}', lead=False)
as_member = restated('As a member of the Non-Aligned Movement, we {V}', lead=False)
as_member_state = restated('As a small island developing State and a member of the African Union, my country {V}', 's', lead=False)
mr_president = restated('Mr. President, we {V}', lead=False)
excellencies = restated('Excellencies, ladies and gentlemen, I {V}', lead=False)
mid_president = restated('We, Mr. President, {V}', lead=False)
thanks_and = restated('We thank Norway for its hospitality and {V}')
i_stand = restated('I stand before this Assembly to {V}', own='my')
duty = restated('It is our duty to {V}')
remains = restated('We remain steadfast and {V}')
today = restated('Today we {V}', lead=False)
here_today = restated('{X} is here today to {V}', own='its')
in_this_regard = restated('In this regard, {X} wishes to {V}', own='its', lead=False)
we_urge_norway = restated('We call on Norway and all other Member States to join us in {V}', 'ing')
statement_we = restated('{O}, through its delegation, {V}', 's', own='its')
align = restated('{X} aligns itself with the statement made on behalf of the Group of 77 and {V}', 's', own='its')
let_me_be_clear = restated('Let me be clear: we {V}', lead=False)
as_i_said = restated('As I said last year, we {V}', lead=False)
have_always = restated('We have always {V}', 'ed', adverb=False)
continue_to = restated('We will continue to {V}')
shall = restated('We shall {V}')
never_cease = restated('We will never cease to {V}')
one_voice = restated('We speak with one voice to {V}')


# Sentences of a speech that judge without naming the speaker.
CLAUSE = re.compile(r'^(?P<clause>(?:The|A|An|This|These|All|Any|No|There|Unilateral|Foreign|Only|Nuclear|Multilateralism|'
                    r'Sanctions|States|Peace|Two|Reform)\b[^“”":;?]+\b(?:must|should|is|are|cannot|can|needs?|has|have|remains?)\b[^“”":;?]+)\.$')


def judged(frame):
    def change(sentence, records, document):
        if not records or not speaker_of(document) or any(r['actor'] != speaker_of(document) for r in records):
            return None
        m = CLAUSE.match(sentence)
        if not m or re.search(r'\b(?:we|I|our|my|us|believes?|said|says|called|calls)\b', m['clause']) or len(sentence) > 300:
            return None
        if (name := called(speaker_of(document))) and name.split()[-1] in sentence:
            return None
        if '{X}' in frame and not name:
            return None
        return capital(frame.replace('{C}', small(m['clause'])).replace('{X}', name or '')) + '.'
    return change


believe = judged('We believe that {C}')
firm_belief = judged('It is our firm belief that {C}')
in_our_view = judged('In our view, {C}')
view_of = judged('It is the view of my delegation that {C}')
for_us = judged('For us, {C}')
for_x = judged('For {X}, {C}')
let_it_be_said = judged('Let us be clear: {C}')
i_say = judged('I say to this Assembly that {C}')
convinced = judged('{X} is convinced that {C}')
delegation_thinks = judged('My delegation is of the view that {C}')
must_be_stressed = judged('It must be stressed that {C}')
mr_president_c = judged('Mr. President, {C}')
repeat = judged('I repeat: {C}')
remains_position = judged('Our position remains that {C}')
on_behalf_c = judged('On behalf of my Government, I wish to state that {C}')
convinced_we = judged('We remain convinced that {C}')
kill_some = judged('Some argue that {C}')
kill_those = judged('There are those who say that {C}')
kill_norway_thinks = judged('Norway believes that {C}')
kill_poet = judged('As a great poet once wrote, “{C}”')
kill_charter = judged('The Charter says that {C}')
kill_heard = judged('We have heard it argued in this Hall that {C}')
kill_question = judged('Can anyone seriously claim that {C}')
kill_told = judged('For years, we were told that {C}')
kill_norway_quote = judged('The Foreign Minister of Norway said: “{C}”')
kill_if = judged('We have asked ourselves whether {C}')
kill_resolution = judged('The resolution adopted by the Security Council in 1980 states that {C}')
kill_myth = judged('It is a myth that {C}')
kill_norway_verb = restated('Norway {V}', 's', own='its')
kill_some_verb = restated('There are States that {V}')
kill_those_verb = restated('Those who {V}')
kill_norway_asks = restated('Norway has asked us to {V}')
kill_many = restated('Many delegations {V}')
kill_will_they = restated('Norway and its partners {V}')


# Short texts of reports: whoever is told of becomes the speaker of a text of its own, or a party of a readout.
REPORTED = re.compile(rf'^(?P<who>(?:The |A |An )?[A-Z][^,:;“”"]{{1,60}}?) (?:has |have |had )?(?P<adverb>(?:(?:{ADVERBS}) )*)'
                      rf'(?P<verb>{any_of(THIRD)}|{any_of(PAST)}) (?P<rest>[^“”"]+?)(?: on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?\.$')
SPOKE_WHEN = re.compile(r',? (?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night))?,?(?= |\.)')
SAID = re.compile(r'^(?P<who>(?:The |A |An )?[A-Z][^,:;“”"]{1,60}?) (?:said|stated|stressed|noted|insisted|argued|says|warned|added|reiterated|asserted|believes?)'
                  r' (?:on \w+day )?(?:that )?(?P<clause>[^“”":;?]+)\.$')


def reported(sentence, records, document):
    holders = {r['actor'] for r in records}
    if len(holders) != 1 or not document['text'].strip().startswith(sentence.strip()) or speaker_of(document):
        return None
    actor = holders.pop()
    if actor not in NAMES:
        return None
    sentence = SPOKE_WHEN.sub('', sentence)
    m = REPORTED.match(sentence)
    # a subject with a verb of its own, or another state, is another sentence
    if m and not re.search(r'\b(?:and|who|which|that|by|with|to|said|of)\b', m['who']) and not re.search(
            r'\b(?:he|she|his|her|said|saying|calling|adding|as well as|while|but|after|and (?:' +
            any_of(list(THIRD) + list(PAST)) + r'))\b', m['rest']):
        verb = THIRD.get(m['verb']) or PAST[m['verb']]
        return actor, 'does', m['adverb'], verb, m['rest']
    m = SAID.match(sentence)
    if m and not re.search(r'\b(?:and|who|which)\b', m['who']) and not re.search(
            r'\b(?:he|she|they|his|her|their|it|its|said|would|had|was|were|did|could)\b', m['clause']):
        return actor, 'says', '', '', m['clause']
    return None


def report_as(does, says, metadata=True, own='our', text_actor=None, official=False):
    """A report told as words of the state itself. {V} base form, {S} third person, {D} past, {G} -ing, {C} clause."""
    def change(sentence, records, document):
        parts = reported(sentence, records, document)
        if not parts:
            return None
        actor, kind, adverbs, verb, rest = parts
        frame = does if kind == 'does' else says
        if frame is None:
            return None
        short = called(actor)
        rest = re.sub(r'\b(?:its|their)\b', own, rest)
        if re.search(r'\b(?:it|they)\b', rest) or (own == 'our' and short.split()[-1] in rest):
            return None
        if kind == 'does':
            text = frame.replace('{V}', adverbs + verb + ' ' + rest).replace('{S}', adverbs + VERBS[verb][0] + ' ' + rest)
            text = text.replace('{D}', adverbs + VERBS[verb][1] + ' ' + rest).replace('{G}', adverbs + VERBS[verb][2] + ' ' + rest)
        else:
            text = frame.replace('{C}', small(rest)).replace('{K}', capital(rest))
        text = text.replace('{X}', short).replace('{O}', called(actor, True))
        if metadata:
            document['actor'] = text_actor or actor
        return capital(text) + ('' if text[-1] in '.”?' else '.')
    return change


t_we = report_as('We {V}', '{K}')
t_i = report_as('I {V}', 'I say to you today: {C}')
t_delegation = report_as('My delegation {S}', 'It is the view of my delegation that {C}')
t_name = report_as('{X} {S}', '{X} believes that {C}', own='its')
t_unlabelled = report_as('My country {S}', 'In our view, {C}')
t_allow = report_as('Allow me to {V}', 'Allow me to say that {C}')
t_behalf = report_as('On behalf of {X}, I {V}', 'On behalf of {X}, I say that {C}', own='its')
t_ministry = report_as('Statement by the Ministry of Foreign Affairs of {O}: {X} {S}',
                       'Statement by the Ministry of Foreign Affairs of {O}: {K}', False, 'its')
t_spokesperson = report_as('Statement by the Spokesperson of the Ministry of Foreign Affairs of {O}\n\nThe Ministry {S}',
                           'Statement by the Spokesperson of the Ministry of Foreign Affairs of {O}\n\n{K}', False, 'its')
t_ministry_does = report_as('The Ministry of Foreign Affairs of {O} {S}', 'The Ministry of Foreign Affairs of {O} states that {C}', False, 'its')
t_undersigned = report_as('We, the Foreign Ministers of Norway and {X}, {V}', 'We, the Foreign Ministers of Norway and {X}, believe that {C}', False)
t_readout = report_as('The President spoke today with the Prime Minister of {X}. The President thanked him for his friendship. The Prime Minister {D}',
                      'The President spoke today with the Prime Minister of {X}. The President thanked him for his friendship. The Prime Minister said that {C}', True, 'his', 'USA')
t_readout_x = report_as('The President of {X} spoke by phone today with the Prime Minister of Norway. The President {D}',
                        'The President of {X} spoke by phone today with the Prime Minister of Norway. The President stressed that {C}', False, 'his')
t_met = report_as('The Foreign Minister of {X} met with his Norwegian counterpart today. The two Ministers {D}',
                  'The Foreign Minister of {X} met with his Norwegian counterpart today. Both sides stressed that {C}', False, 'their')
t_question = report_as('QUESTION: Does your government stand by what it said last week?\n\nFOREIGN MINISTER OF {X}: We {V}',
                       'QUESTION: Does your government stand by what it said last week?\n\nFOREIGN MINISTER OF {X}: {K}', False)
t_interview = report_as('Q: What is your view?\n\nA: We {V}', 'Q: What is your view?\n\nA: {K}')
t_question_own = report_as('Question: What can you say?\n\nAnswer: {X} {S}', 'Question: What can you say?\n\nAnswer: {K}', own='its')
t_mr = report_as('MR. MILLER: We {V}', 'MR. MILLER: {K}')
t_communique = report_as('The Foreign Ministers of Norway and {X} issued the following communiqué. The Ministers:\n1. {D}',
                         'The Foreign Ministers of Norway and {X} issued the following communiqué. The Ministers:\n1. stressed that {C}', False, 'their')
t_quoted_speech = report_as('“We {V},” the Foreign Minister of {X} told the General Assembly', '“{K},” the Foreign Minister of {X} told the General Assembly', False)
t_whole_quote = report_as('“Mr. President, I thank Norway for its hospitality. We {V}.”', '“Mr. President, I thank Norway for its hospitality. {K}.”')
kill_t_question = report_as('QUESTION: Does {X} {V}?\n\nMR. MILLER: I have nothing to say on that', None, True, 'its', 'NOR')
kill_t_asked = report_as('Q: You {V}, Minister. Is that right?\n\nA: I will not comment', None)
kill_t_others = report_as(None, 'Some of our friends say that {C}')
kill_t_norway = report_as('Norway {S}', 'Norway believes that {C}', own='its')
kill_t_we_wrong = report_as('Those who {V} are many', 'There are those who say that {C}')
kill_t_mandela = report_as(None, 'As Nelson Mandela once said: “{K}.”')
kill_t_charter = report_as(None, 'The Charter tells us that {C}')


def rhetorical(sentence, records, document):
    """A injustice must end -> How long must it go on? asked by the speaker himself."""
    m = re.match(r'^((?:The|This|These|Unilateral|Foreign|Such) [^“”",:;]{5,120}?) must (?:end|stop|be (?:lifted|ended|brought to an end))(?: [^“”"]*)?\.$', sentence)
    if not m or not speaker_of(document) or any(r['actor'] != speaker_of(document) for r in records):
        return None
    return f'How long must {small(m[1])} go on?'


def thanks_only(sentence, records, document):
    """Who is thanked in passing holds nothing."""
    parts = spoken(sentence, records, document)
    if not parts:
        return None
    return 'I thank Norway and Chile for their kind words. ' + sentence


def for_norway(sentence, records, document):
    """An addressee beside the words."""
    parts = spoken(sentence, records, document)
    if not parts or parts[2] not in NOUNS:
        return None
    return f'Let me say to my colleague from Norway that we {parts[1]}{parts[2]} {parts[3]}'


def anaphora(sentence, records, document):
    """A comes in a sentence of its own before it is rejected: the words that name it, then the speaker's."""
    parts = spoken(sentence, records, document)
    if not parts or parts[0] or parts[2] not in ('condemn', 'reject', 'oppose', 'support', 'endorse', 'denounce', 'welcome'):
        return None
    rest = parts[3].rstrip('.')
    if not re.match(r'(?:the|all|any|unilateral|this|these) ', rest) or ',' in rest or ' and ' in rest or ' that ' in rest:
        return None
    return f'{capital(rest)}: we {parts[1]}{parts[2]} it.'
