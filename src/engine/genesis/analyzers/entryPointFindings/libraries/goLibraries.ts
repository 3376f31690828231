import type { ScanModel } from '../../../scanModel';
import { codeExtractor } from '../../code/codeExtractor';
import { isBeside } from '../../techStack/productPaths';
import type { Surface } from './surface';

/** Go has no entry file: the exported names of the module's root package are its surface. */
export function goSurface(model: ScanModel): Surface[] {
  if (!model.byPath.has('go.mod')) return [];
  const files = model.files.filter((file) => /^[^/]+\.go$/.test(file.path) && file.role === 'source');
  const found = files.flatMap((file) => {
    const facts = model.factsIn(codeExtractor, file.path);
    const names =
      facts?.namespace === 'main'
        ? []
        : (facts?.symbols ?? []).filter((symbol) => symbol.exported && symbol.kind !== 'method');
    const lines = names.map((symbol) => symbol.line);
    return names.length > 0
      ? [{ file, names: names.map((symbol) => symbol.name), line: Math.min(...lines), endLine: Math.max(...lines) }]
      : [];
  });
  // The root of an application holds what its own commands share: a name, a version.
  const modules = model.files.flatMap(({ path }) => (/.\/go\.mod$/.test(path) ? path.slice(0, -'go.mod'.length) : []));
  const isApplication = model.files.some(
    (file) =>
      file.language === 'go' &&
      // A module of its own below uses the library like any other.
      !modules.some((folder) => file.path.startsWith(folder)) &&
      // The tools of Go pass over these folders.
      !/(?:^|\/)[_.]/.test(file.path) &&
      file.role === 'source' &&
      model.factsIn(codeExtractor, file.path)?.namespace === 'main' &&
      !isBeside(file.path),
  );
  if (isApplication) return [];
  if (found.length === 0) return goPackages(model);
  const [first, ...also] = found.toSorted((a, b) => b.names.length - a.names.length);
  return first ? [{ ...first, names: found.flatMap((surface) => surface.names), also }] : [];
}

/** A module whose root gives nothing gives the packages right below it. */
function goPackages(model: ScanModel): Surface[] {
  const packages = new Map<string, Surface>();
  for (const file of model.files) {
    const name = /^([a-z]\w{0,60})\/[^/]+\.go$/.exec(file.path)?.[1];
    if (name === undefined || name === 'internal' || file.role !== 'source' || isBeside(file.path)) continue;
    const symbol = model.factsIn(codeExtractor, file.path)?.symbols.find(({ exported }) => exported);
    if (symbol !== undefined && !packages.has(name))
      packages.set(name, { file, names: [], line: symbol.line, endLine: symbol.line });
  }
  const [first, ...also] = packages.values();
  return first === undefined ? [] : [{ ...first, names: [...packages.keys()], packagesOf: model.name, also }];
}
