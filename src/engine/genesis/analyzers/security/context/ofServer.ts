import type { SourceFile } from '../../../sourceFile';
import { isForTests } from './enclosing';
import { isBrowserCode } from './origin';

/** The line, 1-based, where a match begins that may take blanks before itself. */
export const lineOf = (match: RegExpMatchArray, file: SourceFile): number =>
  file.lineAt((match.index ?? 0) + match[0].length - match[0].trimStart().length);

/** Code that answers strangers, and is neither tried out nor started by those who develop. */
export const isOfServer = (match: RegExpMatchArray, file: SourceFile): boolean =>
  !isBrowserCode(file) &&
  !isForTests(file, lineOf(match, file)) &&
  !/(?:^|[/._-])(?:scripts?|tools?|cli|commands?|build\w*|bench\w*|ci|migrations?|management)(?:[/._-]|$)/i.test(
    file.path,
  );
