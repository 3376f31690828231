import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ScanResults } from '../../src/shared/genesis';
import type { Inventory } from '../../src/shared/inventory';

/** What a person read in a repository at one commit; the checkout lies in `<repos>/<name>`. */
interface Truth {
  readonly name: string;
  readonly framework?: string;
  readonly endpoints?: readonly { method: string; path: string; declared?: string }[];
  readonly entities?: readonly { name: string; fields?: readonly string[] }[];
  readonly tech?: readonly { name: string; version?: string; must?: boolean }[];
  readonly vulnerabilities?: readonly { cwe: string; file: string; line: number; what: string }[];
}

type Scanned = ScanResults & { inventory: Inventory };

interface Score {
  readonly found: number;
  readonly wanted: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^rails$/, 'rubyonrails');
const samePath = (path: string): string => path.replace(/\{[^}]*\}/g, '{}').replace(/(.)\/$/, '$1');

/** A truth of weaknesses alone says nothing of routes and entities; one without a list says nothing of that layer. */
const listsAll = ({ endpoints = [], entities = [], vulnerabilities = [] }: Truth): boolean =>
  endpoints.length + entities.length > 0 || vulnerabilities.length === 0;

function scoreRoutes(truth: Truth, scanned: Scanned): Score {
  const wanted = new Map(
    (truth.endpoints ?? []).map((route) => [`${route.method} ${samePath(route.path)}`, route.declared]),
  );
  const got = new Set(scanned.inventory.routes.map((route) => `${route.method} ${samePath(route.path)}`));
  const explicit = [...wanted].filter(([, declared]) => declared !== 'implied').map(([key]) => key);
  return {
    found: explicit.filter((key) => got.has(key)).length,
    wanted: explicit.length,
    missed: explicit.filter((key) => !got.has(key)),
    wrong: truth.endpoints && listsAll(truth) ? [...got].filter((key) => !wanted.has(key)) : [],
  };
}

/** Singular, without the endings that only mark a class as a model: a table and its class are one entity. */
function entityKey(name: string): string {
  return plain(name)
    .replace(/(?<=\w)(model|entity)$/, '')
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<=[^s])s$/, '');
}

function scoreEntities(truth: Truth, scanned: Scanned): Score {
  const wanted = new Set((truth.entities ?? []).map((entity) => entityKey(entity.name)));
  const got = new Set(scanned.inventory.models.map((model) => entityKey(model.name)));
  return {
    found: [...wanted].filter((name) => got.has(name)).length,
    wanted: wanted.size,
    missed: [...wanted].filter((name) => !got.has(name)),
    wrong: truth.entities && listsAll(truth) ? [...got].filter((name) => !wanted.has(name)) : [],
  };
}

/** Fields of the entities that were found, where the truth names them; a name counts in any spelling. */
function scoreFields(truth: Truth, scanned: Scanned): Score {
  const got = new Map(scanned.inventory.models.map((model) => [entityKey(model.name), model.fields]));
  const wanted = (truth.entities ?? []).flatMap(({ name, fields = [] }) =>
    fields.flatMap((field) => (typeof field === 'string' && got.has(entityKey(name)) ? [[name, field] as const] : [])),
  );
  const missed = wanted.filter(
    ([name, field]) => !got.get(entityKey(name))?.some((column) => plain(column.name) === plain(field)),
  );
  return {
    found: wanted.length - missed.length,
    wanted: wanted.length,
    missed: missed.map((pair) => pair.join('.')),
    wrong: [],
  };
}

function scoreTech(truth: Truth, scanned: Scanned): Score {
  const must = (truth.tech ?? []).filter((tech) => tech.must);
  const got = new Set(scanned.techStack.map((tech) => plain(tech.name)));
  const missed = must.filter((tech) => !got.has(plain(tech.name)));
  const known = new Set((truth.tech ?? []).map((tech) => plain(tech.name)));
  return {
    found: must.length - missed.length,
    wanted: must.length,
    missed: missed.map((tech) => tech.name),
    wrong: scanned.techStack.filter((tech) => !known.has(plain(tech.name))).map((tech) => tech.name),
  };
}

/** A weakness counts as found when a security finding cites a line at most 3 away. */
function scoreWeaknesses(truth: Truth, scanned: Scanned): Score {
  const cited = scanned.findings
    .filter((finding) => finding.layer === 'security')
    .flatMap((finding) => finding.evidence);
  const wanted = truth.vulnerabilities ?? [];
  const missed = wanted.filter(
    ({ file, line }) => !cited.some((at) => at.path === file && line >= at.startLine - 3 && line <= at.endLine + 3),
  );
  return {
    found: wanted.length - missed.length,
    wanted: wanted.length,
    missed: missed.map(({ cwe, file, line }) => `${cwe} ${file}:${line}`),
    wrong: [],
  };
}

