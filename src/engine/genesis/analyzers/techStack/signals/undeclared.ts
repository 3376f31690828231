import type { ScanModel } from '../../../scanModel';
import { codeFiles } from '../../architecture/map/codeFiles';
import { pythonImportNames } from '../../dependencies/data/pythonImportNames';
import type { DependencySet } from '../../dependencies/inventory/dependencySet';
import type { PackageUsage } from '../../dependencies/usage/packageUsage';
import type { HitList } from '../hits';
import type { ProductPaths } from '../productPaths';
import { techRules } from '../techRule';

/** Of the files of Python, what shapes scripts without a list of packages is imported by at least this part. */
const leastPart = 0.2;

/** Less than this of the code are scripts beside it. */
const leastShare = 0.1;

/** Scripts of Python that no manifest lists packages for: what much of them import is what they are made with. */
export function addUndeclared(
  model: ScanModel,
  set: DependencySet,
  hits: HitList,
  { usage, paths }: { readonly usage: PackageUsage; readonly paths: ProductPaths },
): void {
  if (set.direct.some(({ ecosystem, manifest }) => ecosystem === 'pypi' && manifest.role !== 'docs')) return;
  const code = codeFiles(model);
  const files = code.filter(({ language, path }) => language === 'python' && !paths.isBesideCode(path));
  if (files.length === 0 || files.length < code.length * leastShare) return;
  const own = new Set(files.map(({ path }) => path));
  for (const rule of techRules) {
    if (rule.category === 'testing' || rule.category === 'tooling') continue;
    for (const part of rule.matchers.flatMap(({ parts }) => parts)) {
      if (!part.startsWith('pypi:')) continue;
      const sites = usage.sitesOf('pypi', pythonImportNames(part.slice('pypi:'.length)));
      const importing = sites.filter(({ file }) => own.has(file.path));
      const [first] = importing;
      if (first === undefined || importing.length < files.length * leastPart) continue;
      const evidence = { path: first.file.path, startLine: first.line, endLine: first.line };
      hits.add(rule, { part, kind: 'package', evidence, version: '', weight: 2, imports: importing.length });
    }
  }
}
