import type { SourceFile } from '../../../sourceFile';
import type { WeaknessPlace } from '../weakness';
import { harmless } from './flowEnds';
import { homesOfCall, homesOfNames, nameOfCall } from './homes';

/** Layers between what takes a request and what asks a database hand values on, by the names that people give such files. */
const isLayer = /(?:service|manager|business|logic|facade|use_?case|interactor|provider|biz|server)\w{0,12}\.\w{2,4}$/i;

/** How a language begins a method; the group `params` holds what stands between its brackets. */
const heads: Readonly<Partial<Record<string, RegExp>>> = {
  java: /^[ \t]{1,12}(?:public|protected|private)\s[\w<>[\],.? ]{1,100}?\s(?<name>\w{2,80})\s?\((?<params>[^()]{1,300})\)[^;{}]{0,120}\{/gm,
  csharp:
    /^[ \t]{1,16}(?:public|protected|internal|private)\s[\w<>[\],.? ]{1,100}?\s(?<name>\w{2,80})\s?\((?<params>[^()]{1,300})\)\s{0,40}(?:\{|=>)/gm,
  php: /\bfunction\s(?<name>\w{2,80})\s?\((?<params>[^()]{1,300})\)/gm,
};

const mostBody = 3_000;
const mostRelays = 60;

/** Names of parameters, in their order: `final String name`, `$name = ''`, `Map<String, String> names`. */
const namesOf = (params: string): string[] =>
  params
    .replace(/<[^<>]{0,80}>/g, '')
    .split(',')
    .map((one) => /\$?(\w{1,60})\s*$/.exec(one.split('=')[0] ?? '')?.[1] ?? '');

/** What is asked of a value, or made of it, before it is handed on. */
const looksAt = (name: string): RegExp =>
  new RegExp(
    `(?:contains|matches|matcher|in_array|\\w{0,12}valid\\w{0,12}|\\w{0,12}allow\\w{0,12}|check\\w{0,20}|saniti\\w{0,20}|escape\\w{0,20}|parse\\w{0,12}|encode\\w{0,12}|intval|TryParse)\\s?\\([^;\\n]{0,80}\\$?\\b${name}\\b|\\$?\\b${name}\\.(?:matches|contains|equals)\\(|(?<![.\\w])\\$?${name}\\s?=(?!=)`,
    'i',
  );

function classesOf(text: string): string[] {
  const head = /\bclass\s{1,3}(?<name>\w{1,80})(?<rest>[^{]{0,300})/.exec(text)?.groups;
  return [head?.['name'] ?? '', ...(head?.['rest']?.match(/\b[A-Z]\w{1,80}/g) ?? [])].slice(0, 6);
}

/**
 * Methods of a layer that hand a parameter on, as it is, to a function of somewhere else: with them a value is followed from
 * a controller through a service into what runs it. Read from the text: few such files have a reason to be parsed.
 */
export function relaysOf(file: SourceFile): WeaknessPlace[] {
  const head = heads[file.language];
  if (head === undefined || !isLayer.test(file.path)) return [];
  const methods = [...file.text.matchAll(head)].slice(0, 200);
  if (methods.length === 0) return [];
  const homes = homesOfNames(classesOf(file.text), file);
  const relays: WeaknessPlace[] = [];
  for (const [at, method] of methods.entries()) {
    const start = method.index + method[0].length;
    const end = Math.min(methods[at + 1]?.index ?? file.text.length, start + mostBody);
    const body = file.text.slice(start, end);
    const names = namesOf(method.groups?.['params'] ?? '');
    const calls =
      /(?<callee>(?:this\.|\$this->)?\$?[A-Za-z_]\w{1,60}(?:\.|->|::)(?<call>\w{2,80}))\(\s?(?<args>[^()]{1,200})\)/g;
    for (const call of [...body.matchAll(calls)].slice(0, 40)) {
      const callee = call.groups?.['callee'] ?? '';
      const name = nameOfCall(callee);
      if (name === undefined || harmless.test(callee.replaceAll('->', '.'))) continue;
      const given = (call.groups?.['args'] ?? '').split(',').map((one) => one.trim().replace(/^\$/, ''));
      for (const [place, value] of given.entries()) {
        const index = names.indexOf(value);
        if (value === '' || index < 0 || relays.length >= mostRelays) continue;
        if (looksAt(value).test(body.slice(0, call.index))) continue;
        const line = file.lineAt(start + call.index);
        relays.push({
          rule: 'flow-end',
          line,
          endLine: line,
          end: {
            kind: 'relay',
            name: method.groups?.['name'] ?? '',
            homes,
            count: names.length,
            index,
            parameter: value,
            to: {
              name,
              homes: homesOfCall(callee.replaceAll('->', '.').replace(/\$/g, ''), file),
              count: given.length,
              index: place,
            },
          },
        });
      }
    }
  }
  return relays.filter(({ end }) => (end?.to?.homes.length ?? 0) > 0);
}
