import type { ProjectCommand } from '../../../../shared/inventory';

/** A command that a file declares. `run` is what a person types, `does` what runs behind it. */
export interface DeclaredCommand {
  readonly name: string;
  readonly run: string;
  readonly line: number;
  readonly kind: NonNullable<ProjectCommand['kind']>;
  readonly does?: string;
  /** `does` is only one of several steps. */
  readonly hasMore?: true;
  /** The manager that the manifest itself names. */
  readonly manager?: string;
  /** The file brings in others or makes names by patterns: it may declare more than was read. */
  readonly isPartial?: true;
  /** A job of a workflow that only other workflows start. */
  readonly isCalled?: true;
  /** A job that only looks after issues and pull requests: labels, locks, greets, closes. */
  readonly isChore?: true;
  /** The actions that do what a job is for. */
  readonly uses?: readonly string[];
  /** The name of the file whose workflow a job calls. */
  readonly calls?: string;
  /** It starts what lies in a folder of tests, or is made before every test. */
  readonly isOfTests?: true;
  /** Files beside its own without which it cannot begin. */
  readonly needs?: readonly string[];
}

/** Pure: a text in, commands out. Throws for a text that is not of the format. */
export type CommandParser = (text: string, path: string) => readonly DeclaredCommand[];

/** One line, at most 200 characters: a command is shown, not kept. */
export function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
