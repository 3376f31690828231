import type { LockedPackage, LockFacts } from '../../manifestFacts';
import { hostFacts } from './resolvedHost';

interface Entry {
  readonly specs: readonly string[];
  readonly line: number;
  version?: string;
  resolved?: string;
  isLocal?: boolean;
}

/** `yarn.lock` of Yarn 1 and of Yarn 2 and later: both are blocks whose head lists the specifiers. */
export function parseYarnLock(text: string): LockFacts {
  const packages: LockedPackage[] = [];
  const peers = new Set<string>();
  let inPeers = false;
  let entry: Entry | undefined;
  const close = (): void => {
    if (entry !== undefined) packages.push(...locked(entry));
    entry = undefined;
  };
  for (const [index, line] of text.split('\n').entries()) {
    if (/^["\w@].*:\s*$/.test(line)) {
      close();
      entry = line.startsWith('__metadata') ? undefined : { specs: specsOf(line), line: index + 1 };
    } else if (entry !== undefined) readField(entry, line);
    const peer = inPeers ? /^ {4}"?((?:@[\w.~-]{1,214}\/)?[\w.~-]{1,214})"?:/.exec(line)?.[1] : undefined;
    if (peer !== undefined) peers.add(peer);
    else inPeers = /^ {2}peerDependencies:\s*$/.test(line);
  }
  close();
  // Yarn 1 does not write down what a package expects beside it.
  const tells = text.includes('__metadata:');
  return { ecosystem: 'npm', format: 'yarn.lock', packages, ...(tells ? { peers: [...peers] } : {}) };
}

function readField(entry: Entry, line: string): void {
  const field = /^ {2}"?(version|resolved|resolution|linkType)"?:? "?([^"\s]{1,500})/.exec(line);
  if (field?.[2] === undefined) return;
  if (field[1] === 'version') entry.version = field[2];
  if (field[1] === 'resolved') entry.resolved = field[2];
  if (field[1] === 'linkType') entry.isLocal = field[2] === 'soft';
}

function specsOf(head: string): string[] {
  return head
    .trim()
    .slice(0, -1)
    .split(',')
    .map((spec) => spec.trim().replaceAll('"', ''));
}

function locked(entry: Entry): LockedPackage[] {
  const version = entry.version;
  if (version === undefined || entry.isLocal === true) return [];
  const byName = new Map<string, string[]>();
  for (const spec of entry.specs) {
    const at = spec.indexOf('@', 1);
    const range = at === -1 ? '' : spec.slice(at + 1);
    const alias = /^npm:((?:@[^/@]{1,214}\/)?[^/@]{1,214})@(.{1,200})$/.exec(range);
    const name = alias?.[1] ?? spec.slice(0, at === -1 ? undefined : at);
    byName.set(name, [...(byName.get(name) ?? []), alias?.[2] ?? range.replace(/^npm:/, '')]);
  }
  const host = hostFacts(entry.resolved);
  return [...byName].map(([name, asked]) => ({ name, version, line: entry.line, asked, ...host }));
}
