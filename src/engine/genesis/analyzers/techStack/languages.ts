import type { Evidence } from '../../../../shared/genesis';
import { folderOf } from '../../facts/paths';
import { roughBytesOf } from '../../facts/roughSize';
import type { FileRecord, ScanModel } from '../../scanModel';
import { evidenceOf } from '../dependencies/findings/lists';
import type { DependencySet } from '../dependencies/inventory/dependencySet';
import { programmingLanguages } from './data/programmingLanguages';
import { isOfDocuments } from './documents';
import type { ProductPaths } from './productPaths';
import { runtimeFileExtractor } from './signals/runtimeFiles';
import { cleanVersion, isVersionShown, lockEvidence, type StackEntry, shownVersion } from './stack';

/** A language below this share of the code is a helper, not part of the stack. */
const smallestShare = 0.03;

/** A language of one file is told with this share. */
const leastOfOneFile = 0.2;

/** Of the files in a language so many lie below the place that sets its version. */
const mostOfFiles = 0.5;

/** Programs by their language, settings by what they are for. */
const buildFile =
  /(^|\/)((Vagrant|Gem|Rake|Pod|Fast|Brew|Guard|Cap|Berks|Danger|Jenkins)file|setup\.py|[\w.-]{1,60}\.(gradle|gemspec|cake|config\.[cm]?[jt]s)|[\w.-]{1,60}\.gradle\.kts|\.[\w.-]{1,60}rc\.[cm]?js)$/;

/** The windows that Flutter's own generator puts an app into. */
const platformFolder = /(?:^|\/)(?:android|ios|linux|macos|windows|web)\//;

/** Languages that nearly every project has a little of. */
const glue = new Set(['Shell', 'PowerShell', 'HCL', 'Nix', 'PL/pgSQL', 'GLSL']);

/** With more than this of all code it is what the product is made of. */
const mostGlue = 0.6;
/** Of a collection of examples so much is scripts that serve them. */
const mostScripts = 0.25;
/** The product's own part of all code. */
const leastOwn = 0.4;

interface Share {
  readonly name: string;
  bytes: number;
  readonly files: FileRecord[];
}

