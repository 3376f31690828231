import { nextTurn } from '../../../base/nextTurn';
import type { ScanStatus } from '../../../shared/genesis';
import { emptyInventory } from '../../../shared/inventory';
import type { EngineParts } from '../../engineParts';
import type { ScanOutcome, ScanSink } from '../phases/runScan';
import type { FindingDraft } from '../scanModel';
import { draftNode, genesisSource, layerNodes } from './assembleContexts';
import { packJson } from './blobs';
import type { FindingStore } from './findingStore';
import { noOverview, type ResultStore } from './resultStore';

export interface SinkParts extends Pick<EngineParts, 'runner' | 'contexts' | 'ports'> {
  readonly findings: FindingStore;
  readonly results: ResultStore;
}

/** So many findings, or contexts, are written before the thread does something else. */
const slice = 25;

/** Puts the outcome of one scan into the store, in slices; it is seen as a whole or not at all. */
export class StoreSink implements ScanSink {
  /** Runs in the transaction that ends the scan: makes the outcome the project's results. */
  publish: (ended: ScanStatus) => void = () => undefined;

  constructor(
    private readonly parts: SinkParts,
    private readonly scan: { readonly id: string; readonly projectId: string },
    private readonly step: (done: number, counters?: { findingsCount: number; techStack: string[] }) => void,
  ) {}

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
    await this.populate(conclusions.findings);
    this.publish = (status) =>
      this.parts.results.put({
        projectId: this.scan.projectId,
        findingsOf: this.scan.id,
        status,
        digest,
        techStack: conclusions.techStack,
        overview,
        inventory: conclusions.inventory ?? packJson(emptyInventory()),
      });
  }

  async preserve(findings: readonly FindingDraft[]): Promise<void> {
    if (findings.length === 0) return;
    const { projectId, id } = this.scan;
    const { results, findings: store } = this.parts;
    await this.addFindings(findings);
    this.publish = (status) => {
      const before = results.find(projectId);
      if (before !== undefined) store.addFrom(before.findingsOf, id);
      results.put({
        projectId,
        findingsOf: id,
        status,
        digest: '',
        techStack: before?.techStack ?? [],
        overview: before?.overview ?? noOverview,
        inventory: results.findPackedInventory(projectId) ?? packJson(emptyInventory()),
      });
    };
  }

  private async addFindings(findings: readonly FindingDraft[]): Promise<void> {
    const now = this.parts.ports.clock.now();
    for (let start = 0; start < findings.length; start += slice) {
      const some = findings.slice(start, start + slice);
      await this.parts.runner.commit('addFindings', () => this.parts.findings.add(this.scan, some, now));
      await nextTurn();
    }
  }

  private async populate(findings: readonly FindingDraft[]): Promise<void> {
    const layers = new Set(findings.map((finding) => finding.layer));
    const nodes = [
      ...layerNodes(layers),
      ...new Map(findings.map(draftNode).map((node) => [node.schemaKey, node])).values(),
    ];
    for (let start = 0; start < nodes.length; start += slice) {
      const input = { projectId: this.scan.projectId, nodes: nodes.slice(start, start + slice), source: genesisSource };
      await this.parts.runner.commit('assemble', () => this.parts.contexts.populate(input));
      this.step((start + slice) / nodes.length);
      await nextTurn();
    }
  }
}
