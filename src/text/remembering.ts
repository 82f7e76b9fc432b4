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
