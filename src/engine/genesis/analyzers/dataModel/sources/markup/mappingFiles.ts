import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import type { ModelFact, ModelSource } from '../../modelFact';
import { type Element, elementsOf } from './elements';

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  onetoone: 'one-to-one',
  manytoone: 'many-to-one',
  onetomany: 'one-to-many',
  manytomany: 'many-to-many',
  referenceone: 'many-to-one',
  referencemany: 'one-to-many',
};
const columns: ReadonlySet<string> = new Set(['id', 'field', 'property', 'basic', 'version', 'timestamp', 'embedone']);

/** `many-to-one`, `manyToOne` and `many_to_one` are one word. */
const plain = (name: string): string => name.toLowerCase().replace(/[-_]/g, '');
const classOf = (name: string): string => name.split(/[\\./]/).at(-1) ?? name;

interface Read {
  readonly field: DataField;
  readonly relation?: DataRelation;
}

function readMember(kind: string, name: string, { attributes, children }: Element): Read {
  const element = children.find((child) => /many|one/.test(plain(child.name)))?.attributes ?? {};
  const to = classOf(
    attributes['target-entity'] ??
      attributes['targetEntity'] ??
      attributes['target-document'] ??
      attributes['targetDocument'] ??
      attributes['class'] ??
      element['class'] ??
      '',
  );
  const relation = relationKinds[kind];
  const optional = attributes['nullable'] === 'true';
  // The side that another one is mapped by has the column.
  const isOwner =
    /^(?:manytoone|onetoone)$/.test(kind) && (attributes['mapped-by'] ?? attributes['mappedBy']) === undefined;
  const isKey = kind === 'id' || attributes['id'] === 'true' || attributes['association-key'] === 'true';
  const key = isKey ? 'primary' : isOwner ? 'foreign' : attributes['unique'] === 'true' ? 'unique' : undefined;
  const field: DataField = {
    name,
    type: relation ? to : classOf(attributes['type'] ?? ''),
    ...(key ? { key } : {}),
    ...(optional ? { optional } : {}),
  };
  return relation && to ? { field, relation: { field: name, to, kind: relation } } : { field };
}

/** Members in XML, one element each; Hibernate's collections name their relation within. */
function xmlMembers(owner: Element): Read[] {
  return owner.children.flatMap((child): Read[] => {
    const kind = plain(child.name);
    const name =
      child.attributes['name'] ??
      child.attributes['field'] ??
      child.attributes['fieldName'] ??
      child.attributes['field-name'];
    if (kind === 'attributes' || kind === 'compositeid' || kind === 'subclass' || kind === 'joinedsubclass')
      return kind === 'attributes' || kind === 'compositeid' ? xmlMembers(child) : [];
    if (name === undefined) return [];
    if (columns.has(kind) || relationKinds[kind]) return [readMember(kind, name, child)];
    const inner = child.children
      .map((item) => plain(item.name))
      .find((item) => item === 'onetomany' || item === 'manytomany');
    return /^(?:set|bag|list|map|idbag)$/.test(kind) && inner ? [readMember(inner, name, child)] : [];
  });
}

/** Members in YAML, grouped below their kind: `fields: { name: { type: string } }`. */
function yamlMembers(owner: Element): Read[] {
  return owner.children.flatMap((group): Read[] => {
    const kind = plain(group.name) === 'fields' ? 'field' : plain(group.name);
    if (!columns.has(kind) && !relationKinds[kind]) return [];
    return group.children.map((member) => readMember(kind, member.name, member));
  });
}

