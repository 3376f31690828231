import type { Evidence, FindingLayer, SkipReason, Technology } from '../../shared/genesis';
import type { Inventory } from '../../shared/inventory';
import type { Extractor } from './extractor';
import type { ImportGraph } from './facts/importGraph';
import type { FactsView } from './recall/factsView';
import type { FileRole, LanguageId } from './sourceFile';

/** One listed file. `lines` is 0 and `hash` empty for a file that was skipped before it was read. */
export interface FileRecord {
  readonly path: string;
  readonly language: LanguageId;
  readonly languageName: string;
  readonly role: FileRole;
  readonly bytes: number;
  readonly lines: number;
  /** As `facts/roughSize` makes them, where it matters who asks for a size. */
  readonly roughBytes?: number;
  /** git's blob hash (SHA-1 in hex) of the content. */
  readonly hash: string;
  readonly skipped?: SkipReason;
}

/** What git knows of the repository; absent without git. */
export interface GitFacts {
  readonly branch: string | null;
  readonly commit: string | null;
  readonly remote: string | null;
  readonly commits: readonly GitCommitFacts[];
}

/** One of the newest commits (at most 1,000), newest first. */
export interface GitCommitFacts {
  readonly sha: string;
  readonly author: string;
  readonly authoredAt: number;
  readonly subject: string;
  readonly files: readonly string[];
}

/** All that is known of the code base, as the synthesizers see it. Each adds to it for those after it. */
export interface ScanModel {
  /** Name of the project or folder. */
  readonly name: string;
  readonly files: readonly FileRecord[];
  readonly byPath: ReadonlyMap<string, FileRecord>;
  readonly git: GitFacts | undefined;
  readonly imports: ImportGraph;
  /** Facts of one extractor, ordered by path. */
  factsOf<F>(extractor: Extractor<F>): Iterable<readonly [FileRecord, F]>;
  factsIn<F>(extractor: Extractor<F>, path: string): F | undefined;
  /**
   * What `derive` gives, plain JSON, for the facts as they are: taken from an earlier scan where nothing that it read has
   * changed since. For what is dear to find out; `name` is the synthesizer's id, or begins with it.
   */
  recall<T>(name: string, derive: (view: FactsView) => T): T;
  /**
   * A part of what one synthesizer says, plain JSON: taken from an earlier scan where nothing that it read has changed since,
   * though the synthesizer has to run. `name` begins with the synthesizer's id.
   */
  partly<T>(name: string, derive: (model: ScanModel) => T): T;
  /** What several synthesizers ask for, made once: `key` stands for it. Nothing else may be kept for others. */
  shared<T>(key: object, make: (model: ScanModel) => T): T;
  readonly inventory: Inventory;
  readonly techStack: Technology[];
}

/** A finding before it has an id and a time. */
export interface FindingDraft {
  readonly layer: FindingLayer;
  /** `<analyzer>/<rule>`; together with `key` (default: the title) it identifies the finding from scan to scan. */
  readonly rule: string;
  readonly key?: string;
  /** One sentence that a colleague would say, at most 120 characters, with names and numbers. */
  readonly title: string;
  /** Markdown. Text of the repository goes through `markdownText`, so that it stays text. */
  readonly content: string;
  readonly importance: 1 | 2 | 3 | 4 | 5;
  readonly confidence: number;
  readonly tags: readonly string[];
  /** At least one, the most telling first, at most 20; 100 in the layer of security. */
  readonly evidence: readonly Evidence[];
}

export interface Report {
  finding(draft: FindingDraft): void;
}

/** A conclusion that a synthesizer recalls, by its name: dear enough for a worker of its own meanwhile. */
export interface DearConclusion {
  readonly name: string;
  derive(view: FactsView): unknown;
}

/** Draws conclusions from the facts of all files. Runs in a scan worker, in the order of `analyzers/index`. */
export interface Synthesizer {
  readonly id: string;
  run(model: ScanModel, report: Report): void;
}

/** One folder below `analyzers/` exports one of these. */
export interface Analyzer {
  readonly id: string;
  readonly extractors: readonly Extractor<unknown>[];
  readonly synthesizers: readonly Synthesizer[];
  /** What its synthesizers recall and another worker may find out while those of other analyzers run. */
  readonly dear?: readonly DearConclusion[];
  /** Id of an analyzer with dear conclusions that this one builds on: both run when these are drawn. */
  readonly after?: string;
}
