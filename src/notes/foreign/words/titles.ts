import { foldName } from '../../../text/fold.ts'
import { withCapital } from '../../../text/with-capital.ts'
import { noteEnding } from '../../is-note.ts'
import { dayIn, withoutDay, yearIn } from '../dates/written-dates.ts'
import { isEventName } from './event-names.ts'
import { saysKindAlone } from './folder-names.ts'

/** The name of a note's file without its ending, and without the id that Notion puts behind it. */
export const stemOf = (file: string): string =>
  withoutId(file.replace(noteEnding, '').replace(/\.(md|en|de|fr|es|it|pt|ja|zh)$/i, '')).normalize('NFC')

/** Without the 32 hexadecimal digits that Notion puts behind a name. */
export const withoutId = (name: string): string => {
  const bare = /^[\s_-][0-9a-f]{32}$/i.test(name.slice(-33))
    ? name.slice(0, -33).replace(/[\s_-]+$/, '')
    : name
  return bare.trim() || name
}

/**
 * The name of a file or folder as people would write it.
 *
 *     readableName('2024-06-09-Descaling-at-scale') // => 'Descaling at scale'
 *     readableName('Rust-next-to-C++') // => 'Rust next to C++'
 */
export function readableName(name: string): string {
  const named = withoutDay(withoutId(name)) || dayIn(name) || name
  if (named === dayIn(named)) return named
  // What counts the files of a folder: `3_Knots`, `03-Knots`.
  const bare = named.replace(/^(?:\d{1,2}_|0\d(?:\s+[-–—]\s+|[-. ]))(?=\D)/, '')
  // Words that are set apart by blanks have their hyphens on purpose.
  const words = /\s/.test(bare)
    ? bare
    : bare.replace(/(?<=\p{L})(\+\+)(?=[-_+\d]|$)|[-_+]+/gu, (_, ofLanguage) => ofLanguage ?? ' ')
  const text = words.replace(/_/g, ' ').replace(/\s+/g, ' ').trim()
  return withCapital(text) || name
}

/**
 * The title that the name of a file says, also if its words are told apart by capitals alone.
 *
 *     titleOfStem('TidesThatTurn') // => 'Tides That Turn'
 */
export function titleOfStem(stem: string): string {
  const name = readableName(withoutNumberOfDay(stem))
  return threeHumps.test(name) ? name.replace(betweenHumps, ' ') : name
}

/** `Day-3_1-Tides that turn`: the first of a day. `Day 2 Operations` is a title. */
function withoutNumberOfDay(stem: string): string {
  const [, rest = ''] = /^day[-_ ]?\d{1,2}[-_ ]\d{1,2}[-_ ]+(\p{L}.*)$/iu.exec(stem) ?? []
  return rest === '' ||
    saysKindAlone(rest) ||
    /^(?:notes|am|pm|morning|afternoon|evening|lightning)\b/i.test(rest)
    ? stem
    : rest
}

const threeHumps = /^(?:(?:\p{Lu}\p{Ll}+){2,9}\p{Lu}[\p{Lu}\p{Ll}]+|\p{Lu}\p{Ll}{3,}(?:Keynote|Talks))$/u
/** But `JavaScript` is one word. */
const betweenHumps =
  /(?<=\p{Ll})(?<!Java|Type|Coffee|Py|Tensor|Web|Dev|Git|You|Linked|Post|My|Open|Graph|Mongo|Word|Kube)(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})/gu

/** Whether a title holds what a template puts something in the place of. */
export const isPlaceholder = (title: string): boolean =>
  /\{\{[^{}]*\}\}|\{%|<%|^\$\{|^\[?(your )?(talk |session )?title( here)?\]?$|^\[?(?:[a-z]+ ){0,3}title goes here\]?$|^untitled( \d+)?$|^(?:tb[acd]|to be (?:announced|confirmed|determined))$/i.test(
    title.trim(),
  )

/** Whether a heading is as long as titles are; names and subjects are shorter. */
export const hasWordsOfTitle = (heading: string): boolean =>
  heading.trim().split(/\s+/).length >= minWordsOfTitle
const minWordsOfTitle = 4

/** Whether a heading has a word in common with the name of the file. */
export const isAbout = (stem: string, heading: string): boolean => {
  const words = new Set(wordsOfName(stem))
  return foldName(heading)
    .split(' ')
    .some((word) => words.has(word))
}

/** Whether half of the words of a file's name stand in a line, and make a third of it. */
export const isMostlyAbout = (stem: string, line: string): boolean => {
  const words = new Set(wordsOfName(stem))
  const said = wordsOfName(line)
  const shared = said.filter((word) => words.has(word)).length
  return shared > 0 && shared * 2 >= words.size && shared * 3 >= said.length
}

const wordsOfName = (stem: string): readonly string[] =>
  foldName(readableName(stem))
    .split(' ')
    .filter(({ length }) => length > 3)

/** `whats-new-in-knots`: names of events have fewer words, or a year. */
export const isSentence = (stem: string): boolean =>
  isStemOfNoEvent(stem) && hasWordsOfTitle(readableName(stem))

/** Whether the name of a file is of no event, and of no notes as a whole. */
export const isStemOfNoEvent = (stem: string): boolean =>
  yearIn(stem) === undefined &&
  !isEventName(readableName(stem)) &&
  !/\b(?:notes?|talks?|conferences?)\b/i.test(readableName(stem))
