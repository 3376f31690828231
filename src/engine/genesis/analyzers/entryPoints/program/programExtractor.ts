import type { Extractor } from '../../../extractor';
import type { FileRole, LanguageId, SourceFile } from '../../../sourceFile';
import { annotatedRules } from '../rules/annotated/annotatedRules';
import { routerRules } from '../rules/routerRules';
import { supportRules } from '../rules/supportRules';
import { vocabularyOf } from '../rules/vocabularies';
import { cutProgram } from './cutProgram';
import { type EncodedProgram, encodeProgram } from './encoding/encodeProgram';
import { isMinified } from './isMinified';
import type { FileProgram } from './program';
import { type ProgramReader, readerOf } from './readers';
import type { Vocabulary } from './vocabulary';

const readRoles: ReadonlySet<FileRole> = new Set(['source', 'config', 'example']);
/** Longer files are data or generated; nobody writes routes by the ten thousand lines. */
const longestFile = 600_000;

/** Keeps of each file the part that can build, pass on or fill a router. */
export const programExtractor: Extractor<EncodedProgram> = {
  id: 'entryPoints.program',
  version: 97,
  wants: (file) => readRoles.has(file.role) && readerOf(file.language) !== undefined,
  extract(file) {
    const reader = readerOf(file.language);
    if (reader === undefined || file.text.length > longestFile || isLeftOut(file)) return undefined;
    const program = reader.telling.test(file.text) ? keptProgram(reader, file) : undefined;
    const chosen = program === undefined || program.classes.length === 0 ? reader.readRest?.(file.text) : undefined;
    const kept = chosen ?? program;
    return kept === undefined ? undefined : encodeProgram(kept);
  },
};

/** What is never built is no part of the program. */
const isLeftOut = (file: SourceFile): boolean =>
  file.language === 'go' && /^\/\/go:build ignore$/m.test(file.text.slice(0, 3_000));

const vocabularies = new Map<LanguageId, Vocabulary>();

function wordsOf(language: LanguageId): Vocabulary {
  let words = vocabularies.get(language);
  if (words === undefined) {
    words = vocabularyOf([...routerRules, ...supportRules], annotatedRules, language);
    vocabularies.set(language, words);
  }
  return words;
}

function keptProgram(reader: ProgramReader, file: SourceFile): FileProgram | undefined {
  const whole = isMinified(file.text) ? undefined : wholeProgram(reader, file);
  return whole === undefined ? undefined : cutProgram(whole, wordsOf(file.language));
}

function wholeProgram(reader: ProgramReader, file: SourceFile): FileProgram | undefined {
  if (reader.read !== undefined) return reader.read(file.text);
  const { tree } = file;
  return tree === undefined ? undefined : reader.lower?.(file, tree.rootNode, reader.hot);
}
