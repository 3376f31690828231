import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';

/** Mappers whose models are classes of `name = SomeField(...)`; what sets them apart is what a file imports. */
interface Mapper {
  readonly kind: string;
  readonly imported: RegExp;
  /** Classes of the library that make a model of what is below them. */
  readonly base: RegExp;
  /** Classes of the library whose heirs only live inside another model. */
  readonly part?: RegExp;
}

const mappers: readonly Mapper[] = [
  { kind: 'tortoise', imported: /^\s*(?:from|import)\s+tortoise\b/m, base: /^(?:(?:tortoise\.)?models\.)?Model$/ },
  { kind: 'peewee', imported: /^\s*(?:from|import)\s+(?:peewee|playhouse)\b/m, base: /^(?:\w+\.)?(?:Flask)?Model$/ },
  {
    kind: 'mongoengine',
    imported:
      /^\s*(?:from|import)\s+(?:[\w.]{1,100}\.)?(?:flask_)?mongoengine\b|\bMongoEngine\(|\bdb\.(?:Dynamic)?(?:Embedded)?Document\b/m,
    base: /^(?:\w+\.)?(?:Dynamic)?Document$/,
    part: /^(?:\w+\.)?(?:Dynamic)?EmbeddedDocument$/,
  },
];

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  ForeignKeyField: 'many-to-one',
  DeferredForeignKey: 'many-to-one',
  OneToOneField: 'one-to-one',
  ManyToManyField: 'many-to-many',
  ReferenceField: 'many-to-one',
  LazyReferenceField: 'many-to-one',
};

const lastOf = (name: string): string => name.split('.').at(-1) ?? name;
const callName = (call: Node | undefined): string => lastOf(textOf(fieldOf(call, 'function')));

function keyword(call: Node, name: string): Node | undefined {
  const found = childrenOf(fieldOf(call, 'arguments'), 'keyword_argument').find(
    (item) => textOf(fieldOf(item, 'name')) === name,
  );
  return fieldOf(found, 'value');
}

const isSet = (call: Node, ...options: string[]): boolean =>
  options.some((option) => textOf(keyword(call, option)) === 'True');

/** The call that names the other model: the field itself, or what a list is of. */
function relatingCall(call: Node): Node | undefined {
  return descendantsOf(call, 'call').find((inner) => relationKinds[callName(inner)] !== undefined);
}

function targetOf(call: Node, owner: string): string {
  const first =
    childrenOf(fieldOf(call, 'arguments')).find(({ type }) => type !== 'keyword_argument' && type !== 'comment') ??
    keyword(call, 'model') ??
    keyword(call, 'to') ??
    keyword(call, 'model_name');
  const target = lastOf(literalOf(first) ?? textOf(first));
  return target === 'self' ? owner : target;
}

const isField = (call: Node | undefined): boolean => /(?:Field|ForeignKey)$/.test(callName(call));

/** A function of the project may stand around the field: `field(db.StringField(), readonly=True)`. */
function unwrapped(call: Node | undefined): Node | undefined {
  if (call?.type !== 'call' || isField(call)) return call;
  const [first] = childrenOf(fieldOf(call, 'arguments'), 'call');
  return isField(first) ? first : call;
}

function readField(statement: Node, owner: string): { field: DataField; relation?: DataRelation } | undefined {
  const assignment = childOf(statement, 'assignment');
  const call = unwrapped(fieldOf(assignment, 'right'));
  const name = textOf(fieldOf(assignment, 'left'));
  if (call?.type !== 'call' || !/^[a-z_]\w*$/i.test(name)) return undefined;
  const type = callName(call);
  if (!isField(call)) return undefined;
  const relating = relatingCall(call);
  const kind = relating === undefined ? undefined : relationKinds[callName(relating)];
  const isPrimary = isSet(call, 'pk', 'primary_key', 'generated') || /^(?:Big)?AutoField$|^PrimaryKeyField$/.test(type);
  const key = isPrimary
    ? 'primary'
    : kind && kind !== 'many-to-many'
      ? 'foreign'
      : isSet(call, 'unique')
        ? 'unique'
        : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}), ...(isSet(call, 'null') ? { optional: true } : {}) };
  const to = relating === undefined ? '' : targetOf(relating, owner);
  if (kind === undefined || to === '') return { field };
  const isList = relating?.id !== call.id;
  return { field, relation: { field: name, to, kind: isList ? 'one-to-many' : kind } };
}

interface Settings {
  readonly abstract: boolean;
  readonly table: string | undefined;
  /** Peewee's common base names the database and nothing else. */
  readonly database: boolean;
}

function settingsOf(body: Node | undefined): Settings {
  const meta = childrenOf(body, 'class_definition').find((item) => textOf(fieldOf(item, 'name')) === 'Meta');
  const pairs = [
    ...descendantsOf(meta, 'assignment').map((item) => [fieldOf(item, 'left'), fieldOf(item, 'right')] as const),
    ...childrenOf(body, 'expression_statement')
      .map((statement) => childOf(statement, 'assignment'))
      .filter((assignment) => textOf(fieldOf(assignment, 'left')) === 'meta')
      .flatMap((assignment) => childrenOf(fieldOf(assignment, 'right'), 'pair'))
      .map((pair) => [fieldOf(pair, 'key'), fieldOf(pair, 'value')] as const),
  ];
  const setting = (...names: string[]): Node | undefined =>
    pairs.find(([key]) => names.includes(literalOf(key) ?? textOf(key)))?.[1];
  return {
    abstract: textOf(setting('abstract')) === 'True',
    table: literalOf(setting('table', 'table_name', 'db_table', 'collection')),
    database: setting('database') !== undefined,
  };
}

