import type { Redactor } from '../../redact/redactor';
import { packJson, unpackJson } from '../scans/blobs';
import { redactJson } from '../work/redactJson';
import type { FactsView } from './factsView';
import { areReadsTrue, type FactsOfFiles, type Reads, watchedView } from './reads';

interface Remembered {
  readonly reads: Reads;
  readonly value: unknown;
}

/** What earlier scans concluded, by name, for as long as what it follows from stays the same. */
export class Recollection {
  /** What was concluded anew, packed, by name: worth keeping for the next scan. */
  readonly learned = new Map<string, Uint8Array>();
  /** What is known to follow from the facts of this scan; `undefined` where that has to be found out. */
  private readonly judged = new Map<string, { readonly value: unknown } | undefined>();

  constructor(
    private readonly known: ReadonlyMap<string, Uint8Array>,
    private readonly redactor: Redactor,
  ) {}

  /** The value of `derive` for these facts. It is JSON: what JSON can't say is lost. */
  recall<T>(name: string, facts: FactsOfFiles, derive: (view: FactsView) => T): T {
    const known = this.judge(name, facts);
    // Who drew the conclusion under this name gave it its type; other programs' conclusions are not in the cache.
    if (known !== undefined) return known.value as T;
    const { view, reads } = watchedView(facts);
    const json = redactJson(JSON.stringify({ value: derive(view) }), this.redactor);
    const { value } = JSON.parse(json) as { value: T };
    this.learned.set(name, packJson({ reads: reads(), value } satisfies Remembered));
    this.judged.set(name, { value });
    return value;
  }

  /** True where there is nothing to derive. */
  knows(name: string, facts: FactsOfFiles): boolean {
    return this.judge(name, facts) !== undefined;
  }

  /** Takes what was concluded under this name elsewhere, from the same facts. */
  take(name: string, packed: Uint8Array): void {
    this.judged.set(name, unpackJson<Remembered>(packed));
    this.learned.set(name, packed);
  }

  /** Names of those that are known to follow from the facts of this scan. */
  get confirmed(): string[] {
    return [...this.judged].flatMap(([name, value]) => (value === undefined ? [] : [name]));
  }

  private judge(name: string, facts: FactsOfFiles): { readonly value: unknown } | undefined {
    if (!this.judged.has(name)) {
      const known = this.remembered(name);
      const isTrue = known && (facts.isTrue?.(name, known.reads) ?? areReadsTrue(known.reads, facts));
      this.judged.set(name, isTrue === true ? known : undefined);
    }
    return this.judged.get(name);
  }

  /** What can't be read is concluded anew. */
  private remembered(name: string): Remembered | undefined {
    const packed = this.known.get(name);
    try {
      return packed && unpackJson<Remembered>(packed);
    } catch {
      return undefined;
    }
  }
}
