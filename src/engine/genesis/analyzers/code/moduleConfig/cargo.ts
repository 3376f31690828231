import type { CargoPackage } from '../../../facts/moduleConfig';
import { objectIn, parseToml, stringIn } from './plainJson';

const dependencyTables = ['dependencies', 'dev-dependencies', 'build-dependencies'];

export function readCargo(text: string): CargoPackage | undefined {
  const manifest = objectIn(parseToml(text));
  const name = stringIn(objectIn(manifest['package'])['name']);
  const lib = objectIn(manifest['lib']);
  const libPath = stringIn(lib['path']);
  const bins = Array.isArray(manifest['bin']) ? manifest['bin'] : [];
  const crate = (stringIn(lib['name']) ?? name)?.replaceAll('-', '_');
  const tables = [manifest, objectIn(manifest['workspace'])];
  const renames = tables.flatMap((table) => dependencyTables.flatMap((field) => renamesIn(objectIn(table[field]))));
  if (crate === undefined && renames.length === 0) return undefined;
  return {
    kind: 'cargo',
    ...(crate === undefined ? {} : { crate }),
    ...(name === undefined ? {} : { packageName: name }),
    ...(libPath === undefined ? {} : { libPath }),
    binPaths: bins.flatMap((bin) => stringIn(objectIn(bin)['path']) ?? []),
    dependencies: [...new Set([manifest, ...Object.values(objectIn(manifest['target']))].flatMap(neededBy))],
    renames,
  };
}

/** Of a manifest, or of what it says for one system. */
function neededBy(part: unknown): string[] {
  return Object.entries(objectIn(objectIn(part)['dependencies'])).map(
    ([local, value]) => stringIn(objectIn(value)['package']) ?? local,
  );
}

function renamesIn(table: Readonly<Record<string, unknown>>): { local: string; crate: string }[] {
  return Object.entries(table).flatMap(([local, value]) => {
    const crate = stringIn(objectIn(value)['package']);
    return crate === undefined || crate === local
      ? []
      : [{ local: local.replaceAll('-', '_'), crate: crate.replaceAll('-', '_') }];
  });
}
