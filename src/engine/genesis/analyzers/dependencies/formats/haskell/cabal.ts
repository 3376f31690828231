import type { ManifestFacts, Requirement, Scope } from '../../manifestFacts';
import { asObject, asStrings, entriesOf, valueAt } from '../../text/plainObject';
import { parseYaml } from '../../text/yamlText';

/** Parts of a package: what only tests or measurements ask for is for them. */
const stanza =
  /^(library|executable|test-suite|benchmark|common|foreign-library|flag|source-repository|custom-setup)\b/i;
const field = /^\s{0,40}([a-z][a-z-]{1,40}):\s{0,40}(.{0,2000})$/i;
/** `aeson ==2.2.*`, with parts of it in brackets, or those of the package itself behind a colon. */
const dependency = /^([A-Za-z][\w-]{0,80})(?::(?:[\w-]{1,80}|\{[^{}]{0,200}\}))?\s{0,9}([<>=^&|*.\d\s{},()-]{0,200})$/;

/** `*.cabal`: the fields `build-depends` of all parts, also of those below a condition. */
export function parseCabal(text: string): ManifestFacts | undefined {
  const requirements: Requirement[] = [];
  const said = new Map<string, string>();
  let scope: Scope = 'runtime';
  let isTop = true;
  /** Indentation of the field that lists what is asked for, while its lines go on. */
  let listed: number | undefined;
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.replace(/^\s{0,40}--.*$/, '').trimEnd();
    if (line === '') continue;
    const indent = line.length - line.trimStart().length;
    const part = indent === 0 ? stanza.exec(line)?.[1]?.toLowerCase() : undefined;
    if (part !== undefined) {
      isTop = false;
      listed = undefined;
      scope = part === 'test-suite' || part === 'benchmark' ? 'test' : part === 'custom-setup' ? 'build' : 'runtime';
      continue;
    }
    const [, name, value = ''] = field.exec(line) ?? [];
    if (listed !== undefined && (indent <= listed || name !== undefined)) listed = undefined;
    if (name !== undefined && isTop) said.set(name.toLowerCase(), value.trim());
    if (name !== undefined && /^(?:build-depends|setup-depends)$/i.test(name)) listed = indent;
    if (listed !== undefined)
      requirements.push(...dependenciesOf(name === undefined ? line : value, scope, index + 1, said.get('name')));
  }
  const name = said.get('name');
  if (name === undefined) return undefined;
  const [version, synopsis, license] = [said.get('version'), said.get('synopsis'), said.get('license')];
  return {
    ecosystem: 'hackage',
    format: '.cabal',
    name,
    ...(version === undefined ? {} : { version }),
    ...(synopsis === undefined || synopsis === '' ? {} : { description: synopsis }),
    ...(license === undefined ? {} : { license }),
    requirements,
  };
}

function dependenciesOf(text: string, scope: Scope, line: number, own: string | undefined): Requirement[] {
  return text.split(/,(?![^{(]{0,200}[})])/).flatMap((piece) => {
    const [, name, declared = ''] = dependency.exec(piece.trim()) ?? [];
    return name === undefined || name === own ? [] : [{ name, declared: declared.trim(), scope, line }];
  });
}

const sections: readonly (readonly [string, Scope])[] = [
  ['executables', 'runtime'],
  ['internal-libraries', 'runtime'],
  ['tests', 'test'],
  ['benchmarks', 'test'],
];

/** `package.yaml` of hpack, which a `.cabal` is made of. */
export function parseHpack(text: string): ManifestFacts | undefined {
  const whole = parseYaml(text);
  const name = valueAt(whole, 'name');
  if (
    typeof name !== 'string' ||
    !['library', 'executable', 'executables'].some((key) => asObject(valueAt(whole, key)))
  )
    return undefined;
  const parts: (readonly [unknown, Scope])[] = [
    [whole, 'runtime'],
    [valueAt(whole, 'library'), 'runtime'],
    [valueAt(whole, 'executable'), 'runtime'],
    ...sections.flatMap(([key, scope]) => entriesOf(valueAt(whole, key)).map(([, one]) => [one, scope] as const)),
  ];
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const item = line.trim().replace(/^-\s{0,9}/, '');
    if (!lines.has(item)) lines.set(item, index + 1);
  }
  const requirements = parts.flatMap(([part, scope]) =>
    asStrings(valueAt(part, 'dependencies')).flatMap((one) => dependenciesOf(one, scope, lines.get(one) ?? 1, name)),
  );
  return { ecosystem: 'hackage', format: 'package.yaml', name, requirements };
}
