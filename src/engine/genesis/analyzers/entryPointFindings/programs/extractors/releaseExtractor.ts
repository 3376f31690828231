import type { Extractor } from '../../../../extractor';

/** A program of Go that a release or an image is made of. */
export interface ReleasedProgram {
  /** Where it is built, from the folder of the file; `''` for that folder itself. */
  readonly folder: string;
  /** What the file that comes out is called, where this is said without a variable, and the line (1-based) that says so. */
  readonly name?: string;
  /** What an image calls it, which may be called otherwise where it is published. */
  readonly output?: string;
  readonly line: number;
}

export const releaseFile = /(?:^|\/)\.?goreleaser(?:[.-][\w.-]{1,40})?\.ya?ml$/;
const image = /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[\w-]{1,40})?$/;

/** `go build -ldflags "…" -o /out/shop ./cmd/shop`: what is built stands last. */
const built = /\bgo (?:build|install)\b([^\n;&|]{0,800})/g;
const packagePath = /(?:^|\s)(?:\.\/)?((?:[\w-]{1,60}\/){0,6}(?:[\w.-]{1,60}\/?|\*\.go))\s{0,20}$/;

/** The last part of `-o ${BUILD_DIR}/shop`, which may be called like any other program. */
const outputFile = /\s-o[ =]["']?(?:[\w.${}-]{0,60}\/){0,8}([A-Za-z][\w.-]{0,60})["']?(?=\s|$)/;

/** What the files by which Go programs are published name. */
export const releaseExtractor: Extractor<readonly ReleasedProgram[]> = {
  id: 'entryPoints/releases',
  version: 6,
  wants: (file) => file.role === 'config' && (releaseFile.test(file.path) || image.test(file.path)),
  extract(file) {
    if (file.text.length > 100_000) return undefined;
    const found = releaseFile.test(file.path) ? releasedIn(file.text) : builtIn(file.text);
    return found.length === 0 ? undefined : found;
  },
};

/** The entries below `builds:` of GoReleaser. */
function releasedIn(text: string): ReleasedProgram[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^builds:\s{0,20}(?:#.{0,200})?$/.test(line));
  if (start === -1) return [];
  const items: { dir: string; main: string; name?: string; line: number; isGo: boolean }[] = [];
  let indent: number | undefined;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (/^\w/.test(line)) break;
    const dash = /^([ \t]{0,20})-\s/.exec(line)?.[1]?.length;
    indent ??= dash;
    if (dash !== undefined && dash === indent) items.push({ dir: '', main: '', line: at + 1, isGo: true });
    const [, before = '', key, value = ''] =
      /^([ \t]{0,20}(?:-\s{1,10})?)(main|dir|binary|builder|skip):\s{0,20}["']?([^"'#\n]{0,200})/.exec(line) ?? [];
    const item = items.at(-1);
    if (item === undefined || key === undefined || before.length > (indent ?? 0) + 4) continue;
    const said = value.trim();
    if (key === 'main') item.main = said;
    else if (key === 'dir') item.dir = said;
    else if (key === 'builder') item.isGo = said === 'go';
    else if (key === 'skip') item.isGo &&= said !== 'true';
    else {
      // What a file is called behind its name tells for which machine it is.
      const name = said
        .replace(/[._-]{0,2}\{\{-?\s?\.(?:Os|Arch|Arm|Version|Tag|Target)\b.{0,100}$/, '')
        .replace(/(?<=\w)[._-](?:linux|darwin|macos|windows)$/, '');
      if (/^[\w.-]{1,80}$/.test(name)) Object.assign(item, { name, line: at + 1 });
    }
  }
  const project = /^project_name:\s{0,9}["']?([\w.-]{1,80})/m.exec(text)?.[1];
  const said = items
    .filter(({ isGo }) => isGo)
    .map((item) => ({ ...item, main: item.main.replace(/\{\{-? ?\.ProjectName ?-?\}\}/, project ?? '$&') }));
  // A list of which a part is worked out is none of all programs.
  if (said.some(({ dir, main }) => /[{}$*]/.test(`${dir}${main}`))) return [];
  return said
    .filter(({ dir, main }) => !`${dir}${main}`.includes('..'))
    .map(({ dir, main, name, line }) => ({
      folder: plainFolder(`${dir}/${main}`),
      line,
      ...(name === undefined ? {} : { name }),
    }));
}

function builtIn(text: string): ReleasedProgram[] {
  const joined = text.replace(/\\\r?\n/g, (end) => ' '.repeat(end.length));
  return [...joined.matchAll(built)].flatMap((match): ReleasedProgram[] => {
    const words = match[1] ?? '';
    const path = packagePath.exec(words)?.[1];
    // The value of an option is no package.
    if (path === undefined || / -o\s{1,5}\S{1,200}\s{0,20}$/.test(words)) return [];
    const output = outputFile.exec(words)?.[1];
    const line = text.slice(0, match.index).split('\n').length;
    return [{ folder: plainFolder(path), line, ...(output === undefined ? {} : { output }) }];
  });
}

/** `./cmd/shop/main.go` is built from `cmd/shop`. */
function plainFolder(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && !part.endsWith('.go'))
    .join('/');
}
