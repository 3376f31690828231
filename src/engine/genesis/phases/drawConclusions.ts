import type { AnalyzerOutline, SynthesisSession } from '../work/jobs';
import type { ScanFacts } from './scanFacts';
import type { ScanRequest, ScanTools } from './scanRequest';
import { type Conclusions, openSession, runSynthesizers } from './synthesize';

export interface ConclusionWork {
  readonly request: ScanRequest;
  readonly facts: ScanFacts;
  readonly conclusions: Conclusions;
  readonly tools: ScanTools;
}

/** Dear conclusions that were drawn elsewhere, by name. */
type Drawn = ReadonlyMap<string, Uint8Array>;

/**
 * Runs the synthesizers of some analyzers. Where a second worker has nothing to do, it draws the dear conclusions, and
 * those who need them run last. Answers the session, which then belongs to the caller.
 */
export async function drawConclusions(
  analyzers: readonly AnalyzerOutline[],
  work: ConclusionWork,
): Promise<SynthesisSession> {
  const { conclusions, tools } = work;
  // Where no earlier scan drew any, both workers take the facts in at the same time.
  const names = dearOf(analyzers, conclusions);
  const known = tools.cache.readConclusions();
  const isNews = names.length > 0 && !names.some((name) => known.has(name));
  const early = isNews && handsFor(2, work) ? { drawn: drawApart(names, work) } : undefined;
  const session = await openSession(work.request, work.facts, tools, known);
  try {
    const apart = early ?? (await drawLacking(names, session, work));
    const isLate = latenessOf(apart === undefined ? [] : analyzers);
    const late = analyzers.filter(isLate);
    const first = analyzers.filter((analyzer) => !isLate(analyzer));
    if (apart === undefined) tools.runner.rest?.();
    await runSynthesizers(first, session, conclusions, tools, { done: 0, all: analyzers.length });
    if (apart === undefined) return session;
    for (const [name, drawn] of await apart.drawn) await session.take(name, drawn);
    tools.runner.rest?.();
    await runSynthesizers(late, session, conclusions, tools, { done: first.length, all: analyzers.length });
    return session;
  } catch (error) {
    session.dispose();
    throw error;
  }
}

/** What belongs to a synthesizer that was lost is not drawn either. */
function dearOf(analyzers: readonly AnalyzerOutline[], { lost }: Conclusions): string[] {
  return analyzers
    .filter(({ synthesizers }) => !synthesizers.some((id) => lost.has(id)))
    .flatMap((analyzer) => analyzer.dear);
}

/** Answers whether an analyzer draws dear conclusions or builds on them. */
function latenessOf(analyzers: readonly AnalyzerOutline[]): (analyzer: AnalyzerOutline) => boolean {
  const drawing = new Set(analyzers.filter(({ dear }) => dear.length > 0).map(({ id }) => id));
  return ({ id, after = id }) => drawing.has(id) || drawing.has(after);
}

/** Each session holds what all files are: of more files a second one takes more memory than it saves time. */
const mostFiles = 10_000;

function handsFor(sessions: number, { facts, tools }: ConclusionWork): boolean {
  return facts.records.length <= mostFiles && (tools.runner.spareHands?.() ?? 0) >= sessions;
}

async function drawLacking(
  names: readonly string[],
  session: SynthesisSession,
  work: ConclusionWork,
): Promise<{ readonly drawn: Promise<Drawn> } | undefined> {
  if (names.length === 0 || !handsFor(1, work)) return undefined;
  const lacking = (await session.lacking()).filter((name) => names.includes(name));
  return lacking.length === 0 ? undefined : { drawn: drawApart(lacking, work) };
}

/** Never rejects: what could not be drawn here is drawn where it is needed, and there it is told what went wrong. */
async function drawApart(names: readonly string[], work: ConclusionWork): Promise<Drawn> {
  const drawn = new Map<string, Uint8Array>();
  let session: SynthesisSession | undefined;
  try {
    session = await openSession(work.request, work.facts, work.tools, new Map());
    for (const name of names) drawn.set(name, await session.draw(name));
  } catch {
    return drawn;
  } finally {
    session?.dispose();
  }
  return drawn;
}
