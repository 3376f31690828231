import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { ModelFact, ModelSource, NamedModel } from '../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../syntax/nodes';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  OneToOne: 'one-to-one',
  OneToMany: 'one-to-many',
  ManyToOne: 'many-to-one',
  ManyToMany: 'many-to-many',
  DBRef: 'many-to-one',
  DocumentReference: 'many-to-one',
};

/** `@Relation(Relation.Kind.MANY_TO_ONE)` of Micronaut Data; that of Room only says what a query gives. */
function kindOfRelation(annotation: Node | undefined): DataRelation['kind'] | undefined {
  const [, one, other] = /\b(ONE|MANY)_TO_(ONE|MANY)\b/.exec(textOf(annotation)) ?? [];
  return one === undefined ? undefined : (`${one}-to-${other ?? ''}`.toLowerCase() as DataRelation['kind']);
}

/** Quarkus's entities have this key without a word. */
const panacheKey = /^Panache(?:Mongo)?Entity$/;
const panacheField: DataField = { name: 'id', type: 'Long', key: 'primary' };

function annotationsOf(node: Node): Map<string, Node> {
  const annotations = childrenOf(childOf(node, 'modifiers'), 'annotation', 'marker_annotation');
  return new Map(
    annotations.map((annotation) => [textOf(fieldOf(annotation, 'name')).split('.').at(-1) ?? '', annotation]),
  );
}

function argument(annotation: Node | undefined, key: string): string | undefined {
  for (const pair of descendantsOf(fieldOf(annotation, 'arguments'), 'element_value_pair')) {
    if (textOf(fieldOf(pair, 'key')) === key) return literalOf(fieldOf(pair, 'value'));
  }
  return undefined;
}

/** `List<Pet>` → `Pet`. */
const elementOf = (type: string): string =>
  (/<\s*(?:\w+\s*,\s*)?([\w.]+)\s*>/.exec(type)?.[1] ?? type).split('.').at(-1) ?? type;

const unstored: readonly string[] = ['Transient', 'Ignore'];
const keys: readonly string[] = ['Id', 'EmbeddedId', 'PrimaryKey', 'TableId'];

/** The side that the other one is not mapped by has the column. */
const holdsKey = (annotations: ReadonlyMap<string, Node>): boolean =>
  annotations.has('ManyToOne') ||
  (annotations.has('OneToOne') && !/\bmappedBy\b/.test(textOf(annotations.get('OneToOne'))));

/** `@ManyToOne(targetEntity = Owner.class) private Person owner`, else the type. */
const targetOf = (annotation: Node | undefined, type: string): string =>
  /\btargetEntity\s{0,9}=\s{0,9}(?:\w+\.){0,6}?(\w{1,100})\.class\b/.exec(textOf(annotation))?.[1] ?? elementOf(type);

type Read = { readonly field: DataField; readonly relation?: DataRelation };

/** The marks of a field may stand with its getter. */
function fieldRead(member: Node, name: string, getter?: Node): Read | undefined {
  const annotations = new Map([...annotationsOf(member), ...(getter ? annotationsOf(getter) : [])]);
  const modifiers = textOf(childOf(member, 'modifiers'));
  if (unstored.some((mark) => annotations.has(mark)) || /\b(?:static|transient)\b/.test(modifiers)) return undefined;
  const told = kindOfRelation(annotations.get('Relation'));
  if (annotations.has('Relation') && told === undefined) return undefined;
  if (/\bexist\s*=\s*false/.test(textOf(annotations.get('TableField')))) return undefined;
  const type = textOf(fieldOf(member, 'type'));
  const mark = [...annotations.keys()].find((one) => relationKinds[one] !== undefined) ?? '';
  const isMany = mark === 'DBRef' || mark === 'DocumentReference' ? /[<[]/.test(type) : false;
  const kind = isMany ? 'one-to-many' : (relationKinds[mark] ?? told);
  const key = keys.some((mark) => annotations.has(mark)) ? 'primary' : holdsKey(annotations) ? 'foreign' : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}) };
  return kind ? { field, relation: { field: name, to: targetOf(annotations.get(mark), type), kind } } : { field };
}

const storedMark =
  /@(?:[\w.]+\.)?(?:Id|EmbeddedId|Column|Basic|Lob|Enumerated|Temporal|Version|JoinColumn|ElementCollection|Embedded|Transient|OneToOne|OneToMany|ManyToOne|ManyToMany)\b/;

