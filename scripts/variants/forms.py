"""Changes of the stance word's form: the same verb in other forms and its nouns, its synonyms, its adverbs.

Each function takes (sentence, records, document) and gives the changed sentence or None where it does not apply. Two kinds:
those that replace the finite verb where it stands, and those that build a plain "X condemned Y." anew."""
import re

AGAINST = {
    'condemn': ('condemns', 'condemned', 'condemning', 'condemnation of'),
    'denounce': ('denounces', 'denounced', 'denouncing', 'denunciation of'),
    'reject': ('rejects', 'rejected', 'rejecting', 'rejection of'),
    'oppose': ('opposes', 'opposed', 'opposing', 'opposition to'),
    'criticise': ('criticises', 'criticised', 'criticising', 'criticism of'),
}
FOR = {
    'support': ('supports', 'supported', 'supporting', 'support for'),
    'back': ('backs', 'backed', 'backing', 'backing for'),
    'endorse': ('endorses', 'endorsed', 'endorsing', 'endorsement of'),
}
GLAD = {
    'welcome': ('welcomes', 'welcomed', 'welcoming', None),
    'praise': ('praises', 'praised', 'praising', 'praise for'),
    'hail': ('hails', 'hailed', 'hailing', None),
}
ASK = {
    'call for': ('calls for', 'called for', 'calling for', 'call for'),
    'demand': ('demands', 'demanded', 'demanding', 'demand for'),
    'urge': ('urges', 'urged', 'urging', None),
}
ALL = {**AGAINST, **FOR, **GLAD, **ASK}
FORMS = {}
for base_, (s_, ed_, ing_, noun_) in ALL.items():
    FORMS[base_] = (base_, 'base')
    FORMS[s_] = (base_, 's')
    FORMS[ed_] = (base_, 'ed')
FORMS['criticized'] = ('criticise', 'ed')
FORMS['criticizes'] = ('criticise', 's')
ANY = '|'.join(sorted(map(re.escape, FORMS), key=len, reverse=True))
HELPER = r"(?:to|not|never|n't|has|have|had|was|were|is|are|be|been|being|will|would|can|could|should|must|may|might|did|do|does|of|by|and|or)"
MANY = re.compile(r'\b(?:and|both|they|we|I|you|two|three|states|countries|nations|ministers|leaders|presidents|sides|'
                  r'parties|participants|members|governments|officials|delegates|delegations|capitals|latter|envoys|'
                  r'lawmakers|MPs|officials|authorities|speakers|powers|allies|ambassadors|neighbours|Emirates)\b', re.I)


def place(sentence, records, known=ALL):
    """The finite stance verb with which the words of a record begin: (start, end, base, form)."""
    for r in records:
        if r['construction'] != 'active':
            continue
        at = r['match']['start'] - r['start']
        m = re.match(r'(?:' + ANY + r')\b', sentence[at:])
        if not m or FORMS[m[0]][0] not in known:
            continue
        before = sentence[:at].rstrip()
        if re.search(r'\b' + HELPER + r'$', before, re.I) or not before or before[-1] in ',;:':
            continue
        if re.match(r' (?:by|that|as)\b', sentence[at + m.end():]):
            continue
        base, form = FORMS[m[0]]
        if base == 'urge' and re.search(r'\bto\b', sentence[at:]):
            continue
        return at, at + m.end(), base, form
    return None


def replace(sentence, records, texts, known=ALL):
    """Replaces the verb by texts(base) = (past, singular present, plural present)."""
    p = place(sentence, records, known)
    if not p:
        return None
    start, end, base, form = p
    t = texts(base)
    if t is None:
        return None
    ahead = ' '.join(sentence[:start].split()[-5:])
    many = bool(MANY.search(ahead)) and form != 's'
    new = {'ed': t[0], 's': t[1], 'base': t[2]}[form]
    if re.search(r'\bwould\b', ahead):
        return None
    if re.search(r'\b[Ww]e( \w+ly)?$', ahead):
        new = new.replace('has ', 'have ').replace('was ', 'were ').replace(' its ', ' our ').replace(' their ', ' our ')
    elif many:
        new = new.replace('has ', 'have ').replace('was ', 'were ').replace(' its ', ' their ')
    return sentence[:start] + new + sentence[end:]


