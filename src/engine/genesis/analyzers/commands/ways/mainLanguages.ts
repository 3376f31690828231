import { roughBytesOf } from '../../../facts/roughSize';
import type { ScanModel } from '../../../scanModel';
import { programmingLanguages } from '../../techStack/data/programmingLanguages';

/** The languages that a tool builds, by the file that it reads. Makefiles and their like serve any. */
const toolLanguages: readonly (readonly [file: RegExp, languages: readonly string[]])[] = [
  [
    /(?:^|\/)(?:package|project|deno)\.jsonc?$/,
    ['JavaScript', 'TypeScript', 'TSX', 'Vue', 'Svelte', 'Astro', 'CoffeeScript'],
  ],
  [/(?:^|\/)(?:composer\.json|artisan|phpunit\.xml(?:\.dist)?)$/, ['PHP', 'Blade', 'Hack']],
  [/(?:^|\/)(?:Cargo\.toml|\.cargo\/config(?:\.toml)?)$|(?:^|\/)src\/main\.rs$/, ['Rust']],
  [/(?:^|\/)(?:go\.mod|main\.go)$/, ['Go']],
  [/(?:^|\/)(?:gradlew|mvnw|pom\.xml)$/, ['Java', 'Kotlin', 'Scala', 'Groovy', 'Clojure']],
  [/(?:^|\/)build\.sbt$/, ['Scala', 'Java']],
  [/\.slnx?$/, ['C#', 'F#', 'Visual Basic .NET']],
  [/(?:^|\/)mix\.exs$|_web\/endpoint\.ex$/, ['Elixir', 'Erlang']],
  [
    /(?:^|\/)(?:Rakefile|\.rspec|bin\/(?:dev|rails|setup)|test\/test_helper\.rb|spec\/\w{1,20}_helper\.rb|features\/support\/env\.rb)$|\.rake$/,
    ['Ruby'],
  ],
  [
    /(?:^|\/)(?:pyproject\.toml|Pipfile|\.flaskenv|tox\.ini|noxfile\.py|manage\.py|conftest\.py|setup\.(?:py|cfg))$/,
    ['Python', 'Cython'],
  ],
  [/(?:^|\/)(?:pubspec\.yaml|main\.dart)$/, ['Dart']],
  [/(?:^|\/)rebar\.config$/, ['Erlang']],
  [/(?:^|\/)(?:[\w.-]{1,80}\.cabal|cabal\.project|stack\.yaml)$/, ['Haskell']],
  [/(?:^|\/)build\.zig$/, ['Zig', 'C', 'C++']],
  [/(?:^|\/)(?:project\.clj|deps\.edn)$/, ['Clojure', 'ClojureScript']],
  [/(?:^|\/)dune-project$/, ['OCaml', 'Reason']],
  [/(?:^|\/)Package\.swift$/, ['Swift', 'Objective-C', 'Objective-C++', 'C', 'C++']],
  [
    /(?:^|\/)(?:CMakeLists\.txt|configure|configure\.ac|autogen\.sh|Makefile\.am|meson\.build)$/,
    ['C', 'C++', 'Objective-C', 'Objective-C++', 'Fortran', 'Cuda', 'Assembly', 'Vala', 'D'],
  ],
];

/** With less of the code a language is one part's, and its tool does not build the whole. */
const minShare = 0.3;

/** Whether the file of a tool speaks for the whole: its languages are a fair part of the code, or there is no code. */
export function createMainLanguageCheck(model: ScanModel): (file: string) => boolean {
  const { total, sizeOf } = sizesOf(model);
  return (file) => {
    const languages = toolLanguages.find(([pattern]) => pattern.test(file))?.[1];
    return languages === undefined || total === 0 || sizeOf(languages) >= total * minShare;
  };
}

/** Whether two files are of tools for different languages; what serves any language is of none. */
export function areOfOthers(file: string, other: string): boolean {
  const languagesOf = (path: string): unknown => toolLanguages.find(([pattern]) => pattern.test(path))?.[1];
  const [one, two] = [languagesOf(file), languagesOf(other)];
  return one !== undefined && two !== undefined && one !== two;
}

/** Whether no other tool builds more of the code than that of a file. */
export function isLargest(model: ScanModel, file: string): boolean {
  const { sizeOf } = sizesOf(model);
  const languages = toolLanguages.find(([pattern]) => pattern.test(file))?.[1];
  return languages === undefined || toolLanguages.every(([, others]) => sizeOf(others) <= sizeOf(languages));
}

function sizesOf(model: ScanModel): { total: number; sizeOf(languages: readonly string[]): number } {
  const sizes = new Map<string, number>();
  let total = 0;
  for (const file of model.files) {
    const { role, skipped, languageName } = file;
    if (role !== 'source' || skipped !== undefined || !isProgrammed(languageName)) continue;
    const bytes = roughBytesOf(file);
    sizes.set(languageName, (sizes.get(languageName) ?? 0) + bytes);
    total += bytes;
  }
  return {
    total,
    sizeOf: (languages) => languages.reduce((sum, language) => sum + (sizes.get(language) ?? 0), 0),
  };
}

const known = new Set(toolLanguages.flatMap(([, languages]) => languages));

/** What no tool of these builds counts as well: a crate beside a plugin of Lua builds the smaller part. */
const isProgrammed = (language: string): boolean =>
  known.has(language) || (Object.hasOwn(programmingLanguages, language) && !ofScripts.has(language));

/** What sets things up or asks a database lies beside programs of any language. */
const ofScripts: ReadonlySet<string> = new Set([
  'Shell',
  'PowerShell',
  'Batchfile',
  'PLpgSQL',
  'Nix',
  'HCL',
  'GLSL',
  'Jupyter Notebook',
]);
