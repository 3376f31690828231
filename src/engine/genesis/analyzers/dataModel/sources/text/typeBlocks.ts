import { closingBracket, splitOutside } from '../../../../languages/sourceText';
import type { SourceFile } from '../../../../sourceFile';
import type { ModelFact } from '../../modelFact';
import type { FieldRead } from '../../syntax/scriptNodes';
import { textModel } from '../../syntax/textModel';

/** A language whose types are a head, a name and a body of one field a line or statement. */
export interface TypeBlocks {
  readonly kind: string;
  /** Ends with the bracket that opens the body; the name is its first group. */
  readonly head: RegExp;
  /** Names of what carries things and is none: answers, pages, calls. */
  readonly leavesOut: (name: string) => boolean;
  readonly separator: RegExp;
  /** The body without what groups its fields. */
  readonly flatten?: (body: string) => string;
  readonly readField: (line: string, owner: string, names: ReadonlySet<string>) => FieldRead | undefined;
  /** Only what has an identity is a thing of its own. */
  readonly isIdentity: (read: FieldRead) => boolean;
}

/** The types of a text without comments that stand for a thing. */
export function modelsOfBlocks(file: SourceFile, text: string, blocks: TypeBlocks): ModelFact[] {
  const heads = [...text.matchAll(blocks.head)];
  const names = new Set(heads.map((head) => head[1] ?? ''));
  return heads.flatMap((match): ModelFact[] => {
    const [head, name = ''] = match;
    if (blocks.leavesOut(name)) return [];
    const open = match.index + head.length - 1;
    const end = closingBracket(text, open);
    const body = text.slice(open + 1, end);
    const lines = splitOutside(blocks.flatten?.(body) ?? body, blocks.separator);
    const read = lines.flatMap((line) => blocks.readField(line.text, name, names) ?? []);
    if (!read.some(blocks.isIdentity)) return [];
    const start = match.index + head.search(/\S/);
    return [textModel(file, { name, kind: blocks.kind, start, end, read })];
  });
}
