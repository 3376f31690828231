import type { CodeFacts } from '../../importGraph';
import type { ProjectView } from '../resolver';

/** Ruby's own classes: a project that opens one of them does not own it. */
const builtin = new Set(
  (
    'Array BasicObject Binding Class Comparable Complex Data Date DateTime Dir Encoding Enumerable Enumerator ENV ERB Errno Exception ' +
    'FalseClass Fiber File FileUtils Float GC Hash Integer IO JSON Kernel Logger Marshal MatchData Math Method Module Mutex NilClass ' +
    'Numeric Object ObjectSpace OpenSSL OpenStruct Pathname Proc Process Queue Random Range Rational Ractor Regexp SecureRandom Set Signal ' +
    'Socket StandardError String StringIO Struct Symbol Tempfile Thread Time TrueClass URI YAML Zlib Rails ActiveRecord ActiveSupport ' +
    'ActiveModel ActionController ActionView ActionMailer ActiveJob ActionDispatch ActionCable ActiveStorage Rack RSpec Minitest Sidekiq'
  ).split(' '),
);

/** Files that reopen what others own: they do not declare the constant that they name. */
const patches = /(?:^|\/)(?:initializers|core_ext|ext|extensions|monkey_patches|patches|refinements)\//;

/** Modules of a file in which nothing stands but further modules and classes. */
function namespacesIn(symbols: CodeFacts['symbols']): ReadonlySet<string> {
  const holding = new Set<string>();
  const own = new Set<string>();
  for (const { kind, container } of symbols)
    if (container !== undefined) (kind === 'class' || kind === 'module' ? holding : own).add(container);
  return new Set([...holding].filter((name) => !own.has(name)));
}

/** Whether autoloading looks for the constant in this file. */
function isCalledAfter(path: string, name: string): boolean {
  const expected = `${name.split('::').map(underscored).join('/')}.rb`;
  return path === expected || path.endsWith(`/${expected}`);
}

/** Which file declares which constant, by Ruby's nesting and, where several do, by the name that autoloading expects. */
export class RubyConstants {
  private readonly byName = new Map<string, string[]>();

  constructor(private readonly project: ProjectView) {
    for (const path of project.files.paths) {
      if (!/\.(?:rb|rake)$/.test(path) || patches.test(path)) continue;
      const symbols = project.codeOf(path)?.symbols ?? [];
      const holdsOnlyNames = namespacesIn(symbols);
      for (const symbol of symbols) {
        if (symbol.kind !== 'class' && symbol.kind !== 'module' && symbol.kind !== 'constant') continue;
        const name = symbol.container === undefined ? symbol.name : `${symbol.container}::${symbol.name}`;
        // A module that is opened for what lies in it is declared by nobody, or by a library.
        if (symbol.kind === 'module' && holdsOnlyNames.has(name) && !isCalledAfter(path, name)) continue;
        const paths = this.byName.get(name);
        if (paths === undefined) this.byName.set(name, [path]);
        else if (paths.at(-1) !== path) paths.push(path);
      }
    }
  }

  /** Full names of the classes and modules that a file opens, with those around them: what its names are looked up in. */
  scopesOf(code: CodeFacts): readonly string[] {
    const scopes = new Set<string>();
    for (const symbol of code.symbols) {
      if (symbol.kind !== 'class' && symbol.kind !== 'module') continue;
      const full = symbol.container === undefined ? symbol.name : `${symbol.container}::${symbol.name}`;
      for (let name = full; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('::')))) scopes.add(name);
    }
    return [...scopes].sort((a, b) => b.length - a.length);
  }

  find(from: string, scopes: readonly string[], written: string): string | undefined {
    const name = written.replace(/^::/, '');
    for (const scope of written.startsWith('::') ? [] : scopes) {
      const paths = this.byName.get(`${scope}::${name}`);
      if (paths !== undefined) return this.choose(from, `${scope}::${name}`, paths);
    }
    if (builtin.has(name.split('::')[0] ?? name)) return undefined;
    const paths = this.byName.get(name);
    if (paths !== undefined) return this.choose(from, name, paths);
    // A value that a class has of what it includes: the class is named.
    const holder = /^(.+)::[A-Z][A-Z\d_]+$/.exec(written)?.[1];
    return holder === undefined ? undefined : this.find(from, scopes, holder);
  }

  /** The only file that declares it, or the one that is called after it. */
  private choose(from: string, name: string, paths: readonly string[]): string | undefined {
    const { files } = this.project;
    const usable = files.isSource(from) ? paths.filter((path) => files.isSource(path)) : paths;
    if (usable.includes(from)) return from;
    if (usable.length === 1) return usable[0];
    const called = usable.filter((path) => isCalledAfter(path, name));
    return called.length === 1 ? called[0] : undefined;
  }
}

/** `HTMLParser` → `html_parser`. */
function underscored(name: string): string {
  return name
    .replace(/([A-Z\d]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
