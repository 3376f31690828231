import type { ScanEstimate, ScanPhase, ScanStatus } from '../../src/shared/genesis';
import { emptyInventory, type Inventory } from '../../src/shared/inventory';
import type {
  FindingDetail,
  FindingRow,
  HostMessage,
  PanelMessageType,
  PanelResults,
  PanelSnapshot,
} from '../../src/shared/panelMessages';
import type { ScanDiff } from '../../src/shared/scanDiff';

export interface PanelNotice {
  /** Rises with each notice, so that the same words twice are two notices. */
  readonly serial: number;
  readonly about: PanelMessageType;
  readonly text: string;
  readonly error: boolean;
  readonly findingId: string | undefined;
}

/** All that the host has said. */
export interface PanelModel {
  readonly snapshot: PanelSnapshot | null;
  readonly results: PanelResults | null;
  readonly findings: readonly FindingRow[];
  /** Slices of a list that is still arriving. */
  readonly arriving: readonly FindingRow[];
  /** True once a whole list has arrived, even an empty one. */
  readonly hasFindings: boolean;
  readonly inventory: Inventory;
  readonly details: ReadonlyMap<string, FindingDetail | { readonly error: string }>;
  readonly estimate: {
    readonly requestId: number;
    readonly estimate: ScanEstimate | null;
    readonly error: string | null;
  } | null;
  /** The last comparison with what was before; `null` until one was asked for. */
  readonly changes: {
    readonly base: string | null;
    readonly diff: ScanDiff | null;
    readonly error: string | null;
  } | null;
  readonly notice: PanelNotice | null;
}

export const emptyModel: PanelModel = {
  snapshot: null,
  results: null,
  findings: [],
  arriving: [],
  hasFindings: false,
  inventory: emptyInventory(),
  details: new Map(),
  estimate: null,
  changes: null,
  notice: null,
};

const MAX_DETAILS = 100;

/** The model after a message. Returns the same object where nothing changed. */
export function receive(model: PanelModel, message: HostMessage): PanelModel {
  switch (message.type) {
    case 'snapshot':
      return receiveSnapshot(model, message.snapshot);
    case 'results':
      return { ...model, results: message.results };
    case 'findings':
      return receiveFindings(model, message);
    case 'inventory':
      return { ...model, inventory: { ...model.inventory, ...message.inventory } };
    case 'detail': {
      const detail = message.detail ?? { error: message.error ?? 'The finding could not be read.' };
      const kept = [...model.details].filter(([id]) => id !== message.findingId).slice(1 - MAX_DETAILS);
      return { ...model, details: new Map([...kept, [message.findingId, detail]]) };
    }
    case 'estimate': {
      const { requestId, estimate, error } = message;
      if (model.estimate && model.estimate.requestId > requestId) return model;
      return { ...model, estimate: { requestId, estimate, error } };
    }
    case 'changes': {
      const { base, diff, error } = message;
      return { ...model, changes: { base, diff, error } };
    }
    case 'notice': {
      const { about, text, error, findingId } = message;
      return { ...model, notice: { serial: (model.notice?.serial ?? 0) + 1, about, text, error, findingId } };
    }
    default:
      return model;
  }
}

function receiveFindings(model: PanelModel, message: Extract<HostMessage, { type: 'findings' }>): PanelModel {
  // A slice that does not continue the ones before belongs to a list whose start this page never got.
  if (message.start !== 0 && message.start !== model.arriving.length) return model;
  const arriving = message.start === 0 ? message.rows : [...model.arriving, ...message.rows];
  if (arriving.length < message.total) return { ...model, arriving };
  return { ...model, findings: arriving, arriving: [], hasFindings: true };
}

function receiveSnapshot(model: PanelModel, snapshot: PanelSnapshot): PanelModel {
  const before = model.snapshot?.status ?? null;
  const status = snapshot.status ? forward(before, snapshot.status) : null;
  // What was said about findings of an earlier scan may not hold for the new one.
  const isSame = before?.id === status?.id;
  const details = isSame ? model.details : emptyModel.details;
  const changes = isSame ? model.changes : null;
  return { ...model, details, changes, snapshot: { ...snapshot, status } };
}

const order: readonly ScanPhase[] = [
  'fetch_tree',
  'fetch_files',
  'build_chunks',
  'analyze',
  'synthesize',
  'security_audit',
  'assemble',
  'complete',
  'failed',
];

/** The newer status, with nothing in it lower than before: what a user has seen done stays done. */
function forward(before: ScanStatus | null, now: ScanStatus): ScanStatus {
  if (before?.id !== now.id) return now;
  if (order.indexOf(now.phase) < order.indexOf(before.phase)) return before;
  return {
    ...now,
    progress: Math.max(before.progress, now.progress),
    filesTotal: Math.max(before.filesTotal, now.filesTotal),
    filesProcessed: Math.max(before.filesProcessed, now.filesProcessed),
    chunksTotal: Math.max(before.chunksTotal, now.chunksTotal),
    chunksProcessed: Math.max(before.chunksProcessed, now.chunksProcessed),
    phaseMs: { ...before.phaseMs, ...now.phaseMs },
  };
}
