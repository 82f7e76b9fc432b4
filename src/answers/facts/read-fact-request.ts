import { bareQuestion } from '../../text/as-question.ts'
import { anyPart, askingBefore, partCalledSo, type TalkPartKind, talkNouns } from './talk-parts.ts'

/** A question about what the notes keep of one talk, apart from what it says. */
export interface FactRequest {
  readonly asks: TalkPartKind | 'kind' | 'language'
  /** What the talk is called, as typed. */
  readonly named: string
  /** Whether it is said to be a talk: `the Kivy talk`, or has a title in quotes. */
  readonly isTalk: boolean
  /** Whether it is named by its speaker: `the talk by Ada Pier`. */
  readonly isBy: boolean
  /** If only a talk of some kind is meant: `who gave the Kivy tutorial?` */
  readonly session?: string
  /** Whether a number is asked for: `how many links does it have?` */
  readonly isCount: boolean
}

const talk = `(?:${talkNouns})`
/** `the talk on Kivy`, `“Kivy”`, `the Kivy talk`. */
const name = `(?:the )?(?:(?<lead>(?:${talk}|keynote)(?: called| named| on| about| by| of)?) )?(?<named>.{1,100}?)`
const after = `(?<after>(?:['’]s)? (?:${talk}|keynote)(?:['’]s)?)?`

const patterns = [
  `${askingBefore}(?<part>${anyPart}) (?:of|from|for|in) ${name}${after}`,
  `(?:what|which|how many) (?<part>${anyPart}) (?:does|do|did|has|have) ${name}${after}(?: (?:have|has|got|give|list|contain|name))?`,
  `(?:what|which|how many) (?<part>${anyPart}) (?:is|are|were|was)(?: there)? (?:in|of|on|for) ${name}${after}`,
  `how (?:is|was) ${name}${after} (?<tagged>tagged)`,
  `what (?:is|was) ${name}${after} (?<tagged>tagged)(?: (?:with|as))?`,
  `who (?<gave>gave|presented|held|delivered|gives|presents) the (?<named>.{1,100}?)(?<after> (?:${talk}|(?<session>keynote|tutorial|workshop)))`,
  `(?:what|which) (?<kind>kind|type|sort) of (?:talk|session) (?:is|was) ${name}${after}`,
  `(?:what|which|in what|in which) (?<language>language) (?:is|was) ${name}${after}(?: in| held in| given in)?`,
  `(?:the )?(?<named>.{1,100}?)(?<after>(?:['’]s)? (?:${talk}|keynote)(?:['’]s)?) (?<part>${anyPart})`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'))

/** Longer than any such question. */
const maxLength = 160

/** readFactRequest('tags of the Kivy talk') // => { asks: tags, named: 'Kivy', isTalk: true, isBy: false, isCount: false } */
export function readFactRequest(question: string): FactRequest | undefined {
  const text = bareQuestion(question)
  if (text.length > maxLength) return undefined
  const said = patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined)
  if (said?.named === undefined) return undefined
  const asks = factAsked(said)
  if (asks === undefined) return undefined
  const named = said.named
    .replace(/['’]s$/, '')
    .replace(/^["“„']+|["”“']+$/g, '')
    .trim()
  const isQuoted = /^["“„]/.test(said.named)
  const isTalk = isQuoted || (said.lead ?? said.after) !== undefined
  // “Links of Kivy” may be those of all talks on it.
  const isOfTopic = typeof asks === 'object' && ['link', 'video', 'follow-up'].includes(asks.name)
  if (isOfTopic && !isTalk) return undefined
  return {
    asks,
    named,
    isTalk,
    isBy: / by$/i.test(said.lead ?? ''),
    isCount: /^how many\b/i.test(text),
    ...(said.session && { session: said.session.toLowerCase() }),
  }
}

function factAsked(said: Readonly<Record<string, string | undefined>>): FactRequest['asks'] | undefined {
  if (said.kind) return 'kind'
  if (said.language) return 'language'
  if (said.gave) return partCalledSo('speaker')
  return partCalledSo(said.tagged ? 'tag' : (said.part ?? ''))
}
