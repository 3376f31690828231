/** What stands before each bracket that is open at a place, from the inside out. */
export function openersOf(text: string, at: number, most = 5): string[] {
  const found: string[] = [];
  let depth = 0;
  for (let i = at - 1; i >= Math.max(0, at - 2_500) && found.length < most; i--) {
    const sign = text[i];
    if (sign === '}' || sign === ')' || sign === ']') depth++;
    if (sign !== '{' && sign !== '(' && sign !== '[') continue;
    if (depth > 0) depth--;
    else {
      const before = text.slice(Math.max(0, i - 60), i);
      // A bracket on a line of its own belongs to the line above.
      const line = /\n[ \t]*$/.test(before) ? before.trimEnd() : before;
      found.push(`${line.slice(line.lastIndexOf('\n') + 1)}${sign}`);
    }
  }
  return found;
}
