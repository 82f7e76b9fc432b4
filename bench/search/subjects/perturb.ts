import { pick, type Random } from '../../random.ts'
import type { SearchDocument } from '../peers/peer.ts'

/**
 * Makes `count` documents: the real ones first, then new ones made of a real one's speakers and tags, its title with
 * another's word in it, and of two real texts' sentences by turns. About one word in 200 is misspelt, so that the vocabulary goes on growing with
 * the collection as it does in real ones.
 */
export function growDocuments(
  real: readonly SearchDocument[],
  count: number,
  random: Random,
): SearchDocument[] {
  return [...growing(real, count, random)]
}

/** As `growDocuments`, one after the other. */
export function* growing(
  real: readonly SearchDocument[],
  count: number,
  random: Random,
): Generator<SearchDocument> {
  yield* real.slice(0, count)
  for (let made = real.length; made < count; made++) {
    const [one, other] = [pick(real, random), pick(real, random)]
    const title = one.title.split(' ')
    title[Math.floor(random() * title.length)] = pick(other.title.split(' '), random)
    yield {
      ...one,
      id: `${one.id}-${made}`,
      title: title.join(' '),
      text: misspellSome(mixSentences(one.text, other.text, random), random),
    }
  }
}

/**
 * Puts one slip of the fingers into one word of four letters or more: two letters swapped, one left out, one too many
 * or a wrong one, never the first letter, which people rarely miss. The text as it is if it has no such word.
 */
export function misspell(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)]
  if (words.length === 0) return text
  const { 0: word, index } = pick(words, random)
  return text.slice(0, index) + slip(word, random) + text.slice(index + word.length)
}

/** Wraps a question in the words that people ask with: none of them says anything of its own. */
export function phrase(topic: string, random: Random): string {
  return fill(pick(phrasings, random), topic)
}

/** Wraps a question in what people tell beside it: words that a talk may well have, but that are not what is asked. */
export function chat(topic: string, random: Random): string {
  return fill(pick(chats, random), topic)
}

const phrasings = [
  'what did they say about …?',
  'What did the speaker say about …',
  'is there a talk on …?',
  'any talks about …',
  'do we have notes on …?',
  'can you tell me which talk covers …?',
  "I'm looking for the one where they explained …",
  'who talked about …?',
  'hey, where can I find something about …',
  'tell me more about … please',
  'does anyone know what was said regarding …?',
  'which session would help me with …?',
]

const chats = [
  'my boss keeps asking about …, did any of you sit in on that?',
  'I vaguely remember a demo with …, which one was it?',
  'got stuck with … at work today, where could I read up on it',
  'for a newcomer to the team: what should they watch first on …?',
  'preparing a workshop on … for Monday and need some material',
  'we argued over lunch about …, can somebody settle it?',
  'missed most of the second day, was there anything on …?',
  'client wants … by Friday, please point me somewhere',
  '… is all the rage now, is it worth a look?',
  'heard great things about …, whose slides were those',
  'long shot, but did anybody write down the part on …?',
  'our new project will involve …, what are the pitfalls?',
]

function fill(template: string, topic: string): string {
  return template.replace('…', () => topic.trim().replace(/[\s.?!]+$/, ''))
}

function slip(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [head, tail] = [word.slice(0, at), word.slice(at)]
  const swapped = head + tail[1] + tail[0] + tail.slice(2)
  const letter = pick([...'abcdefghijklmnopqrstuvwxyz'], random)
  const misspelt = pick(
    [swapped, head + tail.slice(1), head + letter + tail, head + letter + tail.slice(1)],
    random,
  )
  return misspelt === word ? head + tail.slice(1) : misspelt
}

function mixSentences(one: string, other: string, random: Random): string {
  const split = (text: string) => text.split(/(?<=[.!?])\s+/)
  const others = split(other)
  return split(one)
    .map((sentence) => (random() < 0.5 ? sentence : pick(others, random)))
    .join(' ')
}

function misspellSome(text: string, random: Random): string {
  return text.replace(/\p{L}{4,}/gu, (word) => (random() < 0.005 ? slip(word, random) : word))
}
