// What the program puts into the page: engine/report/page_data.cpp writes it, and says the same.
// Days are counted from 1970-01-01; null is an unknown day. Actors, issues, sources, ... are numbers into their lists.

export type Day = number | null;
export type Heading = [id: string, title: string];

export interface RuleText {
  id: string;
  place: string; // "library:english/actions.stance:12"; empty when it is not known
  text: string;
}

export interface Options {
  from: Day;
  to: Day;
  undated: boolean;
  kinds: boolean[]; // declared, narrated, act
  duplicates: string;
  taper: boolean;
  sources: number[] | null; // null: all
}

// Columns of one length: documents sorted by id; those without evidence have an empty id, title and url.
export interface Documents {
  id: string[];
  title: string[];
  date: Day[];
  source: number[];
  url: string[];
  covered: number[][]; // rows that the document is by, or names
  together: number[][]; // row, column, row, column ...: in one sentence
}

// Columns of one length, sorted by document and record: the number of an item is its place in the order of records.
export interface Items {
  document: number[];
  actor: number[];
  issue: number[];
  stance: number[]; // support, oppose, neutral
  strength: number[]; // weak, plain, strong
  mode: number[]; // plain, conditional, hedged, question
  kind: number[]; // declared, narrated, act, ascribed
  score: number[]; // thousandths
  speaker: number[];
  via: number[]; // actor, -1: none
  claimant: number[]; // actor, -1: none
  rule: number[];
  construction: number[];
  negated: number[];
  start: number[]; // of the sentence in the document, code points
  passage: number[];
  match: number[]; // begin of the words in the sentence, UTF-16 units; -1: not known
  matched: number[]; // their length
  reprint: number[]; // the same number: the same sentence but for case, quotes and spaces
}

export interface Passages {
  before: string[];
  sentence: string[];
  after: string[];
}

export interface Membership {
  group: number; // actor
  row: number;
  when: [Day, Day][]; // both ends included, null: open
}

export interface Counts {
  documents: number;
  undated: number;
  sentences: number;
  evidence: number;
  elsewhere: number; // pieces of evidence about actors or issues that the matrix does not show
  silences: number;
}

export interface Page {
  format: number;
  title: string;
  provenance: [label: string, value: string][];
  options: Options;
  rows: number[]; // actors
  columns: number[]; // issues
  actors: Heading[];
  issues: Heading[];
  sources: string[];
  speakers: string[];
  rules: RuleText[];
  constructions: RuleText[];
  documents: Documents;
  memberships: Membership[];
  items: Items;
  passages: Passages;
  reasons: [name: string, meaning: string, count: number][];
  codes: [name: string, meaning: string][];
  counts: Counts;
  around: number | null; // characters of the article on either side of a sentence, at most; null: texts were not at hand
}

export const stances = ["support", "oppose", "neutral"] as const;
export const strengths = ["weak", "plain", "strong"] as const;
export const modes = ["plain", "conditional", "hedged", "question"] as const;
export const kinds = ["declared", "narrated", "act", "ascribed"] as const;
export const ascribed = 3;

// The bytes are gzip, written in base64.
export async function unpack(base64: string): Promise<Page> {
  const binary = atob(base64.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const page = JSON.parse(await new Response(stream).text()) as Page;
  if (page.format !== 1) throw new Error(`the data is of format ${page.format}, and this page reads format 1`);
  return page;
}
