import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Brain, usualBudget } from '../../shared/brain';
import type { Project } from '../../shared/project';
import type { Engine } from '../engine';
import type { EngineParts } from '../engineParts';
import { ignorePath } from '../genesis/report/ignores/ignoreFile';
import { judgeFindings } from '../genesis/report/judgedFindings';
import { FindingStore } from '../genesis/scans/findingStore';
import { ResultStore } from '../genesis/scans/resultStore';
import type { Database } from '../storage/database';
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
      const project = parts.projects.get(projectId);
      const now = parts.ports.clock.now();
      const head = `${parts.events.store.findChain(projectId)?.headHash ?? ''} ${stampOfIgnores(project.localPath, now)}`;
      const known = kept.get(key);
      const brain = known?.head === head ? known.brain : readBrain(parts, { project, budget, drafts, now });
      kept.delete(key);
      kept.set(key, { head, brain });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return brain;
    }),
  };
}

interface Wanted {
  readonly project: Project;
  readonly now: number;
  readonly budget: number;
  readonly drafts: boolean;
}

function readBrain({ db }: EngineParts, { project, budget, drafts, now }: Wanted): Brain {
  const projectId = project.id;
  const code = readCode(db, project, now);
  const units: BrainUnit[] = [
    ...code.units,
    ...contextUnits(db, projectId, drafts),
    ...itemUnits(db, projectId, drafts),
    ...sessionUnits(db, projectId),
  ];
  return assembleBrain({ project, units, scan: code.scan, budget });
}

function readCode(
  db: Database,
  { id: projectId, localPath }: Project,
  now: number,
): { units: BrainUnit[]; scan: Brain['scan'] } {
  const results = new ResultStore(db);
  const stored = results.find(projectId);
  if (!stored) return { units: [], scan: null };
  const { id, commit, completedAt } = stored.status;
  const units = codeUnits({
    technologies: stored.techStack,
    inventory: results.findInventory(projectId),
    findings: judgeFindings(new FindingStore(db).list(stored.findingsOf), localPath, now).open,
  });
  return { units, scan: { id, commit, completedAt } };
}

/** What is ignored is said by a file of the folder, and by the day until which it is. */
function stampOfIgnores(folder: string | null, now: number): string {
  if (folder === null) return '';
  try {
    const { mtimeMs, size } = statSync(join(folder, ignorePath));
    return `${mtimeMs} ${size} ${new Date(now).toISOString().slice(0, 10)}`;
  } catch {
    // There is none, as nearly everywhere, or it can't be read: then it does not count either.
    return '';
  }
}
