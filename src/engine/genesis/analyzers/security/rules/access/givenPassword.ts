import type { SourceFile } from '../../../../sourceFile';
import { functionName, parametersOf } from '../../flow/functionParts';
import { functionsLike } from '../../flow/functionsLike';

/** The function around the place hashes a parameter of its own, and is called with a password. */
export function isGivenPassword(match: RegExpMatchArray, file: SourceFile): boolean {
  let at = file.tree?.rootNode.descendantForIndex(match.index ?? 0) ?? null;
  while (at && !functionsLike.test(at.type)) at = at.parent;
  const name = at ? functionName(at) : undefined;
  if (at === null || name === undefined || parametersOf(at).length === 0) return false;
  return new RegExp(
    `(?<![\\w])${name.replace(/\W/g, '')}\\(\\s{0,3}(?:\\w{1,40}\\.){0,3}(?:get)?(?:\\w{0,20}_)?(?:passw(?:or)?d|pwd)(?:\\(\\))?\\s{0,3}[,)]`,
    'i',
  ).test(file.text);
}
