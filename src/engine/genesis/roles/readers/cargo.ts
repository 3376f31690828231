import { type Json, objectIn, parseToml, stringIn } from '../../analyzers/code/moduleConfig/plainJson';
import type { FileRole } from '../../sourceFile';
import { type Area, isAidName, pathFrom, type Saying } from '../project';

/** Tables of targets that are no part of the crate. */
const targetRoles: Readonly<Record<string, FileRole>> = { test: 'test', bench: 'test', example: 'example' };

/** Libraries that measure: what asks for them outside of its tests is a benchmark itself. */
const benchmarkLibraries: readonly string[] = [
  'criterion',
  'divan',
  'iai',
  'iai-callgrind',
  'codspeed-criterion-compat',
];

/** Libraries that feed a function with random input: what asks for them outside of its tests holds targets of a fuzzer. */
const fuzzLibraries: readonly string[] = ['libfuzzer-sys', 'honggfuzz', 'afl'];

/** A crate: what it uses, what only its tests use, and the targets that lie at places of their own. */
export function readCargoManifest(text: string, folder: string): Saying {
  const manifest = objectIn(parseToml(text));
  const areas = Object.entries(targetRoles).flatMap(([table, role]) => targetsIn(manifest[table], folder, role));
  const own = objectIn(manifest['package']);
  areas.push(...supportOf(manifest['features'], folder));
  const build = pathFrom(folder, stringIn(own['build']) ?? '');
  if (build !== undefined && build !== folder) areas.push({ path: build, role: 'config' });
  const name = stringIn(own['name']);
  if (name === undefined) return { areas };
  const uses = [...namesIn(manifest['dependencies']), ...namesIn(manifest['build-dependencies'])];
  for (const target of Object.values(objectIn(manifest['target'])))
    uses.push(...namesIn(objectIn(target)['dependencies']));
  const isPrivate = own['publish'] === false || (Array.isArray(own['publish']) && own['publish'].length === 0);
  const isFuzzed = objectIn(own['metadata'])['cargo-fuzz'] === true || uses.some((one) => fuzzLibraries.includes(one));
  const role = isFuzzed && folder !== '' ? 'test' : roleOfCrate(name, alwaysUsed(manifest['dependencies']));
  const project = {
    kind: 'cargo' as const,
    folder,
    names: [name],
    ...(role === undefined ? {} : { role }),
    ...(isAidName(name) || (isPrivate && manifest['bin'] === undefined) ? { isAid: true as const } : {}),
    uses,
    testUses: namesIn(manifest['dev-dependencies']),
  };
  return { projects: [project], areas };
}

function roleOfCrate(name: string, uses: readonly string[]): FileRole | undefined {
  // The convention for a project's own commands.
  if (name === 'xtask') return 'config';
  return uses.some((one) => benchmarkLibraries.includes(one)) ? 'test' : undefined;
}

/** What a feature asks for serves those who work on the crate: a product measures itself by one. */
function alwaysUsed(table: unknown): string[] {
  return Object.entries(objectIn(table)).flatMap(([name, value]) =>
    objectIn(value)['optional'] === true ? [] : [name],
  );
}

function namesIn(table: unknown): string[] {
  return Object.entries(objectIn(table)).map(([local, value]) => stringIn(objectIn(value)['package']) ?? local);
}

/** A module that is called after a feature which only the tests of others ask for: `testing`, `test-support`. */
function supportOf(features: unknown, folder: string): Area[] {
  const names = Object.keys(objectIn(features)).filter((name) => testFeature.test(name));
  return names.flatMap((name): Area[] => {
    const path = pathFrom(folder, `src/${name.replaceAll('-', '_')}`) ?? '';
    return [
      { path, role: 'test' },
      { path: `${path}.rs`, role: 'test' },
    ];
  });
}

const testFeature = /^(?:testing|test[-_](?:utils?|helpers?|support|kit|fixtures?|harness))$/;

function targetsIn(targets: unknown, folder: string, role: FileRole): Area[] {
  return (Array.isArray(targets) ? targets : []).flatMap((target: Json): Area[] => {
    const path = pathFrom(folder, stringIn(objectIn(target)['path']) ?? '');
    return path === undefined || path === folder ? [] : [{ path, role }];
  });
}
