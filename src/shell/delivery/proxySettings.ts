import type { ConfigureDelivery } from '../../shared/delivery';

/** What VS Code's settings say about proxies, unread. */
export interface ProxySettings {
  readonly proxy: unknown;
  readonly support: unknown;
  readonly strictSsl: unknown;
  readonly noProxy: unknown;
}

type ProxyPart = Pick<ConfigureDelivery, 'proxy' | 'proxyStrictSsl' | 'noProxy'>;

/** The proxy as VS Code itself would choose it: its setting, else the environment's. */
export function proxyPart(
  settings: ProxySettings,
  environment: Readonly<Record<string, string | undefined>>,
): ProxyPart {
  // An empty one means none, whatever the environment says; without one the engine would look there.
  if (settings.support === 'off') return { proxy: '' };
  const named = text(settings.proxy);
  const proxy = named === '' ? fromEnvironment(environment) : named;
  if (proxy === '' || !URL.canParse(proxy)) return {};
  const listed = Array.isArray(settings.noProxy) ? settings.noProxy.filter((host) => typeof host === 'string') : [];
  const hosts = listed.length > 0 ? listed : (environment['no_proxy'] ?? environment['NO_PROXY'] ?? '').split(',');
  const noProxy = hosts.map((host) => host.trim()).filter((host) => host !== '' && host.length <= 500);
  return { proxy, proxyStrictSsl: settings.strictSsl !== false, noProxy: noProxy.slice(0, 1000) };
}

function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): string {
  const names = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'];
  return text(names.map((name) => environment[name]).find((value) => value));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
