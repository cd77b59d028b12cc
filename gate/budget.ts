import type { Limits } from './limits'

/** A token bucket that may run into debt: who goes on while it is empty waits longer. Times are milliseconds. */
export class Bucket {
  readonly #capacity: number
  readonly #perSecond: number
  #tokens: number
  #at: number

  constructor(capacity: number, perSecond: number, now: number) {
    this.#capacity = capacity
    this.#perSecond = perSecond
    this.#tokens = capacity
    this.#at = now
  }

  /** Takes `cost`, at most a bucketful of debt; whether it was there. */
  take(cost: number, now: number): boolean {
    this.#refill(now)
    const wasThere = this.#tokens >= cost
    this.#tokens = Math.max(this.#tokens - cost, -this.#capacity)
    return wasThere
  }

  /** Whole seconds, at least one, until one token is there. */
  secondsToWait(now: number): number {
    this.#refill(now)
    return Math.max(1, Math.ceil((1 - this.#tokens) / this.#perSecond))
  }

  isFull(now: number): boolean {
    this.#refill(now)
    return this.#tokens >= this.#capacity
  }

  #refill(now: number): void {
    const gained = (Math.max(0, now - this.#at) / 1000) * this.#perSecond
    this.#tokens = Math.min(this.#capacity, this.#tokens + gained)
    this.#at = now
  }
}

/** Clients remembered; beyond that the one not seen for longest is forgotten. */
const REMEMBERED = 10_000

/** So many times what one may ask for, those who are signed in from one network, such as an office, may together. */
const TOGETHER = 10

/** What each client may still ask for. */
export class Budgets {
  readonly #limits: Pick<Limits, 'burst' | 'perSecond'>
  readonly #buckets = new Map<string, Bucket>()

  constructor(limits: Pick<Limits, 'burst' | 'perSecond'>) {
    this.#limits = limits
  }

  /** Takes `cost` from the client. Gives the seconds it has to wait, or undefined when it may go on. */
  spend(client: string, cost: number, now: number = performance.now()): number | undefined {
    const bucket = this.#bucketOf(client, now)
    return bucket.take(cost, now) ? undefined : bucket.secondsToWait(now)
  }

  /** Takes `cost` from a session, and its share from all sessions of the network. Gives the seconds to wait. */
  spendFor({ network, key }: { network: string; key: string }, cost: number): number | undefined {
    if (key === network) return this.spend(network, cost)
    return this.spend(`all of ${network}`, cost / TOGETHER) ?? this.spend(key, cost)
  }

  #bucketOf(client: string, now: number): Bucket {
    const { burst, perSecond } = this.#limits
    const bucket = this.#buckets.get(client) ?? new Bucket(burst, perSecond, now)
    // A map keeps the order of insertion: the first is the one not seen for longest.
    this.#buckets.delete(client)
    this.#buckets.set(client, bucket)
    const [oldest = [client, bucket] as const] = this.#buckets
    if (oldest[0] !== client && (this.#buckets.size > REMEMBERED || oldest[1].isFull(now)))
      this.#buckets.delete(oldest[0])
    return bucket
  }
}
