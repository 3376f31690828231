import type { Extractor } from '../../extractor';

const settings =
  /(?:^|\/)(?:next|vite|vue|nuxt|webpack|rspack|rsbuild|rollup|esbuild|craco|quasar|astro|svelte|electron\.vite|app)(?:[\w.-]{0,40}\.)?(?:config|common|base|prod|dev)[\w.-]{0,20}\.[cm]?[jt]s$/;
const whole = /['"](?:process\.env|import\.meta\.env)\.([A-Z][A-Z0-9_]{1,79})['"]\s{0,5}:/g;
const block = /(?:\benv|['"]process\.env['"])\s{0,5}:\s{0,5}\{([^{}]{0,3000})\}/g;
const key = /(?:^|[,\n])\s{0,20}['"]?([A-Z][A-Z0-9_]{1,79})['"]?\s{0,5}(?=[:,}\n]|$)/g;

/** Names that a bundler puts values in the place of: code reads them like variables, and nobody sets them. */
export const bundledNameExtractor: Extractor<readonly string[]> = {
  id: 'environment/bundled',
  version: 1,
  wants: (file) => file.role !== 'fixture' && file.role !== 'vendored' && settings.test(file.path),
  extract(file) {
    if (file.text.length > 200_000) return undefined;
    const names = [...file.text.matchAll(whole)].map(([, name = '']) => name);
    for (const [, body = ''] of file.text.matchAll(block))
      names.push(...[...body.matchAll(key)].map(([, name = '']) => name));
    return names.length === 0 ? undefined : [...new Set(names)];
  },
};
