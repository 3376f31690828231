import type { Evidence } from '../../../../shared/genesis';
import type { Extractor } from '../../extractor';
import type { ScanModel } from '../../scanModel';
import { lineEvidence } from '../dependencies/findings/lists';

/** Where a manifest says what the project is called, what it is, under which licence and which version. 1-based. */
interface ManifestLines {
  readonly name?: number;
  readonly description?: number;
  readonly licence?: number;
  readonly version?: number;
  /** Of a description over several lines, which YAML folds. */
  readonly descriptionEnd?: number;
}

const manifest =
  /(?:^|\/)(?:package\.json|composer\.json|deno\.jsonc?|Cargo\.toml|pyproject\.toml|setup\.(?:cfg|py)|pom\.xml|pubspec\.yaml|mix\.exs|[\w.-]{1,80}\.(?:gemspec|cabal|[cf]sproj))$/;
const name =
  /^\s{0,20}(?:"name"\s{0,9}:|name\s{0,9}[:=]|<artifactId>|app:|(?:\w{1,20}\.)name\s{0,9}=|<(?:PackageId|AssemblyName)>)/;
const description =
  /^\s{0,20}(?:"description"\s{0,9}:|description\s{0,9}[:=]|<description>|description:|(?:\w{1,20}\.)?(?:summary|description)\s{0,9}=|<Description>)/;
const licence =
  /^\s{0,20}(?:"licen[cs]e"\s{0,9}:|licen[cs]e(?:-file|s)?\s{0,9}[:=]|<licenses?>|licenses:|(?:\w{1,20}\.)?licenses?\s{0,9}=|<PackageLicense\w{0,20}>)/;

const version = /^\s{0,20}(?:"version"\s{0,9}:|version\s{0,9}[:=]|@version\s|\w{1,20}\.version\s{0,9}=)/;
/** `description: >-`: the text follows, further in. */
const folded = /:\s{0,9}[>|][+-]?\s{0,9}$/;
const longestText = 20;

/** 1-based; `undefined` where the text stands in the line itself. */
function endOfText(lines: readonly string[], first: number): number | undefined {
  if (!folded.test(lines[first - 1] ?? '')) return undefined;
  const below = lines.slice(first, first + longestText);
  const next = below.findIndex((line) => /^\S/.test(line));
  const text = next < 0 ? below : below.slice(0, next);
  return first + text.findLastIndex((line) => line.trim() !== '') + 1;
}

export const manifestLineExtractor: Extractor<ManifestLines> = {
  id: 'product/manifestLines',
  version: 3,
  wants: (file) => manifest.test(file.path) && file.role !== 'fixture' && file.role !== 'vendored',
  extract(file) {
    const lines = file.text.slice(0, 100_000).split('\n');
    const [called, said, licensed, numbered] = [name, description, licence, version].map(
      (pattern) => lines.findIndex((line) => pattern.test(line)) + 1,
    );
    if (!called && !said && !licensed && !numbered) return undefined;
    const end = said ? endOfText(lines, said) : undefined;
    return {
      ...(called ? { name: called } : {}),
      ...(said ? { description: said } : {}),
      ...(licensed ? { licence: licensed } : {}),
      ...(numbered ? { version: numbered } : {}),
      ...(end === undefined ? {} : { descriptionEnd: end }),
    };
  },
};

/** The line of a manifest that says it, else its first. */
export function manifestEvidence(model: ScanModel, path: string, what: 'name' | 'description' | 'licence'): Evidence {
  const found = model.factsIn(manifestLineExtractor, path);
  const line = found?.[what] ?? 1;
  if (what === 'description' && found?.descriptionEnd !== undefined)
    return { path, startLine: line, endLine: found.descriptionEnd };
  // Below the list stand the licence and its name.
  return what === 'licence' && path.endsWith('pom.xml')
    ? { path, startLine: line, endLine: Math.max(line, Math.min(line + 2, model.byPath.get(path)?.lines ?? line)) }
    : lineEvidence(path, line);
}

/** Further apart the lines between two say other things. */
const mostBetween = 12;

/** The lines from the name to what it is, where they stand close to each other. */
export function namedEvidence(model: ScanModel, path: string): Evidence {
  const { name, description, descriptionEnd = 0 } = model.factsIn(manifestLineExtractor, path) ?? {};
  if (name === undefined || description === undefined || Math.abs(name - description) > mostBetween)
    return manifestEvidence(model, path, 'description');
  return { path, startLine: Math.min(name, description), endLine: Math.max(name, description, descriptionEnd) };
}

/** Where a manifest says its version; `undefined` where that is not known. */
export function versionEvidence(model: ScanModel, path: string): Evidence | undefined {
  const line = model.factsIn(manifestLineExtractor, path)?.version;
  return line === undefined ? undefined : lineEvidence(path, line);
}
