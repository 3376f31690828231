/** One variable that a file reads. Never its value. */
export interface EnvironmentRead {
  readonly name: string;
  /** 1-based, where it is read first. */
  readonly line: number;
  /** Used as it is: no default beside it and no comparison around it. */
  readonly required: boolean;
}

/** What an environment variable is called: upper case, with digits and underscores. */
function isVariableName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]{1,79}$/.test(name);
}

/** Collects reads of one file: each name once. A name that is tested or given a default anywhere in the file is optional in it. */
export class ReadList {
  private readonly byName = new Map<string, EnvironmentRead>();

  add(name: string, line: number, required: boolean): void {
    if (!isVariableName(name)) return;
    const known = this.byName.get(name);
    if (known === undefined) this.byName.set(name, { name, line, required });
    else if (!required && known.required) this.byName.set(name, { ...known, required: false });
  }

  get all(): readonly EnvironmentRead[] {
    return [...this.byName.values()];
  }
}
