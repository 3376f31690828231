/** What is compared of two items of one type. */
export interface Statement {
  readonly title: string;
  readonly facts: string;
}

export type Relation = 'same' | 'contradiction' | 'different';

const negations: ReadonlySet<string> = new Set(
  'not never no dont doesnt cannot cant without avoid stop drop remove removed disable disabled forbid forbidden'.split(
    ' ',
  ),
);
const assertions: ReadonlySet<string> = new Set(
  'use uses using always do does add added enable enabled keep allow allowed must should'.split(' '),
);
const fillers: ReadonlySet<string> = new Set(
  'the a an of to in on for and or is are be we it its this that with by as at from now'.split(' '),
);
/** So many shared words make two statements one; fewer words than this say too little to be compared. */
const sameShare = 0.8;
const leastWords = 3;

/** Words of a statement: what it is about, its numbers, and whether it is denied. */
export interface Words {
  readonly topic: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly negated: boolean;
}

export function wordsOf(text: string): Words {
  const topic = new Set<string>();
  const numbers = new Set<string>();
  let negated = false;
  for (const [word] of text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .matchAll(/[\p{L}\p{N}_]+/gu)) {
    if (negations.has(word)) negated = true;
    else if (/^\d/.test(word)) numbers.add(word);
    else if (!assertions.has(word) && !fillers.has(word)) topic.add(word);
  }
  return { topic, numbers, negated };
}

/**
 * How two statements stand to each other. They are about the same when they share nearly all their words; then one that
 * is denied contradicts one that is not, and so does another number. The titles decide; what says the same in the title
 * and something else below is different.
 */
export function relate(a: Statement, b: Statement): Relation {
  const [titleA, titleB] = [wordsOf(a.title), wordsOf(b.title)];
  if (share(titleA.topic, titleB.topic) < sameShare) return 'different';
  const size = Math.min(titleA.topic.size, titleB.topic.size);
  if (size >= leastWords - 1 && titleA.negated !== titleB.negated) return 'contradiction';
  if (size >= leastWords && differ(titleA.numbers, titleB.numbers)) return 'contradiction';
  const [wholeA, wholeB] = [wordsOf(`${a.title} ${a.facts}`), wordsOf(`${b.title} ${b.facts}`)];
  const common = share(wholeA.topic, wholeB.topic);
  const alike = common === 1 ? wholeA.topic.size >= 2 : common >= sameShare && wholeA.topic.size >= leastWords;
  if (!alike || differ(wholeA.numbers, wholeB.numbers)) return exact(a, b);
  return wholeA.negated === wholeB.negated ? 'same' : 'different';
}

function exact(a: Statement, b: Statement): Relation {
  return normalize(a.title) === normalize(b.title) && normalize(a.facts) === normalize(b.facts) ? 'same' : 'different';
}

/** Jaccard's index. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const all = a.size + b.size - common;
  return all === 0 ? 1 : common / all;
}

/** Both have numbers, and not the same ones. */
function differ(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && share(a, b) < 1;
}

const normalize = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
