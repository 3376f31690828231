import type { ConfigureDelivery, SinkKind } from '../../shared/delivery';
import { sinkOf } from './sinks/allSinks';

/** Secrets that were replaced are kept for the check of signatures that they made. */
const mostKept = 4;

/** The secrets of servers, in memory and nowhere else. */
export class SecretBook {
  /** The current one first. */
  private readonly known = new Map<string, readonly string[]>();

  /** Takes what the host gave; the places whose current secret is another one now. */
  replace(secrets: ConfigureDelivery['secrets']): { kind: SinkKind; projectId: string | null }[] {
    const given = new Map<string, { kind: SinkKind; projectId: string | null; secrets: string[] }>();
    for (const { kind, projectId, secret } of secrets) {
      const key = placeOf(kind, projectId);
      const place = given.get(key) ?? { kind, projectId, secrets: [] };
      place.secrets.push(secret);
      given.set(key, place);
    }
    const changed = [...given].filter(([key, place]) => this.known.get(key)?.[0] !== place.secrets[0]);
    for (const key of this.known.keys()) if (!given.has(key)) this.known.delete(key);
    for (const [key, place] of given) {
      const all = [...place.secrets, ...(this.known.get(key) ?? [])];
      this.known.set(key, [...new Set(all)].slice(0, mostKept));
    }
    return changed.map(([, { kind, projectId }]) => ({ kind, projectId }));
  }

  find(kind: SinkKind, projectId: string): string | undefined {
    return this.all(kind, projectId)[0];
  }

  all(kind: SinkKind, projectId: string): readonly string[] {
    return this.known.get(placeOf(kind, sinkOf[kind].secretPerProject ? projectId : null)) ?? [];
  }

  /** A text without any of them, whatever the other side put into it. */
  mask(text: string): string {
    let masked = text;
    for (const secrets of this.known.values())
      for (const secret of secrets) masked = masked.replaceAll(secret, '«secret»');
    return masked;
  }
}

const placeOf = (kind: SinkKind, projectId: string | null): string => `${kind} ${projectId ?? ''}`;
