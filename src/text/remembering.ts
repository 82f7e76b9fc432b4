/**
 * What is made of a text, made once for texts that come again: questions repeat their words, and answers their talks.
 * @param max how many texts are remembered; at one more, it begins again. Default 5000.
 */
export function remembering<Made extends NonNullable<unknown>>(
  make: (text: string) => Made,
  max = 5000,
): (text: string) => Made {
  const known = new Map<string, Made>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = make(text)
    if (known.size >= max) known.clear()
    known.set(text, made)
    return made
  }
}

/** What is made of an object that never changes, made once, and forgotten with the object. */
export function rememberingOf<Key extends object, Made extends NonNullable<unknown>>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const known = new WeakMap<Key, Made>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    known.set(key, made)
    return made
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
