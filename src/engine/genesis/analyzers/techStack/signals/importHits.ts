import type { FileRecord, ScanModel } from '../../../scanModel';
import type { Ecosystem } from '../../dependencies/manifestFacts';
import { isOfSource, type PackageUsage } from '../../dependencies/usage/packageUsage';
import type { HitList } from '../hits';
import { isBeside } from '../productPaths';
import { techRules } from '../techRule';
import { isTemplatePath } from '../templates';
import { nativeSites } from './nativeImports';
import { swiftSites } from './swiftImports';

/** What helps tests imports what runs them as well, and shows it less plainly. */
const calledTest = /[._-](?:test|spec)s?\.\w{1,5}$|Tests?\.\w{1,5}$|(?:^|\/)test_[^/]*$/;

const leastOfSystem = 0.02;

/** Code has folders of any name: those at the top tell what they are for. */
const liesBeside = ({ file: { path } }: { readonly file: FileRecord }): boolean =>
  isBeside(path.slice(0, path.indexOf('/') + 1));

/** One of the folder at the top that has most of them: what lies beside the main part shows less. */
function mainSite<T extends { readonly file: FileRecord }>(sites: readonly T[]): T | undefined {
  const folderOfSite = ({ file: { path } }: T): string => path.slice(0, path.indexOf('/') + 1);
  const counts = new Map<string, number>();
  for (const site of sites) counts.set(folderOfSite(site), (counts.get(folderOfSite(site)) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return sites.find((site) => counts.get(folderOfSite(site)) === most);
}

const mostSites = 0.8;

/** The folder at the top that nearly all of them lie in, unless it is one for all sources. */
function withinOf(sites: readonly { readonly file: FileRecord }[]): { readonly within?: string } {
  const main = mainSite(sites)?.file.path ?? '';
  const folder = main.slice(0, Math.max(0, main.indexOf('/')));
  const own = sites.filter(({ file: { path } }) => path.startsWith(`${folder}/`));
  return own.length >= sites.length * mostSites && !/^(?:|src|source|sources|lib|include)$/i.test(folder)
    ? { within: folder }
    : {};
}

/** What comes with a language or a framework is in no manifest: only its imports show that it is used. */
export function addImports(model: ScanModel, usage: PackageUsage, hits: HitList): void {
  const [swift, native] = [swiftSites(model), nativeSites(model)];
  const swiftFiles = model.files.filter(({ path, role }) => role === 'source' && path.endsWith('.swift')).length;
  for (const rule of techRules) {
    for (const part of rule.matchers.flatMap((matcher) => matcher.parts)) {
      const [, ecosystem, name] = /^import:(\w+)\/(.+)$/.exec(part) ?? [];
      if (name === undefined) continue;
      const read = ecosystem === 'swift' ? swift : ecosystem === 'native' ? native : undefined;
      const sites = read === undefined ? usage.sitesOf(ecosystem as Ecosystem, [name]) : (read.get(name) ?? []);
      const own = sites.filter((site) => isOfSource(site) && !isTemplatePath(site.file.path) && !liesBeside(site));
      const isTesting = rule.category === 'testing';
      const tests = isTesting ? sites.filter((site) => site.file.role === 'test') : [];
      const ofTests =
        tests.find((site) => calledTest.test(site.file.path)) ?? tests[0] ?? (isTesting ? sites[0] : undefined);
      const first = ofTests ?? mainSite(own);
      // What the system brings for one thing that few files do says little of the whole.
      const isRare = ecosystem === 'swift' && rule.category === 'backend' && own.length < swiftFiles * leastOfSystem;
      if (first === undefined || isRare) continue;
      hits.add(rule, {
        part,
        kind: 'package',
        evidence: { path: first.file.path, startLine: first.line, endLine: first.line },
        version: '',
        weight: own.length > 0 && !isTesting ? 2 : 1,
        imports: own.length,
        ...(ecosystem === 'native' ? withinOf(own) : {}),
      });
    }
  }
}
