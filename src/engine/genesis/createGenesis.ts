import { existsSync } from 'node:fs';
import type { Disposable } from '../../base/disposable';
import { EngineError } from '../../base/engineError';
import type { Context } from '../../shared/context';
import type { Finding, ScanStatus } from '../../shared/genesis';
import type { CreateGenesis, EngineParts, GenesisCalls } from '../engineParts';
import { compareScans } from './diff/compareScans';
import { SnapshotStore } from './diff/snapshotStore';
import { createReport } from './report/createReport';
import { judgeFindings } from './report/judgedFindings';
import { exportSbom } from './sbom/exportSbom';
import { findingNode, genesisSource } from './scans/assembleContexts';
import { estimateScan } from './scans/estimateScan';
import { FindingStore } from './scans/findingStore';
import { readResults } from './scans/readResults';
import { ResultStore } from './scans/resultStore';
import type { ScanParts } from './scans/runningScan';
import { ScanStore } from './scans/scanStore';
import { defaultMaxFiles, Scans } from './scans/scans';
import { builtWorkerFile } from './work/builtWorkers';
import type { ScanRunner } from './work/jobs';
import { WorkerRunner } from './work/workerRunner';

export interface GenesisOptions {
  /** Who does the CPU work; the scan workers of the built program where it is left out. */
  readonly openRunner?: (parts: EngineParts) => ScanRunner | Promise<ScanRunner>;
}

/** Genesis as the program has it. */
export const createGenesis: CreateGenesis = (parts) => createGenesisWith(parts, {});

/**
 * The same for a program that is about to scan: the workers start at once, while the store is still being opened. All of
 * them, or as many as there will be work for.
 */
export function createGenesisEarly(distDir: string, hands?: number): CreateGenesis {
  const runner = openBuiltRunner(distDir);
  runner.prepare?.(hands);
  return (parts) => createGenesisWith(parts, { openRunner: () => runner });
}

export function createGenesisWith(parts: EngineParts, options: GenesisOptions): GenesisCalls & Disposable {
  const { db, runner, projects } = parts;
  const shared = lazyRunner(() => options.openRunner?.(parts) ?? openBuiltRunner(parts.ports.distDir));
  const own: ScanParts = {
    ...parts,
    scans: new ScanStore(db),
    findings: new FindingStore(db),
    results: new ResultStore(db),
    snapshots: new SnapshotStore(db),
    openRunner: shared.open,
  };
  const scans = new Scans(own);
  scans.endInterrupted();
  const statusOf = (projectId: string): ScanStatus | null => {
    projects.get(projectId);
    return scans.current(projectId) ?? own.scans.findLatest(projectId) ?? null;
  };
  const judged = (projectId: string, findings: readonly Finding[]) =>
    judgeFindings(findings, projects.get(projectId).localPath, parts.ports.clock.now());
  const start = runner.write('startScan', (params) => scans.accept(params));
  return {
    estimateScan: runner.read('estimateScan', (params, { signal }) => {
      const { projectId, maxFiles = defaultMaxFiles } = params;
      return estimateScan(scans.folderOf(projectId), { ...params, maxFiles }, own.scans.listEnded(projectId), signal);
    }),
    async startScan(params, callOptions) {
      const started = await start(params, callOptions);
      scans.begin(started.scanId, params);
      return started;
    },
    getScanStatus: runner.read('getScanStatus', ({ projectId }) => statusOf(projectId)),
    getScanResults: runner.read('getScanResults', (query) => {
      const { projectId } = query;
      const latest = statusOf(projectId) ?? undefined;
      const from = { ...own, interim: scans.interim(projectId) };
      return readResults(from, query, latest, (findings) => judged(projectId, findings));
    }),
    getScanInventory: runner.read('getScanInventory', ({ projectId }) => {
      if (statusOf(projectId) === null) throw new EngineError('notFound', 'No scan found');
      return own.results.findInventory(projectId);
    }),
    cancelScan: runner.writeAfter(
      'cancelScan',
      ({ projectId }) => scans.cancel(projectId),
      ({ projectId }, ended) => scans.tellCancelled(projectId, ended),
    ),
    getFinding: runner.read('getFinding', ({ findingId }) => {
      const known = scans.findInterim(findingId) ?? findFinding(own, findingId);
      const { projectId, schemaKey: _schemaKey, ...finding } = known;
      const { open, ignored } = judged(projectId, [finding]);
      return ignored[0] ?? open[0] ?? finding;
    }),
    addFindingToMemory: runner.write('addFindingToMemory', ({ findingId }) => addToMemory(own, findingId)),
    ...createReport(own),
    exportSbom: runner.read('exportSbom', ({ projectId }) => exportSbom(own, projectId)),
    compareScans: runner.read('compareScans', (params, { signal }) => compareScans(own, params, signal)),
    dispose() {
      scans.dispose();
      shared.dispose();
    },
  };
}

function findFinding(parts: ScanParts, findingId: string) {
  const finding = parts.findings.find(findingId);
  if (finding === undefined) throw new EngineError('notFound', 'Finding not found');
  return finding;
}

function addToMemory(parts: ScanParts, findingId: string): Context {
  const { contexts, runner, projects } = parts;
  const finding = findFinding(parts, findingId);
  projects.getWritable(finding.projectId);
  runner.touch(finding.projectId);
  const existing = contexts.findByKey(finding.projectId, finding.schemaKey);
  if (existing?.state === 'approved') return existing;
  if (existing !== undefined) return contexts.approve(existing.id);
  const nodes = [findingNode(finding, finding.schemaKey)];
  contexts.populate({ projectId: finding.projectId, nodes, source: genesisSource });
  const made = contexts.findByKey(finding.projectId, finding.schemaKey);
  if (made === undefined) throw new EngineError('internal', 'The finding could not be added to the memory.');
  return contexts.approve(made.id);
}

function openBuiltRunner(distDir: string): ScanRunner {
  const file = builtWorkerFile(distDir);
  if (!existsSync(file.path))
    throw new EngineError(
      'unavailable',
      `The scan worker ${file.path} is missing. Reinstall Contox, or run its build.`,
    );
  return new WorkerRunner({ file });
}

/** Opened at the first scan. */
function lazyRunner(make: () => ScanRunner | Promise<ScanRunner>): Disposable & { open: () => Promise<ScanRunner> } {
  let opened: Promise<ScanRunner> | undefined;
  return {
    open() {
      opened ??= Promise.resolve().then(make);
      // The next scan tries again, after a reinstallation for example.
      opened.catch(() => {
        opened = undefined;
      });
      return opened;
    },
    dispose() {
      void opened?.then((runner) => runner.dispose());
    },
  };
}
