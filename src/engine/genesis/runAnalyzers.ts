import { emptyInventory } from '../../shared/inventory';
import type { Extractor } from './extractor';
import { buildImportGraph } from './facts/buildImportGraph';
import { filesAt } from './facts/filesAt';
import { withHeaderLanguages } from './facts/headers';
import type { ImportGraph } from './facts/importGraph';
import { testSupportIn, withTestSupport } from './facts/testSupport';
import type { FactsView } from './recall/factsView';
import type { Watch } from './recall/watch';
import type { Analyzer, FileRecord, FindingDraft, GitFacts, ScanModel } from './scanModel';
import type { SourceFile } from './sourceFile';

/** Facts of one file: the extractor's id leads to what it found. Plain JSON. */
export type FileFacts = Readonly<Record<string, unknown>>;

export interface FactProblem {
  /** Id of the extractor or synthesizer that threw. */
  readonly source: string;
  readonly message: string;
}

/** The extractors of all analyzers, each once. */
export function extractorsOf(analyzers: readonly Analyzer[]): readonly Extractor<unknown>[] {
  const byId = new Map<string, Extractor<unknown>>();
  for (const analyzer of analyzers) for (const extractor of analyzer.extractors) byId.set(extractor.id, extractor);
  return [...byId.values()];
}

/** A file with its place among those that are worked on. */
interface PlacedFile {
  readonly file: SourceFile;
  readonly place: number;
}

/** What extractors said of one file. */
interface ExtractedFacts extends PlacedFile {
  readonly facts: FileFacts;
  readonly problems: readonly FactProblem[];
}

/** Is told before each look at a file its place, and for how many milliseconds it was looked at before. */
type OnLook = (place: number, spentMs: number) => void;

/**
 * Runs over some files those of the extractors that want them; one that throws costs its own facts of that file only. Each
 * goes through all files before the next one does: what it leaves in the processor's caches others drive out, and to fetch
 * it anew for each file took a quarter of the time.
 */
export function extractFacts(
  files: readonly PlacedFile[],
  extractors: readonly Extractor<unknown>[],
  onLook: OnLook = () => undefined,
): readonly ExtractedFacts[] {
  const looks = files.map((one) => ({
    ...one,
    facts: {} as Record<string, unknown>,
    problems: [] as FactProblem[],
    ms: 0,
  }));
  for (const extractor of extractors)
    for (let at = 0; at < looks.length; at++) {
      const look = looks[at];
      if (look === undefined || !extractor.wants(look.file)) continue;
      const begun = performance.now();
      onLook(look.place, look.ms);
      try {
        const found = extractor.extract(look.file);
        if (found !== undefined) look.facts[extractor.id] = found;
      } catch (error) {
        look.problems.push({ source: extractor.id, message: error instanceof Error ? error.message : String(error) });
      }
      look.ms += performance.now() - begun;
    }
  for (const { file, problems } of looks)
    if (file.treeProblem !== undefined) problems.push({ source: 'parser', message: file.treeProblem });
  return looks;
}

/** Facts by extractor and path; the same value every time. */
export interface FactsSource {
  get(extractorId: string, path: string): unknown;
  /** Paths of the files of which this extractor said something; absent where that is found out by asking. */
  pathsOf?(extractorId: string): ReadonlySet<string>;
}

export interface ModelParts {
  /** Name of the project or folder. */
  readonly name: string;
  readonly files: readonly FileRecord[];
  readonly git?: GitFacts | undefined;
  /** By path; a file without facts may be missing. */
  readonly facts: ReadonlyMap<string, FileFacts>;
}

export interface Synthesis {
  readonly model: ScanModel;
  readonly findings: readonly FindingDraft[];
  readonly problems: readonly FactProblem[];
}

