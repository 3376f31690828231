// npm run bench:judged: what stands in test/truth/judged.json, one row of a Markdown table for each round.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A finding that a person held against the lines it cites; `verdict` is the stricter one, `supported` is told apart since round 6. */
interface Judged {
  readonly round: number;
  readonly repo: string;
  readonly layer: string;
  readonly verdict: boolean;
  readonly supported?: boolean;
}

const layers = [
  ['architecture', 'Architecture'],
  ['conventions', 'Conventions'],
  ['dataModel', 'Data model'],
  ['dependencies', 'Dependencies'],
  ['entryPoints', 'Entry points'],
  ['product', 'Product'],
  ['security', 'Security'],
] as const;

const isSupported = ({ supported, verdict }: Judged): boolean => supported ?? verdict;
const share = (part: number, whole: number): string => `${part} (${((part / whole) * 100).toFixed(1)} %)`;

function row(name: string, judged: readonly Judged[]): string {
  const strictly = judged.filter(({ verdict }) => verdict).length;
  const supported = judged.filter(isSupported).length;
  const byLayer = layers.map(([layer]) => {
    const own = judged.filter((finding) => finding.layer === layer);
    return own.length === 0 ? '–' : `${own.filter(isSupported).length} of ${own.length}`;
  });
  const repositories = new Set(judged.map(({ repo }) => repo)).size;
  const cells = [name, repositories, judged.length, share(supported, judged.length), share(strictly, judged.length)];
  return `| ${[...cells, ...byLayer].join(' | ')} |`;
}

const all: readonly Judged[] = JSON.parse(readFileSync(join(__dirname, '..', 'truth', 'judged.json'), 'utf8'));
const titles = [
  'Round',
  'Repositories',
  'Findings',
  'Supported',
  'Strictly right',
  ...layers.map(([, title]) => title),
];
console.log(`| ${titles.join(' | ')} |`);
console.log(`|${titles.map(() => '--:').join('|')}|`);
for (const round of [...new Set(all.map((finding) => finding.round))].sort((a, b) => a - b)) {
  console.log(
    row(
      String(round),
      all.filter((finding) => finding.round === round),
    ),
  );
}
console.log(row('**All**', all));
