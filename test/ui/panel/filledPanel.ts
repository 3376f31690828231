import type { Finding, ScanStatus } from '../../../src/shared/genesis';
import type { Inventory } from '../../../src/shared/inventory';
import type { FindingDetail, HostMessage, PanelSnapshot } from '../../../src/shared/panelMessages';
import { findingMessages } from '../../../src/shell/panel/findingRows';
import { resultsOf, shopSnapshot } from './fixtures/scans';
import { shopFindings } from './fixtures/shopFindings';
import { shopInventory } from './fixtures/shopInventory';

export interface Filling {
  readonly findings?: readonly Finding[];
  readonly inventory?: Inventory;
  readonly snapshot?: Partial<PanelSnapshot>;
}

/** The messages that fill a panel, in the order in which the host sends them. */
export function filling({
  findings = shopFindings,
  inventory = shopInventory,
  snapshot = {},
}: Filling = {}): HostMessage[] {
  const whole: PanelSnapshot = { ...shopSnapshot, ...snapshot };
  const status = whole.status as ScanStatus;
  const { summary, techStack, overview } = resultsOf(findings, status);
  return [
    { type: 'snapshot', snapshot: { ...whole, status: { ...status, findingsCount: findings.length } } },
    { type: 'results', results: { scanId: status.id, summary, techStack, overview } },
    ...findingMessages(findings),
    { type: 'inventory', inventory },
  ];
}

/** What the host answers for a finding, with lines made up from its places. */
export function detailOf(finding: Finding): HostMessage {
  const detail: FindingDetail = {
    findingId: finding.id,
    content: finding.content,
    excerpts: finding.evidence.map((place) => {
      if (finding.tags.includes('secret')) return { ...place, lines: null, reason: 'secret' };
      const length = Math.min(12, place.endLine - place.startLine + 1);
      return {
        ...place,
        lines: Array.from({ length }, (_, index) => sampleLines[(place.startLine + index) % sampleLines.length] ?? ''),
      };
    }),
  };
  return { type: 'detail', findingId: finding.id, detail, error: null };
}

const sampleLines = [
  '  @GetMapping("/{id}")',
  '  public OrderView show(@PathVariable UUID id) {',
  '    return orders.find(id).map(OrderView::of).orElseThrow(() -> new NotFound("order", id));',
  '  }',
  '',
  '    String sql = "select * from product where title like ? order by " + sort;',
  '\tif (profile.equals("dev")) { return claims; } // <b>not</b> bold & not markup',
];
