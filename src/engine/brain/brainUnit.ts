import type { BrainEntry } from '../../shared/brain';

/**
 * The parts of the document in the order in which they stand there. `share`: so much of the budget a part may take before
 * the others have had their turn. `turn`: the order in which they get room.
 */
export const brainParts = {
  stack: { title: 'Stack', share: 0.1, turn: 3 },
  commands: { title: 'Commands', share: 0.1, turn: 4 },
  code: { title: 'What the code shows', share: 0.2, turn: 5 },
  always: { title: 'Always know', share: 0.45, turn: 1 },
  items: { title: 'Decisions and knowledge', share: 0.35, turn: 2 },
  onDemand: { title: 'Contexts to read when they matter', share: 0.15, turn: 6 },
  security: { title: 'Security findings', share: 0.08, turn: 7 },
  sessions: { title: 'Recent sessions', share: 0.1, turn: 8 },
} as const;
export type BrainPart = keyof typeof brainParts;

/** One statement before there is known to be room for it. */
export interface BrainUnit {
  readonly part: BrainPart;
  readonly entry: Omit<BrainEntry, 'whole'>;
  /** Markdown, without an empty line at its end. */
  readonly text: string;
  /** A shorter form for where there is no room for all; then `text` is left out. */
  readonly brief?: string;
}

export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The beginning of a text, cut between words. */
export function beginningOf(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))}…`;
}
