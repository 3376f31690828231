import type { Project } from '../project/project';
import type { Unit } from '../project/unit';

/** What loads a folder of plug-ins says under which prefix each of them lies, before they are taken for beginnings. */
export function loadsFolders(project: Project, unit: Unit): boolean {
  for (const specifier of project.specifiersOf(unit))
    if (specifier === '@fastify/autoload' || specifier === 'fastify-autoload') return true;
  return false;
}

/** What a file takes from another it may also call: files with their place between 0 and 1, importers before what they import. */
export function importersFirst(project: Project, units: readonly Unit[]): ReadonlyMap<Unit, number> {
  const seen = new Set<Unit>();
  const finished: Unit[] = [];
  const visit = (unit: Unit, depth: number): void => {
    if (seen.has(unit) || depth > 200) return;
    seen.add(unit);
    for (const { files } of project.imports.importsOf(unit.path))
      for (const file of files) {
        const imported = project.units.get(file);
        if (imported !== undefined) visit(imported, depth + 1);
      }
    finished.push(unit);
  };
  for (const unit of units) visit(unit, 0);
  return new Map(finished.map((unit, at) => [unit, 1 - (at + 1) / (finished.length + 1)]));
}

/** PHP files that include others come first, those that no other names before the rest: they say under which prefix. */
export function includersFirst(units: readonly Unit[]): Unit[] {
  const including = new Set<Unit>();
  const named = new Set<string>();
  for (const unit of units) {
    if (unit.program.language !== 'php') continue;
    const body = JSON.stringify(unit.program.body);
    if (!/"name":"%require"|\.php"/.test(body)) continue;
    including.add(unit);
    for (const [, name = ''] of body.matchAll(/([\w.-]{1,80}\.php)"/g)) if (name !== nameOf(unit)) named.add(name);
  }
  const isNamed = (unit: Unit): boolean => named.has(nameOf(unit));
  const first = [...including];
  return [
    ...first.filter((unit) => !isNamed(unit)),
    ...first.filter(isNamed),
    ...units.filter((unit) => !including.has(unit)),
  ];
}

const nameOf = ({ path }: Unit): string => path.slice(path.lastIndexOf('/') + 1);
