import type { ManifestFacts, Requirement, RuntimeVersion, Scope } from '../../manifestFacts';
import { parsePep508, scopeOfGroup } from './pep508';
import { type Literal, literalsAfter, literalTableAfter } from './pythonLiterals';

/** `setup.py` is a program: only what stands there as a literal is read, and it is never run. */
export function parseSetupPy(text: string): ManifestFacts | undefined {
  if (!/\bsetup\s{0,9}\(/.test(text)) return undefined;
  const take = (keyword: string, scope: Scope): Requirement[] =>
    listOf(text, keyword).flatMap((item) => parsePep508(item.value, scope, item.line) ?? []);
  const table = /\bextras_require\s{0,9}=\s{0,9}([A-Za-z_]\w{0,60})\s{0,9}[,)\n]/.exec(text)?.[1] ?? 'extras_require';
  const extras = literalTableAfter(text, table).flatMap(([group, items]) =>
    items.flatMap((item) => parsePep508(item.value, scopeOfGroup(group, 'optional'), item.line) ?? []),
  );
  const single = (keyword: string): string | undefined =>
    new RegExp(`^\\s{0,20}${keyword}\\s{0,9}=\\s{0,9}["']([^"'\\n]{1,300})["']`, 'm').exec(text)?.[1];
  const [name, version, description, license] = ['name', 'version', 'description', 'license'].map(single);
  const python = literalsAfter(text, 'python_requires')[0];
  const runtime = take('install_requires', 'runtime');
  // Where it names no file of requirements, which would be read, what it puts together is not known.
  const isComputed =
    runtime.length === 0 &&
    /\binstall_requires\b(?!["']?\s{0,9}[=:]\s{0,9}\[\s{0,99}\])/.test(text) &&
    !/\brequire(?:ments?|s)\b[\w.-]{0,40}\.(?:txt|in)\b/.test(text);
  return {
    ecosystem: 'pypi',
    format: 'setup.py',
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(description === undefined ? {} : { description }),
    ...(license === undefined ? {} : { license }),
    ...(isComputed ? { isComputed: true } : {}),
    isLibrary: true,
    requirements: [...runtime, ...take('tests_require', 'test'), ...extras],
    runtimes: python === undefined ? [] : [{ name: 'python', version: python.value, line: python.line }],
  };
}

/** The list itself, or those of the same file that its names stand for: `install_requires=base + web`. */
function listOf(text: string, keyword: string): Literal[] {
  const names = new RegExp(
    `\\b${keyword}\\s{0,9}=\\s{0,9}([A-Za-z_]\\w{0,60}(?:\\s{0,9}\\+\\s{0,9}[A-Za-z_]\\w{0,60}){0,5})\\s{0,9}[,)\\n]`,
  ).exec(text)?.[1];
  if (names === undefined) return literalsAfter(text, keyword);
  return names.split('+').flatMap((name) => literalsAfter(text, name.trim()));
}

/** `setup.cfg` and the like: sections, keys, and values that go on over indented lines. */
export function parseSetupCfg(text: string): ManifestFacts {
  const requirements: Requirement[] = [];
  const runtimes: RuntimeVersion[] = [];
  const tools: { name: string; line: number }[] = [];
  const meta: Record<string, string> = {};
  let section = '';
  let key = '';
  for (const [index, line] of text.split('\n').entries()) {
    const head = /^\[([^\]\n]{1,100})\]/.exec(line)?.[1];
    if (head !== undefined) {
      section = head;
      key = '';
      tools.push({ name: head, line: index + 1 });
      continue;
    }
    const pair = /^([\w.-]{1,100})\s{0,20}[=:]\s{0,20}(.*)$/.exec(line);
    if (pair?.[1] !== undefined) key = pair[1];
    else if (!/^\s+\S/.test(line)) continue;
    const value = (pair?.[2] ?? line).trim();
    if (value === '' || value.startsWith('#')) continue;
    if (section === 'metadata' && pair !== null) meta[key] = value;
    if (section === 'options' && key === 'python_requires')
      runtimes.push({ name: 'python', version: value, line: index + 1 });
    const scope = cfgScope(section, key);
    const parsed = scope === undefined ? undefined : parsePep508(value, scope, index + 1);
    if (parsed !== undefined) requirements.push(parsed);
  }
  return { ecosystem: 'pypi', format: 'setup.cfg', isLibrary: true, requirements, runtimes, tools, ...metadata(meta) };
}

function metadata(meta: Readonly<Record<string, string>>): Partial<ManifestFacts> {
  const plain = Object.entries(meta).filter(
    ([key, value]) => ['name', 'version', 'description', 'license'].includes(key) && !/^(attr|file):/.test(value),
  );
  return Object.fromEntries(plain);
}

function cfgScope(section: string, key: string): Scope | undefined {
  if (section === 'options') {
    if (key === 'install_requires') return 'runtime';
    if (key === 'tests_require') return 'test';
    if (key === 'setup_requires') return 'build';
  }
  return section === 'options.extras_require' ? scopeOfGroup(key, 'optional') : undefined;
}
