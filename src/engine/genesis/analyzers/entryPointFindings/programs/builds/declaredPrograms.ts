import { lineAt, type NamedLine } from '../../namedLine';

/** A part of a file of Cabal: `executable cups` at the margin, and what is said of it below. */
interface Stanza extends NamedLine {
  readonly kind: string;
  readonly body: string;
}

const stanzaHead =
  /^(executable|library|test-suite|benchmark|foreign-library|common|flag)(?:[ \t]{1,40}([\w'-]{1,80}))?[ \t]{0,40}$/i;

export function cabalStanzas(text: string): Stanza[] {
  const found: { kind: string; name: string; line: number; lines: string[] }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const head = stanzaHead.exec(line);
    if (head !== null)
      found.push({ kind: (head[1] ?? '').toLowerCase(), name: head[2] ?? '', line: index + 1, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ lines, ...one }) => ({ ...one, body: lines.join('\n') }));
}

export function cabalPrograms(text: string): NamedLine[] {
  const stanzas = cabalStanzas(text);
  const flags = new Map(
    stanzas.flatMap(({ kind, name, body }) =>
      kind === 'flag' ? [[name.toLowerCase(), !/^\s{1,40}default\s{0,9}:\s{0,9}False\b/im.test(body)] as const] : [],
    ),
  );
  return stanzas.filter(({ kind, name, body }) => kind === 'executable' && name !== '' && !isOff(body, flags));
}

const switchedOff = /^\s{0,80}buildable\s{0,9}:\s{0,9}False\b/i;
const condition = /^\s{0,80}if\s{1,9}(!?)\s{0,9}flag\(\s{0,9}([\w-]{1,80})\s{0,9}\)\s{0,9}$/i;

/** Whether it is not built where no flag is set otherwise; for a system or a compiler alone it may be left out. */
function isOff(body: string, flags: ReadonlyMap<string, boolean>): boolean {
  const lines = body.split('\n');
  const depthOf = (line: string): number => line.search(/\S/);
  return lines.some((line, at) => {
    if (!switchedOff.test(line)) return false;
    const above = lines.slice(0, at).findLastIndex((one) => depthOf(one) !== -1 && depthOf(one) < depthOf(line));
    const head = lines[above] ?? '';
    if (!/^\s{0,80}(?:if\b|else\b)/i.test(head)) return true;
    const isElse = /^\s{0,80}else\b/i.test(head);
    const start = isElse
      ? lines.slice(0, above).findLast((one) => depthOf(one) === depthOf(head) && /^\s{0,80}if\b/i.test(one))
      : head;
    const [, not = '', flag = ''] = condition.exec(start ?? '') ?? [];
    // Other conditions than one flag are not worked out: what asks for several mostly serves those who develop.
    if (flag === '') return !/\b(?:os|arch|impl)\s?\(/i.test(start ?? '');
    const holds = (flags.get(flag.toLowerCase()) ?? true) !== (not === '!');
    return holds !== isElse;
  });
}

/** `const exe = b.addExecutable(.{ .name = "cups" }); b.installArtifact(exe);`. */
export function zigPrograms(text: string): NamedLine[] {
  const made = text.matchAll(
    /\bconst\s{1,4}(\w{1,60})\s{0,4}=\s{0,4}\w{1,20}\.addExecutable\(\s{0,9}\.\{\s{0,40}\.name\s{0,4}=\s{0,4}"([\w.-]{1,60})"/g,
  );
  return [...made].flatMap(({ 1: variable = '', 2: name = '', index }) =>
    text.includes(`.installArtifact(${variable})`) ? [{ name, line: lineAt(text, index) }] : [],
  );
}

/** The namespace that Leiningen starts, by the name of the whole; not what a profile starts for those who develop. */
export function leiningenPrograms(text: string): NamedLine[] {
  const name = /\(defproject\s{1,9}(?:[\w.-]{1,80}\/)?([\w.-]{1,80})/.exec(text)?.[1];
  const main = [
    ...text.matchAll(/:main\s{1,40}(?:\^(?::[\w-]{1,30}|\{[^}\n]{0,60}\})\s{1,9})?[a-z][\w.*-]{1,120}(?=[\s)}\]])/g),
  ]
    .slice(0, mostMains)
    .find(({ index }) => depthAt(text, index) === 1)?.index;
  return name === undefined || main === undefined ? [] : [{ name, line: lineAt(text, main) }];
}

const mostMains = 10;

/** How many brackets are open, those in texts and comments aside. */
function depthAt(text: string, end: number): number {
  const plain = text.slice(0, end).replace(/"(?:[^"\\]|\\.){0,2000}"|;[^\n]*/g, '');
  return [...plain].reduce(
    (depth, letter) => depth + ('([{'.includes(letter) ? 1 : ')]}'.includes(letter) ? -1 : 0),
    0,
  );
}