function readClass(node: Node, { kind, base, part }: Mapper): ModelFact | undefined {
  // `Document[OwnedQuerySet]` is a `Document`.
  const bases = childrenOf(fieldOf(node, 'superclasses'), 'identifier', 'attribute', 'subscript').map((base) =>
    textOf(base.type === 'subscript' ? fieldOf(base, 'value') : base),
  );
  const name = textOf(fieldOf(node, 'name'));
  const body = fieldOf(node, 'body');
  const read = childrenOf(body, 'expression_statement').flatMap((statement) => readField(statement, name) ?? []);
  const isModel = bases.some((one) => base.test(one));
  if ((!isModel && bases.length === 0 && read.length === 0) || bases.some((one) => part?.test(one))) return undefined;
  const { abstract, table, database } = settingsOf(body);
  const isBase = abstract || (isModel && read.length === 0 && database);
  return {
    name,
    kind,
    line: lineOf(node),
    endLine: endLineOf(node),
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: isBase ? 'base' : isModel ? 'entity' : 'candidate',
    bases: bases.map(lastOf),
    ...(table ? { table } : {}),
  };
}

/** What a function declares for itself is a value that it hands on. */
function isInFunction(node: Node): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (at.type === 'function_definition') return true;
  return false;
}

/** Tortoise ORM, Peewee and MongoEngine in Python. */
export const pythonModelsSource: ModelSource = {
  id: 'python-models',
  wants: ({ language }) => language === 'python',
  keyword: /\b(?:tortoise|peewee|playhouse|(?:flask_)?mongoengine|MongoEngine|db\.(?:Dynamic)?(?:Embedded)?Document)\b/,
  words: ['tortoise', 'peewee', 'playhouse', 'mongoengine', 'document'],
  extract(file) {
    const mapper = mappers.find(({ imported }) => imported.test(file.text));
    if (mapper === undefined) return {};
    const classes = descendantsOf(file.tree?.rootNode, 'class_definition').filter((node) => !isInFunction(node));
    return { models: classes.flatMap((node) => readClass(node, mapper) ?? []) };
  },
  example: {
    files: {
      'app/models.py':
        'from tortoise import fields, models\n\nclass Stamped(models.Model):\n    id = fields.BigIntField(pk=True)\n    class Meta:\n        abstract = True\n\nclass Aged:\n    created_at = fields.DatetimeField(auto_now_add=True)\n\nclass Role(Stamped, Aged):\n    name = fields.CharField(max_length=20, unique=True)\n    menus = fields.ManyToManyField("models.Menu")\n    class Meta:\n        table = "role"\n\nclass Menu(Stamped):\n    parent = fields.ForeignKeyField("models.Menu", null=True)\n',
      'blog/db.py':
        'from peewee import *\n\nclass BaseModel(Model):\n    class Meta:\n        database = db\n\nclass Person(BaseModel):\n    name = CharField()\n\nclass Pet(BaseModel):\n    owner = ForeignKeyField(Person, backref="pets")\n    class Meta:\n        table_name = "pets"\n\ndef rows():\n    class Row(BaseModel):\n        pass\n',
      'blog/stamped.py':
        'from peewee import *\n\nclass Dated(Model):\n    made = DateField()\n\nclass Note(Dated):\n    text = TextField()\n\nclass Draft(Dated):\n    text = TextField()\n\nclass JsonField(TextField):\n    pass\n\nclass ListField(JsonField):\n    pass\n\nclass RowField(JsonField):\n    pass\n\nclass LongNote(Note):\n    more = TextField()\n',
      'shop/tokens.py':
        'from shop.models import db\n\nclass Token(Owned, db.Document[TokenQuerySet]):\n    digest = field(db.StringField(unique=True), readonly=True)\n\nclass ShortToken(Token):\n    ends = db.DateTimeField()\n',
      'shop/base.py':
        'from shop.flask_mongoengine.document import Document\n\nclass OwnDocument(Document, Generic[Q]):\n    meta = {"abstract": True}\n',
      'shop/chart.py':
        'from mongoengine.fields import StringField\n\nclass Chart(OwnDocument[Charts]):\n    title = StringField()\n',
      'shop/documents.py':
        'import mongoengine as me\n\nclass Address(me.EmbeddedDocument):\n    street = me.StringField()\n\nclass Customer(me.Document):\n    mail = me.EmailField(unique=True)\n    orders = me.ListField(me.ReferenceField("Order"))\n    meta = {"collection": "customers"}\n',
    },
    models: [
      'tortoise Role [role] (id:BigIntField primary, created_at:DatetimeField, name:CharField unique, menus:ManyToManyField) menus>Menu',
      'tortoise Menu (id:BigIntField primary, parent:ForeignKeyField? foreign) parent>Menu',
      'peewee Person (name:CharField)',
      'peewee Pet [pets] (owner:ForeignKeyField foreign) owner>Person',
      'peewee Note (made:DateField, text:TextField)',
      'peewee Draft (made:DateField, text:TextField)',
      'peewee LongNote (made:DateField, text:TextField, more:TextField)',
      'mongoengine Chart (title:StringField)',
      'mongoengine Customer [customers] (mail:EmailField unique, orders:ListField foreign) orders>Order',
      'mongoengine Token (digest:StringField unique)',
    ],
  },
};
