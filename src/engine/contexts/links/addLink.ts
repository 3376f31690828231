import { EngineError } from '../../../base/engineError';
import type { AddLink, ContextLink } from '../../../shared/context';
import { newId } from '../../../shared/ids';
import { cleanText } from '../../cleanText';
import { type ContextParts, invalid } from '../contextParts';
import { type LinkRow, toLink } from './linkStore';
import { reportLink } from './reportLink';

/** Links two contexts of a project. The same link of the same type again is a `conflict`. */
export function addLink(parts: ContextParts, params: AddLink): ContextLink {
  const { id: projectId } = parts.projects.getWritable(parts.projects.resolve(params.projectId));
  const { fromSchemaKey, toSchemaKey, linkType } = params;
  if (fromSchemaKey === toSchemaKey) throw invalid('toSchemaKey', 'must not be the context itself');
  for (const field of ['fromSchemaKey', 'toSchemaKey'] as const)
    if (!parts.store.hasKey(projectId, params[field])) throw invalid(field, `no context has the key ${params[field]}`);
  const now = parts.ports.clock.now();
  const row: LinkRow = {
    id: newId('link', now),
    projectId,
    fromSchemaKey,
    toSchemaKey,
    linkType,
    reason: params.reason === undefined ? null : parts.redactor.redact(cleanText(params.reason)).text,
    confidence: params.confidence ?? null,
    createdAt: now,
  };
  if (parts.links.findSame(row)) throw new EngineError('conflict', 'The contexts are linked this way already');
  parts.links.add(row);
  reportLink(parts, 'added', row);
  return toLink(row);
}
