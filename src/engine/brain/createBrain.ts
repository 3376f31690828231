import { type Brain, usualBudget } from '../../shared/brain';
import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { FindingStore } from '../genesis/scans/findingStore';
import { ResultStore } from '../genesis/scans/resultStore';
import { assembleBrain } from './assembleBrain';
import type { BrainUnit } from './brainUnit';
import { codeUnits } from './codeUnits';
import { contextUnits } from './contextUnits';
import { itemUnits } from './itemUnits';
import { sessionUnits } from './sessionUnits';

/** So many documents are kept: a few budgets of the projects that are open. */
const mostKept = 16;

/** The document that an agent reads at the beginning of a session. */
export function createBrain(parts: EngineParts): Pick<Engine, 'getBrain'> {
  const kept = new Map<string, { readonly head: string; readonly brain: Brain }>();
  return {
    getBrain: parts.runner.read('getBrain', (query) => {
      const projectId = parts.projects.resolve(query.projectId);
      const { budget = usualBudget, drafts = false } = query;
      const key = `${projectId} ${budget} ${drafts}`;
      // Everything that happens in a project is an event of its log: with the same last one all is as it was.
      const head = parts.events.store.findChain(projectId)?.headHash ?? '';
      const known = kept.get(key);
      const brain = known?.head === head ? known.brain : readBrain(parts, { projectId, budget, drafts });
      kept.delete(key);
      kept.set(key, { head, brain });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return brain;
    }),
  };
}

interface Wanted {
  readonly projectId: string;
  readonly budget: number;
  readonly drafts: boolean;
}

function readBrain(parts: EngineParts, { projectId, budget, drafts }: Wanted): Brain {
  const { db } = parts;
  const code = readCode(parts, projectId);
  const units: BrainUnit[] = [
    ...code.units,
    ...contextUnits(db, projectId, drafts),
    ...itemUnits(db, projectId, drafts),
    ...sessionUnits(db, projectId),
  ];
  return assembleBrain({ project: parts.projects.get(projectId), units, scan: code.scan, budget });
}

function readCode({ db }: EngineParts, projectId: string): { units: BrainUnit[]; scan: Brain['scan'] } {
  const results = new ResultStore(db);
  const stored = results.find(projectId);
  if (!stored) return { units: [], scan: null };
  const { id, commit, completedAt } = stored.status;
  const units = codeUnits({
    technologies: stored.techStack,
    inventory: results.findInventory(projectId),
    findings: new FindingStore(db).list(stored.findingsOf),
  });
  return { units, scan: { id, commit, completedAt } };
}
