import { roleOf } from '../languages/roleOf';

const configuration = /^((?:[^/]+\/)*)([^/]+)\/apps\.py$/;
/** With fewer beside it a folder of examples may well hold one. */
const leastBeside = 2;

/**
 * Applications of Django that bear the name of a folder of examples: what has tables of its own and lies beside others of
 * the same project is a part of it (`examples` to be annotated, `samples` of a laboratory).
 */
export function appsOfProduct(paths: readonly string[]): string[] {
  const named = new Map<string, string[]>();
  const beside = new Map<string, number>();
  for (const path of paths) {
    if (!path.endsWith('/apps.py')) continue;
    const [, above = '', name = ''] = configuration.exec(path) ?? [];
    if (roleOf(path) === 'source') beside.set(above, (beside.get(above) ?? 0) + 1);
    else if (roleOf(path) === 'example' && roleOf(`${above}models.py`) === 'source')
      named.set(above, [...(named.get(above) ?? []), `${above}${name}`]);
  }
  if (named.size === 0) return [];
  const known = new Set(paths);
  return [...named].flatMap(([above, folders]) =>
    (beside.get(above) ?? 0) < leastBeside
      ? []
      : folders.filter((folder) => known.has(`${folder}/migrations/__init__.py`)),
  );
}
