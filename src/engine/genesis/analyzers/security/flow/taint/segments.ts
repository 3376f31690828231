import type { Node } from 'web-tree-sitter';
import type { LanguageId } from '../../../../sourceFile';

/**
 * Routers that decode an address before they cut it put no slash into a part of it: `..` alone climbs to a folder, and no
 * file is opened by that. Those of Express, Echo and Rails cut first, so that an encoded slash gets through.
 */
const ofGo =
  /^(?:(?:c|ctx|gc|context)\.Param|chi\.URLParam|(?:r|req|request)\.PathValue)\((?:\s?\w{1,20},)?\s?"(?<name>\w{1,60})"\)$|^mux\.Vars\(\w{1,20}\)\["(?<key>\w{1,60})"\]$/;

/** What a route names so is mostly all that is left of the address. */
const ofRest = /path|rest|splat|any|all|wildcard/i;

export function isSegmentOfGo(text: string): boolean {
  const found = ofGo.exec(text)?.groups;
  const name = found?.['name'] ?? found?.['key'];
  return name !== undefined && !ofRest.test(name);
}

/** The route above a handler holds the parameter as one part, and without a pattern of its own. */
export function isSegmentParameter(language: LanguageId, parameter: Node, name: string, owner: Node): boolean {
  if (language === 'java') {
    if (!/@PathVariable\b/.test(parameter.text)) return false;
    const named = /@PathVariable\(\s{0,3}(?:(?:value|name)\s{0,3}=\s{0,3})?"(\w{1,60})"/.exec(parameter.text)?.[1];
    return !new RegExp(`\\{\\*?${named ?? name}:|\\{\\*${named ?? name}\\}`).test(headOf(owner));
  }
  if (language === 'php') return true;
  // A lone `*` and `**options` take no part of an address.
  if (language === 'python' && !/^\w+$/.test(name)) return false;
  if (language === 'python' && owner.parent?.type === 'decorated_definition')
    return new RegExp(`<(?:(?:string|str|slug|uuid|int):)?${name}>|\\{${name}\\}`).test(headOf(owner.parent));
  return (
    language === 'csharp' &&
    new RegExp(`\\[(?:Http\\w{1,8}|Route)\\([^\\]]{0,200}\\{${name}\\??\\}`).test(headOf(owner))
  );
}

const headOf = (node: Node): string => node.text.slice(0, 1_000).split('{\n')[0] ?? '';
