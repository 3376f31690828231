import type { DiffHunk } from '../../../enrich/parseDiff';

type Named = [name: string, version: string];

export const isPom = (path: string): boolean => /(?:^|\/)pom\.xml$/.test(path);

const element = /^\s*<(groupId|artifactId|version)>\s*([^<\s]{1,200})\s*<\/\1>/;
const opening = /^\s*<(dependency|parent|plugin|extension|exclusion)>/;
const closing = /^\s*<\/(?:dependency|parent|plugin|extension|exclusion)>/;

interface Block {
  kind: string;
  group: string;
  artifact: string;
  version: string;
  changed: boolean;
  /** Its name was there before. */
  known: boolean;
}

/** Maven writes a dependency over several lines: the blocks that lines show, each marked where one of its lines changed. */
function blocksOf(lines: readonly string[], isChanged: (index: number) => boolean): Block[] {
  const blocks: Block[] = [];
  const start = (kind: string): Block => ({ kind, group: '', artifact: '', version: '', changed: false, known: true });
  let open = start('');
  const close = (): void => {
    if (open.artifact !== '' || open.version !== '') blocks.push(open);
  };
  for (const [index, text] of lines.entries()) {
    const kind = opening.exec(text)?.[1];
    if (kind !== undefined || closing.test(text)) {
      close();
      open = start(kind ?? '');
      continue;
    }
    const [, name, value = ''] = element.exec(text) ?? [];
    if (name === undefined) continue;
    if (name === 'groupId') open.group = value;
    else if (name === 'version') open.version = value;
    else {
      open.artifact = value;
      open.known = !isChanged(index);
    }
    open.changed ||= isChanged(index);
  }
  close();
  return blocks;
}

const isDependency = ({ kind }: Block): boolean => kind === 'dependency' || kind === 'parent' || kind === '';
const nameOf = ({ group, artifact }: Block): string => (group === '' ? artifact : `${group}:${artifact}`);

/** The dependencies that a hunk of a `pom.xml` takes away and adds. */
export function readPomHunk({ lines = [], startLine, added, removed }: DiffHunk): { removed: Named[]; added: Named[] } {
  const addedLines = new Set(added.map(({ line }) => line));
  const changed = blocksOf(lines, (index) => addedLines.has(startLine + index)).filter(
    (block) => block.changed && block.artifact !== '' && isDependency(block),
  );
  // A version that was taken away alone is that of a block whose name stayed.
  const updated = changed.filter(({ known, version }) => known && version !== '');
  const gone = blocksOf(removed, () => true).flatMap((block): Named[] => {
    if (!isDependency(block)) return [];
    const owner = block.artifact === '' ? updated.shift() : block;
    return owner === undefined ? [] : [[nameOf(owner), block.version]];
  });
  return { removed: gone, added: changed.map((block) => [nameOf(block), block.version]) };
}
