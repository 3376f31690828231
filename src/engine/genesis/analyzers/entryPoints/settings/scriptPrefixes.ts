import { lostPrefix } from './lostPrefix';

export const midwayPrefixKey = 'midway.globalprefix';
export const loopbackPrefixKey = 'loopback.basepath';
export const nextPrefixKey = 'next.basepath';
/** What all files of pages are called behind their names, as `page` in `about.page.tsx`. */
export const nextEndingKey = 'next.pageending';
/** `export` where all that is built is files to be served by others. */
export const nextOutputKey = 'next.output';

/** Files in which servers of Midway and of LoopBack say what lies before all of their paths. */
const midwayFile = /(?:^|\/)config\/config\.(?:default|prod)\.[jt]s$/;
const loopbackFile = /(?:^|\/)src\/(?:index|main|server|[\w-]{0,60}application)\.[jt]s$/;

const nextFile = /(?:^|\/)next\.config\.[cm]?[jt]s$/;

export const isScriptSetting = (path: string): boolean =>
  midwayFile.test(path) || loopbackFile.test(path) || nextFile.test(path);

/** `koa: { globalPrefix: '/api' }`; `rest: { basePath: '/api' }` and `this.basePath('/api')`. */
export function scriptPrefixes(path: string, text: string): Readonly<Record<string, string>> {
  if (midwayFile.test(path)) return said(midwayPrefixKey, text, /^[ \t]{1,40}globalPrefix:/m);
  if (nextFile.test(path)) return nextSettings(text);
  return text.includes('@loopback/') || text.includes('rest')
    ? said(loopbackPrefixKey, text, /^[ \t]{1,40}(?:basePath:|(?:this|app)(?:\.restServer)?\.basePath\()/m)
    : {};
}

function nextSettings(text: string): Readonly<Record<string, string>> {
  const ending = pageEnding(text);
  return {
    ...written(nextPrefixKey, text, /(?:^[ \t]{1,20}|[{,] {0,4})basePath:/m),
    ...written(nextOutputKey, text, /(?:^[ \t]{1,20}|[{,] {0,4})output:/m),
    ...(ending === undefined ? {} : { [nextEndingKey]: ending }),
  };
}

/** `pageExtensions: ['page.tsx', 'api.ts']`, where none of them is an extension alone. */
function pageEnding(text: string): string | undefined {
  const [, list] = /(?:^[ \t]{1,20}|[{,] {0,4})pageExtensions:\s{0,20}\[([^\]]{1,300})\]/m.exec(text) ?? [];
  const all = list?.match(/['"`][^'"`]{1,40}['"`]/g) ?? [];
  const endings = all.map((said) => /^.([\w-]{1,20})\.[cm]?(?:[jt]sx?|mdx?)./.exec(said)?.[1]);
  return endings.includes(undefined) || endings.length === 0 ? undefined : [...new Set(endings)].join(' ');
}

/** What is no text may be none: the setting is left out where nothing is to be put in front. */
function written(key: string, text: string, setter: RegExp): Readonly<Record<string, string>> {
  const { [key]: value } = said(key, text, setter);
  return value === undefined || value === lostPrefix ? {} : { [key]: value };
}

function said(key: string, text: string, setter: RegExp): Readonly<Record<string, string>> {
  const found = setter.exec(text);
  if (found === null) return {};
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 150);
  const quoted = /^\s{0,20}(?:'([^'\n$]{0,100})'|"([^"\n$]{0,100})"|`([^`\n$]{0,100})`)\s{0,20}[,)}\n]/.exec(rest);
  return { [key]: quoted?.[1] ?? quoted?.[2] ?? quoted?.[3] ?? lostPrefix };
}
