import { javalinPrefixKey, ktorPrefixKey, lostPrefix } from '../../settings/codePrefixes';
import type { ServerSettings } from '../../settings/settingsExtractor';
import type { Interpreter } from '../interpreter';

const keys: Readonly<Record<string, string>> = { javalin: javalinPrefixKey, ktor: ktorPrefixKey };

/** Puts the path below which a server of a module serves everything before its routers. */
export function placeServed(interpreter: Interpreter, settings: ReadonlyMap<string, ServerSettings>): void {
  const said = new Map<string, Set<string>>();
  for (const [path, { values }] of settings)
    for (const [rule, key] of Object.entries(keys)) {
      const value = values[key];
      const place = `${rule} ${moduleFolder(path)}`;
      if (value !== undefined) said.set(place, (said.get(place) ?? new Set()).add(value));
    }
  if (said.size === 0) return;
  for (const node of interpreter.nodes) {
    const found = node.isMounted ? undefined : said.get(`${node.rule.id} ${moduleFolder(node.made.file)}`);
    if (found === undefined) continue;
    const [only = ''] = found;
    if (found.size > 1 || only === lostPrefix) node.isLost = true;
    else node.prefix = `${only}/${node.prefix}`;
  }
}

/** The folder around the sources and what lies beside them. */
function moduleFolder(path: string): string {
  const found = /(?:^|\/)(?:src|resources)\//.exec(path);
  return found === null ? '' : path.slice(0, found.index);
}
