import { deflateRawSync } from 'node:zlib';
import type { Redactor } from '../../redact/redactor';
import { Recollection } from '../recall/recollection';
import { createModel } from '../runAnalyzers';
import type { Analyzer, DearConclusion, FileRecord, FindingDraft, ScanModel, Synthesizer } from '../scanModel';
import { checkFinding } from './checkFinding';
import { FactsByExtractor } from './factsByExtractor';
import type { FactsPiece, SynthesisHead, SynthesisResult, SynthesizerResult } from './jobs';
import { redactJson, redactValue } from './redactJson';

/** More findings of one synthesizer are a flood and no help. */
const maxFindings = 1_000;

/** Holds the facts of all files and runs the synthesizers over them, one at a time. */
export class SynthesisWork {
  private readonly records: FileRecord[] = [];
  private readonly facts = new FactsByExtractor();
  private model: ScanModel | undefined;
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
    const model = this.openModel();
    const synthesizer = this.synthesizers.get(id);
    const findings: FindingDraft[] = [];
    const knownBefore = model.techStack.length;
    const problems: { path: string; message: string }[] = [];
    const problem = (message: string): void => void problems.push({ path: '', message: `${id}: ${message}` });
    const report = {
      finding: (draft: FindingDraft): void => {
        const checked = checkFinding(draft, model);
        if (typeof checked === 'string') problem(checked);
        else if (findings.length < maxFindings) findings.push(redactValue(checked, this.redactor));
      },
    };
    try {
      synthesizer?.run(model, report);
    } catch (error) {
      problem(error instanceof Error ? error.message : String(error));
    }
    const told = { findings, problems };
    if (model.techStack.length === knownBefore) return told;
    return { ...told, techStack: redactValue(model.techStack, this.redactor) };
  }

  lacking(): string[] {
    const { files, byPath } = this.openModel();
    const facts = { files, byPath, facts: this.facts };
    return [...this.dear.keys()].filter((name) => !this.recollection.knows(name, facts));
  }

  draw(name: string): Uint8Array {
    const conclusion = this.dear.get(name);
    if (conclusion === undefined) throw new Error(`Nobody draws ${name}.`);
    this.openModel().recall(name, conclusion.derive);
    const drawn = this.recollection.learned.get(name);
    if (drawn === undefined) throw new Error(`${name} was known before.`);
    return drawn;
  }

  take(name: string, drawn: Uint8Array): void {
    this.recollection.take(name, drawn);
  }

  finish(): SynthesisResult {
    const { inventory, techStack } = this.openModel();
    const clean = redactJson(JSON.stringify(inventory), this.redactor);
    return {
      inventory: new Uint8Array(deflateRawSync(clean, { level: 4 })),
      techStack: redactValue(techStack, this.redactor),
      learned: this.recollection.learned,
    };
  }

  private openModel(): ScanModel {
    const { head, facts, recollection } = this;
    this.model ??= createModel({
      ...head,
      files: this.records,
      facts,
      recall: (name, model, derive) => recollection.recall(name, { ...model, facts }, derive),
    });
    return this.model;
  }
}
