import type { SourceFile } from '../../../sourceFile';
import type { ModelFact } from '../modelFact';
import type { FieldRead } from './scriptNodes';

/** A model that was found in a text; places are offsets in the text of its file. */
interface TextModel {
  readonly name: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly read: readonly FieldRead[];
  readonly table?: string | undefined;
}

export function textModel(file: SourceFile, { name, kind, start, end, read, table }: TextModel): ModelFact {
  return {
    name,
    kind,
    line: file.lineAt(start),
    endLine: file.lineAt(Math.min(end, file.text.length - 1)),
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: 'entity',
    ...(table === undefined ? {} : { table }),
  };
}
