/** A name, with the 1-based line where it is said. */
export interface NamedLine {
  readonly name: string;
  readonly line: number;
}

export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** The first group of a pattern, with the line where its match begins. */
export function nameIn(text: string, pattern: RegExp): NamedLine[] {
  const found = pattern.exec(text);
  const name = found?.[1];
  return found === null || name === undefined
    ? []
    : [{ name, line: lineAt(text, found.index + found[0].search(/\S/)) }];
}
