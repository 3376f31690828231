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

const siteName = /(?:^|[-_/])(?:web-?site|site|homepage|www)$/i;

/** Shares of documents among the documents and code of a site, and how many there are at least. */
const least = { documents: 5, share: 0.3 };

export const codeFile =
  /\.(?:[cm]?[jt]sx?|vue|svelte|astro|py|rb|php|java|kt|kts|scala|groovy|cs|fs|vb|go|rs|ex|exs|swift|dart|c|cc|cpp|h|hpp|m|mm|clj|hs|lua|zig|nim|elm)$/;
const document = /\.(?:mdx?|markdown|adoc|rst|mdoc)$/i;

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
    // Most files have no such name: this is asked for every one of them.
    if (!/config\.|mkdocs\.|mint\.json$|antora\.yml$|book\.toml$|hugo\./.test(path)) continue;
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
  if (documents === 0) return false;
  return certain || (documents >= least.documents && documents >= (documents + code) * least.share);
}

export function countFile(path: string, counted: Counted): void {
  if (codeFile.test(path)) counted.code++;
  else if (document.test(path)) counted.documents++;
}
