import type { PackageSource, Requirement, Scope } from '../../manifestFacts';

/** Names of one project differ in case and in `-`, `_`, `.` (PEP 503). */
export function normalizedName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

const pattern = /^([A-Za-z0-9][\w.-]{0,200})\s{0,9}(?:\[([^\]]{0,200})\])?\s{0,9}(.*)$/;

/** One requirement of PEP 508: `name[extra] >=1,<2; marker` or `name @ url`. */
export function parsePep508(written: string, scope: Scope, line: number): Requirement | undefined {
  const text = (written.split(/;|\s#/)[0] ?? '').trim();
  const [, name, parts = '', rest = ''] = pattern.exec(text) ?? [];
  if (name === undefined) return undefined;
  const base = { name: normalizedName(name), scope, line, ...withExtras(parts.split(',')) };
  if (rest.startsWith('@')) return { ...base, declared: '', source: pythonSource(rest.slice(1).trim()) };
  // A version that the build fills in is none yet.
  const declared = rest.includes('{{') ? '' : rest.replaceAll(/[()\s]/g, '');
  if (declared !== '' && !/^[<>=!~]/.test(declared)) return undefined;
  return { ...base, declared };
}

export function withExtras(written: readonly string[]): Pick<Requirement, 'extras'> {
  const extras = written.map((extra) => normalizedName(extra.trim())).filter((extra) => extra !== '');
  return extras.length === 0 ? {} : { extras };
}

export function pythonSource(location: string): PackageSource {
  if (/^git\+|^git:/.test(location)) {
    return { kind: 'git', location, pinned: /@([0-9a-f]{7,40}|v?\d[\w.-]{0,40})(#|$)/.test(location) };
  }
  if (/^(file:|\.{0,2}\/|\.)/.test(location)) return { kind: 'path', location };
  return { kind: 'url', location, pinned: /\d/.test(location) };
}

const scopeWords: readonly (readonly [RegExp, Scope])[] = [
  [/(?<!la)test|pytest|coverage|ci\b/, 'test'],
  [
    /dev(?!ice)|lint|flake8|pyroma|vulture|sphinx|twine|pyinstaller|doc(?!ker)|typing|types|mypy|format|style|quality|bench|release|build|tox|nox|tools?\b|pkgutils?\b|local/,
    'dev',
  ],
];

/** What a group or a file of requirements is for, by its name. */
export function scopeOfGroup(name: string, otherwise: Scope): Scope {
  return scopeWords.find(([word]) => word.test(name.toLowerCase()))?.[1] ?? otherwise;
}
