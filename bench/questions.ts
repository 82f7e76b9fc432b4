import type { Corpus } from '../src/notes/corpus.ts'
import { createRandom, pick, type Random } from './random.ts'
import { misspell, phrase } from './search/subjects/perturb.ts'

/** What questions are made from. */
export interface AskedTalk {
  readonly title: string
  readonly speakers: readonly string[]
  readonly tags: readonly string[]
  readonly description: string
}

/**
 * What people would ask of these talks: one to five words of a title or a description, a speaker, a tag, and questions
 * around them; one in ten with a typo.
 */
export function questionsAbout(talks: readonly AskedTalk[], count: number, random: Random): string[] {
  const questions: string[] = []
  while (questions.length < count) {
    const question = pick(kinds, random)(pick(talks, random), random).replace(/\s+/g, ' ').trim()
    if (/\p{L}{2}/u.test(question)) questions.push(random() < 0.1 ? misspell(question, random) : question)
  }
  return questions
}

/** The same questions for the same notes. */
export function questionsAboutNotes({ talks }: Pick<Corpus, 'talks'>, count: number): string[] {
  const asked = talks.map(({ title, speakers, tags, summary }) => ({
    title,
    speakers: speakers.map(({ name }) => name),
    tags,
    description: summary.text,
  }))
  return questionsAbout(asked, count, createRandom(4))
}

type Kind = (talk: AskedTalk, random: Random) => string

const titleWords: Kind = ({ title }, random) => someWords(title, random)
const textWords: Kind = ({ description }, random) => someWords(description.slice(0, 2000), random)
const wholeQuestion: Kind = ({ title }, random) => phrase(someWords(title, random), random)
const speaker: Kind = ({ speakers }, random) => (speakers.length > 0 ? pick(speakers, random) : '')
const tag: Kind = ({ tags }, random) => (tags.length > 0 ? pick(tags, random) : '')

/** Half of the questions name a topic in a few words; the others come in equal parts. */
const kinds = [titleWords, titleWords, textWords, textWords, wholeQuestion, wholeQuestion, speaker, tag]

/** One to five neighbouring words. */
function someWords(text: string, random: Random): string {
  const words = text.split(/\s+/)
  const length = 1 + Math.floor(random() * 5)
  const start = Math.floor(random() * Math.max(1, words.length - length + 1))
  return words.slice(start, start + length).join(' ')
}
