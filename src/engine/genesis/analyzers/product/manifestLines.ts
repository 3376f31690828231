import type { Evidence } from '../../../../shared/genesis';
import type { Extractor } from '../../extractor';
import type { ScanModel } from '../../scanModel';
import { lineEvidence } from '../dependencies/findings/lists';

/** Where a manifest says what the project is called, what it is and under which licence. 1-based. */
interface ManifestLines {
  readonly name?: number;
  readonly description?: number;
  readonly licence?: number;
}

const manifest =
  /(?:^|\/)(?:package\.json|composer\.json|deno\.jsonc?|Cargo\.toml|pyproject\.toml|setup\.(?:cfg|py)|pom\.xml|pubspec\.yaml|mix\.exs|[\w.-]{1,80}\.(?:gemspec|cabal|[cf]sproj))$/;
const name =
  /^\s{0,20}(?:"name"\s{0,9}:|name\s{0,9}[:=]|<artifactId>|app:|(?:\w{1,20}\.)name\s{0,9}=|<(?:PackageId|AssemblyName)>)/;
const description =
  /^\s{0,20}(?:"description"\s{0,9}:|description\s{0,9}[:=]|<description>|description:|(?:\w{1,20}\.)?(?:summary|description)\s{0,9}=|<Description>)/;
const licence =
  /^\s{0,20}(?:"licen[cs]e"\s{0,9}:|licen[cs]e(?:-file|s)?\s{0,9}[:=]|<licenses?>|licenses:|(?:\w{1,20}\.)?licenses?\s{0,9}=|<PackageLicense\w{0,20}>)/;

export const manifestLineExtractor: Extractor<ManifestLines> = {
  id: 'product/manifestLines',
  version: 2,
  wants: (file) => manifest.test(file.path) && file.role !== 'fixture' && file.role !== 'vendored',
  extract(file) {
    const lines = file.text.slice(0, 100_000).split('\n');
    const [called, said, licensed] = [name, description, licence].map(
      (pattern) => lines.findIndex((line) => pattern.test(line)) + 1,
    );
    if (!called && !said && !licensed) return undefined;
    return {
      ...(called ? { name: called } : {}),
      ...(said ? { description: said } : {}),
      ...(licensed ? { licence: licensed } : {}),
    };
  },
};

/** The line of a manifest that says it, else its first. */
export function manifestEvidence(model: ScanModel, path: string, what: keyof ManifestLines): Evidence {
  const line = model.factsIn(manifestLineExtractor, path)?.[what] ?? 1;
  // Below the list stand the licence and its name.
  return what === 'licence' && path.endsWith('pom.xml')
    ? { path, startLine: line, endLine: Math.max(line, Math.min(line + 2, model.byPath.get(path)?.lines ?? line)) }
    : lineEvidence(path, line);
}

/** Further apart the lines between two say other things. */
const mostBetween = 12;

/** The lines from the name to what it is, where they stand close to each other. */
export function namedEvidence(model: ScanModel, path: string): Evidence {
  const { name, description } = model.factsIn(manifestLineExtractor, path) ?? {};
  if (name === undefined || description === undefined || Math.abs(name - description) > mostBetween)
    return manifestEvidence(model, path, 'description');
  return { path, startLine: Math.min(name, description), endLine: Math.max(name, description) };
}
