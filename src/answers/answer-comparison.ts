import { splitWords } from '../search/analysis/analyzer.ts'
import { parseQuery, topicsOf } from '../search/query/parse-query.ts'
import type { QueryPart } from '../search/query/query.ts'
import { bareQuestion } from '../text/as-question.ts'
import type { Answer, Answered, Unanswered } from './answer.ts'
import { aboutClosest } from './decide-answer.ts'

interface ComparisonParts {
  /** Those words of the question that no talk has in any form. */
  readonly unknownWords: readonly QueryPart[]
  /** Answers another question. */
  readonly ask: (question: string) => Promise<Answer>
}

/** The two things that a question names. */
type Sides = readonly [one: string, other: string]

/**
 * What to say if no talk compares the two things, or is on both of those that talks are wanted on: the talk on each, or what the notes
 * say of the one that they know. If the closest talk has both, its figures of them answer, or it is said that it may not compare
 * them. Undefined if the question names no two things so, or is answered.
 * @param plain what was found for the question as it stands
 */
export async function answerComparison(
  question: string,
  plain: Answered | Unanswered,
  { unknownWords, ask }: ComparisonParts,
): Promise<Answered | undefined> {
  const either = readEither(question)
  const sides = either ?? readComparison(question)
  if (sides === undefined) return undefined
  const [closest] = plain.results
  const hasBoth = closest?.evidence().missing.length === 0
  if (hasBoth && plain.kind === 'found') return undefined
  if (hasBoth && !either) {
    // In these words, what says both is quoted before what only compares.
    const together = await ask(sides.join(' '))
    const compared = [plain, together].find(
      ({ results: [first] }) => first && comparesInTitle(first.talk.title, sides),
    )
    if (compared && compared.kind !== 'none' && compared.kind !== 'listing')
      return asComparedIn(compared, { question, sides, notices: plain.notices })
    if (together.kind === 'found' && givesFigures(together.results[0]!.quote(maxQuoted).text, sides))
      return { ...together, question, notices: plain.notices }
  }
  const onBoth =
    hasBoth && !either && plain.kind === 'unsure' ? withBoth(plain, sides, closest.talk.title) : undefined
  // A summary says less of the two than the talk on each.
  if (onBoth && !plain.explanation.endsWith(aboutClosest)) return onBoth
  const answers = await Promise.all(sides.map(ask))
  const found = answers.map((answer) => (answer.kind === 'found' ? answer : undefined))
  const [one, other] = found
  const [first, second] = [one?.results[0], other?.results[0]]
  const kept = { question, kind: 'unsure', notices: plain.notices } as const
  if (one && first && second && first.talk.id !== second.talk.id) {
    return {
      ...one,
      ...kept,
      ...(either
        ? { kind: 'found', explanation: 'A talk on each:' }
        : {
            reason: 'weak',
            explanation: `No talk was found that compares ${sides[0]} with ${sides[1]}. These are on each:`,
          }),
      results: [first, second],
      shape: { form: 'talks', shown: 2 },
      total: 2,
      facets: [],
    }
  }
  const known = one ?? other
  const [name, lacking] = one ? sides : [sides[1], sides[0]]
  const isUnknown = topicsOf(parseQuery(lacking)).every(({ folded }) =>
    unknownWords.some(({ text }) => text.toLowerCase() === folded),
  )
  if (known === undefined || (one && other) || !isUnknown) return onBoth
  const explanation = `No note mentions “${lacking}”. On ${name}, they say:`
  return { ...known, ...kept, reason: 'says-nothing', explanation }
}

/** A talk whose title compares the two answers, but for which of them is faster: that it says only perhaps. */
function asComparedIn(
  answer: Answered,
  {
    question,
    sides: [one, other],
    notices,
  }: Pick<Answered, 'question' | 'notices'> & { readonly sides: Sides },
): Answered {
  const kept = { ...answer, question, notices, shape: { ...answer.shape, form: 'passage' } } as const
  if (!asksInWhich.test(question)) return { ...kept, kind: 'found', explanation: '' }
  const explanation = `“${answer.results[0]!.talk.title}” compares ${one} with ${other}.`
  return { ...kept, kind: 'unsure', reason: 'weak', explanation }
}

const asksInWhich = /\b(?:faster|slower|simpler|easier)\b/i

/** `Iceberg or Delta? A year of both` */
const comparesInTitle = (title: string, sides: Sides): boolean =>
  title.split(/[?!:;()–—]/).some((part) => {
    const named = readComparison(part)?.map(wordsIn)
    const has = (side: string, of: readonly string[] = []) => wordsIn(side).every((word) => of.includes(word))
    const [one, other] = sides
    return named !== undefined && [named, named.toReversed()].some(([a, b]) => has(one, a) && has(other, b))
  })

