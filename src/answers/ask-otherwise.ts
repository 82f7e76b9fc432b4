import { hasRelatedWords } from '../search/expand/related-words.ts'
import { parseQuery, withPhrasesMeant } from '../search/query/parse-query.ts'
import type { Query } from '../search/query/query.ts'
import { asQuestion } from '../text/as-question.ts'
import type { Answered, Unanswered } from './answer.ts'
import { answerComparison } from './answer-comparison.ts'
import type { Asking, AskOptions, SearchedAnswer } from './asking.ts'
import { relaxQuestion } from './relax-question.ts'
import { whatToTry } from './what-to-try.ts'

/**
 * The answer if the notes have no sure one to a question as it stands: to the question as it was probably meant, to both things that
 * it compares, or to words of related meaning; if none is better, the unsure answer with what to try.
 * @param asTyped what the notes say to the question as it stands
 * @param page the part of an answer that was asked for
 */
export async function askOtherwise(
  asTyped: SearchedAnswer,
  page: AskOptions,
  asking: Asking,
): Promise<Answered | Unanswered> {
  return (
    (await answerCorrected(asTyped, page, asking)) ??
    (await answerCompared(asTyped, page, asking)) ??
    (await withWhatToTry((await answeredWidely(asTyped, page, asking)) ?? asTyped, asking))
  )
}

/** What the notes say to the question as it was probably meant, if that is better. */
async function answerCorrected(
  { answer, didYouMean, isOffered }: SearchedAnswer,
  page: AskOptions,
  asking: Asking,
): Promise<Answered | undefined> {
  const { question, options, timeLeft, search } = asking
  // What is only near in meaning may be misspelt.
  const isWeak = answer.kind === 'none' || answer.reason === 'near'
  if (!isWeak || didYouMean === undefined || isOffered || options.spelling === false) return undefined
  const query = parseQuery(didYouMean)
  const meant = await search(didYouMean, { ...page, ...timeLeft() }, query)
  const isBetter = meant.answer.kind === 'found' || answer.kind === 'none'
  if (meant.answer.kind === 'none' || !isBetter) return undefined
  const suggestions = meant.answer.kind === 'found' ? [] : await suggestionsAfter(meant, query, asking)
  const corrected = { question: didYouMean, isAnswered: true }
  return { ...meant.answer, question, suggestions, notices: answer.notices, didYouMean: corrected }
}

/** The talks on both things that the question compares, on its first page. */
async function answerCompared(
  { answer, didYouMean, isOffered, unknownWords }: SearchedAnswer,
  { offset = 0 }: AskOptions,
  { question, search, timeLeft }: Asking,
): Promise<Answered | undefined> {
  if (offset > 0 || (didYouMean !== undefined && !isOffered)) return undefined
  const ask = async (side: string) => (await search(side, { limit: 1, ...timeLeft() })).answer
  return answerComparison(question, answer, { unknownWords, ask })
}

/** What the notes say to the question in words of related meaning too: the asker may use other words than the talk. */
async function answeredWidely(
  { answer }: SearchedAnswer,
  page: AskOptions,
  { question, query, options, timeLeft, search }: Asking,
): Promise<SearchedAnswer | undefined> {
  if (options.spelling === false || !hasRelatedWords(query)) return undefined
  const wide = await search(question, { ...page, ...timeLeft() }, { ...query, isWide: true })
  return isAsSure(wide.answer, answer) ? wide : undefined
}

/** Whether what the notes say to related words is at least as sure as what they say to the question as it was typed. */
function isAsSure(wide: Answered | Unanswered, asTyped: Answered | Unanswered): boolean {
  if (wide.kind === 'none' || asTyped.kind === 'none') return wide.kind !== 'none'
  if (wide.isPartial) return false
  if (wide.kind !== asTyped.kind) return wide.kind === 'found'
  // A model has found what is near in meaning.
  if (asTyped.reason === 'near') return false
  return wide.confidence >= asTyped.confidence
}

/** The answer as it is, with what to try instead. */
async function withWhatToTry(asTyped: SearchedAnswer, asking: Asking): Promise<Answered | Unanswered> {
  const { query, parts, search, timeLeft } = asking
  const { answer, didYouMean, isOffered } = asTyped
  if (answer.kind === 'found') return answer
  const isAsked = isOffered || (answer.kind !== 'none' && answer.didYouMean?.isAnswered === false)
  const offered = didYouMean !== undefined && isAsked ? [asQuestion(didYouMean)] : []
  const suggestions = [...offered, ...(await suggestionsAfter(asTyped, query, asking))].slice(0, 4)
  if (answer.kind !== 'none') return { ...answer, suggestions }
  const explanation = `${answer.explanation}${offered.length > 0 ? ' Did you mean this?' : ''}`
  const askWords = async (words: string) => (await search(words, { limit: 1, ...timeLeft() })).answer
  const asMeant = withPhrasesMeant(query, parts.parameters.decision)
  return relaxQuestion({ ...answer, explanation, suggestions }, asMeant, askWords)
}

function suggestionsAfter(
  { answer, unknownWords }: SearchedAnswer,
  query: Query,
  { parts, search, timeLeft }: Asking,
): Promise<string[]> {
  const answerTo = async (other: string) => {
    const { answer } = await search(other, { limit: 1, byMeaning: false, ...timeLeft() })
    return answer.kind === 'found' ? { talk: answer.results[0]!.talk, total: answer.total } : undefined
  }
  const shown = answer.results.map(({ talk }) => talk.id)
  return whatToTry({ query, unknownWords, shown }, { ...parts, answerTo })
}
