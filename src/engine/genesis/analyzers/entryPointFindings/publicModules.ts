import type { Extractor } from '../../extractor';

/** What a library says by name that it gives to others, with its line: modules of Rust, and what `__all__` of Python lists. */
export interface PublicModule {
  readonly name: string;
  readonly line: number;
}

const declared = /^pub mod (\w{1,80})\s{0,5}[;{]/;
const attribute = /^#\[/;
/** What is hidden from the documents is not meant for others. */
const hidden = /^#\[doc\(hidden\)\]|^#\[cfg\(test\)\]/;

const listed = /^__all__\s{0,4}(?::[^=\n]{1,60})?=\s{0,4}[[(]([^\])]{0,20000})[\])]([^\n]{0,80})/m;

/** `pub mod config;` at the top of a library: most libraries of Rust give little but their modules. */
export const publicModules: Extractor<readonly PublicModule[]> = {
  id: 'entryPoints.publicModules',
  version: 3,
  wants: (file) => file.role === 'source' && /(?:^|\/)(?:lib\.rs|__init__\.py)$/.test(file.path),
  extract(file) {
    if (file.path.endsWith('.py')) return listedNames(file.text);
    const lines = file.text.split('\n');
    const found = lines.flatMap((line, index): PublicModule[] => {
      const name = declared.exec(line)?.[1];
      return name === undefined || isHidden(lines, index) ? [] : [{ name, line: index + 1 }];
    });
    return found.length === 0 ? undefined : found;
  },
};

function isHidden(lines: readonly string[], index: number): boolean {
  for (let above = index - 1; attribute.test(lines[above] ?? ''); above--)
    if (hidden.test(lines[above] ?? '')) return true;
  return false;
}

/** A list that is added to, here or below, says not all. */
function listedNames(text: string): readonly PublicModule[] | undefined {
  const [list, inside = '', rest = ''] = listed.exec(text) ?? [];
  if (list === undefined || rest.includes('+') || /^__all__(?:\s{0,4}\+=|\.(?:extend|append)\b)/m.test(text))
    return undefined;
  const start = text.indexOf(list);
  const first = text.slice(0, start + list.indexOf(inside)).split('\n').length;
  return inside
    .split('\n')
    .flatMap((line, index) =>
      [...line.replace(/#.*$/, '').matchAll(/["']([A-Za-z_]\w{0,80})["']/g)].flatMap((match): PublicModule[] =>
        match[1] === undefined ? [] : [{ name: match[1], line: first + index }],
      ),
    );
}
