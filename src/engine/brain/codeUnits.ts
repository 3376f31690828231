import type { Finding, Technology } from '../../shared/genesis';
import type { Inventory, ProjectCommand } from '../../shared/inventory';
import { type BrainUnit, beginningOf, oneLine } from './brainUnit';
import { placeOf } from './itemUnits';

const mostSources = 3;
const briefLength = 160;
const mostCommands = 25;
/** Findings of security that an agent should know of without asking. */
const graveImportance = 4;

/** What the last scan says of the code. */
export interface CodeFacts {
  readonly technologies: readonly Technology[];
  readonly inventory: Inventory;
  /** The most important first. */
  readonly findings: readonly Finding[];
}

export function codeUnits({ technologies, inventory, findings }: CodeFacts): BrainUnit[] {
  return [
    ...technologyUnits(technologies),
    ...commandUnits(inventory.commands),
    ...countUnits(inventory),
    ...findings.map(findingUnit).filter((unit) => unit !== undefined),
  ];
}

/** One line a category, so that a long list costs little. */
function technologyUnits(technologies: readonly Technology[]): BrainUnit[] {
  const categories = [...new Set(technologies.map(({ category }) => category))];
  return categories.map((category) => {
    const all = technologies.filter((technology) => technology.category === category);
    const names = all.map(({ name, version }) => (version === '' ? name : `${name} ${version}`)).join(', ');
    const sources = all.flatMap(({ evidence }) => evidence.slice(0, 1));
    const entry = { kind: 'technology' as const, title: `${category}: ${names}`, sources: sources.map(sourceOf) };
    return { part: 'stack' as const, entry, text: `- ${category}: ${names}` };
  });
}

const usualNames = ['test', 'build', 'start', 'dev', 'serve', 'run', 'lint', 'check', 'format', 'typecheck', 'migrate'];
const kindOrder: readonly ProjectCommand['kind'][] = ['script', 'make', 'task', 'binary', 'cli'];

/**
 * The commands that one looks for first: of usual names, and declared near the top of the project. What a pipeline runs
 * nobody types, and a finding tells of it.
 */
function commandUnits(commands: readonly ProjectCommand[]): BrainUnit[] {
  const depth = ({ file }: ProjectCommand): number => file.split('/').length;
  const order = (position: number): number => (position < 0 ? 99 : position);
  const rank = (command: ProjectCommand): number[] => [
    depth(command),
    order(usualNames.indexOf(command.name.toLowerCase())),
    order(kindOrder.indexOf(command.kind)),
  ];
  return commands
    .filter(({ kind, run }) => kind !== 'job' && run.trim() !== '')
    .map((command) => ({ command, key: rank(command) }))
    .sort((a, b) => compare(a.key, b.key) || (a.command.name < b.command.name ? -1 : 1))
    .slice(0, mostCommands)
    .map(({ command: { name, run, file, line } }) => ({
      part: 'commands' as const,
      entry: {
        kind: 'command' as const,
        title: name,
        sources: line === undefined ? [] : [{ path: file, startLine: line, endLine: line }],
      },
      text: `- ${oneLine(name)}: \`${beginningOf(run, briefLength).replaceAll('`', "'")}\` (${line === undefined ? file : `${file}:${line}`})`,
    }));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How much there is of everything, in one line. */
function countUnits(inventory: Inventory): BrainUnit[] {
  const direct = inventory.dependencies.filter((dependency) => dependency.direct).length;
  const counts: readonly (readonly [count: number, one: string, many: string])[] = [
    [inventory.routes.length, 'HTTP route', 'HTTP routes'],
    [inventory.models.length, 'data model', 'data models'],
    [direct, 'direct dependency', 'direct dependencies'],
    [inventory.environment.length, 'environment variable', 'environment variables'],
    [inventory.modules.length, 'module', 'modules'],
  ];
  const title = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
    .join(', ');
  return title === '' ? [] : [{ part: 'code', entry: { kind: 'fact', title, sources: [] }, text: `- ${title}` }];
}

function findingUnit({ id, layer, title, content, importance, evidence }: Finding): BrainUnit | undefined {
  if (layer === 'security' && importance < graveImportance) return undefined;
  const sources = evidence.slice(0, mostSources).map(sourceOf);
  const where = sources.length === 0 ? '' : ` (${sources.map((place) => `\`${placeOf(place)}\``).join(', ')})`;
  const head = `- ${oneLine(title)} [${id}]`;
  const more = layer === 'conventions' ? `: ${beginningOf(content, 2 * briefLength)}` : '';
  return {
    part: layer === 'security' ? 'security' : 'code',
    entry: { kind: 'finding', id, title, importance, sources },
    text: `${head}${more}${where}`,
    brief: head,
  };
}

const sourceOf = ({ path, startLine, endLine }: Finding['evidence'][number]) => ({ path, startLine, endLine });
