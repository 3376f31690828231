import type { BuildProject } from '../../../facts/moduleConfig';
import { withoutComments } from '../../../languages/sourceText';
import { objectIn, parseJson, stringIn } from './plainJson';

function project(
  name: string | undefined,
  parts: Partial<Pick<BuildProject, 'dependencies' | 'references' | 'opens' | 'parent'>>,
): BuildProject {
  return { kind: 'build', ...(name === undefined ? {} : { name }), dependencies: [], references: [], ...parts };
}

const gradleProject =
  /\b(\w+)["']?[ \t]{0,8}\(?[ \t]{0,8}(?:project[ \t]*\([ \t]*(?:path[ \t]*[:=][ \t]*)?['"](:[\w:.-]+)['"]|projects\.([\w.]+))/g;

export function readMaven(text: string): BuildProject {
  const plain = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  // What a parent manages it does not need itself, and plugins are part of no product.
  const needed = plain.replace(/<(dependencyManagement|build|profiles|reporting)>[\s\S]*?(?:<\/\1>|$)/g, '');
  const dependencies = needed
    .split('<dependency>')
    .slice(1)
    .flatMap((block) => {
      const inner = block.slice(0, Math.max(0, block.indexOf('</dependency>')));
      if (/<scope>\s*test\b/.test(inner)) return [];
      return /<artifactId>\s*([\w.-]+)/.exec(inner)?.[1] ?? [];
    });
  // The first artifactId outside of these blocks is the project's own.
  const own = plain.replace(/<(parent|dependencies|dependencyManagement|build|profiles)>[\s\S]*?(?:<\/\1>|$)/g, '');
  const parent = parentOf(plain);
  return project(/<artifactId>\s*([\w.-]+)/.exec(own)?.[1], {
    dependencies,
    ...(parent === undefined ? {} : { parent }),
  });
}

/** Without a path it lies in the folder around; an empty one means that it is fetched. */
function parentOf(text: string): BuildProject['parent'] {
  const [, block = ''] = /<parent>([\s\S]{0,2000}?)<\/parent>/.exec(text) ?? [];
  const name = /<artifactId>\s*([\w.-]+)/.exec(block)?.[1];
  if (name === undefined || /<relativePath\s*\/>/.test(block)) return undefined;
  const path = /<relativePath>([^<]*)</.exec(block)?.[1]?.trim() ?? '../pom.xml';
  return path === '' ? undefined : { name, path: path.endsWith('.xml') ? path : `${path.replace(/\/$/, '')}/pom.xml` };
}

/** `implementation(project(':core:db'))` and the type-safe `api(projects.core.db)`; what only tests use is left out. */
export function readGradle(text: string): BuildProject {
  const plain = withoutComments(text, { line: '//', block: ['/*', '*/'], quotes: ['"""', '"', "'"] });
  return project(undefined, { references: [...gradleReferences(plain).keys()] });
}

/** The projects that are referred to, with where that is first done. */
export function gradleReferences(text: string): ReadonlyMap<string, number> {
  const references = new Map<string, number>();
  const isForTests = testBlocks(text);
  for (const match of text.matchAll(gradleProject)) {
    const [, use = '', called, safe] = match;
    if (/test|lint/i.test(use) || isForTests(match.index)) continue;
    const path = safe === undefined ? called : `:${safe.replace(/\.dependencyProject$/, '').replaceAll('.', ':')}`;
    const name = path?.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
    if (name !== undefined && !references.has(name)) references.set(name, match.index);
  }
  return references;
}

/** Tells what stands in a block that is named for tests: `val jvmTest by getting { … }`. */
function testBlocks(text: string): (offset: number) => boolean {
  const blocks: (readonly [start: number, end: number])[] = [];
  const open: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[{}]/g)) {
    if (mark === '{') {
      const head = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - 200), index);
      open.push(/test/i.test(head) ? index : -1);
      continue;
    }
    const start = open.pop() ?? -1;
    if (start >= 0) blocks.push([start, index]);
  }
  return (offset) => blocks.some(([start, end]) => start < offset && offset < end);
}

/** `pubspec.yaml`: its own name and the packages that it takes, without those for development. */
export function readPubspec(text: string): BuildProject {
  const dependencies: string[] = [];
  let inside = false;
  for (const line of text.split('\n')) {
    if (/^\S/.test(line) && !line.startsWith('#')) inside = /^dependencies:/.test(line);
    const name = inside ? /^ {2}(\w{1,80}):/.exec(line)?.[1] : undefined;
    if (name !== undefined) dependencies.push(name);
  }
  return project(/^name:\s{0,9}["']?(\w{1,80})/m.exec(text)?.[1], { dependencies });
}

export function readMsBuild(text: string): BuildProject {
  const references = [...text.matchAll(/<ProjectReference\s[^>]{0,500}?Include\s*=\s*"([^"]+)"/g)].map((found) =>
    (found[1] ?? '').replaceAll('\\', '/'),
  );
  // What another file of the repository says counts as well: which projects that names is not known here.
  const shared = [...text.matchAll(importedFile)].map((found) => (found[1] ?? '').replaceAll('\\', '/'));
  const opens = [...text.matchAll(usingItem)]
    .filter(([item]) => !/\s(?:Static|Alias)\s?=/.test(item))
    .map((found) => found[1] ?? '');
  return project(undefined, { references: [...references, ...shared], ...(opens.length === 0 ? {} : { opens }) });
}

/** `<Using Include="Shop.Orders" />`: what `global using` says in a file of the code. */
const usingItem = /<Using\s[^<>]{0,200}?\bInclude\s?=\s?"([\w.]{1,200})"[^<>]{0,200}>/g;

/** `<Import Project="..\Build\Module.props" />`, and not what a package or a tool brings. */
const importedFile =
  /<Import\s[^>$]{0,300}?Project\s?=\s?"((?:\.\.?[\\/]){0,8}(?!packages\b|obj\b)[\w.-]{1,80}(?:[\\/][\w.-]{1,80}){0,8}\.(?:props|targets))"/g;

export function readComposer(text: string): BuildProject | undefined {
  const manifest = objectIn(parseJson(text));
  return project(stringIn(manifest['name']), { dependencies: Object.keys(objectIn(manifest['require'])) });
}

export function readGemspec(text: string): BuildProject {
  const plain = text.replace(/^[ \t]*#[^\n]*/gm, '');
  const dependencies = [...plain.matchAll(/\.add_(?:runtime_)?dependency[ \t(]+['"]([\w.-]+)['"]/g)].map(
    (found) => found[1] ?? '',
  );
  const named =
    /\.name\s*=\s*['"]([\w.-]+)['"]/.exec(plain) ?? /\bGem::Specification\.new[\s(]{1,4}['"]([\w.-]+)['"]/.exec(plain);
  return project(named?.[1], { dependencies });
}

/** Dependencies of an umbrella or by path; others are packages of the registry. */
export function readMix(text: string): BuildProject {
  const plain = text.replace(/#[^\n]*/g, '');
  const dependencies = [...plain.matchAll(/\{\s*:(\w+)\s*,[^}\n]{0,200}?(?:in_umbrella:\s*true|path:\s*")/g)].map(
    (found) => found[1] ?? '',
  );
  return project(/\bapp:\s*:(\w+)/.exec(plain)?.[1], { dependencies });
}
