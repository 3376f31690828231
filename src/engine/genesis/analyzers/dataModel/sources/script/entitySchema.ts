import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childrenOf, descendantsOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';
import {
  argsOf,
  assignedName,
  type FieldRead,
  keyOf,
  modelOf,
  objectOf,
  pairsOf,
  propertyOf,
  scripts,
} from '../../syntax/scriptNodes';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  'one-to-one': 'one-to-one',
  'one-to-many': 'one-to-many',
  'many-to-one': 'many-to-one',
  'many-to-many': 'many-to-many',
  '1:1': 'one-to-one',
  '1:m': 'one-to-many',
  'm:1': 'many-to-one',
  'm:n': 'many-to-many',
};

/** `'User'`, `User`, or `() => User`. */
function targetOf(node: Node | undefined): string {
  const body = node?.type === 'arrow_function' ? fieldOf(node, 'body') : node;
  return literalOf(body) ?? textOf(body).replace(/\.name$/, '');
}

/** What is written, without `as` and `satisfies`. */
const plain = (node: Node | undefined): Node | undefined =>
  /^(?:as|satisfies)_expression$/.test(node?.type ?? '') ? (node?.namedChild(0) ?? undefined) : node;

function readProperty(pair: Node): FieldRead {
  const name = keyOf(pair);
  const written = plain(fieldOf(pair, 'value'));
  // What is declared further below is named in a function.
  const value = written?.type === 'arrow_function' ? fieldOf(written, 'body') : written;
  const isObject = value?.type === 'object';
  const setting = (key: string): Node | undefined => (isObject ? propertyOf(value, key) : undefined);
  const text = textOf(value);
  const kind = relationKinds[literalOf(setting('kind') ?? setting('reference') ?? setting('type')) ?? ''];
  const is = (key: string): boolean =>
    textOf(setting(key)) === 'true' || (!isObject && new RegExp(`\\.${key}\\(`).test(text));
  const to =
    targetOf(setting('target') ?? setting('entity')) ||
    /\.\w+\(\s*(?:\(\)\s*=>\s*(?=\w)|(?=[A-Z]))(\w+)/.exec(text)?.[1];
  const typeNode = setting('type');
  const type = (typeNode ? (literalOf(typeNode) ?? textOf(typeNode)) : (/^\w+\.(\w+)\(/.exec(text)?.[1] ?? text)).slice(
    0,
    40,
  );
  const built = relationKinds[dashed(/\.(manyToOne|oneToMany|oneToOne|manyToMany)\(/.exec(text)?.[1] ?? '')];
  const relation = kind ?? built;
  const key = is('primary') ? 'primary' : is('unique') ? 'unique' : undefined;
  const field: DataField = {
    name,
    type: relation && to ? to : type,
    ...(key ? { key } : {}),
    ...(is('nullable') ? { optional: true } : {}),
  };
  return relation && to ? { field, relation: { field: name, to, kind: relation } } : { field };
}

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Objects of shared columns that schemas spread into their own. */
const spreadNames = (object: Node | undefined): string[] =>
  childrenOf(object, 'spread_element').flatMap((item) => /^\.\.\.(\w+)$/.exec(item.text)?.[1] ?? []);

function readSchema(made: Node, root: Node): ModelFact | undefined {
  const settings = objectOf(argsOf(made)[0], root);
  const properties = propertyOf(settings, 'properties');
  const built = properties?.type === 'arrow_function' ? descendantsOf(properties, 'object')[0] : properties;
  const groups = [propertyOf(settings, 'columns'), propertyOf(settings, 'relations'), built].map((group) =>
    objectOf(group, root),
  );
  const name = targetOf(propertyOf(settings, 'name') ?? propertyOf(settings, 'class')) || assignedName(made);
  if (name === undefined || name === '' || groups.every((group) => group === undefined)) return undefined;
  const table = literalOf(propertyOf(settings, 'tableName'));
  const bases = groups.flatMap(spreadNames);
  const kind = root.text.includes('@mikro-orm/') ? 'mikro-orm' : 'typeorm';
  const read = groups.flatMap((group) => pairsOf(group, root).map(readProperty));
  return { ...modelOf(made, name, kind, read, table), ...(bases.length > 0 ? { bases } : {}) };
}

/** `export const BaseColumns = { id: { type: String, primary: true }, … }`, in a file that speaks of a schema's columns. */
function readShared(declarator: Node): ModelFact[] {
  const value = fieldOf(declarator, 'value');
  const object = plain(value);
  const pairs = childrenOf(object, 'pair');
  const isColumn = (pair: Node): boolean => propertyOf(plain(fieldOf(pair, 'value')), 'type') !== undefined;
  if (!pairs.some(isColumn)) return [];
  const model = modelOf(declarator, textOf(fieldOf(declarator, 'name')), 'typeorm', pairs.map(readProperty));
  return [{ ...model, role: 'base' }];
}

/** TypeORM's and MikroORM's entities that are written as objects. */
export const entitySchemaSource: ModelSource = {
  id: 'entity-schema',
  wants: ({ language }) => scripts.has(language),
  keyword: /\bEntitySchema(?:Column\w*)?\b|\bdefineEntity\(/,
  extract(file) {
    const root = file.tree?.rootNode;
    if (root === undefined || !/['"](?:typeorm|@mikro-orm\/[\w-]+)['"]/.test(file.text)) return {};
    const made = descendantsOf(root, 'new_expression', 'call_expression').filter((node) =>
      /^(?:EntitySchema|defineEntity)\b/.test(textOf(fieldOf(node, 'constructor') ?? fieldOf(node, 'function'))),
    );
    const shared = file.text.includes('EntitySchemaColumn')
      ? descendantsOf(root, 'variable_declarator').flatMap(readShared)
      : [];
    return {
      models: [
        ...made.flatMap((node) => {
          const model = readSchema(node, root);
          return model ? [{ ...model, line: lineOf(node) }] : [];
        }),
        ...shared,
      ],
    };
  },
  example: {
    files: {
      'src/columns.ts':
        "import type { EntitySchemaColumnOptions } from 'typeorm';\nexport const BaseColumns = {\n  id: { type: String, primary: true } as EntitySchemaColumnOptions,\n  created: { type: 'timestamp', createDate: true },\n};\n",
      'src/flow.entity.ts':
        "import { EntitySchema } from 'typeorm';\nimport { BaseColumns } from './columns';\nexport const FlowEntity = new EntitySchema<Flow>({\n  name: 'flow',\n  tableName: 'flows',\n  columns: {\n    ...BaseColumns,\n    name: { type: String, nullable: true },\n    projectId: BaseIdColumn,\n  },\n  relations: { runs: { type: 'one-to-many', target: 'run', inverseSide: 'flow' } },\n});\n",
      'src/book.ts':
        "import { defineEntity } from '@mikro-orm/core';\nexport const Book = defineEntity({\n  name: 'Book',\n  properties: (p) => ({\n    id: p.integer().primary(),\n    title: p.string().nullable(),\n    author: () => p.manyToOne(() => Author),\n  }),\n});\nconst named = { id: p.integer().primary() };\nexport const Shelf = defineEntity({ name: 'Shelf', properties: { ...named, books: () => p.oneToMany(Book).mappedBy('shelf') } });\n",
    },
    models: [
      'mikro-orm Book (id:integer primary, title:string?, author:Author) author>Author',
      'mikro-orm Shelf (id:integer primary, books:Book) books>Book',
      'typeorm flow [flows] (id:String primary, created:timestamp, name:String?, projectId:BaseIdColumn, runs:run) runs>run',
    ],
  },
};
