/** What stands before each bracket that is open at a place, from the inside out. */
export function openersOf(text: string, at: number, most = 5): string[] {
  const found: string[] = [];
  let depth = 0;
  for (let i = at - 1; i >= Math.max(0, at - 2_500) && found.length < most; i--) {
    const sign = text[i];
    if (sign === '}' || sign === ')' || sign === ']') depth++;
    if (sign !== '{' && sign !== '(' && sign !== '[') continue;
    if (depth > 0) depth--;
    else
      found.push(
        text.slice(Math.max(0, i - 60), i + 1).slice(text.slice(Math.max(0, i - 60), i).lastIndexOf('\n') + 1),
      );
  }
  return found;
}
