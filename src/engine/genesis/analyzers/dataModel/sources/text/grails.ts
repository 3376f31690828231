import type { DataField } from '../../../../../../shared/inventory';
import { withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource, WrittenRelation } from '../../modelFact';

const notation = { line: '//', block: ['/*', '*/'], quotes: ['"', "'"] } as const;

const opening = /^\s{0,9}(abstract\s{1,9})?class\s{1,9}(\w{1,100})(?:\s{1,9}extends\s{1,9}([\w.]{1,200}))?/;
/** `String label`, `Shop shop = null` */
const property =
  /^\s{1,20}((?:[a-z]\w{0,40}\.){0,8}[A-Z]\w{0,80}|int|long|boolean|float|double|byte\[\])\s{1,20}(\w{1,80})\s{0,9}(?:=|$)/;
const lists = /\bstatic\s{1,9}(?:def\s{1,9})?(hasMany|belongsTo|hasOne)\s{0,9}=\s{0,9}\[([^\]]{1,4000})\]/g;
const left = /\bstatic\s{1,9}(?:def\s{1,9})?transients\s{0,9}=\s{0,9}\[([^\]]{1,4000})\]/;
const plain =
  /^(?:String|Date|Integer|Long|Boolean|BigDecimal|Double|Float|Short|Byte|Character|URL|Locale|Currency|TimeZone|Local\w{4,8}|Instant|ZonedDateTime|UUID)$/;

/** Properties of the class itself: what stands within its methods and blocks is none. */
function propertiesOf(lines: readonly string[], first: number): { field: DataField; line: number }[] {
  const found: { field: DataField; line: number }[] = [];
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    const [, type = '', name = ''] = (depth === 1 && property.exec(line.trimEnd())) || [];
    if (name !== '') found.push({ field: { name, type: type.split('.').at(-1) ?? type }, line: first + at });
    depth += line.split('{').length - line.split('}').length;
  }
  return found;
}

function readDomain(text: string): ModelFact | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => opening.test(line));
  const [, abstract, name, base] = opening.exec(lines[at] ?? '') ?? [];
  if (name === undefined) return undefined;
  const body = lines.slice(at).join('\n');
  const relations = [...body.matchAll(lists)].flatMap(([, kind, list = '']): WrittenRelation[] =>
    [...list.matchAll(/(\w{1,80})\s{0,40}:\s{0,40}(?:\w{1,80}\.){0,8}([A-Z]\w{0,80})/g)].map(
      ([, field = '', to = '']) => ({
        field,
        to,
        kind: kind === 'hasMany' ? 'one-to-many' : kind === 'hasOne' ? 'one-to-one' : 'many-to-one',
      }),
    ),
  );
  const kept = new Set([...(left.exec(body)?.[1] ?? '').matchAll(/["'](\w{1,80})["']/g)].map(([, one]) => one));
  const own = propertiesOf(lines.slice(at), at + 1).filter(({ field }) => !kept.has(field.name));
  const known = new Set(relations.map(({ field }) => field));
  for (const { field, line } of own)
    if (!plain.test(field.type) && /^[A-Z]/.test(field.type) && !known.has(field.name))
      relations.push({ field: field.name, to: field.type, kind: 'many-to-one', line });
  const key: DataField[] = own.some(({ field }) => field.name === 'id')
    ? []
    : [{ name: 'id', type: 'Long', key: 'primary' }];
  const table = /\btable\s{0,9}(?:name\s{0,9}:\s{0,9})?\(?\s{0,9}["'](\w{1,100})["']/.exec(body)?.[1];
  return {
    name,
    kind: 'grails',
    line: at + 1,
    endLine: at + body.trimEnd().split('\n').length,
    fields: [
      ...(base === undefined ? key : []),
      ...own.map(({ field, line }) => ({
        ...field,
        ...(field.name === 'id' ? { key: 'primary' as const } : {}),
        line,
      })),
    ],
    relations,
    role: abstract === undefined ? 'entity' : 'base',
    ...(base === undefined ? {} : { bases: [base.split('.').at(-1) ?? base] }),
    ...(table === undefined ? {} : { table }),
  };
}

/** Grails: the classes of the folder for what is kept. */
export const grailsSource: ModelSource = {
  id: 'grails',
  wants: ({ path }) => /(?:^|\/)grails-app\/domain\/.{1,300}\.groovy$/.test(path),
  keyword: /\bclass\s/,
  extract(file) {
    const model = readDomain(withoutComments(file.text, notation));
    return model === undefined ? {} : { models: [model] };
  },
  example: {
    files: {
      'grails-app/domain/shop/Order.groovy':
        'package shop\n\nclass Order implements Serializable {\n    String label\n    Shop shop // of whom\n    BigDecimal total\n\n    static hasMany = [lines: OrderLine]\n    static belongsTo = [owner: Person]\n    static transients = ["total"]\n\n    def ready() {\n        String inner = "a"\n    }\n\n    static mapping = {\n        table "orders"\n    }\n}\n',
      'grails-app/domain/shop/Shop.groovy': 'package shop\n\nclass Shop extends Place {\n    String name\n}\n',
      'grails-app/domain/shop/Place.groovy':
        'package shop\n\nabstract class Place {\n    String id\n    Date dateCreated\n}\n',
      'grails-app/domain/shop/Colour.groovy': 'package shop\n\nenum Colour {\n    RED\n}\n',
    },
    models: [
      'grails Order [orders] (id:Long primary, label:String, shop:Shop) lines>OrderLine owner>Person shop>Shop',
      'grails Shop (id:String primary, dateCreated:Date, name:String)',
    ],
  },
};
