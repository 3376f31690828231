import type { SinkKind } from '../../shared/delivery';

/** What the user's settings say of servers, brought into shape. */
export interface ServerSettings {
  /** Empty without a server. */
  readonly url: string;
  readonly contextSpineUrl: string;
  readonly kinds: readonly SinkKind[];
  /** The server's name of each project that may be sent, by its id here. */
  readonly projects: Readonly<Record<string, string>>;
  readonly dryRun: boolean;
  readonly anonymize: boolean;
}

const allKinds: readonly SinkKind[] = ['contox', 'contextSpine'];

/** Values of a wrong type count as not set: settings files are written by hand. */
export function serverSettings(raw: Readonly<Record<keyof ServerSettings, unknown>>): ServerSettings {
  const kinds = Array.isArray(raw.kinds) ? raw.kinds : ['contox'];
  return {
    url: text(raw.url),
    contextSpineUrl: text(raw.contextSpineUrl),
    kinds: allKinds.filter((kind) => kinds.includes(kind)),
    projects: texts(raw.projects),
    dryRun: raw.dryRun === true,
    anonymize: raw.anonymize === true,
  };
}

/** Where events of a kind go; empty where the kind is off or has no address. */
export function urlOf(settings: ServerSettings, kind: SinkKind): string {
  if (!settings.kinds.includes(kind)) return '';
  return kind === 'contextSpine' && settings.contextSpineUrl !== '' ? settings.contextSpineUrl : settings.url;
}

/** Why an address can't be used, as a sentence; `undefined` for a good one. */
export function urlProblem(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'Write the whole address, such as https://contox.example.';
  if (url.username !== '' || url.password !== '') return 'Leave name and password out; the secret is asked for next.';
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return 'Only https: is used to other machines; http: is for servers on this one.';
  return undefined;
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const pairs = Object.entries(value).map(([name, member]): [string, string] => [name, text(member)]);
  return Object.fromEntries(pairs.filter(([, member]) => member !== '' && member.length <= 200));
}
