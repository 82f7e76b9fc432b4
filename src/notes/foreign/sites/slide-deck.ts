import type { ReadField } from '../fields/read-field-by-field.ts'

/** Fewer slides are parts of a note that somebody has set apart. */
const minSlides = 5

/** Whether a text is a deck: rules between slides, and a heading at the top of most (Marp, Remark, Slidev, Deckset, Showoff). */
export function isSlideDeck(lines: readonly string[]): boolean {
  let rules = 0
  let titled = 0
  let headings = 0
  let isTop = false
  let isCode = false
  let told = 0
  for (const line of lines) {
    if (/^\s*(?:```|~~~)/.test(line)) isCode = !isCode
    if (isCode || line.trim() === '') continue
    if (showoffSlide.test(line)) told++
    const isHeading = /^#{1,3}\s*\S/.test(line)
    if (isHeading) headings++
    if (isHeading && isTop) titled++
    isTop = /^-{2,}\s*$/.test(line)
    if (isTop) rules++
    // What a program is told of the slide stands between.
    else isTop = isTop || /^(?:class|layout|template|name|background\S*):\s/.test(line)
  }
  return told >= 2 || (rules >= minSlides && headings > 0 && titled * 2 >= Math.min(headings, rules))
}

/** Whether front matter is for a program that makes slides of a text. */
export const isSlideDeckFields = (fields: readonly ReadField[]): boolean =>
  fields.some(
    ({ key, value }) =>
      /^(?:marp|slidev|revealoptions|slidenumbers?)$/i.test(key) ||
      (/^(?:format|output)$/i.test(key) &&
        /\b(?:revealjs|ioslides|slidy|beamer|xaringan)\b/i.test(JSON.stringify(value))),
  )

/** Nothing else begins a line so. */
const showoffSlide = /^!SLIDE\b/
