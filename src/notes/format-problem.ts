import type { Problem } from './problem.ts'

/**
 * A problem as one line for the terminal and the log.
 * @example // => corpus/pycon/kivy.md:3:8 error: unknown key `tag` (did you mean `tags`?)
 */
export function formatProblem(problem: Problem): string {
  return visible(`${formatPlace(problem)} ${problem.severity}: ${problem.message} (${problem.advice})`)
}

type Place = Pick<Problem, 'file' | 'line' | 'column'>

/** Where a problem is: `corpus/pycon/kivy.md:3:8`. */
export const formatPlace = ({ file, line, column }: Place): string =>
  `${file}${line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`}`

/** Where something stands in the notes, on one line whatever the file is called. */
export const shownPlace = (place: Place): string => visible(formatPlace(place))

/** File names and values can hold line breaks, terminal escapes and changes of direction; they are shown, not obeyed. */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
