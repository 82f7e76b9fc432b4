/**
 * Characters that nobody sees: soft hyphens, byte order marks, marks of direction, variation selectors. They come along when
 * text is copied, and change nothing of what it says. Joiners do between letters that are written joined, as in Persian.
 */
const invisible =
  /(?!(?<=(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\p{L}\p{M}])[\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu
/** In ASCII there are none: this is a faster look at most texts. */
const mayBeInvisible = /[^\0-\x7f]/

/** @example withoutInvisible('frame\u00adwork') // => 'framework' */
export function withoutInvisible(text: string): string {
  return mayBeInvisible.test(text) ? text.replace(invisible, '') : text
}

/** By place in `withoutInvisible(text)`, and for its end: the place in the text. Undefined if they are the same. */
export function placesOfVisible(text: string): Uint32Array | undefined {
  const visible = withoutInvisible(text)
  if (visible.length === text.length) return undefined
  const places = new Uint32Array(visible.length + 1)
  let next = 0
  let from = 0
  for (const { 0: dropped, index } of text.matchAll(invisible)) {
    for (; from < index; from++) places[next++] = from
    from += dropped.length
  }
  for (; from <= text.length; from++) places[next++] = from
  return places
}
