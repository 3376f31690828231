import type { FileRecord, ScanModel } from '../../../scanModel';
import { moduleConfigExtractor } from '../../code/moduleConfig';
import { importOnlyPackages } from '../../dependencies/data/importOnlyPackages';
import { pythonImportNames } from '../../dependencies/data/pythonImportNames';
import { evidenceOf } from '../../dependencies/findings/lists';
import { normalizedName } from '../../dependencies/formats/python/pep508';
import type { DependencySet, DirectDependency } from '../../dependencies/inventory/dependencySet';
import type { ManifestFile } from '../../dependencies/inventory/manifestSet';
import type { PackageUsage } from '../../dependencies/usage/packageUsage';
import { engineAliases, engineOfExtra } from '../data/databaseSettings';
import { mavenPackages } from '../data/mavenPackages';
import { type Hit, HitList } from '../hits';
import { givesPlainVersion, isMaker, isNamesake, isPluginVersion } from '../namesake';
import type { ProductPaths } from '../productPaths';
import { RuleIndex } from '../ruleIndex';
import type { TechRule } from '../techRule';
import { isTemplatePath } from '../templates';
import { Askers } from './askers';
import { databaseSettingExtractor } from './databaseSettings';
import { deploymentKindExtractor } from './deploymentKinds';
import { imageExtractor } from './images';
import { addImports } from './importHits';
import { otherManifestExtractor } from './otherManifests';
import { isBesideGem, packageWeight } from './packageWeight';
import { runtimeFileExtractor } from './runtimeFiles';
import { addUndeclared } from './undeclared';

/** Everything in the project that speaks for a technology. */
export function collectHits(model: ScanModel, set: DependencySet, { usage, paths }: Sources): HitList {
  const index = new RuleIndex();
  const hits = new HitList();
  const askers = new Askers(set.direct, model);
  for (const one of set.direct) addPackage(one, set, { index, hits, usage, paths, askers });
  for (const file of model.files) {
    if (isForeign(file) || shown.test(file.path)) continue;
    // What tests are given to read, and what documents show, may be files of any technology.
    const isData = file.role === 'test' || isTemplatePath(file.path);
    const aside = paths.isBeside(file.path);
    for (const { rule, part } of index.findFile(file.path))
      if (rule.category === 'testing' || (!isData && (!aside || rule.category === 'tooling')))
        hits.add(rule, { part, ...fileHit(file) });
  }
  addFacts(model, { index, hits, paths });
  addOtherManifests(model, { index, hits, paths });
  addImports(model, usage, hits);
  addUndeclared(model, set, hits, { usage, paths });
  for (const manifest of set.files.manifests) {
    if (manifest.role === 'example' || isTemplatePath(manifest.path)) continue;
    addOwnPackage(manifest, model, { index, hits });
    const at = (line: number): Hit['evidence'] => ({ path: manifest.path, startLine: line, endLine: line });
    const isApart = manifest.role === 'test' || manifest.role === 'docs';
    // What tests are built with says nothing of the product, except how it is tested.
    for (const tool of manifest.facts.format === 'package.json' ? [] : (manifest.facts.tools ?? []))
      for (const { rule, part } of index.find(`tool:${tool.name}`))
        if (!isApart || rule.category === 'testing' || rule.category === 'tooling')
          hits.add(rule, { part, kind: 'tool', evidence: at(tool.line), version: '', weight: 3 });
    for (const runtime of manifest.role === 'test' || paths.isBeside(manifest.path)
      ? []
      : (manifest.facts.runtimes ?? [])) {
      // `net48`, which older project files write as `v4.8`, is the framework of Windows, and another thing.
      // A field of versions may also say why there is none.
      if (!/\d|^\*$|^(?:lts|latest|stable|current)\b/i.test(runtime.version)) continue;
      if (runtime.name === 'dotnet' && /^(?:net[1-4](?:\d{1,2}(?![.\d])|\.\d)|v[1-4]\.)/.test(runtime.version))
        continue;
      // Composer lists PHP's extensions beside PHP itself.
      const token = runtime.name.startsWith('ext-') ? `composer:${runtime.name}` : `runtime:${runtime.name}`;
      const version = runtime.name.startsWith('ext-') ? '' : runtime.version;
      // Of many projects that with most of the code says what the product runs on.
      const isMany = runtime.name === 'dotnet' || (runtime.name === 'node' && manifest.folder !== '');
      const imports = isMany ? Math.round(Math.log2(1 + codeBelow(model, manifest.folder))) : 0;
      const hit = { kind: 'runtime' as const, evidence: at(runtime.line), version, weight: 2 };
      addAll(index, hits, token, imports === 0 ? hit : { ...hit, imports });
    }
  }
  return hits;
}

