import type { Talk } from '../notes/talk.ts'
import { analyze, splitWords } from '../search/analysis/analyzer.ts'
import { roleOf } from '../search/query/word-roles.ts'
import { nounsByKind } from './listing/kind-nouns.ts'

/** How many questions are shown to a newcomer. */
const examplesMade = 4
/** How many talks are looked into: their texts may have to be read first. */
export const talksConsidered = 200
/** How much of a takeaway tells it from others. */
const passageLength = 40
/** Longer ones are cut on a button. */
const maxLength = 75

/** A question that the notes should answer. */
export interface Example {
  readonly question: string
  /** The talk that answers it, if it is about one. */
  readonly talk?: string
  /** What the quotation has, if it answers. */
  readonly passage?: string
}

/** The questions to show: one of each kind, then more of each. */
export function exampleQuestions(talks: readonly Talk[]): string[] {
  return byTurns(examplesFrom(talks, countTags(talks)))
    .take(examplesMade)
    .map(({ question }) => question)
    .toArray()
}

/**
 * As `exampleQuestions`, but only those that are answered as they should be.
 * @param tags how many talks have each tag, if that is known without looking into all of them
 */
export async function checkedExamples(
  talks: readonly Talk[],
  isAnswered: (example: Example) => Promise<boolean>,
  tags = countTags(talks),
): Promise<string[]> {
  const questions: string[] = []
  const kinds = examplesFrom(talks, tags).map((kind) => [...kind])
  while (questions.length < examplesMade && kinds.some((kind) => kind.length > 0)) {
    for (const kind of kinds) {
      let example = kind.shift()
      while (example !== undefined && !(await isAnswered(example))) example = kind.shift()
      if (example !== undefined) questions.push(example.question)
      if (questions.length === examplesMade) break
    }
  }
  return questions
}

