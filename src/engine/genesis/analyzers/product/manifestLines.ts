import type { Evidence } from '../../../../shared/genesis';
import type { Extractor } from '../../extractor';
import type { ScanModel } from '../../scanModel';
import { lineEvidence } from '../dependencies/findings/lists';

/** Where a manifest says what the project is and under which licence. 1-based. */
interface ManifestLines {
  readonly description?: number;
  readonly licence?: number;
}

const manifest =
  /(?:^|\/)(?:package\.json|composer\.json|deno\.jsonc?|Cargo\.toml|pyproject\.toml|setup\.(?:cfg|py)|pom\.xml|pubspec\.yaml|mix\.exs|[\w.-]{1,80}\.(?:gemspec|cabal|[cf]sproj))$/;
const description =
  /^\s{0,20}(?:"description"\s{0,9}:|description\s{0,9}[:=]|<description>|description:|(?:\w{1,20}\.)?(?:summary|description)\s{0,9}=|<Description>)/;
const licence =
  /^\s{0,20}(?:"licen[cs]e"\s{0,9}:|licen[cs]e(?:-file|s)?\s{0,9}[:=]|<licenses?>|licenses:|(?:\w{1,20}\.)?licenses?\s{0,9}=|<PackageLicense\w{0,20}>)/;

export const manifestLineExtractor: Extractor<ManifestLines> = {
  id: 'product/manifestLines',
  version: 1,
  wants: (file) => manifest.test(file.path) && file.role !== 'fixture' && file.role !== 'vendored',
  extract(file) {
    const lines = file.text.slice(0, 100_000).split('\n');
    const [said, licensed] = [description, licence].map((pattern) => lines.findIndex((line) => pattern.test(line)) + 1);
    if (!said && !licensed) return undefined;
    return { ...(said ? { description: said } : {}), ...(licensed ? { licence: licensed } : {}) };
  },
};

/** The line of a manifest that says it, else its first. */
export function manifestEvidence(model: ScanModel, path: string, what: keyof ManifestLines): Evidence {
  return lineEvidence(path, model.factsIn(manifestLineExtractor, path)?.[what] ?? 1);
}