function codeBelow(model: ScanModel, folder: string): number {
  return model.files.filter(({ path, role }) => role === 'source' && path.startsWith(`${folder}/`)).length;
}

/** The repository of a framework or a library is not built with it, but nothing shapes it more. */
function addOwnPackage(
  manifest: ManifestFile,
  model: ScanModel,
  { index, hits }: { readonly index: RuleIndex; readonly hits: HitList },
): void {
  const { name, version = '', ecosystem, isPrivate } = manifest.facts;
  if (name === undefined || isPrivate === true || manifest.role === 'test' || manifest.folder.split('/').length > 2)
    return;
  const own = ecosystem === 'pypi' ? normalizedName(name) : name;
  for (const { rule, part } of ecosystem === 'swift' ? index.findNamed(own) : index.find(`${ecosystem}:${own}`)) {
    if (rule.isDatabaseEngine || (part.endsWith('*') && ecosystem !== 'golang')) continue;
    if (!isMaker(own, part, rule)) continue;
    const line = model.factsIn(moduleConfigExtractor, manifest.path)?.lines?.[name] ?? 1;
    const evidence = { path: manifest.path, startLine: line, endLine: line };
    hits.add(rule, { part, kind: 'own', evidence, version, weight: 3 });
  }
}

/** Samples that lie in a folder which no list shows. */
const shown = /(?:^|\/)\.(?:examples?|samples?|demos?)\//;

function isForeign(file: FileRecord): boolean {
  return ['fixture', 'example', 'vendored', 'generated'].includes(file.role);
}

/** A file says what it is in its first lines: many begin with a bracket or a remark. */
function fileHit(file: FileRecord): Omit<Hit, 'part'> {
  const endLine = Math.max(1, Math.min(3, file.lines));
  return { kind: 'file', evidence: { path: file.path, startLine: 1, endLine }, version: '', weight: 2 };
}

function addAll(index: RuleIndex, hits: HitList, token: string, hit: Omit<Hit, 'part'>): void {
  for (const { rule, part } of index.find(token)) hits.add(rule, { part, ...hit });
}

/** What tells used packages from listed ones, and the product from what lies beside it. */
interface Sources {
  readonly usage: PackageUsage;
  readonly paths: ProductPaths;
}

interface Context extends Sources {
  readonly index: RuleIndex;
  readonly hits: HitList;
  readonly askers: Askers;
}

function addPackage(one: DirectDependency, { direct: all, files }: DependencySet, context: Context): void {
  const { index, hits, usage, paths, askers } = context;
  const { manifest, requirement, ecosystem } = one;
  if (manifest.role === 'example' || manifest.role === 'fixture' || isTemplatePath(manifest.path)) return;
  const imports = usage.sourceImports(ecosystem, importNames(one));
  const aside = paths.isBeside(manifest.path);
  const known = usage.imported(ecosystem).size > 0;
  const importOnly = importOnlyPackages[ecosystem]?.has(one.name) === true || mongoDriver.test(one.name);
  if (known && imports === 0 && requirement.scope === 'runtime' && importOnly) return;
  if (ecosystem === 'pypi') addExtras(one, aside || requirement.scope !== 'runtime' ? 0 : 2, context);
  const met = index.find(`${ecosystem}:${one.name}`);
  const near = met.length === 0 ? undefined : askers.codeOf(one, () => usage.sitesOf(ecosystem, importNames(one)));
  // The client of one service says which, and not that others of the same house are used.
  const isOfService = met.some(({ rule, part }) => rule.isDatabaseEngine && !part.endsWith('*'));
  for (const { rule, part } of met) {
    if (isOfService && part.endsWith('*')) continue;
    if (
      ecosystem === 'npm' &&
      !aside &&
      rule.isServerSide &&
      rule.category === 'framework' &&
      packageWeight(one, rule, imports) > 1
    )
      addAll(index, hits, 'runtime:node', { kind: 'runtime', evidence: evidenceOf(one), version: '', weight: 1 });
    hits.add(rule, {
      part,
      kind: 'package',
      evidence: evidenceOf(one),
      version: givesVersion(one, rule, part) && isPluginVersion(one, all) ? one.version : '',
      dependency: one,
      // What lies beside the product says nothing of the product, except what it is tested with.
      weight:
        aside && rule.category !== 'testing' ? 0 : packageWeight(one, rule, imports, isBesideGem(one, files.manifests)),
      imports,
      ...(near === undefined ? {} : { near }),
    });
  }
}

const mongoDriver = /^go\.mongodb\.org\/mongo-driver(?:\/v\d+)?$/;

function importNames(one: DirectDependency): readonly string[] {
  if (one.ecosystem === 'pypi') return pythonImportNames(one.name);
  // Much is encoded as BSON by programs that talk to no database.
  if (mongoDriver.test(one.name)) return [`${one.name}/mongo`];
  if (one.ecosystem === 'cargo') return [one.name, one.name.replaceAll('-', '_')];
  if (one.ecosystem !== 'maven') return [one.name];
  const group = one.name.split(':')[0] ?? one.name;
  return mavenPackages[group] ?? [group];
}

