import type { Extractor } from '../../extractor';

/** A module that a library of Rust gives to others, with its line. */
export interface PublicModule {
  readonly name: string;
  readonly line: number;
}

const declared = /^pub mod (\w{1,80})\s{0,5}[;{]/;
/** What is hidden from the documents is not meant for others. */
const hidden = /^#\[doc\(hidden\)\]|^#\[cfg\(test\)\]/;

/** `pub mod config;` at the top of a library: most libraries of Rust give little but their modules. */
export const publicModules: Extractor<readonly PublicModule[]> = {
  id: 'entryPoints.publicModules',
  version: 1,
  wants: (file) => file.role === 'source' && /(?:^|\/)lib\.rs$/.test(file.path),
  extract(file) {
    const lines = file.text.split('\n');
    const found = lines.flatMap((line, index): PublicModule[] => {
      const name = declared.exec(line)?.[1];
      return name === undefined || hidden.test(lines[index - 1] ?? '') ? [] : [{ name, line: index + 1 }];
    });
    return found.length === 0 ? undefined : found;
  },
};
