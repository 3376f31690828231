import type { Extractor } from '../../../extractor';
import { folderOf, foldersUp } from '../../../facts/paths';
import type { ScanModel } from '../../../scanModel';
import { isBeside } from '../../techStack/productPaths';

/** How builds of the JVM name the class that a program begins with. */
const written: readonly { readonly path: RegExp; readonly main: RegExp; readonly example: string }[] = [
  {
    path: /(?:^|\/)pom\.xml$/,
    main: /<(?:mainClass|start-class)>\s{0,9}([\w.$]{1,200})\s{0,9}</g,
    example: '<mainClass>org.shop.Main</mainClass>',
  },
  {
    path: /(?:^|\/)build\.gradle(?:\.kts)?$/,
    main: /\bmainClass(?:Name)?(?:\s{0,9}=\s{0,9}|\.set\(\s{0,9}|\s{1,9})["']([\w.$]{1,200})["']|["']Main-Class["']\s{0,9}(?:[:,]|to\b|\]\s{0,4}=)\s{0,9}["']([\w.$]{1,200})["']/g,
    example: 'application {\n  mainClass.set("org.shop.Main")\n}',
  },
  {
    path: /(?:^|\/)build\.xml$/,
    main: /<attribute\s{1,9}name="Main-Class"\s{1,9}value="([\w.$]{1,200})"|<mainclass\s{1,9}name="([\w.$]{1,200})"/g,
    example: '<attribute name="Main-Class" value="org.shop.Main"/>',
  },
  {
    path: /(?:^|\/)build\.sbt$/,
    main: /\bmainClass\b[^\n:]{0,80}:=\s{0,9}Some\(\s{0,9}"([\w.$]{1,200})"/g,
    example: 'Compile / mainClass := Some("org.shop.Main")',
  },
  {
    // What users start is a script that starts the class; some programs keep what they can be asked beside it.
    path: /(?:^|\/)bin\/[\w.-]{1,60}$/,
    main: /(?<=[\s"'(])((?:[a-z]\w{0,40}\.){1,8}[A-Z]\w{0,80})(?=[\s"')]|$)/gm,
    example: 'exec java -cp "$CLASSPATH" org.shop.Main "$@"',
  },
];
export const mainClassForms = written;

/** The classes that builds of the JVM start programs with. */
export const mainClassExtractor: Extractor<readonly string[]> = {
  id: 'entryPoints/mainClasses',
  version: 4,
  wants: (file) => file.role !== 'vendored' && written.some(({ path }) => path.test(file.path)),
  extract(file) {
    const main = written.find(({ path }) => path.test(file.path))?.main;
    if (main === undefined || file.text.length > 300_000) return undefined;
    const names = [...file.text.matchAll(main)].flatMap((match) =>
      isRunByBuild(file.text, match.index) ? [] : [match[1] ?? match[2] ?? ''],
    );
    return names.length === 0 ? undefined : [...new Set(names)];
  },
};

/** A task that runs a class while it builds: `task gen(type: JavaExec) { mainClass = … }`. */
function isRunByBuild(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at);
  const task = before.lastIndexOf('JavaExec');
  return task >= 0 && !/\n\s{0,4}\}/.test(before.slice(task));
}

/** Whether the build says that a program begins in the file; nothing where it names no class at all. */
export type SaysMain = (path: string) => boolean | undefined;

export function declaredMains(model: ScanModel, isLaunched: IsLaunched | undefined): SaysMain {
  const byFolder = new Map<string, string[]>();
  for (const [{ path }, written] of model.factsOf(mainClassExtractor))
    if (!script.test(path)) byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), ...paths(written)]);
  return (path) => {
    const folders = [...foldersUp(folderOf(path))];
    if (folders.some((folder) => isAnyOf(byFolder.get(folder) ?? [], path))) return true;
    if (isLaunched !== undefined) return isLaunched(path);
    const module = folders.find((folder) => builds.some((name) => model.byPath.has(inFolder(folder, name))));
    return module !== undefined && byFolder.has(module) ? false : undefined;
  };
}

export type IsLaunched = (path: string) => boolean;

/** Whether users start a class by a script; nothing where there are no such scripts. These are all that there is to start. */
export function launchedMains(model: ScanModel): IsLaunched | undefined {
  const scripted = [...model.factsOf(mainClassExtractor)].flatMap(([{ path, role }, written]) =>
    script.test(path) && role !== 'test' && !isBeside(path) ? paths(written) : [],
  );
  const isLaunched = (path: string): boolean => isAnyOf(scripted, path);
  const isShipped =
    scripted.length > 0 &&
    model.files.some(({ path, role }) => role === 'source' && jvm.test(path) && isLaunched(path));
  return isShipped ? isLaunched : undefined;
}

const paths = (names: readonly string[]): string[] => names.map((name) => name.replaceAll('.', '/'));

/** Kotlin puts what stands outside of classes into one that is called like the file, with a capital. */
function isAnyOf(names: readonly string[], path: string): boolean {
  const plain = `/${path.replace(/\.\w{1,10}$/, '')}`;
  const stem = path.endsWith('.kt')
    ? plain.replace(/[^/]+$/, (name) => name.charAt(0).toUpperCase() + name.slice(1))
    : plain;
  return names.some((name) => stem.endsWith(`/${name}`) || stem.endsWith(`/${name.replace(/Kt$/, '')}`));
}

const script = /(?:^|\/)bin\/[^/]{1,60}$/;
const jvm = /\.(?:java|kt|scala)$/;

const builds = ['build.sbt', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'build.xml'];

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
