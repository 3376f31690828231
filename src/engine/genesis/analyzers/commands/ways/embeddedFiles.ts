import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';

const directive = /^\/\/go:embed[ \t]{1,4}([^\r\n]{1,400})/gm;

/** What a file of Go takes into the program when it is built: patterns of paths, seen from its folder. */
export const embeddedFilesExtractor: Extractor<readonly string[]> = {
  id: 'commands/embedded',
  version: 1,
  wants: (file) => file.role === 'source' && file.path.endsWith('.go'),
  extract({ text }) {
    if (!text.includes('//go:embed')) return undefined;
    const patterns = [...text.matchAll(directive)].flatMap((match) => (match[1] ?? '').trim().split(/\s+/));
    return patterns.length === 0 ? undefined : patterns.map((pattern) => pattern.replace(/^["`]|["`]$/g, ''));
  },
};

/** Whether a build of Go takes in what is not kept here: it has to be made first, and the compiler refuses until it is. */
export function lacksEmbedded(model: ScanModel): boolean {
  const paths = model.files.map(({ path }) => path);
  return [...model.factsOf(embeddedFilesExtractor)].some(([file, patterns]) =>
    patterns.some((pattern) => !paths.some((path) => isTaken(path, folderOf(file.path), pattern))),
  );
}

/** Files below a folder that begin with a dot or an underscore are left out, unless `all:` asks for them. */
function isTaken(path: string, folder: string, pattern: string): boolean {
  const from = folder === '' ? '' : `${folder}/`;
  const bare = pattern.replace(/^all:/, '');
  const star = bare.search(/[*?[]/);
  const start = `${from}${star < 0 ? bare : bare.slice(0, bare.lastIndexOf('/', star) + 1)}`.replace(/^\.\//, '');
  if (path === start) return true;
  if (star < 0 ? !path.startsWith(`${start}/`) : !path.startsWith(start)) return false;
  return pattern.startsWith('all:') || !/(?:^|\/)[._]/.test(path.slice(start.length));
}