/** Getters that say how their property is stored, by its name. */
function gettersOf(node: Node): ReadonlyMap<string, Node> {
  const getters = new Map<string, Node>();
  for (const method of childrenOf(fieldOf(node, 'body'), 'method_declaration')) {
    const [, property] = /^(?:get|is)([A-Z]\w*)$/.exec(textOf(fieldOf(method, 'name'))) ?? [];
    if (property !== undefined && storedMark.test(textOf(childOf(method, 'modifiers'))))
      getters.set(property.charAt(0).toLowerCase() + property.slice(1), method);
  }
  return getters;
}

/** Fields of a class, or the components of a record. */
function membersOf(node: Node): Read[] {
  const components = childrenOf(fieldOf(node, 'parameters'), 'formal_parameter').map(
    (component) => [component, textOf(fieldOf(component, 'name'))] as const,
  );
  const fields = childrenOf(fieldOf(node, 'body'), 'field_declaration').map(
    (member) => [member, textOf(fieldOf(fieldOf(member, 'declarator'), 'name'))] as const,
  );
  const getters = gettersOf(node);
  const names = new Set(fields.map(([, name]) => name));
  const computed = [...getters].filter(([name]) => !names.has(name)).map(([name, getter]) => [getter, name] as const);
  return [...components, ...fields, ...computed].flatMap(
    ([member, name]) => fieldRead(member, name, getters.get(name)) ?? [],
  );
}

interface Mark {
  readonly annotation: string;
  readonly imported: RegExp;
  readonly kind: string;
}

const roles: Readonly<Record<string, ModelFact['role']>> = { MappedSuperclass: 'base', Embeddable: 'part' };

/** Libraries share the names of their annotations: what a file imports tells which one is meant. */
const marks: readonly Mark[] = [
  { annotation: 'Entity', imported: /\bandroidx\.room\b|\bandroid\.arch\.persistence\.room\b/, kind: 'room' },
  { annotation: 'Entity', imported: /\b(?:javax|jakarta)\.persistence\b/, kind: 'jpa' },
  { annotation: 'MappedSuperclass', imported: /\b(?:javax|jakarta)\.persistence\b/, kind: 'jpa' },
  { annotation: 'Embeddable', imported: /\b(?:javax|jakarta)\.persistence\b/, kind: 'jpa' },
  { annotation: 'Entity', imported: /\bdev\.morphia\b|\bio\.objectbox\b/, kind: 'document' },
  { annotation: 'Document', imported: /\bspringframework\.data\b/, kind: 'spring-data' },
  { annotation: 'Table', imported: /\bspringframework\.data\b/, kind: 'spring-data' },
  { annotation: 'Node', imported: /\bspringframework\.data\.neo4j\b/, kind: 'spring-data' },
  { annotation: 'RedisHash', imported: /\bspringframework\.data\b/, kind: 'spring-data' },
  { annotation: 'MappedEntity', imported: /\bmicronaut\.data\b/, kind: 'micronaut-data' },
  { annotation: 'TableName', imported: /\bmybatisplus\b/, kind: 'mybatis-plus' },
];

/** `@Table(name = "owners")`, `@Document("orders")`, `@Entity(tableName = "notes")`, in whatever annotation it stands. */
function tableOf(annotations: ReadonlyMap<string, Node>, kind: string): string | undefined {
  const names = ['Table', 'Document', 'TableName', 'MappedEntity', 'Entity', 'RedisHash'].flatMap(
    (name) => annotations.get(name) ?? [],
  );
  for (const annotation of names) {
    const isEntity = textOf(fieldOf(annotation, 'name')).endsWith('Entity');
    const keyed = isEntity ? ['tableName'] : ['name', 'value', 'collection'];
    const written =
      keyed.map((key) => argument(annotation, key)).find(Boolean) ??
      (isEntity ? undefined : literalOf(fieldOf(annotation, 'arguments')?.namedChild(0)));
    if (written !== undefined) return kind === 'mybatis-plus' ? written.split('.').at(-1) : written;
  }
  return undefined;
}

/** `foreignKeys = { @ForeignKey(entity = Account.class, parentColumns = "id", childColumns = "accountId") }`. */
function foreignKeys(entity: Node | undefined): DataRelation[] {
  return descendantsOf(entity, 'annotation').flatMap((annotation): DataRelation[] => {
    if (textOf(fieldOf(annotation, 'name')) !== 'ForeignKey') return [];
    const to = /\bentity\s{0,9}=\s{0,9}(?:\w+\.){0,6}?(\w{1,100})\.class\b/.exec(annotation.text)?.[1];
    const columns = /\bchildColumns\s{0,9}=\s{0,9}(?:\{([^}]{0,400})\}|("\w{1,100}"))/.exec(annotation.text);
    const names = [...(columns?.[1] ?? columns?.[2] ?? '').matchAll(/"(\w{1,100})"/g)].map((match) => match[1] ?? '');
    return to === undefined || names.length === 0 ? [] : [{ field: names.join(', '), to, kind: 'many-to-one' }];
  });
}

