import type { Engine } from '../../engine/engine';

/** One thing that a command does, for example `list` of `contox items list`. */
export interface Verb {
  readonly name: string;
  /** What comes after the name, as help shows it; `[x]` may be left out. */
  readonly takes: readonly string[];
  /** Whether further words may follow. */
  readonly more?: boolean;
  readonly about: string;
  readonly options: Readonly<Record<string, VerbOption>>;
  run(engine: Engine, args: VerbArgs): Promise<Answer>;
}

export interface VerbOption {
  /** Placeholder of its value; without one it is a switch. */
  readonly value?: string;
  readonly about: string;
}

export interface VerbArgs {
  /** The n-th word after the name; `''` where it was left out. */
  word(index: number): string;
  /** All of them. */
  readonly words: readonly string[];
  option(name: string): string | undefined;
  isSet(name: string): boolean;
  readonly cwd: string;
}

export interface Answer {
  /** Printed with `--json`. */
  readonly data: unknown;
  /** Printed without. */
  readonly text: string;
  /** Said on stderr. */
  readonly hint?: string | undefined;
  /** What was asked for is done, and what it found is bad news. */
  readonly failed?: boolean;
}

export const projectOption = {
  project: { value: 'id', about: 'of which project (default: the one of this folder, or the only one)' },
} as const;

export const pageOptions = {
  limit: { value: 'n', about: 'at most so many (1 to 200, default 100)' },
  cursor: { value: 'text', about: 'go on where the page before ended' },
} as const;
