import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, textOf } from '../../syntax/nodes';

const link = /\b(?:Back)?Link\[\s{0,9}["']?(?:\w{1,100}\.){0,5}(\w{1,100})/;
const list = /^(?:typing\.)?(?:Optional\[\s{0,9})?(?:[Ll]ist|[Ss]et|Sequence|tuple)\[/;
const unique = /\bIndexed\([^)]{0,200}\bunique\s{0,9}=\s{0,9}True/;

function readField(statement: Node): { field: DataField; relation?: DataRelation } | undefined {
  const assignment = childOf(statement, 'assignment');
  const name = textOf(fieldOf(assignment, 'left'));
  const type = textOf(fieldOf(assignment, 'type'));
  if (type === '' || !/^[a-z]\w*$/i.test(name) || /^(?:typing\.)?ClassVar\b/.test(type)) return undefined;
  const to = link.exec(type)?.[1];
  const written = textOf(fieldOf(assignment, 'right'));
  const key = unique.test(type) || unique.test(written) ? 'unique' : to && !list.test(type) ? 'foreign' : undefined;
  const plain = type
    .replace(/^(?:typing\.)?Optional\[([\s\S]{0,300})\]$/, '$1')
    .replace(/\s{0,9}\|\s{0,9}None$/, '')
    .replace(/^(?:Annotated\[|Indexed\()\s{0,9}(\w{1,100})[\s\S]*$/, '$1');
  const field: DataField = {
    name,
    type: plain.replace(/\s+/g, ' ').slice(0, 60),
    ...(key ? { key } : {}),
    ...(plain.length < type.length && /Optional|None/.test(type) ? { optional: true } : {}),
  };
  if (to === undefined) return { field };
  return { field, relation: { field: name, to, kind: list.test(type) ? 'one-to-many' : 'many-to-one' } };
}

function readClass(node: Node): ModelFact[] {
  const bases = childrenOf(fieldOf(node, 'superclasses'), 'identifier', 'attribute').map(
    (base) => textOf(base).split('.').at(-1) ?? '',
  );
  if (bases.length === 0) return [];
  const body = fieldOf(node, 'body');
  const read = childrenOf(body, 'expression_statement').flatMap((statement) => readField(statement) ?? []);
  const settings = childrenOf(body, 'class_definition').find((item) => textOf(fieldOf(item, 'name')) === 'Settings');
  const table = /^\s*name\s*=\s*["'](\w{1,100})["']/m.exec(textOf(settings))?.[1];
  const isDocument = bases.some((base) => /^(?:Document|UnionDoc|DocumentWithSoftDelete)$/.test(base));
  return [
    {
      name: textOf(fieldOf(node, 'name')),
      kind: 'beanie',
      line: lineOf(node),
      endLine: endLineOf(node),
      fields: read.map(({ field }) => field),
      relations: read.flatMap(({ relation }) => relation ?? []),
      role: isDocument ? (read.length === 0 && table === undefined ? 'base' : 'entity') : 'candidate',
      bases,
      ...(table === undefined ? {} : { table }),
    },
  ];
}

/** Beanie: documents of MongoDB as classes of Pydantic. */
export const beanieSource: ModelSource = {
  id: 'beanie',
  wants: ({ language }) => language === 'python',
  keyword: /^[ \t]{0,16}(?:from|import)\s+beanie\b/m,
  words: ['beanie'],
  extract: (file) => ({
    models: descendantsOf(file.tree?.rootNode, 'class_definition').flatMap(readClass),
  }),
  example: {
    files: {
      'app/models.py':
        "from typing import ClassVar, Optional\nfrom beanie import Document, Indexed, Link\nfrom pydantic import BaseModel\n\nclass Place(BaseModel):\n    street: str\n\nclass Guest(Document):\n    email: Indexed(str, unique=True)\n    nick: Optional[str] = None\n    place: Place\n    room: Link['Room']\n    trips: list[Link[Trip]] = []\n    count: ClassVar[int] = 0\n    class Settings:\n        name = 'guests'\n\nclass Dated(Document):\n    pass\n\nclass Room(Dated):\n    number: int\n",
    },
    models: [
      "beanie Guest [guests] (email:str unique, nick:str?, place:Place, room:Link['Room'] foreign, trips:list[Link[Trip]]) room>Room trips>Trip",
      'beanie Room (number:int)',
    ],
  },
};
