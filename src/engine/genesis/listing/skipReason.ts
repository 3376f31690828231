import type { SkipReason } from '../../../shared/genesis';
import { binaryExtensions } from './data/binaryExtensions';
import {
  buildingManifests,
  manifestPattern,
  maxFileBytes,
  maxManifestBytes,
  nameRules,
  vendoringManifests,
} from './data/nameRules';
import type { Attributes } from './gitAttributes';

/** Tells by name, size and surroundings whether a file is worth reading. */
export interface NameJudge {
  skipReason(path: string, bytes: number): SkipReason | undefined;
}

/** `paths` are all listed ones: what lies beside a folder tells what the folder is. */
export function createNameJudge(paths: Iterable<string>, attributes: Attributes): NameJudge {
  const all = new Set(paths);
  const vendorFolders = new Map<string, SkipReason | undefined>();
  const judgeFolder = (parent: string, name: string): SkipReason | undefined => {
    const key = `${parent}${name}`;
    if (!vendorFolders.has(key)) vendorFolders.set(key, reasonOfFolder(parent, name, all));
    return vendorFolders.get(key);
  };
  return {
    skipReason(path, bytes) {
      const manifest = manifestPattern.test(path);
      const reason = reasonByName(path, manifest, attributes) ?? reasonByFolders(path, judgeFolder);
      if (reason !== undefined) return reason;
      return bytes > (manifest ? maxManifestBytes : maxFileBytes) ? 'too-large' : undefined;
    },
  };
}

function reasonByName(path: string, manifest: boolean, attributes: Attributes): SkipReason | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  if (dot >= 0 && binaryExtensions.has(name.slice(dot + 1).toLowerCase())) return 'binary';
  const said = manifest ? undefined : attributes.reasonFor(path);
  if (said !== undefined) return said === 'keep' ? undefined : said;
  const rule = nameRules.find((candidate) => candidate.pattern.test(path));
  return manifest && rule?.reason !== 'vendored' ? undefined : rule?.reason;
}

const folderPattern = /(?:^|\/)(vendors?|dist)\//g;

function reasonByFolders(
  path: string,
  judgeFolder: (parent: string, name: string) => SkipReason | undefined,
): SkipReason | undefined {
  for (const match of path.matchAll(folderPattern)) {
    const name = match[1] ?? '';
    const parent = path.slice(0, match.index + match[0].length - name.length - 1);
    const reason = judgeFolder(parent, name);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonOfFolder(parent: string, name: string, all: ReadonlySet<string>): SkipReason | undefined {
  const beside = (names: readonly string[]): boolean => names.some((manifest) => all.has(parent + manifest));
  if (name === 'dist') return beside(buildingManifests) ? 'generated' : undefined;
  return beside(vendoringManifests) ? 'vendored' : undefined;
}
