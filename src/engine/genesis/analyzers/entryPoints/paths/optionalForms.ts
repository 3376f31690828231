import type { PathNotation } from './pathNotation';
import { behindGroup } from './regexpPath';

const mostForms = 4;

/** The paths that a written one stands for: one with parameters in a part that may be missing is a path without it and one with it. */
export function optionalForms(path: string, notation: PathNotation): readonly string[] {
  const split = splits[notation];
  if (split === undefined) return [path];
  const forms = [path];
  for (let at = 0; at < forms.length && forms.length < mostForms; ) {
    const found = split(forms[at] ?? '');
    if (found === undefined) at += 1;
    else forms.splice(at, 1, ...found);
  }
  return forms;
}

const splits: Partial<Record<PathNotation, (path: string) => readonly [string, string] | undefined>> = {
  regexp: splitRegexp,
  colon: splitColon,
  template: splitTemplate,
  think: (path) => splitColon(thinkInColons(path)),
};

/** `/orders/<id>/[:page]` as `/orders/:id{/:page}`. */
export const thinkInColons = (path: string): string =>
  path
    .replace(
      /\/?(?:\[:(\w{1,60})\]|<(\w{1,60})\?>)/g,
      (_whole, first?: string, second?: string) => `{/:${first ?? second}}`,
    )
    .replace(/<(\w{1,60})>/g, ':$1')
    .replace(/\$$/, '');

/** `/pads{/rev,page}`: without the part, and with it. */
function splitTemplate(path: string): readonly [string, string] | undefined {
  const part = /\{([/.])([^{}]{1,200})\}/.exec(path);
  if (part === null) return undefined;
  const [whole, mark = '', names = ''] = part;
  const before = path.slice(0, part.index);
  const after = path.slice(part.index + whole.length);
  const written = names.split(',').map((name) => `${mark}{${name}}`);
  return [before + after, before + written.join('') + after];
}

/** `/pads{/:rev}/export`: without the part, and with it. */
function splitColon(path: string): readonly [string, string] | undefined {
  const part = /\{(\/[^{}]{0,200}:[^{}]{0,200})\}/.exec(path);
  if (part === null) return undefined;
  const before = path.slice(0, part.index);
  const after = path.slice(part.index + part[0].length);
  return [before + after, `${before}${part[1] ?? ''}${after}`];
}

/** `^pads(?:/(?P<rev>\d+))?$`: without the part, and with it; its brackets may catch it as well. */
function splitRegexp(path: string): readonly [string, string] | undefined {
  for (let at = path.indexOf('('); at !== -1; at = path.indexOf('(', at + 1)) {
    const isCatching = path[at + 1] !== '?';
    if (path[at - 1] === '\\' || (!isCatching && !path.startsWith('(?:', at))) continue;
    const end = behindGroup(path, at);
    if (path[end] !== '?' || !/\(\?P?<[A-Za-z_]/.test(path.slice(at, end))) continue;
    const inside = isCatching ? `(?:${path.slice(at + 1, end)}` : path.slice(at, end);
    const after = path.slice(end + 1);
    return [path.slice(0, at) + after, path.slice(0, at) + inside + after];
  }
  return undefined;
}