/** Builds the model with its import graph and runs the synthesizers over it, in order. */
export function synthesize(parts: ModelParts, analyzers: readonly Analyzer[]): Synthesis {
  const byPath: FactsSource = { get: (extractorId, path) => parts.facts.get(path)?.[extractorId] };
  const model = createModel({ ...parts, facts: byPath });
  const findings: FindingDraft[] = [];
  const problems: FactProblem[] = [];
  const report = { finding: (draft: FindingDraft): void => void findings.push(draft) };
  for (const synthesizer of analyzers.flatMap((analyzer) => analyzer.synthesizers)) {
    try {
      synthesizer.run(model, report);
    } catch (error) {
      problems.push({ source: synthesizer.id, message: error instanceof Error ? error.message : String(error) });
    }
  }
  return { model, findings, problems };
}

interface ModelSources extends Omit<ModelParts, 'facts'> {
  readonly facts: FactsSource;
  /** Absent where nothing is recalled. */
  readonly recall?: <T>(name: string, model: Pick<ScanModel, 'files' | 'byPath'>, derive: (view: FactsView) => T) => T;
  /** Absent where nobody has to know what is read. */
  readonly watch?: Watch;
  /** Finds the files that serve tests, where that is not known from elsewhere. */
  readonly support?: (find: () => ReadonlySet<string>) => ReadonlySet<string>;
}

/** The code base as the synthesizers see it, before any of them ran. */
export function createModel(parts: ModelSources): ScanModel {
  const listed = [...parts.files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { watch, facts } = parts;
  // The facts come back as the JSON that the extractor of that id made; the extractor carries their type.
  const factsIn = <F>(extractor: Extractor<F>, path: string): F | undefined =>
    facts.get(extractor.id, path) as F | undefined;
  const graphFacts = watch === undefined ? factsIn : watch.factsOfGraph(factsIn);
  const imports = openLater(() => buildImportGraph({ files: listed, factsIn: graphFacts }));
  const find = (): ReadonlySet<string> => testSupportIn(listed, watch?.graphFor(imports) ?? imports);
  const support = parts.support?.(find) ?? find();
  const plain = withHeaderLanguages(withTestSupport(listed, support));
  const files = watch?.records(plain) ?? plain;
  const byPath = new Map(files.map((file) => [file.path, file]));
  const shared = new Map<object, unknown>();
  const model: ScanModel = {
    name: parts.name,
    files,
    byPath,
    git: parts.git,
    imports,
    factsOf: factsReader({ files, byPath, facts }),
    factsIn,
    recall: (name, derive) =>
      parts.recall?.(name, { files: plain, byPath }, derive) ??
      derive({ files, byPath, factsOf: model.factsOf, links: imports }),
    partly: (_name, derive) => derive(model),
    shared<T>(key: object, make: (model: ScanModel) => T): T {
      if (!shared.has(key)) shared.set(key, make(model));
      // Who made it under this key gave it its type.
      return shared.get(key) as T;
    },
    inventory: emptyInventory(),
    techStack: [],
  };
  return model;
}

interface ReadFacts extends Pick<ScanModel, 'files' | 'byPath'> {
  readonly facts: FactsSource;
}

function factsReader({ files, byPath, facts }: ReadFacts): ScanModel['factsOf'] {
  const holders = new Map<string, readonly FileRecord[]>();
  const holdersOf = (extractorId: string): readonly FileRecord[] => {
    let found = holders.get(extractorId);
    if (found === undefined) {
      found = filesAt(facts.pathsOf?.(extractorId), files, byPath);
      holders.set(extractorId, found);
    }
    return found;
  };
  return function* factsOf<F>(extractor: Extractor<F>): Iterable<readonly [FileRecord, F]> {
    for (const file of holdersOf(extractor.id)) {
      const found = facts.get(extractor.id, file.path) as F | undefined;
      if (found !== undefined) yield [file, found];
    }
  };
}

/** The graph is built for the first who asks it something. */
function openLater(build: () => ImportGraph): ImportGraph {
  let graph: ImportGraph | undefined;
  const open = (): ImportGraph => {
    graph ??= build();
    return graph;
  };
  return {
    importsOf: (path) => open().importsOf(path),
    importersOf: (path) => open().importersOf(path),
    resolve: (from, specifier) => open().resolve(from, specifier),
    originOf: (path, name) => open().originOf(path, name),
  };
}