function countTags(talks: readonly Talk[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const tag of talks.flatMap((talk) => talk.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return counts
}

function* byTurns(kinds: readonly (readonly Example[])[]): Generator<Example> {
  for (let turn = 0; turn < examplesMade; turn++) yield* kinds.flatMap((kind) => kind[turn] ?? [])
}

/**
 * Questions as people would ask them, by kind: how and what, as a takeaway answers them; what a speaker said about a topic; for
 * the talks on a topic of several. If the notes have none of a kind, the other kinds and titles take its place. Questions
 * that read best come first, and those about talks that no other question is about.
 */
function examplesFrom(
  talks: readonly Talk[],
  counts: ReadonlyMap<string, number>,
): readonly (readonly Example[])[] {
  const rich = talks
    .slice(0, talksConsidered)
    .filter(({ title, summary }) => title !== '' && summary.text !== '')
    .toSorted((a, b) => b.takeaways.length - a.takeaways.length)
  const used = new Set<string>()
  const ofEach = (ask: (talk: Talk) => ExampleQuestion | undefined) => {
    const examples: Example[] = []
    const isUsed = ({ id }: Talk) => used.has(id)
    for (const talk of [...rich.filter((one) => !isUsed(one)), ...rich.filter(isUsed)]) {
      if (examples.length === examplesMade) break
      const asked = ask(talk)
      if (asked === undefined || asked.question.length > maxLength) continue
      used.add(talk.id)
      examples.push({ ...asked, talk: talk.id })
    }
    return examples
  }
  const special = [
    ofEach(howQuestion),
    ofEach(speakerQuestion),
    topicQuestions(counts, talks.length),
    ofEach(whatQuestion),
  ]
  return [...special, ofEach((talk) => ownTopicQuestion(talk, counts)), ofEach(titleQuestion)]
}

type ExampleQuestion = Omit<Example, 'talk'>

/** Words that refer to something said before. */
const backward =
  /\b(?:it|its|they|them|their|this|that|these|those|he|she|his|her|one|ones|such|so|others?)\b/i
/** A question is cut where its sentence goes on. */
const aim = String.raw`(?<aim>\p{Ll}[\p{Ll}-]+ [^,;:.()"“”'’]{8,50})`
/** A time to live is not set in order to live. */
const beforeTo =
  'time|times|way|ways|right|chance|reason|permission|ability|need|how|what|where|up|down|back|close|next|similar'
const use = new RegExp(
  String.raw`^(?:Use|Using|Try|Call|Run|Set|Add|Install|Write) [^,;:.()]{2,40}?(?<!\b(?:${beforeTo})) to ${aim}(?=[,;.]|$)`,
  'u',
)
const purpose = new RegExp(`^To ${aim}, `, 'u')
/** What may follow "to" and is no verb. */
const noVerb = /^(?:the|a|an|be|begin|sum|some|all|any|each|every|my|your|our|production|see|say)\b/

/** `To send a message, get the logger first.` answers "How do I send a message?". */
function howQuestion(talk: Talk): ExampleQuestion | undefined {
  for (const text of englishTakeaways(talk)) {
    const { aim: found } = (purpose.exec(text) ?? use.exec(text))?.groups ?? {}
    if (found === undefined || noVerb.test(found) || backward.test(found)) continue
    const mine = found
      .trim()
      .replaceAll(/\byour\b/g, 'my')
      .replaceAll(/\byou\b/g, 'I')
    return { question: `How do I ${mine}?`, passage: text.slice(0, passageLength) }
  }
  return undefined
}

const definition = /^(?<name>\p{Lu}[\p{L}\p{N}.+#-]*(?: \p{Lu}[\p{L}\p{N}.+#-]*){0,2}) (?:is|are) an? /u

/** `Cubes is a framework for analysis.` answers "What is Cubes?", if the talk's title begins with the name. */
function whatQuestion(talk: Talk): ExampleQuestion | undefined {
  const summary = talk.language.startsWith('en') ? [talk.summary.text] : []
  for (const text of [...englishTakeaways(talk), ...summary]) {
    const { 0: passage = '', groups: { name } = {} } = definition.exec(text) ?? {}
    if (name === undefined || termsOf(name).length === 0 || !talk.title.startsWith(name)) continue
    if (!/^(?:The|An?|There|What|Here|This|It)\b/.test(name)) return { question: `What is ${name}?`, passage }
  }
  return undefined
}

/** A topic as the title writes it reads best; else one that the talk alone has, in words of its own. */
function speakerQuestion(talk: Talk): ExampleQuestion | undefined {
  const speaker = talk.speakers[0]?.name
  if (!speaker) return undefined
  const topic = topicInTitle(talk) ?? talk.tags.find((tag) => isSaidIn(tag, talk))
  return topic === undefined ? undefined : { question: `What did ${speaker} say about ${topic}?` }
}

function topicInTitle({ title, tags }: Talk): string | undefined {
  const words = title.split(/[\s:;,.()!?"“”]+/).filter((word) => word !== '')
  const isTag = (word: string) =>
    tags.some((tag) => tag.toLowerCase() === word.toLowerCase()) && termsOf(word).length > 0
  const inTags = words.slice(1).filter(isTag)
  return inTags.find((word) => /^\p{Lu}/u.test(word)) ?? inTags[0]
}

/** Topics of several talks, but not of most: a list of these tells something. */
function topicQuestions(counts: ReadonlyMap<string, number>, talks: number): Example[] {
  const isTopic = (tag: string) =>
    !nounsByKind.has(tag.toLowerCase()) && splitWords(tag).some(({ text }) => roleOf(text) === 'topic')
  return [...counts]
    .filter(([tag, count]) => count > 1 && count <= Math.max(3, talks / 3) && isTopic(tag))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, examplesMade)
    .map(([tag]) => ({ question: `Any talks on ${tag}?` }))
}

function ownTopicQuestion(talk: Talk, counts: ReadonlyMap<string, number>): ExampleQuestion | undefined {
  const topic = talk.tags.find((tag) => counts.get(tag) === 1 && isSaidIn(tag, talk))
  return topic === undefined ? undefined : { question: `Which talk is about ${topic}?` }
}

function titleQuestion({ title }: Talk): ExampleQuestion | undefined {
  const plain = title.replace(/(?<![\s.?!:])[\s.?!:]+$/u, '')
  return termsOf(plain).length === 0 ? undefined : { question: `What was “${plain}” about?` }
}

function englishTakeaways({ language, takeaways }: Talk): string[] {
  return language.startsWith('en') ? takeaways.map(({ text }) => text) : []
}

function isSaidIn(tag: string, talk: Talk): boolean {
  const said = new Set([talk.summary, ...talk.takeaways].flatMap(({ text }) => termsOf(text)))
  const wanted = termsOf(tag)
  return wanted.length > 0 && wanted.every((term) => said.has(term))
}

function termsOf(text: string): string[] {
  return analyze(text).map(({ term }) => term)
}
