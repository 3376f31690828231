import { roughBytesOf } from '../../../facts/roughSize';
import type { ScanModel } from '../../../scanModel';
import type { Ecosystem } from '../manifestFacts';

/** Manifests whose requirements are not read here, with the languages (as Linguist names them) of the code that they serve. */
const unread: readonly {
  readonly pattern: RegExp;
  readonly languages: readonly string[];
  /** The same code may ask for packages in a manifest that is read. */
  readonly or?: Ecosystem;
}[] = [
  { pattern: /(?:^|\/)build\.(?:sc|mill)$/, languages: ['Scala', 'Java'], or: 'maven' },
  { pattern: /\.opam$|(?:^|\/)dune-project$/, languages: ['OCaml'] },
  { pattern: /(?:^|\/)elm\.json$/, languages: ['Elm'] },
  { pattern: /(?:^|\/)cpanfile$/, languages: ['Perl'] },
  { pattern: /(?:^|\/)DESCRIPTION$/, languages: ['R'] },
  { pattern: /(?:^|\/)Project\.toml$/, languages: ['Julia'] },
  { pattern: /(?:^|\/)shard\.yml$/, languages: ['Crystal'] },
  { pattern: /\.nimble$/, languages: ['Nim'] },
  { pattern: /(?:^|\/)build\.zig\.zon$/, languages: ['Zig'] },
  { pattern: /(?:^|\/)(?:Podfile|Cartfile)$/, languages: ['Swift', 'Objective-C'], or: 'swift' },
  { pattern: /(?:^|\/)paket\.dependencies$/, languages: ['C#', 'F#'], or: 'nuget' },
  { pattern: /(?:^|\/)(?:vcpkg\.json|conanfile\.(?:txt|py))$/, languages: ['C', 'C++'] },
];

interface UnreadManifest {
  readonly path: string;
  /** More than half of the product's code belongs to it. */
  readonly isMost: boolean;
}

/** The manifest that is not read and serves at least a tenth of the product's code. */
export function unreadManifest(model: ScanModel, counted: ReadonlySet<Ecosystem>): UnreadManifest | undefined {
  const own = model.files.filter((file) => file.role === 'source' && file.skipped === undefined);
  // A collection of Ansible asks for others, whatever its own modules are written with.
  if (model.byPath.has('galaxy.yml')) return { path: 'galaxy.yml', isMost: false };
  for (const { pattern, languages, or } of unread) {
    if (or !== undefined && counted.has(or)) continue;
    const manifest = model.files.find(
      (file) => pattern.test(file.path) && !/^(?:test|fixture|example|docs|vendored|generated)$/.test(file.role),
    );
    if (manifest === undefined) continue;
    const bytes = own.reduce((sum, file) => sum + (languages.includes(file.languageName) ? roughBytesOf(file) : 0), 0);
    const total = own.reduce((sum, file) => sum + roughBytesOf(file), 0);
    if (bytes >= total * 0.1 && bytes > 0) return { path: manifest.path, isMost: bytes > total / 2 };
  }
  return undefined;
}
