import type { SourceFile } from '../../../../sourceFile';
import { linesAround } from '../../context/enclosing';

/** Names that say what the key is for; any other may be that of an account at a service elsewhere. */
const ownName = /(?:jwt|session|cookie|signing|crypto|encryption|hmac|master)[_-]?(?:secret|key)|secret[_-]?key/i;
/** What a program has at a service elsewhere: OAuth 1 calls it a consumer. */
const clientName = /(?:consumer|client|api|partner|merchant)[_-]?(?:key[_-]?)?secret|oauth/i;
const clientNear = /consumer[_-]?(?:key|secret)|client[_-]?id|api[_-]?client|twitter|tumblr|flickr/i;
const clientFile = /(?:^|\/)[^/]{0,60}(?:api_?client|twitter|oauth)[^/]{0,40}$/i;

/** The secret of a client: what it signs is sent to a service elsewhere, and the program trusts nothing for it. */
export function isOfClient(assignment: string, file: SourceFile, line: number): boolean {
  if (clientName.test(file.lineText(line))) return true;
  return !ownName.test(assignment) && (clientFile.test(file.path) || clientNear.test(linesAround(file, line, 4, 3)));
}
