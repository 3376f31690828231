import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const derived = /#\[derive\([^)\]]{0,300}\bSubcommand\b[^)\]]{0,200}\)\]/g;
const renameAll = /\brename_all\s{0,4}=\s{0,4}"([\w-]{1,40})"/;
const enumHead = /\benum\s{1,5}\w{1,80}[^{;]{0,200}\{/;
const renamed = /\b(?:name\s{0,4}=\s{0,4}|rename\s{0,4}=\s{0,4})"([^"\n]{1,80})"/;

/** The variants of an enumeration that clap reads commands into. */
export function clapCommands(text: string, file: SourceFile): WayFact[] {
  const facts: WayFact[] = [];
  for (const match of text.matchAll(derived)) {
    const head = enumHead.exec(text.slice(match.index, match.index + 2_000));
    if (head === null) continue;
    const open = match.index + head.index + head[0].length;
    const style = renameAll.exec(text.slice(match.index, open))?.[1] ?? 'kebab-case';
    if (styles[style] === undefined) continue;
    for (const { name, offset } of variantsIn(text, open, styles[style]))
      facts.push({ kind: 'cli', framework: 'clap', name, line: file.lineAt(offset) });
  }
  return facts;
}

function* variantsIn(
  text: string,
  open: number,
  styled: (name: string) => string,
): Iterable<{ name: string; offset: number }> {
  let depth = 0;
  let attributes = '';
  let isStart = true;
  for (let at = open; at < text.length && depth >= 0; at++) {
    const char = text[at] ?? '';
    if (depth === 0 && isStart && /[A-Z]/.test(char)) {
      const written = /^\w{1,80}/.exec(text.slice(at, at + 80))?.[0] ?? '';
      if (!/\b(?:flatten|external_subcommand|skip)\b/.test(attributes))
        yield { name: renamed.exec(attributes)?.[1] ?? styled(written), offset: at };
      attributes = '';
      isStart = false;
      at += written.length - 1;
    } else if (depth === 0 && char === '#' && text[at + 1] === '[') {
      const end = text.indexOf(']', at);
      attributes += text.slice(at, end === -1 ? undefined : end);
      at = end === -1 ? text.length : end;
    } else if (char === ',' && depth === 0) isStart = true;
    else if (char === '{' || char === '(' || char === '[') depth += 1;
    else if (char === '}' || char === ')' || char === ']') depth -= 1;
  }
}

const joined = (name: string, mark: string): string =>
  name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, mark).toLowerCase();

/** How an enumeration names all of its commands; what is not among them is left out. */
const styles: Readonly<Record<string, (name: string) => string>> = {
  'kebab-case': (name) => joined(name, '-'),
  kebab: (name) => joined(name, '-'),
  snake_case: (name) => joined(name, '_'),
  snake: (name) => joined(name, '_'),
  lower: (name) => name.toLowerCase(),
  lowercase: (name) => name.toLowerCase(),
  verbatim: (name) => name,
};
