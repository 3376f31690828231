import type { Extractor } from '../../../extractor';
import type { ScanModel } from '../../../scanModel';

/** Files whose presence says which tool is used, and the line of each that shows it. */
const marks: readonly { readonly path: RegExp; readonly line: RegExp }[] = [
  { path: /(?:^|\/)src\/main\.rs$/, line: /^\s{0,8}(?:pub )?(?:async )?fn main\s{0,3}\(/ },
  { path: /^main\.go$/, line: /^func main\(/ },
  { path: /^lib\/main\.dart$/, line: /\bmain\s{0,3}\(/ },
  { path: /(?:^|\/)conftest\.py$/, line: /\bpytest\b/ },
  { path: /^pytest\.ini$/, line: /^\[pytest\]/ },
  { path: /\.slnx?$/, line: /Solution/ },
  { path: /^phpunit\.xml(?:\.dist)?$/, line: /<phpunit/ },
  { path: /^manage\.py$/, line: /DJANGO_SETTINGS_MODULE|execute_from_command_line\(/ },
  { path: /^artisan$/, line: /artisan|Application/i },
  { path: /^gradlew$/, line: /gradle/i },
  { path: /^mvnw$/, line: /maven/i },
  { path: /^pom\.xml$/, line: /<(?:artifactId|modules)>/ },
  { path: /^build\.sbt$/, line: /^(?:ThisBuild \/ )?(?:name|scalaVersion)\s{0,9}:=|^lazy val / },
  { path: /^mix\.exs$/, line: /Mix\.Project|defmodule/ },
  { path: /^lib\/\w{1,60}_web\/endpoint\.ex$/, line: /Phoenix\.Endpoint/ },
  { path: /^Package\.swift$/, line: /\bPackage\(/ },
  { path: /^pubspec\.yaml$/, line: /^\s{0,8}flutter:/ },
  { path: /^CMakeLists\.txt$/, line: /^\s{0,8}project\s{0,3}\(/i },
  { path: /^meson\.build$/, line: /^project\s{0,3}\(/ },
  { path: /^configure\.(?:ac|in)$/, line: /AC_INIT/ },
  { path: /^configure$/, line: /configure|autoconf/i },
  { path: /^[\w.-]{1,80}\.cabal$/, line: /^(?:library|executable)\b/i },
  { path: /^stack\.yaml$/, line: /^(?:resolver|snapshot):/ },
  { path: /^cabal\.project$/, line: /^(?:optional-)?packages:/ },
  { path: /^build\.zig$/, line: /\bpub fn build\(/ },
  { path: /^project\.clj$/, line: /\(defproject\b/ },
  { path: /^dune-project$/, line: /\(lang dune\b/ },
  { path: /^\.flaskenv$/, line: /^(?:export )?FLASK_APP\b/ },
  { path: /^spec\/(?:spec|rails)_helper\.rb$/, line: /rspec/i },
  { path: /^features\/support\/env\.rb$/, line: /cucumber/i },
  { path: /^bin\/rails$/, line: /rails/i },
  { path: /^test\/test_helper\.rb$/, line: /rails|minitest|test\/unit|ENV\[/i },
];

/** Further down it is no head. */
const mostLines = 400;

/** The line, 1-based, by which a file shows what it is the mark of. */
export const markLineExtractor: Extractor<number> = {
  id: 'commands/markLines',
  version: 4,
  wants: (file) => marks.some(({ path }) => path.test(file.path)),
  extract(file) {
    const line = marks.find(({ path }) => path.test(file.path))?.line;
    const at = file.text
      .slice(0, 60_000)
      .split('\n', mostLines)
      .findIndex((text) => line?.test(text) === true);
    return at > 0 ? at + 1 : undefined;
  },
};

export const markLineOf = (path: string, model: ScanModel): number => model.factsIn(markLineExtractor, path) ?? 1;
