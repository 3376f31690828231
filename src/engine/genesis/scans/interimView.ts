import type { Finding, ScanOverview, Technology } from '../../../shared/genesis';
import type { InterimResults } from '../phases/scanRequest';
import type { FindingDraft } from '../scanModel';
import { schemaKeyOf } from './findingIdentity';
import { noOverview } from './resultStore';

/**
 * What a project's first scan knows before it ends, for those who look on; where there are results they are seen until
 * the scan has others. Nothing of it is stored.
 */
export class InterimView {
  overview: ScanOverview = noOverview;
  techStack: readonly Technology[] = [];
  private drafts: readonly FindingDraft[] = [];
  private readonly seen = new Map<FindingDraft, Finding>();

  constructor(
    private readonly projectId: string,
    private readonly foresee: (draft: FindingDraft) => Finding,
  ) {}

  take({ overview, techStack, findings }: InterimResults): void {
    this.overview = overview ?? this.overview;
    this.techStack = techStack ?? this.techStack;
    this.drafts = findings === undefined ? this.drafts : [...findings];
  }

  /** The most important first, as the store has them. */
  list(): Finding[] {
    const findings = this.drafts.map((draft) => this.findingOf(draft));
    return findings.sort((a, b) => b.importance - a.importance || b.confidence - a.confidence);
  }

  find(findingId: string): (Finding & { readonly projectId: string; readonly schemaKey: string }) | undefined {
    const draft = this.drafts.find((one) => this.seen.get(one)?.id === findingId);
    if (draft === undefined) return undefined;
    return { ...this.findingOf(draft), projectId: this.projectId, schemaKey: schemaKeyOf(draft) };
  }

  private findingOf(draft: FindingDraft): Finding {
    const finding = this.seen.get(draft) ?? this.foresee(draft);
    this.seen.set(draft, finding);
    return finding;
  }
}
