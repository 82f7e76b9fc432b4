/** What is to happen at some time. */
export interface Due {
  at: number
  /** Of what is due at the same time, the first to be set comes first. */
  readonly order: number
  readonly run: () => void
}

interface DueHeap {
  add(due: Due): Due
  remove(due: Due): void
  /** The first one, which is removed. */
  take(): Due | undefined
}

/** A binary heap; what is removed stays until its time, and is passed over then. */
export function createDueHeap(): DueHeap {
  const items: Due[] = []
  const removed = new WeakSet<Due>()
  let gone = 0
  const isBefore = (one: Due, other: Due) =>
    one.at < other.at || (one.at === other.at && one.order < other.order)

  function up(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!isBefore(items[at]!, items[parent]!)) return
      swap(at, parent)
      at = parent
    }
  }
  function down(from: number): void {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let first = at
      if (left < items.length && isBefore(items[left]!, items[first]!)) first = left
      if (right < items.length && isBefore(items[right]!, items[first]!)) first = right
      if (first === at) return
      swap(at, first)
      at = first
    }
  }
  function swap(one: number, other: number): void {
    const kept = items[one]!
    items[one] = items[other]!
    items[other] = kept
  }
  function takeAny(): Due | undefined {
    const [first] = items
    const last = items.pop()
    if (first === undefined || last === undefined || items.length === 0) return first
    items[0] = last
    down(0)
    return first
  }
  /** So that timers that are set and cleared again and again do not pile up. */
  function sweep(): void {
    const kept = items.filter((item) => !removed.has(item))
    items.length = 0
    gone = 0
    for (const item of kept) {
      items.push(item)
      up(items.length - 1)
    }
  }

  return {
    add(item) {
      items.push(item)
      up(items.length - 1)
      return item
    },
    remove(item) {
      removed.add(item)
      gone += 1
      if (gone > 1_000 && gone > items.length / 2) sweep()
    },
    take() {
      for (;;) {
        const first = takeAny()
        if (first === undefined || !removed.has(first)) return first
        gone -= 1
      }
    },
  }
}
