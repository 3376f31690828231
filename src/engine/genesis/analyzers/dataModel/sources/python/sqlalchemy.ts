import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource, WrittenField } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';

const last = (name: string): string => name.split('.').at(-1) ?? name;

function argumentsOf(call: Node): Node[] {
  return childrenOf(fieldOf(call, 'arguments'));
}

function keywordValue(call: Node, name: string): Node | undefined {
  const match = argumentsOf(call).find(
    (item) => item.type === 'keyword_argument' && textOf(fieldOf(item, 'name')) === name,
  );
  return fieldOf(match, 'value');
}

function foreignTable(call: Node): string | undefined {
  const key = descendantsOf(call, 'call').find((inner) =>
    ['ForeignKey', 'reference_col'].includes(last(textOf(fieldOf(inner, 'function')))),
  );
  const [first] = argumentsOf(key ?? call);
  const target = literalOf(first) ?? /^[A-Z]\w*\.\w+$/.exec(textOf(first))?.[0];
  return key && target ? (target.split('.').slice(0, -1).at(-1) ?? target) : undefined;
}

/** Type of a column: the first argument that is no name and no foreign key. */
function columnType(call: Node, skip: number): string {
  const type = argumentsOf(call)
    .slice(skip)
    .find(
      (item) =>
        item.type !== 'keyword_argument' &&
        item.type !== 'string' &&
        last(textOf(fieldOf(item, 'function'))) !== 'ForeignKey',
    );
  return last(textOf(type?.type === 'call' ? fieldOf(type, 'function') : type));
}

function columnOf(name: string, call: Node, annotated: string): { field: DataField; relation?: DataRelation } {
  const to = foreignTable(call);
  const isSet = (option: string): boolean => textOf(keywordValue(call, option)) === 'True';
  const key = isSet('primary_key') ? 'primary' : to ? 'foreign' : isSet('unique') ? 'unique' : undefined;
  const field: DataField = { name, type: columnType(call, 0) || annotated, ...(key ? { key } : {}) };
  return to ? { field, relation: { field: name, to, kind: 'many-to-one' } } : { field };
}

