import type { ScanOverview } from '../../../shared/genesis';
import type { FindingDraft } from '../scanModel';
import { analyze } from './analyze';
import { throwIfCancelled } from './batches';
import { buildChunks } from './buildChunks';
import { fetchFiles } from './fetchFiles';
import { fetchTree } from './fetchTree';
import { overviewOf } from './overview';
import { gatherFacts, type ScanFacts } from './scanFacts';
import type { ScanRequest, ScanTools } from './scanRequest';
import { securityAudit } from './securityAudit';
import { type Conclusions, isAudit, noConclusions, openSession, runSynthesizers, takeResult } from './synthesize';

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
  keep(digest: string, overview: ScanOverview): Promise<void>;
  assemble(outcome: ScanOutcome): Promise<void>;
  /** What there was when the scan was cancelled; its phase is still the one that was cancelled. */
  preserve(findings: readonly FindingDraft[]): Promise<void>;
}

/** The phases of one scan, one after the other. Rejects with `cancelled` after a cancel. */
export async function runScan(request: ScanRequest, tools: ScanTools, sink: ScanSink): Promise<void> {
  const conclusions = noConclusions();
  try {
    const facts = await collect(request, tools);
    const overview = overviewOf(facts);
    if (sink.knows(facts.digest)) {
      await tools.progress.run('assemble', () => sink.keep(facts.digest, overview));
      return;
    }
    await conclude(request, facts, conclusions, tools);
    throwIfCancelled(tools.signal);
    const problems = [...overview.problems, ...conclusions.problems];
    const outcome = { digest: facts.digest, overview: { ...overview, problems }, conclusions };
    await tools.progress.run('assemble', () => sink.assemble(outcome));
  } catch (error) {
    if (tools.signal.aborted) await sink.preserve(conclusions.findings);
    throw error;
  }
}

async function collect(request: ScanRequest, tools: ScanTools): Promise<ScanFacts> {
  const { progress, signal } = tools;
  const tree = await progress.run('fetch_tree', () => fetchTree(request, tools));
  throwIfCancelled(signal);
  const files = await progress.run('fetch_files', () => fetchFiles(tree, tools));
  const chunks = await progress.run('build_chunks', () => buildChunks(files, tools));
  throwIfCancelled(signal);
  const analysed = await progress.run('analyze', () => analyze(chunks, tree.tree.source, tools));
  throwIfCancelled(signal);
  return gatherFacts(request, { tree, files }, analysed, tools);
}

async function conclude(
  request: ScanRequest,
  facts: ScanFacts,
  conclusions: Conclusions,
  tools: ScanTools,
): Promise<void> {
  const { progress, signal } = tools;
  const others = tools.analyzers.filter((analyzer) => !isAudit(analyzer));
  const session = await progress.run('synthesize', async () => {
    const opened = await openSession(request, facts, tools);
    try {
      await runSynthesizers(others, opened, conclusions, tools);
    } catch (error) {
      opened.dispose();
      throw error;
    }
    return opened;
  });
  try {
    throwIfCancelled(signal);
    await progress.run('security_audit', () => securityAudit(request, session, conclusions, tools));
    takeResult(await session.finish(), conclusions);
  } finally {
    session.dispose();
  }
}
