import { nextTurn } from '../../../base/nextTurn';
import type { PopulateNode } from '../../../shared/context';
import type { ScanOverview, ScanStatus } from '../../../shared/genesis';
import { emptyInventory } from '../../../shared/inventory';
import type { EngineParts } from '../../engineParts';
import type { SnapshotStore } from '../diff/snapshotStore';
import type { ScanOutcome, ScanSink } from '../phases/runScan';
import type { ScanRequest } from '../phases/scanRequest';
import { openDrafts } from '../report/judgedFindings';
import type { FindingDraft } from '../scanModel';
import { draftNode, genesisSource, layerNodes, withdrawnNode } from './assembleContexts';
import { packJson } from './blobs';
import { layerKey } from './findingIdentity';
import type { FindingStore } from './findingStore';
import type { InterimView } from './interimView';
import { noOverview, type ResultStore } from './resultStore';

export interface SinkParts extends Pick<EngineParts, 'runner' | 'contexts' | 'ports'> {
  readonly findings: FindingStore;
  readonly results: ResultStore;
  readonly snapshots: SnapshotStore;
  /** What was seen of a first scan stays when it is cancelled. */
  readonly interim?: InterimView | undefined;
}

/** So many findings, or contexts, are written before the thread does something else. */
const slice = 25;

/** Puts the outcome of one scan into the store, in slices; it is seen as a whole or not at all. */
export class StoreSink implements ScanSink {
  /** Runs in the transaction that ends the scan: makes the outcome the project's results. */
  publish: (ended: ScanStatus) => void = () => undefined;
  private readonly seenAt: number;

  constructor(
    private readonly parts: SinkParts,
    private readonly scan: { readonly id: string; readonly projectId: string },
    private readonly request: Pick<ScanRequest, 'root' | 'branch' | 'securityAudit'>,
    private readonly step: (done: number, counters?: { findingsCount: number; techStack: string[] }) => void,
  ) {
    this.seenAt = parts.ports.clock.now();
  }

  knows(digest: string): boolean {
    return this.parts.results.findKeys(this.scan.projectId)?.digest === digest;
  }

  async keep(): Promise<void> {
    const { results, findings } = this.parts;
    const known = results.find(this.scan.projectId);
    if (known === undefined) return;
    const techStack = known.techStack.map((technology) => technology.name);
    this.step(1, { findingsCount: findings.count(known.findingsOf), techStack });
    this.publish = (ended) => results.confirm(this.scan.projectId, ended);
  }

  async assemble(outcome: ScanOutcome): Promise<void> {
    const { conclusions, digest, overview } = outcome;
    await this.addFindings(conclusions.findings);
    // What somebody decided to leave is nothing to remember.
    const open = openDrafts(conclusions.findings, this.request.root, this.parts.ports.clock.now());
    await this.populate([...nodesOf(open), ...this.withdrawn(outcome.overview)]);
    this.publish = (status) => {
      this.parts.snapshots.keep(this.scan.projectId);
      this.parts.results.put({
        projectId: this.scan.projectId,
        findingsOf: this.scan.id,
        status,
        digest,
        techStack: conclusions.techStack,
        overview,
        inventory: conclusions.inventory ?? packJson(emptyInventory()),
      });
    };
  }

  async preserve(findings: readonly FindingDraft[]): Promise<void> {
    if (findings.length === 0) return;
    const { projectId, id } = this.scan;
    const { results, findings: store } = this.parts;
    await this.addFindings(findings);
    this.publish = (status) => {
      const before = results.find(projectId);
      const seen = before ?? this.parts.interim;
      if (before !== undefined) store.addFrom(before.findingsOf, id);
      results.put({
        projectId,
        findingsOf: id,
        status,
        digest: '',
        techStack: seen?.techStack ?? [],
        overview: seen?.overview ?? noOverview,
        inventory: results.findPackedInventory(projectId) ?? packJson(emptyInventory()),
      });
    };
  }

  private async addFindings(findings: readonly FindingDraft[]): Promise<void> {
    for (let start = 0; start < findings.length; start += slice) {
      const some = findings.slice(start, start + slice);
      await this.parts.runner.commit('addFindings', () => this.parts.findings.add(this.scan, some, this.seenAt));
      await nextTurn();
    }
  }

  /**
   * The contexts of findings that earlier scans had and this one has not. Only where this one looked at everything: a
   * branch, a limit or a layer that was left out says nothing of the rest.
   */
  private withdrawn(overview: ScanOverview): PopulateNode[] {
    const { findings, contexts, ports } = this.parts;
    const { projectId } = this.scan;
    if (this.request.branch !== undefined || overview.skipped['over-limit'] !== undefined) return [];
    const gone = findings.listGoneKeys(projectId, this.seenAt);
    const judged = gone.filter((key) => this.request.securityAudit || !key.startsWith(layerKey('security')));
    return judged.flatMap((key) => {
      const context = contexts.findByKey(projectId, key);
      return context === undefined ? [] : withdrawnNode(context, ports.clock.now());
    });
  }

  private async populate(nodes: readonly PopulateNode[]): Promise<void> {
    for (let start = 0; start < nodes.length; start += slice) {
      const input = { projectId: this.scan.projectId, nodes: nodes.slice(start, start + slice), source: genesisSource };
      await this.parts.runner.commit('assemble', () => this.parts.contexts.populate(input));
      this.step((start + slice) / nodes.length);
      await nextTurn();
    }
  }
}

function nodesOf(findings: readonly FindingDraft[]): PopulateNode[] {
  const layers = new Set(findings.map((finding) => finding.layer));
  const byKey = new Map(findings.map(draftNode).map((node) => [node.schemaKey, node]));
  return [...layerNodes(layers), ...byKey.values()];
}
