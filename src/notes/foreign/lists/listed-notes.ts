import { basename, join } from 'node:path'
import { referencesIn, resolveReferences } from '../../../markup/reference-links.ts'
import { cellsOfRow } from '../../../markup/table-cells.ts'
import { decodePercent } from '../../../text/decode-percent.ts'
import { foldName } from '../../../text/fold.ts'
import { isNoteEnding } from '../../is-note.ts'
import type { Speaker } from '../../talk.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import { peopleIn } from '../people/people.ts'
import { hasNameShape, isKnownPerson } from '../people/person-names.ts'
import { plainLine } from '../people/speaker-line.ts'
import { isPlaceholder, stemOf, titleOfStem } from '../words/titles.ts'

/** What a list says of a note that it leads to. */
export interface ListedNote {
  /** Only words that say more than the file's name. */
  readonly title?: string
  /** Those in the column of a table that names who speaks. */
  readonly speakers?: readonly Speaker[]
}

/** Notes by their paths, each with what is said of it. */
export type ListedNotes = readonly (readonly [path: string, said: ListedNote])[]

/**
 * What is said of notes, by their paths, in what introduces a folder and lists them: `- [Tides that turn](day-1-session-3.md)`, or
 * `| [Tides](tides.md) | Ada Example |` below `| Talk | Speaker |`. No titles are `notes`, by which it leads to several, `here`, and
 * who spoke.
 */
export function listedNotes(text: string, folder: string): ListedNotes {
  const lines = text.split('\n')
  const links = linksToNotes(lines, folder)
  // One is no list: whoever mentions a note may say anything of it.
  if (new Set(links.map(({ path }) => path)).size < 2) return []
  const titles = titlesIn(links)
  const speakers = speakersInRows(links, lines)
  const paths = new Set([...titles.keys(), ...speakers.keys()])
  return [...paths].map((path) => {
    const [title, people] = [titles.get(path), speakers.get(path)]
    return [path, { ...(title !== undefined && { title }), ...(people && { speakers: people }) }]
  })
}

interface LinkToNote {
  readonly path: string
  readonly words: string
  /** 0-based. */
  readonly at: number
}

function linksToNotes(lines: readonly string[], folder: string): readonly LinkToNote[] {
  const references = referencesIn(lines)
  return lines.flatMap((line, at) =>
    [...resolveReferences(line, references).matchAll(linkToFile)].flatMap(([, words = '', target = '']) => {
      const file = decodePercent(target)
      return isNoteEnding(file) ? [{ path: join(folder, file), words: plainLine(words), at }] : []
    }),
  )
}

function titlesIn(links: readonly LinkToNote[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const [words, [first, ...others]] of Map.groupBy(links, (link) => link.words)) {
    const path = first!.path
    const isOfOne = others.every((other) => other.path === path)
    if (isOfOne && !titles.has(path) && saysMoreThan(stemOf(basename(path)), words)) titles.set(path, words)
  }
  return titles
}

/** Who speaks, of notes whose rows say so. */
function speakersInRows(
  links: readonly LinkToNote[],
  lines: readonly string[],
): ReadonlyMap<string, readonly Speaker[]> {
  const columns = speakerColumns(lines)
  const speakers = new Map<string, readonly Speaker[]>()
  for (const { path, at } of links) {
    const column = columns[at]
    const people =
      column === undefined
        ? []
        : peopleIn(plainCells(lines[at]!)[column]).filter(({ name }) => hasNameShape(name))
    if (people.length > 0 && !speakers.has(path)) speakers.set(path, people)
  }
  return speakers
}

/** Of each line of a table, which of its cells says who speaks, if one does. */
function speakerColumns(lines: readonly string[]): readonly (number | undefined)[] {
  let column: number | undefined
  return lines.map((line, at) => {
    if (isRule.test(lines[at + 1] ?? '')) column = speakerColumn(line)
    else if (!line.includes('|')) column = undefined
    return column
  })
}

/** Which column of a table with such a header says who speaks. “By”, “Who” and “Author” may be whoever took the notes. */
function speakerColumn(header: string): number | undefined {
  const at = plainCells(header).findIndex(
    (key) => keyMeaningOf(key)?.of === 'speakers' && ofSpeakers.test(key.trim()),
  )
  return at < 0 ? undefined : at
}

const ofSpeakers =
  /^(?:co-?)?(?:speak|present(?:er|ator)|sprecher|referent|vortragend|ponent|orador|apresentador|palestrant|intervenant|conf[ée]renci|orateur|oratrice|relat|sprek)/i

/** The line below the header of a table. */
const isRule = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/

/** The cells without marks. A bar behind a backslash ends none. */
const plainCells = (row: string): readonly string[] => cellsOfRow(row.replaceAll('\\|', ' ')).map(plainLine)

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
