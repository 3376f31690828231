import type { ManifestFacts, PackageSource, Requirement, RuntimeVersion, Scope } from '../../manifestFacts';

/** `Gemfile`: a Ruby program, of which the usual lines are read and nothing is run. */
export function parseGemfile(text: string): ManifestFacts {
  const requirements: Requirement[] = [];
  const runtimes: RuntimeVersion[] = [];
  const open: (Scope | undefined)[] = [];
  // What a gem needs is said in its gemspec: the Gemfile beside it is for those who work on it.
  const usesGemspec = /^\s{0,20}gemspec\b/m.test(text);
  for (const [index, raw] of text.split('\n').entries()) {
    const line = withoutComment(raw).trim();
    if (line === '') continue;
    if (/^end\b/.test(line)) open.pop();
    else if (/\bdo(\s*\|[^|]*\|)?\s*$/.test(line) || /^(if|unless|case|begin)\b/.test(line))
      open.push(line.startsWith('group') ? scopeOfGroups(line) : undefined);
    const ruby = /^ruby\s{0,3}\(?\s{0,3}["']([^"']{1,60})["']/.exec(line)?.[1];
    if (ruby !== undefined) runtimes.push({ name: 'ruby', version: ruby, line: index + 1 });
    const gem = gemOf(
      line,
      [...open].reverse().find((scope) => scope !== undefined) ?? (usesGemspec ? 'dev' : 'runtime'),
      index + 1,
    );
    if (gem !== undefined) requirements.push(gem);
  }
  const isTooling =
    requirements.some(({ name }) => builders.test(name)) && requirements.every(({ name }) => aids.test(name));
  return {
    ecosystem: 'gem',
    format: 'Gemfile',
    requirements: isTooling ? requirements.map((one) => ({ ...one, scope: 'dev' as const })) : requirements,
    runtimes,
    isLibrary: usesGemspec,
    includes: usesGemspec ? ['*.gemspec'] : [],
  };
}

/** Programs that build and deliver applications for telephones, and what their files of gems ask for besides. */
const builders = /^(?:fastlane|cocoapods|danger|xcpretty)\b/;
const aids =
  /^(?:(?:fastlane|cocoapods|danger|xcpretty)[\w-]*|xcode-install|xcodeproj|jazzy|slather|activesupport|concurrent-ruby|ffi|abbrev|base64|benchmark|bigdecimal|json|logger|multi_json|mutex_m|nkf|rexml|rake)$/;

/** What stands behind a `#` that is in no text: people leave there what they asked for before. */
function withoutComment(line: string): string {
  return /^((?:[^#"']|"[^"]*"|'[^']*')*)#/.exec(line)?.[1] ?? line;
}

function gemOf(line: string, scope: Scope, at: number): Requirement | undefined {
  const [, name, rest = ''] = /^gem[\s(]{1,4}["']([\w.-]{1,100})["'](.*)$/.exec(line) ?? [];
  if (name === undefined) return undefined;
  const options = rest.search(/,\s*(?::?\w+\s*(?:=>|:))/);
  const positional = options === -1 ? rest : rest.slice(0, options);
  const versions = [...positional.matchAll(/["']([<>=~!\s]{0,5}[\d][\w.\s]{0,40})["']/g)].map(
    (match) => match[1] ?? '',
  );
  const group = /\bgroups?:?\s{0,3}(?:=>)?\s{0,3}(\[[^\]]{0,200}\]|:\w+|["']\w+["'])/.exec(rest)?.[1];
  const source = gemSource(rest);
  return {
    name,
    declared: versions.join(', '),
    scope: group === undefined ? scope : scopeOfGroups(group),
    line: at,
    ...(source === undefined ? {} : { source }),
  };
}

/** Groups that nobody installs who runs the program, by what they are called. */
const ofDevelopers =
  /^(?:tests?|testing|development|dev|ci|lint(?:ers?|ing)?|rubocop|cucumber|rspec|docs?|documentation|yard|tools|tooling|guard|danger|style|quality|debug(?:ging)?|bench(?:mark(?:s|ing)?)?|coverage|release|typecheck(?:ing)?|sorbet|security)$/;

const deployed = /^(?:production|default|assets)$/;

function scopeOfGroups(text: string): Scope {
  const names = [...text.matchAll(/[:"'](\w{1,40})/g)].map((match) => match[1] ?? '');
  // What is tried out before it is delivered is asked for by those who develop and not in production.
  const isTried =
    names.some((name) => /^(?:test|development)$/.test(name)) && !names.some((name) => deployed.test(name));
  if (isTried && names.includes('staging')) return 'dev';
  if (!names.every((name) => ofDevelopers.test(name))) return 'runtime';
  return names.every((name) => name === 'test' || name === 'cucumber') ? 'test' : 'dev';
}

function gemSource(rest: string): PackageSource | undefined {
  const option = (name: string): string | undefined =>
    new RegExp(`(?:\\b${name}:|:${name}\\s{0,3}=>)\\s{0,3}["']([^"']{1,300})["']`).exec(rest)?.[1];
  const path =
    option('path') ??
    /(?:\bpath:|:path\s{0,3}=>)\s{0,3}File\.\w{1,20}\(\s{0,3}(?:__dir__,\s{0,3})?["']([^"']{1,300})["']/.exec(
      rest,
    )?.[1];
  if (path !== undefined) return { kind: 'path', location: path };
  const git = option('github') ?? option('git') ?? option('gitlab');
  if (git === undefined) return undefined;
  return { kind: 'git', location: git, pinned: option('ref') !== undefined || option('tag') !== undefined };
}

export function parseGemspec(text: string): ManifestFacts {
  const requirements: Requirement[] = [];
  const field = (name: string): string | undefined =>
    new RegExp(`\\.${name}\\s{0,9}=\\s{0,9}["']([^"'\\n]{1,300})["']`).exec(text)?.[1];
  for (const [index, raw] of text.split('\n').entries()) {
    const [, kind, name, rest = ''] =
      /^\s{0,20}\w{1,20}\.add_(runtime_|development_)?dependency[\s(]{1,4}["']([\w.-]{1,100})["'](.{0,300})/.exec(
        raw,
      ) ?? [];
    if (name === undefined) continue;
    const declared = [...rest.matchAll(/["']([^"']{1,60})["']/g)].map((match) => match[1] ?? '').join(', ');
    requirements.push({ name, declared, scope: kind === 'development_' ? 'dev' : 'runtime', line: index + 1 });
  }
  const [named, version, summary, license] = ['name', 'version', 'summary', 'license'].map(field);
  // `Gem::Specification.new 'sinatra', version do |s|`
  const name = named ?? /\bGem::Specification\.new[\s(]{1,4}["']([\w.-]{1,100})["']/.exec(text)?.[1];
  const ruby = /required_ruby_version\s{0,9}=\s{0,9}(?:Gem::Requirement\.new\()?["']([^"'\n]{1,60})["']/.exec(text);
  const rubyLine = ruby === null ? 1 : text.slice(0, ruby.index).split('\n').length;
  return {
    ecosystem: 'gem',
    format: 'gemspec',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(summary === undefined ? {} : { description: summary }),
    ...(license === undefined ? {} : { license }),
    isLibrary: true,
    requirements,
    runtimes: ruby?.[1] === undefined ? [] : [{ name: 'ruby', version: ruby[1], line: rubyLine }],
  };
}
