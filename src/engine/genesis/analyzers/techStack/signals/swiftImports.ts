import type { Extractor } from '../../../extractor';
import type { FileRecord, ScanModel } from '../../../scanModel';

/** One module that a Swift file imports. Apple's own come with the system and stand in no manifest. */
interface SwiftImport {
  readonly module: string;
  readonly line: number;
}

/** Xcode calls the folder of an app that shows a library after the library: `watchOS Example`. */
const shown = /(?:^|\/)[^/]{0,60}\b(?:examples?|demos?|samples?)\//i;

export const swiftImportExtractor: Extractor<readonly SwiftImport[]> = {
  id: 'techStack/swiftImports',
  version: 2,
  wants: (file) =>
    file.path.endsWith('.swift') && (file.role === 'source' || file.role === 'test') && !shown.test(file.path),
  extract(file) {
    const found = new Map<string, SwiftImport>();
    for (const [index, line] of file.text.slice(0, 20_000).split('\n', 300).entries()) {
      const module =
        /^(?:@\w{1,30}\s{1,3})?(?:public\s|internal\s)?import\s{1,3}(?:(?:class|struct|enum|protocol|func|var)\s)?(\w{1,60})/.exec(
          line,
        )?.[1];
      if (module !== undefined && !found.has(module)) found.set(module, { module, line: index + 1 });
    }
    return found.size === 0 ? undefined : [...found.values()];
  },
};

interface Site {
  readonly file: FileRecord;
  readonly line: number;
}

/** Where each module is imported. */
export function swiftSites(model: ScanModel): ReadonlyMap<string, readonly Site[]> {
  const sites = new Map<string, Site[]>();
  for (const [file, imports] of model.factsOf(swiftImportExtractor))
    for (const { module, line } of imports) sites.set(module, [...(sites.get(module) ?? []), { file, line }]);
  return sites;
}
