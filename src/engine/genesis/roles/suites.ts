import { roleOf } from '../languages/roleOf';
import { contentOf } from './sites';

/** What suites are called that drive a product as a whole; a product integrates others in folders of that name, too. */
const suite =
  /^(?!(?:[^/]+\/){0,8}src\/(?:main|test)\/)((?:[^/]+\/){0,6}?(?:integrations?|acceptance|functional|e2e|end-?to-?end|conformance|smoke|system|regression|qa))\//i;

/** What measures a product, at the top, with a file that is called so. */
const measuring =
  /^(perf(?:ormance)?)\/(?:[^/]+\/){0,2}(?:[\w-]{1,40}[_-])?(?:bench(?:marks?)?|profile)\.(?:rb|py|php|exs|pl)$/i;

/** Groups of a suite that are run in the order of their numbers: `t04_mirror/`, `t12_api/`. */
const numberedGroup = /^\/(?:[\w-]{1,40}\/)?t(?:est)?_?\d{1,4}[_-][\w-]{1,60}\//;

/** So many files within are called tests at least. */
const leastTests = 3;
/** And so much of all code within. */
const leastShare = 0.5;

/** A folder at the top, or in a package, whatever it is called. */
const anyFolder = /^((?:(?:packages|libs|modules|apps)\/[^/]+\/)?[^/]+)\//;
/** Where tests lie beside what they test, a small folder may hold more of them. */
const besideSources = /\.(?:go|rs|[cm]?[jt]sx?|vue|svelte|dart)$/;
const leastOfAny = 5;
const nearlyAll = 0.8;

/** What most tests have in their names, or in those of their folders: much cheaper to ask than their role. */
const calledTest = /test|spec/i;

/** Folders whose code is called tests nearly all, where tests lie apart: what is left serves them. */
function namedTests(paths: readonly string[]): string[] {
  const codeOf = new Map<string, string[]>();
  for (const path of paths) {
    const folder = anyFolder.exec(path)?.[1];
    if (folder === undefined || contentOf(path) !== 'code' || /(?:^|\/)(?:src|lib|app)$/.test(folder)) continue;
    const code = codeOf.get(folder);
    if (code === undefined) codeOf.set(folder, [path]);
    else code.push(path);
  }
  return [...codeOf].flatMap(([folder, code]) => {
    const enough = Math.max(leastOfAny, code.length * nearlyAll);
    const called = code.filter((path) => !besideSources.test(path) && calledTest.test(path));
    if (called.length < enough) return [];
    const tests = called.filter((path) => roleOf(path) === 'test').length;
    // `src/main` is what a module of the JVM is there for, however many tests lie beside it.
    const hasMain = code.some((path) => path.startsWith(`${folder}/src/main/`));
    return tests >= enough && tests < code.length && !hasMain ? [folder] : [];
  });
}

/** Beside packages of npm a folder of this name holds what they are tried together in, be it a whole application. */
function besidePackages(paths: readonly string[]): string[] {
  const packages = new Set(paths.flatMap((path) => /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1] ?? []));
  return packages.size >= leastPackages && paths.some((path) => path.startsWith('integration/')) ? ['integration'] : [];
}

const leastPackages = 2;

/** Folders of such suites, most of whose code is called tests: the rest of it serves them. */
export function suitePlaces(paths: readonly string[]): string[] {
  const counts = new Map<string, { code: number; tests: number }>();
  for (const path of paths) {
    if (contentOf(path) !== 'code') continue;
    const folder = suite.exec(path)?.[1];
    if (folder === undefined) continue;
    const count = counts.get(folder) ?? { code: 0, tests: 0 };
    counts.set(folder, count);
    count.code++;
    if (/^(?:test|fixture)$/.test(roleOf(path)) || numberedGroup.test(path.slice(folder.length))) count.tests++;
  }
  const measured = paths.flatMap((path) => measuring.exec(path)?.[1] ?? []);
  const driven = [...counts].flatMap(([folder, { code, tests }]) =>
    tests >= leastTests && tests >= code * leastShare ? [folder] : [],
  );
  return [...new Set([...driven, ...measured, ...namedTests(paths), ...besidePackages(paths)])];
}
