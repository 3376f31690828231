import type { Extractor } from '../../../extractor';
import { documentsOfGo, type FoundDocument, makesTypesAlone, servedAt } from './generatedGo';

export interface GeneratedServers {
  /** The ends of the paths of documents of which a build makes a server. */
  readonly documents: readonly string[];
  /** Those of which a file of settings says what is made. */
  readonly configured?: readonly Required<FoundDocument>[];
  /** Settings of a generator by which it makes no server. */
  readonly makesTypesAlone?: true;
  /** The path below which the code of a program in Go serves one. */
  readonly served?: string;
}

const servers =
  /^(?:spring|kotlin-spring|kotlin-server|jaxrs[\w-]{0,30}|java-(?:micronaut-server|play-framework|vertx\w{0,10}|undertow-server|helidon-server)|aspnetcore)$/;
const telling =
  /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|[Mm]akefile|[Jj]ustfile|[Tt]askfile\.ya?ml|mise\.toml)$|\.(?:go|sh|mk)$/;
const generatorSettings = /(?:^|\/)[\w.-]{0,60}(?:cfg|conf|gen|oapi|api|types|models)[\w.-]{0,60}\.ya?ml$/i;
const maven = /<configuration>([\s\S]{1,4000}?)<\/configuration>/g;
const mavenDocument = /<inputSpec>\s{0,20}([^<\s]{1,300})\s{0,20}<\/inputSpec>/;
const mavenGenerator = /<generatorName>\s{0,20}([\w-]{1,60})\s{0,20}<\/generatorName>/;
const gradleDocument = /\binputSpec\b[\s=.(]{0,10}(?:set\()?[^"'\n]{0,60}["']([^"'\n]{1,300})["']/g;
const gradleGenerator = /\bgeneratorName\b[\s=.(]{0,10}(?:set\()?\s{0,4}["']([\w-]{1,60})["']/g;

/** Reads which documents are named where a build or a comment of Go has servers made of them. */
export const generatedServersExtractor: Extractor<GeneratedServers> = {
  id: 'entryPoints.generatedServers',
  version: 5,
  wants: (file) =>
    (telling.test(file.path) || generatorSettings.test(file.path)) &&
    file.role !== 'test' &&
    file.role !== 'fixture' &&
    file.role !== 'vendored',
  extract({ path, text }) {
    if (/\.ya?ml$/.test(path) && !telling.test(path))
      return makesTypesAlone(text) ? { documents: [], makesTypesAlone: true } : undefined;
    const found: readonly FoundDocument[] = path.endsWith('.xml')
      ? ofMaven(text)
      : path.includes('.gradle')
        ? ofGradle(text)
        : documentsOfGo(text);
    const ends = found.map((one) => ({ ...one, document: endOf(one.document) })).filter((one) => one.document !== '');
    const documents = ends.filter(({ config }) => config === undefined).map(({ document }) => document);
    const configured = ends.flatMap(({ document, config }) => (config === undefined ? [] : [{ document, config }]));
    const served = path.endsWith('.go') ? servedAt(text) : undefined;
    if (ends.length === 0 && served === undefined) return undefined;
    return {
      documents,
      ...(configured.length === 0 ? {} : { configured }),
      ...(served === undefined ? {} : { served }),
    };
  },
};

function ofMaven(text: string): FoundDocument[] {
  if (!text.includes('<inputSpec>')) return [];
  return [...text.matchAll(maven)].flatMap(([, block = '']) => {
    const document = mavenDocument
      .exec(block)?.[1]
      ?.replace(/^\$\{([\w.-]{1,80})\}$/, (whole, name: string) => propertyIn(text, name) ?? whole);
    return document !== undefined && servers.test(mavenGenerator.exec(block)?.[1] ?? '') ? [{ document }] : [];
  });
}

/** `<search.file>${project.basedir}/src/main/search.yaml</search.file>` among the properties. */
function propertyIn(text: string, name: string): string | undefined {
  const from = text.indexOf(`<${name}>`);
  const to = text.indexOf(`</${name}>`, from);
  return from === -1 || to === -1 || to - from > 400 ? undefined : text.slice(from + name.length + 2, to).trim();
}

/** Several of each may be made: only where one of a kind stands there it is said what is made of which. */
function ofGradle(text: string): FoundDocument[] {
  const [document, ...others] = [...text.matchAll(gradleDocument)].map((found) => found[1] ?? '');
  const kinds = [...text.matchAll(gradleGenerator)].map((found) => found[1] ?? '');
  const isServer = kinds.length > 0 && kinds.every((kind) => servers.test(kind));
  return document === undefined || others.length > 0 || !isServer ? [] : [{ document }];
}

/** `${project.basedir}/src/main/openapi.yml` and `../api/openapi.yml`: what stands behind the folders that vary. */
const endOf = (document: string): string => document.replace(/^.*(?:[{}$]|\.\.?)[^/]*\//, '').replace(/^\/+/, '');