/** Programming languages of the product's own code by bytes; neither vendored nor generated code counts. */
export function languagesOf(model: ScanModel, set: DependencySet, paths: ProductPaths): StackEntry[] {
  if (isOfDocuments(model)) return [];
  const isFlutter = set.direct.some((one) => one.ecosystem === 'pub' && one.name === 'flutter');
  const code = model.files.filter(
    (file) =>
      (file.role === 'source' || file.role === 'migration') &&
      !buildFile.test(file.path) &&
      !(isFlutter && platformFolder.test(file.path)),
  );
  // What declares types of code in another language is none of its own, unless there is nothing else.
  const written = code.filter(({ path }) => !/\.d\.[cm]?ts$/.test(path));
  const own = sharesOf((written.length > 0 ? written : code).filter(({ path }) => !paths.isBesideCode(path)));
  const all = sharesOf(written.length > 0 ? written : code);
  // Where most of the code lies beside what is called the product, nobody knows what the product is.
  const isMost = bytesOf(own) >= bytesOf(all) * leastOwn;
  const asked = isMost ? own : all;
  // Tests of something that is no program say nothing of it.
  const examples = sharesOf(model.files.filter((file) => file.role === 'example'));
  // A collection of them has a few scripts of its own that build and try them.
  const isCollection = asked.every(({ name }) => glue.has(name)) && bytesOf(asked) < bytesOf(examples) * mostScripts;
  const shares = isCollection ? examples : asked;
  addComponents(shares, model, paths);
  const total = bytesOf(shares);
  const isGlue = ({ name, bytes }: Share): boolean => glue.has(name) && bytes < total * mostGlue;
  return (
    shares
      .filter((share) => share.bytes >= total * (glue.has(share.name) ? 0.15 : smallestShare))
      // One file is more often something that was copied than something that was written in another language.
      .filter((share) => share.files.length > 1 || share.bytes >= total * leastOfOneFile)
      // What glues the parts together is the main language only where there is no other.
      .sort((a, b) => Number(isGlue(a)) - Number(isGlue(b)) || b.bytes - a.bytes)
      .map((share) => {
        const version = versionOf(share, model, set, paths);
        // Generated migrations are large and show how nobody writes.
        const plain = (file: FileRecord): number => Number(file.role !== 'source' || /migrations?\//i.test(file.path));
        const samples = [...share.files]
          .sort((a, b) => plain(a) - plain(b) || roughBytesOf(b) - roughBytesOf(a))
          .slice(0, 3);
        return {
          name: share.name,
          version: version?.version ?? '',
          category: 'language',
          evidence: [...(version === undefined ? [] : version.evidence), ...samples.map(wholeFile)],
          rank: 9,
          score: share.bytes / Math.max(1, total),
          hits: [],
          isEngine: false,
          isServerSide: false,
          order: 0,
        };
      })
  );
}

/** The rest of a component is markup and looks. */
const scriptPart = 0.4;

const componentFiles = new Set(['Vue', 'Svelte', 'Astro']);

/** Components of pages are written in what the scripts beside them are written in. */
function addComponents(shares: readonly Share[], model: ScanModel, paths: ProductPaths): void {
  const components = model.files.filter(
    ({ languageName, role, path }) =>
      componentFiles.has(languageName) && role === 'source' && !paths.isBesideCode(path),
  );
  const scripts = shares.filter(({ name }) => name === 'TypeScript' || name === 'JavaScript');
  const [script] = scripts.sort((a, b) => b.bytes - a.bytes);
  if (script !== undefined) script.bytes += scriptPart * components.reduce((sum, file) => sum + roughBytesOf(file), 0);
}

function bytesOf(shares: readonly Share[]): number {
  return shares.reduce((sum, share) => sum + share.bytes, 0);
}

function wholeFile(file: FileRecord): Evidence {
  return { path: file.path, startLine: 1, endLine: Math.max(1, file.lines) };
}

function sharesOf(files: readonly FileRecord[]): Share[] {
  const shares = new Map<string, Share>();
  for (const file of files) {
    const name = programmingLanguages[file.languageName];
    if (name === undefined || file.skipped !== undefined) continue;
    const share = shares.get(name) ?? { name, bytes: 0, files: [] };
    share.bytes += roughBytesOf(file);
    share.files.push(file);
    shares.set(name, share);
  }
  return [...shares.values()];
}

/** Runtime whose version is the language's, and the package that is the compiler. */
const versionSources: Readonly<Record<string, readonly string[]>> = {
  TypeScript: ['npm:typescript'],
  Python: ['python'],
  Java: ['java'],
  Kotlin: [
    'kotlin',
    'maven:plugin:org.jetbrains.kotlin.jvm',
    'maven:org.jetbrains.kotlin:kotlin-stdlib',
    'maven:org.jetbrains.kotlin:kotlin-maven-plugin',
  ],
  Scala: ['scala', 'maven:org.scala-lang:scala-library'],
  Groovy: ['maven:org.codehaus.groovy:groovy', 'maven:org.apache.groovy:groovy'],
  Go: ['go'],
  Ruby: ['ruby'],
  PHP: ['php'],
  Rust: ['rust'],
  Elixir: ['elixir'],
  Dart: ['dart'],
  Swift: ['swift'],
  'C++': ['c++'],
};

function versionOf(
  { name: language, files }: Share,
  model: ScanModel,
  set: DependencySet,
  paths: ProductPaths,
): { version: string; evidence: Evidence[] } | undefined {
  const candidates: { version: string; evidence: Evidence[] }[] = [];
  for (const source of versionSources[language] ?? []) {
    if (source.includes(':')) {
      for (const one of set.direct) {
        if (`${one.ecosystem}:${one.name}` !== source || one.version === '' || !isVersionShown(one)) continue;
        const asked = evidenceOf(one);
        candidates.push({ version: cleanVersion(one.version), evidence: [asked, ...lockEvidence(one)] });
      }
      continue;
    }
    // What those who work on a library have installed is one of the versions that it runs on.
    for (const [file, runtimes] of isOfLibrary(source, set) ? [] : model.factsOf(runtimeFileExtractor)) {
      const found = runtimes.find((runtime) => runtime.name === source);
      if (found !== undefined && file.role !== 'fixture' && file.role !== 'example')
        candidates.push({ version: cleanVersion(found.version), evidence: [lineOf(file.path, found.line)] });
    }
    for (const lock of set.files.locks) {
      const found = lock.facts.runtimes?.find((runtime) => runtime.name === source);
      if (found !== undefined)
        candidates.push({ version: cleanVersion(found.version), evidence: [lineOf(lock.path, found.line)] });
    }
    for (const manifest of set.files.manifests) {
      const found = manifest.facts.runtimes?.find((runtime) => runtime.name === source);
      if (found !== undefined && manifest.role !== 'example' && manifest.role !== 'test')
        candidates.push({
          version: runtimeVersion(source, found.version),
          evidence: [lineOf(manifest.path, found.line)],
        });
    }
  }
  const nearest = candidates
    .filter((one) => /\d/.test(one.version) && !/\$|snapshot/i.test(one.version))
    .filter((one) => !paths.isBeside(one.evidence[0]?.path ?? '') && isOfMost(one.evidence, files))
    .sort((a, b) => depthOf(a.evidence) - depthOf(b.evidence));
  // Of places of one depth those count that most others agree with.
  const top = nearest.filter((one) => depthOf(one.evidence) === depthOf(nearest[0]?.evidence ?? []));
  const agreeing = (one: { version: string }): number =>
    nearest.filter((other) => other.version === one.version).length;
  return top.sort((a, b) => agreeing(b) - agreeing(a))[0];
}

/** A package of Python for others, at the top, that says itself what it runs on. */
function isOfLibrary(runtime: string, { files }: DependencySet): boolean {
  return (
    runtime === 'python' &&
    files.manifests.some(
      ({ folder, facts }) =>
        folder === '' &&
        (facts.isLibrary === true || facts.format.startsWith('setup.')) &&
        facts.runtimes?.some(({ name }) => name === runtime) === true,
    )
  );
}

/** A crate names the lowest version that builds it; a caret leaves the next major version out, and stays. */
function runtimeVersion(runtime: string, version: string): string {
  return runtime === 'rust' && /^\d/.test(version) ? `>=${version}` : shownVersion({ kind: 'runtime', version });
}

/** What a side package is written in says nothing of the rest. */
function isOfMost(evidence: readonly Evidence[], files: readonly FileRecord[]): boolean {
  const folder = folderOf(evidence[0]?.path ?? '');
  const below = folder === '' ? files : files.filter(({ path }) => path.startsWith(`${folder}/`));
  return below.length >= files.length * mostOfFiles;
}

function depthOf(evidence: readonly Evidence[]): number {
  return evidence[0]?.path.split('/').length ?? 0;
}

function lineOf(path: string, line: number): Evidence {
  return { path, startLine: line, endLine: line };
}
