import { EngineError } from '../../base/engineError';
import type { SinkConfig } from '../../shared/delivery';
import type { DeliveryParts } from './deliveryParts';
import { checkUrl } from './http/checkUrl';
import type { SecretBook } from './secretBook';
import { sinkKinds } from './sinks/allSinks';

type Changed = ReturnType<SecretBook['replace']>;

/**
 * Writes down which servers there are. What waits for one that is no longer there, or for a project that it takes no more,
 * stays where it is and is not sent. A refusal ends where the secret is another one. Throws `invalid`.
 */
export function configureDelivery(parts: DeliveryParts, configs: readonly SinkConfig[], changed: Changed): void {
  const checked = configs.map((config) => ({ ...config, url: checkUrl(config.url) }));
  for (const { projects } of checked) for (const { remoteId } of projects) checkHeader('projects', remoteId);
  for (const kind of sinkKinds) if (!checked.some((config) => config.kind === kind)) parts.sinks.delete(kind);
  for (const config of checked) {
    const before = parts.sinks.find(config.kind);
    parts.sinks.put(config);
    parts.sinks.setProjects(config.kind, config.projects);
    if (before && before.url !== config.url) parts.deliveries.endWaiting(config.kind);
    if (before && before.anonymize !== config.anonymize) parts.deliveries.forgetUnsentBodies(config.kind);
  }
  for (const { kind, projectId } of changed) forgive(parts, kind, projectId ?? undefined);
}

/** What goes into a header has to fit into one. Throws `invalid`. */
export function checkHeader(path: string, value: string): void {
  if (/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(value)) return;
  const message = 'holds a character that can not be sent';
  throw new EngineError('invalid', `${path} ${message}`, { details: [{ path, message }] });
}

/** Lets everything of a server, or of one project there, be tried again now. */
export function forgive(parts: DeliveryParts, kind: SinkConfig['kind'], projectId: string | undefined): void {
  const sink = parts.sinks.find(kind);
  if (sink) parts.sinks.update(kind, { ...sink, refused: null, waitUntil: null });
  for (const project of parts.sinks.projectsOf(kind))
    if (project.refused !== null && (projectId === undefined || project.projectId === projectId))
      parts.sinks.refuseProject(kind, project.projectId, null);
}
