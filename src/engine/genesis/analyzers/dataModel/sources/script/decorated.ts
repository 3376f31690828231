import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../../syntax/nodes';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  OneToOne: 'one-to-one',
  HasOne: 'one-to-one',
  OneToMany: 'one-to-many',
  HasMany: 'one-to-many',
  ManyToOne: 'many-to-one',
  BelongsTo: 'many-to-one',
  ManyToMany: 'many-to-many',
  BelongsToMany: 'many-to-many',
  TreeParent: 'many-to-one',
  TreeChildren: 'one-to-many',
};
const columns =
  /^(?:Column|PrimaryColumn|PrimaryGeneratedColumn|CreateDateColumn|UpdateDateColumn|DeleteDateColumn|VersionColumn|ObjectIdColumn|Property|Attribute|PrimaryKey|SerializedPrimaryKey|Enum|Embedded|[Pp]rop|ForeignKey|CreatedAt|UpdatedAt|DeletedAt|TableInheritance)$/;

interface Decorator {
  readonly name: string;
  readonly args: readonly Node[];
}

/** Decorators stand before `export`, before the class, or before the member as siblings or children, by grammar version. */
function decoratorsOf(node: Node): Decorator[] {
  const own = childrenOf(node, 'decorator');
  const outer = node.parent?.type === 'export_statement' ? childrenOf(node.parent, 'decorator') : [];
  const before: Node[] = [];
  for (let sibling = node.previousNamedSibling; sibling?.type === 'decorator'; sibling = sibling.previousNamedSibling)
    before.push(sibling);
  return [...outer, ...before.reverse(), ...own].map((decorator) => {
    const call = childOf(decorator, 'call_expression');
    const name =
      textOf(call ? fieldOf(call, 'function') : decorator.namedChild(0))
        .split('.')
        .at(-1) ?? '';
    return { name, args: childrenOf(fieldOf(call, 'arguments')) };
  });
}

function option(args: readonly Node[], name: string): Node | undefined {
  const pairs = args.flatMap((arg) => (arg.type === 'object' ? childrenOf(arg, 'pair') : []));
  return fieldOf(
    pairs.find((pair) => textOf(fieldOf(pair, 'key')) === name),
    'value',
  );
}

/** `Article` in `LazyRef<Article>`, `Article[]`, `Relation<Collection<Article>>`. */
const innermost = (type: string): string => /(\w+)(?:\[\])*(?:\s*(?:,[^<>]*)?>)*(?:\[\])*$/.exec(type)?.[1] ?? type;

/** `() => Team` → `Team`. */
function targetOf(args: readonly Node[]): string | undefined {
  const body = fieldOf(args[0]?.type === 'arrow_function' ? args[0] : undefined, 'body');
  return textOf(body) || literalOf(args[0]) || textOf(option(args, 'entity')).replace(/^\(\)\s*=>\s*/, '') || undefined;
}

