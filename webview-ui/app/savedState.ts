import type { GroupBy, InventoryTab, PanelState } from '../../src/shared/panelMessages';

const groupings: readonly GroupBy[] = ['layer', 'importance', 'file', 'rule', 'none'];
const tabs: readonly InventoryTab[] = ['routes', 'entryPoints', 'models', 'dependencies', 'commands', 'environment'];

/** What an earlier page kept, whatever it is worth: a part that means nothing is as if it had not been kept. */
export function readState(raw: unknown, projectId: string): PanelState {
  const kept: Partial<Record<keyof PanelState, unknown>> =
    typeof raw === 'object' && raw !== null && 'projectId' in raw && raw.projectId === projectId ? raw : {};
  return {
    projectId,
    filter: typeof kept.filter === 'string' ? kept.filter.slice(0, 1000) : '',
    groupBy: groupings.find((each) => each === kept.groupBy) ?? 'layer',
    selection: typeof kept.selection === 'string' ? kept.selection : null,
    tab: tabs.find((each) => each === kept.tab) ?? 'routes',
    scroll: typeof kept.scroll === 'number' && kept.scroll >= 0 ? kept.scroll : 0,
  };
}
