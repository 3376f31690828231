import type { Inventory } from '../../../shared/inventory';
import type { FindingChange, ScanSide } from '../../../shared/scanDiff';
import type { FindingDraft } from '../scanModel';
import { identityOf } from '../scans/findingIdentity';

/** What a scan came to, as far as another can be compared with it. */
export interface ScanSnapshot {
  readonly side: ScanSide;
  readonly findings: readonly FindingChange[];
  readonly inventory: Inventory;
}

export function findingOf(draft: FindingDraft): FindingChange {
  const [first] = draft.evidence;
  return {
    identity: identityOf(draft),
    layer: draft.layer,
    rule: draft.rule,
    title: draft.title,
    importance: draft.importance,
    path: first?.path ?? '',
    line: first?.startLine ?? 1,
  };
}