function modelFact(element: Element, name: string, kind: string, read: readonly Read[], isBase: boolean): ModelFact {
  const table =
    element.attributes['table'] ?? element.children.find((child) => child.name === 'table')?.attributes['name'];
  return {
    name: classOf(name),
    kind,
    line: element.line,
    endLine: element.line,
    fields: read.map(({ field }) => field),
    relations: read.flatMap(({ relation }) => relation ?? []),
    role: isBase ? 'base' : 'entity',
    ...(table ? { table: table.replace(/[`"]/g, '') } : {}),
  };
}

const roots: Readonly<Record<string, string>> = {
  'doctrine-mapping': 'doctrine',
  'doctrine-mongo-mapping': 'doctrine',
  'hibernate-mapping': 'hibernate',
  'entity-mappings': 'jpa',
};

function xmlModels(root: Element): ModelFact[] {
  const kind = roots[root.name];
  if (kind === undefined) return [];
  return root.children.flatMap((element) => {
    const tag = plain(element.name);
    const name = element.attributes['name'] ?? element.attributes['class'] ?? element.attributes['entity-name'];
    if (name === undefined || !/^(?:entity|document|class|mappedsuperclass)$/.test(tag)) return [];
    return [modelFact(element, name, kind, xmlMembers(element), tag === 'mappedsuperclass')];
  });
}

/** Each ends where the next begins, the last with the file. */
function withEnds(models: readonly ModelFact[], text: string): ModelFact[] {
  return models.map((model, index) => {
    const next = models[index + 1]?.line;
    return { ...model, endLine: next === undefined ? text.split('\n').length : Math.max(model.line, next - 1) };
  });
}

/** Mappings that stand beside the classes: Doctrine's in XML and YAML, Hibernate's and JPA's in XML. */
export const mappingFilesSource: ModelSource = {
  id: 'mapping-files',
  wants: ({ path }) => /\.(?:orm|mongodb|dcm|hbm)\.(?:xml|ya?ml)$|(?:^|\/)orm\.xml$/i.test(path),
  keyword: /-mapping|entity-mappings|\btype:\s*(?:entity|mappedSuperclass|document)\b/,
  extract(file) {
    const elements = elementsOf(file.path, file.text);
    if (/\.xml$/i.test(file.path)) return { models: withEnds(elements.flatMap(xmlModels), file.text) };
    const models = elements.flatMap((element) => {
      const { type } = element.attributes;
      if (type !== 'entity' && type !== 'document' && type !== 'mappedSuperclass') return [];
      return [modelFact(element, element.name, 'doctrine', yamlMembers(element), type === 'mappedSuperclass')];
    });
    return { models: withEnds(models, file.text) };
  },
  example: {
    files: {
      'config/doctrine/Order.orm.xml':
        '<?xml version="1.0"?>\n<doctrine-mapping>\n  <entity name="Shop\\Domain\\Order" table="orders">\n    <id name="id" type="integer"><generator/></id>\n    <field name="number" type="string" unique="true"/>\n    <many-to-one field="customer" target-entity="Shop\\Domain\\Customer"/>\n  </entity>\n</doctrine-mapping>\n',
      'config/doctrine/Customer.orm.yml':
        'Shop\\Domain\\Customer:\n  type: entity\n  table: customers\n  id:\n    id:\n      type: integer\n  fields:\n    mail:\n      type: string\n      nullable: true\n  oneToMany:\n    orders:\n      targetEntity: Order\n',
      'config/doctrine/Media.orm.xml':
        '<doctrine-mapping>\n  <mapped-superclass name="Shop\\Domain\\Media" table="media">\n    <id name="id" type="integer"/>\n    <many-to-one field="owner" target-entity="Shop\\Domain\\CustomerInterface"/>\n  </mapped-superclass>\n</doctrine-mapping>\n',
      'config/doctrine/Named.orm.xml':
        '<doctrine-mapping>\n  <mapped-superclass name="Shop\\Domain\\Named">\n    <field name="name" type="string"/>\n  </mapped-superclass>\n</doctrine-mapping>\n',
      'src/main/resources/Role.hbm.xml':
        '<hibernate-mapping>\n  <class name="org.shop.Role" table="role">\n    <id name="roleId" type="int"/>\n    <property name="label" type="java.lang.String"/>\n    <set name="users"><key column="r"/><many-to-many class="org.shop.User"/></set>\n  </class>\n</hibernate-mapping>\n',
    },
    models: [
      'doctrine Customer [customers] (id:integer primary, mail:string?, orders:Order) orders>Order',
      'doctrine Media [media] (id:integer primary, owner:CustomerInterface foreign) owner>Customer',
      'doctrine Order [orders] (id:integer primary, number:string unique, customer:Customer foreign) customer>Customer',
      'hibernate Role [role] (roleId:int primary, label:String, users:User) users>User',
    ],
  },
};
