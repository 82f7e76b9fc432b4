/** From a UTF-16 unit of a text up to another. */
interface Place {
  readonly start: number
  readonly end: number
}

/** A text made of parts of a question: each character keeps its place in what was typed, and has none if nobody typed it. */
export interface PlacedText {
  readonly text: string
  readonly places: readonly (number | undefined)[]
}

export const placedAsTyped = (text: string): PlacedText => ({
  text,
  places: Array.from({ length: text.length }, (_, place) => place),
})

export const typedByNobody = (text: string): PlacedText => ({
  text,
  places: Array.from({ length: text.length }, () => undefined),
})

export const partPlaced = ({ text, places }: PlacedText, { start, end }: Place): PlacedText => ({
  text: text.slice(start, end),
  places: places.slice(start, end),
})

/** With a blank between each two. */
export function joinTexts(parts: readonly PlacedText[]): PlacedText {
  const all = parts.filter(({ text }) => text !== '')
  return {
    text: all.map(({ text }) => text).join(' '),
    places: all.flatMap(({ places }, number) => (number === 0 ? places : [undefined, ...places])),
  }
}

/** A text without what stands at a place, and without a comma that joins nothing then. */
export function cutOut(whole: PlacedText, { start, end }: Place): PlacedText {
  const before = whole.text.slice(0, start)
  const isLast = /^[?!.\s]*$/.test(whole.text.slice(end))
  const kept = isLast ? before.replace(/[\s,;]+$/, '') : before.trimEnd()
  const after = whole.text.slice(end)
  const from = end + (after.length - after.trimStart().length)
  const rest = partPlaced(whole, { start: from, end: whole.text.length })
  const isJoined = kept === '' || /^[,;?!.]/.test(rest.text)
  const head = partPlaced(whole, { start: 0, end: kept.length })
  return isJoined
    ? { text: head.text + rest.text, places: [...head.places, ...rest.places] }
    : joinTexts([head, rest])
}

/** A text with other words at a place. */
export function putIn(whole: PlacedText, { start, end }: Place, words: string): PlacedText {
  const parts = [
    partPlaced(whole, { start: 0, end: start }),
    typedByNobody(words),
    partPlaced(whole, { start: end, end: whole.text.length }),
  ]
  return { text: parts.map(({ text }) => text).join(''), places: parts.flatMap(({ places }) => places) }
}

/** Where a place of a text was typed; undefined if some of it was not. */
export function placeTyped({ places }: PlacedText, { start, end }: Place): Place | undefined {
  const [first, last] = [places[start], places[end - 1]]
  return first === undefined || last === undefined ? undefined : { start: first, end: last + 1 }
}

/** What is said of places of a text, of those that were typed, where they were typed. */
export function saidOfTyped<Said extends Place>(said: readonly Said[], placed: PlacedText): Said[] {
  return said.flatMap((one) => {
    const place = placeTyped(placed, one)
    return place ? [{ ...one, ...place }] : []
  })
}