def ing(base):
    return ALL[base][2]


def ed(base):
    return ALL[base][1]


# The verb where it stands.
def perfect(s, r, d):
    """X condemned A -> X has repeatedly condemned A"""
    return replace(s, r, lambda b: (f'has repeatedly {ed(b)}', f'has repeatedly {ed(b)}', f'have repeatedly {ed(b)}'))


def perfect_time(s, r, d):
    """X condemned A -> X has on many occasions condemned A"""
    return replace(s, r, lambda b: (f'has on many occasions {ed(b)}', f'has on many occasions {ed(b)}', f'have on many occasions {ed(b)}'))


def strongly(s, r, d):
    """X condemned A -> X firmly and unequivocally condemned A"""
    return replace(s, r, lambda b: (f'firmly and unequivocally {ed(b)}', f'firmly and unequivocally {ALL[b][0]}', f'firmly and unequivocally {b}'))


def therefore(s, r, d):
    """X condemned A -> X therefore also strongly condemned A"""
    return replace(s, r, lambda b: (f'therefore also strongly {ed(b)}', f'therefore also strongly {ALL[b][0]}', f'therefore also strongly {b}'))


def continues(s, r, d):
    """X condemned A -> X continued to condemn A"""
    return replace(s, r, lambda b: (f'continued to {b}', f'continues to {b}', f'continue to {b}'))


def went_on(s, r, d):
    """X condemned A -> X went on to condemn A"""
    return replace(s, r, lambda b: (f'went on to {b}', f'goes on to {b}', f'go on to {b}'))


def not_hesitate(s, r, d):
    """X condemned A -> X did not hesitate to condemn A"""
    return replace(s, r, lambda b: (f'did not hesitate to {b}', f'does not hesitate to {b}', f'do not hesitate to {b}'))


def quick(s, r, d):
    """X condemned A -> X was quick to condemn A"""
    return replace(s, r, lambda b: (f'was quick to {b}', f'was quick to {b}', f'were quick to {b}'))


def first_to(s, r, d):
    """X condemned A -> X was among the first to condemn A"""
    return replace(s, r, lambda b: (f'was among the first to {b}', f'was among the first to {b}', f'were among the first to {b}'))


def joined_in(s, r, d):
    """X condemned A -> X joined others in condemning A"""
    return replace(s, r, lambda b: (f'joined others in {ing(b)}', f'joins others in {ing(b)}', f'join others in {ing(b)}'))


def progressive(s, r, d):
    """X condemned A -> X was once again condemning A"""
    return replace(s, r, lambda b: (f'was once again {ing(b)}', f'is once again {ing(b)}', f'are once again {ing(b)}'))


def used_to_end(s, r, d):
    """X condemned A -> X used the occasion to condemn A"""
    return replace(s, r, lambda b: (f'used the occasion to {b}', f'uses the occasion to {b}', f'use the occasion to {b}'))


def felt_bound(s, r, d):
    """X condemned A -> X had no hesitation in condemning A"""
    return replace(s, r, lambda b: (f'had no hesitation in {ing(b)}', f'has no hesitation in {ing(b)}', f'have no hesitation in {ing(b)}'))


# Its nouns.
def issued(s, r, d):
    """X condemned A -> X issued a strongly worded condemnation of A"""
    def t(b):
        n = {'condemn': 'condemnation of', 'denounce': 'denunciation of', 'reject': 'rejection of', 'support': 'endorsement of',
             'call for': 'call for', 'demand': 'demand for', 'criticise': 'criticism of', 'endorse': 'endorsement of'}.get(b)
        return n and (f'issued a strongly worded {n}', f'issues a strongly worded {n}', f'issue a strongly worded {n}')
    return replace(s, r, t)


def expressed(s, r, d):
    """X condemned A -> X expressed its condemnation of A"""
    def t(b):
        n = ALL[b][3]
        return n and b not in ('call for', 'demand') and (f'expressed its {n}', f'expresses its {n}', f'express their {n}') or None
    return replace(s, r, t)


