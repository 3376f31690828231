import { EngineError } from '../../base/engineError';
import type { ApproveContext, Context } from '../../shared/context';
import { reportContext } from './contextEvents';
import { type ContextParts, getWritableRow, person } from './contextParts';
import { toContext } from './store/contextRow';

/** draft → approved → deprecated; there is no way back from deprecated. Saying the same again changes nothing. */
export function approveContext(parts: ContextParts, { contextId, action }: ApproveContext): Context {
  const before = getWritableRow(parts, contextId);
  const state = action === 'approve' ? 'approved' : 'deprecated';
  if (before.state === state) return toContext(before);
  if (before.state === 'deprecated')
    throw new EngineError('conflict', 'A deprecated context can not be approved; make a new one instead');
  const row = { ...before, state, updatedAt: parts.ports.clock.now() } as const;
  parts.store.update(row.id, { state, updatedAt: row.updatedAt });
  reportContext(parts, state, row, { source: person, payload: { before: before.state } });
  return toContext(row);
}
