import type { DirectDependency } from '../dependencies/inventory/dependencySet';
import { normalizedToken, type TechRule } from './techRule';

/** What the makers of a technology call the package that is the thing itself, or comes out together with it. */
const ownParts = new Set(
  'core cli framework frameworkbundle server client runtime sdk test starter web react vue angular svelte solid js node dev vite'.split(
    ' ',
  ),
);

const squashed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Frameworks that other things are tied into by packages of their own: `rspec-rails`, `django-redis`. */
const hosts = new Set('rails django flask fastapi laravel symfony sinatra phoenix'.split(' '));

/** What the one package of an SDK adds to its name: the language that it is for. */
const languageSuffix = /^(?:go|java|js|node|php|python|ruby|rust|net|swift|dart)?(?:v\d{1,2})?$/;

/** A package that ties a technology into a framework, or is one part of an SDK, comes out by itself. */
function isIntegrationOrPart({ ecosystem, name }: DirectDependency, rule: TechRule): boolean {
  const parts = rule.matchers.flatMap((matcher) => matcher.parts);
  // What a rule names first of an ecosystem is the thing itself there, whatever it is called.
  const first = parts.find((part) => part.startsWith(`${ecosystem}:`));
  if (first === normalizedToken(`${ecosystem}:${name}`)) return false;
  const own = squashed(rule.name);
  const last = name.split('/').at(-1) ?? name;
  const words = last.toLowerCase().split(/[-_.]/);
  if (words.some((word) => hosts.has(word) && !own.includes(word))) return true;
  return (
    own.endsWith('sdk') && squashed(last).startsWith(own) && !languageSuffix.test(squashed(last).slice(own.length))
  );
}

/** Plugins of Gradle that come out together with what they build for; others have versions of their own. */
const ownPlugins = /^plugin:(?:org\.jetbrains\.(?:kotlin|compose)\b|io\.(?:ktor\.plugin|quarkus)$)/;
/** What takes the version of Spring's plugin for its libraries as well. */
const management = 'plugin:io.spring.dependency-management';

/** Whether what a plugin of Gradle builds for has the version of the plugin. */
export function isPluginVersion({ name }: DirectDependency, all: readonly DirectDependency[]): boolean {
  if (!name.startsWith('plugin:')) return true;
  if (name === 'plugin:org.springframework.boot') return all.some((one) => one.name === management);
  return ownPlugins.test(name);
}

/** Whether a package has the name of the technology: the version of another one is not that of the technology. */
export function isNamesake(one: DirectDependency, rule: TechRule): boolean {
  const { name } = one;
  if (name.startsWith('plugin:')) return true;
  if (isIntegrationOrPart(one, rule)) return false;
  const parts = name.split(/[/:]/).filter((part) => !/^v\d{1,3}$/.test(part));
  const last = squashed(parts.at(-1) ?? '');
  const whole = squashed(name);
  const own = squashed(rule.name.replace(/\s\(.*\)$/, ''));
  if (last.includes(own) || (last.length > 2 && own.includes(last))) return true;
  return whole.includes(own) && ownParts.has(last);
}

/**
 * Whether a package is the technology itself, so that its repository is where that is made: a rule also names clients of a
 * service, what follows a standard, and what others build with it. A framework may have a name of its own in a registry.
 */
export function isMaker(name: string, part: string, rule: TechRule): boolean {
  const own = squashed(rule.name.replace(/\s\(.*\)$/, '').replace(/\sSDK$/, ''));
  const last = squashed(name.split(/[/:]/).at(-1) ?? '');
  const whole = squashed(name);
  if (whole === own || last === own || last === own.replace(/js$/, '')) return true;
  const rest = whole.slice(own.length);
  // What others reach it with is made apart from it.
  if (whole.startsWith(own) && ownParts.has(rest) && !/^(?:sdk|client)$/.test(rest)) return true;
  const kind = part.slice(0, part.indexOf(':') + 1);
  const first = rule.matchers.flatMap(({ parts }) => parts).find((one) => one.startsWith(kind));
  return rule.category === 'framework' && (first === part || whole.includes(own));
}

/** Where the name of the package is that of the technology; a companion has a version of its own. */
export function givesPlainVersion(rule: TechRule, token: string): boolean {
  if (rule.isService || rule.isDatabaseEngine) return false;
  return squashed(token).includes(squashed(rule.name));
}