def reaffirmed(s, r, d):
    """X opposed A -> X reaffirmed its strong opposition to A"""
    def t(b):
        n = ALL[b][3]
        return n and b != 'praise' and (f'reaffirmed its strong {n}', f'reaffirms its strong {n}', f'reaffirm their strong {n}') or None
    return replace(s, r, t)


def made_clear(s, r, d):
    """X opposed A -> X made clear its opposition to A"""
    def t(b):
        n = ALL[b][3]
        return n and b in ('oppose', 'reject', 'support', 'back', 'condemn', 'denounce') and (
            f'made clear its {n}', f'makes clear its {n}', f'make clear their {n}') or None
    return replace(s, r, t)


def lent(s, r, d):
    """X supported A -> X lent its full support to A; X opposed A -> X took a firm stand against A"""
    def t(b):
        if b in FOR:
            return ('lent its full support to', 'lends its full support to', 'lend their full support to')
        if b in AGAINST:
            return ('took a firm stand against', 'takes a firm stand against', 'take a firm stand against')
        if b in ASK:
            return ('renewed its appeal for', 'renews its appeal for', 'renew their appeal for')
        return None
    return replace(s, r, t)


def weight(s, r, d):
    """X supported A -> X threw its weight behind A; X opposed A -> X came out strongly against A"""
    def t(b):
        if b in FOR:
            return ('threw its weight behind', 'throws its weight behind', 'throw their weight behind')
        if b in AGAINST:
            return ('came out strongly against', 'comes out strongly against', 'come out strongly against')
        if b in ASK:
            return ('made a renewed plea for', 'makes a renewed plea for', 'make a renewed plea for')
        return ('had warm words for', 'has warm words for', 'have warm words for')
    return replace(s, r, t)


def voice(s, r, d):
    """X supported A -> X added its voice to the calls for A (asks); X spoke out against A; X declared its backing for A"""
    def t(b):
        if b in FOR:
            return ('declared its backing for', 'declares its backing for', 'declare their backing for')
        if b in AGAINST:
            return ('spoke out against', 'speaks out against', 'speak out against')
        if b in ASK:
            return ('added its voice to the calls for', 'adds its voice to the calls for', 'add their voice to the calls for')
        return None
    return replace(s, r, t)


def stance_noun(s, r, d):
    """X opposed A -> X was clear in its opposition to A"""
    def t(b):
        n = ALL[b][3]
        return n and b not in ('endorse',) and (f'was clear in its {n}', f'is clear in its {n}', f'are clear in their {n}') or None
    return replace(s, r, t)


def unwavering(s, r, d):
    """X opposed A -> X remained firm in its opposition to A"""
    def t(b):
        n = ALL[b][3]
        return n and b in ('oppose', 'reject', 'support', 'back', 'condemn', 'demand') and (
            f'remained firm in its {n}', f'remains firm in its {n}', f'remain firm in their {n}') or None
    return replace(s, r, t)


