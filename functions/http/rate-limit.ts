/**
 * Token buckets in the memory of one instance: a guard against runaway clients, not a quota. With n instances a caller
 * gets up to n times as much.
 */
export interface RateLimit {
  /** Requests at once after a pause. */
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  tokens: number;
  /** When `tokens` was right, in ms. */
  at: number;
}

/** More callers than any office has; beyond it those are forgotten that have waited longest. */
const maxBuckets = 10_000;

export class TokenBuckets {
  readonly #limit: RateLimit;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** Takes one token. Answers the seconds to wait when there is none, else 0. */
  take(caller: string, now: Date): number {
    const wait = this.wait(caller, now);
    if (wait > 0) return wait;
    const tokens = this.#tokens(caller, now) - 1;
    // Set anew, so that the map stays in order of last use.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens, at: now.getTime() });
    if (this.#buckets.size > maxBuckets) {
      const [longest] = this.#buckets.keys();
      if (longest !== undefined) this.#buckets.delete(longest);
    }
    return 0;
  }

  /** Whole seconds until there is a token; 0 when there is one. Takes nothing. */
  wait(caller: string, now: Date): number {
    const missing = 1 - this.#tokens(caller, now);
    return missing <= 0 ? 0 : Math.ceil(missing / this.#limit.perSecond);
  }

  #tokens(caller: string, now: Date): number {
    const bucket = this.#buckets.get(caller);
    if (bucket === undefined) return this.#limit.burst;
    // A clock set back must not take tokens away.
    const seconds = Math.max(0, now.getTime() - bucket.at) / 1000;
    return Math.min(this.#limit.burst, bucket.tokens + seconds * this.#limit.perSecond);
  }
}

export type RateLimits = Readonly<Record<'reads' | 'writes' | 'open' | 'strangers', RateLimit>>;

/**
 * Reads and writes count for the signed-in caller: a Bloc officer may send in a whole month's workbooks that came by
 * mail. Calls open to anyone and failed sign-ins count for the address they came from.
 */
export const rateLimits: RateLimits = {
  reads: { burst: 300, perSecond: 20 },
  writes: { burst: 200, perSecond: 4 },
  open: { burst: 120, perSecond: 5 },
  strangers: { burst: 60, perSecond: 1 },
};
