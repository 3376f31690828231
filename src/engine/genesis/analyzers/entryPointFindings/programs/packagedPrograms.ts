import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { parseJson } from '../../dependencies/text/jsonTree';
import { type Program, placeAt } from './program';

interface PackagedApplication {
  readonly name: string;
  readonly line: number;
  readonly kind: 'desktop' | 'mobile';
}

/** What packs an application of Electron; a library for it asks for Electron alone. */
const packer =
  /^(?:electron-builder|@electron-forge\/cli|electron-forge|electron-packager|@electron\/packager|electron-vite)$/;

/** Applications of the desktop and of phones that a `package.json` describes. */
export const packagedExtractor: Extractor<PackagedApplication> = {
  id: 'entryPoints/packagedApplications',
  version: 1,
  wants: (file) => /(?:^|\/)package\.json$/.test(file.path),
  extract(file) {
    if (!/"(?:electron|react-native|expo)"/.test(file.text)) return undefined;
    const root = parseJson(file.text);
    const keys = (field: string): string[] => (root?.get(field)?.entries() ?? []).map(([name]) => name);
    const runtime = keys('dependencies');
    const all = [...runtime, ...keys('devDependencies')];
    const isDesktop = all.includes('electron') && all.some((name) => packer.test(name));
    const isMobile = runtime.includes('react-native') || runtime.includes('expo');
    if (!isDesktop && !isMobile) return undefined;
    const named = root?.get('productName') ?? root?.get('build')?.get('productName') ?? root?.get('name');
    const name = (named?.string ?? '').replace(/^@[^/]{1,100}\//, '');
    if (!/^[\w. -]{1,80}$/.test(name)) return undefined;
    const line = root?.get('main')?.line ?? named?.line ?? 1;
    return { name, line, kind: isDesktop ? 'desktop' : 'mobile' };
  },
};

/** A package of React Native that is no library describes its application in a file beside it. */
const described = ['app.json', 'app.config.js', 'app.config.ts'];

export function packagedPrograms(model: ScanModel, isOwn: (file: FileRecord) => boolean): Program[] {
  return [...model.factsOf(packagedExtractor)].flatMap(([file, { name, line, kind }]): Program[] => {
    const folder = folderOf(file.path);
    const isApplication =
      kind === 'desktop' || described.some((path) => model.byPath.has(folder === '' ? path : `${folder}/${path}`));
    if (!isApplication || !(file.role === 'config' || file.role === 'source')) return [];
    return isOwn({ ...file, role: 'source' }) ? [{ name, place: placeAt(file.path, line) }] : [];
  });
}
