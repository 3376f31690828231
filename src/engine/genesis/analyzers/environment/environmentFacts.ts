/** One variable that a file reads. Never its value. */
export interface EnvironmentRead {
  readonly name: string;
  /** 1-based, where it is read first. */
  readonly line: number;
  readonly need: Need;
}

/**
 * What becomes of the program without the variable, as far as the place says: `demanded` stops it there, `plain` takes
 * nothing for a value, `optional` has a default beside it or a test around it.
 */
export type Need = 'demanded' | 'plain' | 'optional';

/** What an environment variable is called: upper case, with digits and underscores. */
function isVariableName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]{1,79}$/.test(name);
}

/**
 * A value that is kept under a name is asked for under that name: `if (!key) return` makes the variable behind `key`
 * optional. Also true for a name of the same letters elsewhere in the file, which errs on the quiet side.
 */
export function isTestedLater(name: string, text: string): boolean {
  if (!/^[A-Za-z_]\w{0,79}$/.test(name)) return false;
  const before = `(?:!|\\bnot\\s|\\b(?:if|elif|unless|guard|len|Boolean|bool|isset|empty)\\b\\s{0,3}\\(?)\\s{0,3}${name}\\b`;
  const after = `\\b${name}\\s{0,3}(?:\\?|&&|\\|\\||[!=]==?|\\bor\\b|\\band\\b|\\bis\\b)`;
  return new RegExp(`${before}|${after}`).test(text);
}

/** Collects reads of one file: each name once. A name that is tested or given a default anywhere in the file is optional in it. */
export class ReadList {
  private readonly byName = new Map<string, EnvironmentRead>();

  add(name: string, line: number, need: Need): void {
    if (!isVariableName(name)) return;
    const known = this.byName.get(name);
    if (known === undefined) this.byName.set(name, { name, line, need });
    else if (known.need === 'optional') return;
    else if (need === 'optional') this.byName.set(name, { ...known, need });
    else if (need === 'demanded' && known.need === 'plain') this.byName.set(name, { name, line, need });
  }

  get all(): readonly EnvironmentRead[] {
    return [...this.byName.values()];
  }
}
