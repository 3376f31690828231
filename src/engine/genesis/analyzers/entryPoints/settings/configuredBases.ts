import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';

const configFile =
  /(?:^|\/)(?:(?:config|conf|settings|app|application)(?:[._-](?:default|prod|production|local|dev|development))?\.(?:ya?ml|toml|json)|(?:configs?|conf|etc)\/(?:config|default|app|server)\.(?:ya?ml|toml|json))$/;
/** `url-path-prefix: api`, `base_path = "/shop"`, `"contextPath": "/shop",`, `api_base_url: ''` alone in its line. */
const base =
  /^[ \t]{0,40}["']?((?:[\w-]{1,40}[-_])?(?:base|root|context|sub|url|path|prefix)[\w-]{0,40})["']?[ \t]{0,10}[:=][ \t]{0,10}(?:["']?(\/?[\w-]{1,40}(?:\/[\w-]{1,40}){0,3}\/?)["']?|""|'')[ \t]{0,10},?[ \t]{0,10}(?:#.{0,300})?$/gim;

/** Reads what the configuration in the repository puts in front of all routes, by the name of its setting. */
export const configuredBasesExtractor: Extractor<Readonly<Record<string, string>>> = {
  id: 'entryPoints.configuredBases',
  version: 2,
  wants: (file) => configFile.test(file.path) && !unwrittenRoles.has(file.role),
  extract({ text }) {
    if (text.length > 200_000) return undefined;
    const found = [...text.matchAll(base)].map(([, name = '', value = '']) => [plainName(name), value] as const);
    return found.length === 0 ? undefined : Object.fromEntries(found);
  },
};

/** `UrlPathPrefix`, `url-path-prefix` and `URL_PATH_PREFIX` are one name. */
const plainName = (name: string): string => name.replace(/[-_]/g, '').toLowerCase();

/** Finds the one value that the files of the configuration give a setting. */
export function configuredBases(
  facts: Iterable<Readonly<Record<string, string>>>,
): (name: string) => string | undefined {
  const values = new Map<string, Set<string>>();
  for (const found of facts)
    for (const [name, value] of Object.entries(found)) values.set(name, (values.get(name) ?? new Set()).add(value));
  return (name) => {
    const [only, ...others] = values.get(plainName(name)) ?? [];
    return others.length === 0 ? only : undefined;
  };
}
