import type { Extractor } from '../../../extractor';
import type { FileRole } from '../../../sourceFile';
import type { FileProgram } from './program';
import { readerOf } from './readers';

const readRoles: ReadonlySet<FileRole> = new Set(['source', 'config', 'example']);
/** Longer files are data or generated; nobody writes routes by the ten thousand lines. */
const longestFile = 600_000;

/** Keeps of each file the part that can build, pass on or fill a router. */
export const programExtractor: Extractor<FileProgram> = {
  id: 'entryPoints.program',
  version: 1,
  wants: (file) => readRoles.has(file.role) && readerOf(file.language) !== undefined,
  extract(file) {
    const reader = readerOf(file.language);
    if (reader === undefined || file.text.length > longestFile || !reader.telling.test(file.text)) return undefined;
    const { tree } = file;
    if (tree === undefined) return undefined;
    const program = reader.lower(file, tree.rootNode, reader.hot);
    const isEmpty = program.body.length === 0 && program.functions.length === 0 && program.classes.length === 0;
    return isEmpty ? undefined : program;
  },
};
