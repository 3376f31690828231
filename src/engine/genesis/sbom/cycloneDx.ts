import { sha256 } from '../../../base/sha256';
import type { Dependency } from '../../../shared/inventory';
import { version as productVersion } from '../../../shared/version';
import { licensesOf } from './licenses';
import { exactVersionOf, packageUrl } from './packageUrl';

export interface SbomOf {
  readonly project: string;
  readonly commit: string | null;
  /** When the dependencies were read. */
  readonly at: string;
  readonly dependencies: readonly Dependency[];
}

/** One package in one version, with all places that ask for it. */
interface Component {
  readonly purl: string;
  readonly first: Dependency;
  readonly all: readonly Dependency[];
}

const mostPlaces = 50;

/**
 * A software bill of materials as CycloneDX 1.6 JSON. The same dependencies make the same text. What brings which
 * transitive package along is not known here, so that only the direct ones stand below the product, and the document
 * says that the rest of the graph is incomplete.
 */
export function cycloneDx(sbom: SbomOf): string {
  const components = group(sbom.dependencies);
  const direct = components.filter(({ all }) => all.some((one) => one.direct));
  const body = {
    metadata: {
      timestamp: sbom.at,
      tools: { components: [{ type: 'application', name: 'Contox', version: productVersion }] },
      component: {
        type: 'application',
        'bom-ref': 'product',
        name: sbom.project,
        ...(sbom.commit === null ? {} : { version: sbom.commit }),
      },
    },
    components: components.map(component),
    dependencies: [{ ref: 'product', dependsOn: direct.map(({ purl }) => purl) }],
    compositions: [{ aggregate: 'incomplete', dependencies: ['product'] }],
  };
  const head = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(body))}`,
    version: 1,
  };
  return `${JSON.stringify({ ...head, ...body }, null, 2)}\n`;
}

function group(dependencies: readonly Dependency[]): Component[] {
  const groups = new Map<string, Dependency[]>();
  for (const dependency of dependencies) {
    const purl = packageUrl(dependency);
    const all = groups.get(purl);
    if (all) all.push(dependency);
    else groups.set(purl, [dependency]);
  }
  const components = [...groups].flatMap(([purl, all]) => (all[0] === undefined ? [] : [{ purl, first: all[0], all }]));
  return components.sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

function component({ purl, first, all }: Component) {
  const version = exactVersionOf(first);
  const licenses = licensesOf(all.find(({ license }) => license !== undefined)?.license);
  const places = all.filter((one) => one.line !== undefined).slice(0, mostPlaces);
  return {
    type: 'library',
    'bom-ref': purl,
    name: first.name,
    ...(version === undefined ? {} : { version }),
    scope: scopeOf(all),
    ...(licenses.length === 0 ? {} : { licenses }),
    purl,
    ...(places.length === 0
      ? {}
      : { evidence: { occurrences: places.map(({ manifest, line }) => ({ location: manifest, line })) } }),
    properties: [
      { name: 'contox:direct', value: String(all.some((one) => one.direct)) },
      ...[...new Set(all.map(({ scope }) => scope))].map((value) => ({ name: 'contox:scope', value })),
      ...(version === undefined && first.version !== '' ? [{ name: 'contox:declared', value: first.version }] : []),
    ],
  };
}

/** `excluded` for what is needed to build and test alone. */
function scopeOf(all: readonly Dependency[]): 'required' | 'optional' | 'excluded' {
  if (all.some(({ scope }) => scope === 'runtime' || scope === 'peer')) return 'required';
  return all.some(({ scope }) => scope === 'optional') ? 'optional' : 'excluded';
}

/** A UUID (version 8, RFC 9562) that follows from the content. */
function uuidOf(text: string): string {
  const hex = sha256(text);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
