import type { Project } from './project';

/** Settings of programs that make nothing but sites of documents; `certain` ones are for that alone. */
const siteSettings: readonly { readonly pattern: RegExp; readonly certain: boolean; readonly example: string }[] = [
  { pattern: /^(.+)\/docusaurus\.config\.[cm]?[jt]s$/, certain: true, example: 'website/docusaurus.config.js' },
  {
    pattern: /^(.+)\/\.(?:vitepress|vuepress)\/config\.[cm]?[jt]s$/,
    certain: true,
    example: 'site/.vitepress/config.ts',
  },
  {
    pattern: /^(.+)\/(?:mkdocs\.ya?ml|mint\.json|antora\.yml|book\.toml)$/,
    certain: true,
    example: 'guide/mkdocs.yml',
  },
  {
    pattern: /^(.+)\/(?:_config\.yml|hugo\.(?:toml|ya?ml)|theme\.config\.[jt]sx?)$/,
    certain: false,
    example: 'www/hugo.toml',
  },
];

const settingsName = /^(?:docusaurus\.config|theme\.config|_?config|mkdocs|mint|antora|book|hugo)\./;

const siteName = /(?:^|[-_/])(?:web-?site|site|homepage|www)$/i;

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
): Map<string, { readonly certain: boolean }> {
  const found = new Map<string, { readonly certain: boolean }>();
  for (const path of paths) {
    // This is asked for every file, and nearly none has such a name.
    if (!settingsName.test(path.slice(path.lastIndexOf('/') + 1))) continue;
    for (const { pattern, certain } of siteSettings) {
      const folder = pattern.exec(path)?.[1];
      if (folder !== undefined && found.get(folder)?.certain !== true) found.set(folder, { certain });
    }
  }
  for (const { project, hasTool } of packages)
    if (project.folder !== '' && !found.has(project.folder) && (hasTool || siteName.test(project.folder)))
      found.set(project.folder, { certain: false });
  return found;
}

export function isSite(counted: Counted, certain: boolean): boolean {
  const { code, documents } = counted;
  const share = documents / (documents + code);
  return certain ? share >= least.certainShare : documents >= least.documents && share >= least.share;
}

/** By its name alone. */
export function contentOf(path: string): keyof Counted | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  if (codeExtensions.has(extension)) return 'code';
  return documentExtensions.has(extension) ? 'documents' : undefined;
}
