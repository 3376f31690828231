interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * Which links lie on a cycle: those whose two ends can reach each other (Tarjan's strongly connected components, without
 * recursion, because module graphs can be deep). A link to itself is none.
 */
export function cyclicLinks<L extends Link>(links: readonly L[]): ReadonlySet<L> {
  const component = components(links);
  return new Set(links.filter(({ from, to }) => from !== to && component.get(from) === component.get(to)));
}

interface Visit {
  readonly node: string;
  readonly next: Iterator<string>;
}

function components(links: readonly Link[]): ReadonlyMap<string, number> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) {
    targets.set(from, [...(targets.get(from) ?? []), to]);
    if (!targets.has(to)) targets.set(to, []);
  }
  const walk = new ComponentWalk(targets);
  for (const node of targets.keys()) walk.from(node);
  return walk.component;
}

class ComponentWalk {
  readonly component = new Map<string, number>();
  private readonly index = new Map<string, number>();
  private readonly low = new Map<string, number>();
  private readonly open: string[] = [];

  constructor(private readonly targets: ReadonlyMap<string, readonly string[]>) {}

  from(start: string): void {
    if (this.index.has(start)) return;
    const path: Visit[] = [this.enter(start)];
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const step = visit.next.next();
      if (step.done) {
        path.pop();
        this.leave(visit.node, path.at(-1)?.node);
      } else if (!this.index.has(step.value)) path.push(this.enter(step.value));
      else if (!this.component.has(step.value)) this.lower(visit.node, this.index.get(step.value) ?? 0);
    }
  }

  private enter(node: string): Visit {
    const index = this.index.size;
    this.index.set(node, index);
    this.low.set(node, index);
    this.open.push(node);
    return { node, next: (this.targets.get(node) ?? [])[Symbol.iterator]() };
  }

  private lower(node: string, to: number): void {
    this.low.set(node, Math.min(this.low.get(node) ?? to, to));
  }

  private leave(node: string, parent: string | undefined): void {
    const low = this.low.get(node) ?? 0;
    if (low === this.index.get(node)) {
      for (let member = this.open.pop(); member !== undefined; member = this.open.pop()) {
        this.component.set(member, low);
        if (member === node) break;
      }
    }
    if (parent !== undefined && !this.component.has(node)) this.lower(parent, low);
  }
}
