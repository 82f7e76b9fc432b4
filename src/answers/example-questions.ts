import type { Talk } from '../notes/talk.ts'
import { analyze } from '../search/analysis/analyzer.ts'

const examplesMade = 4
/** How many talks are looked into: their texts may have to be read first. */
const talksConsidered = 200

/**
 * Questions that the notes answer well, made from well-filled talks: each names a tag that only this talk has and that
 * its own text uses, so that the talk is found by it.
 */
export function exampleQuestions(talks: readonly Talk[]): string[] {
  const frequencies = new Map<string, number>()
  for (const tag of talks.flatMap((talk) => talk.tags)) frequencies.set(tag, (frequencies.get(tag) ?? 0) + 1)
  const questions: string[] = []
  const ownTags = (talk: Talk) => talk.tags.filter((tag) => frequencies.get(tag) === 1)
  const candidates = talks
    .filter((talk) => ownTags(talk).length > 0)
    .slice(0, talksConsidered)
    .sort((a, b) => b.takeaways.length - a.takeaways.length)
  for (const talk of candidates) {
    if (questions.length === examplesMade) break
    const own = ownTags(talk).filter((tag) => isSaidIn(tag, talk))
    const topic = own[0]
    if (topic) questions.push(phrase(questions.length, topic, talk))
  }
  return questions
}

/** By turns, so that the examples show different ways to ask. */
function phrase(turn: number, topic: string, talk: Talk): string {
  const speaker = talk.speakers[0]?.name
  if (turn % 2 === 0 && speaker) return `What did ${speaker} say about ${topic}?`
  return turn % 3 === 1 ? `Any talks on ${topic}?` : `Which talk is about ${topic}?`
}

function isSaidIn(tag: string, talk: Talk): boolean {
  const terms = (text: string) => analyze(text).map((token) => token.term)
  const said = new Set([talk.summary, ...talk.takeaways].flatMap(({ text }) => terms(text)))
  const wanted = terms(tag)
  return wanted.length > 0 && wanted.every((term) => said.has(term))
}
