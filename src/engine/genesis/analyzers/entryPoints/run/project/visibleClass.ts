import { commonFolders, type Declared, type Project } from './project';
import type { Unit } from './unit';

/**
 * Which class of C# a name means where several have it: one of a namespace around the file's own before one of a
 * namespace that it uses; of those the one that lies nearest. Nothing where two are as near.
 */
export function visibleClass(project: Project, declared: readonly Declared[], unit: Unit): Declared | undefined {
  const used = [...project.specifiersOf(unit)];
  const ranked = declared.map((candidate) => ({
    candidate,
    rank: rankOf(candidate.unit.program.namespace ?? '', unit.program.namespace ?? '', used),
    near: commonFolders(candidate.unit.path, unit.path),
  }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const visible = ranked.filter(({ rank }) => rank === best);
  const nearest = Math.max(...visible.map(({ near }) => near));
  const [only, ...others] = visible.filter(({ near }) => near === nearest);
  return others.length === 0 && best > 0 ? only?.candidate : undefined;
}

function rankOf(namespace: string, own: string, used: readonly string[]): number {
  if (namespace === own || own.startsWith(`${namespace}.`) || namespace === '') return 2;
  return used.some((name) => namespace === name || namespace.endsWith(`.${name}`)) ? 1 : 0;
}