SYNONYMS = {
    'condemn': [('deplored', 'deplores', 'deplore'), ('slammed', 'slams', 'slam'), ('decried', 'decries', 'decry'),
                ('censured', 'censures', 'censure')],
    'denounce': [('blasted', 'blasts', 'blast'), ('assailed', 'assails', 'assail'), ('lashed out at', 'lashes out at', 'lash out at'),
                 ('deplored', 'deplores', 'deplore')],
    'reject': [('ruled out', 'rules out', 'rule out'), ('turned down', 'turns down', 'turn down'), ('dismissed', 'dismisses', 'dismiss'),
               ('repudiated', 'repudiates', 'repudiate')],
    'oppose': [('was opposed to', 'is opposed to', 'are opposed to'), ('was against', 'is against', 'are against'),
               ('took a stance against', 'takes a stance against', 'take a stance against'), ('objected to', 'objects to', 'object to')],
    'criticise': [('hit out at', 'hits out at', 'hit out at'), ('took aim at', 'takes aim at', 'take aim at'),
                  ('found fault with', 'finds fault with', 'find fault with'), ('was critical of', 'is critical of', 'are critical of')],
    'support': [('was in favour of', 'is in favour of', 'are in favour of'), ('stood behind', 'stands behind', 'stand behind'),
                ('was supportive of', 'is supportive of', 'are supportive of'), ('was fully behind', 'is fully behind', 'are fully behind')],
    'back': [('stood behind', 'stands behind', 'stand behind'), ('favoured', 'favours', 'favour'), ('came out in support of',
             'comes out in support of', 'come out in support of'), ('put its weight behind', 'puts its weight behind', 'put their weight behind')],
    'endorse': [('gave its blessing to', 'gives its blessing to', 'give their blessing to'), ('approved', 'approves', 'approve'),
                ('got behind', 'gets behind', 'get behind'), ('spoke up for', 'speaks up for', 'speak up for')],
    'welcome': [('applauded', 'applauds', 'applaud'), ('saluted', 'salutes', 'salute'), ('expressed satisfaction with',
                'expresses satisfaction with', 'express satisfaction with'), ('greeted with satisfaction', 'greets with satisfaction', 'greet with satisfaction')],
    'praise': [('lauded', 'lauds', 'laud'), ('commended', 'commends', 'commend'), ('paid tribute to', 'pays tribute to', 'pay tribute to'),
               ('spoke highly of', 'speaks highly of', 'speak highly of')],
    'hail': [('lauded', 'lauds', 'laud'), ('applauded', 'applauds', 'applaud'), ('cheered', 'cheers', 'cheer'),
             ('celebrated', 'celebrates', 'celebrate')],
    'call for': [('pressed for', 'presses for', 'press for'), ('appealed for', 'appeals for', 'appeal for'),
                 ('pushed for', 'pushes for', 'push for'), ('pleaded for', 'pleads for', 'plead for')],
    'demand': [('insisted on', 'insists on', 'insist on'), ('urged', 'urges', 'urge'), ('pressed its demand for', 'presses its demand for',
               'press their demand for'), ('called forcefully for', 'calls forcefully for', 'call forcefully for')],
    'urge': [('made an appeal for', 'makes an appeal for', 'make an appeal for'), ('called once again for', 'calls once again for', 'call once again for'),
             ('called urgently for', 'calls urgently for', 'call urgently for'), ('sought', 'seeks', 'seek')],
}


def synonym1(s, r, d):
    """the stance verb by its first synonym"""
    return replace(s, r, lambda b: SYNONYMS[b][0])


def synonym2(s, r, d):
    """the stance verb by its second synonym"""
    return replace(s, r, lambda b: SYNONYMS[b][1])


def synonym3(s, r, d):
    """the stance verb by its third synonym"""
    return replace(s, r, lambda b: SYNONYMS[b][2])


def synonym4(s, r, d):
    """the stance verb by its fourth synonym"""
    return replace(s, r, lambda b: SYNONYMS[b][3])


# A plain "X condemned A." built anew.
def plain(s, records, known=ALL):
    """(subject, base, form, object) of a sentence of nothing but subject, verb and object."""
    p = place(s, records, known)
    if not p:
        return None
    start, end, base, form = p
    who, what = s[:start].strip(), s[end:].strip()
    m = re.match(r'^([^.:;“”"]+)\.$', what)
    if not m or re.search(r'[,:;.“”"()]', who) or re.search(r',|\b(?:and (?:\w+ed|said|called)|while|but|after|when|who|which|that|saying|'
                                                         r'calling|because|as|not|if|said|told|added)\b', m[1]):
        return None
    if len(who.split()) > 9 or not re.match(r'[A-Z]', who) or re.search(r'\b(?:said|told|that|who|which|while|after|when|in|On|At|In|I|there|what|'
                                                                       r'also|never|he|she|it|ordered|once|again|long|but|always|\w+ly|backs?|supports?|opposed)\b', who):
        return None
    return who, base, form, m[1]


def low(who):
    return who[0].lower() + who[1:] if re.match(r'(?:The|A|An|Both|They|We|He|She|It|His|Her|Its|Their|Our) ', who + ' ') else who


def him(who):
    return {'They': 'them', 'We': 'us', 'He': 'him', 'She': 'her', 'It': 'it'}.get(who, low(who))


def up(t):
    return t[0].upper() + t[1:]


def was(obj):
    return 'were' if re.match(r'(?:\S+ ){0,3}?(?:sanctions|measures|weapons|tests|deliveries|strikes|arms|rights|plans|calls)\b', obj) and not re.match(
        r'(?:the |an? )?\S+ (?:of|to|for|against)\b', obj) or re.search(r'^[^,]* (?:and) ', obj) else 'was'


