import { misspell, phrase } from './perturb.ts'
import type { VideoTalk } from './pyvideo.ts'
import { pick, type Random } from './random.ts'

/**
 * What people would ask of these talks: one to five words of a title or a description, a speaker, a tag, and questions
 * around them; one in ten with a typo.
 */
export function makeTalkQueries(talks: readonly VideoTalk[], count: number, random: Random): string[] {
  const queries: string[] = []
  while (queries.length < count) {
    const query = pick(kinds, random)(pick(talks, random), random).replace(/\s+/g, ' ').trim()
    if (/\p{L}{2}/u.test(query)) queries.push(random() < 0.1 ? misspell(query, random) : query)
  }
  return queries
}

type Kind = (talk: VideoTalk, random: Random) => string

const titleWords: Kind = ({ title }, random) => someWords(title, random)
const textWords: Kind = ({ description }, random) => someWords(description.slice(0, 2000), random)
const question: Kind = ({ title }, random) => phrase(someWords(title, random), random)
const speaker: Kind = ({ speakers }, random) => (speakers.length > 0 ? pick(speakers, random) : '')
const tag: Kind = ({ tags }, random) => (tags.length > 0 ? pick(tags, random) : '')

/** Half of the questions name a topic in a few words; the others come in equal parts. */
const kinds = [titleWords, titleWords, textWords, textWords, question, question, speaker, tag]

/** One to five neighbouring words. */
function someWords(text: string, random: Random): string {
  const words = text.split(/\s+/)
  const length = 1 + Math.floor(random() * 5)
  const start = Math.floor(random() * Math.max(1, words.length - length + 1))
  return words.slice(start, start + length).join(' ')
}
