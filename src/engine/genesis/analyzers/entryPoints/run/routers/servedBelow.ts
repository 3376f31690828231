import { javalinPrefixKey, ktorPrefixKey, pluggedKey } from '../../settings/codePrefixes';
import { lostPrefix } from '../../settings/lostPrefix';
import type { ServerSettings } from '../../settings/settingsExtractor';
import type { Interpreter } from '../interpreter';

const springKeys = ['server.servlet.contextpath', 'spring.webflux.basepath'];
const keys: Readonly<Record<string, readonly string[]>> = {
  javalin: [javalinPrefixKey],
  ktor: [ktorPrefixKey],
  springFunctional: springKeys,
  springDsl: springKeys,
  springSockets: springKeys,
};

/** Puts the path below which a server of a module serves everything before its routers. */
export function placeServed(interpreter: Interpreter, settings: ReadonlyMap<string, ServerSettings>): void {
  const said = new Map<string, Set<string>>();
  for (const [path, { values }] of settings)
    for (const [rule, names] of Object.entries(keys)) {
      const place = `${rule} ${moduleFolder(path)}`;
      for (const value of names.flatMap((name) => values[name] ?? []))
        said.set(place, (said.get(place) ?? new Set()).add(unlessSet(value)));
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

/** `${CONTEXT:/shop}` is what stands behind the colon, unless the environment says another. */
function unlessSet(value: string): string {
  const otherwise = /^\$\{[\w.-]{1,100}:([^{}]{0,100})\}$/.exec(value)?.[1] ?? value;
  return otherwise.includes('${') ? lostPrefix : otherwise;
}

/** A router of Plug that nothing forwards to, plugs in or starts, where others are: a left-over, or one for development. */
export function dropUnserved(interpreter: Interpreter, settings: ReadonlyMap<string, ServerSettings>): void {
  const served = new Set([...settings.values()].flatMap(({ values }) => values[pluggedKey]?.split(' ') ?? []));
  for (const node of interpreter.nodes) {
    if (node.rule.id !== 'plug' || node.isMounted || !node.isOfClass) continue;
    const { file, line } = node.made;
    const declared = interpreter.project.units.get(file)?.program.classes.find((candidate) => candidate.line === line);
    if (declared === undefined || served.has(declared.name)) continue;
    // A library leaves it to others to serve it, below which path they say.
    if (served.size === 0) node.isLost = true;
    else node.routes.length = 0;
  }
}

/** The folder around the sources and what lies beside them. */
function moduleFolder(path: string): string {
  const found = /(?:^|\/)(?:src|resources)\//.exec(path);
  return found === null ? '' : path.slice(0, found.index);
}
