import { roleOf } from '../../../genesis/languages/roleOf';
import { areasOf } from './areas';
import { isMerge } from './commitChains';
import type { DependencyChange } from './diff/dependencyChanges';
import type { SessionWork, WorkCommit, WorkDone } from './sessionWork';
import { readSubject } from './subject';
import { count, listed, shorten } from './words';

export interface WorkFacts extends SessionWork {
  readonly dependencies: readonly DependencyChange[];
}

const mostSubjects = 3;
const longestSubject = 100;

/** Two to four sentences: what was done, where, what was tried, and what the project consists of since. */
export function summarize(work: WorkFacts): string {
  const own = work.commits.filter((commit) => !isMerge(commit));
  const merges = work.commits.filter(isMerge);
  const first =
    own.length > 0 ? [whatWasDone(own), whereItWasDone(own, merges)] : [whatWasMerged(merges), whatWasSaved(work.done)];
  const rest = [
    whatWasReworked(work),
    own.length > 0 ? whatElseWasSaved(own, work.done) : '',
    whatRan(work.done),
    whatItConsistsOf(work),
  ];
  return [...first, ...rest].filter((sentence) => sentence !== '').join(' ');
}

/** The subjects that say most, in the order in which they came; those that say the same together. */
function whatWasDone(commits: readonly WorkCommit[]): string {
  const subjects = new Map<string, Said>();
  for (const commit of commits) {
    const { telling: text, weight, minor } = readSubject(commit);
    const known = subjects.get(text) ?? { text, weight, minor, size: 0, commits: 0 };
    subjects.set(text, { ...known, size: known.size + sizeOf(commit), commits: known.commits + 1 });
  }
  const all = [...subjects.values()];
  const chosen = new Set(
    all
      .filter((one) => !one.minor)
      .sort((a, b) => b.weight - a.weight || b.size - a.size)
      .slice(0, mostSubjects),
  );
  if (chosen.size === 0) {
    const names = all.map((one) => `"${shorten(one.text || '…', 40)}"`);
    return `${count(commits.length, 'small commit')}: ${listed(names, 3)}.`;
  }
  const texts = all.filter((one) => chosen.has(one)).map((one) => shorten(one.text, longestSubject));
  const others = all.reduce((sum, one) => sum + (chosen.has(one) ? 0 : one.commits), 0);
  return sentence([...texts, ...(others > 0 ? [`${count(others, 'more commit')}`] : [])].join('; '));
}

interface Said {
  readonly text: string;
  readonly weight: number;
  readonly minor: boolean;
  readonly size: number;
  readonly commits: number;
}

function whereItWasDone(commits: readonly WorkCommit[], merges: readonly WorkCommit[]): string {
  const branches = [...new Set(commits.map((commit) => commit.branch).filter((name) => name !== ''))];
  const files = commits.flatMap((commit) => commit.files);
  const on = branches.length === 0 ? '' : ` on ${listed(branches, 3)}`;
  const verb = commits.length === 1 ? 'changes' : 'change';
  const merged = merges.length === 0 ? '' : `, beside ${count(merges.length, 'merge')}`;
  const paths = new Set(files.map((file) => file.path));
  if (paths.size === 0) return `${count(commits.length, 'commit')}${on} ${verb} no files${merged}.`;
  const lines = files.reduce((sum, one) => ({ plus: sum.plus + one.additions, minus: sum.minus + one.deletions }), {
    plus: 0,
    minus: 0,
  });
  const size = lines.plus + lines.minus === 0 ? '' : ` (+${lines.plus} −${lines.minus})`;
  const where = areas([...paths]);
  const tests = [...paths].filter((path) => roleOf(path) === 'test').length;
  const tested = tests === 0 || tests === paths.size ? '' : `, ${count(tests, 'test file')} among them`;
  return `${count(commits.length, 'commit')}${on} ${verb} ${count(paths.size, 'file')}${size}${where}${tested}${merged}.`;
}

/** Where files lie, for the end of a sentence; what nobody writes by hand says nothing of where one worked. */
function areas(paths: readonly string[]): string {
  const written = paths.filter((path) => !isNoise(path));
  const { names, all } = areasOf(written.length === 0 ? paths : written);
  if (names.length === 0) return '';
  const whole = all && written.length === paths.length;
  return whole ? ` in ${listed(names)}` : `, mostly in ${listed(names)}`;
}

const lockFile = /(?:^|\/)(?:[\w.-]{0,40}[.-]lock(?:\.json|\.ya?ml)?|go\.sum|npm-shrinkwrap\.json|pnpm-lock\.yaml)$/i;

export function isNoise(path: string): boolean {
  const role = roleOf(path);
  return role === 'generated' || role === 'vendored' || lockFile.test(path);
}

function whatWasMerged(merges: readonly WorkCommit[]): string {
  if (merges.length === 0) return '';
  const names = [...new Set(merges.map(({ subject }) => shorten(mergedName(subject), longestSubject)))];
  return sentence(`Merged ${listed(names, 3)}`);
}

