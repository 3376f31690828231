import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../modelFact';

const fieldLine = /^\s*([A-Za-z]\w*)\s+([A-Za-z]\w*)(\[\]|\?)?(.*)$/;

const scalars = /^(?:String|Boolean|Int|BigInt|Float|Decimal|DateTime|Json|Bytes|Unsupported)$/;

function readField(
  line: string,
  enums: ReadonlySet<string>,
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
  // A model of another file can't be told from an enum here; what leads nowhere is dropped once all files are read.
  if (scalars.test(type) || enums.has(type)) return { field };
  // The side that names its fields holds the reference.
  const kind = suffix === '[]' ? 'one-to-many' : /\bfields\s*:/.test(rest) ? 'many-to-one' : 'one-to-one';
  return { field, relation: { field: name, to: type, kind } };
}

/** The columns of `@@id([userId, projectId])`, which are the key together. */
function keyColumns(body: readonly string[]): ReadonlySet<string> {
  const written =
    body.map((text) => /^\s*@@id\(\s*(?:fields:\s*)?\[([^\]]{1,400})\]/.exec(text)?.[1]).find(Boolean) ?? '';
  return new Set(written.split(',').map((name) => /^\s*(\w+)/.exec(name)?.[1] ?? ''));
}

/** The columns of `@relation(fields: [authorId], …)`. */
function pointingColumns(body: readonly string[]): ReadonlySet<string> {
  const lists = body.map((text) => /@relation\([^)]{0,200}?\bfields:\s*\[([^\]]{1,400})\]/.exec(text)?.[1] ?? '');
  return new Set(lists.flatMap((list) => list.split(',').map((name) => name.trim())));
}

/** Where both sides of a relation are lists, Prisma keeps a table between them. */
function withManyToMany(models: readonly ModelFact[]): ModelFact[] {
  const lists = (from: string, to: string): number => {
    const relations = models.find(({ name }) => name === from)?.relations ?? [];
    return relations.filter((one) => one.to === to && one.kind === 'one-to-many').length;
  };
  const points = (from: string, to: string): boolean =>
    (models.find(({ name }) => name === from)?.relations ?? []).some(
      (one) => one.to === to && one.kind !== 'one-to-many',
    );
  return models.map((model) => ({
    ...model,
    relations: model.relations.map((one) =>
      one.kind === 'one-to-many' &&
      one.to !== model.name &&
      lists(one.to, model.name) === lists(model.name, one.to) &&
      !points(one.to, model.name)
        ? { ...one, kind: 'many-to-many' as const }
        : one,
    ),
  }));
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
    const enums = new Set(
      [...file.text.matchAll(/^[ \t]*(?:enum|type)\s+([A-Za-z]\w*)\s*\{/gm)].map((match) => match[1] ?? ''),
    );
    const models = blocks.map(({ name, line, body }): ModelFact => {
      const together = keyColumns(body);
      const pointing = pointingColumns(body);
      const read = body
        .flatMap((text) => readField(text, enums) ?? [])
        .map(({ field, ...rest }) => ({
          ...rest,
          field: together.has(field.name)
            ? { ...field, key: 'primary' as const }
            : pointing.has(field.name) && field.key === undefined
              ? { ...field, key: 'foreign' as const }
              : field,
        }));
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
    return { models: withManyToMany(models) };
  },
  example: {
    files: {
      'prisma/schema.prisma':
        'model User {\n  id Int @id\n  email String @unique\n  bio String?\n  posts Post[]\n  @@map("users")\n}\nmodel Post {\n  author User @relation(fields: [authorId], references: [id])\n  authorId Int // by\n  slug String\n  type PostKind\n  @@id([authorId, slug])\n}\nmodel PostKind {\n  id Int @id\n}\nenum Role {\n  A\n}\n',
    },
    models: [
      'prisma User [users] (id:Int primary, email:String unique, bio:String?, posts:Post[]) posts>Post',
      'prisma Post (author:User, authorId:Int primary, slug:String primary, type:PostKind) author>User type>PostKind',
      'prisma PostKind (id:Int primary)',
    ],
  },
};
