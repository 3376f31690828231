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

  constructor(
    private readonly known: ReadonlyMap<string, Uint8Array>,
    private readonly redactor: Redactor,
  ) {}

  /** The value of `derive` for these facts. It is JSON: what JSON can't say is lost. */
  recall<T>(name: string, facts: FactsOfFiles, derive: (view: FactsView) => T): T {
    const known = this.remembered(name);
    // Who drew the conclusion under this name gave it its type; other programs' conclusions are not in the cache.
    if (known !== undefined && areReadsTrue(known.reads, facts)) return known.value as T;
    const { view, reads } = watchedView(facts);
    const json = redactJson(JSON.stringify({ value: derive(view) }), this.redactor);
    const { value } = JSON.parse(json) as { value: T };
    this.learned.set(name, packJson({ reads: reads(), value } satisfies Remembered));
    return value;
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
