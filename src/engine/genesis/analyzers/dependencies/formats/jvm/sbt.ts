import { withoutComments } from '../../../../languages/sourceText';
import type { ManifestFacts, Requirement, Scope } from '../../manifestFacts';
import { gradleConstants } from './gradle';
import { placeholders } from './placeholders';

const notation = { line: '//', block: ['/*', '*/'] as const, quotes: ['"""', '"'] };

/** `"io.circe" %% "circe-core" % V.circe % Test`; the artifact may be a text with a parameter, or `_` of a list. */
const module =
  /"([\w.-]{2,120})"\s{0,40}%{1,3}\s{0,40}(?:s?"([\w.${}-]{1,120})"|(_))\s{0,40}%\s{0,40}(?:"([^"\n]{1,60})"|([A-Za-z_][\w.]{0,100})|(?=\())([^\n,)]{0,60})/g;
const helper = /\bdef\s+(\w{1,60})\(\s*(\w{1,60})\s*:\s*String\b[^=\n]{0,120}=\s*$/;
/** Libraries that only tests are made with, wherever a list of all libraries names them. */
const testing =
  /^(?:munit|scalatest|scalacheck|specs2|weaver|discipline|utest|scalamock|mockito|junit|jupiter|testcontainers|zio-test|hedgehog|wiremock)|-(?:laws?|testkit|testing|scalatest|munit|specs2|discipline|tests?)(?:-|$)/;
const configuration = /^\s*%\s*(?:"([\w,>\-;]{1,60})"|(\w{1,40}))/;

interface Found extends Requirement {
  /** The parameter that the artifact is made with, of a function that makes several. */
  readonly parameter?: { readonly helper: string; readonly name: string };
}

function scopeOf(rest: string, artifact: string, owner: string): Scope {
  const [, quoted, named] = configuration.exec(rest) ?? [];
  const written = quoted ?? named ?? '';
  if (/^(?:test|it|integrationtest)\b/i.test(written)) return 'test';
  if (/^(?:provided|optional)\b/i.test(written)) return 'build';
  if (testing.test(artifact) || /tests?$|^it$/i.test(owner)) return 'test';
  return /^(?:bench\w*|docs?|site|example\w*)$/i.test(owner) ? 'dev' : 'runtime';
}

/** Still within the list of what is overridden. */
const override =
  /\b(?:dependencyOverrides|libraryDependencySchemes)\s*\+{1,2}=\s*(?:\w{1,20}\((?:[^()]|\([^()]{0,200}\)){0,1800})?$/;

/** A list that a name stands for. */
const holder = /(?:^|\n)[^\S\n]{0,20}(?:lazy\s{1,9})?val\s{1,9}(\w{1,60})(?:\s{0,9}:[^=\n]{0,80})?\s{0,9}=/g;
/** What is overridden by such lists, up to the end of the setting. */
const overriding =
  /\bdependencyOverrides\s{0,9}\+{1,2}=\s{0,9}(\w[\w.]{0,80}(?:\s{0,9}\+\+\s{0,9}\w[\w.]{0,80}){0,9})/g;

/** Names of lists that say only which versions others get: nothing else in the file takes them. */
function overridesIn(text: string): ReadonlySet<string> {
  const names = new Set(
    [...text.matchAll(overriding)].flatMap(([, list = '']) => [...list.matchAll(/\w{1,60}/g)].map(([name]) => name)),
  );
  const rest = text.replace(overriding, '');
  // Once where it is declared.
  return new Set([...names].filter((name) => [...rest.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length === 1));
}

/** What the whole is compiled with: at the beginning of a line, or of all builds. */
const scalaVersion =
  /^(?:[^\S\n]{0,20}(?:ThisBuild|Global)\s{0,3}\/\s{0,3})?scalaVersion\s{0,9}:=\s{0,9}"(\d[\w.-]{1,30})"/m;

/** A plugin of the build or of the compiler: what stands before it says so. */
const plugin = /\b(?:addSbtPlugin|addCompilerPlugin|compilerPlugin)\s*\(\s*$/;

/** `build.sbt` and the Scala files below `project`: programs, of which the usual expressions are read and nothing is run. */
export function parseSbt(text: string, path: string): ManifestFacts | undefined {
  const clean = withoutComments(text, notation);
  const found: Found[] = [];
  let line = 1;
  let at = 0;
  let owner = '';
  let held = '';
  const overrides = overridesIn(clean);
  for (const match of clean.matchAll(module)) {
    const [, group = '', artifact = '_', , version, constant, rest = ''] = match;
    const passed = clean.slice(at, match.index);
    line += passed.split('\n').length - 1;
    owner = [...passed.matchAll(/^(?:lazy\s+)?val\s+(\w{1,60})\s*=/gm)].at(-1)?.[1] ?? owner;
    const [named] = [...passed.matchAll(holder)].slice(-1);
    held = named?.[1] ?? held;
    if (passed.lastIndexOf('libraryDependencies') > (named?.index ?? -1)) held = '';
    at = match.index;
    const before = clean.slice(Math.max(0, at - 200), at);
    // How versions may be put together, and which one another library gets, asks for nothing.
    if (overrides.has(held)) continue;
    if (/^VersionScheme\b/.test(constant ?? '') || override.test(clean.slice(Math.max(0, at - 2_000), at))) continue;
    const isPlugin = plugin.test(before) || /plugins\.sbt$/.test(path);
    const base = {
      declared: version ?? placeholders(constant ?? ''),
      scope: isPlugin ? ('build' as const) : scopeOf(rest, artifact, owner),
      line,
      ...(isPlugin ? { plugin: true as const } : {}),
    };
    const [, called, parameter] = helper.exec(before.replace(/(?:Def\.setting|Seq)\($/, '')) ?? [];
    if (artifact === '_') {
      const list = /Seq\(([^()]{1,800})\)\s*\.map\(\s*$/.exec(before)?.[1] ?? '';
      for (const [, name = ''] of list.matchAll(/"([\w.-]{1,100})"/g))
        found.push({ name: `${group}:${name}`, ...base });
    } else if (called !== undefined && artifact.includes('$'))
      found.push({ name: `${group}:${artifact}`, ...base, parameter: { helper: called, name: parameter ?? '' } });
    else if (!artifact.includes('$')) found.push({ name: `${group}:${artifact}`, ...base });
    // What the build puts together while it runs is asked for under a name that nobody knows here.
    else if (!isPlugin) found.push({ name: '', ...base, alias: `${group}:${artifact}` });
  }
  const requirements = found.flatMap((one) => (one.parameter === undefined ? [one] : usesOf(clean, one)));
  const scala = path.endsWith('.sbt') ? scalaVersion.exec(clean) : null;
  if (requirements.length === 0 && scala === null && !path.endsWith('.scala')) return undefined;
  return {
    ecosystem: 'maven',
    // Constants of the build's own code serve all of its projects.
    format: path.endsWith('.scala') ? 'buildSrc' : 'build.sbt',
    requirements: requirements.map(({ parameter: _, ...requirement }: Found) => requirement),
    properties: gradleConstants(text),
    ...(scala?.[1] === undefined
      ? {}
      : { runtimes: [{ name: 'scala', version: scala[1], line: clean.slice(0, scala.index).split('\n').length }] }),
  };
}

/** Where a function that makes libraries of one family is called: `val circeCore = circe("core")`. */
function usesOf(text: string, { parameter, ...requirement }: Found): Found[] {
  if (parameter === undefined) return [];
  const calls = text.matchAll(new RegExp(`\\b${parameter.helper}\\(\\s{0,9}"([\\w.-]{1,100})"\\s{0,9}\\)`, 'g'));
  return [...calls].map((call) => {
    const name = requirement.name.replace(new RegExp(`\\$\\{?${parameter.name}\\}?`), () => call[1] ?? '');
    const artifact = name.slice(name.indexOf(':') + 1);
    return {
      ...requirement,
      name,
      scope: requirement.scope === 'runtime' && testing.test(artifact) ? 'test' : requirement.scope,
      line: text.slice(0, call.index).split('\n').length,
    };
  });
}
