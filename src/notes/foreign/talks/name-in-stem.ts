import { foldName } from '../../../text/fold.ts'
import { withCapital } from '../../../text/with-capital.ts'
import { withoutDay } from '../dates/written-dates.ts'
import { isFirstName, isLastName } from '../people/given-names.ts'
import { hasNameShape, isKnownName } from '../people/person-names.ts'

/**
 * Who spoke, if the name of a file says it beside the words of the title.
 *
 *     nameInStem('2018-09-01_ada-example_tides-of-the-north', 'Tides of the North') // => 'Ada Example'
 *     nameInStem('ada_example_tides', 'Tides') // => 'Ada Example', as far as people have such a first name
 *     nameInStem('AdaExample-TidesOfTheNorth', 'Tides of the North') // => 'Ada Example'
 */
export function nameInStem(stem: string, title: string): string | undefined {
  const told = new Set(foldName(title).split(' '))
  const [, given = '', family = '', rest = ''] =
    /^(\p{Lu}\p{Ll}+)(\p{Lu}\p{Ll}+)[-_](\p{Lu}[\p{L}\d]{5,})$/u.exec(stem) ?? []
  if (rest !== '' && isSame(rest, title)) return asName([given, family])
  const isTold = (words: readonly string[]) =>
    words.length > 0 && words.filter((word) => told.has(word)).length * 3 >= words.length * 2
  // `tides-of-the-north_Ada_Example`: nothing else has capitals.
  const [, topic = '', ...signed] = /^([^\p{Lu}_]+)_(\p{Lu}\p{Ll}+)_(\p{Lu}\p{Ll}+)$/u.exec(stem) ?? []
  if (isTold(wordsOf(topic).filter((word) => word.length > 3))) return asName(signed)
  const parts = withoutDay(stem)
    .split(/_+|--+|\s-\s/)
    .map(wordsOf)
    .filter((words) => words.length > 0)
  // Divided by another sign than the words are: nobody need know the name.
  const isDivided = parts.length >= 2 && parts.some((words) => words.length >= 2)
  const who = isDivided
    ? parts.find((words) => words.length >= 2 && words.length <= 3 && !words.some((word) => told.has(word)))
    : undefined
  const isSigned = /[\p{L}\d](?:_|--)[\p{L}\d]/u.test(stem)
  if (who && parts.some((words) => words !== who && isTold(words))) {
    const name = asName(who)
    return name !== undefined && (isSigned || isKnownName(name)) ? name : undefined
  }
  const [first = '', last = '', ...others] = wordsOf(withoutDay(stem))
  const isNamed = isFirstName(first) && !told.has(first) && !told.has(last)
  return isNamed && isTold(others) ? asName([first, last]) : undefined
}

/** Somebody whose name is all that a file is called by, if both its words are such names as many have: `max-flow` is nobody. */
export function personInStem(stem: string): string | undefined {
  const [, ...words] = /^(\p{L}{2,20})[-_ ](\p{L}{2,20})$/u.exec(stem) ?? []
  const [first = '', last = ''] = words
  return isFirstName(first) && isLastName(last) ? asName(words) : undefined
}

/** What a file is called by without those who spoke, if they stand before or behind it: `Ada example tides that turn`. */
export function withoutNames(title: string, speakers: readonly { readonly name: string }[]): string {
  const rest = speakers.reduce((words, { name }) => {
    const own = foldName(name).split(' ')
    const isAt = (from: number) => own.every((word, at) => foldName(words[from + at] ?? '') === word)
    if (isAt(0)) return words.slice(own.length)
    const end = words.length - own.length
    return end > 0 && isAt(end) ? words.slice(0, end) : words
  }, title.split(' '))
  if (rest.length < 2) return title
  return withCapital(rest.join(' '))
}

/** Whether words that are written together are those of a title, or its first ones. */
const isSame = (together: string, title: string): boolean => {
  const [one, other] = [together, title].map((text) => foldName(text).replaceAll(' ', ''))
  return one !== undefined && other !== undefined && (other.startsWith(one) || one.startsWith(other))
}

const wordsOf = (text: string): readonly string[] =>
  foldName(text)
    .split(' ')
    .filter((word) => /^\p{L}+$/u.test(word))

function asName(words: readonly string[]): string | undefined {
  const name = words.map(withCapital).join(' ')
  return hasNameShape(name) ? name : undefined
}
