import type { FileTable } from '../resolver';

const extensions = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.d.ts',
  '.json',
  '.vue',
  '.svelte',
  '.astro',
  '.native.ts',
  '.native.tsx',
  '.web.ts',
  '.web.tsx',
  '.ios.tsx',
  '.android.tsx',
  '.ios.ts',
  '.es6',
  '.coffee',
  '.css',
  '.scss',
  '.graphql',
];

/** What TypeScript sources may be called where the import names the file that is made of them. */
const sourcesOf: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx', '.d.ts'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts', '.d.mts'],
  '.cjs': ['.cts', '.d.cts'],
};

function stemOf(path: string): string {
  const dot = path.indexOf('.', path.lastIndexOf('/') + 1);
  return dot < 0 ? path : path.slice(0, dot);
}

/** Finds the file that a path without extension, with the extension of the output, or of a folder means. */
export class JsFiles {
  private readonly found = new Map<string, string | undefined>();
  /** What files are called up to the first dot of their names. */
  private readonly stems: ReadonlySet<string>;

  constructor(private readonly files: FileTable) {
    this.stems = new Set(files.paths.map(stemOf));
  }

  find(base: string): string | undefined {
    if (this.found.has(base)) return this.found.get(base);
    const file = this.search(base);
    this.found.set(base, file);
    return file;
  }

  private search(base: string): string | undefined {
    if (this.files.has(base)) return base;
    const dot = base.lastIndexOf('.');
    for (const extension of dot === -1 ? [] : (sourcesOf[base.slice(dot)] ?? [])) {
      const source = base.slice(0, dot) + extension;
      if (this.files.has(source)) return source;
    }
    return (
      this.withExtension(base) ??
      (this.files.hasFolder(base) ? this.withExtension(base === '' ? 'index' : `${base}/index`) : undefined)
    );
  }

  private withExtension(base: string): string | undefined {
    if (!this.stems.has(stemOf(base))) return undefined;
    for (const extension of extensions) if (this.files.has(base + extension)) return base + extension;
    return undefined;
  }
}
