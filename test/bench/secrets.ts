// Measures the rules for secrets against public corpora that lie fetched on this machine; nothing of them is kept:
// npm run bench:secrets -- --leaky <folder> --secretlint <folder> --gitleaks <folder> --clean <folder> … [--verbose]
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { securityAnalyzer } from '../../src/engine/genesis/analyzers/security';
import { findSecrets } from '../../src/engine/redact/findSecrets';
import { analyzeSources } from '../support/analyzeSources';
import { sampleOf } from './sampleOf';

const mostBytes = 1_000_000;

function textsOf(folder: string): Map<string, string> {
  const names = execFileSync('git', ['-C', folder, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const texts = new Map<string, string>();
  for (const name of names.split('\0')) {
    const stat = name === '' ? undefined : statSync(join(folder, name), { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size > mostBytes) continue;
    const bytes = readFileSync(join(folder, name));
    if (!bytes.subarray(0, 8_000).includes(0)) texts.set(name, bytes.toString('utf8'));
  }
  return texts;
}

/** Lines that findings about secrets cite, by file. */
async function citedLines(
  files: Readonly<Record<string, string>>,
  mostImportant = 0,
): Promise<Map<string, Set<number>>> {
  const { findings } = await analyzeSources([securityAnalyzer], files);
  const cited = new Map<string, Set<number>>();
  for (const finding of findings) {
    if (!finding.rule.startsWith('secrets/') || finding.importance < mostImportant) continue;
    for (const { path, startLine } of finding.evidence)
      cited.set(path, (cited.get(path) ?? new Set<number>()).add(startLine));
  }
  return cited;
}

/** A repository of made-up leaks whose table says how many lines of each file are a risk, and how many only tell something. */
async function leaky(folder: string, verbose: boolean): Promise<void> {
  const texts = textsOf(folder);
  const [sum, wrong] = [{ found: 0, wanted: 0, files: 0, filesFound: 0 }, [] as string[]];
  for (const row of readFileSync(join(folder, '.leaky-meta/secrets.csv'), 'utf8').split('\n')) {
    if (row.startsWith('#') || row.trim() === '') continue;
    const [path = '', risk = '0', informative = '0'] = row.split(',');
    const text = texts.get(path);
    const cited = text === undefined ? [] : [...((await citedLines({ [path]: text })).get(path) ?? [])];
    const found = Math.min(Number(risk), cited.length);
    sum.found += found;
    sum.wanted += Number(risk);
    if (Number(risk) > 0) sum.files++;
    if (found > 0) sum.filesFound++;
    if (cited.length > Number(risk) + Number(informative)) wrong.push(path);
    if (verbose) console.log(`  ${path}: ${found}/${risk} (+${informative}), lines ${cited.sort((a, b) => a - b)}`);
  }
  console.log(
    `leaky: ${sum.found}/${sum.wanted} lines at risk, ${sum.filesFound}/${sum.files} files; too many in ${wrong.join(', ') || 'none'}`,
  );
}

function* walk(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

interface LintMessage {
  readonly loc: { readonly start: { readonly line: number } };
}

/** Snapshots of a linter: an input each, and the messages that it must give. */
async function secretlint(folder: string, verbose: boolean): Promise<void> {
  const sum = { found: 0, wanted: 0, clean: 0, alarms: 0 };
  for (const output of walk(join(folder, 'packages/@secretlint'))) {
    if (!/[\\/]test[\\/]snapshots[\\/][^\\/]+[\\/]output\.json$/.test(output) || output.includes('node_modules'))
      continue;
    const home = output.slice(0, -'/output.json'.length);
    const input = readdirSync(home).find((name) => name.startsWith('input') || name.startsWith('.env'));
    if (input === undefined || statSync(join(home, input)).isDirectory()) continue;
    const { messages } = JSON.parse(readFileSync(output, 'utf8')) as { messages?: readonly LintMessage[] };
    if (messages === undefined) continue;
    const lines = new Set(messages.map((message) => message.loc.start.line));
    const text = readFileSync(join(home, input), 'utf8');
    const spans = findSecrets(text).map((span) => text.slice(0, span.start).split('\n').length);
    const missed = [...lines].filter((line) => !spans.some((own) => Math.abs(own - line) <= 1));
    sum.wanted += lines.size;
    sum.found += lines.size - missed.length;
    if (lines.size === 0) sum.clean++;
    if (lines.size === 0 && spans.length > 0) sum.alarms++;
    if (verbose && missed.length > 0) console.log(`  missed ${relative(folder, home)}: ${missed}`);
    if (verbose && lines.size === 0 && spans.length > 0) console.log(`  alarm ${relative(folder, home)}: ${spans}`);
  }
  console.log(`secretlint: ${sum.found}/${sum.wanted} lines, ${sum.alarms} alarms in ${sum.clean} clean inputs`);
}

interface TomlRule {
  readonly id: string;
  readonly regex?: string;
  readonly path?: string;
}

/** A token that is told by the name before it only is tried as that scanner's own tests do: `name_api_token = "…"`. */
function named(regex: string): string {
  return regex
    .replaceAll(String.raw`(?:[ \t\w.-]{0,20})[\s'"]{0,3}`, '_api_token = ')
    .replaceAll(String.raw`(?:=|>|:{1,3}=|\|\||:|=>|\?=|,)[\x60'"\s=]{0,5}`, '"')
    .replaceAll(String.raw`(?:[\x60'"\s;]|\\[nr]|$)`, '"');
}

/** Texts made up from the patterns of another scanner's rules: does a rule of ours know the family? */
function gitleaks(folder: string, verbose: boolean): void {
  const config = parseToml(readFileSync(join(folder, 'config/gitleaks.toml'), 'utf8')) as unknown as {
    rules: TomlRule[];
  };
  const missed: string[] = [];
  const rules = config.rules.filter((rule) => rule.regex !== undefined);
  for (const { id, regex = '' } of rules) {
    const tries = Array.from({ length: 5 }, (_one, seed) => sampleOf(named(regex), seed + 1));
    if (tries.filter((text) => findSecrets(text).length > 0).length < 3) missed.push(id);
    if (verbose && missed.at(-1) === id) console.log(`  missed ${id}: ${JSON.stringify(tries[0]).slice(0, 160)}`);
  }
  console.log(`gitleaks: ${rules.length - missed.length}/${rules.length} families; missed ${missed.join(', ')}`);
}

/** Repositories without leaks: what is told of their product code is an alarm to look at. */
async function clean(folders: readonly string[]): Promise<void> {
  const sum = { files: 0, alarms: 0 };
  for (const folder of folders) {
    const texts = textsOf(folder);
    const entries = [...texts];
    for (let at = 0; at < entries.length; at += 500) {
      const cited = await citedLines(Object.fromEntries(entries.slice(at, at + 500)), 3);
      for (const [path, lines] of cited) {
        sum.alarms += lines.size;
        const own = texts.get(path)?.split('\n') ?? [];
        for (const line of lines)
          console.log(`  ${folder}/${path}:${line} ${(own[line - 1] ?? '').trim().slice(0, 140)}`);
      }
    }
    sum.files += texts.size;
  }
  console.log(
    `clean: ${sum.alarms} lines in ${sum.files} files, ${((1000 * sum.alarms) / sum.files).toFixed(2)} of 1,000`,
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      leaky: { type: 'string' },
      secretlint: { type: 'string' },
      gitleaks: { type: 'string' },
      clean: { type: 'string', multiple: true },
      verbose: { type: 'boolean' },
    },
  });
  const verbose = values.verbose ?? false;
  if (values.leaky !== undefined) await leaky(values.leaky, verbose);
  if (values.secretlint !== undefined) await secretlint(values.secretlint, verbose);
  if (values.gitleaks !== undefined) gitleaks(values.gitleaks, verbose);
  if (values.clean !== undefined) await clean(values.clean);
}

void main();
