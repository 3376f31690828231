import type { Evidence } from '../../../../../shared/genesis';
import type { ManagedVersion, Requirement } from '../manifestFacts';
import { joinedPath } from './folderPattern';
import type { ManifestFile, ManifestSet } from './manifestSet';
import { lookupName } from './manifestSet';

/** A requirement with its name and version made whole. */
export interface Declared {
  readonly name: string;
  readonly declared: string;
}

/** Longer is no name and no version: properties that name properties multiply. */
const mostLetters = 1_000;

/**
 * Follows what a manifest leaves to other files: properties, parents, bills of materials, version catalogs, constants in
 * buildSrc, catalogs and workspaces. Gives several for an alias of a bundle, none for an alias that leads nowhere.
 */
export class DeclaredVersions {
  private readonly chains = new Map<ManifestFile, readonly ManifestFile[]>();
  private readonly buildSource: readonly ManifestFile[];
  /** Scripts that builds of Gradle apply: `gradle/dependencies.gradle`. */
  private readonly scripts: readonly ManifestFile[];
  private readonly central: readonly ManifestFile[];

  constructor(private readonly set: ManifestSet) {
    this.buildSource = set.manifests.filter((one) => one.facts.format === 'buildSrc');
    this.scripts = set.manifests.filter(({ path }) => /(?:^|\/)gradle\/[^/]+\.gradle(?:\.kts)?$/.test(path));
    this.central = set.manifests.filter((one) => (one.facts.managed?.length ?? 0) > 0);
  }

  resolve(manifest: ManifestFile, requirement: Requirement): Declared[] {
    if (requirement.alias !== undefined && requirement.alias !== 'sdk') return this.byAlias(manifest, requirement);
    const declared = this.filled(manifest, requirement.declared);
    const name = this.filled(manifest, requirement.name);
    if (declared !== '' || requirement.source !== undefined) return [{ name, declared }];
    return [{ name, declared: this.managed(manifest, name) }];
  }

  /** Replaces `${name}` and `$(name)`; what is not known is left empty, and so is what grows without end. */
  filled(manifest: ManifestFile, text: string, depth = 0): string {
    if (text.length > mostLetters) return '';
    if (depth > 5 || !text.includes('$')) return text;
    const filled = text.replaceAll(
      /\$\{([\w.-]{1,100})\}|\$\(([\w.-]{1,100})\)/g,
      (_whole, braces: string | undefined, parentheses: string | undefined) =>
        this.property(manifest, braces ?? parentheses ?? '') ?? '',
    );
    return this.filled(manifest, filled, depth + 1);
  }

  private byAlias(manifest: ManifestFile, requirement: Requirement): Declared[] {
    const alias = (requirement.alias ?? '').replaceAll(/[-_]/g, (mark) =>
      requirement.alias?.includes(':') ? mark : '.',
    );
    const entries = this.catalogs(manifest).filter(
      (entry) =>
        entry.alias === alias &&
        (requirement.name === '' || alias.startsWith('workspace:') || entry.name === requirement.name),
    );
    if (entries.length > 0)
      return entries.map((entry) => ({
        name: entry.name,
        declared: this.filled(manifest, entry.version) || this.managed(manifest, entry.name),
      }));
    const constant = this.filled(manifest, this.property(manifest, requirement.alias ?? '') ?? '');
    const [group, artifact, version = ''] = constant.split(':');
    if (group && artifact) return [{ name: `${group}:${artifact}`, declared: version }];
    return requirement.name === '' ? [] : [{ name: requirement.name, declared: requirement.declared }];
  }

  /** Central entries that apply to a manifest. A version catalog lies in `gradle/` of the build that uses it. */
  private catalogs(manifest: ManifestFile): ManagedVersion[] {
    const { ecosystem } = manifest.facts;
    const all = this.central.filter((one) => one.facts.ecosystem === ecosystem);
    const near = all.filter((one) => isNear(manifest.folder, one.folder));
    return (near.length > 0 ? near : all).flatMap((one) => one.facts.managed ?? []);
  }

  private managed(manifest: ManifestFile, name: string): string {
    const found = this.managedBy(manifest, name);
    if (found !== undefined) return this.filled(found.list, found.entry.version);
    return manifest.facts.ecosystem === 'maven' ? this.fromBom(this.mavenChain(manifest), name) : '';
  }

  /** What a requirement is for, which a central list may say where the requirement itself says nothing. */
  scopeOf(manifest: ManifestFile, name: string, { scope, isScopeOpen }: Requirement): Requirement['scope'] {
    return isScopeOpen === true ? (this.managedBy(manifest, name)?.entry.scope ?? scope) : scope;
  }

