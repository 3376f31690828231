import { createModel, type FactsSource } from '../runAnalyzers';
import type { FileRecord, GitFacts, ScanModel } from '../scanModel';
import {
  type Changes,
  changesBetween,
  differing,
  type FormerFile,
  isUntouched,
  marksOf,
  type StatesOfFacts,
} from './changes';
import { type KeptNotes, keptNotes, Notes } from './notes';
import { type FactsOfFiles, type FactTexts, hashOfPlaces, type Reads } from './reads';
import type { Recollection } from './recollection';
import { digestOfGit, type KeptRuns, marksName, packRuns, Replays, runsName, unpackRuns } from './replays';
import { Watch } from './watch';
import { watchedModel } from './watchedModel';

type AllFacts = FactsSource & FactTexts & StatesOfFacts['now'];

interface ReplaySources {
  readonly name: string;
  readonly git: GitFacts | undefined;
  readonly records: readonly FileRecord[];
  readonly facts: AllFacts;
  readonly former: { readonly files: readonly FormerFile[]; readonly facts: AllFacts } | undefined;
  readonly known: ReadonlyMap<string, Uint8Array>;
  readonly recollection: Recollection;
  readonly deriveOf: (name: string) => Parameters<ScanModel['recall']>[1] | undefined;
}

/** A model that is watched, and what earlier scans said of one like it. */
export interface OpenReplays {
  /** As it is, for what is done between the synthesizers. */
  readonly model: ScanModel;
  /** For the synthesizers. */
  readonly watched: ScanModel;
  readonly replays: Replays;
  /** The files as they were listed: nobody notes who asks. */
  readonly plainByPath: ReadonlyMap<string, FileRecord>;
  readonly factsOfFiles: FactsOfFiles;
  /** For the next scan, by name. */
  keep(): ReadonlyMap<string, Uint8Array>;
}

export function openReplays(sources: ReplaySources): OpenReplays {
  const { name, known, facts, recollection, deriveOf } = sources;
  const records = [...sources.records].sort((a, b) => (a.path < b.path ? -1 : 1));
  const watch = new Watch(records.map(({ path }) => path));
  const listed = hashOfPlaces(records);
  const git = digestOfGit(sources.git);
  const found = unpackRuns(known.get(runsName));
  const kept = found?.listed === listed && found.project === name ? found : undefined;
  const compared = kept && compare(records, sources);
  let support: ReadonlySet<string> = new Set();
  let supportNotes: KeptNotes | undefined;
  let supportRead = new Notes(0);
  const model = createModel({
    name,
    git: sources.git,
    files: records,
    facts,
    watch,
    support: (find) => {
      if (kept !== undefined && compared !== undefined && isUntouched(kept.supportNotes, compared)) {
        supportNotes = kept.supportNotes;
        support = new Set(kept.support);
      } else ({ value: support, notes: supportRead } = watch.during(find));
      return support;
    },
    recall: (of, { files, byPath }, derive) => recollection.recall(of, { ...factsOfFiles, files, byPath }, derive),
  });
  const places = hashOfPlaces(model.files);
  const changes = kept?.places === places ? compared : undefined;
  const isTrue = (of: string, reads: Reads): boolean | undefined =>
    changes !== undefined && kept?.confirmed.includes(of) === true ? isUntold(reads, changes) : undefined;
  const factsOfFiles: FactsOfFiles = { files: model.files, byPath: model.byPath, facts, isTrue };
  const conclusion = (of: string): unknown => {
    const derive = deriveOf(of);
    return derive && model.recall(of, derive);
  };
  const plainByPath = new Map(records.map((file) => [file.path, file]));
  const linesOf = (path: string): number => plainByPath.get(path)?.lines ?? 0;
  const replays = new Replays({ linesOf, model, watch, kept, changes, git, conclusion });
  return {
    model,
    watched: watchedModel(model, watch, replays),
    replays,
    plainByPath,
    factsOfFiles,
    keep() {
      const runs: KeptRuns = {
        form: 1,
        project: name,
        git,
        listed,
        places,
        support: [...support],
        supportNotes: supportNotes ?? keptNotes(supportRead, watch.graph),
        confirmed: recollection.confirmed,
        runs: replays.runs(),
        parts: replays.parts(),
      };
      return new Map([
        [runsName, packRuns(runs)],
        [marksName, new Uint8Array(marksOf(records))],
      ]);
    },
  };
}

function compare(files: readonly FileRecord[], { known, former, facts }: ReplaySources): Changes | undefined {
  const marks = known.get(marksName);
  const current = marksOf(files);
  if (marks === undefined || marks.length !== current.length) return undefined;
  const changed = differing(Buffer.from(marks), current);
  if (changed.size > 0 && former === undefined) return undefined;
  return changesBetween({
    files,
    changed: changed.keys(),
    former: new Map(former?.files.map((file) => [file.path, file])),
    before: former?.facts ?? facts,
    now: facts,
  });
}

/** True where nothing that a conclusion follows from is in what changed. */
function isUntold({ whole, linked }: Reads, changes: Changes): boolean {
  return (
    !Object.keys(whole).some((id) => changes.extractors.has(id)) && !linked.some((path) => changes.names.has(path))
  );
}
