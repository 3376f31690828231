import type { Disposable } from '../../../base/disposable';
import type { Technology } from '../../../shared/genesis';
import type { ContentSource, ScanProblem } from '../listing/fileTree';
import type { Inspection } from '../listing/inspectContent';
import type { FormerFile } from '../recall/changes';
import type { FileRecord, FindingDraft, GitFacts } from '../scanModel';
import type { FileRole } from '../sourceFile';
import type { FactsPack } from './factsCodec';

/** One file of a job. `hash` is known for git's objects only. */
export interface FileToRead {
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  /** Its role by what manifests tell, where that is not the one that its path tells. */
  readonly told?: FileRole;
  /** The role that its path tells, which takes dozens of patterns to find out. */
  readonly named?: FileRole;
  /** See `FileDescription`. */
  readonly sureOnly?: true | undefined;
}

export interface FilesJob {
  readonly source: ContentSource;
  readonly files: readonly FileToRead[];
}

/** A file that was looked at. `failure` says why that did not succeed this time; the next time it may. */
export interface InspectedFile extends Inspection {
  readonly failure?: string;
}

/** Files in the order of their job, and the facts of those of them that hold something to tell. */
export interface ExtractedFiles {
  readonly files: readonly InspectedFile[];
  readonly pack?: FactsPack | undefined;
}

export interface FormerFiles {
  readonly files: readonly FormerFile[];
  readonly facts: readonly PlacedFacts[];
}

export interface SynthesisHead {
  readonly name: string;
  readonly git: GitFacts | undefined;
  /** What earlier scans concluded, by name. */
  readonly known: ReadonlyMap<string, Uint8Array>;
  /** Those files that changed since, as they were; absent where that is not known of each. */
  readonly former?: FormerFiles | undefined;
}

/** Facts of some files, in the form in which they are cached, of which some places are asked for. */
export interface PlacedFacts {
  readonly bytes: Uint8Array;
  readonly places: readonly (readonly [path: string, place: number])[];
}

/** Some of the files, and facts of some; they need not be those of the same files. */
export interface FactsPiece {
  readonly records: readonly FileRecord[];
  readonly facts: readonly PlacedFacts[];
}

export interface SynthesizerResult {
  readonly findings: readonly FindingDraft[];
  readonly problems: readonly ScanProblem[];
  /** All technologies known so far; absent where this synthesizer told none. */
  readonly techStack?: readonly Technology[];
}

export interface SynthesisResult {
  /** JSON of the inventory, deflated. */
  readonly inventory: Uint8Array;
  readonly techStack: readonly Technology[];
  /** What was concluded anew and is worth keeping, by name. */
  readonly learned: ReadonlyMap<string, Uint8Array>;
}

/** Draws conclusions in one worker, step by step. Dispose it when done: it holds the facts of all files. */
export interface SynthesisSession extends Disposable {
  add(piece: FactsPiece): Promise<void>;
  run(synthesizerId: string): Promise<SynthesizerResult>;
  /** Names of the dear conclusions that no earlier scan drew from facts like these. */
  lacking(): Promise<readonly string[]>;
  /** Draws one of them, for a session elsewhere. */
  draw(name: string): Promise<Uint8Array>;
  /** Takes what another session with the same facts has drawn. */
  take(name: string, drawn: Uint8Array): Promise<void>;
  finish(): Promise<SynthesisResult>;
}

/** What of an analyzer the engine needs to know: the code itself is in the workers. */
export interface AnalyzerOutline {
  readonly id: string;
  /** Ids of its synthesizers, in their order. */
  readonly synthesizers: readonly string[];
  /** Names of its dear conclusions. */
  readonly dear: readonly string[];
  readonly after?: string;
}

/** Carries out the CPU work of scans, elsewhere or right here. */
export interface ScanRunner extends Disposable {
  /** Changes with every change of the code that extracts: what was cached under another one is worthless. */
  readonly fingerprint: string;
  /** So many jobs are worth having under way at once. */
  readonly concurrency: number;
  /** So many sessions can be opened right now; none where the work is done in one thread. */
  spareHands?(): number;
  /** Nothing more is coming for hands that are idle now. */
  rest?(): void;
  /** Gets ready for jobs that are about to come: with so many hands, or with all. */
  prepare?(hands?: number): void;
  /** The analyzers in the order in which they conclude. */
  outline(): Promise<readonly AnalyzerOutline[]>;
  inspect(job: FilesJob, signal?: AbortSignal): Promise<InspectedFile[]>;
  extract(job: FilesJob, signal?: AbortSignal): Promise<ExtractedFiles>;
  openSynthesis(head: SynthesisHead): Promise<SynthesisSession>;
}
