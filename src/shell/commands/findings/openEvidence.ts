import { EngineError } from '../../../base/engineError';
import type { Evidence } from '../../../shared/genesis';
import { command } from '../command';

/** For other parts and extensions: opens lines of a project's file. Arguments: project id, `{path, startLine, endLine}`. */
export const openEvidence = command('contox.openEvidence', async (shell, projectId, evidence) => {
  if (typeof projectId !== 'string' || !isEvidence(evidence))
    throw new EngineError('invalid', 'A project id and {path, startLine, endLine} are needed.');
  await shell.projects.load();
  await shell.evidence.open(projectId, evidence);
});

function isEvidence(value: unknown): value is Evidence {
  if (typeof value !== 'object' || value === null) return false;
  const { path, startLine, endLine } = value as Partial<Record<keyof Evidence, unknown>>;
  return typeof path === 'string' && Number.isInteger(startLine) && Number.isInteger(endLine);
}