/** Mappers of tables take the driver of an engine along by an extra, under the engine's name or the driver's. */
function addExtras(one: DirectDependency, weight: number, { index, hits }: Context): void {
  if (weight === 0 || !takesDriver.has(one.name)) return;
  for (const extra of one.requirement.extras ?? []) {
    const engine = engineOfExtra[extra.split('-')[0] ?? ''];
    if (engine === undefined) continue;
    const hit: Omit<Hit, 'part'> = { kind: 'package', evidence: evidenceOf(one), version: '', weight, dependency: one };
    addAll(index, hits, `db:${engine}`, hit);
  }
}

const takesDriver = new Set(
  'sqlalchemy sqlmodel databases tortoise-orm ormar piccolo gino peewee-async advanced-alchemy'.split(' '),
);

/** Settings of a variant, which is named after the engine that it is for, say nothing of the others. */
const ofOneEngine =
  /[._-](?:mysql|mariadb|postgres(?:ql)?|pgsql|sqlite3?|spanner|oracle|mssql|sqlserver|mongo(?:db)?|h2|hsqldb|cockroach(?:db)?)\.(?!(?:example|sample|dist)$)[a-z]{2,10}$/i;

/** Starters, companions and clients of a server carry a version of their own. */
function givesVersion(one: DirectDependency, rule: TechRule, part: string): boolean {
  const matcher = rule.matchers.find((candidate) => candidate.parts.includes(part));
  if (matcher?.companion === true) return false;
  if (rule.isService || rule.isDatabaseEngine) return matcher?.bundled === true;
  return rule.name === 'Spring Boot' || (!one.name.startsWith('org.springframework.boot:') && isNamesake(one, rule));
}

function addFacts(model: ScanModel, { index, hits, paths }: Omit<Context, 'usage' | 'askers'>): void {
  for (const [file, images] of model.factsOf(imageExtractor)) {
    if (isForeign(file)) continue;
    for (const { image, tag, line, use, isForDevelopment } of images) {
      const weight = use === 'job' || file.role === 'test' || paths.isBeside(file.path) ? 0 : 2;
      addAll(index, hits, `image:${image}`, {
        kind: 'image',
        evidence: at(file, line),
        version: tagVersion(tag),
        weight,
        ...(isForDevelopment ? { isForDevelopment } : {}),
      });
    }
  }
  for (const [file, settings] of model.factsOf(databaseSettingExtractor)) {
    for (const { engine, line, certain } of settings) {
      const token = `db:${engineAliases[engine] ?? engine}`;
      const weight = certain && !paths.isBeside(file.path) && !ofOneEngine.test(file.path) ? 2 : 0;
      addAll(index, hits, token, { kind: 'setting', evidence: at(file, line), version: '', weight });
    }
  }
  for (const [file, runtimes] of model.factsOf(runtimeFileExtractor)) {
    if (isForeign(file)) continue;
    if (paths.isBeside(file.path)) continue;
    for (const { name, version, line } of runtimes)
      addAll(index, hits, `runtime:${name}`, { kind: 'runtime', evidence: at(file, line), version, weight: 2 });
  }
  for (const [file, kinds] of model.factsOf(deploymentKindExtractor)) {
    if (paths.isBeside(file.path)) continue;
    for (const { kind, line } of kinds)
      addAll(index, hits, `manifest:${kind}`, { kind: 'manifest', evidence: at(file, line), version: '', weight: 2 });
  }
}

/** What names its packages in a form of its own. */
function addOtherManifests(model: ScanModel, { index, hits, paths }: Omit<Context, 'usage' | 'askers'>): void {
  for (const [file, named] of model.factsOf(otherManifestExtractor)) {
    if (isForeign(file) || paths.isBeside(file.path)) continue;
    for (const { token, version, line, isTest } of named)
      for (const { rule, part } of index.find(token)) {
        const isOfTests = isTest || file.role === 'test' || rule.category === 'testing';
        const weight = isOfTests ? (rule.category === 'testing' ? 1 : 0) : 2;
        hits.add(rule, {
          part,
          kind: 'manifest',
          evidence: at(file, line),
          version: givesPlainVersion(rule, token) ? version : '',
          weight,
        });
      }
  }
}

const at = ({ path }: FileRecord, line: number): Hit['evidence'] => ({ path, startLine: line, endLine: line });

/** `15-alpine` is 15; `latest` is nothing. */
function tagVersion(tag: string): string {
  return /^v?(\d+(?:\.\d+){0,3})/.exec(tag)?.[1] ?? '';
}
