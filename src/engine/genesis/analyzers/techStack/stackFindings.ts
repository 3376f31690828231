import type { ScanModel, Synthesizer } from '../../scanModel';
import { codeFiles } from '../architecture/map/codeFiles';
import { collectDependencies } from '../dependencies/inventory/dependencySet';
import { PackageUsage } from '../dependencies/usage/packageUsage';
import { reportEndOfLife } from './findings/endOfLife';
import { type ProjectShape, reportMainStack } from './findings/mainStack';
import { reportPackageStacks } from './findings/packageStacks';
import { servedWith } from './findings/servedWith';
import { dumpedEngines } from './findings/storage';
import { languagesOf } from './languages';
import { documentSites, withPlacesByShare } from './mainFrameworks';
import { ProductPaths } from './productPaths';
import { collectHits } from './signals/collectHits';
import { type Runners, runnersOf } from './signals/testFiles';
import { ordered, type StackEntry, stackOf } from './stack';

/** Fills the tech stack and says what is at its end. */
export const stackFindings: Synthesizer = {
  id: 'techStack/findings',
  run(model, report) {
    const { entries } = stackOfProject(model);
    for (const { name, version, category, evidence } of entries)
      model.techStack.push({ name, version, category, evidence });
    reportPackageStacks(entries, model, report);
    reportEndOfLife(entries, report);
  },
};

/** Says what the stack amounts to, in agreement with what is known of the ways in. */
export const mainStackFindings: Synthesizer = {
  id: 'techStack/mainStack',
  run(model, report) {
    const { entries, proved } = stackOfProject(model);
    reportMainStack(entries, shapeOf(model, runnersOf(proved, model, PackageUsage.of(model))), report);
  },
};

interface ProjectStack {
  /** In the order in which they are told. */
  readonly entries: readonly StackEntry[];
  /** Before any was taken for a small part. */
  readonly proved: readonly StackEntry[];
}

const stackOfProject = (model: ScanModel): ProjectStack => model.shared(stackOfProject, findStack);

function findStack(model: ScanModel): ProjectStack {
  const set = collectDependencies(model);
  const usage = PackageUsage.of(model);
  const paths = new ProductPaths(codeFiles(model), documentSites(set));
  const proved = stackOf(collectHits(model, set, { usage, paths })).filter((entry) => !isItself(entry, model));
  const placed = withPlacesByShare(withoutFallbacks(proved), model, set, { usage, paths });
  return { entries: ordered([...withoutBuilders(placed), ...languagesOf(model, set, paths)]), proved };
}

/** A service that is made here: its settings are samples of its own, and its images are what it is packed into. */
function isItself({ name, hits, isEngine }: StackEntry, model: ScanModel): boolean {
  const named = name.toLowerCase() === model.name.toLowerCase();
  return named && (isEngine || hits.every(({ kind }) => kind === 'file' || kind === 'image' || kind === 'setting'));
}

/** What a language's own library offers says something only where nothing else does its work. */
function withoutFallbacks(entries: ReturnType<typeof stackOf>): ReturnType<typeof stackOf> {
  const hasGoFramework = entries.some(
    (entry) => entry.category === 'framework' && entry.hits.some((hit) => hit.part.startsWith('golang:')),
  );
  const isCrossPlatform = entries.some((entry) =>
    ['Flutter', 'React Native', 'Ionic', 'Capacitor'].includes(entry.name),
  );
  const hasPytest = entries.some((entry) => entry.name === 'pytest');
  return entries.filter(
    (entry) =>
      !(entry.name === 'net/http' && hasGoFramework) &&
      !(['Android SDK', 'SwiftUI', 'UIKit', 'AppKit', 'XCTest'].includes(entry.name) && isCrossPlatform) &&
      !(entry.name === 'unittest' && hasPytest),
  );
}

/** Builds that name their packages in files that are not read, or of which few are known. */
const unreadBuilds: readonly (readonly [file: RegExp, languages: readonly string[]])[] = [
  [/(?:^|\/)(?:project\.clj|deps\.edn|shadow-cljs\.edn)$/, ['Clojure', 'ClojureScript']],
  [/\.cabal$|(?:^|\/)(?:stack|package)\.yaml$/, ['Haskell']],
  [/(?:^|\/)(?:dune-project|esy\.json)$|\.opam$/, ['OCaml', 'Reason']],
  [/(?:^|\/)(?:rebar\.config|gleam\.toml)$/, ['Erlang', 'Gleam']],
  [
    /(?:^|\/)(?:build\.zig|cpanfile|Makefile\.PL|shard\.yml|DESCRIPTION|[^/]{1,80}\.nimble|Project\.toml)$/,
    ['Zig', 'Perl', 'Crystal', 'R', 'Nim', 'Julia'],
  ],
];

const playbook = /(?:^|\/)(?:tasks|handlers|playbooks)\/(?:[^/]+\/){0,3}[^/]+\.ya?ml$/;

function shapeOf(model: ScanModel, runners: Runners): ProjectShape {
  const own = model.files.filter(
    (file) => file.role !== 'example' && file.role !== 'fixture' && file.role !== 'vendored',
  );
  return {
    runners,
    served: servedWith(model),
    isPlaybook: own.filter(({ path }) => playbook.test(path)).length > codeFiles(model).length,
    hasSchema: own.some((file) => file.role === 'migration' || (file.role !== 'test' && file.path.endsWith('.sql'))),
    dumped: dumpedEngines(own.map(({ path }) => path)),
    unread: new Set(
      unreadBuilds.flatMap(([pattern, languages]) => (own.some(({ path }) => pattern.test(path)) ? languages : [])),
    ),
  };
}

/** Node.js that only packs the pages of a server in another language is no part of what runs. */
function withoutBuilders(entries: readonly StackEntry[]): readonly StackEntry[] {
  const servers = entries.filter((entry) => entry.category === 'framework' && entry.isServerSide && entry.rank <= 3);
  const isOfNode = (entry: StackEntry): boolean =>
    entry.hits.some(({ part, weight }) => weight > 1 && part.startsWith('npm:'));
  const isBuilder =
    servers.length > 0 &&
    !entries.some((entry) => entry.isServerSide && entry.category === 'framework' && isOfNode(entry));
  return isBuilder ? entries.filter((entry) => entry.name !== 'Node.js') : entries;
}
