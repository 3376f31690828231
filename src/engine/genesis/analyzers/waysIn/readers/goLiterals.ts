/** What stands between two commas of a composite literal of Go, by its offsets; `key` where it is a field. */
export interface LiteralItem {
  readonly key?: string;
  readonly start: number;
  readonly end: number;
}

interface Literal {
  readonly items: readonly LiteralItem[];
  /** Behind its closing brace. */
  readonly end: number;
}

const longest = 200_000;
const field = /\s{0,200}([A-Za-z_]\w{0,60})\s{0,20}:(?!=)\s{0,40}/y;

/** The items of the literal whose opening brace stands at `open`, in a text without comments. */
export function literalAt(text: string, open: number, most = longest): Literal {
  const items: LiteralItem[] = [];
  const last = Math.min(text.length, open + most);
  let depth = 0;
  let start = open + 1;
  let at = open + 1;
  const close = (): void => {
    field.lastIndex = start;
    const key = field.exec(text);
    const begin = key !== null && field.lastIndex <= at ? field.lastIndex : start;
    if (text.slice(begin, at).trim() !== '')
      items.push({ start: begin, end: at, ...(begin === start || key?.[1] === undefined ? {} : { key: key[1] }) });
    start = at + 1;
  };
  for (; at < last; at++) {
    const char = text[at] ?? '';
    if (char === '"' || char === '`' || char === "'") at = textEnd(text, at);
    else if (char === '{' || char === '(' || char === '[') depth += 1;
    else if (char === '}' || char === ')' || char === ']') {
      if (depth === 0) break;
      depth -= 1;
    } else if (char === ',' && depth === 0) close();
  }
  close();
  return { items, end: at + 1 };
}

/** The place of the quote that ends a text. */
function textEnd(text: string, open: number): number {
  const quote = text[open] ?? '';
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote !== '`') at += 1;
    else if (text[at] === quote || (text[at] === '\n' && quote !== '`')) return at;
  }
  return text.length;
}
