import type { ConfigureDelivery, SinkKind } from '../../shared/delivery';
import type { ProxySettings } from './proxySettings';
import { proxyPart } from './proxySettings';
import { type ServerSettings, urlOf, urlProblem } from './serverSettings';

export interface DeliveryConfigInput {
  readonly server: ServerSettings;
  readonly proxy: ProxySettings;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Projects of which nothing may leave, whatever the settings say: those that are private in this window. */
  readonly withheld: ReadonlySet<string>;
  secretOf(kind: SinkKind, projectId: string): PromiseLike<string | undefined>;
}

/** What the engine is told of servers. An address that may not be used is left out, with the reason in `problems`. */
export async function deliveryConfig(
  input: DeliveryConfigInput,
): Promise<{ readonly config: ConfigureDelivery; readonly problems: readonly string[] }> {
  const { server } = input;
  const projects = Object.entries(server.projects)
    .filter(([projectId]) => !input.withheld.has(projectId))
    .map(([projectId, remoteId]) => ({ projectId, remoteId }));
  const problems: string[] = [];
  const sinks: ConfigureDelivery['sinks'] = [];
  for (const kind of server.kinds) {
    const url = urlOf(server, kind);
    if (url === '') continue;
    const problem = urlProblem(url);
    if (problem) problems.push(`Nothing is sent to ${url}. ${problem}`);
    else sinks.push({ kind, url, dryRun: server.dryRun, anonymize: server.anonymize, projects });
  }
  if (sinks.length === 0) return { config: { sinks, secrets: [] }, problems };
  const kinds = sinks.map(({ kind }) => kind);
  const secrets = await readSecrets(
    input,
    kinds,
    projects.map(({ projectId }) => projectId),
  );
  return { config: { sinks, secrets, ...proxyPart(input.proxy, input.environment) }, problems };
}

async function readSecrets(
  { secretOf }: DeliveryConfigInput,
  kinds: readonly SinkKind[],
  projectIds: readonly string[],
): Promise<ConfigureDelivery['secrets']> {
  const wanted = kinds.flatMap((kind): { kind: SinkKind; projectId: string | null }[] =>
    kind === 'contextSpine' ? [{ kind, projectId: null }] : projectIds.map((projectId) => ({ kind, projectId })),
  );
  const read = await Promise.all(
    wanted.map(async ({ kind, projectId }) => ({ kind, projectId, secret: await secretOf(kind, projectId ?? '') })),
  );
  return read.flatMap(({ secret, ...whose }) => (secret ? [{ ...whose, secret }] : []));
}
