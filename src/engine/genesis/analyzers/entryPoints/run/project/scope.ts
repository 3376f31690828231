import type { Value } from '../values';

/** A name is bound to a value, or to what gives the value when it is first asked for. */
export type Bound = Value | (() => Value);

/** Names of a file, class, function or block. */
export class Scope {
  private readonly names = new Map<string, Bound>();

  constructor(readonly parent: Scope | undefined) {}

  get(name: string): Value | undefined {
    for (let scope: Scope | undefined = this; scope !== undefined; scope = scope.parent) {
      const bound = scope.names.get(name);
      if (bound !== undefined) return typeof bound === 'function' ? bound() : bound;
    }
    return undefined;
  }

  own(name: string): Value | undefined {
    const bound = this.names.get(name);
    return typeof bound === 'function' ? bound() : bound;
  }

  has(name: string): boolean {
    return this.names.has(name);
  }

  declare(name: string, value: Bound): void {
    this.names.set(name, value);
  }

  /** Assigns where the name is declared, or here. What is known is not replaced by what is not. */
  assign(name: string, value: Value): void {
    let scope: Scope | undefined = this;
    while (scope !== undefined && !scope.names.has(name)) scope = scope.parent;
    const target = scope ?? this;
    if (value.kind === 'unknown' && target.names.has(name)) return;
    loseAlternative(this.get(name), value);
    target.names.set(name, value);
  }

  ownNames(): IterableIterator<string> {
    return this.names.keys();
  }
}

/** `if (isEdge) app = new Hono().basePath('/users'); else app = new Hono()`: which prefix holds, only a run tells. */
function loseAlternative(earlier: Value | undefined, later: Value): void {
  if (earlier?.kind !== 'router' || later.kind !== 'router' || earlier.node === later.node) return;
  const { routes, mounts, prefix, rule, isMounted } = earlier.node;
  const isUnused = routes.length === 0 && mounts.length === 0;
  const isElsewhere = prefix !== later.node.prefix || isMounted !== later.node.isMounted;
  if (isUnused && isElsewhere && rule === later.node.rule) later.node.isLost = true;
}
