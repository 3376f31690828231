/**
 * Splits Markdown into the parts that can stand or fall alone: a fenced block, an item of a list with its continuation,
 * a paragraph. Lines within a part are never torn apart, because code and tables repeat lines on purpose.
 */
export function splitUnits(markdown: string): string[] {
  const units: string[] = [];
  let open: string[] = [];
  let fence: string | undefined;
  const close = (): void => {
    if (open.length > 0) units.push(open.join('\n'));
    open = [];
  };
  for (const raw of markdown.split(/\r?\n/)) {
    const line = raw.trimEnd();
    const mark = /^ {0,3}(`{3,9}|~{3,9})/.exec(line)?.[1];
    if (fence !== undefined) {
      open.push(line);
      if (mark?.startsWith(fence) && line.trim() === mark) {
        fence = undefined;
        close();
      }
    } else if (mark !== undefined) {
      close();
      fence = mark;
      open.push(line);
    } else if (line === '') close();
    else {
      if (isListItem(line)) close();
      open.push(line);
    }
  }
  close();
  return units;
}

/**
 * The units of several texts, oldest text first, without repetitions. Of units such as `Status: done` that give one key
 * a value, only the newest is kept. Items of a list stay together as one text.
 */
export function mergeUnits(texts: readonly (readonly string[])[]): string[] {
  const kept = new Map<string, string>();
  for (const unit of texts.flat()) {
    const key = keyOf(unit);
    if (key !== undefined) kept.delete(key);
    const name = key ?? normalize(unit);
    if (!kept.has(name)) kept.set(name, unit);
  }
  return joinLists([...kept.values()]);
}

function joinLists(units: readonly string[]): string[] {
  const joined: string[] = [];
  let inList = false;
  for (const unit of units) {
    const item = isListItem(unit);
    const last = joined.length - 1;
    if (item && inList) joined[last] = `${joined[last]}\n${unit}`;
    else joined.push(unit);
    inList = item;
  }
  return joined;
}

const isListItem = (text: string): boolean => /^ {0,3}(?:[-*+]|\d{1,9}[.)]) /.test(text);

/** Words before a colon that begin a remark and do not name a thing; two remarks don't supersede each other. */
const remarks: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'fixme',
  'hint',
  'idea',
  'important',
  'info',
  'note',
  'notes',
  'question',
  'reason',
  'remark',
  'see',
  'tip',
  'todo',
  'warning',
  'why',
]);

/** `status` of `- **Status:** done`, a unit of one line that gives a key a value. */
function keyOf(unit: string): string | undefined {
  if (unit.includes('\n')) return undefined;
  const plain = unit.replace(/^ {0,3}(?:[-*+]|\d{1,9}[.)]) +/, '').replace(/\*\*|__/g, '');
  const key = /^([\p{L}\p{N}][\p{L}\p{N} _./-]{0,39}): +\S/u.exec(plain)?.[1];
  if (key === undefined) return undefined;
  const name = normalize(key);
  // A sentence may hold a colon too; a name has few words.
  return remarks.has(name) || name.split(' ').length > 4 ? undefined : `key ${name}`;
}

const normalize = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
