import type { Extractor } from '../../../extractor';
import { closingBracket } from '../../../languages/sourceText';

const settings =
  /(?:^|\/)(?:webpack|vite|vitest|rollup|rspack|rsbuild|vue|craco|next|nuxt|jest|babel|metro|quasar|astro|svelte|gatsby|config-overrides|electron)[\w.-]{0,60}\.(?:c|m)?[jt]s$/;
const opening = /\b(?:alias|moduleNameMapper|resolveAlias)\b['"]?\s*[:=]\s*[{[]/g;
const key = /(?:^|[{,\s])(?:find:\s*)?['"]?([@\w][\w./@-]{0,200})\$?['"]?\s*(?::|,\s*replacement)/g;

/** Rails hands scripts to browsers by such a list: its gems bring some of them. */
const importMap = /(?:^|\/)config\/importmap(?:\/[\w-]{1,60})?\.rb$/;
const pin = /^\s{0,20}pin\s{0,4}\(?\s{0,4}["']([@\w][\w./@-]{0,200})["']/gm;

/** Names that a bundler's settings give to files: importing one asks for no package. */
export const bundlerAliasExtractor: Extractor<readonly string[]> = {
  id: 'dependencies/aliases',
  version: 2,
  wants: (file) => settings.test(file.path) || importMap.test(file.path),
  extract(file) {
    const pinned = importMap.test(file.path) ? [...file.text.matchAll(pin)].map((found) => found[1] ?? '') : [];
    const aliased = [...file.text.matchAll(opening)].flatMap((match) => {
      const open = match.index + match[0].length - 1;
      const body = file.text.slice(open, closingBracket(file.text, open));
      return [...body.matchAll(key)].map((found) => found[1] ?? '');
    });
    const names = [...pinned, ...aliased];
    return names.length === 0 ? undefined : [...new Set(names)];
  },
};