def passive(s, r, d):
    """X condemned A. -> A was condemned by X."""
    p = plain(s, r)
    if not p:
        return None
    who, base, form, obj = p
    return f'{up(obj)} {was(obj)} {ed(base)} by {him(who)}.'


def passive_perfect(s, r, d):
    """X condemned A. -> A has been strongly condemned by X."""
    p = plain(s, r)
    if not p:
        return None
    who, base, form, obj = p
    has = 'have' if was(obj) == 'were' else 'has'
    return f'{up(obj)} {has} been strongly {ed(base)} by {him(who)}.'


def drew(s, r, d):
    """X condemned A. -> A drew condemnation from X."""
    p = plain(s, r, AGAINST)
    if not p:
        return None
    who, base, form, obj = p
    return f'{up(obj)} drew sharp {ALL[base][3].rsplit(" ", 1)[0]} from {him(who)}.'


def came_from(s, r, d):
    """X condemned A. -> Strong condemnation of A came from X."""
    p = plain(s, r)
    if not p or not ALL[p[1]][3]:
        return None
    who, base, form, obj = p
    return f'Strong {ALL[base][3]} {obj} came from {him(who)}.'


def relative(s, r, d):
    """X condemned A. -> X, which has condemned A, sent a delegation to the meeting."""
    p = plain(s, r)
    if not p or p[0] in ('They', 'We', 'He', 'She', 'It') or ' and ' in p[0]:
        return None
    who, base, form, obj = p
    rel, have = ('who', 'have') if re.search(r'minister|president|envoy|official|king|leader|premier|chancellor|ambassador|emir|lawmaker|[A-Z]\w+ [A-Z]\w+$',
                                   who) else ('which', 'has')
    have = 'have' if MANY.search(who) else 'has'
    return f'{who}, {rel} {have} repeatedly {ed(base)} {obj}, sent a delegation to the meeting.'


def in_doing(s, r, d):
    """X condemned A. -> In condemning A, X spoke of a dangerous moment."""
    p = plain(s, r)
    if not p:
        return None
    who, base, form, obj = p
    return f'In {ing(base)} {obj}, {low(who)} spoke of a decisive moment.'


def doing_first(s, r, d):
    """X condemned A. -> Condemning A, X said the talks would go on."""
    p = plain(s, r)
    if not p:
        return None
    who, base, form, obj = p
    return f'{up(ing(base))} {obj}, {low(who)} promised to stay in touch with the others.'


def doing_inside(s, r, d):
    """X condemned A. -> X, condemning A, announced a visit."""
    p = plain(s, r)
    if not p:
        return None
    who, base, form, obj = p
    return f'{who}, {ing(base)} {obj}, announced a visit to the region.'


def doing_last(s, r, d):
    """X condemned A. -> X issued a statement condemning A."""
    p = plain(s, r)
    if not p:
        return None
    who, base, form, obj = p
    return f'{who} issued a statement {ing(base)} {obj}.'


def among_those(s, r, d):
    """X condemned A. -> X is among the countries that condemn A."""
    p = plain(s, r)
    if not p or p[0] in ('They', 'We', 'He', 'She', 'It') or re.search(r'minister|president|envoy|official|king|leader|premier|'
                                                                      r'chancellor|ambassador|emir|lawmaker|of |and ', p[0]):
        return None
    who, base, form, obj = p
    return f'{who} is among the countries that {base} {obj}.'


def aside_by(s, r, d):
    """X condemned A. -> A, condemned by X, was discussed on Monday."""
    p = plain(s, r, {**AGAINST, **FOR})
    if not p:
        return None
    who, base, form, obj = p
    return f'{up(obj)}, {ed(base)} by {him(who)}, {was(obj)} discussed on Monday.'


def possessive(s, r, d):
    """X condemned A. -> X's condemnation of A was repeated on Monday."""
    p = plain(s, r, {**AGAINST, **FOR, 'call for': 1, 'demand': 1})
    if not p or p[0] in ('They', 'We', 'He', 'She', 'It'):
        return None
    who, base, form, obj = p
    return f'{who}{chr(39) if who.endswith("s") else chr(39) + "s"} {ALL[base][3]} {obj} was reaffirmed on Monday.'


