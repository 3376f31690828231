import type { Technology } from '../../../shared/genesis';
import type { ScanProblem } from '../listing/fileTree';
import type { FindingDraft } from '../scanModel';
import type { AnalyzerOutline, SynthesisResult, SynthesisSession, SynthesizerResult } from '../work/jobs';
import { throwIfCancelled } from './batches';
import { readFormerFiles } from './formerFiles';
import { historyName } from './gitFacts';
import { readFacts } from './knownFacts';
import { listingMarkName } from './listingMark';
import type { ScanFacts } from './scanFacts';
import type { ScanRequest, ScanTools } from './scanRequest';
import { rolesName, sayingsName } from './toldRoles';

/** What a scan concluded so far; it grows from synthesizer to synthesizer, so that a cancel finds what there is. */
export interface Conclusions {
  readonly findings: FindingDraft[];
  readonly problems: ScanProblem[];
  /** What each synthesizer said: in which order they ran makes no difference. */
  readonly said: Map<string, SynthesizerResult>;
  techStack: readonly Technology[];
  /** JSON of the inventory, deflated; absent until the last synthesizer has run. */
  inventory: Uint8Array | undefined;
  /** Synthesizers that took their worker down; they are not tried again in this scan. */
  readonly lost: Set<string>;
}

export function noConclusions(): Conclusions {
  return { findings: [], problems: [], said: new Map(), techStack: [], inventory: undefined, lost: new Set() };
}

/** Names of what is kept for other phases. */
const own: ReadonlySet<string> = new Set([historyName, sayingsName, rolesName, listingMarkName]);

/** So many files are named to the worker at once. */
const pieceFiles = 1_000;

/** Opens the session and gives it all facts, piece by piece. */
export async function openSession(
  request: ScanRequest,
  facts: ScanFacts,
  tools: ScanTools,
  recalled: ReadonlyMap<string, Uint8Array>,
): Promise<SynthesisSession> {
  const known = new Map([...recalled].filter(([name]) => !own.has(name)));
  const session = await tools.runner.openSynthesis({
    name: request.name,
    git: await facts.git(),
    known,
    former: await readFormerFiles(facts.records, recalled, tools),
  });
  try {
    for (let start = 0; start < facts.records.length; start += pieceFiles) {
      throwIfCancelled(tools.signal);
      await session.add({ records: facts.records.slice(start, start + pieceFiles), facts: [] });
    }
    for await (const some of readFacts(facts.records, await facts.known, tools)) {
      throwIfCancelled(tools.signal);
      await session.add({ records: [], facts: some });
    }
  } catch (error) {
    session.dispose();
    throw error;
  }
  return session;
}

/** A synthesizer took its worker down, and with it the session. */
export class SynthesizerLost extends Error {
  constructor(
    readonly id: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Of all steps those that are done, and how many there are. */
export interface Steps {
  readonly done: number;
  readonly all: number;
}

/** Runs the synthesizers of some analyzers in their order, except those that were lost before. */
export async function runSynthesizers(
  analyzers: readonly AnalyzerOutline[],
  session: SynthesisSession,
  conclusions: Conclusions,
  tools: ScanTools,
  steps: Steps = { done: 0, all: analyzers.length },
): Promise<void> {
  const all = await tools.runner.outline();
  const ids = analyzers.flatMap((analyzer) => analyzer.synthesizers).filter((id) => !conclusions.lost.has(id));
  for (const [index, id] of ids.entries()) {
    const result = await runOne(session, id);
    conclusions.said.set(id, result);
    const findings = saidInOrder(conclusions, all).flatMap((one) => one.findings);
    conclusions.findings.splice(0, Number.POSITIVE_INFINITY, ...findings);
    conclusions.techStack = result.techStack ?? conclusions.techStack;
    tools.show?.(conclusions);
    const done = (steps.done + ((index + 1) / ids.length) * analyzers.length) / steps.all;
    const techStack = conclusions.techStack.map(({ name }) => name);
    tools.progress.step(done, { findingsCount: conclusions.findings.length, techStack });
  }
}

function saidInOrder({ said }: Conclusions, analyzers: readonly AnalyzerOutline[]): SynthesizerResult[] {
  return analyzers.flatMap(({ synthesizers }) => synthesizers.flatMap((id) => said.get(id) ?? []));
}

async function runOne(session: SynthesisSession, id: string): Promise<SynthesizerResult> {
  try {
    return await session.run(id);
  } catch (error) {
    throw new SynthesizerLost(id, error);
  }
}

export function takeResult(
  result: SynthesisResult,
  conclusions: Conclusions,
  analyzers: readonly AnalyzerOutline[],
): void {
  for (const { problems } of saidInOrder(conclusions, analyzers)) conclusions.problems.push(...problems);
  conclusions.inventory = result.inventory;
  conclusions.techStack = result.techStack;
}

/** The analyzers whose conclusions are the security audit's. */
export function isAudit(analyzer: AnalyzerOutline): boolean {
  return analyzer.id === 'security' || analyzer.id === 'secrets';
}
