import type { Extractor } from '../../../extractor';
import { documentsOfGo, servedAt } from './generatedGo';

/** The ends of the paths of documents of which a build makes a server. */
export interface GeneratedServers {
  readonly documents: readonly string[];
  /** The path below which the code of a program in Go serves one. */
  readonly served?: string;
}

const servers =
  /^(?:spring|kotlin-spring|kotlin-server|jaxrs[\w-]{0,30}|java-(?:micronaut-server|play-framework|vertx\w{0,10}|undertow-server|helidon-server)|aspnetcore)$/;
const telling =
  /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?|[Mm]akefile|[Jj]ustfile|[Tt]askfile\.ya?ml|mise\.toml)$|\.(?:go|sh|mk)$/;
const maven = /<configuration>([\s\S]{1,4000}?)<\/configuration>/g;
const mavenDocument = /<inputSpec>\s{0,20}([^<\s]{1,300})\s{0,20}<\/inputSpec>/;
const mavenGenerator = /<generatorName>\s{0,20}([\w-]{1,60})\s{0,20}<\/generatorName>/;
const gradleDocument = /\binputSpec\b[\s=.(]{0,10}(?:set\()?[^"'\n]{0,60}["']([^"'\n]{1,300})["']/g;
const gradleGenerator = /\bgeneratorName\b[\s=.(]{0,10}(?:set\()?\s{0,4}["']([\w-]{1,60})["']/g;

/** Reads which documents are named where a build or a comment of Go has servers made of them. */
export const generatedServersExtractor: Extractor<GeneratedServers> = {
  id: 'entryPoints.generatedServers',
  version: 3,
  wants: (file) =>
    telling.test(file.path) && file.role !== 'test' && file.role !== 'fixture' && file.role !== 'vendored',
  extract({ path, text }) {
    const found = path.endsWith('.xml')
      ? ofMaven(text)
      : path.includes('.gradle')
        ? ofGradle(text)
        : documentsOfGo(text);
    const documents = found.map(endOf).filter((end) => end !== '');
    const served = path.endsWith('.go') ? servedAt(text) : undefined;
    if (documents.length === 0 && served === undefined) return undefined;
    return served === undefined ? { documents } : { documents, served };
  },
};

function ofMaven(text: string): string[] {
  if (!text.includes('<inputSpec>')) return [];
  return [...text.matchAll(maven)].flatMap(([, block = '']) => {
    const document = mavenDocument
      .exec(block)?.[1]
      ?.replace(/^\$\{([\w.-]{1,80})\}$/, (whole, name: string) => propertyIn(text, name) ?? whole);
    return document !== undefined && servers.test(mavenGenerator.exec(block)?.[1] ?? '') ? [document] : [];
  });
}

/** `<search.file>${project.basedir}/src/main/search.yaml</search.file>` among the properties. */
function propertyIn(text: string, name: string): string | undefined {
  const from = text.indexOf(`<${name}>`);
  const to = text.indexOf(`</${name}>`, from);
  return from === -1 || to === -1 || to - from > 400 ? undefined : text.slice(from + name.length + 2, to).trim();
}

/** Several of each may be made: only where one of a kind stands there it is said what is made of which. */
function ofGradle(text: string): string[] {
  const [document, ...others] = [...text.matchAll(gradleDocument)].map((found) => found[1] ?? '');
  const kinds = [...text.matchAll(gradleGenerator)].map((found) => found[1] ?? '');
  const isServer = kinds.length > 0 && kinds.every((kind) => servers.test(kind));
  return document === undefined || others.length > 0 || !isServer ? [] : [document];
}

/** `${project.basedir}/src/main/openapi.yml` and `../api/openapi.yml`: what stands behind the folders that vary. */
const endOf = (document: string): string => document.replace(/^.*(?:[{}$]|\.\.?)[^/]*\//, '').replace(/^\/+/, '');