/** A field with the key that the mark of the class gives it. */
function withKey(
  field: DataField,
  pointing: readonly DataRelation[],
  annotations: ReadonlyMap<string, Node>,
): DataField {
  if (field.key !== undefined) return field;
  const listed = /\bprimaryKeys\s{0,9}=\s{0,9}\{([^}]{0,400})\}/.exec(textOf(annotations.get('Entity')))?.[1] ?? '';
  if (listed.includes(`"${field.name}"`)) return { ...field, key: 'primary' };
  return pointing.some((one) => one.field.split(', ').includes(field.name)) ? { ...field, key: 'foreign' } : field;
}

function readClass(node: Node, text: string): ModelFact | undefined {
  const annotations = annotationsOf(node);
  const mark = marks.find(({ annotation, imported }) => annotations.has(annotation) && imported.test(text));
  if (mark === undefined) return undefined;
  const { kind } = mark;
  const read = membersOf(node);
  const table = tableOf(annotations, kind);
  // The name of an entity is that of its table where nothing else says it.
  const entityName = kind === 'jpa' && table === undefined ? argument(annotations.get('Entity'), 'name') : undefined;
  const base = textOf(
    childOf(childOf(node, 'superclass'), 'type_identifier', 'generic_type', 'scoped_type_identifier'),
  ).replace(/<[\s\S]*$/, '');
  const pointing = kind === 'room' ? foreignKeys(annotations.get('Entity')) : [];
  return {
    name: textOf(fieldOf(node, 'name')),
    kind,
    line: lineOf(fieldOf(node, 'name') ?? node),
    endLine: endLineOf(node),
    fields: [
      ...(panacheKey.test(base) && !read.some(({ field }) => field.name === 'id') ? [panacheField] : []),
      ...read.map(({ field }) => withKey(field, pointing, annotations)),
    ],
    relations: [...read.flatMap(({ relation }) => relation ?? []), ...pointing],
    role: roles[mark.annotation] ?? 'entity',
    ...(table ? { table } : {}),
    ...(entityName ? { otherTables: [entityName] } : {}),
    ...(base ? { bases: [base.split('.').at(-1) ?? base] } : {}),
  };
}

/** A mapper of MyBatis-Plus names the class that is stored: `interface UserMapper extends BaseMapper<SysUser>`. */
const mapped = /\bextends\s+\w{0,60}Mapper(?:X|Plus)?<\s*(\w{1,100})\s*>/g;

/** So does a repository of Spring Data, whose documents need no annotation: `extends MongoRepository<Order, String>`. */
const kept =
  /\bextends\s{1,20}(?:(?:Reactive)?(?:Mongo|Crud|Cassandra|Neo4j|Elasticsearch)|R2dbc|(?:List)?PagingAndSorting|ListCrud)Repository<\s{0,20}(\w{1,100})\s{0,20},/g;

function namedTypes(text: string): NamedModel[] {
  const ofMappers = [...text.matchAll(mapped)].map((match) => ({ kind: 'mybatis-plus', name: match[1] ?? '' }));
  if (!/\bspringframework\.data\b/.test(text)) return ofMappers;
  return [...ofMappers, ...[...text.matchAll(kept)].map((match) => ({ kind: 'spring-data', name: match[1] ?? '' }))];
}

/** A base of MyBatis-Plus and of Spring Data is a plain class: what it marks as key or filled column shows what it is for. */
function readPlainBase(node: Node, text: string): ModelFact | undefined {
  const kind = /\bandroidx\.room\b/.test(text)
    ? 'room'
    : /\bmybatisplus\b/.test(text)
      ? 'mybatis-plus'
      : /\bspringframework\.data\b/.test(text)
        ? 'spring-data'
        : undefined;
  if (
    kind === undefined ||
    !/@(?:PrimaryKey|ColumnInfo|TableId|TableField|TableLogic|Id|CreatedDate|LastModifiedDate|Version)\b/.test(
      node.text,
    )
  )
    return undefined;
  const read = membersOf(node);
  return {
    name: textOf(fieldOf(node, 'name')),
    kind,
    line: lineOf(fieldOf(node, 'name') ?? node),
    endLine: endLineOf(node),
    fields: read.map(({ field }) => field),
    relations: [],
    role: 'base',
  };
}

