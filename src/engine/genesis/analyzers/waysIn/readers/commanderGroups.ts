const deepest = 5;

/**
 * The commands of Commander above one, by the variable that it is called on, as far as the file says them. What the file
 * starts is the program itself, whose name is not one of its commands.
 */
export function commanderGroups(of: string, text: string, isMade: boolean): string {
  const labels: string[] = [];
  const first = isMade ? addedTo(of, text) : of;
  for (let name = first, depth = 0; name !== undefined && depth < deepest; depth++) {
    if (new RegExp(`\\b${name}\\s{0,60}\\.parse(?:Async)?\\(`).test(text)) break;
    const found: readonly (string | undefined)[] = declared(name).exec(text) ?? [];
    const [, parent, below, own, named] = found;
    const label = below ?? own ?? named;
    if (label === undefined) break;
    labels.unshift(label);
    name = parent ?? addedTo(name, text);
  }
  return labels.join(' ');
}

const addedTo = (name: string, text: string): string | undefined =>
  new RegExp(`\\b(\\w{1,60})\\s{0,60}\\.addCommand\\(\\s{0,20}${name}\\b`).exec(text)?.[1];

const word = '\\s{0,20}[\'"`]([\\w:-]{1,80})';

/** `const cups = program.command('cups')`, `const cups = new Command('cups')`, `const cups = new Command().name('cups')`. */
const declared = (name: string): RegExp =>
  new RegExp(
    `\\b${name}\\s{0,4}=\\s{0,20}(?:(\\w{1,60})\\s{0,60}\\.command\\(${word}|new\\s{1,5}Command\\((?:${word}[^)\\n]{0,80}\\)|\\s{0,10}\\)(?:\\s{0,60}\\.name\\(${word})?))`,
  );
