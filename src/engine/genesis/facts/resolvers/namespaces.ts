import type { SymbolFact } from '../importGraph';
import { nearest } from '../paths';
import { platformsOf, usableOn } from './platforms';
import type { ProjectView } from './resolver';

const types: readonly SymbolFact['kind'][] = ['class', 'interface', 'enum', 'type'];
const topLevelKinds = new Set<SymbolFact['kind']>([...types, 'function', 'constant']);
/** A namespace of C# holds types; a method lies there only where the text of its class could not be read. */
const kindsOfCsharp = new Set(types);

const isOfJvm = /\.(?:java|kts?|scala)$/;

/** Which file declares which name of which namespace, for languages whose imports name types and not files. */
export class Namespaces {
  private readonly names = new Map<string, Map<string, string[]>>();
  private readonly platforms = new Map<string, readonly string[]>();

  constructor(
    private readonly project: ProjectView,
    wanted: (path: string) => boolean,
  ) {
    for (const path of project.files.paths) {
      const code = wanted(path) ? project.codeOf(path) : undefined;
      if (code === undefined) continue;
      const platforms = isOfJvm.test(path) ? platformsOf(path) : undefined;
      if (platforms !== undefined) this.platforms.set(path, platforms);
      const namespace = this.openNamespace(code.namespace ?? '');
      const kinds = path.endsWith('.cs') ? kindsOfCsharp : topLevelKinds;
      for (const symbol of code.symbols)
        if (symbol.container === undefined && kinds.has(symbol.kind)) addTo(namespace, symbol.name, path);
    }
  }

  has(namespace: string): boolean {
    return this.names.has(namespace);
  }

  declares(namespace: string, name: string): boolean {
    return this.names.get(namespace)?.has(name) === true;
  }

  /** The file that a name of a namespace means, seen from another file: product code before tests, then the nearest. */
  find(from: string, namespace: string, name: string): string | undefined {
    const declared = this.names.get(namespace)?.get(name);
    if (declared === undefined) return undefined;
    const paths = this.platforms.size === 0 ? declared : usableOn(from, declared, this.platforms);
    const source = paths.filter((path) => this.project.files.isSource(path));
    const usable = source.length > 0 && this.project.files.isSource(from) ? source : paths;
    // Of the parts of a class the one that is called like it.
    const named = usable.filter((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '') === name);
    return nearest(from, named.length === 0 ? usable : named);
  }

  private openNamespace(name: string): Map<string, string[]> {
    let namespace = this.names.get(name);
    if (namespace === undefined) {
      namespace = new Map();
      this.names.set(name, namespace);
    }
    return namespace;
  }
}

function addTo(names: Map<string, string[]>, name: string, path: string): void {
  const paths = names.get(name);
  if (paths === undefined) names.set(name, [path]);
  else if (paths.at(-1) !== path) paths.push(path);
}
