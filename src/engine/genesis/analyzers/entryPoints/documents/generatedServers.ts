import type { Extractor } from '../../../extractor';

/** The ends of the paths of documents of which a build makes a server. */
export interface GeneratedServers {
  readonly documents: readonly string[];
}

const servers =
  /^(?:spring|kotlin-spring|kotlin-server|jaxrs[\w-]{0,30}|java-(?:micronaut-server|play-framework|vertx\w{0,10}|undertow-server|helidon-server)|aspnetcore)$/;
const maven = /<configuration>([\s\S]{1,4000}?)<\/configuration>/g;
const mavenDocument = /<inputSpec>\s{0,20}([^<\s]{1,300})\s{0,20}<\/inputSpec>/;
const mavenGenerator = /<generatorName>\s{0,20}([\w-]{1,60})\s{0,20}<\/generatorName>/;
const gradleDocument = /\binputSpec\b[\s=.(]{0,10}(?:set\()?[^"'\n]{0,60}["']([^"'\n]{1,300})["']/g;
const gradleGenerator = /\bgeneratorName\b[\s=.(]{0,10}(?:set\()?\s{0,4}["']([\w-]{1,60})["']/g;
const go = /^\/\/go:generate\s[^\n]{0,300}\boapi-codegen\b([^\n]{1,600})$/gm;
const goServer = /-generate[= ]["']?[\w,-]{0,200}(?:server|gin|echo|fiber|chi|gorilla|iris)/;

/** Reads which documents are named where a build or a comment of Go has servers made of them. */
export const generatedServersExtractor: Extractor<GeneratedServers> = {
  id: 'entryPoints.generatedServers',
  version: 2,
  wants: (file) =>
    /(?:^|\/)(?:pom\.xml|build\.gradle(?:\.kts)?)$|\.go$/.test(file.path) &&
    file.role !== 'test' &&
    file.role !== 'fixture' &&
    file.role !== 'vendored',
  extract({ path, text }) {
    const found = path.endsWith('.go') ? ofGo(text) : path.endsWith('.xml') ? ofMaven(text) : ofGradle(text);
    const documents = found.map(endOf).filter((end) => end !== '');
    return documents.length === 0 ? undefined : { documents };
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

function ofGo(text: string): string[] {
  if (!text.includes('oapi-codegen')) return [];
  return [...text.matchAll(go)].flatMap(([, options = '']) => {
    const named = [...options.matchAll(/(?<![\w./=-])([\w./-]{1,300}\.(?:ya?ml|json))(?![\w./])/g)].map(
      ([, one]) => one,
    );
    const document = named.at(-1);
    return document !== undefined && goServer.test(options) ? [document] : [];
  });
}

/** `${project.basedir}/src/main/openapi.yml` and `../api/openapi.yml`: what stands behind the folders that vary. */
const endOf = (document: string): string => document.replace(/^.*(?:[{}$]|\.\.?)[^/]*\//, '').replace(/^\/+/, '');
