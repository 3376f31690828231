import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { closingBracket, splitOutside, withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource } from '../../modelFact';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"""', '"'] };
/** A mark may stand under its whole name, so that nothing is imported. */
const marks =
  /@(?:androidx\.room\.|(?:javax|jakarta)\.persistence\.|org\.springframework\.data\.[a-z.]{1,60}\.)?(Entity|MappedSuperclass|Embeddable|Document)\b/g;
const classHead =
  /\b(?:(?:data|open|abstract|sealed|internal|public)\s+)*class\s+(\w{1,100})(?:<[^>\n]{1,100}>)?\s*(?:(?:@[\w.]{1,80}(?:\([^()\n]{0,200}\))?\s+){0,3}(?:(?:private|internal|protected)\s+)?constructor\s*)?/g;
const property =
  /^((?:\s*@[\w:.]{1,80}(?:\((?:[^()]|\((?:[^()]|\([^()]{0,200}\)){0,200}\)){0,400}\))?\s)*)\s*(?:(?:override|open|private|internal|protected|public|lateinit|final)\s+)*va[lr]\s+(\w{1,100})(?:\s*:\s*([\w.]{1,80}(?:<[^=\n{]{1,120}>)?)(\??)|\s*=\s*(?=\S))/;
/** What a first value tells of the type, where no type is written. */
const literalTypes: readonly (readonly [RegExp, string])[] = [
  [/^"/, 'String'],
  [/^(?:true|false)\b/, 'Boolean'],
  [/^-?\d+L\b/, 'Long'],
  [/^-?\d+\.\d/, 'Double'],
  [/^-?\d/, 'Int'],
  [/^[A-Z]\w*(?=[(<.])/, ''],
];
const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  ManyToOne: 'many-to-one',
  OneToOne: 'one-to-one',
  OneToMany: 'one-to-many',
  ManyToMany: 'many-to-many',
};
/** How far a class may stand behind its annotation: further annotations and modifiers lie between. */
const reach = 2_000;

function inferredType(value: string): string | undefined {
  const known = literalTypes.find(([pattern]) => pattern.test(value));
  // A call of a constructor is of the type that it is named after.
  return known?.[1] === '' ? known[0].exec(value)?.[0] : known?.[1];
}

function readProperty(text: string): { field: DataField; relation?: DataRelation } | undefined {
  const [whole = '', annotations = '', name = '', written, mark] = property.exec(text) ?? [];
  if (name === '' || /@(?:\w+:)?(?:[a-z.]{1,80}\.)?(?:Transient|Ignore)\b/.test(annotations)) return undefined;
  // What is computed at every reading is no column.
  if (/^\s*get\(\)/.test(text.slice(whole.length))) return undefined;
  const type = written ?? inferredType(text.slice(whole.length));
  if (type === undefined) return undefined;
  const key = /@(?:\w+:)?(?:[a-z.]{1,80}\.)?(?:Id|EmbeddedId|PrimaryKey)\b/.test(annotations)
    ? ('primary' as const)
    : undefined;
  const field: DataField = {
    name,
    type: type.replace(/\s+/g, ''),
    ...(key ? { key } : {}),
    ...(mark === '?' ? { optional: true } : {}),
  };
  const kind = relationKinds[/@(?:\w+:)?(ManyToOne|OneToOne|OneToMany|ManyToMany)\b/.exec(annotations)?.[1] ?? ''];
  const to = /(\w+)\??>*$/.exec(type)?.[1];
  return kind === undefined || to === undefined ? { field } : { field, relation: { field: name, to, kind } };
}

/** Properties of the constructor and of the body, without those of what lies inside. */
function propertiesOf(
  text: string,
  from: number,
): { end: number; read: NonNullable<ReturnType<typeof readProperty>>[]; bases: string[] } {
  let at = from;
  let pieces: string[] = [];
  if (text[at] === '(') {
    const close = closingBracket(text, at);
    pieces = splitOutside(text.slice(at + 1, close), /,/).map((piece) => piece.text);
    at = close + 1;
  }
  const header = /^[^{\n]{0,300}/.exec(text.slice(at, at + 300))?.[0] ?? '';
  const bases = [...header.matchAll(/[:,]\s*([A-Z]\w*)/g)].map((match) => match[1] ?? '');
  const open = at + header.length;
  if (text[open] !== '{') return { end: at, read: pieces.flatMap((piece) => readProperty(piece) ?? []), bases };
  const end = closingBracket(text, open);
  const body = joinAnnotated(splitOutside(text.slice(open + 1, end), /[\n;]/).map((piece) => piece.text));
  return { end, read: [...pieces, ...body].flatMap((piece) => readProperty(piece) ?? []), bases };
}

/** Annotations on lines of their own belong to the declaration after them. */
function joinAnnotated(lines: readonly string[]): string[] {
  const joined: string[] = [];
  let annotations = '';
  for (const line of lines) {
    const previous = joined.at(-1);
    // A getter that keeps nothing belongs to the property before it, which is computed.
    if (previous !== undefined && /^\s*get\(\)/.test(line) && !/\bfield\b/.test(line))
      joined[joined.length - 1] = `${previous.trimEnd()} ${line.trim()}`;
    else if (/^\s*@/.test(line) && !/\bva[lr]\s/.test(line) && !/\b(?:fun|class|object)\s/.test(line))
      annotations += `${line} `;
    else {
      joined.push(annotations + line);
      annotations = '';
    }
  }
  return joined;
}

const quotedIn = (list: string | undefined): string[] =>
  [...(list ?? '').matchAll(/"(\w{1,100})"/g)].map((match) => match[1] ?? '');

/** Columns as text or as constants of this file; nothing where one of them is declared elsewhere. */
function columnsIn(list: string, text: string): string {
  const columns = list.split(',').flatMap((piece) => {
    const written = piece.trim();
    if (written === '') return [];
    if (!/^\w{1,100}$/.test(written)) return [quotedIn(written)[0]];
    return [
      new RegExp(`\\bconst\\s{1,9}val\\s{1,9}${written}\\b[^="\\n]{0,40}=\\s{0,40}"(\\w{1,100})"`).exec(text)?.[1],
    ];
  });
  return columns.includes(undefined) ? '' : columns.join(', ');
}

/** `ForeignKey(entity = User::class, parentColumns = ["id"], childColumns = ["userId"])` */
function foreignKeys(annotations: string, text: string): DataRelation[] {
  const written =
    /\bForeignKey\(\s*entity\s*=\s*(\w{1,100})::class\s*,\s*parentColumns\s*=\s*\[[^\]]{1,300}\]\s*,\s*childColumns\s*=\s*\[([^\]]{1,300})\]/g;
  return [...annotations.matchAll(written)].map(([, to = '', columns = '']) => ({
    field: columnsIn(columns, text),
    to,
    kind: 'many-to-one' as const,
  }));
}

const roles: Readonly<Record<string, ModelFact['role']>> = { MappedSuperclass: 'base', Embeddable: 'part' };

function kindOf(text: string, mark: string): string {
  if (mark === 'Document') return 'spring-data';
  return /\bandroidx\.room\b/.test(text) ? 'room' : 'jpa';
}

/** Entities of JPA, Spring Data and Room that are written in Kotlin. */
export const kotlinEntitiesSource: ModelSource = {
  id: 'kotlin-entities',
  wants: ({ language }) => language === 'kotlin',
  keyword: /@(?:[a-z.]{1,80}\.)?(?:Entity|MappedSuperclass|Embeddable|Document)\b/,
  extract(file) {
    if (!/\b(?:persistence|androidx\.room|springframework\.data)\b/.test(file.text)) return {};
    const text = withoutComments(file.text, notation);
    const models: ModelFact[] = [];
    for (const match of text.matchAll(marks)) {
      classHead.lastIndex = match.index;
      const head = classHead.exec(text);
      if (!head || head.index - match.index > reach) continue;
      const annotations = text.slice(match.index, head.index);
      const { end, read, bases } = propertiesOf(text, head.index + head[0].length);
      const table = /@Table\([^)]{0,200}?name\s*=\s*"([^"]+)"|tableName\s*=\s*"([^"]+)"/.exec(annotations);
      const named = table?.[1] ?? table?.[2];
      const keys = new Set(quotedIn(/\bprimaryKeys\s*=\s*\[([^\]]{1,400})\]/.exec(annotations)?.[1]));
      models.push({
        name: head[1] ?? '',
        kind: kindOf(file.text, match[1] ?? ''),
        line: file.lineAt(head.index),
        endLine: file.lineAt(Math.min(end, text.length - 1)),
        fields: read.map(({ field }) => (keys.has(field.name) ? { ...field, key: 'primary' as const } : field)),
        relations: [...read.flatMap(({ relation }) => relation ?? []), ...foreignKeys(annotations, text)],
        ...(named === undefined ? {} : { table: named }),
        bases,
        role: roles[match[1] ?? ''] ?? 'entity',
      });
    }
    return { models };
  },
  example: {
    files: {
      'src/main/kotlin/Article.kt':
        'import jakarta.persistence.*\n\n@MappedSuperclass\nabstract class Base {\n    var createdAt: Instant? = null\n}\n\n@Entity\n@Table(name = "articles")\ndata class Article(\n    @Id @GeneratedValue(strategy = GenerationType.IDENTITY)\n    val id: Long? = null,\n    @Column(name = "title") var title: String,\n    @ManyToOne var author: User,\n    @Transient val cached: String = ""\n) : Base() {\n    @OneToMany(mappedBy = "article")\n    val comments: MutableList<Comment> = mutableListOf()\n    val slug: String get() = title\n    var note = ""\n    var sorted = note.lines()\n    fun publish() {\n        val now: Instant = Instant.now()\n    }\n}\n',
      'app/src/main/java/Line.kt':
        'import androidx.room.Entity\n\n@Entity(\n    primaryKeys = ["noteId", "at"],\n    foreignKeys = [ForeignKey(entity = Note::class, parentColumns = ["id"], childColumns = ["noteId"])]\n)\ndata class Line(val noteId: Int, val at: Int) {\n    val fullName: String\n        get() = "$noteId:$at"\n}\n',
      'app/src/main/java/Note.kt':
        'import androidx.room.Entity\n\n@Entity(tableName = "notes")\ndata class Note @JvmOverloads @OptIn(Late::class) constructor(@PrimaryKey val id: Int, val text: String?)\n',
    },
    models: [
      'room Line (noteId:Int primary, at:Int primary) noteId>Note',
      'room Note [notes] (id:Int primary, text:String?)',
      'jpa Article [articles] (createdAt:Instant?, id:Long? primary, title:String, author:User, comments:MutableList<Comment>, note:String) author>User comments>Comment',
    ],
  },
};
