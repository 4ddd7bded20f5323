#!/usr/bin/env python3
"""Says the same in other words and looks whether the reader reads the same.

scripts/vary.py clauses               the changes of scripts/variants/clauses.py, over the texts of tests/phenomena and tests/blind
scripts/vary.py clauses.front_day     one of them
scripts/vary.py clauses --everywhere  over the collections, too (DEMARCHE_SHARED, default: ../shared beside the repository)
scripts/vary.py clauses --show        with every sentence that is read otherwise

A change is a function of a file in scripts/variants: (sentence, records, document) -> the sentence in other words, or
None where it does not apply. Its documentation says what it does. One whose name begins with kill_ or mute_, or that stands in the
file's KILL or KILLS, takes the holder's side away: no record may be left. Only sentences that gave evidence are changed; a record
counts as kept when one of the same actor, issue and stance stands in the changed sentence. What is told of third parties is not
counted, nor are the sets that are still shut (SHUT). The program is DEMARCHE (default: build/release/demarche)."""
import argparse
import collections
import glob
import gzip
import importlib.util
import inspect
import json
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHARED = os.environ.get('DEMARCHE_SHARED', os.path.join(TOP, '..', 'shared'))
DEMARCHE = os.environ.get('DEMARCHE', os.path.join(TOP, 'build', 'release', 'demarche'))
COLLECTIONS = ('tehran-times-sample', 'ungdc-2019-2024', 'white-house-sample')
SHUT = ('fifth', 'sixth', 'seventh')  # of tests/accuracy/tehran-times-fifty-*


def tests_texts():
    """The texts of tests/phenomena and tests/blind as documents, but for the tests that came of these changes."""
    paths = glob.glob(TOP + '/tests/phenomena/*.stance') + glob.glob(TOP + '/tests/blind/*.stance')
    for path in sorted(path for path in paths if not os.path.basename(path).startswith('varied-')):
        with open(path, encoding='utf-8') as file:
            blocks = re.findall(r'(?ms)^test .*?(?=^test |\Z)', file.read())
        for number, block in enumerate(blocks):
            long = re.search(r'text\s+"""(.*?)"""', block, re.S)
            short = re.search(r'text\s+"((?:[^"\\]|\\.)*)"', block)
            if long:
                text = '\n'.join(line.strip() for line in long[1].strip().split('\n'))
            elif short:
                text = short[1].replace('\\"', '"')
            else:
                continue
            document = {'id': f'{os.path.basename(path)[:-7]}-{number}', 'text': text}
            for key in ('date', 'speaking', 'source', 'title'):
                if found := re.search(r'(?m)^\s+' + key + r'\s+(.+)$', block):
                    document[key] = found[1].strip().strip('"')
            yield document


def shut_documents():
    """Nobody may read what stands in them."""
    shut = set()
    for name in SHUT:
        with open(f'{TOP}/tests/accuracy/tehran-times-fifty-{name}-docs.txt', encoding='utf-8') as file:
            shut |= {line.split()[0] for line in file if line.strip()}
    return shut


def documents_of(collection):
    if collection == 'tests':
        return list(tests_texts())
    shut = shut_documents()
    with gzip.open(f'{SHARED}/corpus/{collection}.jsonl.gz', 'rt', encoding='utf-8') as file:
        return [document for document in map(json.loads, file) if document['id'] not in shut]


def read(documents, folder):
    """The records of each document that are no claims about others, by the sentence's code points."""
    with open(folder + '/corpus.jsonl', 'w', encoding='utf-8') as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False) + '\n')
    subprocess.run([DEMARCHE, '--quiet', '--library', TOP + '/rules', 'run', '--rules', TOP + '/rules/library.stance',
                    '--corpus', folder + '/corpus.jsonl', '--out', folder + '/run'], check=True)
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    with open(folder + '/run/evidence.jsonl', encoding='utf-8') as file:
        for record in map(json.loads, file):
            if record['kind'] != 'ascribed':
                found[record['doc']][record['start'], record['end']].append(record)
    return found


def changed(documents, evidence, change):
    """The documents in other words, and of each the places: old start, old end, new start, new end, old and new words."""
    varied, places = [], {}
    for document in documents:
        text, parts, at, length, moved = document['text'], [], 0, 0, []
        for (start, end), records in sorted(evidence.get(document['id'], {}).items()):
            new = change(text[start:end], records, document) if start >= at else None
            if new is None or new == text[start:end]:
                continue
            length += start - at
            parts += [text[at:start], new]
            moved.append((start, end, length, length + len(new), text[start:end], new))
            length, at = length + len(new), end
        if moved:
            varied.append(dict(document, text=''.join(parts) + text[at:]))
            places[document['id']] = moved
    return varied, places