function scan(folder: string): Scanned {
  const data = mkdtempSync(join(tmpdir(), 'contox-truth-'));
  try {
    const cli = join(process.env['CONTOX_DIST'] ?? resolve(__dirname, '..', '..', 'dist'), 'cli.js');
    const output = execFileSync(process.execPath, [cli, 'scan', folder, '--json', '--data', data], {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output) as Scanned;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The framework that the title of the main stack names. */
function scoreFramework(truth: Truth, scanned: Scanned): Score {
  const said = scanned.findings.find((finding) => finding.rule === 'techStack/main-stack')?.title ?? '';
  const found = truth.framework ? plain(said).includes(plain(truth.framework)) : true;
  return {
    found: truth.framework && found ? 1 : 0,
    wanted: truth.framework ? 1 : 0,
    missed: found ? [] : [truth.framework ?? ''],
    wrong: [],
  };
}

type Layer = 'framework' | 'routes' | 'entities' | 'fields' | 'tech' | 'weaknesses';
type Scored = Readonly<Record<Layer, Score>>;

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** One row a repository, and a last one of all: found of wanted, and what was said beyond it. */
function printTable(rows: readonly (readonly [Truth, Scored])[]): void {
  const names = ['framework', 'routes', 'entities', 'fields', 'tech', 'weaknesses'] as const;
  const cell = ({ found, wanted, wrong }: Score, layer: Layer): string => {
    const beyond = layer !== 'tech' && wrong.length > 0 ? ` (+${wrong.length})` : '';
    return wanted === 0 && beyond === '' ? '–' : `${found}/${wanted}${beyond}`;
  };
  console.log(`| Repository | Framework | ${names.join(' | ')} |`);
  console.log(`|---|---|${names.map(() => '--:|').join('')}`);
  for (const [truth, scored] of rows)
    console.log(
      `| ${truth.name} | ${truth.framework ?? '–'} | ${names.map((name) => cell(scored[name], name)).join(' | ')} |`,
    );
  const total = (layer: Layer, part: (score: Score) => number): number =>
    rows.reduce((sum, [, scored]) => sum + part(scored[layer]), 0);
  const recall = names.map((name) =>
    percent(
      total(name, (one) => one.found),
      total(name, (one) => one.wanted),
    ),
  );
  const precision = names.map((name) => {
    if (name !== 'routes' && name !== 'entities') return '';
    const found = total(name, (one) => one.found);
    return percent(found, found + total(name, (one) => one.wrong.length));
  });
  console.log(`| **Recall** | | ${recall.join(' | ')} |`);
  console.log(`| **Precision** | | ${precision.join(' | ')} |`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      truth: { type: 'string' },
      repos: { type: 'string' },
      only: { type: 'string' },
      verbose: { type: 'boolean' },
      table: { type: 'boolean' },
    },
  });
  if (!values.truth || !values.repos)
    throw new Error(
      'usage: npm run bench:truth -- --truth <folder> --repos <folder> [--only name] [--verbose] [--table]',
    );
  const rows: (readonly [Truth, Scored])[] = [];
  const sums = new Map<string, { found: number; wanted: number; wrong: number }>();
  for (const file of readdirSync(values.truth).filter((name) => name.endsWith('.json') && name !== 'judged.json')) {
    const truth = JSON.parse(readFileSync(join(values.truth, file), 'utf8')) as Truth;
    const folder = join(values.repos, truth.name);
    if (!existsSync(folder) || (values.only && values.only !== truth.name)) continue;
    const scanned = scan(folder);
    const scored: Scored = {
      framework: scoreFramework(truth, scanned),
      routes: scoreRoutes(truth, scanned),
      entities: scoreEntities(truth, scanned),
      fields: scoreFields(truth, scanned),
      tech: scoreTech(truth, scanned),
      weaknesses: scoreWeaknesses(truth, scanned),
    };
    rows.push([truth, scored]);
    const parts = Object.entries(scored).map(([name, result]) => {
      const sum = sums.get(name) ?? { found: 0, wanted: 0, wrong: 0 };
      sums.set(name, {
        found: sum.found + result.found,
        wanted: sum.wanted + result.wanted,
        wrong: sum.wrong + result.wrong.length,
      });
      if (values.verbose)
        console.log(
          `  ${name}: missed ${JSON.stringify(result.missed)}; not in the truth ${JSON.stringify(result.wrong)}`,
        );
      return `${name} ${result.found}/${result.wanted} (+${result.wrong.length})`;
    });
    if (!values.table) console.log(`${truth.name.padEnd(22)} ${parts.join('  ')}`);
  }
  if (values.table) {
    printTable(rows);
    return;
  }
  for (const [name, { found, wanted, wrong }] of sums) {
    const recall = wanted === 0 ? 1 : found / wanted;
    const precision = found + wrong === 0 ? 1 : found / (found + wrong);
    console.log(
      `${name.padEnd(12)} recall ${(100 * recall).toFixed(1)} %  precision ${(100 * precision).toFixed(1)} %`,
    );
  }
}

main();
