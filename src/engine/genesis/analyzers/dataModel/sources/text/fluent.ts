import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { closingBracket, withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource } from '../../modelFact';
import { textModel } from '../../syntax/textModel';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"""', '"'] };
const classHead = /\bclass\s+(\w{1,100})\s*(?:<[^>{\n]{1,100}>)?\s*:\s*([^{]{1,300})\{/g;
const wrapped =
  /@(ID|Field|OptionalField|Timestamp|Enum|OptionalEnum|Boolean|Group|CompositeID|Parent|OptionalParent|Children|OptionalChild|Siblings)\b\s*(?:\(((?:[^()]|\([^()]{0,200}\)){0,400})\))?\s+(?:(?:public|internal|private|fileprivate|package|final)(?:\(set\))?\s+){0,3}var\s+`?(\w{1,100})`?\s*:\s*([^\n={]{1,200})/g;

const relationKinds: Readonly<Record<string, DataRelation['kind']>> = {
  Parent: 'many-to-one',
  OptionalParent: 'many-to-one',
  Children: 'one-to-many',
  OptionalChild: 'one-to-one',
  Siblings: 'many-to-many',
};

function readProperty(match: RegExpMatchArray): { field: DataField; relation?: DataRelation } {
  const [, wrapper = '', settings = '', name = '', written = ''] = match;
  const type = written.trim();
  const kind = relationKinds[wrapper];
  const optional = wrapper.startsWith('Optional') || (type.endsWith('?') && wrapper !== 'ID');
  const bare = type.replace(/\?$/, '');
  const key =
    wrapper === 'ID' || wrapper === 'CompositeID' ? 'primary' : /Parent$/.test(wrapper) ? 'foreign' : undefined;
  const field: DataField = { name, type: bare, ...(key ? { key } : {}), ...(optional ? { optional } : {}) };
  const to = /^\[?([\w.]+)/.exec(bare)?.[1]?.split('.').at(-1);
  // A group of columns is a part of its owner.
  if (kind === undefined || to === undefined || settings.includes('group:')) return { field };
  return { field, relation: { field: name, to, kind } };
}

/** Fluent (Vapor): Swift classes that are a `Model`, whose columns are wrapped properties. */
export const fluentSource: ModelSource = {
  id: 'fluent',
  wants: ({ path }) => path.endsWith('.swift'),
  keyword: /@(?:ID|Field|CompositeID)\b/,
  extract(file) {
    if (!/^\s*import\s+Fluent/m.test(file.text) && !/\bstatic\s+let\s+schema\b/.test(file.text)) return {};
    const text = withoutComments(file.text, notation);
    const models = [...text.matchAll(classHead)].flatMap((match): ModelFact[] => {
      const [head, name = '', bases = ''] = match;
      const open = match.index + head.length - 1;
      const end = closingBracket(text, open);
      const body = text.slice(open + 1, end);
      // What shares the schema of another model under a further name is an alias or a base.
      const table = /\bstatic\s+(?:let|var)\s+schema\b[^=\n{]{0,60}=\s*"([^"]+)"/.exec(body)?.[1];
      const isModel = /(?:^|[\s,.])(?:Model|ModelAuthenticatable|ModelTokenAuthenticatable)\b/.test(bases);
      const read = [...body.matchAll(wrapped)].map(readProperty);
      if ((!isModel && table === undefined) || read.length === 0 || /\bModelAlias\b/.test(bases)) return [];
      return [textModel(file, { name, kind: 'fluent', start: match.index, end, read, table })];
    });
    return { models };
  },
  example: {
    files: {
      'Sources/App/Models/Planet.swift':
        'import Fluent\nimport Vapor\n\n// final class Old: Model { @ID var id: UUID? }\nfinal class Planet: Model, Content, @unchecked Sendable {\n    static let schema = "planets"\n\n    @ID(key: .id)\n    var id: UUID?\n\n    @Field(key: "name")\n    var name: String\n\n    @OptionalField(key: "note") public var note: String?\n\n    @Parent(key: "star_id")\n    var star: Star\n\n    @Children(for: \\.$planet)\n    var moons: [Moon]\n\n    @Siblings(through: PlanetTag.self, from: \\.$planet, to: \\.$tag)\n    public var tags: [Tag]\n\n    @Timestamp(key: "created_at", on: .create)\n    var createdAt: Date?\n\n    var label: String { name }\n\n    init() { }\n}\n\nstruct PlanetData: Content {\n    let name: String\n}\n',
    },
    models: [
      'fluent Planet [planets] (id:UUID primary, name:String, note:String?, star:Star foreign, moons:[Moon], tags:[Tag], createdAt:Date?) star>Star moons>Moon tags>Tag',
    ],
  },
};
