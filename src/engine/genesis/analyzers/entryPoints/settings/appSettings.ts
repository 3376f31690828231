import { parse } from 'jsonc-parser';

/** Before the keys of what a file of settings of .NET says. */
const appSettingPrefix = 'appsettings:';
export const appSettingsFile = /(?:^|\/)appsettings\.json$/;

const mostValues = 400;
const deepest = 5;
const pathLike = /^\/?(?:[\w-]{1,40}(?:\/[\w-]{1,40}){0,4}\/?)?$/;

/** The texts that may be a part of a path, by the keys that programs ask for: `"Api": { "Prefix": "shop" }` is `Api:Prefix`. */
export function appSettingsOf(text: string): Readonly<Record<string, string>> {
  if (text.length > 200_000) return {};
  const found: Record<string, string> = {};
  let count = 0;
  const visit = (value: unknown, key: string, depth: number): void => {
    if (typeof value === 'string') {
      if (pathLike.test(value) && count++ < mostValues) found[key] = value;
    } else if (value !== null && typeof value === 'object' && !Array.isArray(value) && depth < deepest)
      for (const [name, inner] of Object.entries(value))
        visit(inner, `${key}${depth === 0 ? '' : ':'}${name.toLowerCase()}`, depth + 1);
  };
  visit(parse(text), appSettingPrefix, 0);
  return found;
}

/** Before the key of a setting that stands for a path. */
const askedMark = '=';
const asking = /(?:\[|\bGet(?:Value<string>|Section|RequiredSection)\()\s{0,9}"([\w:.-]{1,150})"/;

/** `=Api:Prefix` where code asks for a setting, also through a name that the same file sets: `RoutePrefix.Name = Settings.Get("Api", "Prefix")`. */
export function settingAsked(written: string, around: string): string | undefined {
  const said = asking.exec(written)?.[1];
  if (said !== undefined) return askedMark + said;
  const name = /\(\s{0,9}((?:[A-Za-z_]\w{0,60}\.){0,3}[A-Za-z_]\w{0,60})\s{0,9}\)/.exec(written)?.[1];
  const at =
    name === undefined ? -1 : around.search(new RegExp(`(?<![\\w.])${name.replace(/\./g, '\\.')}\\s{0,4}=[^=>]`));
  if (name === undefined || at === -1) return undefined;
  const [, value = ''] = /^[^=]{1,200}=([^;]{1,300});/.exec(around.slice(at, at + 600)) ?? [];
  const texts = [...value.matchAll(/"([^"\n]{0,150})"/g)].map(([, one = '']) => one);
  if (/^\s{0,9}"[^"\n]{0,150}"\s{0,9}$/.test(value)) return texts[0];
  const isKey = texts.length > 0 && texts.every((one) => /^[\w:.-]+$/.test(one)) && !/[+?$]/.test(value);
  return isKey ? askedMark + texts.join(':') : undefined;
}

/** The path that was said, or the one value that files of settings give what was asked for; `undefined` where they differ. */
export function valueOfSetting(path: string, values: Iterable<Readonly<Record<string, string>>>): string | undefined {
  if (!path.startsWith(askedMark)) return path;
  const key = `${appSettingPrefix}${path.slice(askedMark.length).toLowerCase()}`;
  const [only, ...others] = new Set([...values].flatMap((one) => one[key] ?? []));
  return others.length === 0 ? only : undefined;
}