const wordsIn = (said: string): readonly string[] => splitWords(said).map(({ text }) => text)

/** If a talk has both, its quotation is all that the notes say about them together. */
function withBoth(plain: Answered, [one, other]: Sides, title: string): Answered {
  const explanation = `No talk was found that compares ${one} with ${other}. “${title}” has both.`
  const isAbout = plain.explanation.endsWith(aboutClosest)
  return { ...plain, explanation: isAbout ? `${explanation} ${aboutClosest}` : explanation }
}

/** Whether one sentence names both and has two figures beside: `anchors hold 41 ships, chains 28`. */
function givesFigures(quotation: string, sides: readonly string[]): boolean {
  const asWords = (said: string) => ` ${wordsIn(said).join(' ')} `
  const names = sides.map(asWords)
  return quotation
    .split(endOfSentence)
    .map(asWords)
    .some((sentence) => {
      const beside = names.reduce((rest, name) => rest.replaceAll(name, '  '), sentence)
      return names.every((name) => sentence.includes(name)) && (beside.match(figures)?.length ?? 0) > 1
    })
}

const maxQuoted = 400
const endOfSentence = /[.!?;](?=\s|$)|\n/
/** Not of a year. */
const figures = / (?!(?:19|20)\d\d )\d/g

/** Up to three words. */
const side = String.raw`[^\s,;:?!]+(?: [^\s,;:?!]+){0,2}?`
/** The phrases in which two things are compared, in the order in which they are tried. */
const comparisons: readonly RegExp[] = [
  String.raw`\bdifferences? between (?<one>${side}) and (?<other>${side})`,
  `^compare (?<one>${side}) (?:and|with|to) (?<other>${side})`,
  `^(?:how (?:does|do) )?(?<one>${side}) (?:compares?|compared) (?:to|with) (?<other>${side})`,
  `^(?:what is|which (?:one )?is|what['’]s|which['’]s) (?:better|faster|best)[,:]? (?<one>${side}) or (?<other>${side})`,
  `^(?:is|are|was|were) (?<one>${side}) (?:better|worse|faster|slower|simpler|easier) than (?<other>${side})`,
  String.raw`^(?:should (?:i|we) (?:use|choose|take) )?(?<one>${side}) (?:or|vs\.?|versus) (?<other>${side})`,
].map((pattern) => new RegExp(`${pattern}$`, 'i'))

/** readComparison('gevent vs Twisted?') // => ['gevent', 'Twisted'] */
function readComparison(question: string): Sides | undefined {
  if (question.length > maxLength) return undefined
  const text = bareQuestion(question)
  for (const comparison of comparisons) {
    const { one, other } = comparison.exec(text)?.groups ?? {}
    if (one === undefined || other === undefined) continue
    return named(one, other)
  }
  return undefined
}

/** The two things, unless one is none: `by Ada or Bo`. */
function named(one = '', other = ''): Sides | undefined {
  const isNamed = [one, other].every(
    (name) => topicsOf(parseQuery(name)).length > 0 && !narrowsTalks.test(name),
  )
  return isNamed ? [one, other] : undefined
}

/** Ask for talks on either, and compare nothing: `kafka OR vault`, in capitals as in other query languages, and `talks on tea and milk`. */
const eithers: readonly RegExp[] = [
  new RegExp(`^(?<one>${side}) OR (?<other>${side})$`),
  new RegExp(
    [
      '^(?:(?:are|were) there |(?:do|have) (?:you|we) (?:have |got )?|(?:which|what|any|some|all|list|show|find)(?: me| us)? |the )*',
      '(?:talks|sessions|presentations|lectures)(?: (?:are|were) there| (?:do )?(?:you|we) have| are)? (?:about|on|covering) ',
      `(?<one>${side}) (?:and|or) (?<other>${side})$`,
    ].join(''),
    'i',
  ),
]

function readEither(question: string): Sides | undefined {
  if (question.length > maxLength) return undefined
  const text = bareQuestion(question).replace(/^\((.*)\)$/, '$1')
  const { one, other } = eithers.map((either) => either.exec(text)?.groups).find(Boolean) ?? {}
  return one === undefined ? undefined : named(one, other)
}

/** Words that narrow talks down and are not compared: `by Ada`, `talks in German`. */
const narrowsTalks = /^(?:by|in|at|on|about|from|with|without)\b|\b(?:talks?|sessions?|keynotes?)\b/i

/** Longer than any comparison of two things by name. */
const maxLength = 120