/** `Mapped[list["Post"]]` → `Post`. */
const innermost = (type: string): string =>
  last((/\[([^[\]]*)\]*$/.exec(type)?.[1] ?? type).replace(/["'\s]/g, '').replace(/\|None\b|\bNone\|/g, ''));

/** What a file calls the library's columns, by their last word. */
type ColumnMakers = ReadonlySet<string>;

/** `_Column = mapped_column`, `RequiredColumn = partial(Column, nullable=False)` and `import Column as C`. */
function columnMakers(text: string): ColumnMakers {
  const own = [
    ...text.matchAll(
      /^[ \t]{0,16}(\w{1,60})[ \t]{0,9}=[ \t]{0,9}(?:(?:functools\.)?partial\(\s{0,40})?(?:\w{1,40}\.){0,3}(?:Column|mapped_column)[ \t]{0,9}(?:$|[,#])/gm,
    ),
    ...text.matchAll(/\b(?:Column|mapped_column) as (\w{1,60})/g),
  ];
  return new Set(['Column', 'mapped_column', ...own.map((match) => match[1] ?? '')]);
}

/** `_author = mapped_column("author", …)`: a column that code reaches in another way has its own name. */
function privateColumn(
  name: string,
  call: Node | undefined,
  makers: ColumnMakers,
): { field?: DataField; relation?: DataRelation } {
  if (!/^_[a-z]\w*$/i.test(name) || call?.type !== 'call') return {};
  if (!makers.has(last(textOf(fieldOf(call, 'function'))))) return {};
  return columnOf(literalOf(argumentsOf(call)[0]) ?? name, call, '');
}

const relating = /^(?:[Rr]elationship|reference_col)$/;

/** A column within calls that mark it: `with_roles(immutable(mapped_column(…)), read={'all'})`, `deferred(Column(…))`. */
function unwrapped(call: Node | undefined, makers: ColumnMakers, depth = 0): Node | undefined {
  if (call?.type !== 'call' || depth > 3) return undefined;
  const maker = last(textOf(fieldOf(call, 'function')));
  return makers.has(maker) || relating.test(maker) ? call : unwrapped(argumentsOf(call)[0], makers, depth + 1);
}

function readMember(statement: Node, makers: ColumnMakers): { field?: DataField; relation?: DataRelation } {
  const assignment = childOf(statement, 'assignment');
  const name = textOf(fieldOf(assignment, 'left'));
  const annotated = textOf(fieldOf(assignment, 'type'));
  const written = fieldOf(assignment, 'right');
  // A long call may stand in parentheses.
  const whole = written?.type === 'parenthesized_expression' ? (written.namedChild(0) ?? undefined) : written;
  const right = unwrapped(whole, makers) ?? whole;
  if (!/^[a-z]\w*$/i.test(name) && name !== '_id') return privateColumn(name, right, makers);
  if (right?.type !== 'call')
    return /^(?:\w+\.)?Mapped\[/.test(annotated) ? { field: { name, type: innermost(annotated) } } : {};
  const maker = last(textOf(fieldOf(right, 'function')));
  if (makers.has(maker)) return columnOf(name, right, innermost(annotated));
  if (maker === 'reference_col') {
    const to = literalOf(argumentsOf(right)[0]) ?? '';
    return { field: { name, type: 'Integer', key: 'foreign' }, relation: { field: name, to, kind: 'many-to-one' } };
  }
  if (maker !== 'relationship' && maker !== 'Relationship') return {};
  const to =
    literalOf(argumentsOf(right)[0]) ??
    (textOf(argumentsOf(right)[0]).match(/^[A-Z]\w*$/)?.[0] || innermost(annotated));
  const many = keywordValue(right, 'secondary') !== undefined || keywordValue(right, 'link_model') !== undefined;
  const kind = many
    ? 'many-to-many'
    : /list|List|set|WriteOnly|Dynamic/.test(annotated)
      ? 'one-to-many'
      : 'many-to-one';
  return to ? { field: { name, type: to }, relation: { field: name, to, kind } } : {};
}

/** SQLModel writes fields as annotations with `Field(...)`. */
function readSqlModelField(statement: Node): DataField[] {
  const assignment = childOf(statement, 'assignment');
  const name = textOf(fieldOf(assignment, 'left'));
  const type = textOf(fieldOf(assignment, 'type'));
  const right = fieldOf(assignment, 'right');
  if (type === '' || /^(?:model_config|__)/.test(name) || last(textOf(fieldOf(right, 'function'))) === 'Relationship')
    return [];
  const isSet = (option: string): boolean => right?.type === 'call' && textOf(keywordValue(right, option)) === 'True';
  const foreign = right?.type === 'call' ? literalOf(keywordValue(right, 'foreign_key')) : undefined;
  const key = isSet('primary_key') ? 'primary' : foreign ? 'foreign' : isSet('unique') ? 'unique' : undefined;
  const optional = /\bNone\b|^Optional\[/.test(type);
  return [{ name, type: type.replace(/\s*\|\s*None/, ''), ...(key ? { key } : {}), ...(optional ? { optional } : {}) }];
}

/** What the tables of FastAPI Users lend to the class of users. */
const usersBase = /^(?:\w{1,60}\.)?SQLAlchemyBaseUserTable(?:UUID)?(?=\[|$)/;
const userFields: readonly DataField[] = [
  { name: 'email', type: 'String', key: 'unique' },
  { name: 'hashed_password', type: 'String' },
  { name: 'is_active', type: 'Boolean' },
  { name: 'is_superuser', type: 'Boolean' },
  { name: 'is_verified', type: 'Boolean' },
];

function lentFields(bases: readonly string[], own: ReadonlySet<string>, line: number): WrittenField[] {
  const base = bases.find((one) => usersBase.test(one));
  if (base === undefined) return [];
  const lentBy = base.replace(/\[[\s\S]*$/, '');
  const id: DataField[] = /UUID/.test(base) ? [{ name: 'id', type: 'GUID', key: 'primary' }] : [];
  return [...id, ...userFields].filter(({ name }) => !own.has(name)).map((field) => ({ ...field, line, lentBy }));
}

const mappedBase = /^(?:db\.Model|\w*Base|\w*\.Base|DeclarativeBase|MappedAsDataclass|SurrogatePK|Model|CRUDMixin)$/;

/** `SQLAlchemy(model_class=Base)` makes the base of all models from it. */
const handedOver = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\bmodel_class\s?=\s?(\w{1,80})/g)].map(([, name = '']) => name));

function readClass(node: Node, makers: ColumnMakers, handed: ReadonlySet<string>): ModelFact | undefined {
  const superclasses = fieldOf(node, 'superclasses');
  const bases = childrenOf(superclasses, 'identifier', 'attribute', 'subscript').map((base) => textOf(base));
  const options = childrenOf(superclasses, 'keyword_argument').map(textOf);
  const statements = childrenOf(fieldOf(node, 'body'), 'expression_statement');
  const isSqlModel = options.some((option) => /^table\s*=\s*True$/.test(option));
  const table = literalOf(
    fieldOf(
      childOf(
        statements.find((item) => /^__tablename__\b/.test(item.text)),
        'assignment',
      ),
      'right',
    ),
  );
  const read = statements.map((statement) => readMember(statement, makers));
  const written = isSqlModel ? statements.flatMap(readSqlModelField) : read.flatMap(({ field }) => field ?? []);
  const given = lentFields(bases, new Set(written.map((field) => field.name)), lineOf(node));
  const fields = [...given, ...written];
  const isLender = bases.includes('SQLModel') && !isSqlModel;
  if (bases.length === 0 && fields.length === 0) return undefined;
  // What inherits from the library's own base is the base of the project, and no table.
  const abstract =
    statements.some((item) => /^__abstract__\s*=\s*True/.test(item.text)) ||
    bases.some((base) => /(?:^|\.)DeclarativeBase(?:NoMeta)?$/.test(base)) ||
    (table === undefined && handed.has(textOf(fieldOf(node, 'name'))));
  const mapped =
    isSqlModel || table !== undefined || (bases.some((base) => mappedBase.test(base)) && fields.length > 0);
  const lent = isLender ? statements.flatMap(readSqlModelField) : fields;
  if (!mapped && lent.length === 0) return undefined;
  return {
    name: textOf(fieldOf(node, 'name')),
    kind: isSqlModel || isLender ? 'sqlmodel' : 'sqlalchemy',
    line: lineOf(node),
    endLine: endLineOf(node),
    fields: lent,
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: mapped && !abstract ? 'entity' : abstract || isLender || bases.length === 0 ? 'base' : 'candidate',
    bases: bases.map((base) => last(base.replace(/\[[\s\S]*$/, ''))),
    ...(table ? { table } : {}),
  };
}

/** `Table("followers", metadata, Column(...))`: tables without a class, most of them association tables. */
function readTable(call: Node): ModelFact | undefined {
  if (last(textOf(fieldOf(call, 'function'))) !== 'Table') return undefined;
  const table = literalOf(argumentsOf(call)[0]);
  const columns = argumentsOf(call).filter(
    (item) => item.type === 'call' && last(textOf(fieldOf(item, 'function'))) === 'Column',
  );
  // What a function puts together is for a script or a step of a history.
  if (!table || /[{}]/.test(table) || columns.length === 0 || isInFunction(call)) return undefined;
  const read = columns.map((column) => columnOf(literalOf(argumentsOf(column)[0]) ?? '', column, ''));
  return {
    name: table,
    kind: 'sqlalchemy',
    line: lineOf(call),
    endLine: endLineOf(call),
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: 'entity',
    table,
  };
}

function isInFunction(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.type === 'function_definition') return true;
  return false;
}

/** SQLAlchemy (classic, 2.0 and Flask's), SQLModel, and tables without a class. */
export const sqlalchemySource: ModelSource = {
  id: 'sqlalchemy',
  wants: ({ language, path }) => language === 'python' && !/(?:^|\/)(?:alembic|migrations)\/versions\//.test(path),
  keyword: /sqlalchemy|sqlmodel|\bdb\.(?:Model|Column|Table)\b|__tablename__|\bColumn\(/i,
  words: ['sqlalchemy', 'sqlmodel', 'db.model', 'db.column', 'db.table', '__tablename__', 'column('],
  extract(file) {
    // A revision copies the models as they were then.
    if (/^down_revision\b/m.test(file.text)) return {};
    const root = file.tree?.rootNode;
    const makers = columnMakers(file.text);
    const handed = handedOver(file.text);
    const classes = descendantsOf(root, 'class_definition').flatMap((node) => readClass(node, makers, handed) ?? []);
    return { models: [...classes, ...descendantsOf(root, 'call').flatMap((call) => readTable(call) ?? [])] };
  },
  example: {
    files: {
      'app/models.py':
        'from sqlalchemy import Column, Integer, ForeignKey, Table\nfrom sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship\n\nclass Stamped(DeclarativeBase):\n    made_at: Mapped[datetime] = mapped_column()\n\nclass Badge(Stamped):\n    __tablename__ = "badges"\n    id: Mapped[int] = mapped_column(primary_key=True)\n    label: Mapped[str] = with_roles(kept(mapped_column(Unicode)), read={"all"})\n    owner: Mapped[User | None] = relationship()\n\nfor kind in ["user"]:\n    Table(f"{kind}_roles", Base.metadata, Column("role_id", Integer))\n\nfollowers = Table("followers", Base.metadata, Column("user_id", Integer, ForeignKey("users.id"), primary_key=True))\n\nclass User(Base):\n    __tablename__ = "users"\n    id: Mapped[int] = mapped_column(primary_key=True)\n    name = Column(String(80), unique=True)\n    team_id = Column(Integer, ForeignKey("teams.id"))\n    boss_id: Mapped[int] = mapped_column(ForeignKey(User.id))\n    posts: Mapped[list["Post"]] = relationship(back_populates="user")\n',
      'app/staff.py':
        'from app.models import User\nfrom sqlalchemy import Column\n\nclass Manager(User):\n    id = Column(Integer, ForeignKey("users.id"), primary_key=True)\n\nclass Guest(User):\n    note = Column(String)\n',
      'app/accounts.py':
        'from fastapi_users_db_sqlalchemy import SQLAlchemyBaseUserTableUUID\nfrom app.base import Base\n\nclass Account(SQLAlchemyBaseUserTableUUID, Base):\n    is_active: Mapped[int] = mapped_column()\n',
      'app/studies.py':
        'from functools import partial\n\nclass Kept(Mixin, Model):\n    id = Column(Integer, primary_key=True)\n\ndb = SQLAlchemy(model_class=Kept)\n\ntry:\n    from sqlalchemy.orm import mapped_column\n    _Column = mapped_column\nexcept ImportError:\n    from sqlalchemy import Column as _Column\nNeeded = partial(\n    mapped_column, nullable=False)\n\nclass Study(Base):\n    __tablename__ = "studies"\n    study_id = _Column(Integer, primary_key=True)\n    title = Needed(String(80))\n    _note = _Column("note", Text)\n',
      'app/items.py':
        'from sqlmodel import Field, SQLModel\n\nclass ItemBase(SQLModel):\n    title: str = Field(max_length=255)\n\nclass ItemCreate(ItemBase):\n    pass\n\nclass Item(ItemBase, table=True):\n    id: int | None = Field(default=None, primary_key=True)\n',
    },
    models: [
      'sqlalchemy Account (id:GUID primary, email:String unique, hashed_password:String, is_superuser:Boolean, is_verified:Boolean, is_active:int)',
      'sqlmodel Item (title:str, id:int? primary)',
      'sqlalchemy Badge [badges] (made_at:datetime, id:int primary, label:Unicode, owner:User) owner>User',
      'sqlalchemy User [users] (id:int primary, name:String unique, team_id:Integer foreign, boss_id:int foreign, posts:Post) team_id>teams boss_id>User posts>Post',
      'sqlalchemy followers [followers] (user_id:Integer primary) user_id>User',
      'sqlalchemy Manager (id:Integer primary) id>User',
      'sqlalchemy Study [studies] (study_id:Integer primary, title:String, note:Text)',
    ],
  },
};
