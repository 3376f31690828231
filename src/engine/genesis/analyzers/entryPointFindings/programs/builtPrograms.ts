import type { Extractor } from '../../../extractor';
import { folderOf } from '../../../facts/paths';
import type { FileRecord, ScanModel } from '../../../scanModel';
import { parseJson } from '../../dependencies/text/jsonTree';
import { cabalPrograms, leiningenPrograms, zigPrograms } from './builds/declaredPrograms';
import type { LanguageShares } from './languageShares';
import { makefilePrograms } from './makefilePrograms';
import { type Program, placeAt } from './program';

interface Built {
  readonly name: string;
  readonly line: number;
  /** It runs in a server of its own, which the code starts in no `main`. */
  readonly isServed?: true;
  /** All files of this folder, beside the file, and none by the name. */
  readonly folder?: string;
  /** Files of the folder that are none. */
  readonly without?: readonly string[];
}

/** How builds say that a program comes out of them, whatever its code looks like. */
export const builtForms: readonly {
  readonly path: RegExp;
  readonly example: string;
  readonly gives: string;
  read(text: string): readonly Built[];
}[] = [
  {
    path: /(?:^|\/)pom\.xml$/,
    example: '<project>\n<artifactId>shop-web</artifactId>\n<packaging>war</packaging>\n</project>',
    gives: '3 shop-web',
    read: webArchive,
  },
  {
    path: /(?:^|\/)Makefile\.am$/,
    example: 'noinst_PROGRAMS = try\nbin_PROGRAMS = cups \\\n\tplates\n',
    gives: '2 cups, 2 plates',
    read: automakePrograms,
  },
  {
    path: /(?:^|\/)composer\.json$/,
    example: '{\n"name": "shop/cups",\n"bin": [\n"bin/cups"\n]}',
    gives: '4 cups',
    read: composerPrograms,
  },
  {
    path: /(?:^|\/)[\w.-]{1,80}\.gemspec$/,
    example: 'Gem::Specification.new do |s|\n  s.executables = %w[cups plates]\nend\n',
    gives: '2 cups, 2 plates',
    read: gemPrograms,
  },
  {
    path: /(?:^|\/)meson\.build$/,
    example:
      "project('cups', 'c')\nexecutable('try', 'try.c')\nexecutable(meson.project_name(),\n  'main.c', install: true)\ninstall_data(\n  ['bin/wash'],\n  install_dir: get_option('bindir'))\n",
    gives: '3 cups, 6 wash',
    read: mesonPrograms,
  },
  {
    path: /(?:^|\/)(?:GNU)?[Mm]akefile$/,
    example:
      'CUPS=cups$(SUFFIX)\nall: $(CUPS) plates\n$(CUPS): a.o\n\t$(CC) -o $@ $^\nplates: b.o\n.PHONY: try\ntry:\n\t./try\ninstall: all\n\ttest -d $(PREFIX)/bin || install try\n\tcp cups.1 $(MAN)/cups.1\n\tinstall $(CUPS) plates run.sh $(PREFIX)/bin\n',
    gives: '1 cups, 12 plates',
    read: makefilePrograms,
  },
  {
    path: /(?:^|\/)[\w.-]{1,80}\.cabal$/,
    example: 'name: cups\n\nexecutable cups\n  main-is: Main.hs\n\nexecutable try\n  buildable: False\n',
    gives: '3 cups',
    read: cabalPrograms,
  },
  {
    path: /(?:^|\/)build\.zig$/,
    example:
      'const gen = b.addExecutable(.{ .name = "gen" });\nconst exe = b.addExecutable(.{\n    .name = "cups",\n});\nb.installArtifact(exe);\n',
    gives: '2 cups',
    read: zigPrograms,
  },
  {
    path: /(?:^|\/)project\.clj$/,
    example:
      '(defproject shop/cups "1.0"\n  :cljsbuild {:builds [{:main shop.tests}]}\n  :main ^:skip-aot shop.core)\n',
    gives: '3 cups',
    read: leiningenPrograms,
  },
];

