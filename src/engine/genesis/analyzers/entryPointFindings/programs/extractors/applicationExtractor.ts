import type { Extractor } from '../../../../extractor';
import { blanked } from '../../../../languages/sourceText';
import { isBuildTool } from '../program';

/** What a build calls an application whose code has no `main` of its own. */
interface Application {
  readonly name: string;
  readonly line: number;
  /** It starts, but nothing in the file says that it is built for anyone: a library may start something too. */
  readonly needsImage: boolean;
  /** Nothing in the file says that it is more than a tool beside the product: told where nothing else is. */
  readonly isSide: boolean;
}

interface Reader {
  readonly path: RegExp;
  read(
    text: string,
    path: string,
  ):
    | { readonly name: string; readonly at: number; readonly needsImage?: boolean; readonly isSide?: boolean }
    | undefined;
}

const readers: readonly Reader[] = [
  {
    path: /(?:^|\/)mix\.exs$/,
    read(text) {
      const name = /^\s{0,20}app:\s{0,9}:(\w{1,80})/m.exec(text)?.[1];
      const at = text.search(/(?<=[\s[])mod:\s{0,9}\{/);
      const needsImage = !/^\s{0,20}releases:/m.test(text);
      return name === undefined || at === -1 ? undefined : { name, at, needsImage };
    },
  },
  {
    path: /(?:^|\/)pom\.xml$/,
    read(text) {
      // What a parent asks its modules to use is said for each of them again.
      const own = without(without(text, 'pluginManagement'), 'parent');
      const name = /<artifactId>\s{0,9}([\w.-]{1,100})\s{0,9}<\/artifactId>/.exec(own)?.[1];
      const at = own.search(/<artifactId>\s{0,9}quarkus-maven-plugin\s{0,9}</);
      return name === undefined || at === -1 || /<packaging>\s{0,9}pom\s{0,9}</.test(own) ? undefined : { name, at };
    },
  },
  {
    path: /(?:^|\/)build\.sbt$/,
    read(text) {
      const plugins = [...text.matchAll(/\benablePlugins\([^)]{0,200}\bPlay(?:Scala|Java|Service)\b/g)];
      const name = /^\s{0,9}(?:ThisBuild\s{0,3}\/\s{0,3})?name\s{0,9}:=\s{0,9}"([\w. -]{1,80})"/m.exec(text)?.[1];
      const [only, second] = plugins;
      return name === undefined || only === undefined || second !== undefined ? undefined : { name, at: only.index };
    },
  },
  {
    // A program that begins elsewhere than in `Program.cs` beside it: in a window, in another language.
    path: /\.[cfv][sb]proj$/,
    read(text, path) {
      const at = text.search(/<OutputType>\s{0,9}(?:Win)?Exe\s{0,9}</i);
      const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w{1,10}$/, '');
      const name = /<AssemblyName>\s{0,9}([\w.-]{1,100})\s{0,9}</.exec(text)?.[1] ?? stem;
      // A program for those who develop is given no face, is packed for nobody, and made for one system alone.
      const isSide =
        !/<(?:ApplicationIcon|PackAsTool|PublishSingleFile|Product|UseMaui)>|<Compile\s{1,9}Include="\.\.[\\/]/.test(
          text,
        );
      return at === -1 || isBuildTool(stem) ? undefined : { name, at, isSide };
    },
  },
];

/** The text with the parts of one name left blank, so that lines stay where they are. */
function without(text: string, tag: string): string {
  const parts: string[] = [];
  let rest = 0;
  for (let at = text.indexOf(`<${tag}>`); at !== -1; at = text.indexOf(`<${tag}>`, rest)) {
    const end = text.indexOf(`</${tag}>`, at);
    parts.push(text.slice(rest, at));
    if (end === -1) return parts.join('');
    parts.push(blanked(text.slice(at, end)));
    rest = end;
  }
  return parts.join('') + text.slice(rest);
}

/** Applications of Elixir, Quarkus and Play, which frameworks start, and of .NET, which a window starts. */
export const applicationExtractor: Extractor<Application> = {
  id: 'entryPoints/applications',
  version: 3,
  wants: (file) => readers.some(({ path }) => path.test(file.path)),
  extract(file) {
    const reader = readers.find(({ path }) => path.test(file.path));
    const found = file.text.length > 200_000 ? undefined : reader?.read(file.text, file.path);
    if (found === undefined) return undefined;
    return {
      name: found.name,
      line: file.lineAt(found.at),
      needsImage: found.needsImage === true,
      isSide: found.isSide === true,
    };
  },
};
