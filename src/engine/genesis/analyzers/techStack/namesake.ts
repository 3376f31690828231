import type { DirectDependency } from '../dependencies/inventory/dependencySet';
import type { TechRule } from './techRule';

/** What the makers of a technology call the package that is the thing itself, or comes out together with it. */
const ownParts = new Set(
  'core cli framework frameworkbundle server client runtime sdk test starter web react vue angular svelte solid js node dev vite'.split(
    ' ',
  ),
);

const squashed = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Whether a package has the name of the technology: the version of another one is not that of the technology. */
export function isNamesake({ name }: DirectDependency, rule: TechRule): boolean {
  if (name.startsWith('plugin:')) return true;
  const parts = name.split(/[/:]/).filter((part) => !/^v\d{1,3}$/.test(part));
  const last = squashed(parts.at(-1) ?? '');
  const whole = squashed(name);
  const own = squashed(rule.name.replace(/\s\(.*\)$/, ''));
  if (last.includes(own) || (last.length > 2 && own.includes(last))) return true;
  return whole.includes(own) && ownParts.has(last);
}
