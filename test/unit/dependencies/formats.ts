import type { LockFacts, ManifestFacts } from '../../../src/engine/genesis/analyzers/dependencies/manifestFacts';

/** One manifest as text and the requirements that come out: `line scope name declared [source]`. */
export interface ManifestExample {
  readonly path: string;
  readonly text: string;
  readonly requirements: readonly string[];
  readonly runtimes?: readonly string[];
}

/** One lock file as text and its packages: `line name version [asked] [dev]`. */
export interface LockExample {
  readonly path: string;
  readonly text: string;
  readonly packages: readonly string[];
}

export function requirementLines(facts: ManifestFacts | undefined): string[] {
  return (facts?.requirements ?? []).map((one) =>
    [
      one.line,
      one.scope,
      one.name || `<${one.alias ?? ''}>`,
      one.declared,
      one.indirect ? 'indirect' : '',
      one.source === undefined ? '' : `${one.source.kind}${one.source.pinned ? '!' : ''}`,
      one.name !== '' && one.alias !== undefined ? `<${one.alias}>` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

export function runtimeLines(facts: ManifestFacts | undefined): string[] {
  return (facts?.runtimes ?? []).map((one) => `${one.line} ${one.name} ${one.version}`);
}

export function packageLines(facts: LockFacts | undefined): string[] {
  return (facts?.packages ?? []).map((one) =>
    [
      one.line,
      one.name,
      one.version,
      one.asked?.join(','),
      one.nested ? 'nested' : '',
      one.dev ? 'dev' : '',
      one.license,
      one.host,
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
  );
}
