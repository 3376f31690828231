import type { Extractor } from '../../../extractor';
import { closingBracket } from '../../../languages/sourceText';

const settings =
  /(?:^|\/)(?:webpack|vite|vitest|rollup|rspack|rsbuild|vue|craco|next|nuxt|jest|babel|metro|quasar|astro|svelte|gatsby|config-overrides|electron)[\w.-]{0,60}\.(?:c|m)?[jt]s$/;
const opening = /\b(?:alias|moduleNameMapper|resolveAlias)\b['"]?\s*[:=]\s*[{[]/g;
const key = /(?:^|[{,\s])(?:find:\s*)?['"]?([@\w][\w./@-]{0,200})\$?['"]?\s*(?::|,\s*replacement)/g;

/** Names that a bundler's settings give to files: importing one asks for no package. */
export const bundlerAliasExtractor: Extractor<readonly string[]> = {
  id: 'dependencies/aliases',
  version: 1,
  wants: (file) => settings.test(file.path),
  extract(file) {
    const names = [...file.text.matchAll(opening)].flatMap((match) => {
      const open = match.index + match[0].length - 1;
      const body = file.text.slice(open, closingBracket(file.text, open));
      return [...body.matchAll(key)].map((found) => found[1] ?? '');
    });
    return names.length === 0 ? undefined : [...new Set(names)];
  },
};
