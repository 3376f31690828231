import type { GoModule, GoWorkspace } from '../../../facts/moduleConfig';

/** The lines of a directive, single (`require a v1`) or in a block (`require ( … )`), without comments. */
function directive(text: string, name: string): string[] {
  const lines: string[] = [];
  let inBlock = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/\/\/.*$/, '').trim();
    if (inBlock && line === ')') inBlock = false;
    else if (inBlock && line !== '') lines.push(line);
    else if (line.startsWith(`${name} (`) || line === `${name}(`) inBlock = true;
    else if (line.startsWith(`${name} `)) lines.push(line.slice(name.length).trim());
  }
  return lines;
}

export function readGoModule(text: string): GoModule | undefined {
  const module = directive(text, 'module')[0]?.replace(/^["`]|["`]$/g, '');
  if (module === undefined || module === '') return undefined;
  const replaces = directive(text, 'replace').flatMap((line) => {
    const [, from, folder] = /^(\S+)(?:\s+v\S+)?\s*=>\s*(\.{1,2}\/\S*|\.{1,2})$/.exec(line) ?? [];
    return from === undefined || folder === undefined ? [] : [{ from, folder }];
  });
  return {
    kind: 'go',
    module,
    requires: directive(text, 'require').flatMap((line) => line.split(/\s+/)[0] ?? []),
    replaces,
  };
}

export function readGoWorkspace(text: string): GoWorkspace {
  return { kind: 'goWork', uses: directive(text, 'use') };
}
