import { rewrite } from '../search/query/write-query.ts'
import { suggestedBy } from '../search/suggest/did-you-mean.ts'
import { type Answer, maxQuestionLength } from './answer.ts'
import type { Asking } from './asking.ts'
import { type RefusalReason, whyRefused } from './request-signs.ts'
import { asSmallTalk, type SmallTalk } from './small-talk/small-talk.ts'
import { smallTalkReplies } from './small-talk/small-talk-replies.ts'

/** A question that cannot be asked as it stands is asked as it was probably meant; if that fails too, the answer says why. */
export async function answerRefused(asking: Asking): Promise<Answer | undefined> {
  const { question, query, parts, options, timeLeft } = asking
  const reason = whyRefused(asking)
  if (reason === undefined) return undefined
  const { notices } = query
  if (reason === 'no-words') {
    const { answer } = await asking.search(question, { ...options, ...timeLeft() }, query)
    if (answer.kind !== 'none') return answer
  }
  // `langauge:it` alone has nothing to search for as it stands, and `sort:newest` alone is an order of all talks.
  const written = rewrite(query.text, suggestedBy(notices))
  const asMeant =
    reason === 'no-words' && (query.sort ?? 'relevance') !== 'relevance' ? `list talks ${written}` : written
  if (asMeant !== query.text && options.spelling !== false) {
    const answer = await asking.answerAnew(asMeant)
    const didYouMean = { question: asMeant, isAnswered: true }
    if (answer.kind === 'listing') return { ...answer, question, notices }
    if (answer.kind !== 'none') return { ...answer, question, notices, didYouMean }
  }
  const { explanation, advice } = refusals[reason](question)
  const suggestions = [advice, ...parts.examples.slice(0, 2)]
  const { version: corpusVersion } = parts.corpus
  return { kind: 'none', reason, question, results: [], explanation, suggestions, notices, corpusVersion }
}

interface Refusal {
  readonly explanation: string
  readonly advice: string
}

const askForSomething = 'Ask about a topic, a tool or a speaker.'

/** What is said to a question that cannot be asked, by the reason. */
const refusals: Readonly<Record<RefusalReason, (question: string) => Refusal>> = {
  'too-long': (question) => ({
    explanation: `The question is too long: it has ${counted(question.length)} characters, and ${counted(maxQuestionLength)} is the limit.`,
    advice: 'Ask for one thing, in a sentence or in a few words.',
  }),
  empty: () => ({ explanation: 'There is no question yet.', advice: askForSomething }),
  'small-talk': (question) => ({
    explanation: replyToSmallTalk(asSmallTalk(question)) ?? 'That is no question to the notes.',
    advice: askForSomething,
  }),
  'only-exclusions': (question) => ({
    explanation: 'The question only says what the talks should not be about.',
    advice: isOption(question)
      ? `In quotes, it is searched for as it stands: \`"${question.trim()}"\`.`
      : 'Add what you are looking for, as in `testing -django`.',
  }),
  'no-words': () => ({
    explanation: 'The question has no words to search for.',
    advice: 'Name a topic, a tool or a speaker.',
  }),
}

/** `-Wall` and `-fsanitize=undefined` are rather what one gives a program; `-testing` is not. */
const isOption = (question: string): boolean => /^\s*-(?=[A-Z]|\w+=)[\w=+.-]+\s*$/.test(question)

/** Undefined if it says no more than the advice. */
const replyToSmallTalk = (said: SmallTalk | undefined) =>
  said === undefined || said === 'help' || said === 'greeting' || said === 'agreement'
    ? undefined
    : smallTalkReplies[said]

const counted = (count: number) => count.toLocaleString('en')
