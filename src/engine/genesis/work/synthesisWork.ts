import { deflateRawSync } from 'node:zlib';
import type { Redactor } from '../../redact/redactor';
import { type OpenReplays, openReplays } from '../recall/openReplays';
import { Recollection } from '../recall/recollection';
import type { Analyzer, DearConclusion, FileRecord, FindingDraft, Synthesizer } from '../scanModel';
import { checkFinding, movesPlaces } from './checkFinding';
import { FactsByExtractor } from './factsByExtractor';
import type { FactsPiece, SynthesisHead, SynthesisResult, SynthesizerResult } from './jobs';
import { redactJson, redactValue } from './redactJson';

/** More findings of one synthesizer are a flood and no help. */
const maxFindings = 1_000;

/** Holds the facts of all files and runs the synthesizers over them, one at a time. */
export class SynthesisWork {
  private readonly records: FileRecord[] = [];
  private readonly facts = new FactsByExtractor();
  private opened: OpenReplays | undefined;
  private readonly recollection: Recollection;
  private readonly synthesizers: ReadonlyMap<string, Synthesizer>;
  private readonly dear: ReadonlyMap<string, DearConclusion>;

  constructor(
    private readonly head: SynthesisHead,
    analyzers: readonly Analyzer[],
    private readonly redactor: Redactor,
  ) {
    this.recollection = new Recollection(head.known, redactor);
    this.synthesizers = new Map(analyzers.flatMap((analyzer) => analyzer.synthesizers).map((one) => [one.id, one]));
    this.dear = new Map(analyzers.flatMap((analyzer) => analyzer.dear ?? []).map((one) => [one.name, one]));
  }

  add(piece: FactsPiece): void {
    this.records.push(...piece.records);
    for (const placed of piece.facts) this.facts.add(placed);
  }

  run(id: string): SynthesizerResult {
    const { model, replays } = this.open();
    const knownBefore = model.techStack.length;
    const { findings, problems } = replays.repeat(id) ?? replays.run(id, () => this.runAnew(id));
    const told = { findings, problems };
    if (model.techStack.length === knownBefore) return told;
    return { ...told, techStack: redactValue(model.techStack, this.redactor) };
  }

  private runAnew(id: string) {
    const { watched: model, plainByPath: byPath } = this.open();
    const findings: FindingDraft[] = [];
    const problems: { path: string; message: string }[] = [];
    let failed = false;
    const problem = (message: string): void => void problems.push({ path: '', message: `${id}: ${message}` });
    const report = {
      finding: (draft: FindingDraft): void => {
        const checked = checkFinding(draft, { byPath });
        if (typeof checked !== 'string' && movesPlaces(draft, checked))
          for (const { path } of draft.evidence) noteSize(model.byPath.get(path));
        if (typeof checked === 'string') problem(checked);
        else if (findings.length < maxFindings) findings.push(redactValue(checked, this.redactor));
      },
    };
    try {
      this.synthesizers.get(id)?.run(model, report);
    } catch (error) {
      failed = true;
      problem(error instanceof Error ? error.message : String(error));
    }
    return { findings, problems, failed };
  }

  lacking(): string[] {
    const { factsOfFiles } = this.open();
    return [...this.dear.keys()].filter((name) => !this.recollection.knows(name, factsOfFiles));
  }

  draw(name: string): Uint8Array {
    const conclusion = this.dear.get(name);
    if (conclusion === undefined) throw new Error(`Nobody draws ${name}.`);
    this.open().model.recall(name, conclusion.derive);
    const drawn = this.recollection.learned.get(name);
    if (drawn === undefined) throw new Error(`${name} was known before.`);
    return drawn;
  }

  take(name: string, drawn: Uint8Array): void {
    this.recollection.take(name, drawn);
  }

  finish(): SynthesisResult {
    const { model, keep } = this.open();
    const json = JSON.stringify(model.inventory);
    const clean = redactJson(json, this.redactor);
    return {
      inventory: new Uint8Array(deflateRawSync(clean, { level: 4 })),
      techStack: redactValue(model.techStack, this.redactor),
      // Nothing is kept as it was before it was redacted.
      learned: new Map([...this.recollection.learned, ...(clean === json ? keep() : [])]),
    };
  }

  private open(): OpenReplays {
    const { head, facts, recollection, records } = this;
    if (this.opened === undefined) {
      const { former, ...rest } = head;
      const before = new FactsByExtractor();
      for (const placed of former?.facts ?? []) before.add(placed);
      this.opened = openReplays({
        ...rest,
        records,
        facts,
        former: former && { files: former.files, facts: before },
        recollection,
        deriveOf: (name) => this.dear.get(name)?.derive,
      });
    }
    return this.opened;
  }
}

/** Whoever asks for its size is known to depend on it. */
function noteSize(file: FileRecord | undefined): number {
  return file?.lines ?? 0;
}