export const builtExtractor: Extractor<readonly Built[]> = {
  id: 'entryPoints/builtPrograms',
  version: 9,
  wants: (file) => builtForms.some(({ path }) => path.test(file.path)),
  extract(file) {
    if (file.text.length > 300_000) return undefined;
    const found = builtForms.find(({ path }) => path.test(file.path))?.read(file.text) ?? [];
    return found.length === 0 ? undefined : found;
  },
};

/** A web application that a server of Java runs. */
function webArchive(text: string): Built[] {
  const at = text.search(/<packaging>\s{0,9}war\s{0,9}</);
  if (at < 0) return [];
  const own = text.slice(0, at).replace(/<parent>[\s\S]{0,2000}?<\/parent>/, '');
  const name = /<artifactId>\s{0,9}([\w.-]{1,80})/.exec(own)?.[1];
  return name === undefined ? [] : [{ name, line: text.slice(0, at).split('\n').length, isServed: true }];
}

/** `bin_PROGRAMS = a b` of Automake; names that variables make are left out. */
function automakePrograms(text: string): Built[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index): Built[] => {
    const first = /^s?bin_PROGRAMS\s{0,9}\+?=(.{0,1000})$/.exec(line)?.[1];
    if (first === undefined) return [];
    let rest = first;
    for (let at = index + 1; rest.endsWith('\\') && at < index + 60; at++)
      rest = `${rest.slice(0, -1)} ${lines[at] ?? ''}`;
    return rest
      .replace(/#.*$/, '')
      .split(/\s+/)
      .filter((name) => /^[\w.+-]{1,60}$/.test(name))
      .map((name) => ({ name, line: index + 1 }));
  });
}

/** What a package of PHP installs. */
function composerPrograms(text: string): Built[] {
  const bin = parseJson(text)?.get('bin');
  const items = bin?.string === undefined ? (bin?.items() ?? []) : [bin];
  const found = items.flatMap(({ string, line }) => {
    const name = string?.slice(string.lastIndexOf('/') + 1) ?? '';
    return /^[\w.-]{1,60}$/.test(name) ? [{ name, line }] : [];
  });
  // `wash.bat` is the same for another system.
  const names = new Set(found.map(({ name }) => name));
  return found.filter(({ name }) => !/\.(?:bat|cmd)$/.test(name) || !names.has(name.replace(/\.\w+$/, '')));
}

const gemExecutables = /^\s{0,20}\w{1,20}\.executables\s{0,20}(?:=|\+=|<<)\s{0,9}([^\n]{1,300})/gm;