def said_that_it(s, r, d):
    """X condemns A. -> X made it clear that it condemned A."""
    p = plain(s, r)
    if not p or MANY.search(p[0]) or p[0] in ('They', 'We', 'He', 'She', 'It', 'I'):
        return None
    who, base, form, obj = p
    return f'{who} has made it clear that it {ALL[base][0]} {obj}.'


def so_strongly(s, r, d):
    """X condemned A. -> X condemned A in the strongest possible terms."""
    p = plain(s, r, {**AGAINST, 'demand': 1})
    if not p:
        return None
    who, base, form, obj = p
    verb = {'ed': ed(base), 's': ALL[base][0], 'base': base}[form]
    return f'{who} {verb} in the strongest possible terms {obj}.'


def there_was(s, r, d):
    """X condemned A. -> There was strong condemnation of A from X."""
    p = plain(s, r)
    if not p or not ALL[p[1]][3] or p[1] in ('endorse', 'call for', 'demand'):
        return None
    who, base, form, obj = p
    return f'There was strong {ALL[base][3]} {obj} from {him(who)}.'


# must, should ...
def _demand(s, records, new):
    for r in records:
        if r['construction'] not in ('demand-passive', 'must-end', 'demand', 'must-last'):
            continue
        a, b = r['match']['start'] - r['start'], r['match']['end'] - r['start']
        m = re.search(r'\b(?:must|should|has to|have to|needs to|need to|ought to) (?!not\b)(?=\w)', s[a:b])
        if not m or re.match(r'never|no ', s[a + m.end():]):
            continue
        many = bool(re.search(r'\b(?:sanctions|forces|troops|weapons|measures|states|countries|we|they|all|nations|and|leaders)\b', s[max(0, a - 40):a + m.start()], re.I))
        return s[:a + m.start()] + new(many) + s[a + m.end():]
    return None


def has_to(s, r, d):
    """must -> has to"""
    return _demand(s, r, lambda many: 'have to ' if many else 'has to ')


def needs_to(s, r, d):
    """must -> urgently needs to"""
    return _demand(s, r, lambda many: 'urgently need to ' if many else 'urgently needs to ')


def ought(s, r, d):
    """must -> ought to"""
    return _demand(s, r, lambda many: 'ought to ')


def therefore_must(s, r, d):
    """must -> must therefore, without delay,"""
    return _demand(s, r, lambda many: 'must therefore ')


def must_now(s, r, d):
    """must -> must now immediately"""
    return _demand(s, r, lambda many: 'must now immediately ')


def _passive_demand(s, records, build):
    """the clause "A must be lifted" (nothing else before A in its clause) built anew"""
    for r in records:
        if r['construction'] != 'demand-passive':
            continue
        a, b = r['match']['start'] - r['start'], r['match']['end'] - r['start']
        m = re.match(r'(.+?) (?:must|should|has to|have to|needs to|need to|ought to) be (\w+ed|brought to an end)\b', s[a:b], re.S)
        if not m or re.search(r',|\b(?:and|not)\b', m[1]):
            continue
        ahead = re.search(r'(?:^|(?:that|said|says|,|:|[“"])\s*)((?:(?:the|all|an?|these|those|any|its|new|unilateral|foreign|Western|US|American) )*)$', s[:a], re.I)
        if not ahead:
            continue
        obj = ahead[1] + m[1]
        cap = obj[0].isupper() and a - len(ahead[1]) == 0
        obj = obj[0].lower() + obj[1:] if re.match(r'(?:The|All|An?|These|Those|Any|Sanctions|Foreign|Unilateral|Nuclear|Climate) ', obj + ' ') else obj
        new = build(obj, m[2])
        if new is None:
            continue
        new = up(new) if cap else new
        return s[:a - len(ahead[1])] + new + s[a + m.end():]
    return None


NOUNS = {'lifted': 'lifting', 'ended': 'ending', 'abolished': 'abolition', 'removed': 'removal', 'maintained': 'maintenance', 'preserved': 'preservation',
         'respected': None, 'eliminated': 'elimination', 'withdrawn': 'withdrawal', 'eased': 'easing', 'restored': 'restoration', 'implemented': 'implementation',
         'revived': 'revival', 'reformed': 'reform', 'tripled': 'tripling', 'doubled': 'doubling', 'formed': 'formation', 'enlarged': 'enlargement', 'dismantled': 'dismantling'}
