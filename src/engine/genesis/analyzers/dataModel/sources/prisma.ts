import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../modelFact';

const fieldLine = /^\s*([A-Za-z]\w*)\s+([A-Za-z]\w*)(\[\]|\?)?(.*)$/;

function readField(
  line: string,
  models: ReadonlySet<string>,
): { field: DataField; relation?: DataRelation } | undefined {
  const match = fieldLine.exec(line.replace(/\/\/.*$/, ''));
  if (!match) return undefined;
  const [, name = '', type = '', suffix = '', rest = ''] = match;
  const key = /@id\b/.test(rest) ? 'primary' : /@unique\b/.test(rest) ? 'unique' : undefined;
  const field: DataField = {
    name,
    type: type + (suffix === '[]' ? '[]' : ''),
    ...(key ? { key } : {}),
    ...(suffix === '?' ? { optional: true } : {}),
  };
  if (!models.has(type)) return { field };
  return { field, relation: { field: name, to: type, kind: suffix === '[]' ? 'one-to-many' : 'many-to-one' } };
}

/** Prisma's schema language: one block a model, one line a field. */
export const prismaSource: ModelSource = {
  id: 'prisma',
  wants: ({ path }) => path.endsWith('.prisma'),
  keyword: /^\s*model\s/m,
  extract(file) {
    const lines = file.text.split('\n');
    const blocks: { name: string; line: number; body: string[] }[] = [];
    let open: { name: string; line: number; body: string[] } | undefined;
    for (const [index, line] of lines.entries()) {
      const start = /^\s*(?:model|view)\s+([A-Za-z]\w*)\s*\{/.exec(line)?.[1];
      if (start) open = { name: start, line: index + 1, body: [] };
      else if (/^\s*\}/.test(line) && open) {
        blocks.push(open);
        open = undefined;
      } else open?.body.push(line);
    }
    const names = new Set(blocks.map((block) => block.name));
    const models = blocks.map(({ name, line, body }): ModelFact => {
      const read = body.flatMap((text) => readField(text, names) ?? []);
      const table = body.map((text) => /@@map\(\s*(?:name:\s*)?"([^"]+)"/.exec(text)?.[1]).find(Boolean);
      return {
        name,
        kind: 'prisma',
        line,
        endLine: line + body.length + 1,
        fields: read.map(({ field }) => field),
        relations: read.flatMap(({ relation }) => relation ?? []),
        role: 'entity',
        ...(table ? { table } : {}),
      };
    });
    return { models };
  },
  example: {
    files: {
      'prisma/schema.prisma':
        'model User {\n  id Int @id\n  email String @unique\n  bio String?\n  posts Post[]\n  @@map("users")\n}\nmodel Post {\n  id Int @id\n  author User @relation(fields: [authorId], references: [id])\n  authorId Int // by\n}\nenum Role {\n  A\n}\n',
    },
    models: [
      'prisma User [users] (id:Int primary, email:String unique, bio:String?, posts:Post[]) posts>Post',
      'prisma Post (id:Int primary, author:User, authorId:Int) author>User',
    ],
  },
};
