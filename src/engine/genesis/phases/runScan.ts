import type { ScanOverview } from '../../../shared/genesis';
import type { FindingDraft } from '../scanModel';
import type { SynthesisSession } from '../work/jobs';
import { analyze } from './analyze';
import { throwIfCancelled } from './batches';
import { buildChunks } from './buildChunks';
import { drawConclusions } from './drawConclusions';
import { fetchFiles } from './fetchFiles';
import { fetchTree } from './fetchTree';
import { noKnownFacts, readKnownFacts } from './knownFacts';
import { type ListingMark, packListingMark, readListingMark } from './listingMark';
import { overviewOf, overviewOfNames } from './overview';
import { gatherFacts, type ScanFacts } from './scanFacts';
import type { ScanRequest, ScanTools } from './scanRequest';
import { securityAudit } from './securityAudit';
import { type Conclusions, isAudit, noConclusions, SynthesizerLost, takeResult } from './synthesize';

/** What the last phase puts away. */
export interface ScanOutcome {
  readonly digest: string;
  readonly overview: ScanOverview;
  readonly conclusions: Conclusions;
}

/** Where the outcome goes. */
export interface ScanSink {
  /**
   * True where the conclusions of an earlier scan with this digest are at hand: then none are drawn, and `keep` follows
   * instead of `assemble`.
   */
  knows(digest: string): boolean;
  keep(): Promise<void>;
  assemble(outcome: ScanOutcome): Promise<void>;
  /** What there was when the scan was cancelled; its phase is still the one that was cancelled. */
  preserve(findings: readonly FindingDraft[]): Promise<void>;
}

/** The phases of one scan, one after the other. Rejects with `cancelled` after a cancel. */
export async function runScan(request: ScanRequest, tools: ScanTools, sink: ScanSink): Promise<void> {
  const conclusions = noConclusions();
  try {
    const facts = await collect(request, tools, sink);
    if (!('digest' in facts) || sink.knows(facts.digest)) {
      if ('digest' in facts) await keepMark(facts.mark, tools);
      await tools.progress.run('assemble', () => sink.keep());
      return;
    }
    while (!(await conclude(request, facts, conclusions, tools)));
    throwIfCancelled(tools.signal);
    const overview = overviewOf(facts);
    const problems = [...overview.problems, ...conclusions.problems];
    const outcome = { digest: facts.digest, overview: { ...overview, problems }, conclusions };
    await tools.progress.run('assemble', () => sink.assemble(outcome));
  } catch (error) {
    if (tools.signal.aborted) await sink.preserve(conclusions.findings);
    throw error;
  }
}

/** Scans may come to what is known already by another way: the next one knows it at once. */
async function keepMark(mark: ListingMark | undefined, tools: ScanTools): Promise<void> {
  const before = readListingMark(tools);
  if (mark !== undefined && (before?.listing !== mark.listing || before.facts !== mark.facts))
    await tools.cache.keepConclusions(packListingMark(mark));
}

/** Only the mark where nothing changed since it was left. */
async function collect(request: ScanRequest, tools: ScanTools, sink: ScanSink): Promise<ScanFacts | ListingMark> {
  const { progress, signal } = tools;
  // In a first scan there is work for all hands: they get ready while the files are listed.
  if (tools.cache.isEmpty()) tools.runner.prepare?.();
  else if (request.expectsChanges === true) {
    tools.runner.prepare?.(1);
    tools.cache.prepare?.();
  }
  const tree = await progress.run('fetch_tree', () => fetchTree(request, tools, (facts) => sink.knows(facts)));
  throwIfCancelled(signal);
  if ('mark' in tree) return passOver(tree.mark, tools);
  tools.show?.({ overview: overviewOfNames(tree) });
  const files = await progress.run('fetch_files', () => fetchFiles(tree, tools));
  const chunks = await progress.run('build_chunks', () => buildChunks(files, tools));
  throwIfCancelled(signal);
  // Where nothing is analysed there may be nothing to conclude either.
  const known = chunks.length === 0 ? Promise.resolve(noKnownFacts) : readKnownFacts(files, tools);
  known.catch(() => undefined);
  const analysed = await progress.run('analyze', () => analyze(chunks, tree.tree.source, tools));
  throwIfCancelled(signal);
  return { ...gatherFacts(request, { tree, files }, analysed, tools), known };
}

/** Goes through the phases that have nothing to do. */
async function passOver(mark: ListingMark, { progress }: ScanTools): Promise<ListingMark> {
  await progress.run('fetch_files', () => progress.step(1, { filesProcessed: mark.files }));
  await progress.run('build_chunks', () => progress.step(1));
  await progress.run('analyze', () => progress.step(1));
  return mark;
}

/** False when a synthesizer was lost, and all others have to run again without it. */
async function conclude(
  request: ScanRequest,
  facts: ScanFacts,
  conclusions: Conclusions,
  tools: ScanTools,
): Promise<boolean> {
  const { progress, signal } = tools;
  let session: SynthesisSession | undefined;
  try {
    const opened = await progress.run('synthesize', async () => {
      // Before the session takes a worker: there may be only one.
      const others = (await tools.runner.outline()).filter((analyzer) => !isAudit(analyzer));
      session = await drawConclusions(others, { request, facts, conclusions, tools });
      return session;
    });
    throwIfCancelled(signal);
    await progress.run('security_audit', () => securityAudit(request, opened, conclusions, tools));
    const result = await opened.finish();
    takeResult(result, conclusions, await tools.runner.outline());
    const marked = facts.mark === undefined ? [] : packListingMark(facts.mark);
    await tools.cache.keepConclusions(new Map([...result.learned, ...marked]));
    return true;
  } catch (error) {
    if (!(error instanceof SynthesizerLost)) throw error;
    conclusions.lost.add(error.id);
    conclusions.findings.splice(0);
    conclusions.said.clear();
    conclusions.problems.push({ path: '', message: `${error.id} was left out: ${error.message}` });
    return false;
  } finally {
    session?.dispose();
  }
}
