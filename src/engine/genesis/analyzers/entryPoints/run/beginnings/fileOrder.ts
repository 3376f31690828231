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

/** PHP files that include others come first: they say under which prefix. */
export function includersFirst(units: readonly Unit[]): Unit[] {
  const includes = ({ program }: Unit): boolean =>
    program.language === 'php' && JSON.stringify(program.body).includes('"name":"%require"');
  const including = new Set(units.filter(includes));
  return [...including, ...units.filter((unit) => !including.has(unit))];
}
