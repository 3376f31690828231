import { sha256 } from '../../base/sha256';
import type { Brain, BrainEntry } from '../../shared/brain';
import type { Project } from '../../shared/project';
import { countTokens } from '../countTokens';
import { type BrainUnit, beginningOf, brainParts, oneLine } from './brainUnit';
import { type Filled, fillBudget, partHeading } from './fillBudget';

export interface BrainInput {
  readonly project: Project;
  readonly units: readonly BrainUnit[];
  readonly scan: Brain['scan'];
  readonly budget: number;
}

const longestDescription = 300;

/** The document: a head, and what fits of the units. Nothing in it depends on the time at which it is asked for. */
export function assembleBrain({ project, units, scan, budget }: BrainInput): Brain {
  const head = headOf(project, scan);
  const filled = fillBudget(units, budget - countTokens(`${head}\n\n`));
  const markdown = [head, ...filled.parts.flatMap(({ part, units: placed }) => [partHeading(part), linesOf(placed)])]
    .join('\n\n')
    .concat('\n');
  return {
    projectId: project.id,
    projectName: project.name,
    contentHash: sha256(markdown),
    budget,
    tokens: countTokens(markdown),
    markdown,
    sections: filled.parts.map(({ part, units: placed }) => ({
      title: brainParts[part].title,
      entries: placed.map(({ unit, whole }): BrainEntry => ({ ...unit.entry, whole })),
    })),
    omitted: countOmitted(filled),
    scan,
  };
}

function headOf({ name, description }: Project, scan: Brain['scan']): string {
  const about = beginningOf(description, longestDescription);
  const commit = scan?.commit == null ? '' : ` at ${scan.commit.slice(0, 12)}`;
  const scanned = scan === null ? 'The code was not scanned yet.' : `The code was scanned${commit} [${scan.id}].`;
  const note = `> ${scanned} What stands in brackets is an id by which the whole can be read.`;
  return [`# ${oneLine(name)}`, about, note].filter((text) => text !== '').join('\n\n');
}

/** Lists hold together; what has a heading of its own stands apart. */
function linesOf(placed: Filled['parts'][number]['units']): string {
  return placed
    .map(({ unit, whole }) => (whole ? unit.text : (unit.brief ?? unit.text)))
    .reduce((text, next) => {
      if (text === '') return next;
      return `${text}${isLine(next) && isLine(text.slice(text.lastIndexOf('\n') + 1)) ? '\n' : '\n\n'}${next}`;
    }, '');
}

const isLine = (text: string): boolean => text.startsWith('- ');

function countOmitted({ omitted }: Filled): Brain['omitted'] {
  const count = (kind: BrainEntry['kind']): number => omitted.filter(({ entry }) => entry.kind === kind).length;
  return { contexts: count('context'), items: count('item'), findings: count('finding'), sessions: count('session') };
}
