import type { ImportFact } from '../../../facts/importGraph';
import type { FileRecord, ScanModel } from '../../../scanModel';
import type { LanguageId } from '../../../sourceFile';
import type { Ecosystem } from '../manifestFacts';

export interface ImportSite {
  readonly file: FileRecord;
  readonly line: number;
  readonly kind: ImportFact['kind'];
  /** Names its registry, as Deno's imports do: no manifest is asked. */
  readonly namesRegistry?: true;
}

/** In the product's own code; a stub of Python says what types there are, and runs nothing. */
export const isOfSource = ({ file }: Pick<ImportSite, 'file'>): boolean =>
  file.role === 'source' && !file.path.endsWith('.pyi');

const ofRegistry = /^(?:npm|jsr|https?):/;

const ecosystemOf: Readonly<Partial<Record<LanguageId, Ecosystem>>> = {
  typescript: 'npm',
  tsx: 'npm',
  javascript: 'npm',
  python: 'pypi',
  java: 'maven',
  kotlin: 'maven',
  go: 'golang',
  ruby: 'gem',
  php: 'composer',
  csharp: 'nuget',
  rust: 'cargo',
  elixir: 'hex',
};

/** Which code outside the project is imported where, as the import graph resolved it. */
export class PackageUsage {
  /** Per ecosystem: imported name to its sites, in the order of paths. */
  private readonly sites = new Map<Ecosystem, Map<string, ImportSite[]>>();
  /** Names that paths into npm packages end with: `x/ioredis` is the part of `x` that works with `ioredis`. */
  readonly adapters = new Set<string>();
  private readonly answers = new Map<string, readonly ImportSite[]>();
  private readonly counts = new Map<string, number>();

  /** Of a scan it is asked for by several of its analyzers. */
  static of(model: ScanModel): PackageUsage {
    return model.shared(PackageUsage, (whole) => new PackageUsage(whole));
  }

  constructor(model: ScanModel) {
    for (const file of model.files) {
      const ecosystem = ecosystemOf[file.language];
      if (ecosystem === undefined || file.role === 'vendored' || file.role === 'generated') continue;
      for (const found of model.imports.importsOf(file.path)) {
        const { external, fact } = found;
        if (external === undefined || found.files.length > 0) continue;
        const own = ofRegistry.test(fact.specifier) ? ({ namesRegistry: true } as const) : {};
        this.add(ecosystem, external, { file, line: fact.line, kind: fact.kind, ...own });
        if (ecosystem === 'npm' && fact.specifier.startsWith(`${external}/`))
          for (const part of fact.specifier.slice(external.length + 1).split('/')) this.adapters.add(part);
      }
    }
  }

  /** Imported names of an ecosystem with their sites. */
  imported(ecosystem: Ecosystem): ReadonlyMap<string, readonly ImportSite[]> {
    return this.sites.get(ecosystem) ?? new Map();
  }

  /** Sites that import one of the names, or something below it (`golang.org/x/crypto/bcrypt`). */
  sitesOf(ecosystem: Ecosystem, names: readonly string[]): readonly ImportSite[] {
    const key = `${ecosystem} ${names.join(' ')}`;
    let sites = this.answers.get(key);
    if (sites === undefined) {
      sites = this.findSites(ecosystem, names);
      this.answers.set(key, sites);
    }
    return sites;
  }

  /** How many sites of the product's own code import one of the names. */
  sourceImports(ecosystem: Ecosystem, names: readonly string[]): number {
    const key = `${ecosystem} ${names.join(' ')}`;
    let count = this.counts.get(key);
    if (count === undefined) {
      count = this.sitesOf(ecosystem, names).filter(isOfSource).length;
      this.counts.set(key, count);
    }
    return count;
  }

  private findSites(ecosystem: Ecosystem, names: readonly string[]): readonly ImportSite[] {
    const imported = this.imported(ecosystem);
    if (ecosystem !== 'golang' && ecosystem !== 'maven') return names.flatMap((name) => imported.get(name) ?? []);
    const prefixes = names.map((name) => name + (ecosystem === 'golang' ? '/' : '.'));
    return [...imported].flatMap(([name, sites]) =>
      names.includes(name) || prefixes.some((prefix) => name.startsWith(prefix)) ? sites : [],
    );
  }

  private add(ecosystem: Ecosystem, name: string, site: ImportSite): void {
    let names = this.sites.get(ecosystem);
    if (names === undefined) {
      names = new Map();
      this.sites.set(ecosystem, names);
    }
    const list = names.get(name);
    if (list === undefined) names.set(name, [site]);
    else list.push(site);
  }
}
