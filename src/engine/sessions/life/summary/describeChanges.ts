import type { ChangeCategory, SessionSave } from '../../../../shared/ingest';
import type { ItemType } from '../../../../shared/item';
import { roleOf } from '../../../genesis/languages/roleOf';
import { commitDrafts } from '../../enrich/commitDrafts';
import { type Draft, titleOf } from '../../enrich/draft';
import { isMerge } from './commitChains';
import { describeContent } from './describeContent';
import { todoChanges } from './diff/todoChanges';
import { isChoice } from './rules/choiceRules';
import type { WorkCommit } from './sessionWork';
import { readSubject } from './subject';
import { describeDependencies, type WorkFacts } from './summarize';
import { count } from './words';

type Change = SessionSave['changes'][number];

const categoryOf: Readonly<Record<ItemType, ChangeCategory>> = {
  architecture: 'architecture',
  convention: 'conventions',
  implementation: 'implementation',
  decision: 'decisions',
  bug: 'bugs',
  security: 'bugs',
  todo: 'todo',
};
const mostCommits = 100;
const mostFiles = 50;
const mostNotes = 30;
/** A change for each commit that says something, its decisions, and what follows from all of them together. */
export function describeChanges(work: WorkFacts): Change[] {
  const own = work.commits.filter((commit) => !isMerge(commit));
  const subjects = own.map((commit) => readSubject(commit).text);
  const once = (commit: WorkCommit): boolean => {
    const { text, minor } = readSubject(commit);
    return !minor && subjects.indexOf(text) === subjects.lastIndexOf(text);
  };
  const telling = own.filter(once);
  const chosen = telling.slice(-mostCommits);
  const rest = own.filter((commit) => !chosen.includes(commit));
  return [
    ...architecture(work),
    ...chosen.flatMap((commit) => commitChanges(commit)),
    ...smallChanges(rest),
    ...todos(own),
  ];
}

function commitChanges(commit: WorkCommit): Change[] {
  const drafts = commitDrafts(commit).filter((draft) => draft.type !== 'todo');
  const main = drafts.find((draft) => draft.rationale === null);
  const reason = drafts.find(
    (draft) => draft.rationale !== null && isChoice(draft.rationale, readSubject(commit).telling),
  );
  const category = main ? categoryOf[main.type] : categoryByFiles(commit);
  const { text, telling } = readSubject(commit);
  const change: Change = {
    category,
    title: titleOf(category === 'bugs' ? text : telling),
    content: describeContent(commit),
    ...filesOf([commit]),
  };
  if (change.category === 'decisions' || !reason) return [change];
  return [change, decision(commit, reason)];
}

function decision(commit: WorkCommit, reason: Draft): Change {
  const title = titleOf(readSubject(commit).text);
  return { category: 'decisions', title, content: reason.rationale ?? reason.facts, ...filesOf([commit]) };
}

const ruleFile =
  /(?:^|\/)(?:\.editorconfig|biome\.jsonc?|\.?(?:eslint|prettier|stylelint|rubocop|pylint|flake8|golangci|clang-format|ruff)[\w.-]{0,30}|CONTRIBUTING\.md|CODE_OF_CONDUCT\.md|\.gitattributes)$/i;

/** A commit that touches nothing but the rules that code is held to says how one works here. */
function categoryByFiles({ files }: WorkCommit): ChangeCategory {
  return files.length > 0 && files.every(({ path }) => ruleFile.test(path)) ? 'conventions' : 'implementation';
}

/** Commits that say nothing of their own: by their subject where some share it, the others together. */
function smallChanges(commits: readonly WorkCommit[]): Change[] {
  const bySubject = new Map<string, WorkCommit[]>();
  for (const commit of commits) {
    const { text, minor } = readSubject(commit);
    const key = minor ? '' : text;
    bySubject.set(key, [...(bySubject.get(key) ?? []), commit]);
  }
  const others = [...bySubject].flatMap(([text, some]) => (text === '' || some.length === 1 ? some : []));
  const alike = [...bySubject].filter(([text, some]) => text !== '' && some.length > 1);
  return [
    ...alike.map(([text, some]) => together(titleOf(text), some)),
    ...(others.length > 0 ? [together(count(others.length, 'smaller commit'), others)] : []),
  ];
}

function together(title: string, commits: readonly WorkCommit[]): Change {
  const lines = commits.map((commit) => `- ${titleOf(commit.subject)}, commit ${commit.sha.slice(0, 10)}`);
  const content = [...lines.slice(0, 50), ...(lines.length > 50 ? [`- ${lines.length - 50} more`] : [])].join('\n');
  return { category: 'implementation', title, content, ...filesOf(commits) };
}

function architecture({ commits, dependencies, inventory }: WorkFacts): Change[] {
  const changes: Change[] = [];
  const add = (title: string, content: string, files: readonly string[] = []): void => {
    if (content !== '')
      changes.push({ category: 'architecture', title, content, ...(files.length > 0 ? { files: [...files] } : {}) });
  };
  const manifests = [...new Set(dependencies.map((one) => one.manifest))];
  const byManifest = manifests.map((manifest) => {
    const said = describeDependencies(
      dependencies.filter((one) => one.manifest === manifest),
      30,
    );
    return manifests.length === 1 ? said : `${manifest}: ${said}`;
  });
  add('Dependencies changed', byManifest.join('\n'), manifests.slice(0, mostFiles));
  const migrations = [
    ...new Set(
      commits.flatMap(({ files }) => files.map(({ path }) => path).filter((path) => roleOf(path) === 'migration')),
    ),
  ];
  add('Migrations changed', migrations.slice(0, mostFiles).join('\n'), migrations.slice(0, mostFiles));
  if (inventory) {
    const lines = (names: readonly string[], what: string): string[] =>
      names.slice(0, 50).map((name) => `${what} ${name}`);
    const routes = [...lines(inventory.routesAdded, 'added'), ...lines(inventory.routesRemoved, 'removed')];
    add('Routes changed', routes.join('\n'));
    const { modelsAdded, modelsChanged, modelsRemoved } = inventory;
    const models = [
      ...lines(modelsAdded, 'added'),
      ...lines(modelsChanged, 'changed'),
      ...lines(modelsRemoved, 'removed'),
    ];
    add('Data models changed', models.join('\n'));
  }
  return changes;
}

function todos(commits: readonly WorkCommit[]): Change[] {
  const { added, removed } = todoChanges(commits);
  const change = ({ path, note }: { path: string; note: string }, what: string): Change => ({
    category: 'todo',
    title: titleOf(note),
    content: `${what} in ${path}`,
    files: [path],
  });
  return [
    ...added.slice(0, mostNotes).map((one) => change(one, 'Noted')),
    ...removed.slice(0, mostNotes).map((one) => change(one, 'The note is gone')),
  ];
}

function filesOf(commits: readonly WorkCommit[]): { files?: string[] } {
  const files = [...new Set(commits.flatMap((commit) => commit.files.map(({ path }) => path)))].slice(0, mostFiles);
  return files.length > 0 ? { files } : {};
}
