import type { DataField, DataRelation } from '../../../../../../shared/inventory';
import { closingBracket, withoutComments } from '../../../../languages/sourceText';
import type { ModelFact, ModelSource } from '../../modelFact';
import { textModel } from '../../syntax/textModel';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"""', '"'] };
const head =
  /@Model\s{1,40}(?:(?:public|open|internal|final|package)\s{1,9}){0,3}class\s{1,9}(\w{1,100})[^{;]{0,200}\{/g;
const property =
  /^((?:\s*@\w{1,40}(?:\([^\n]{0,200}?\))?\s)*)\s*(?:(?:public|private|internal|fileprivate|package|final)(?:\(set\))?\s+){0,3}var\s+`?(\w{1,100})`?\s*:\s*([^={]{1,200})(=)?[^{]*(\{)?/;

/** The text with nothing in its inner brackets: what stands there is code. */
function outline(body: string): string {
  let text = '';
  let at = 0;
  for (let open = body.indexOf('{'); open >= 0; open = body.indexOf('{', at)) {
    text += `${body.slice(at, open)}{}`;
    at = Math.max(open + 1, closingBracket(body, open) + 1);
  }
  return text + body.slice(at);
}

/** Statements, each with the marks on the lines before it. */
function statementsOf(body: string): string[] {
  const statements: string[] = [];
  let marks = '';
  for (const line of outline(body).split('\n')) {
    if (/^\s*@[^\n]*\)?\s*$/.test(line) && !/\bvar\b/.test(line)) marks += `${line}\n`;
    else {
      statements.push(marks + line);
      if (line.trim() !== '') marks = '';
    }
  }
  return statements;
}

interface Stored {
  readonly field: DataField;
  readonly relation?: DataRelation;
  readonly isMarked: boolean;
}

function readProperty(statement: string): Stored[] {
  const [, marks = '', name = '', written = '', value, open] = property.exec(statement) ?? [];
  // Without a value, brackets compute it.
  if (name === '' || /@Transient\b/.test(marks) || (open !== undefined && value === undefined)) return [];
  const type = written.trim();
  const key = /@Attribute\([^\n]{0,100}\.unique\b/.test(marks) ? ('unique' as const) : undefined;
  const bare = type.replace(/\?$/, '');
  const field: DataField = {
    name,
    type: bare,
    ...(key ? { key } : {}),
    ...(type.endsWith('?') ? { optional: true } : {}),
  };
  const [, list, to] = /^(\[?)([A-Z]\w*)\]?$/.exec(bare) ?? [];
  if (to === undefined) return [{ field, isMarked: false }];
  const relation: DataRelation = { field: name, to, kind: list === '[' ? 'one-to-many' : 'many-to-one' };
  return [{ field, relation, isMarked: /@Relationship\b/.test(marks) }];
}

/** SwiftData: Swift classes with the macro `@Model`, whose stored properties are kept. */
export const swiftDataSource: ModelSource = {
  id: 'swift-data',
  wants: ({ path }) => path.endsWith('.swift'),
  keyword: /@Model\b/,
  extract(file) {
    if (!/^\s*import\s+SwiftData\b/m.test(file.text)) return {};
    const text = withoutComments(file.text, notation);
    const models = [...text.matchAll(head)].map((match): ModelFact => {
      const open = match.index + match[0].length - 1;
      const end = closingBracket(text, open);
      const read = statementsOf(text.slice(open + 1, end)).flatMap(readProperty);
      return {
        ...textModel(file, { name: match[1] ?? '', kind: 'swift-data', start: match.index, end, read }),
        // A type tells only what it is called: an enumeration as well as a model.
        guessed: read.flatMap(({ field, isMarked }) => (isMarked ? [] : [field.name])),
      };
    });
    return { models };
  },
  example: {
    files: {
      'App/Models/Trip.swift':
        'import Foundation\nimport SwiftData\n\n// @Model class Old { var a: Int }\n@Model\nfinal class Trip {\n    @Attribute(.unique) var id: UUID\n    var name: String = ""\n    var note: String?\n    var mood: Mood\n    @Relationship(deleteRule: .cascade, inverse: \\Stop.trip)\n    var stops: [Stop] = []\n    @Transient var shown: Bool = false\n    static var count: Int = 0\n    var label: String { name }\n    var days: Int {\n        let all: Int = 3\n        return all\n    }\n\n    init(name: String) {\n        self.name = name\n    }\n}\n\n@Model final class Stop {\n    var trip: Trip?\n}\n',
    },
    models: [
      'swift-data Trip (id:UUID unique, name:String, note:String?, mood:Mood, stops:[Stop]) stops>Stop',
      'swift-data Stop (trip:Trip?) trip>Trip',
    ],
  },
};
