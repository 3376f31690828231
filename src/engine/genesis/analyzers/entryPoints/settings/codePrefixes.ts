import type { Extractor } from '../../../extractor';
import { unwrittenRoles } from '../../../fileRoles';
import { appSettingsFile, appSettingsOf, settingAsked } from './appSettings';
import { lostPrefix } from './lostPrefix';
import { isScriptSetting, scriptPrefixes } from './scriptPrefixes';
import type { ServerSettings } from './settingsExtractor';

export const springPrefixKey = 'spring.addedprefix';
/** The module starts a program of its own. */
export const springStartKey = 'spring.starts';
export const javalinPrefixKey = 'javalin.contextpath';
export const ktorPrefixKey = 'ktor.rootpath';
export const playPrefixKey = 'play.context';
/** The last names of modules of Elixir that something serves. */
export const pluggedKey = 'plug.served';
/** A convention that joins the paths of controllers with another one: all of them, or a `?` where it chooses. */
export const conventionKey = 'aspnet.convention';
/** The path that a program of ASP.NET hands to a convention. */
export const conventionPathKey = 'aspnet.convention.path';

const hocon = /(?:^|\/)(?:conf|resources)\/[\w.-]{1,80}\.conf$/;
const ktorYaml = /(?:^|\/)resources\/application\.ya?ml$/;

/** Reads what code and the configuration of Ktor and Play put in front of all routes of a server. */
export const codePrefixesExtractor: Extractor<ServerSettings> = {
  id: 'entryPoints.codePrefixes',
  version: 9,
  wants: (file) =>
    !unwrittenRoles.has(file.role) &&
    (hocon.test(file.path) ||
      isScriptSetting(file.path) ||
      ktorYaml.test(file.path) ||
      appSettingsFile.test(file.path) ||
      /^(?:java|kotlin|csharp|elixir)$/.test(file.language ?? '')),
  extract(file) {
    const found = isScriptSetting(file.path)
      ? scriptPrefixes(file.path, file.text)
      : appSettingsFile.test(file.path)
        ? appSettingsOf(file.text)
        : file.path.endsWith('.conf')
          ? ofHocon(file.text)
          : ktorYaml.test(file.path)
            ? entry(ktorPrefixKey, valueAfter(file.text, /^[ \t]{1,20}rootPath:/m))
            : ofCode(file.text);
    return Object.keys(found).length === 0 ? undefined : { values: found };
  },
};

const entry = (key: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [key]: value };

function ofHocon(text: string): Readonly<Record<string, string>> {
  return /^\s{0,20}ktor\b/m.test(text)
    ? entry(ktorPrefixKey, valueAfter(text, /^[ \t]{0,20}(?:ktor\.deployment\.)?rootPath\s{0,4}[=:]/m))
    : entry(playPrefixKey, contextOfPlay(text));
}

