import type { ItemEvidence, ItemType } from '../../../shared/item';

/** An item before it is stored. */
export interface Draft {
  /** What it was made from: the same again makes no second one. */
  readonly origin: string;
  readonly type: ItemType;
  readonly title: string;
  readonly facts: string;
  readonly rationale: string | null;
  readonly files: readonly string[];
  readonly tags: readonly string[];
  readonly importance: number;
  readonly confidence: number;
  readonly evidence: readonly ItemEvidence[];
}

export const mostFiles = 50;
export const mostEvidence = 20;
export const longestFacts = 5_000;

/** One line for a title: the first sentence or line of a text. */
export function titleOf(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  return line.length <= 200 ? line : `${line.slice(0, 199)}…`;
}