function readMember(member: Node): { field: DataField; relation?: DataRelation } | undefined {
  const decorators = decoratorsOf(member);
  const name = textOf(fieldOf(member, 'name'));
  const type =
    textOf(fieldOf(member, 'type')).replace(/^:\s*/, '') ||
    (/^new\s+(\w+(?:<[\w\s,]{1,80}>)?)/.exec(textOf(fieldOf(member, 'value')))?.[1] ?? '');
  const related = decorators.find((decorator) => relationKinds[decorator.name]);
  if (related) {
    const to = targetOf(related.args) ?? innermost(type);
    const isOwner =
      related.name === 'ManyToOne' ||
      (related.name === 'OneToOne' && decorators.some((one) => one.name === 'JoinColumn'));
    const kind = relationKinds[related.name] ?? 'many-to-one';
    return { field: { name, type, ...(isOwner ? { key: 'foreign' } : {}) }, relation: { field: name, to, kind } };
  }
  const column = decorators.find((decorator) => columns.test(decorator.name));
  if (!column) return undefined;
  const isPrimary =
    decorators.some((one) => /^Primary|^SerializedPrimaryKey|^ObjectId/.test(one.name)) ||
    textOf(option(column.args, 'primaryKey')) === 'true' ||
    textOf(option(column.args, 'primary')) === 'true';
  const isForeign = decorators.some((decorator) => decorator.name === 'ForeignKey');
  const key = isPrimary
    ? 'primary'
    : isForeign
      ? 'foreign'
      : textOf(option(column.args, 'unique')) === 'true'
        ? 'unique'
        : undefined;
  const optional =
    textOf(option(column.args, 'nullable')) === 'true' || textOf(option(column.args, 'allowNull')) === 'true';
  const inlineRef = textOf(option(column.args, 'ref'))
    .replace(/^\(\)\s*=>\s*/, '')
    .replace(/\.name$/, '')
    .replace(/^['"]|['"]$/g, '');
  const field: DataField = { name, type, ...(key ? { key } : {}), ...(optional ? { optional } : {}) };
  return inlineRef ? { field, relation: { field: name, to: inlineRef, kind: 'many-to-one' } } : { field };
}

const entityDecorators: Readonly<Record<string, string>> = {
  Entity: 'typeorm',
  ChildEntity: 'typeorm',
  Table: 'sequelize',
  Schema: 'mongoose',
};

/** What a file imports tells which mapper an unmarked base belongs to. */
function mapperOf(text: string): string {
  if (text.includes('@mikro-orm/')) return 'mikro-orm';
  if (/['"](?:@typegoose\/)?typegoose['"]/.test(text)) return 'typegoose';
  if (text.includes('@nestjs/mongoose')) return 'mongoose';
  return /sequelize-typescript|@sequelize\/core/.test(text) ? 'sequelize' : 'typeorm';
}

/** Classes that a document holds within itself: the types of its properties that are no references. */
function partsOf(node: Node): string[] {
  return childrenOf(fieldOf(node, 'body'), 'public_field_definition').flatMap((member) => {
    const prop = decoratorsOf(member).find(({ name }) => /^[Pp]rop$/.test(name));
    if (!prop || option(prop.args, 'ref')) return [];
    const name = innermost(textOf(fieldOf(member, 'type')).replace(/^:\s*/, ''));
    return /^[A-Z]/.test(name) ? [name] : [];
  });
}

/** `@modelOptions({ schemaOptions: { _id: false } })`: a part of other documents. */
const keepsNoId = ({ args }: Decorator): boolean => /\b_id\s*:\s*false\b/.test(args.map(textOf).join(' '));

function readClass(node: Node, mapper: string): ModelFact | undefined {
  const marker = decoratorsOf(node).find((decorator) => entityDecorators[decorator.name]);
  const read = childrenOf(fieldOf(node, 'body'), 'public_field_definition').flatMap(
    (member) => readMember(member) ?? [],
  );
  if (!marker && read.length === 0) return undefined;
  const options = decoratorsOf(node).find(({ name }) => mapper === 'typegoose' && name === 'modelOptions');
  const base = textOf(fieldOf(childOf(childOf(node, 'class_heritage'), 'extends_clause'), 'value'));
  const table =
    literalOf(marker?.args[0]) ??
    literalOf(
      option(marker?.args ?? [], 'name') ??
        option(marker?.args ?? [], 'tableName') ??
        option(marker?.args ?? [], 'collection'),
    );
  const kind = mapper === 'typeorm' ? (entityDecorators[marker?.name ?? ''] ?? mapper) : mapper;
  const parts = partsOf(node);
  const isPart = textOf(option(marker?.args ?? [], '_id')) === 'false';
  return {
    name: textOf(fieldOf(node, 'name')),
    kind,
    line: lineOf(fieldOf(node, 'name') ?? node),
    endLine: endLineOf(node),
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: (marker && !isPart) || (options && !keepsNoId(options)) ? 'entity' : 'base',
    ...(table ? { table } : {}),
    ...(base ? { bases: [base] } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  };
}

/** What makes a collection of a class: `{ name: Cat.name`, `InjectModel(Cat.name`, `getModelForClass(Cat`. */
const registered = /\bname:\s*(\w{1,100})\.name\b|\bInjectModel\((\w{1,100})\.name|\bgetModelForClass\(\s*(\w{1,100})/g;

/** TypeScript classes with decorators: TypeORM, MikroORM, sequelize-typescript, Nest's Mongoose. */
export const decoratedSource: ModelSource = {
  id: 'decorated',
  wants: ({ language }) => language === 'typescript' || language === 'tsx',
  keyword:
    /['"](?:typeorm|@mikro-orm\/[\w/-]+|sequelize-typescript|@sequelize\/core\/decorators-legacy|@nestjs\/mongoose|typegoose|@typegoose\/typegoose)['"]|\bgetModelForClass\(/,
  extract(file) {
    const mapper = mapperOf(file.text);
    const nodes = descendantsOf(file.tree?.rootNode, 'class_declaration', 'abstract_class_declaration');
    const documents = mapper === 'mongoose' || mapper === 'typegoose';
    const named = [...(documents ? file.text.matchAll(registered) : [])].map((match) => ({
      kind: mapper,
      name: match[1] ?? match[2] ?? match[3] ?? '',
    }));
    return { models: nodes.flatMap((node) => readClass(node, mapper) ?? []), ...(named.length > 0 ? { named } : {}) };
  },
  example: {
    files: {
      'src/cat.schema.ts':
        "import { Prop, Schema } from '@nestjs/mongoose';\n@Schema()\nexport class Toy {\n  @Prop() label: string;\n}\n@Schema({ timestamps: true })\nexport class Cat {\n  @Prop({ required: true }) name: string;\n  @Prop({ type: Types.ObjectId, ref: 'Owner' }) owner: Owner;\n  @Prop({ type: [ToySchema] }) toys: Toy[];\n}\n",
      'src/note.model.ts':
        "import { modelOptions, prop } from '@typegoose/typegoose';\nexport class Marks {\n  @prop() stars: number;\n}\n@modelOptions({ schemaOptions: { _id: false } })\nexport class Part {\n  @prop() of: string;\n}\n@modelOptions({ schemaOptions: { id: false } })\nexport class Note {\n  @prop({ type: String }) text: string;\n  @prop({ type: Marks }) marks: Marks;\n}\nexport const provide = (model) => getModelForClass(model);\n",
      'src/author.ts':
        "import { Collection, Entity, ManyToOne, OneToMany } from '@mikro-orm/core';\n@Entity()\nexport class Author {\n  @OneToMany({ mappedBy: 'author' }) books = new Collection<Book>(this);\n  @ManyToOne() team!: LazyRef<Team>;\n}\n",
      'src/team.ts':
        "import { Entity, Property } from '@mikro-orm/decorators/legacy';\n@Entity()\nexport class Team {\n  @Property() name!: string;\n}\n",
      'src/base.entity.ts':
        "import { PrimaryGeneratedColumn } from 'typeorm';\nexport abstract class Base {\n  @PrimaryGeneratedColumn('uuid')\n  id: string;\n}\n",
      'src/user.entity.ts':
        "import { Column, Entity, ManyToOne } from 'typeorm';\nimport { Base } from './base.entity';\n@Entity({ name: 'users' })\nexport class User extends Base {\n  @Column({ unique: true }) email: string;\n  @Column({ nullable: true })\n  bio?: string;\n  @ManyToOne(() => Team, (team) => team.users)\n  team: Team;\n  get label() { return this.email; }\n}\n",
    },
    models: [
      'mikro-orm Author (books:Collection<Book>, team:LazyRef<Team> foreign) books>Book team>Team',
      'mongoose Cat (name:string, owner:Owner, toys:Toy[]) owner>Owner',
      'typegoose Note (text:string, marks:Marks)',
      'mikro-orm Team (name:string)',
      'typeorm User [users] (id:string primary, email:string unique, bio:string?, team:Team foreign) team>Team',
    ],
  },
};
