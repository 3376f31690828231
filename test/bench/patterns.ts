// Measures which expressions the reading of files spends its time on: npm run bench:rules -- [--repo <folder> …] [--top n]
// Every expression of every extractor is seen, by V8's own samples. One that takes more than the ceiling fails the run.
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyzers } from '../../src/engine/genesis/analyzers';
import { SyntaxParser } from '../../src/engine/genesis/languages/parser';
import { chooseFiles } from '../../src/engine/genesis/listing/chooseFiles';
import { parseGitAttributes } from '../../src/engine/genesis/listing/gitAttributes';
import { listFiles } from '../../src/engine/genesis/listing/listFiles';
import { extractorsOf } from '../../src/engine/genesis/runAnalyzers';
import { extractFiles } from '../../src/engine/genesis/work/filesWork';
import { splitBySize } from '../../src/engine/genesis/work/splitBySize';
import { secretRedactor } from '../../src/engine/redact/redactor';
import { packagedGrammars } from '../support/testParser';

/** Largest share of the time for a folder's files that one expression may take, in percent. */
const ceiling = 0.8;
/** Largest share of all expressions together, in percent. */
const ceilingOfAll = 20;
/** Shares of less than so many milliseconds are chance. */
const leastMs = 10;
/** Between two samples, in microseconds. */
const interval = 200;

interface Measured {
  readonly totalMs: number;
  readonly characters: number;
  /** Milliseconds by expression. */
  readonly patterns: ReadonlyMap<string, number>;
}

async function measure(root: string): Promise<Measured> {
  const parser = await SyntaxParser.open(packagedGrammars);
  const tools = { extractors: extractorsOf(analyzers), parser, redactor: secretRedactor, onFile: () => undefined };
  const tree = await listFiles({ root });
  const { chosen } = await chooseFiles(tree, {
    maxFiles: 5_000,
    attributes: parseGitAttributes(''),
    changeCounts: new Map(),
  });
  const jobs = splitBySize(chosen, ({ listed }) => listed.bytes, { maxFiles: 40, maxBytes: 400_000 }).map((some) => ({
    source: tree.source,
    files: some.map(({ listed: { path, bytes, hash }, role, told }) => ({
      path,
      bytes,
      hash,
      ...(told === undefined ? { named: role } : { told }),
    })),
  }));
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval });
  await session.post('Profiler.start');
  for (const job of jobs) await extractFiles(job, tools);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  parser.dispose();
  const characters = chosen.reduce((sum, { listed }) => sum + listed.bytes, 0);
  return { ...timesOf(profile), characters };
}

function timesOf(profile: Profiler.Profile): Omit<Measured, 'characters'> {
  const nameOf = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
  const patterns = new Map<string, number>();
  let totalMs = 0;
  profile.samples?.forEach((id, at) => {
    const name = nameOf.get(id) ?? '';
    if (name === '(idle)') return;
    // More has passed only where others had the processor.
    const ms = Math.min(profile.timeDeltas?.[at] ?? 0, 2 * interval) / 1_000;
    totalMs += ms;
    const pattern = /^RegExp: (.*)$/s.exec(name)?.[1];
    if (pattern !== undefined) patterns.set(pattern, (patterns.get(pattern) ?? 0) + ms);
  });
  return { totalMs, patterns };
}

/** Prints the dearest expressions of a folder; whether any took more than it may. */
function report(folder: string, { totalMs, characters, patterns }: Measured, top: number): boolean {
  const shareOf = (ms: number): number => (100 * ms) / totalMs;
  const sorted = [...patterns].sort((a, b) => b[1] - a[1]);
  const all = sorted.reduce((sum, [, ms]) => sum + ms, 0);
  const perKilobyte = (ms: number): string => ((ms * 1e6) / (characters / 1_000)).toFixed(0).padStart(6);
  console.log(
    `${folder}: ${totalMs.toFixed(0)} ms for ${(characters / 1e6).toFixed(1)} MB, ${shareOf(all).toFixed(1)} % in ${sorted.length} expressions`,
  );
  console.log('  % of the time, ns per 1,000 bytes of all files, expression');
  for (const [pattern, ms] of sorted.slice(0, top))
    console.log(`  ${shareOf(ms).toFixed(2)} ${perKilobyte(ms)} ${pattern.slice(0, 160)}`);
  const dear = sorted.filter(([, ms]) => ms > leastMs && shareOf(ms) > ceiling);
  for (const [pattern] of dear) console.error(`More than ${ceiling} %: ${pattern}`);
  if (shareOf(all) > ceilingOfAll) console.error(`More than ${ceilingOfAll} % in expressions.`);
  return dear.length > 0 || shareOf(all) > ceilingOfAll;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { repo: { type: 'string', multiple: true }, top: { type: 'string', default: '20' } },
  });
  const folders = values.repo ?? [join(__dirname, '..', '..')];
  for (const folder of folders) if (report(folder, await measure(folder), Number(values.top))) process.exitCode = 1;
}

void main();