/** What a merge brought in, as git and GitHub name it in its subject. */
function mergedName(subject: string): string {
  const [, branch, request] =
    /^Merge (?:(?:remote-tracking )?branch '([^']{1,200})'|pull request #\d{1,9} from [^\s/]{1,100}\/(\S{1,200}))/.exec(
      subject,
    ) ?? [];
  return branch ?? request ?? subject.replace(/^Merged? /, '');
}

function whatWasReworked({ reworked = 0 }: SessionWork): string {
  return reworked === 0 ? '' : `${count(reworked, 'earlier commit')} amended or moved.`;
}

const savedFiles = (done: readonly WorkDone[]): string[] => [
  ...new Set(done.filter(({ kind, name }) => kind === 'save' && name !== '').map(({ name }) => name)),
];

function whatWasSaved(done: readonly WorkDone[]): string {
  const files = savedFiles(done);
  if (files.length > 0) return `Saved ${count(files.length, 'file')}${areas(files)}, without a commit.`;
  const saves = sum(done.filter(({ kind }) => kind === 'save'));
  return saves === 0 ? '' : `Saved files ${times(saves)}, without a commit.`;
}

/** Paths of a project and those of its repository may begin at different folders. */
function whatElseWasSaved(commits: readonly WorkCommit[], done: readonly WorkDone[]): string {
  const committed = commits.flatMap((commit) => commit.files.flatMap(({ path, oldPath }) => [path, oldPath ?? path]));
  const isIn = (file: string): boolean =>
    committed.some((path) => path === file || path.endsWith(`/${file}`) || file.endsWith(`/${path}`));
  const left = savedFiles(done).filter((file) => !isIn(file));
  return left.length === 0 ? '' : `Also saved and in none of them: ${listed(left, 3)}.`;
}

function whatRan(done: readonly WorkDone[]): string {
  const said: string[] = [];
  const tests = done.filter(({ kind }) => kind === 'test');
  const failed = tests.reduce((all, one) => all + one.failed, 0);
  if (tests.length > 0) said.push(`tests ran ${times(sum(tests))}${failed > 0 ? ` (${failed} failed)` : ''}`);
  const debugged = sum(done.filter(({ kind }) => kind === 'debug'));
  if (debugged > 0) said.push(`the debugger ran ${times(debugged)}`);
  const agents = done.filter(({ kind }) => kind === 'agent');
  const names = [...new Set(agents.map(({ name }) => name).filter((name) => name !== ''))];
  if (agents.length > 0)
    said.push(`an agent was called ${times(sum(agents))}${names.length > 0 ? ` (${listed(names, 3)})` : ''}`);
  return said.length === 0 ? '' : sentence(capital(listed(said)));
}

function whatItConsistsOf({ commits, dependencies, inventory }: WorkFacts): string {
  const said: string[] = [];
  const named = describeDependencies(dependencies);
  if (named !== '') said.push(`Dependencies: ${named}`);
  const migrations = commits.flatMap(({ files }) =>
    files.filter(({ path, status }) => roleOf(path) === 'migration' && /^a/i.test(status)).map(({ path }) => path),
  );
  if (migrations.length > 0) said.push(`${count(new Set(migrations).size, 'migration')} added`);
  if (inventory) {
    const { routesAdded, routesRemoved, modelsAdded, modelsRemoved, modelsChanged } = inventory;
    const part = (names: readonly string[], noun: string, what: string): void => {
      if (names.length > 0) said.push(`${count(names.length, noun)} ${what}`);
    };
    part(routesAdded, 'route', 'added');
    part(routesRemoved, 'route', 'removed');
    part(modelsAdded, 'model', 'added');
    part(modelsRemoved, 'model', 'removed');
    part(modelsChanged, 'model', 'changed');
  }
  return said.length === 0 ? '' : sentence(said.join('; '));
}

export function describeDependencies(changes: readonly DependencyChange[], most = 4): string {
  const one = (list: readonly DependencyChange[], text: (change: DependencyChange) => string): string =>
    listed([...new Set(list.map(text))], most);
  const added = changes.filter(({ before }) => before === undefined);
  const removed = changes.filter(({ after }) => after === undefined);
  const updated = changes.filter(({ before, after }) => before !== undefined && after !== undefined);
  const version = (text: string | undefined): string => (text ? ` ${text}` : '');
  return [
    added.length > 0 ? `added ${one(added, ({ name, after }) => `${name}${version(after)}`)}` : '',
    updated.length > 0
      ? `updated ${one(updated, ({ name, before, after }) => (before && after ? `${name} (${before} → ${after})` : name))}`
      : '',
    removed.length > 0 ? `removed ${one(removed, ({ name }) => name)}` : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

const sum = (done: readonly WorkDone[]): number => done.reduce((all, one) => all + one.count, 0);
const times = (n: number): string => (n === 1 ? 'once' : `${n} times`);
const sizeOf = ({ files }: WorkCommit): number => files.reduce((all, one) => all + one.additions + one.deletions, 0);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
