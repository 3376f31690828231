import type { Node } from 'web-tree-sitter';
import type { DataField, DataRelation } from '../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../modelFact';
import { childOf, childrenOf, descendantsOf, endLineOf, fieldOf, lineOf, literalOf, textOf } from '../nodes';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  OneToOne: 'one-to-one',
  OneToMany: 'one-to-many',
  ManyToOne: 'many-to-one',
  ManyToMany: 'many-to-many',
};

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

function readMember(member: Node): { field: DataField; relation?: DataRelation } | undefined {
  const annotations = annotationsOf(member);
  const modifiers = textOf(childOf(member, 'modifiers'));
  if (annotations.has('Transient') || /\b(?:static|transient)\b/.test(modifiers)) return undefined;
  const name = textOf(fieldOf(fieldOf(member, 'declarator'), 'name'));
  const type = textOf(fieldOf(member, 'type'));
  const kind = [...annotations.keys()].map((key) => relationKinds[key]).find(Boolean);
  const key = annotations.has('Id') || annotations.has('EmbeddedId') ? 'primary' : undefined;
  const field: DataField = { name, type, ...(key ? { key } : {}) };
  return kind ? { field, relation: { field: name, to: elementOf(type), kind } } : { field };
}

function readClass(node: Node): ModelFact | undefined {
  const annotations = annotationsOf(node);
  const isEntity = ['Entity', 'Document', 'Table', 'Node'].some((name) => annotations.has(name));
  if (!isEntity && !annotations.has('MappedSuperclass')) return undefined;
  // `@Table` alone is Spring Data JDBC's and R2DBC's; `@Document` is MongoDB's or Elasticsearch's.
  const kind = annotations.has('Document')
    ? 'spring-data'
    : annotations.has('Entity') || annotations.has('MappedSuperclass')
      ? 'jpa'
      : 'spring-data';
  const read = childrenOf(fieldOf(node, 'body'), 'field_declaration').flatMap((member) => readMember(member) ?? []);
  const table = argument(annotations.get('Table'), 'name');
  const base = textOf(
    childOf(childOf(node, 'superclass'), 'type_identifier', 'generic_type', 'scoped_type_identifier'),
  ).replace(/<[\s\S]*$/, '');
  return {
    name: textOf(fieldOf(node, 'name')),
    kind,
    line: lineOf(fieldOf(node, 'name') ?? node),
    endLine: endLineOf(node),
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: isEntity ? 'entity' : 'base',
    ...(table ? { table } : {}),
    ...(base ? { bases: [base.split('.').at(-1) ?? base] } : {}),
  };
}

/** Jakarta Persistence and Spring Data in Java: annotated classes, mapped superclasses, annotated fields. */
export const jpaSource: ModelSource = {
  id: 'jpa',
  wants: ({ language }) => language === 'java',
  keyword: /@(?:Entity|MappedSuperclass|Document|Table|Node)\b/,
  extract: (file) => ({
    models: descendantsOf(file.tree?.rootNode, 'class_declaration').flatMap((node) => readClass(node) ?? []),
  }),
  example: {
    files: {
      'src/main/java/a/Base.java':
        'package a;\nimport jakarta.persistence.*;\n@MappedSuperclass\npublic class Base {\n  @Id @GeneratedValue private Integer id;\n}\n',
      'src/main/java/a/Owner.java':
        'package a;\nimport jakarta.persistence.*;\n@Entity\n@Table(name = "owners")\npublic class Owner extends Base {\n  static int count = 0;\n  @Column private String city;\n  @OneToMany(mappedBy = "owner") private final List<Pet> pets = new ArrayList<>();\n  @Transient private String label;\n  public String getCity() { return city; }\n}\n',
    },
    models: ['jpa Owner [owners] (id:Integer primary, city:String, pets:List<Pet>) pets>Pet'],
  },
};