/** Jakarta Persistence, Spring Data, Room, Micronaut Data and MyBatis-Plus in Java: annotated classes, records and bases. */
export const jpaSource: ModelSource = {
  id: 'jpa',
  wants: ({ language }) => language === 'java',
  keyword:
    /@(?:Entity|MappedSuperclass|Embeddable|Document|Table|Node|RedisHash|MappedEntity|TableName|TableId|TableField|Id|PrimaryKey)\b|\bextends\s+\w*Mapper\w*<|\bextends\s{1,20}\w{0,40}Repository</,
  extract(file) {
    const models = descendantsOf(file.tree?.rootNode, 'class_declaration', 'record_declaration').flatMap(
      (node) => readClass(node, file.text) ?? readPlainBase(node, file.text) ?? [],
    );
    const named = namedTypes(file.text);
    return { models, ...(named.length > 0 ? { named } : {}) };
  },
  example: {
    files: {
      'src/main/java/a/Audited.java':
        'package a;\nimport com.baomidou.mybatisplus.annotation.*;\npublic class Audited {\n  @TableField(fill = FieldFill.INSERT)\n  private String createBy;\n}\n',
      'src/main/java/a/SysUser.java':
        'package a;\nimport com.baomidou.mybatisplus.annotation.*;\n@TableName("sys_user")\npublic class SysUser extends Audited {\n  @TableId private Long userId;\n  private String name;\n  @TableField(exist = false) private String token;\n}\n',
      'src/main/java/a/SysDept.java':
        'package a;\nimport com.baomidou.mybatisplus.annotation.*;\npublic class SysDept {\n  @TableId private Long deptId;\n}\n',
      'src/main/java/a/SysDeptMapper.java':
        'package a;\npublic interface SysDeptMapper extends BaseMapper<SysDept> {}\n',
      'src/main/java/a/Order.java':
        'package a;\nimport org.springframework.data.annotation.Id;\nimport org.springframework.data.relational.core.mapping.Table;\n@Table("orders")\nrecord Order(@Id Long id, String note) {}\n',
      'src/main/java/a/Parcel.java':
        'package a;\nimport org.springframework.data.annotation.Id;\npublic class Parcel {\n  @Id private String id;\n  private String label;\n}\n',
      'src/main/java/a/Draft.java':
        'package a;\nimport org.springframework.data.annotation.Id;\npublic class Draft {\n  @Id private String id;\n}\n',
      'src/main/java/a/ParcelRepository.java':
        'package a;\nimport org.springframework.data.mongodb.repository.MongoRepository;\npublic interface ParcelRepository extends MongoRepository<Parcel, String>, Finding {}\n',
      'src/main/java/a/room/Stamped.java':
        'package a.room;\nimport androidx.room.PrimaryKey;\npublic abstract class Stamped {\n  @PrimaryKey private int id;\n}\n',
      'src/main/java/a/room/Memo.java':
        'package a.room;\nimport androidx.room.Entity;\nimport androidx.room.ForeignKey;\n@Entity(foreignKeys = {@ForeignKey(entity = Account.class, parentColumns = "id", childColumns = "accountId")})\npublic class Memo extends Stamped {\n  private long accountId;\n}\n',
      'src/main/java/a/Keeper.java':
        'package a;\nimport javax.persistence.*;\n@Entity\npublic class Keeper {\n  private Long id;\n  private String shown;\n  private Set<Person> pets;\n  @Id public Long getId() { return id; }\n  @Transient public String getShown() { return shown; }\n  @OneToMany(targetEntity = Pet.class) public Set<Person> getPets() { return pets; }\n}\n',
      'src/main/java/a/Base.java':
        'package a;\nimport jakarta.persistence.*;\n@MappedSuperclass\npublic class Base {\n  @Id @GeneratedValue private Integer id;\n}\n',
      'src/main/java/a/Owner.java':
        'package a;\nimport jakarta.persistence.*;\n@Entity\n@Table(name = "owners")\npublic class Owner extends Base {\n  static int count = 0;\n  @Column private String city;\n  @OneToMany(mappedBy = "owner") private final List<Pet> pets = new ArrayList<>();\n  @Transient private String label;\n  public String getCity() { return city; }\n}\n',
    },
    models: [
      'jpa Keeper (id:Long primary, pets:Set<Person>) pets>Pet',
      'spring-data Order [orders] (id:Long primary, note:String)',
      'jpa Owner [owners] (id:Integer primary, city:String, pets:List<Pet>) pets>Pet',
      'spring-data Parcel (id:String primary, label:String)',
      'mybatis-plus SysDept (deptId:Long primary)',
      'mybatis-plus SysUser [sys_user] (createBy:String, userId:Long primary, name:String)',
      'room Memo (id:int primary, accountId:long foreign) accountId>Account',
    ],
  },
};
