import { EngineError } from '../../../base/engineError';
import type { RemoveLink } from '../../../shared/context';
import type { ContextParts } from '../contextParts';
import { reportLink } from './reportLink';

export function removeLink(parts: ContextParts, { linkId }: RemoveLink): null {
  const row = parts.links.find(linkId);
  if (!row) throw new EngineError('notFound', 'Link not found');
  parts.projects.getWritable(row.projectId);
  parts.links.remove(row.id);
  reportLink(parts, 'removed', row);
  return null;
}
