import type { Dependency } from '../../../shared/inventory';

/** How each ecosystem writes its names in a package URL: namespace and name. */
const splitters: Readonly<Record<string, (name: string) => readonly [namespace: string, name: string]>> = {
  npm: (name) => (name.startsWith('@') ? splitAt(name, '/') : ['', name]),
  maven: (name) => splitAt(name, ':'),
  composer: (name) => splitAt(name.toLowerCase(), '/'),
  golang: (name) => splitAtLast(name, '/'),
  swift: (name) => splitAtLast(name, '/'),
  pypi: (name) => ['', name.toLowerCase().replace(/[_.]+/g, '-')],
  hex: (name) => ['', name.toLowerCase()],
};

const plainVersion = /^[vV]?\d[\w.+!~-]{0,120}$/;

/** The version of a dependency if it is one and not a range of them. */
export function exactVersionOf({ version }: Pick<Dependency, 'version'>): string | undefined {
  const bare = version.replace(/^={1,3}\s*/, '').trim();
  return plainVersion.test(bare) && !/\.[xX*]$/.test(bare) ? bare : undefined;
}

/** `pkg:type/namespace/name@version`, as the package URL specification has it; without a version where none is known. */
export function packageUrl(dependency: Pick<Dependency, 'ecosystem' | 'name' | 'version'>): string {
  const { ecosystem, name } = dependency;
  const [namespace, last] = (splitters[ecosystem] ?? ((whole) => ['', whole]))(name);
  const version = exactVersionOf(dependency);
  const path = [...namespace.split('/'), last].filter((part) => part !== '').map(encode);
  return `pkg:${ecosystem}/${path.join('/')}${version === undefined ? '' : `@${encode(version)}`}`;
}

function encode(part: string): string {
  // Half of a surrogate pair can't be encoded; as bytes it becomes U+FFFD.
  return encodeURIComponent(Buffer.from(part).toString()).replace(/%3A/g, ':');
}

function splitAt(name: string, mark: string): readonly [string, string] {
  const at = name.indexOf(mark);
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

function splitAtLast(name: string, mark: string): readonly [string, string] {
  const at = name.lastIndexOf(mark);
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}
