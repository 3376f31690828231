import { importanceNames, layerNames } from '../base/words';
import type { IndexedFinding } from './findingIndex';

export type FindingTest = (finding: IndexedFinding) => boolean;
/** Makes the test of one value (lower case), or says what is wrong with it. */
type MakeTest = (value: string) => FindingTest | string;

const comparison = /^(>=|<=|>|<|=)?(\d{1,3}(?:\.\d{1,3})?)$/;
const range = /^(\d{1,3})\.\.(\d{1,3})$/;

function numberTest(value: string, read: (finding: IndexedFinding) => number): FindingTest | null {
  const between = range.exec(value);
  if (between) {
    const [low, high] = [Number(between[1]), Number(between[2])];
    return (finding) => read(finding) >= low && read(finding) <= high;
  }
  const compared = comparison.exec(value);
  if (!compared) return null;
  const bound = Number(compared[2]);
  switch (compared[1]) {
    case '>=':
      return (finding) => read(finding) >= bound;
    case '<=':
      return (finding) => read(finding) <= bound;
    case '>':
      return (finding) => read(finding) > bound;
    case '<':
      return (finding) => read(finding) < bound;
    default:
      return (finding) => read(finding) === bound;
  }
}

/** Contains, or with `*` in the value: these parts in this order. */
function contains(text: string, parts: readonly string[]): boolean {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

const layer: MakeTest = (value) => {
  const wanted = value.replace(/[^a-z]/g, '');
  const layers = Object.entries(layerNames)
    .filter(
      ([id, name]) => id.toLowerCase().startsWith(wanted) || name.toLowerCase().replace(/ /g, '').startsWith(wanted),
    )
    .map(([id]) => id);
  if (wanted === '' || layers.length === 0) return `No layer is called "${value}".`;
  return (finding) => layers.includes(finding.row.layer);
};

const importance: MakeTest = (value) => {
  const named = Object.entries(importanceNames).find(([, name]) => name.toLowerCase() === value);
  const test = numberTest(named ? named[0] : value, (finding) => finding.row.importance);
  return test ?? `"${value}" is no importance; write 1 to 5, >=4 or critical.`;
};

const confidence: MakeTest = (value) => {
  const test = numberTest(value.replace(/%$/, ''), (finding) => Math.round(finding.row.confidence * 100));
  return test ?? `"${value}" is no confidence; write >=80 for 80 % and more.`;
};

const file: MakeTest = (value) => {
  const parts = value.split('*');
  if (parts.length === 1) return (finding) => finding.files.includes(value);
  // The parts of a wildcard have to be in one path, so each path is asked for itself.
  return (finding) => finding.files.split('\n').some((path) => contains(path, parts));
};

const tag: MakeTest = (value) => (finding) => finding.tags.some((each) => each.startsWith(value));

const rule: MakeTest = (value) => {
  const parts = value.split('*');
  return (finding) => contains(finding.rule, parts);
};

/** The words before a colon that the filter box understands. */
export const filterKeys: Readonly<Record<string, MakeTest>> = {
  layer,
  importance,
  confidence,
  file,
  path: file,
  tag,
  rule,
};
