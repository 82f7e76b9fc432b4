import type { Change, LoggedChange } from '../../records.ts'

/** How many changes are kept for pages that were away; one that was away for longer starts afresh. */
const maxLoggedChanges = 2_000

/** What has changed in the workspace, in order; whoever has subscribed hears of each change. */
export class ChangeLog {
  #seq: number
  #log: readonly LoggedChange[] = []
  readonly #listeners = new Set<(change: LoggedChange) => void>()

  /**
   * @param first the number before the first change: higher than any of an earlier run, whose pages may still be open and would
   * otherwise take changes of this one for those that they have missed
   */
  constructor(first: number) {
    this.#seq = first
  }

  /** The number of the last change. */
  get seq(): number {
    return this.#seq
  }

  record(change: Change): void {
    this.#seq += 1
    const logged = { seq: this.#seq, change }
    this.#log = [...this.#log.slice(-maxLoggedChanges + 1), logged]
    for (const listener of [...this.#listeners]) listener(logged)
  }

  /** The changes after `seq`, or undefined if they are no longer all kept. */
  since(seq: number): readonly LoggedChange[] | undefined {
    if (seq > this.#seq || seq < this.#seq - this.#log.length) return undefined
    return this.#log.filter((logged) => logged.seq > seq)
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (change: LoggedChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
