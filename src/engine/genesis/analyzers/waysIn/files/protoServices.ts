import { blanked } from '../../../languages/sourceText';
import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const comments = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
/** Many line up what follows the names in columns. */
const declaration = /\bservice\s{1,40}(\w{1,100})\s{0,80}\{|\brpc\s{1,40}(\w{1,100})\s{0,80}\(/g;

/** The calls of the services in a `.proto` file. */
export function protoServices(file: SourceFile): WayFact[] {
  const text = file.text.replace(comments, (piece) => (piece.startsWith('"') ? piece : blanked(piece)));
  const facts: WayFact[] = [];
  let service = '';
  const group = /^[ \t]{0,20}package\s{1,20}([\w.]{1,120})\s{0,9};/m.exec(text)?.[1];
  for (const match of text.matchAll(declaration)) {
    if (match[1] !== undefined) service = match[1];
    else if (service !== '')
      facts.push({
        kind: 'grpc',
        framework: 'gRPC',
        name: `${service}/${match[2]}`,
        line: file.lineAt(match.index),
        ...(group === undefined ? {} : { group }),
      });
  }
  return facts;
}
