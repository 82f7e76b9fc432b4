import type { Problem } from './problem.ts'

/**
 * A problem as one line for the terminal and the log.
 * @example // => corpus/pycon/kivy.md:3:8 error: unknown key `tag` (did you mean `tags`?)
 */
export function formatProblem({ severity, file, line, column, message, advice }: Problem): string {
  const position = line === undefined ? '' : column === undefined ? `:${line}` : `:${line}:${column}`
  return visible(`${file}${position} ${severity}: ${message} (${advice})`)
}

/** File names and values can hold line breaks, terminal escapes and changes of direction; they are shown, not obeyed. */
const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu,
    (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
