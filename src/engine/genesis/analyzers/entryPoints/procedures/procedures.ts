import type { EntryPoint, Route } from '../../../../../shared/inventory';
import type { FactsView, Links } from '../../../recall/factsView';
import { joinPaths, normalizePath } from '../paths/normalizePath';
import { procedureExtractor } from './procedureExtractor';
import type { Procedure, ProcedureFacts, ProcedureNode, ServedRouter } from './procedureNode';

const deepest = 20;
const mostProcedures = 5_000;

interface Placed {
  readonly file: string;
  readonly node: ProcedureNode;
}

/** A procedure under the name by which clients call it. */
interface Named {
  readonly procedure: Procedure;
  readonly file: string;
  readonly keys: readonly string[];
  readonly prefixes: readonly string[];
}

/** The procedures of all routers that answer clients, and the requests by which some can be called. */
export function findProcedures(model: FactsView): { readonly procedures: EntryPoint[]; readonly routes: Route[] } {
  const facts = new Map([...model.factsOf(procedureExtractor)].map(([file, found]) => [file.path, found]));
  const reader = new ProcedureReader(facts, model.links);
  const procedures = new Map<string, EntryPoint>();
  const routes: Route[] = [];
  for (const { file, served } of reader.roots()) {
    for (const named of reader.below({ file, node: { is: 'name', name: served.name } })) {
      const { framework } = served;
      const name = named.keys.join('.');
      const place = { file: named.file, line: named.procedure.line };
      const key = `${name} ${place.file}:${place.line}`;
      if (name === '' || procedures.size >= mostProcedures) continue;
      if (!procedures.has(key)) procedures.set(key, { kind: 'rpc', name, ...place, framework });
      if (served.paths !== undefined) routes.push(...routeOf(named, served));
    }
  }
  return { procedures: [...procedures.values()], routes };
}

function routeOf({ procedure, prefixes, file }: Named, { framework, paths = '' }: ServedRouter): Route[] {
  if (procedure.path === undefined) return [];
  const isLost = paths === '?';
  const path = joinPaths([isLost ? '' : paths, ...prefixes, normalizePath(procedure.path, 'braces')], 'drop');
  const method = procedure.method?.toUpperCase() ?? 'POST';
  const route: Route = { method, path, file, line: procedure.line, framework, declared: 'explicit' };
  return [isLost ? { ...route, prefix: 'unknown' } : route];
}

class ProcedureReader {
  constructor(
    private readonly facts: ReadonlyMap<string, ProcedureFacts>,
    private readonly links: Links,
  ) {}

  /** The routers that answer clients and lie in no other. */
  roots(): { readonly file: string; readonly served: ServedRouter }[] {
    const all = [...this.facts].flatMap(([file, { served }]) => served.map((one) => ({ file, served: one })));
    const inner = new Set<ProcedureNode>();
    for (const { file, served } of all) {
      const root = this.resolve(file, served.name);
      if (root?.node.is === 'router') this.gather(root, inner, 0);
    }
    const hasServer = [...this.facts.values()].some(({ isServer }) => isServer === true);
    const seen = new Set<string>();
    return all.filter(({ file, served }) => {
      const root = this.resolve(file, served.name);
      if (root?.node.is !== 'router' || inner.has(root.node)) return false;
      if (served.framework === 'tRPC' && (!hasServer || root.node.isPlain === true)) return false;
      const key = `${root.file} ${served.name} ${served.paths ?? ''}`;
      return !seen.has(key) && seen.add(key).size > 0;
    });
  }

  /** The routers within one. */
  private gather({ file, node }: Placed, inner: Set<ProcedureNode>, depth: number): void {
    if (node.is !== 'router' || depth > deepest) return;
    for (const entry of node.entries) {
      const found = this.follow({ file, node: entry.node }, 0);
      if (found?.node.is !== 'router' || inner.has(found.node)) continue;
      inner.add(found.node);
      this.gather(found, inner, depth + 1);
    }
  }

  below(
    placed: Placed,
    keys: readonly string[] = [],
    prefixes: readonly string[] = [],
    above: readonly ProcedureNode[] = [],
  ): Named[] {
    const found = this.follow(placed, 0);
    if (found === undefined || above.length > deepest || above.includes(found.node)) return [];
    const { file, node } = found;
    if (node.is === 'procedure') return [{ procedure: node, file, keys, prefixes }];
    if (node.is !== 'router') return [];
    const further = node.prefix === undefined ? prefixes : [...prefixes, node.prefix];
    return node.entries.flatMap((entry) =>
      this.below({ file, node: entry.node }, entry.key === '' ? keys : [...keys, entry.key], further, [...above, node]),
    );
  }

  /** What a name stands for, through other names. */
  private follow({ file, node }: Placed, depth: number): Placed | undefined {
    if (depth > deepest) return undefined;
    if (node.is === 'lazy') {
      const [target] = this.links.resolve(file, node.specifier).files;
      return target === undefined ? undefined : this.resolve(target, node.name, depth + 1);
    }
    return node.is === 'name' ? this.resolve(file, node.name, depth + 1) : { file, node };
  }

  private resolve(file: string, name: string, depth = 0): Placed | undefined {
    if (depth > deepest) return undefined;
    const here = this.declared(file, name);
    if (here !== undefined) return this.follow({ file, node: here }, depth + 1);
    const origin = this.links.originOf(file, name);
    const there = origin === undefined ? undefined : this.declared(origin.path, origin.name);
    if (origin !== undefined && there !== undefined) return this.follow({ file: origin.path, node: there }, depth + 1);
    const dot = name.lastIndexOf('.');
    const owner = dot === -1 ? undefined : this.resolve(file, name.slice(0, dot), depth + 1);
    if (owner?.node.is !== 'router') return undefined;
    const entry = owner.node.entries.find(({ key }) => key === name.slice(dot + 1));
    return entry === undefined ? undefined : this.follow({ file: owner.file, node: entry.node }, depth + 1);
  }

  private declared(file: string, name: string): ProcedureNode | undefined {
    const declared = this.facts.get(file)?.declared;
    return declared !== undefined && Object.hasOwn(declared, name) ? declared[name] : undefined;
  }
}
