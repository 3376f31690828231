import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { manifestExtractor } from '../../dependencies/extractors';

/** A file of Go that no build takes in: it keeps versions of tools, or is run by those who develop to write other files. */
export const pinnedToolsExtractor: Extractor<{ readonly line: number }> = {
  id: 'architecture.pinnedTools',
  version: 4,
  wants: (file) => file.language === 'go',
  extract(file) {
    const found = /^\/\/(?:go:build| ?\+build)[ \t]{1,4}(?:tools?|libs|generate|ignore)[ \t]{0,4}\r?$/m.exec(
      file.text.slice(0, 3_000),
    );
    return found === null ? undefined : { line: file.lineAt(found.index) };
  },
};

/** Whether a module of Go has nothing but such files, or a manifest of npm below the top neither a name nor anything to run with. */
export function pinsTools(manifest: string, model: ScanModel): boolean {
  if (manifest.endsWith('/package.json')) {
    const { name, requirements = [] } = model.factsIn(manifestExtractor, manifest) ?? {};
    return name === undefined && requirements.length > 0 && requirements.every(({ scope }) => scope === 'dev');
  }
  if (!/(?:^|\/)go\.mod$/.test(manifest)) return false;
  const folder = folderOf(manifest);
  const own = model.files.filter(
    ({ path, language }) => language === 'go' && (folder === '' || path.startsWith(`${folder}/`)),
  );
  // A module without code of its own, or with its description alone, names tools, too.
  return own.every(({ path }) => path.endsWith('/doc.go') || model.factsIn(pinnedToolsExtractor, path) !== undefined);
}
