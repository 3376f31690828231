import { asideRoles } from '../../../fileRoles';
import type { WeaknessPlace } from '../weakness';
import type { Placed } from './places';

/** With the slash at its end. */
const pathOfFolder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Which setting a place is about, where another file of settings may set it again. */
function settingOf(rule: string): RegExp | undefined {
  if (/^(?:literal-key|named-secret|known-default-key)$/.test(rule)) return /^SECRET_KEY/;
  if (rule === 'debug-on') return /^DEBUG$/;
  if (rule === 'cors-any-origin') return /^CORS_/;
  return rule === 'cookie-flags-off' ? /COOKIE/ : undefined;
}

/** True where a file of settings beside this one, or around it, sets the same again: this one is the base of developers. */
export function isSetAgain(path: string, rule: string, all: readonly Placed<WeaknessPlace>[]): boolean {
  const setting = settingOf(rule);
  if (setting === undefined || !/\.(?:py|exs?)$/.test(path)) return false;
  if (!/(?:^|[/_.-])(?:settings?|config|conf)(?:[/_.-]|$)/i.test(path)) return false;
  const [top = ''] = pathOfFolder(path).split(/(?<=\/)(?:settings?|config|conf)\//i);
  return all.some(
    ({ file, place }) =>
      place.rule === 'set-again' &&
      // What tests set for themselves takes nothing back.
      !asideRoles.has(file.role) &&
      setting.test(place.what ?? '') &&
      (file.path === path || pathOfFolder(file.path).startsWith(top)),
  );
}

/** Without what another place of the same says better, or takes back. */
export function withoutTakenBack(all: readonly Placed<WeaknessPlace>[]): Placed<WeaknessPlace>[] {
  // An entry point that gives up the rights of root: mostly copied in from wherever the scripts lie.
  const givesUp = all.some(({ place }) => place.rule === 'entry-gives-up-root');
  const named = new Set(all.flatMap(({ place }) => (place.rule === 'compose-names-user' ? [place.what] : [])));
  const countsTries = all.some(({ file, place }) => place.rule === 'tries-limited' && !asideRoles.has(file.role));
  const asksEveryForm = all.some(({ place }) => place.rule === 'dotnet-tokens-everywhere');
  const guardsRedirects = all.some(({ place }) => place.rule === 'rails-guards-redirects');
  // What a page is given by the one that includes it is no longer the request's.
  const given = new Set(all.flatMap(({ place }) => (place.rule === 'jsp-param-given' ? [place.what] : [])));
  return all.filter(({ file, place }) => {
    if (place.rule === 'reflected-xss' && place.by === 'jsp-page' && given.has(place.what)) return false;
    if (place.rule === 'login-without-limit') return !countsTries;
    if (place.rule === 'docker-root') return !givesUp && !named.has(file.path);
    if (place.rule === 'form-without-token' && file.language === 'csharp') return !asksEveryForm;
    if (place.rule === 'open-redirect' && guardsRedirects && file.path.endsWith('.rb')) return place.what !== undefined;
    return !isSetAgain(file.path, place.rule, all);
  });
}
