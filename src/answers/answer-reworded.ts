import { readDate } from '../calendar/read-date.ts'
import type { QuestionPlace } from '../search/query/query.ts'
import type { SearchEngine } from '../search/search-engine.ts'
import { bareQuestion } from '../text/as-question.ts'
import type { Answer } from './answer.ts'
import type { Asking } from './asking.ts'
import { isTitle } from './programme/find/is-title.ts'

const tldr = String.raw`(?<![\p{L}\p{N}])tl ?[;:,/] ?dr(?![\p{L}\p{N}])`

/** A sign that a question may ask in words which no note need have, or in the halves of `tl;dr`. */
export const signOfRewording = new RegExp(
  `${tldr}|\\b(?:whom?|new|tldr|recap|sum up|summar(?:y|i[sz]e))\\b`,
  'iu',
)

/** Answers a question in words that other answerers know. Undefined for any other, for a title, and if there is nothing in those words. */
export async function answerReworded({
  question,
  query: { text, phrases, notices },
  parts: { engine },
  answerAnew,
}: Asking): Promise<Answer | undefined> {
  const isQuoted = ({ start, end }: QuestionPlace, at: number) => start <= at && at < end
  // As one word, it asks as `summary` does. Everything else keeps its place.
  const asOneWord = question.replace(everyTldr, (typed, at: number) =>
    phrases.some((phrase) => isQuoted(phrase, at)) ? typed : 'tldr'.padEnd(typed.length),
  )
  if (asOneWord !== question) return { ...(await answerAnew(asOneWord)), question }
  const reworded = await reword(bareQuestion(text), engine)
  if (reworded === undefined || (await isTitle(text, engine))) return undefined
  const { asked, isOfPeople } = reworded
  const answer = await answerAnew(asked)
  if (answer.kind === 'none') return undefined
  const named = isOfPeople && answer.kind === 'found' ? await answerAnew(`${asked} has:speaker`) : answer
  return { ...(named.kind === 'found' ? named : answer), question, notices }
}

const everyTldr = new RegExp(tldr, 'giu')

/** A way to ask, and what is asked by it; undefined if it asks something else after all. */
interface Rewording {
  readonly asks: RegExp
  readonly as: (topic: string, engine: SearchEngine) => Promise<string | undefined> | string | undefined
  /** Whether people are asked for: talks of which the notes name no speaker are no help, if there are others. */
  readonly isOfPeople?: true
}

const topic = '(?<topic>.{2,100}?)$'

/** Collected by hand for this project. */
const rewordings: readonly Rewording[] = [
  // Who knows something about it is who spoke about it.
  {
    asks: new RegExp(
      [
        '^(?:who(?: here| else)? (?:knows?|would know)(?: (?:anything|something|a lot|more|most))? about|',
        '(?:who|whom)(?: else)? (?:can|could|should|do|shall) (?:i|we|one) (?:ask|talk to|speak to|speak with|contact|turn to|consult) (?:about|on|regarding)|',
        `who(?:['’]s| is| are)? (?:an?|the|our|your) experts? (?:on|in|for)) (?!(?:it|this|that|these|those|them)$)${topic}`,
      ].join(''),
      'i',
    ),
    as: (said) => `who spoke about ${said}?`,
    isOfPeople: true,
  },
  // Nobody is told who did not speak about something, but which talks are not about it.
  {
    asks: new RegExp(
      [
        "^who(?: of (?:you|us|them|the speakers))? (?:(?:did|does|has|have)(?: not|n[’']?t)(?: ever| yet)?|(?:has |have )?never) (?:speak|spoke|spoken|talk|talked|present|presented|",
        `(?:give|gave|given)(?: a| any)? talks?)(?: here)? (?:about|on) ${topic}`,
      ].join(''),
      'i',
    ),
    as: (said) => `talks that don't mention ${said}`,
  },
  { asks: /^(?:what(?:['’]?s| is) )?new since (?<topic>\d{4})$/i, as: (year) => `list talks since ${year}` },
  {
    asks: /^what(?:['’]?s| is) new since (?<topic>\S.*\d{4}|\d{4}-\d\d-\d\d)$/i,
    as: (when) => (isDateSaid(when) ? `talks since ${when}` : undefined),
  },
  { asks: /^new in (?<topic>\d{4})$/i, as: (year) => `list talks of ${year}` },
  // What is new in something is what talks there are on it.
  {
    asks: new RegExp(
      `^what(?:['’]?s| is) new (?:in|with|on|about|from|of|at) (?!(?:the |these |those |your |all )*notes$)(?:the )?${topic}`,
      'i',
    ),
    as: async (said, engine) => {
      const names = await engine.names()
      if (names.clauseFor('year', said)) return `list talks of ${said}`
      if (names.clauseFor('event', said)) return `list talks at ${said}`
      // Of a version, it is what changed.
      const [, since] = / since (.+)$/i.exec(said) ?? []
      return /\d/.test(said) && !(since && isDateSaid(since)) ? undefined : `any talks on ${said}?`
    },
  },
  // A title may ask something, as “Why we left” does.
  {
    asks: new RegExp(
      `^(?:please )?(?:(?:can|could) you )?(?:summari[sz]e|sum up|tldr|recap|(?:give me |write )?(?:an? |the )?(?:short |quick )?(?:summary|recap))(?: of| for|:)? (?:the talk )?["“„]?${topic.replace('$', '["”“]?$')}`,
      'i',
    ),
    as: async (title, engine) => ((await isTitle(title, engine)) ? title : undefined),
  },
]

/** `May 2025`, `1 May 2025` */
function isDateSaid(said: string): boolean {
  const words = said.split(/\s+/)
  return readDate(words, 0)?.end === words.length
}

async function reword(text: string, engine: SearchEngine) {
  for (const { asks, as, isOfPeople = false } of rewordings) {
    const said = asks.exec(text)?.groups?.topic
    const asked = said === undefined ? undefined : await as(said, engine)
    if (asked !== undefined) return { asked, isOfPeople }
  }
  return undefined
}
