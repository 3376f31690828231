import type { LockedPackage, LockFacts } from '../../manifestFacts';

/** A key of the section `packages`: `/name/1.0.0`, `/name@1.0.0(peer@2)`, `name@1.0.0`, with or without quotes. */
const packageKey =
  /^ {2}'?\/?((?:@[\w.~-]{1,214}\/)?[\w.~-]{1,214})[@/](\d[A-Za-z\d.+-]{0,100})(?:[_(][^:]{0,2000})?'?:\s*(?:\{\})?$/;

/**
 * `pnpm-lock.yaml`, lock file versions 5 to 9. The tool writes one fixed layout, so lines are enough: a YAML parser takes
 * seconds for what large workspaces have here.
 */
export function parsePnpmLock(text: string): LockFacts {
  const found = new FoundPackages();
  const asked = new Map<string, Set<string>>();
  let section = '';
  let importer = '';
  let name = '';
  for (const [index, line] of text.split('\n').entries()) {
    const top = /^([a-zA-Z]+):/.exec(line)?.[1];
    if (top !== undefined) {
      section = top;
      importer = '';
      name = '';
      continue;
    }
    if (section === 'packages') found.read(line, index + 1);
    else if (section === 'importers' || /ependencies$/.test(section)) {
      const depth = section === 'importers' ? 2 : -2;
      const head = depth === 2 ? /^ {2}'?([^ ':][^':]{0,300})'?:\s*$/.exec(line)?.[1] : undefined;
      if (head !== undefined) importer = head === '.' ? '' : head;
      name = readImporterLine(asked, line, { importer, name, depth });
    }
  }
  const packages = found.all.map((entry) => {
    const folders = asked.get(`${entry.name}@${entry.version}`);
    return folders === undefined ? { ...entry, nested: true as const } : { ...entry, asked: [...folders] };
  });
  return { ecosystem: 'npm', format: 'pnpm-lock.yaml', packages, peers: [...found.peers] };
}

class FoundPackages {
  readonly all: LockedPackage[] = [];
  readonly peers = new Set<string>();
  private readonly seen = new Set<string>();
  private inPeers = false;

  read(line: string, at: number): void {
    this.readPeer(line);
    const last = this.all.at(-1);
    if (last !== undefined && line.startsWith('    dev: true')) this.all[this.all.length - 1] = { ...last, dev: true };
    const [, name, version] = packageKey.exec(line) ?? [];
    if (name === undefined || version === undefined || this.seen.has(`${name}@${version}`)) return;
    this.seen.add(`${name}@${version}`);
    this.all.push({ name, version, line: at });
  }

  private readPeer(line: string): void {
    const name = this.inPeers ? /^ {6}'?((?:@[\w.~-]{1,214}\/)?[\w.~-]{1,214})'?:/.exec(line)?.[1] : undefined;
    if (name !== undefined) this.peers.add(name);
    else this.inPeers = /^ {4}peerDependencies:\s*$/.test(line);
  }
}

interface ImporterState {
  readonly importer: string;
  readonly name: string;
  /** Indentation of an importer's name; -2 where the one importer has no name. */
  readonly depth: number;
}

/** Remembers which folder resolves which package to which version; gives the name that the next line belongs to. */
function readImporterLine(asked: Map<string, Set<string>>, line: string, state: ImporterState): string {
  const indent = line.length - line.trimStart().length;
  const text = line.trim().replaceAll("'", '');
  const colon = text.indexOf(':', 1);
  if (colon === -1) return state.name;
  const key = text.slice(0, colon);
  const value = text.slice(colon + 1).trim();
  const nameIndent = state.depth + 4;
  if (indent === nameIndent && value === '') return key;
  const isShort = indent === nameIndent && value !== '';
  const isVersion = indent === nameIndent + 2 && key === 'version';
  if (!isShort && !isVersion) return state.name;
  const name = isShort ? key : state.name;
  const version = /^\/?(?:.{1,214}[@/])?(\d[\w.+-]{0,100})/.exec(value.split(/[(_]/)[0] ?? '')?.[1];
  if (name === '' || version === undefined || value.startsWith('link:')) return state.name;
  const id = `${name}@${version}`;
  asked.set(id, (asked.get(id) ?? new Set<string>()).add(`dir:${state.importer}`));
  return state.name;
}
