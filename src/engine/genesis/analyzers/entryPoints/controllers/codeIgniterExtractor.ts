import type { Extractor } from '../../../extractor';
import { plainText } from '../../waysIn/plainText';
import type { CodeIgniterFacts, CodeIgniterRule } from './codeIgniterFacts';
import { phpClassIn, publicMethods } from './phpClass';

const controllerFile =
  /(?:^|\/)(?:application|app|modules\/\w{1,60})\/[Cc]ontrollers\/(?:[\w-]{1,80}\/){0,4}\w{1,80}\.php$/;
const coreFile = /(?:^|\/)application\/(?:core|libraries)\/\w{1,80}\.php$/;
const settingsFile = /(?:^|\/)app\/Config\/(?:Routing|Routes|Feature)\.php$/;
const oldRoutes = /(?:^|\/)application\/(?:modules\/\w{1,60}\/)?config\/(?:\w{1,40}\/)?routes\.php$/;
const longest = 400_000;
const typedOnly =
  /function\s{1,4}__construct\([^)]{0,300}\)\s{0,20}\{[^{}]{0,600}\bif\s{0,4}\(\s{0,4}!\s{0,4}(?:is_cli\(\)|\$this->input->is_cli_request\(\))\s{0,4}\)\s{0,20}\{?\s{0,40}(?:exit|die|show_404|show_error|redirect|throw)\b/;

/** Controllers of CodeIgniter, which it finds by their names, and what its settings say of them. */
export const codeIgniterExtractor: Extractor<CodeIgniterFacts> = {
  id: 'entryPoints.codeIgniter',
  version: 2,
  wants: ({ role, path }) =>
    (role === 'source' || role === 'config') &&
    (controllerFile.test(path) || coreFile.test(path) || settingsFile.test(path) || oldRoutes.test(path)),
  extract({ path, text }) {
    if (text.length > longest) return undefined;
    if (oldRoutes.test(path)) return readRules(text);
    if (settingsFile.test(path)) return readSettings(text);
    const declared = phpClassIn(text);
    if (declared === undefined) return undefined;
    // What stops where it is not typed answers nobody.
    return { controller: { ...declared, methods: typedOnly.test(text) ? [] : publicMethods(text) } };
  },
};

const rule =
  /^[ \t]{0,20}\$route\[\s{0,4}['"]([^'"\n]{1,200})['"]\s{0,4}\](?:\[\s{0,4}['"](\w{3,8})['"]\s{0,4}\])?\s{0,10}=\s{0,10}['"]([^'"\n]{0,200})['"]/gm;

function readRules(text: string): CodeIgniterFacts | undefined {
  const plain = plainText(text, 'php');
  let defaultController: string | undefined;
  const rules = [...plain.matchAll(rule)].flatMap(
    ({ index, 1: pattern = '', 2: method, 3: target = '' }): CodeIgniterRule[] => {
      if (pattern === 'default_controller') defaultController = target;
      if (target === '' || /^(?:default_controller|404_override|translate_uri_dashes)$/.test(pattern)) return [];
      const line = plain.slice(0, index).split('\n').length;
      return [{ pattern, target, line, ...(method === undefined ? {} : { method: method.toUpperCase() }) }];
    },
  );
  if (rules.length === 0 && defaultController === undefined) return undefined;
  return { rules, ...(defaultController === undefined ? {} : { defaultController }) };
}

const isTrue = (plain: string, name: string): boolean =>
  new RegExp(`\\$${name}\\s{0,4}=\\s{0,4}true\\b`, 'i').test(plain);

function readSettings(text: string): CodeIgniterFacts {
  const plain = plainText(text, 'php');
  const named = [...plain.matchAll(/['"]\\?([\w\\]{1,120})::\w/g)].map(([, name = '']) => name);
  const first =
    /setDefaultController\(\s{0,4}['"]([\w\\]{1,100})['"]/.exec(plain)?.[1] ??
    /\$defaultController\s{0,4}=\s{0,4}['"]([\w\\]{1,100})['"]/.exec(plain)?.[1];
  return {
    ...(isTrue(plain, 'autoRoute') || /->setAutoRoute\(\s{0,4}true/i.test(plain) ? { isAuto: true } : {}),
    ...(isTrue(plain, 'autoRoutesImproved') ? { isImproved: true } : {}),
    ...(isTrue(plain, 'translateUriToCamelCase') ? { isDashed: true } : {}),
    ...(named.length === 0 ? {} : { named: [...new Set(named)] }),
    ...(first === undefined ? {} : { defaultController: first }),
  };
}
