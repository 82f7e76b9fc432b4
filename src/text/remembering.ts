/**
 * What is made of a text, made once for texts that come again: questions repeat their words, and answers their talks. What is
 * asked for again and again stays, however many other texts come once.
 * @param max how many texts are remembered at most, and half as many at least. Default 10,000.
 */
export function remembering<Made extends NonNullable<unknown>>(
  make: (text: string) => Made,
  max = 10_000,
): (text: string) => Made {
  const known = createTextMemory<Made>(max)
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make(text)
    known.set(text, made)
    return made
  }
}

/** What texts stand for, within a limit. */
interface TextMemory<Kept> {
  get(text: string): Kept | undefined
  set(text: string, kept: Kept): void
}

/**
 * Keeps what was used last: at least half the limit, and at most all of it.
 * @param maxSize of all that is kept
 * @param sizeOf in the unit of the limit. Default: 1 each
 */
export function createTextMemory<Kept extends NonNullable<unknown>>(
  maxSize: number,
  sizeOf: (kept: Kept) => number = () => 1,
): TextMemory<Kept> {
  let size = 0
  let [recent, earlier] = [new Map<string, Kept>(), new Map<string, Kept>()]
  const set = (text: string, kept: Kept) => {
    if (size >= maxSize / 2) {
      earlier = recent
      recent = new Map()
      size = 0
    }
    const before = recent.get(text)
    recent.set(text, kept)
    size += sizeOf(kept) - (before === undefined ? 0 : sizeOf(before))
  }
  return {
    get(text) {
      const found = recent.get(text)
      if (found !== undefined) return found
      const again = earlier.get(text)
      if (again !== undefined) set(text, again)
      return again
    },
    set,
  }
}

/**
 * What is made of an object that never changes, made once, and forgotten with the object. If there are very many objects, all
 * are forgotten now and then.
 * @param make may be given more, which is always the same of an object
 * @param max from how many objects on all are forgotten. Default 2,000: talks, mostly, a kilobyte to ten of what is made of each.
 */
export function rememberingOf<
  Key extends object,
  Made extends NonNullable<unknown>,
  More extends readonly unknown[],
>(make: (key: Key, ...more: More) => Made, max = 2_000): (key: Key, ...more: More) => Made {
  let known = new WeakMap<Key, Made>()
  let size = 0
  return (key, ...more) => {
    const found = known.get(key)
    if (found !== undefined) return found
    if (size >= max) {
      known = new WeakMap()
      size = 0
    }
    const made = make(key, ...more)
    known.set(key, made)
    size++
    return made
  }
}

/** The same of a place in such an object, as of a word in a question. */
export function rememberingAt<Key extends object, Made extends NonNullable<unknown>>(
  make: (key: Key, at: number) => Made,
): (key: Key, at: number) => Made {
  const byPlace = rememberingOf((_: Key): Made[] => [])
  return (key, at) => {
    const places = byPlace(key)
    places[at] ??= make(key, at)
    return places[at]
  }
}

/** What costs too much to be made before somebody asks for it; it is the same for good. */
export function madeOnce<Made extends NonNullable<unknown>>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}
