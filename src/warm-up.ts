import { setImmediate as tick } from 'node:timers/promises'
import type { Answers } from './answers/answers.ts'
import type { Talk } from './notes/talk.ts'
import { buildAnswerMessage, shownInSlack } from './slack/blocks/answer-blocks.ts'

interface WarmUpOptions {
  /** Ends it. */
  readonly signal?: AbortSignal
  /** After how many milliseconds it ends. Default 1,000. */
  readonly maxMs?: number
}

/**
 * Answers made-up questions about the notes, and shows the answers to nobody. By then Node has compiled what answers, and the
 * first people who ask after a start are answered as fast as all others. What arrives meanwhile comes first.
 * @param answers those of the notes as they are served now
 */
export async function warmUp(
  answers: () => Answers,
  { signal, maxMs = 1_000 }: WarmUpOptions = {},
): Promise<void> {
  const end = performance.now() + maxMs
  const { talks } = answers().corpus
  for (let number = 0; number < questionsAsked && talks.length > 0; number += 1) {
    await tick()
    if (signal?.aborted || performance.now() > end) return
    const question = questionAbout(talks[number % talks.length]!, number)
    const now = { at: Date.now(), zone: 'UTC' }
    const answer = await answers().answerQuestion(question, { ...shownInSlack, now })
    JSON.stringify(buildAnswerMessage(answer, { shareable: false }))
  }
}

/** After as many, answers hardly get faster. */
const questionsAsked = 1_000

/** One of the kinds of questions that people ask, with other words of the talk for each number. */
function questionAbout({ title, summary, speakers, tags }: Talk, number: number): string {
  const topic = someWords(title, number)
  const speaker = speakers[0]?.name ?? topic
  const tag = tags[number % tags.length] ?? topic
  const kinds = [
    topic,
    someWords(summary.text, number),
    `What did ${speaker} say about ${tag}?`,
    `How do I use ${topic}?`,
    misspell(topic),
    `Is there a talk on ${tag}?`,
    speaker,
  ]
  return kinds[number % kinds.length]!
}

/** One to five neighbouring words. */
function someWords(text: string, number: number): string {
  const words = text.slice(0, 2_000).split(/\s+/)
  const from = (number * 3) % words.length
  return words.slice(from, from + 1 + (number % 5)).join(' ')
}

/** With two letters in the wrong order. */
const misspell = (text: string): string => text.replace(/(\p{L}{2})(\p{L})(\p{L})/u, '$1$3$2')
