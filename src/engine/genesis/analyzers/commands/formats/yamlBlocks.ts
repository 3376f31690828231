export interface YamlBlock {
  readonly key: string;
  /** 1-based. */
  readonly line: number;
  readonly body: readonly { readonly text: string; readonly line: number }[];
}

/**
 * The keys right below a top-level key, with their lines: enough for pipelines, services and tasks, without the cost and
 * the failures of a whole parse.
 */
export function childBlocks(text: string, head: string): YamlBlock[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${head}:`));
  return start === -1 ? [] : blocksFrom(lines, start + 1);
}

/** The keys at the top. */
export function topBlocks(text: string): YamlBlock[] {
  return blocksFrom(text.split('\n'), 0);
}

function blocksFrom(lines: readonly string[], start: number): YamlBlock[] {
  const blocks: { key: string; line: number; body: { text: string; line: number }[] }[] = [];
  let indent = start === 0 ? 0 : -1;
  for (let at = start; at < lines.length; at++) {
    const text = lines[at] ?? '';
    if (/^\s*(#|$)/.test(text)) continue;
    const depth = text.length - text.trimStart().length;
    if (indent === -1) {
      if (depth === 0) break;
      indent = depth;
    }
    if (depth < indent) break;
    const key = depth === indent ? /^\s{0,40}["']?([\w.@ /:-]{1,100}?)["']?:(?:\s|$)/.exec(text)?.[1] : undefined;
    if (key !== undefined) blocks.push({ key, line: at + 1, body: [] });
    else blocks.at(-1)?.body.push({ text, line: at + 1 });
  }
  return blocks;
}
