import type { ScanModel } from '../../../scanModel';
import { parseJson } from '../../dependencies/text/jsonTree';
import { lineAt, type NamedLine, nameIn } from '../namedLine';
import { cabalStanzas } from '../programs/builds/declaredPrograms';

const stemOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{1,10}$/, '');

export function pubPackage(text: string): NamedLine[] {
  return /^version:/m.test(text) && !/^publish_to:\s{0,9}["']?none/m.test(text)
    ? nameIn(text, /^name:\s{1,9}(\w{1,60})/m)
    : [];
}

export function hasDartEntry(name: string, folder: string, { byPath }: ScanModel): boolean {
  return byPath.has(`${folder}lib/${name}.dart`) && !byPath.has(`${folder}lib/main.dart`);
}

/** What `pkg-config` is asked for is the name of the file, unless that stands for any. */
export const pkgConfig = (text: string, path: string): NamedLine[] =>
  installed(nameIn(text, /^Libs:[^\n]{0,200}?[ \t]-l([\w.+-]{0,60})/m), path);

/** Headers alone: a library of its own, or what a program gives to those who write plug-ins for it. */
export const pkgHeaders = (text: string, path: string): NamedLine[] =>
  pkgConfig(text, path).length > 0 ? [] : installed(nameIn(text, /^Cflags:[^\n]{0,100}?-I([\w.+-]{0,60})/m), path);

function installed([first]: readonly NamedLine[], path: string): NamedLine[] {
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.pc(?:\.\w{1,5})?$/, '');
  return first === undefined || /^pkg-?config$/i.test(stem) ? [] : [{ ...first, name: stem }];
}

/** What a package of Python is for, in the words that its registry has for it. */
const libraryOfPython = /["'\s]Topic :: Software Development :: Libraries\b/;

export function ofLibraries(text: string): NamedLine[] {
  const own = /^\[project\][^[]{0,4000}/m.exec(text);
  const name = /^[ \t]{0,20}name\s{0,9}=\s{0,9}["']?([A-Za-z][\w.-]{0,60})["']?,?[ \t]{0,9}$/m.exec(own?.[0] ?? text);
  const at = (own?.index ?? 0) + (name?.index ?? 0);
  return name?.[1] === undefined || !libraryOfPython.test(text)
    ? []
    : [{ name: name[1], line: lineAt(text, at + name[0].search(/\S/)) }];
}

/** What a package of PHP is called. */
export const composerName = (text: string): NamedLine[] =>
  nameIn(text, /^\s{0,20}"name"\s{0,9}:\s{0,9}"([\w./-]{1,80})"/m);

/** What a server or a shell of PHP begins with. */
export const startsNothing = (_name: string, _folder: string, { byPath }: ScanModel): boolean =>
  !['public/index.php', 'web/index.php', 'index.php', 'artisan', 'bin/console'].some((path) => byPath.has(path));

/** What the registry of Rust takes: it has to say what it is for. */
export function cargoPackage(text: string): NamedLine[] {
  const own = /^\[package\][^\n]{0,80}\n(?:(?!\[)[^\n]{0,1000}\n){0,120}/m.exec(text);
  const isTold = /^description(?:\.workspace)?\s{0,9}=/m.test(own?.[0] ?? '');
  const name = /^name\s{0,9}=\s{0,9}"([\w-]{1,80})"/m.exec(own?.[0] ?? '');
  return own === null || name?.[1] === undefined || !isTold || /^publish\s{0,9}=\s{0,9}(?:false|\[)/m.test(own[0])
    ? []
    : [{ name: name[1], line: lineAt(text, own.index + name.index) }];
}

/** An application of Erlang that a registry takes, for which it says its licences, or that others build into theirs. */
export const erlangApplication = (text: string, path: string): NamedLine[] =>
  path.startsWith('ebin/') || /\{\s{0,9}licenses\s{0,9},/.test(text)
    ? nameIn(text, /\{\s{0,9}application\s{0,9},\s{0,9}'?(\w{1,60})/)
    : [];

/** What the registry of Haskell takes: it has to say what it is, and of which kind. */
export function hackagePackage(text: string): NamedLine[] {
  const name = /^name[ \t]{0,9}:[ \t]{0,40}([\w-]{1,80})/im.exec(text)?.[1];
  const isSaid = /^synopsis[ \t]{0,9}:/im.test(text) && /^category[ \t]{0,9}:/im.test(text);
  const own = cabalStanzas(text).find((one) => one.kind === 'library' && one.name === '');
  return name === undefined || !isSaid || own === undefined || !/\bexposed-modules\b/i.test(own.body)
    ? []
    : [{ name, line: own.line }];
}

/** Modules that lie in no package. */
export function plainModules(text: string): NamedLine[] {
  const found = /^[ \t]{0,20}py[-_]modules\s{0,9}=\s{0,9}\[([^\]]{1,400})\]/m.exec(text);
  if (found === null) return [];
  const line = lineAt(text, found.index + found[0].search(/\S/));
  return [...(found[1] ?? '').matchAll(/["'](\w{1,60})["']/g)].map(({ 1: name = '' }) => ({ name, line }));
}

/** A package that chooses what of it is published or entered, and starts nothing. */
export function npmPackage(text: string): NamedLine[] {
  const root = parseJson(text);
  const name = root?.get('name')?.string;
  const entry = root?.get('exports') ?? root?.get('main') ?? root?.get('module');
  const isChosen = ['exports', 'files', 'types', 'typings', 'module', 'publishConfig'].some(
    (key) => root?.get(key) !== undefined,
  );
  // A server is started, and a library is tried out while it is written.
  const isTyped = ['types', 'typings', 'module'].some((key) => root?.get(key) !== undefined);
  const starts = ['start', 'serve', ...(isTyped ? [] : ['dev'])].some(
    (key) => root?.get('scripts')?.get(key) !== undefined,
  );
  const isLoaded = root?.get('engines')?.get('vscode') !== undefined || root?.get('bin') !== undefined;
  // What a build readies is published out of another folder.
  const isHeld = root?.get('private') !== undefined && root.get('peerDependencies') === undefined;
  if (name === undefined || entry === undefined || root?.get('version') === undefined) return [];
  return !isChosen || starts || isLoaded || isHeld ? [] : [{ name, line: entry.line }];
}

export function nugetPackage(text: string, path: string): NamedLine[] {
  if (
    /<OutputType>\s{0,9}(?:Win)?Exe\b|<PackAsTool>\s{0,9}true|<IsPackable>\s{0,9}false|<IsTestProject>\s{0,9}true|<PackageType>\s{0,9}Template\s{0,9}</i.test(
      text,
    )
  )
    return [];
  const said = /<(?:PackageId|PackageTags|PackageReadmeFile)>|<(?:IsPackable|GeneratePackageOnBuild)>\s{0,9}true/i.exec(
    text,
  );
  if (said === null) return [];
  const id = nameIn(text, /<PackageId>\s{0,9}([\w.-]{1,100})\s{0,9}</i);
  return id.length > 0 ? id : [{ name: stemOf(path), line: lineAt(text, said.index) }];
}
