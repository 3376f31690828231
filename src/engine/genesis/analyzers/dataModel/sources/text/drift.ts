import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { closingBracket, withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource } from '../../modelFact';
import { snakeCase } from '../../syntax/nodes';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"""', "'''", '"', "'"] };
const heads =
  /\b(abstract\s{1,9})?(?:class|mixin)\s{1,9}(\w{1,100})\s{1,9}(extends|on)\s{1,9}(\w{1,100})(?:\s{1,9}with\s{1,9}([\w,\s]{1,200}?))?\s{0,9}\{/g;
/** `TextColumn get name => text()();` as it is generated from, and the newer `late final name = text()();`. */
const columns =
  /\b(?:(\w{1,60}?)Column(?:<[\w.?]{1,80}>)?\s{1,9}get\s{1,9}(\w{1,100})\s{0,9}=>|late\s{1,9}final\s{1,9}(?:\w{1,60}\s{1,9})?(\w{1,100})\s{0,9}=\s{0,9}(\w{1,60})(?=\())([^;]{0,2000});/g;

function readColumns(body: string): { readonly fields: DataField[]; readonly relations: DataRelation[] } {
  const primary = /\bprimaryKey\s{0,9}=>\s{0,9}(?:const\s{1,9})?\{([^}]{0,400})\}/.exec(body)?.[1] ?? '';
  const keys = new Set(primary.split(',').map((name) => name.trim()));
  const fields: DataField[] = [];
  const relations: DataRelation[] = [];
  for (const [, column = '', older = '', newer = '', call = '', rest = ''] of body.matchAll(columns)) {
    const name = older || newer;
    const to = /\.references\(\s{0,40}(\w{1,100})/.exec(rest)?.[1];
    const isPrimary = keys.has(name) || /\.autoIncrement\(\)/.test(rest);
    const key = isPrimary ? 'primary' : to ? 'foreign' : /\.unique\(\)/.test(rest) ? 'unique' : undefined;
    const type = column === '' ? call : `${column.charAt(0).toLowerCase()}${column.slice(1)}`;
    const optional = /\.nullable\(\)/.test(rest);
    fields.push({ name, type, ...(key ? { key } : {}), ...(optional ? { optional } : {}) });
    if (to !== undefined) relations.push({ field: name, to, kind: 'many-to-one' });
  }
  return { fields, relations };
}

/** Drift: Dart classes that extend `Table`, one getter a column; mixins lend theirs. */
export const driftSource: ModelSource = {
  id: 'drift',
  wants: ({ path }) => path.endsWith('.dart'),
  keyword: /\b(?:extends|on)\s{1,9}Table\b/,
  extract(file) {
    if (!/\bpackage:(?:drift|moor)\b|^part of\b|Column(?:<\w+>)?\s+get\b/m.test(file.text)) return {};
    const text = withoutComments(file.text, notation);
    const models = [...text.matchAll(heads)].flatMap((match): ModelFact[] => {
      const [head, abstract, name = '', word, base = '', mixins = ''] = match;
      const open = match.index + head.length - 1;
      const end = closingBracket(text, open);
      const body = text.slice(open + 1, end);
      const read = readColumns(body);
      // What extends neither the library's table nor one of the file's own is any other class.
      if (base !== 'Table' && read.fields.length === 0) return [];
      const isBase = abstract !== undefined || word === 'on';
      const table = /\btableName\s{0,9}=>\s{0,9}['"](\w{1,100})['"]/.exec(body)?.[1] ?? snakeCase(name);
      const bases = [base, ...mixins.split(',').map((one) => one.trim())].filter((one) => one !== '');
      return [
        {
          name,
          kind: 'drift',
          line: file.lineAt(match.index),
          endLine: file.lineAt(Math.min(end, text.length - 1)),
          ...read,
          ...(isBase ? {} : { table }),
          role: isBase ? 'base' : base === 'Table' ? 'entity' : 'candidate',
          bases,
        },
      ];
    });
    return { models };
  },
  example: {
    files: {
      'lib/database/tables.dart':
        "import 'package:drift/drift.dart';\n\nmixin Dated on Table {\n  DateTimeColumn get created => dateTime()();\n}\n\n// class Labels extends Table {}\nclass Wallets extends Table with Dated {\n  TextColumn get walletPk => text().clientDefault(() => uuid.v4())();\n  TextColumn get colour =>\n      text().withLength(max: 9).nullable()();\n  @override\n  Set<Column> get primaryKey => {walletPk};\n}\n\nclass Payments extends Table {\n  late final id = integer().autoIncrement()();\n  late final walletFk = text().references(Wallets, #walletPk)();\n  @override\n  String get tableName => 'paid';\n}\n\nclass Header extends Widget {\n  final String title = '';\n}\n",
    },
    models: [
      'drift Wallets [wallets] (created:dateTime, walletPk:text primary, colour:text?)',
      'drift Payments [paid] (id:integer primary, walletFk:text foreign) walletFk>Wallets',
    ],
  },
};
