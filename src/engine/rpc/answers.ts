import type { EngineChange } from '../engine';
import type { WireError } from './wireError';

/** Counts up when a message changes its meaning; both sides must have the same one. */
export const protocolVersion = 1;

/** Which program speaks: the higher one of either number is the newer. */
export interface ProgramVersion {
  readonly protocol: number;
  readonly schemaVersion: number;
}

export function isNewer(a: ProgramVersion, b: ProgramVersion): boolean {
  return a.protocol > b.protocol || (a.protocol === b.protocol && a.schemaVersion > b.schemaVersion);
}

/** What a served engine says. It is of our own making and was recognised by its token, so its shape is all that is looked at. */
export type ServerMessage =
  | { readonly answer: { readonly id: number; readonly ok: unknown } }
  | { readonly answer: { readonly id: number; readonly err: WireError } }
  | { readonly change: EngineChange }
  | { readonly welcome: { readonly pid: number } }
  | { readonly refused: WireError }
  /** The owner makes room for a newer program; others wait a moment before they try to become the owner. */
  | { readonly yielding: ProgramVersion };

/** `undefined` for anything else. */
export function parseServerMessage(value: unknown): ServerMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = value as Record<string, unknown>;
  const known = ['answer', 'change', 'welcome', 'refused', 'yielding'].some((key) => isObject(message[key]));
  return known ? (value as ServerMessage) : undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