/** What a gem installs: names that are written out, or the files of a folder that holds nothing else. */
function gemPrograms(text: string): Built[] {
  return [...text.matchAll(gemExecutables)].flatMap(({ 1: value = '', index, 0: whole }): Built[] => {
    const line = text.slice(0, index + whole.search(/\S/)).split('\n').length;
    if (/\.grep\b|\bDir\b/.test(value)) {
      const folder = /\.bindir\s{0,20}=\s{0,9}["'](exe|bin)["']/.exec(text)?.[1];
      const without = [...(/-\s{0,3}\[([^\]]{1,200})\]/.exec(value)?.[1] ?? '').matchAll(/["']([\w.-]{1,60})["']/g)];
      // Beside what is installed `bin` holds what those who develop run, unless that is taken out by name.
      return folder === undefined || (folder === 'bin' && without.length === 0)
        ? []
        : [{ name: '', line, folder, without: without.map((match) => match[1] ?? '') }];
    }
    const words = /^%w[[({]([^\])}]{0,300})/i.exec(value)?.[1]?.split(/\s+/);
    const names = words ?? [...value.matchAll(/["']([\w.-]{1,60})["']/g)].map((match) => match[1] ?? '');
    return names.filter((name) => /^[\w.-]{1,60}$/.test(name)).map((name) => ({ name, line }));
  });
}

const mesonHead = /\bexecutable\(\s{0,40}(?:'([\w.-]{1,60})'|(meson\.project_name\(\)))\s{0,20},/g;

/** Scripts that are put where programs are. */
const mesonScripts =
  /\binstall_data\(\s{0,40}\[?\s{0,40}('[\w./-]{1,120}'(?:\s{0,9},\s{0,40}'[\w./-]{1,120}'){0,40})\s{0,9},?\s{0,40}\]?\s{0,9},?\s{0,40}install_dir\s{0,4}:\s{0,4}(?:'bin'|\w{0,40}bindir\b|(?:join_paths\(\s{0,9}\w{1,40}\s{0,9},\s{0,9})?get_option\('bindir'\))/g;

/** What Meson builds and installs. */
function mesonPrograms(text: string): Built[] {
  const project = /\bproject\(\s{0,40}'([\w.-]{1,60})'/.exec(text)?.[1];
  const found = [...text.matchAll(mesonHead)];
  const scripts = [...text.matchAll(mesonScripts)].flatMap(({ 0: whole, 1: list = '', index }) =>
    [...list.matchAll(/'(?:[\w.-]{1,60}\/){0,4}([\w.-]{1,60})'/g)].map((match) => ({
      name: match[1] ?? '',
      line: text.slice(0, index + whole.indexOf(list) + match.index).split('\n').length,
    })),
  );
  const built = found.flatMap(({ 1: written, index, 0: whole }, at): Built[] => {
    const rest = text.slice(index + whole.length, Math.min(found[at + 1]?.index ?? text.length, index + 2_000));
    const name = written ?? project;
    if (name === undefined || !/^[^#]{0,2000}?\binstall\s{0,4}:\s{0,4}true\b/.test(rest)) return [];
    return [{ name, line: text.slice(0, index).split('\n').length }];
  });
  return [...built, ...scripts];
}

/** Copies of others bring their own builds. */
const copied = /(?:^|\/)(?:deps|ext(?:ern(?:al)?)?|third[_-]?party)\//;

/** A gem of its own in an application of Rails installs what those who develop type. */
const isBesideRails = (path: string, { byPath }: ScanModel): boolean =>
  path.endsWith('.gemspec') && path.includes('/') && byPath.has('config/application.rb');

/** What builds say, where no program of the same folder is known already. */
export function builtPrograms(
  model: ScanModel,
  known: readonly Program[],
  isOwn: (file: FileRecord) => boolean,
  shares: LanguageShares,
): Program[] {
  const names = new Set(known.map(({ name }) => name));
  return [...model.factsOf(builtExtractor)].flatMap(([file, built]) => {
    if ((file.role !== 'config' && file.role !== 'source') || !isOwn({ ...file, role: 'source' })) return [];
    if (copied.test(file.path) || isBesideRails(file.path, model)) return [];
    // A client in another language has a program that shows it.
    if (file.path.endsWith('.cabal') && !shares.isWidespread({ languageName: 'Haskell' })) return [];
    const folder = folderOf(file.path);
    const isStarted = known.some(({ place }) => folder === '' || place.path.startsWith(`${folder}/`));
    return built
      .flatMap((one) =>
        one.folder === undefined
          ? one
          : model.files
              .filter(({ path }) => folderOf(path) === (folder === '' ? one.folder : `${folder}/${one.folder}`))
              .map(({ path }) => ({ ...one, name: path.slice(path.lastIndexOf('/') + 1) }))
              .filter(({ name }) => one.without?.includes(name) !== true),
      )
      .filter(({ name, isServed }) => !names.has(name) && !(isServed === true && isStarted))
      .map(({ name, line }) => ({ name, place: placeAt(file.path, line) }));
  });
}