def sides(records):
    return {(record['actor'], record['issue']): record for record in records}


class Sum:
    """What became of the records of the changed sentences."""
    def __init__(self):
        self.sentences = self.kept = self.lost = self.came = self.turned = 0
        self.lines = []

    def add(self, was, now, before, after, kill):
        self.sentences += 1
        lost = [] if kill else [key for key in was if key not in now]
        came = [key for key in now if kill or key not in was]
        turned = [] if kill else [key for key in was if key in now and was[key]['stance'] != now[key]['stance']]
        self.lost += len(lost)
        self.came += len(came)
        self.turned += len(turned)
        self.kept += (len([k for k in was if k not in now]) if kill else len(was) - len(lost) - len(turned))
        if lost or came or turned:
            self.lines += ['= ' + before, '> ' + after]
        for word, keys, of in (('lost', lost, was), ('came', came, now), ('turned', turned, now)):
            self.lines += [f'    {word}: {actor} {of[actor, issue]["stance"]} {issue} '
                           f'({of[actor, issue]["rule"]} {of[actor, issue]["construction"]})' for actor, issue in keys]


def compare(documents, evidence, change, kill, total):
    varied, places = changed(documents, evidence, change)
    if not varied:
        return
    with tempfile.TemporaryDirectory() as folder:
        found = read(varied, folder)
    for doc, moved in places.items():
        for start, end, new_start, new_end, before, after in moved:
            now = [record for (s, e), records in found.get(doc, {}).items() if s < new_end and e > new_start
                   for record in records]
            total.add(sides(evidence[doc][start, end]), sides(now), before, after, kill)


def kills(module, key, value):
    """Whether a change takes the side away."""
    listed = [*getattr(module, 'KILL', []), *getattr(module, 'KILLS', {})]
    return key.startswith(('kill_', 'mute_')) or key in listed or value in listed


def is_change(function):
    """(sentence, records, document), by these names or their first letters."""
    names = list(inspect.signature(function).parameters)
    return len(names) == 3 and [name[0] for name in names] == ['s', 'r', 'd']


def changes_of(path):
    name = os.path.basename(path)[:-3]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for key, value in vars(module).items():
        if inspect.isfunction(value) and not key.startswith('_') and is_change(value):
            yield f'{name}.{key}', value, kills(module, key, value)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('names', nargs='+', help='files of scripts/variants, or functions of them: clauses, clauses.front_day')
    options.add_argument('--show', action='store_true', help='every sentence that is read otherwise')
    options.add_argument('--everywhere', action='store_true', help='over the collections, too')
    asked = options.parse_args()
    changes = [change for path in sorted(glob.glob(TOP + '/scripts/variants/*.py')) for change in changes_of(path)
               if any(change[0] == name or change[0].startswith(name + '.') for name in asked.names)]
    if not changes:
        sys.exit('no such change')
    wanted = ['tests', *COLLECTIONS] if asked.everywhere else ['tests']
    corpora = []
    for collection in wanted:
        if collection != 'tests' and not os.path.exists(f'{SHARED}/corpus/{collection}.jsonl.gz'):
            print(f'{collection}: skipped, it is not there', file=sys.stderr)
            continue
        documents = documents_of(collection)
        with tempfile.TemporaryDirectory() as folder:
            evidence = read(documents, folder)
        corpora.append(([document for document in documents if document['id'] in evidence], evidence))
    print(f'{"change":44} {"sentences":>9} {"kept":>7} {"lost":>6} {"came":>6} {"turned":>6} {"steady":>7}')
    whole = Sum()
    for name, change, kill in changes:
        total = Sum()
        for documents, evidence in corpora:
            compare(documents, evidence, change, kill, total)
        row(name, total)
        for key in ('sentences', 'kept', 'lost', 'came', 'turned'):
            setattr(whole, key, getattr(whole, key) + getattr(total, key))
        if asked.show:
            print('\n'.join(total.lines))
    row('all', whole)


def row(name, total):
    every = total.kept + total.lost + total.came + total.turned
    print(f'{name:44} {total.sentences:9} {total.kept:7} {total.lost:6} {total.came:6} {total.turned:6} '
          f'{total.kept / every if every else 1:7.3f}', flush=True)


if __name__ == '__main__':
    main()
