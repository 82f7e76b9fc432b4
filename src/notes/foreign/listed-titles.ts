import { basename, join } from 'node:path'
import { referencesIn, resolveReferences } from '../../markup/reference-links.ts'
import { decodePercent } from '../../text/decode-percent.ts'
import { foldName } from '../../text/fold.ts'
import { isNoteEnding } from '../is-note.ts'
import { isKnownPerson } from './person-names.ts'
import { plainLine } from './speaker-line.ts'
import { isPlaceholder, stemOf, titleOfStem } from './titles.ts'

/** Notes by their paths, each with its title. */
export type TitledPaths = readonly (readonly [path: string, title: string])[]

/**
 * The titles of notes, by their paths, in what introduces a folder and lists them: `- [Tides that turn](day-1-session-3.md)`. Only
 * words that say more than the file's name count: neither `notes`, by which it leads to several, nor `here`, nor who spoke.
 */
export function listedTitles(text: string, folder: string): TitledPaths {
  const pathsByWords = new Map<string, Set<string>>()
  const lines = text.split('\n')
  const references = referencesIn(lines)
  for (const line of lines)
    for (const [, words = '', target = ''] of resolveReferences(line, references).matchAll(linkToFile)) {
      const file = decodePercent(target)
      if (!isNoteEnding(file)) continue
      const said = plainLine(words)
      const paths = pathsByWords.get(said) ?? new Set()
      pathsByWords.set(said, paths.add(join(folder, file)))
    }
  // One is no list: whoever mentions a note may say anything of it.
  if (new Set([...pathsByWords.values()].flatMap((paths) => [...paths])).size < 2) return []
  const titles = new Map<string, string>()
  for (const [words, [path = '', ...others]] of pathsByWords)
    if (others.length === 0 && !titles.has(path) && saysMoreThan(stemOf(basename(path)), words))
      titles.set(path, words)
  return [...titles]
}

/** With which a line, an item of a list or the cell of a table begins. */
const linkToFile =
  /(?<=(?:^|\|)[^\p{L}[\]|!]{0,40})\[([^\][]{2,200})\]\((?!\w{1,20}:|#|\/)<?([^()\s<>]{1,300})>?\)/gu

/** Whether words are what a file's name says, or more, as people write it; or a title, if that only counts: `day-1-session-3`. */
function saysMoreThan(stem: string, words: string): boolean {
  if (isNoteEnding(words) || !/\p{L}/u.test(words) || isPlaceholder(words)) return false
  const said = wordsOf(words)
  const named = wordsOf(titleOfStem(stem)).filter((word) => !counted.test(word))
  if (named.length > 0) return named.every((word) => said.includes(word))
  return (
    said.filter((word) => !counted.test(word)).length > 1 &&
    !isInvitation.test(words) &&
    !isKnownPerson(words)
  )
}

/** What files are counted by: `day-2-session-3`, `t3`. */
const counted = /^(?:[a-z]|days?|sessions?|talks?|lectures?|parts?|slots?|notes?|tracks?|rooms?)$/

/** `Read more here`, `Next: Knots`, `Slides` */
const isInvitation =
  /^(?:read|see|click|go|open|more|next|previous|back|to[- ]?do)\b|\bhere\b|\bnotes\b|^(?:links?|slides?|video|recording|summary|text|file|page)$/i

const wordsOf = (text: string): readonly string[] =>
  foldName(text)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word))
