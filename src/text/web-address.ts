/** Whether a text is a whole http or https address, fit to be a link. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && !/\s/.test(text) && URL.canParse(text)
}

/** The address as given if it is http(s) and well formed, with a person's or a trap's credentials left out. */
export function webAddress(url: unknown): string | undefined {
  const text = typeof url === 'string' ? url.trim() : ''
  if (!/^https?:\/\/[^\s<>"]+$/i.test(text) || text.length > 2000) return undefined
  const parsed = URL.parse(text)
  if (!parsed?.hostname || parsed.username || parsed.password) return undefined
  return text
}

/** The http and https addresses in a text as half-open ranges, without the punctuation of the sentence around. */
export function webAddressesIn(text: string): (readonly [start: number, end: number])[] {
  return Array.from(text.matchAll(/https?:\/\/[^\s<>|"`“”„«»。，、）」』】]+/gi), ({ index, 0: address }) => {
    return [index, index + trimAddress(address).length]
  })
}

/**
 * An address that was taken out of a sentence, without the sentence's punctuation. A bracket that the address itself
 * opens is part of it.
 * @example trimAddress('http://kivy.org).') // => 'http://kivy.org'
 * @example trimAddress('https://en.wikipedia.org/wiki/Kivy_(framework)') // => the same
 */
export function trimAddress(address: string): string {
  const unopened = {
    ')': excess(address, '(', ')'),
    ']': excess(address, '[', ']'),
    '}': excess(address, '{', '}'),
  }
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1]!
    if (last === ')' || last === ']' || last === '}') {
      if (unopened[last] <= 0) break
      unopened[last]--
    } else if (!/[.,;:!?'’…*]/.test(last)) break
  }
  return address.slice(0, end)
}

/** How many more closing brackets there are than opening ones. */
function excess(text: string, opening: string, closing: string): number {
  return text.split(closing).length - text.split(opening).length
}