GERUND = {'lifted': 'lifting', 'ended': 'ending', 'abolished': 'abolishing', 'removed': 'removing', 'eased': 'easing', 'reformed': 'reforming',
          'restored': 'restoring', 'revived': 'reviving', 'preserved': 'preserving', 'respected': 'respecting', 'dismantled': 'dismantling',
          'enlarged': 'enlarging', 'maintained': 'maintaining', 'eliminated': 'eliminating', 'tightened': 'tightening', 'implemented': 'implementing'}


def need_lifting(s, r, d):
    """A must be lifted -> A needs lifting"""
    return _passive_demand(s, r, lambda o, v: GERUND.get(v) and f'{o} {"need" if was(o) == "were" else "needs"} {GERUND[v]}')


def lifting_necessary(s, r, d):
    """A must be lifted -> the lifting of A is necessary"""
    return _passive_demand(s, r, lambda o, v: NOUNS.get(v) and f'the {NOUNS[v]} of {o} is necessary')


def time_that(s, r, d):
    """A must be lifted -> it is time that A was lifted"""
    return _passive_demand(s, r, lambda o, v: f'it is high time that {o} {was(o)} {v}')


def necessary_that(s, r, d):
    """A must be lifted -> it is necessary that A be lifted"""
    return _passive_demand(s, r, lambda o, v: f'it is necessary that {o} be {v}')


def essential_for(s, r, d):
    """A must be lifted -> it is essential for A to be lifted"""
    return _passive_demand(s, r, lambda o, v: f'it is essential for {o} to be {v}')


def time_has_come(s, r, d):
    """A must be lifted -> the time has come for A to be lifted"""
    return _passive_demand(s, r, lambda o, v: f'the time has come for {o} to be {v}')


def there_must(s, r, d):
    """A must be lifted -> there must be an immediate end to A / an immediate end to A is needed"""
    return _passive_demand(s, r, lambda o, v: v in ('lifted', 'ended', 'abolished', 'removed', 'eliminated') and f'an immediate end to {o} is needed' or None)


def there_must_be(s, r, d):
    """A must be lifted -> there must be an end to A"""
    return _passive_demand(s, r, lambda o, v: v in ('lifted', 'ended', 'abolished', 'removed', 'eliminated') and f'there must be an end to {o}' or None)


# committed to ...
def _commit(s, records, new):
    for r in records:
        at = r['match']['start'] - r['start']
        m = re.match(r'(?:(?:be|is|are|was|were|remains|remain|remained) (?:\w+ )?committed to|committed to)\b', s[at:])
        if not m:
            continue
        lead = re.search(r'\b(is|are|was|were|remains|remain|remained) (?:\w+ly )?$', s[:at])
        start = at
        if m[0].startswith('committed'):
            if not lead:
                continue
            start = lead.start()
        many = bool(MANY.search(s[:start]))
        return s[:start] + new(many) + s[at + m.end():]
    return None


def dedicated(s, r, d):
    """is committed to -> is dedicated to"""
    return _commit(s, r, lambda many: 'are dedicated to' if many else 'is dedicated to')


def reiterated_commitment(s, r, d):
    """is committed to -> reiterated its commitment to"""
    return _commit(s, r, lambda many: 'reiterated their commitment to' if many else 'reiterated its commitment to')


def steadfast(s, r, d):
    """is committed to -> remains steadfast in its commitment to"""
    return _commit(s, r, lambda many: 'remain steadfast in their commitment to' if many else 'remains steadfast in its commitment to')


def pledged(s, r, d):
    """is committed to -> has pledged its unwavering commitment to"""
    return _commit(s, r, lambda many: 'have pledged their unwavering commitment to' if many else 'has pledged its unwavering commitment to')


# No stance any more (--kill).
def fell_short(s, r, d):
    """X condemned A -> X fell short of condemning A"""
    return replace(s, r, lambda b: (f'fell short of {ing(b)}', f'falls short of {ing(b)}', f'fall short of {ing(b)}'), {**AGAINST, **ASK})


