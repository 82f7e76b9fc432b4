import { remembering } from '../../text/remembering.ts'
import { isEnglishWord } from './ordinary-words.ts'

/**
 * The other degrees of an adjective, none of any other word: their stems differ, so who asks for the cheapest machine would not
 * find a cheap one.
 * @param word folded
 * @example degreesOf('cheapest') // => ['cheap', 'cheaper']
 * @example degreesOf('server') // => []
 */
export const degreesOf = remembering((word): readonly string[] => {
  const all =
    positivesOf(word)
      .map(withDegrees)
      .find((degrees) => degrees.includes(word)) ?? []
  return all.filter((degree) => degree !== word)
})

/** What it may be a degree of: itself, and what stays in front of the ending. */
function positivesOf(word: string): readonly string[] {
  const rest = /^(.{3,})e(?:r|st)$/.exec(word)?.[1]
  if (rest === undefined) return [word]
  return [word, `${rest}e`, rest, rest.replace(/i$/, 'y'), rest.replace(/([^aeiou])\1$/, '$1')]
}

/** An adjective, more of it, and most of it; nothing of a word of which English has no more and no most. */
function withDegrees(positive: string): readonly string[] {
  const beforeEndings = [
    positive.replace(/e$/, ''),
    positive.replace(/(?<=[^aeiou])y$/, 'i'),
    positive.replace(/([^aeiou])$/, '$1$1'),
  ]
  const rest = beforeEndings.find((rest) => isEnglishWord(`${rest}er`) && isEnglishWord(`${rest}est`))
  return rest !== undefined && isEnglishWord(positive) && !otherWords.has(positive)
    ? [positive, `${rest}er`, `${rest}est`]
    : []
}

/** What looks so: `liver`, `divest`, `earnest`, `number`, `feller`, `flier`, `flipper`, `finer`, `denser`, `tenser`, `severest`. */
const otherWords: ReadonlySet<string> = new Set(
  'live dive earn numb fell fly flip fin dens tens sever'.split(' '),
)
