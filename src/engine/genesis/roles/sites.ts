import type { Project } from './project';

/**
 * How sure a sign is: `sure` ones are those of a generator whose package is a site and nothing else, also where it
 * presents the product without a document; `certain` ones may lie beside the code that they document.
 */
type Sign = 'sure' | 'certain' | 'possible';

/** Settings of programs that make nothing but sites of documents. */
const siteSettings: readonly { readonly pattern: RegExp; readonly sign: Sign; readonly example: string }[] = [
  { pattern: /^(.+)\/docusaurus\.config\.[cm]?[jt]s$/, sign: 'sure', example: 'website/docusaurus.config.js' },
  { pattern: /^(.+)\/siteConfig\.js$/, sign: 'certain', example: 'website/siteConfig.js' },
  {
    pattern: /^(.+)\/\.(?:vitepress|vuepress)\/config\.[cm]?[jt]s$/,
    sign: 'certain',
    example: 'site/.vitepress/config.ts',
  },
  {
    pattern: /^(.+)\/(?:mkdocs\.ya?ml|mint\.json|antora\.yml|book\.toml)$/,
    sign: 'certain',
    example: 'guide/mkdocs.yml',
  },
  {
    pattern: /^(.+)\/(?:_config\.yml|hugo\.(?:toml|ya?ml)|theme\.config\.[jt]sx?)$/,
    sign: 'possible',
    example: 'www/hugo.toml',
  },
];

const settingsName = /^(?:docusaurus\.config|siteConfig|theme\.config|_?config|mkdocs|mint|antora|book|hugo)\./;

const siteName = /(?:^|[-_/])(?:web-?site|site|homepage|www)$/i;

/** The same, whatever makes it. */
const siteAtTop = /^(web-?site|homepage|www)\//i;

/** Shares of documents among the documents and code of a site, and how many there are at least. */
const least = { documents: 5, share: 0.3, certainShare: 0.1 };

const codeExtensions: ReadonlySet<string> = new Set(
  `js jsx cjs mjs ts tsx cts mts vue svelte astro py rb php java kt kts scala groovy cs fs vb go rs ex exs swift dart c cc
   cpp h hpp m mm clj hs lua zig nim elm`.split(/\s+/),
);
const documentExtensions: ReadonlySet<string> = new Set(['md', 'mdx', 'markdown', 'adoc', 'rst', 'mdoc']);

export interface Counted {
  code: number;
  documents: number;
}

/** Folders that may be a site beside the product. */
export function siteCandidates(
  paths: readonly string[],
  packages: readonly { readonly project: Project; readonly hasTool: boolean }[],
): Map<string, Sign> {
  const found = new Map<string, Sign>();
  for (const path of paths) {
    const top = siteAtTop.exec(path)?.[1];
    if (top !== undefined && !found.has(top)) found.set(top, 'possible');
    // This is asked for every file, and nearly none has such a name.
    if (!settingsName.test(path.slice(path.lastIndexOf('/') + 1))) continue;
    for (const { pattern, sign } of siteSettings) {
      const folder = pattern.exec(path)?.[1];
      if (folder === undefined) continue;
      if (sign === 'sure' || (found.get(folder) ?? 'possible') === 'possible') found.set(folder, sign);
    }
  }
  for (const { project, hasTool } of packages)
    if (project.folder !== '' && !found.has(project.folder) && (hasTool || siteName.test(project.folder)))
      found.set(project.folder, 'possible');
  return found;
}

export function isSite(counted: Counted, sign: Sign | undefined): boolean {
  const { code, documents } = counted;
  if (sign === 'sure') return true;
  const share = documents / (documents + code);
  return sign === 'certain' ? share >= least.certainShare : documents >= least.documents && share >= least.share;
}

/** By its name alone. */
export function contentOf(path: string): keyof Counted | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (codeExtensions.has(extension)) return 'code';
  return documentExtensions.has(extension) ? 'documents' : undefined;
}
