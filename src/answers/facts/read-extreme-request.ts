import { readMinutes } from '../../calendar/read-minutes.ts'
import { bareQuestion } from '../../text/as-question.ts'
import type { nounsOfKind } from '../listing/kind-nouns.ts'
import { anyPart, askingBefore, partCalledSo, type TalkPartKind, talkNouns } from './talk-parts.ts'

/**
 * Asks for the talk that has most or least of something (the longest talk, the talk with the most links), or for all talks that take more
 * or less than some time.
 */
export interface ExtremeRequest {
  /** What is counted, or its length. */
  readonly by: TalkPartKind | 'length'
  readonly bound: 'most' | 'least'
  /** If only talks of a kind are meant. */
  readonly kind?: keyof typeof nounsOfKind
  /** What the talks are narrowed down to, as typed: an event, a year, a speaker, a tag. */
  readonly scope?: string
  /** If all talks that take more, or less, are asked for instead of one: the bound in minutes. */
  readonly than?: number
}

const kinds = `(?<kind>keynotes?|lightning talks?|${talkNouns})`
const scope =
  '(?: (?:ever|of all(?: time)?|there (?:is|was)))?(?: (?:of|at|from|in|by|about|on|tagged) (?:the )?(?<scope>.{1,60}))?'
const most = 'most|highest number of|largest number of|greatest number of|maximum(?: number)? of'
const least = 'fewest|least|lowest number of|smallest number of|minimum(?: number)? of'
const longest = '(?<longest>longest|lengthiest)|(?<shortest>shortest|briefest)'
const hasMost = `(?:that |which )?(?:with|has|have|had|having|got) (?:the )?(?:(?<most>${most})|(?:${least})) (?<part>${anyPart})`
const isLongest = `(?:is|was|are|were|lasts|lasted|takes|took|ran|runs) (?:the )?(?:${longest})`

const within = '(?: (?:of|at|from|in|by|on) (?:the )?(?<scope>.{1,60}?))?'

const patterns = [
  `${askingBefore}${kinds}${within} ${hasMost}`,
  `${askingBefore}${kinds}${within} ${isLongest}`,
  `${askingBefore}${kinds} ${hasMost}${scope}`,
  `${askingBefore}(?:how long (?:is|was) )?(?:the )?(?:${longest}) ${kinds}${scope}`,
  `${askingBefore}${kinds} ${isLongest}${scope}`,
  `${askingBefore}${kinds} (?:that |which )?(?:(?:is|are|was|were|takes?|took|lasts?|lasted) )?(?:(?<over>longer than|over|more than)|(?:shorter than|under|less than)) (?<than>\\S+(?: \\S+){0,4}?)${scope}`,
].map((pattern) => new RegExp(`^${pattern}$`, 'i'))

/** Longer than any such question. */
const maxLength = 120
const everything = /^(?:conference|event|notes|all|them all|all talks|conf)$/i

/** readExtremeRequest('which talk has the most links?') // => { by: links, bound: 'most' } */
export function readExtremeRequest(question: string): ExtremeRequest | undefined {
  const text = bareQuestion(question)
  if (text.length > maxLength) return undefined
  const said = patterns.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined)
  if (said === undefined) return undefined
  const by = said.part === undefined ? 'length' : partCalledSo(said.part)
  if (by === undefined) return undefined
  const than = said.than === undefined ? undefined : minutesSaid(said.than)
  if (said.than !== undefined && than === undefined) return undefined
  const isMost = [said.longest, said.over, said.most].some((one) => one !== undefined)
  const kind = said.kind!.toLowerCase()
  return {
    by,
    bound: isMost ? 'most' : 'least',
    ...(kind.startsWith('k') && { kind: 'keynote' }),
    ...(kind.startsWith('li') && { kind: 'lightning' }),
    ...(said.scope !== undefined && !everything.test(said.scope) && { scope: said.scope }),
    ...(than !== undefined && { than }),
  }
}

/** minutesSaid('an hour and a half') // => 90 */
function minutesSaid(said: string): number | undefined {
  const words = said.split(' ')
  const read = readMinutes(words, 0)
  return read?.end === words.length ? read.minutes : undefined
}