/** `play.http.context = "/shop"`, and the last word alone within its blocks. */
function contextOfPlay(text: string): string | undefined {
  const whole = valueAfter(text, /^[ \t]{0,20}(?:(?:play\.)?http|application)\.context\s{0,4}[=:]/m);
  return whole ?? valueAfter(text, /^[ \t]{1,20}context\s{0,4}[=:](?=\s{0,4}"?\/)/m);
}

/** Modules that are started or plugged in: `{Bandit, plug: Shop.Router}`, `plug Shop.Router`; a module may name itself. */
const plugged =
  /\bplug:\s{0,20}\{?\s{0,20}([A-Z][\w.]{0,150}|__MODULE__)|^[ \t]{0,40}plug[ \t(]{1,4}([A-Z][\w.]{0,150})|\b(?:Cowboy|Cowboy2|Bandit)\.\w{1,20}\(\s{0,20}([A-Z][\w.]{0,150}|__MODULE__)/gm;

function pluggedIn(text: string): string | undefined {
  const names = [...text.matchAll(plugged)].flatMap(([, ...groups]) => groups.filter((name) => name !== undefined));
  const own = names.includes('__MODULE__')
    ? [...text.matchAll(/^[ \t]{0,40}defmodule[ \t]{1,4}([A-Z][\w.]{0,150})/gm)].map(([, name = '']) => name)
    : [];
  const last = [...names, ...own].map((name) => name.slice(name.lastIndexOf('.') + 1));
  return last.length === 0 ? undefined : [...new Set(last)].join(' ');
}

function ofCode(text: string): Readonly<Record<string, string>> {
  if (/^[ \t]{0,40}defmodule\b/m.test(text)) return entry(pluggedKey, pluggedIn(text));
  if (/\bI(?:Application|Controller)ModelConvention\b/.test(text) && text.includes('CombineAttributeRouteModel'))
    return { [conventionKey]: chooses.test(text) ? lostPrefix : 'all' };
  return {
    ...entry(conventionPathKey, handedToConvention(text)),
    ...entry(springPrefixKey, addedBySpring(text)),
    ...(springStart.test(text) ? { [springStartKey]: 'yes' } : {}),
    ...(/\bio\.javalin\b/.test(text)
      ? entry(javalinPrefixKey, valueAfter(text, /\.(?:contextPath\s{0,4}=(?!=)|setContextPath\()/))
      : {}),
    ...(/\bio\.ktor\.server\b/.test(text) ? entry(ktorPrefixKey, valueAfter(text, /\brootPath\s{0,4}=(?!=)/)) : {}),
  };
}

const springStart = /\bSpringApplication(?:\.run\(|Builder\()|\brunApplication</;

/** A convention that is not for all controllers asks what they are. */
const chooses =
  /\b(?:Namespace|ControllerName|IsAssignableFrom|IsSubclassOf|Assembly|StartsWith|EndsWith|Contains)\b|\bis\s{1,4}[A-Z]\w{0,60}Attribute\b|OfType</;
const handed = /(?:\bConventions\.(?:Insert|Add)|\.Use\w{0,30}(?:Route)?Prefix)\(([^;]{1,300});/g;

/** `options.Conventions.Insert(0, new RoutePrefixConvention(new RouteAttribute("api/v1")))`, `options.UseCentralRoutePrefix("api")`. */
function handedToConvention(text: string): string | undefined {
  if (!text.includes('Convention') && !text.includes('Prefix(')) return undefined;
  const found = [...text.matchAll(handed)].filter(([whole]) => /Prefix/.test(whole));
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return found.length === 0 ? undefined : lostPrefix;
  const [, written = ''] = only;
  const texts = [...written.matchAll(/"([^"\n]{0,150})"/g)].map(([, said = '']) => said);
  const isMade = /[+?$]|\bFormat\b/.test(written.replace(/"[^"\n]{0,150}"/g, ''));
  const asked = isMade ? undefined : settingAsked(written, text);
  if (asked !== undefined) return asked;
  return texts.length === 1 && !isMade ? texts[0] : lostPrefix;
}

/** The text behind what sets it, with or without quotes in files; a `?` where no text stands there. */
function valueAfter(text: string, setter: RegExp): string | undefined {
  const found = setter.exec(text);
  if (found === null) return undefined;
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 200);
  const [, quoted, bare] = /^\s{0,20}(?:"([^"\n]{0,150})"|([\w/.-]{1,150}))/.exec(rest) ?? [];
  // Code without quotes names something; a file of settings writes a path as it is.
  const said = quoted ?? (bare?.startsWith('/') === true ? bare : undefined);
  return said === undefined || said.includes('$') ? lostPrefix : said;
}

/**
 * `configurer.addPathPrefix("/api", HandlerTypePredicate.forAnnotation(RestController.class))`: for whom, the path or `=` and
 * the name of what holds it, and below which package those lie.
 */
function addedBySpring(text: string): string | undefined {
  const found = /\.addPathPrefix\(([^;{}]{1,300})/.exec(text)?.[1];
  if (found === undefined) return undefined;
  const [, quoted, named] =
    /^\s{0,40}(?:"([^"\n]{0,150})"|(?:\w{1,60}\.){0,4}([A-Z][A-Z0-9_]{2,60})\s{0,4},)/.exec(found) ?? [];
  const prefix = quoted ?? (named === undefined ? undefined : `=${named}`);
  const inPackage = ofPackage.exec(found);
  const rest = inPackage === null ? found : found.replace(inPackage[0], '');
  const isForAll = /forAnyHandlerType\(\)|->\s{0,4}true\b|\{\s{0,4}true\s{0,4}\}/.test(rest);
  const isForRest =
    /(?:forAnnotation|isAnnotationPresent|hasAnnotation)\(\s{0,40}RestController(?:\.class|::class(?:\.java)?)\s{0,40}\)/.test(
      rest,
    ) && !/&&|\|\||\.and\(|\bor\b|match|ackage/.test(rest);
  if (prefix === undefined || (text.match(/\.addPathPrefix\(/g) ?? []).length > 1) return lostPrefix;
  const below = inPackage?.[1] === undefined ? '' : ` ${inPackage[1]}`;
  return isForAll ? `all ${prefix}${below}` : isForRest ? `rest ${prefix}${below}` : lostPrefix;
}

/** `&& type.getPackageName().startsWith("shop")` */
const ofPackage =
  /\s{0,10}&&\s{0,40}\w{1,40}\.get(?:PackageName\(\)|Package\(\)\.getName\(\))\.startsWith\(\s{0,4}"([\w.]{1,150})"\s{0,4}\)/;