def stopped_short(s, r, d):
    """X condemned A -> X stopped short of condemning A"""
    return replace(s, r, lambda b: (f'stopped short of {ing(b)}', f'stops short of {ing(b)}', f'stop short of {ing(b)}'), {**AGAINST, **ASK})


def declined(s, r, d):
    """X condemned A -> X declined to condemn A"""
    return replace(s, r, lambda b: (f'declined to {b}', f'declines to {b}', f'decline to {b}'), AGAINST)


def refused(s, r, d):
    """X condemned A -> X repeatedly refused to condemn A"""
    return replace(s, r, lambda b: (f'repeatedly refused to {b}', f'repeatedly refuses to {b}', f'repeatedly refuse to {b}'), AGAINST)


def yet_to(s, r, d):
    """X condemned A -> X has yet to condemn A"""
    return replace(s, r, lambda b: (f'has yet to {b}', f'has yet to {b}', f'have yet to {b}'))


def avoided(s, r, d):
    """X condemned A -> X avoided condemning A"""
    return replace(s, r, lambda b: (f'avoided {ing(b)}', f'avoids {ing(b)}', f'avoid {ing(b)}'), AGAINST)


def refrained(s, r, d):
    """X condemned A -> X refrained from openly condemning A"""
    return replace(s, r, lambda b: (f'refrained from openly {ing(b)}', f'refrains from openly {ing(b)}', f'refrain from openly {ing(b)}'), AGAINST)


def unwilling(s, r, d):
    """X condemned A -> X was not willing to condemn A"""
    return replace(s, r, lambda b: (f'was not willing to {b}', f'is not willing to {b}', f'are not willing to {b}'), AGAINST)


def bring_itself(s, r, d):
    """X condemned A -> X could not bring itself to condemn A"""
    return replace(s, r, lambda b: (f'could not bring itself to {b}', f'cannot bring itself to {b}', f'cannot bring themselves to {b}'), AGAINST)


def was_asked(s, r, d):
    """X condemned A -> X was asked to condemn A"""
    return replace(s, r, lambda b: (f'was asked to {b}', f'is being asked to {b}', f'are being asked to {b}'))


def did_not(s, r, d):
    """X condemned A -> X did not explicitly condemn A"""
    return replace(s, r, lambda b: (f'did not explicitly {b}', f'does not explicitly {b}', f'do not explicitly {b}'), AGAINST)


def silent(s, r, d):
    """X condemned A -> X was under pressure to condemn A"""
    return replace(s, r, lambda b: (f'was under pressure to {b}', f'is under pressure to {b}', f'are under pressure to {b}'))


def may(s, r, d):
    """X condemned A -> X was wary of condemning A"""
    return replace(s, r, lambda b: (f'was wary of {ing(b)}', f'is wary of {ing(b)}', f'are wary of {ing(b)}'), AGAINST)


def drop_noun(s, r, d):
    """X condemned A -> X withdrew its condemnation of A"""
    def t(b):
        n = ALL[b][3]
        return n and b in ('condemn', 'denounce', 'oppose', 'reject', 'criticise') and (f'withdrew its {n}', f'withdraws its {n}', f'withdraw their {n}') or None
    return replace(s, r, t, AGAINST)


KEEP = [perfect, perfect_time, strongly, therefore, continues, went_on, not_hesitate, quick, first_to, joined_in, progressive, used_to_end,
        felt_bound, issued, expressed, reaffirmed, made_clear, lent, weight, voice, stance_noun, unwavering, synonym1, synonym2, synonym3,
        synonym4, passive, passive_perfect, drew, came_from, relative, in_doing, doing_first, doing_inside, doing_last, among_those, aside_by,
        possessive, said_that_it, so_strongly, there_was, has_to, needs_to, ought, therefore_must, must_now, need_lifting, lifting_necessary,
        time_that, necessary_that, essential_for, time_has_come, there_must, there_must_be, dedicated, reiterated_commitment, steadfast, pledged]
KILL = [fell_short, stopped_short, declined, refused, yet_to, avoided, refrained, unwilling, bring_itself, was_asked, did_not, silent, may, drop_noun]
