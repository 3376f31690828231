/** How the internet is reached. Held in memory only, because the address may hold a password. */
export interface ProxyConfig {
  /** Absent: what the environment says. Empty: none. */
  readonly proxy?: string | undefined;
  readonly noProxy?: readonly string[] | undefined;
  readonly proxyStrictSsl?: boolean | undefined;
}

export interface ProxyServer {
  readonly url: URL;
  /** Whether the certificate of the proxy itself is checked. */
  readonly strict: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy for a server; `undefined`: the server is reached directly, as this machine itself always is. */
export function findProxy(target: URL, config: ProxyConfig, environment: Environment): ProxyServer | undefined {
  if (target.protocol !== 'https:') return undefined;
  const named = config.proxy ?? environment['https_proxy'] ?? environment['HTTPS_PROXY'] ?? '';
  const except = config.noProxy ?? (environment['no_proxy'] ?? environment['NO_PROXY'] ?? '').split(/[\s,]/);
  if (named === '' || except.some((pattern) => names(pattern, target))) return undefined;
  const url = URL.canParse(named) ? new URL(named) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return undefined;
  return { url, strict: config.proxyStrictSsl !== false };
}

/** `*`, a host with all below it (`example.com`, `.example.com`, `*.example.com`), or one with its port. */
function names(pattern: string, target: URL): boolean {
  const wanted = pattern.trim().toLowerCase();
  if (wanted === '' || wanted === '*') return wanted === '*';
  const [, host = '', port] = /^(.{1,500}?)(?::(\d{1,5}))?$/.exec(wanted) ?? [];
  if (port !== undefined && port !== (target.port === '' ? '443' : target.port)) return false;
  const domain = host.replace(/^\*?\./, '');
  return target.hostname === domain || target.hostname.endsWith(`.${domain}`);
}
