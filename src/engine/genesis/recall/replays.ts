import type { ScanProblem } from '../listing/fileTree';
import type { FindingDraft, GitFacts, ScanModel } from '../scanModel';
import { packJson, unpackJson } from '../scans/blobs';
import { type Changes, isUntouched } from './changes';
import { addKept, type KeptNotes, keptNotes, type Notes } from './notes';
import { digestOfJson, type Watch } from './watch';

/** Names among what the cache keeps of earlier scans. */
export const runsName = 'scan.runs';
export const marksName = 'scan.marks';

/** What a synthesizer said, and what it left in the model. */
export interface SaidOnce {
  readonly findings: readonly FindingDraft[];
  readonly problems: readonly ScanProblem[];
  /** JSON of the lists that it changed, by name. */
  readonly lists: Readonly<Record<string, string>>;
}

interface KeptRun extends SaidOnce {
  readonly notes: KeptNotes;
}

/** A part of what a synthesizer said. */
interface KeptPart {
  readonly notes: KeptNotes;
  /** JSON of it. */
  readonly json: string;
}

/** What a scan kept for the next one. */
export interface KeptRuns {
  readonly form: 1;
  readonly project: string;
  readonly git: string;
  /** Of the files as they were listed, and as the synthesizers saw them. */
  readonly listed: string;
  readonly places: string;
  /** Files that serve tests, and what that follows from. */
  readonly support: readonly string[];
  readonly supportNotes: KeptNotes;
  /** Dear conclusions that held. */
  readonly confirmed: readonly string[];
  readonly runs: Readonly<Record<string, KeptRun>>;
  readonly parts: Readonly<Record<string, KeptPart>>;
}

export function unpackRuns(packed: Uint8Array | undefined): KeptRuns | undefined {
  try {
    const kept = packed && unpackJson<KeptRuns>(packed);
    return kept?.form === 1 ? kept : undefined;
  } catch {
    return undefined;
  }
}

export const packRuns = (runs: KeptRuns): Uint8Array => packJson(runs);

export function digestOfGit(git: GitFacts | undefined): string {
  return digestOfJson(JSON.stringify(git ?? null));
}

interface Session {
  readonly model: ScanModel;
  readonly watch: Watch;
  /** Absent where nothing of an earlier scan can be used. */
  readonly kept: KeptRuns | undefined;
  readonly changes: Changes | undefined;
  readonly git: string;
  readonly linesOf: (path: string) => number;
  /** The value of a dear conclusion; `undefined` for a name that nobody draws. */
  readonly conclusion: (name: string) => unknown;
}

/** Repeats what synthesizers said in an earlier scan, where nothing that they read has changed. */
export class Replays {
  private readonly repeated = new Map<string, KeptRun>();
  private readonly keptParts = new Map<string, KeptPart>();
  private readonly freshParts = new Map<string, { readonly json: string; readonly notes: Notes }>();
  private readonly fresh = new Map<string, SaidOnce & { readonly notes: Notes }>();

  constructor(private readonly session: Session) {}

  /** Leaves in the model what the synthesizer left there then; `undefined` where it has to run. */
  repeat(id: string): SaidOnce | undefined {
    const { kept, model, watch } = this.session;
    const run = kept?.runs[id];
    if (run === undefined || !this.holds(run.notes) || !this.isThere(run)) return undefined;
    for (const [name, json] of Object.entries(run.lists)) setList(model, name, json);
    watch.forget(Object.keys(run.lists));
    this.repeated.set(id, run);
    return run;
  }

  /** Runs a synthesizer with notes; answers the JSON of the lists that it changed. */
  run(id: string, work: () => Omit<SaidOnce, 'lists'> & { readonly failed: boolean }): Omit<SaidOnce, 'lists'> {
    const { model, watch } = this.session;
    const { value, notes } = watch.during(work);
    watch.forget(notes.lists.keys());
    const lists: Record<string, string> = {};
    for (const [name, before] of notes.lists) {
      const json = JSON.stringify(listOf(model, name) ?? null);
      if (digestOfJson(json) !== before) lists[name] = json;
    }
    const { findings, problems, failed } = value;
    if (!failed) this.fresh.set(id, { findings, problems, lists, notes });
    return { findings, problems };
  }

  /** A part of what a synthesizer says, from an earlier scan where it still holds. It is JSON: what JSON can't say is lost. */
  recall<T>(name: string, derive: () => T): T {
    const { kept, watch } = this.session;
    const made = this.freshParts.get(name);
    if (made !== undefined) {
      watch.current.addAll(made.notes);
      return JSON.parse(made.json) as T;
    }
    const known = kept?.parts[name];
    if (known !== undefined && this.holds(known.notes)) {
      addKept(watch.current, known.notes);
      this.keptParts.set(name, known);
      // Who said it under this name gave it its type; other programs' parts are not in the cache.
      return JSON.parse(known.json) as T;
    }
    const { value, notes } = watch.during(derive);
    watch.current.addAll(notes);
    const json = JSON.stringify(value);
    this.freshParts.set(name, { json, notes });
    return JSON.parse(json) as T;
  }

  parts(): Record<string, KeptPart> {
    // Of a synthesizer that was repeated, all parts hold.
    const parts: Record<string, KeptPart> = {
      ...this.partsOf(this.repeated.keys()),
      ...Object.fromEntries(this.keptParts),
    };
    for (const [name, { json, notes }] of this.freshParts)
      parts[name] = { json, notes: keptNotes(notes, this.session.watch.graph) };
    return parts;
  }

  private partsOf(ids: Iterable<string>): Record<string, KeptPart> {
    const owners = [...ids];
    const all = Object.entries(this.session.kept?.parts ?? {});
    return Object.fromEntries(all.filter(([name]) => owners.some((id) => name.startsWith(`${id}.`))));
  }

  /** What was repeated and what ran, for the next scan. */
  runs(): Record<string, KeptRun> {
    const runs: Record<string, KeptRun> = Object.fromEntries(this.repeated);
    for (const [id, { notes, ...said }] of this.fresh)
      runs[id] = { ...said, notes: keptNotes(notes, this.session.watch.graph) };
    return runs;
  }

  /** Whether the lines that are cited are still lines of their files. */
  private isThere({ findings }: SaidOnce): boolean {
    const { linesOf } = this.session;
    return findings.every(({ evidence }) =>
      evidence.every(({ path, endLine }) => endLine <= Math.max(1, linesOf(path))),
    );
  }

  private holds(notes: KeptNotes): boolean {
    const { model, watch, kept, changes, git, conclusion } = this.session;
    if (changes === undefined || !isUntouched(notes, changes) || (notes.git && kept?.git !== git)) return false;
    return (
      Object.entries(notes.lists).every(([name, digest]) => watch.digestOf(name, listOf(model, name)) === digest) &&
      Object.entries(notes.conclusions).every(([name, digest]) => {
        const value = conclusion(name);
        return value !== undefined && watch.digestOf(`recalled ${name}`, value) === digest;
      })
    );
  }
}

type Lists = Record<string, unknown>;

function listOf(model: ScanModel, name: string): unknown {
  return name === 'techStack' ? model.techStack : (model.inventory as unknown as Lists)[name];
}

function setList(model: ScanModel, name: string, json: string): void {
  const list: unknown = JSON.parse(json);
  if (name === 'techStack') model.techStack.splice(0, model.techStack.length, ...(list as ScanModel['techStack']));
  else (model.inventory as unknown as Lists)[name] = list;
}
