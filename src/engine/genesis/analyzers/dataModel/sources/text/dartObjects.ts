import type { DataField } from '../../../../../../shared/inventory';
import { closingBracket, withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource } from '../../modelFact';
import type { FieldRead } from '../../syntax/scriptNodes';
import { textModel } from '../../syntax/textModel';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"""', "'''", '"', "'"] };

interface ObjectStore {
  readonly kind: string;
  readonly imported: RegExp;
  /** The mark that makes a class one of the store. */
  readonly mark: RegExp;
  /** The mark of a column, where only marked members are stored. */
  readonly column?: RegExp;
}

/** Stores of Dart share the names of their marks: what a file imports tells which one is meant. */
const stores: readonly ObjectStore[] = [
  { kind: 'isar', imported: /package:isar\w*\//, mark: /@(?:collection\b|Collection\()/ },
  { kind: 'objectbox', imported: /package:objectbox\//, mark: /@Entity\(/ },
  { kind: 'floor', imported: /package:floor\//, mark: /@(?:entity\b|Entity\()/ },
  { kind: 'hive', imported: /package:hive\w*\//, mark: /@HiveType\(/, column: /@HiveField\(/ },
];

const classes =
  /((?:@\w{1,40}(?:\((?:[^()]|\([^()]{0,200}\)){0,400}\))?\s{1,20}){1,6})(?:(?:abstract|final|base|sealed)\s{1,9}){0,2}class\s{1,9}(\w{1,100})\b[^{;]{0,300}\{/g;
/** Members stand two columns in; what stands further in is code. */
const member =
  /((?:^ {2}@\w{1,40}(?:\([^\n]{0,200}\))?[ \t]{0,9}\n){0,6}^ {2}(?:@\w{1,40}(?:\([^)\n]{0,200}\))?[ \t]{1,9}){0,4})(?!(?:static|return|const)\b)((?:late|final|external)[ \t]{1,9}){0,2}(?:([A-Za-z]\w{0,60}(?:<[\w<>?, .]{1,80}>)?\??)[ \t]{1,9})?(\w{1,100})[ \t]{0,9}(?:=[ \t]{0,9}([^\n]{0,200})|;)/gm;
/** Columns of a class whose constructor declares them. */
const ofConstructor =
  /(@HiveField\([^)\n]{0,100}\)\s{0,40}(?:@\w{1,40}(?:\([^)\n]{0,100}\))?\s{1,40}){0,4})(?:(?:required|final)\s{1,9}){0,2}([A-Za-z]\w{0,60}(?:<[\w<>?, .]{1,80}>)?\??)\s{1,9}(\w{1,100})(?=\s{0,9}[,})])/g;

const links: Readonly<Record<string, 'many-to-one' | 'one-to-many'>> = {
  IsarLink: 'many-to-one',
  IsarLinks: 'one-to-many',
  ToOne: 'many-to-one',
  ToMany: 'one-to-many',
};

function readMember(marks: string, written: string | undefined, name: string, value: string): FieldRead | undefined {
  const type = written ?? /^(\w{1,60}<[\w?]{1,80}>)\(/.exec(value)?.[1] ?? '';
  if (type === '' || /@(?:ignore|Ignore|transient|Transient)\b/.test(marks)) return undefined;
  const [, link = '', to = ''] = /^(\w+)<(\w+)>/.exec(type) ?? [];
  const kind = links[link];
  const isKey = type === 'Id' || /@(?:primaryKey\b|PrimaryKey\(|Id\()/.test(marks);
  const isUnique = /@(?:Unique\(|Index\([^\n]{0,100}unique:\s?true)/.test(marks);
  const key = isKey ? 'primary' : kind === 'many-to-one' ? 'foreign' : isUnique ? 'unique' : undefined;
  const isOptional = type.endsWith('?');
  const field: DataField = {
    name,
    type: type.replace(/\?$/, ''),
    ...(key ? { key } : {}),
    ...(isOptional ? { optional: true } : {}),
  };
  return kind === undefined ? { field } : { field, relation: { field: name, to, kind } };
}

function columnsOf(body: string, store: ObjectStore): FieldRead[] {
  const members = [...body.matchAll(member)].flatMap(([, marks = '', , type, name = '', value = '']) =>
    store.column === undefined || store.column.test(marks) ? (readMember(marks, type, name, value) ?? []) : [],
  );
  if (store.column === undefined || members.length > 0) return members;
  return [...body.matchAll(ofConstructor)].flatMap(
    ([, marks = '', type, name = '']) => readMember(marks, type, name, '') ?? [],
  );
}

/** Isar, ObjectBox, Floor and Hive: Dart classes that a mark makes an object of the store. */
export const dartObjectsSource: ModelSource = {
  id: 'dart-objects',
  wants: ({ path }) => path.endsWith('.dart'),
  keyword: /@(?:collection\b|Collection\(|entity\b|Entity\(|HiveType\()/,
  extract(file) {
    const store = stores.find(({ imported, mark }) => imported.test(file.text) && mark.test(file.text));
    if (store === undefined) return {};
    const text = withoutComments(file.text, notation);
    const models = [...text.matchAll(classes)].flatMap((match): ModelFact[] => {
      const [head, marks = '', name = ''] = match;
      const open = match.index + head.length - 1;
      const end = closingBracket(text, open);
      const read = store.mark.test(marks) ? columnsOf(text.slice(open + 1, end), store) : [];
      const table = /@Entity\([^\n]{0,200}?tableName:\s?['"](\w{1,100})['"]/.exec(marks)?.[1];
      if (read.length === 0) return [];
      return [textModel(file, { name, kind: store.kind, start: match.index + marks.length, end, read, table })];
    });
    return { models };
  },
  example: {
    files: {
      'lib/models/track.dart':
        "import 'package:isar/isar.dart';\n\npart 'track.g.dart';\n\n// @collection\n// class Old { Id id = 0; }\n@collection\nclass Track {\n  Id id = Isar.autoIncrement;\n\n  @Index(unique: true)\n  late String path;\n  String? title;\n  @ignore\n  int shown = 0;\n  final album = IsarLink<Album>();\n  static const int most = 3;\n\n  Track(this.path);\n\n  String label() {\n    final String text = path;\n    return text;\n  }\n}\n",
      'lib/models/word.dart':
        "import 'package:hive/hive.dart';\n\n@HiveType(typeId: 1)\n@JsonSerializable(\n  anyMap: true,\n)\nclass Word extends HiveObject {\n  @HiveField(0)\n  final String text;\n  @HiveField(1, defaultValue: 0) int count;\n  int shown = 0;\n}\n\n@HiveType(typeId: 2)\nenum Kind {\n  @HiveField(0)\n  noun,\n}\n\n@freezed\n@HiveType(typeId: 3)\nclass Deck with _$Deck {\n  factory Deck({@HiveField(0) required String name, @HiveField(1) int? size}) = _Deck;\n}\n",
      'lib/models/order.dart':
        "import 'package:objectbox/objectbox.dart';\n\n@Entity()\nclass Order {\n  @Id()\n  int id = 0;\n  final lines = ToMany<Line>();\n}\n\nclass Basket {\n  int id = 0;\n}\n",
      'lib/models/person.dart':
        "import 'package:floor/floor.dart';\n\n@Entity(tableName: 'people')\nclass Person {\n  @primaryKey\n  final int id;\n  final String name;\n  Person(this.id, this.name);\n}\n",
    },
    models: [
      'objectbox Order (id:int primary, lines:ToMany<Line>) lines>Line',
      'floor Person [people] (id:int primary, name:String)',
      'isar Track (id:Id primary, path:String unique, title:String?, album:IsarLink<Album> foreign) album>Album',
      'hive Word (text:String, count:int)',
      'hive Deck (name:String, size:int?)',
    ],
  },
};
