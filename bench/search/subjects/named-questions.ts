import type { Talk } from '../../../src/notes/talk.ts'
import { parseQuery, topicsOf } from '../../../src/search/query/parse-query.ts'
import type { QueryWord } from '../../../src/search/query/query.ts'
import { remembering } from '../../../src/text/remembering.ts'
import { pick, type Random } from '../../random.ts'
import { phrase } from './perturb.ts'

/** A question made of the names of one talk, and the ids of all that are called so. */
export interface NamedQuestion {
  readonly text: string
  readonly answers: ReadonlySet<string>
}

/** Asks for a talk by who gave it and a word of its title: `martelli testing`, and the same in a question. */
export function speakerQuestions(talks: readonly Talk[], count: number, random: Random): NamedQuestion[] {
  return questionsOf(talks, count, random, (talk) => {
    const word = pickOr(topicsIn(talk.title), random)
    const speaker = pickOr(talk.speakers, random)?.name.trim()
    if (!word || !speaker) return undefined
    const name = random() < 0.5 ? speaker : speaker.split(/\s+/).at(-1)!
    const text = `${name} ${word.text}`
    const isRight = (other: Talk) =>
      other.speakers.some(({ name: theirs }) => ` ${theirs} `.includes(` ${name} `)) && hasWord(other, word)
    return { text: random() < 0.5 ? text : phrase(text, random), isRight }
  })
}

/** Asks for a talk by two neighbouring words of its title and its event: `pandas tricks at PyData London 2014`. */
export function eventQuestions(talks: readonly Talk[], count: number, random: Random): NamedQuestion[] {
  return questionsOf(talks, count, random, (talk) => {
    const topics = topicsIn(talk.title)
    const words = topics.slice(Math.floor(random() * Math.max(1, topics.length - 1))).slice(0, 2)
    if (words.length === 0) return undefined
    const text = `${words.map((word) => word.text).join(' ')} at ${talk.event.name}`
    const isRight = (other: Talk) =>
      other.event.id === talk.event.id && words.every((word) => hasWord(other, word))
    return { text: random() < 0.5 ? text : phrase(text, random), isRight }
  })
}

/** Asks for a talk by one of its tags and a word of its title: `django caching`. */
export function tagQuestions(talks: readonly Talk[], count: number, random: Random): NamedQuestion[] {
  return questionsOf(talks, count, random, (talk) => {
    const tag = pickOr(talk.tags, random)
    const word = pickOr(topicsIn(talk.title), random)
    if (tag === undefined || !word || topicsIn(tag).some(({ term }) => term === word.term)) return undefined
    const text = `${tag} ${word.text}`
    const isRight = (other: Talk) => other.tags.includes(tag) && hasWord(other, word)
    return { text: random() < 0.5 ? text : phrase(text, random), isRight }
  })
}

interface Made {
  readonly text: string
  readonly isRight: (talk: Talk) => boolean
}

function questionsOf(
  talks: readonly Talk[],
  count: number,
  random: Random,
  make: (talk: Talk) => Made | undefined,
): NamedQuestion[] {
  const questions: NamedQuestion[] = []
  // A talk may be without speakers, or have a title of no topic.
  for (let tries = 0; questions.length < count && tries < 10 * count; tries++) {
    const made = make(pick(talks, random))
    if (!made) continue
    const answers = new Set(talks.filter(made.isRight).map(({ id }) => id))
    questions.push({ text: made.text, answers })
  }
  return questions
}

function pickOr<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items.length === 0 ? undefined : pick(items, random)
}

const topicsIn = remembering(
  (title): readonly QueryWord[] => topicsOf(parseQuery(title)).filter(({ role }) => role === 'topic'),
  100_000,
)

function hasWord({ title }: Talk, { term }: QueryWord): boolean {
  return topicsIn(title).some((other) => other.term === term)
}
