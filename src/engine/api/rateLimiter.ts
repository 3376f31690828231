import type { Clock } from '../../base/clock';

export interface RateState {
  readonly limit: number;
  readonly remaining: number;
  /** When the window ends, in Unix seconds. */
  readonly resetAt: number;
  /** Whether the request was within the limit. */
  readonly ok: boolean;
}

interface Window {
  used: number;
  readonly endsAt: number;
}

const windowMs = 60_000;

/** Counts requests in windows of a minute that begin with the first one. */
export class RateLimiter {
  private readonly windows = new Map<string, Window>();
  private cleanAt = 0;

  constructor(private readonly clock: Clock) {}

  take(key: string, limit: number): RateState {
    const now = this.clock.now();
    this.forgetPast(now);
    let window = this.windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { used: 0, endsAt: now + windowMs };
      this.windows.set(key, window);
    }
    window.used++;
    return {
      limit,
      remaining: Math.max(0, limit - window.used),
      resetAt: Math.ceil(window.endsAt / 1000),
      ok: window.used <= limit,
    };
  }

  private forgetPast(now: number): void {
    if (now < this.cleanAt) return;
    this.cleanAt = now + windowMs;
    for (const [key, window] of this.windows) if (window.endsAt <= now) this.windows.delete(key);
  }
}

export function rateHeaders(state: RateState): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(state.limit),
    'X-RateLimit-Remaining': String(state.remaining),
    'X-RateLimit-Reset': String(state.resetAt),
  };
}
