import type { SourceFile } from '../../../sourceFile';
import type { WayFact } from '../wayRule';

const map = /\$listen\s{0,5}=\s{0,5}\[([^;]{0,20000})\];/;
const subscribed = /\$subscribe\s{0,5}=\s{0,5}\[([^;]{0,20000})\];/;
const listener =
  /(?<![\w\\])(?:\\?(?:\w{1,80}\\){0,10}(\w{1,100})::class\b|['"](?:\\{0,2}\w{1,80}\\{1,2}){1,10}(\w{1,100})(?:@\w{1,60})?['"])(?!\s{0,20}=>)/g;
const ofFramework = /^use\s{1,5}\\?Illuminate\\(?:\w{1,60}\\){1,8}(\w{1,100});/gm;
const discovers = /\bfunction\s{1,5}shouldDiscoverEvents\b[^}]{0,300}\breturn\s{1,5}true\b/;

/** The listeners that a provider of Laravel wires to events, where it does not look for them by itself, and those that wire themselves. */
export function laravelListeners(text: string, file: SourceFile): WayFact[] {
  // Every new project wires one that comes with the framework.
  const brought = new Set([...text.matchAll(ofFramework)].map(([, name]) => name));
  return (discovers.test(text) || !map.test(text) ? [] : [map, subscribed]).flatMap((list) => {
    const found = list.exec(text);
    const body = found?.[1];
    if (found === null || body === undefined) return [];
    const start = found.index + found[0].indexOf('[') + 1;
    return [...body.matchAll(listener)].flatMap((match): WayFact[] => {
      const name = match[1] ?? match[2] ?? '';
      return brought.has(name) || match[0].includes('Illuminate\\')
        ? []
        : [{ kind: 'consumer', framework: wiredListeners, name, line: file.lineAt(start + match.index) }];
    });
  });
}

export const wiredListeners = 'Laravel listeners';