  private managedBy(manifest: ManifestFile, name: string): { list: ManifestFile; entry: ManagedVersion } | undefined {
    const { ecosystem } = manifest.facts;
    const wanted = lookupName(ecosystem, name);
    for (const list of this.around(manifest)) {
      const entry = list.facts.managed?.find(
        (candidate) => candidate.alias === undefined && lookupName(ecosystem, candidate.name) === wanted,
      );
      if (entry !== undefined) return { list, entry };
    }
    return undefined;
  }

  /** The manifests from which this one takes what it does not say itself. */
  private around(manifest: ManifestFile): readonly ManifestFile[] {
    const { ecosystem } = manifest.facts;
    return ecosystem === 'maven' ? this.mavenChain(manifest) : this.set.above(manifest.folder, ecosystem);
  }

  /** Where the version stands that a manifest leaves to other lines or files, as far as they are known. */
  placesOf(manifest: ManifestFile, requirement: Requirement): Evidence[] {
    if (requirement.alias !== undefined) return [];
    const found = requirement.declared === '' ? this.managedBy(manifest, requirement.name) : undefined;
    const { list, entry } = found ?? { list: manifest, entry: requirement };
    const version = found?.entry.version ?? requirement.declared;
    const property = /^\$[{(]([\w.-]{1,100})[})]$/.exec(version)?.[1];
    const holder = property === undefined ? undefined : this.holderOf(list, property);
    const line = holder?.one.facts.propertyLines?.[holder.key];
    return [
      ...(found === undefined ? [] : [{ path: list.path, startLine: entry.line, endLine: entry.line }]),
      ...(holder === undefined || line === undefined
        ? []
        : [{ path: holder.one.path, startLine: line, endLine: line }]),
    ];
  }

  /** A bill of materials, a parent or a plugin of the same group gives its own version to the group's artifacts. */
  private fromBom(chain: readonly ManifestFile[], name: string): string {
    const group = name.split(':')[0] ?? '';
    for (const one of chain) {
      const plugins = one.facts.requirements.filter((requirement) => requirement.plugin && requirement.declared !== '');
      const givers = [
        ...(one.facts.parent === undefined ? [] : [one.facts.parent]),
        ...(one.facts.managed ?? []).filter((entry) => entry.bom),
        ...plugins.map((plugin) => ({ name: plugin.name.replace(/^plugin:/, ''), version: plugin.declared })),
      ];
      for (const giver of givers) {
        const from = this.filled(one, giver.name).split(':')[0] ?? '';
        const version = this.filled(one, giver.version);
        const isTrain = /^(20\d\d|[A-Z])/.test(version);
        if ((from === group || from === `${group}.platform`) && version !== '' && !isTrain) return version;
      }
    }
    return '';
  }

  private mavenChain(manifest: ManifestFile): readonly ManifestFile[] {
    if (manifest.facts.format !== 'pom.xml') return this.set.above(manifest.folder, 'maven');
    const known = this.chains.get(manifest);
    if (known !== undefined) return known;
    const chain: ManifestFile[] = [];
    let current: ManifestFile | undefined = manifest;
    while (current !== undefined && !chain.includes(current) && chain.length < 10) {
      chain.push(current);
      const named: string | undefined = current.facts.includes?.[0];
      const path: string | undefined = named === undefined ? undefined : joinedPath(current.folder, named);
      current = this.set.manifests.find((one) => one.path === path || one.path === `${path ?? ''}/pom.xml`);
    }
    this.chains.set(manifest, chain);
    return chain;
  }

  private property(manifest: ManifestFile, written: string): string | undefined {
    const holder = this.holderOf(manifest, written);
    return holder?.one.facts.properties?.[holder.key];
  }

  private holderOf(manifest: ManifestFile, written: string): { one: ManifestFile; key: string } | undefined {
    const applied = this.scripts.filter((one) => isNear(manifest.folder, one.folder));
    const constants = manifest.facts.ecosystem === 'maven' ? [...applied, ...this.buildSource] : [];
    const name = written.replace(/^(rootProject|project)\.(?!version|groupId)/, '').replace(/^ext\./, '');
    for (const one of [manifest, ...this.around(manifest), ...constants]) {
      const properties = one.facts.properties;
      for (const key of [written, name, name.replace(/^versions?\./, '')])
        if (properties !== undefined && Object.hasOwn(properties, key)) return { one, key };
    }
    return undefined;
  }
}

function isNear(folder: string, central: string): boolean {
  const build = central.replace(/(^|\/)gradle$/, '');
  return build === '' || folder === build || folder.startsWith(`${build}/`);
}
