import type { Logger } from '../../base/logger';
import type { WireError } from './wireError';

/** What the engine's worker is started with. */
export interface WorkerStart {
  readonly dataDir: string;
  readonly distDir: string;
}

export type LogLevel = keyof Logger;

/** What the worker says beside answers and changes. */
export type WorkerMessage =
  | { readonly ready: true }
  /** It could not get at the store, and ends. */
  | { readonly failed: WireError }
  | { readonly log: { readonly level: LogLevel; readonly message: string } };

/** `undefined` for what is meant for others, such as an answer. Both sides are of one build, so only the kind is looked at. */
export function parseWorkerMessage(value: unknown): WorkerMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return 'ready' in value || 'failed' in value || 'log' in value ? (value as WorkerMessage) : undefined;
}

/** What the worker is told beside calls: to close the store and end. */
export const shutDown = { shutDown: true } as const;

export function isShutDown(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'shutDown' in value;
}
