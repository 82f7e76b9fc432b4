import type { Corpus } from '../src/notes/corpus.ts'

/** Questions as people ask them, made from the notes' own titles, tags and speakers: the same for the same notes. */
export function questionsAbout({ talks }: Corpus, count: number): readonly string[] {
  const subjects = talks.flatMap(({ title, tags, speakers }) => [
    title,
    ...tags,
    ...speakers.map(({ name }) => name),
  ])
  const ways = [
    (subject: string) => subject,
    (subject: string) => `what did they say about ${subject}?`,
    (subject: string) => `any talks on ${subject}`,
    (subject: string) => `who knows about ${subject} and how does it work?`,
  ]
  return Array.from({ length: count }, (_, turn) =>
    ways[turn % ways.length]!(subjects[(turn * 7) % subjects.length]!),
  )
}
