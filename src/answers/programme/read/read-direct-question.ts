import type { WhenRequest } from '../when-request.ts'
import { isTopicTalk, possessive, readTalkMeant } from './read-talk-meant.ts'

/**
 * What a question asks that begins with `when` or `where`; undefined if it does not ask for the time or place of a talk.
 * @param lead what it begins with: `when and where`, `until when`, `in which room`
 * @param auxiliary `is`, `does`, `will`, in lower case
 * @param rest what follows
 */
export function readDirectQuestion(lead: string, auxiliary: string, rest: string): WhenRequest | undefined {
  const asks = whenOrWhere(lead)
  const said = ofBreak.test(rest) ? rest : rest.replace(soon, '')
  const end = ends.exec(said)
  if (end && asks === 'when') return readTalkMeant('end', said.slice(0, end.index))
  if (/^until|^till/i.test(lead)) return readTalkMeant('end', said.replace(happens, ''))
  const heard = /^(?:i|we|you|one|people) (?:hear|see|watch|attend|catch|meet|find) (.+)$/i.exec(said)?.[1]
  // “Where can I watch …” asks for its video.
  if (heard !== undefined)
    return asks === 'where' && /^\S+ watch /i.test(said) ? undefined : readTalkMeant(asks, heard)
  const [, who, what = ''] = speaks.exec(said) ?? []
  const isName = who !== undefined && !/^(?:the|a|an)$|,/i.test(who) && who.split(' ').length <= maxNameWords
  if (isName && !isTopicTalk(said))
    return { asks, named: `${who.replace(possessive, '')} ${what}`.trim(), isTalk: true }
  const subject = said.replace(happens, '').replace(/ (?:in|at)$/i, '')
  // "Where do talks on deployment go wrong?" asks for no place.
  if (/^(?:do|does|did|can|could|will|should)$/.test(auxiliary) && subject === said) return undefined
  // Of what nothing was said before is held somewhere, that is the conference.
  if (subject !== said && /^(?:it|this|that)$/i.test(subject))
    return { asks, named: 'conference', isTalk: false }
  // Only talks have a room, so the question need not say that it means a talk.
  const isRoom = /\b(?:room|hall|stage)\b/i.test(lead)
  const request = readTalkMeant(asks, subject)
  // When a review should be held is told by a talk, not by a programme.
  if (auxiliary === 'should' && request?.isTalk === false) return undefined
  return request && isRoom ? { ...request, isTalk: true } : request
}

export const whenOrWhere = (lead: string): WhenRequest['asks'] =>
  /\b(?:when|time|day|date)\b/i.test(lead) ? 'when' : 'where'

const maxNameWords = 4
const speaks =
  /^(.+?) (?:speaks?|speaking|talks?|talking|presents?|presenting|gives? (?:a|the|his|her|their) talk|on stage)(?: (?:on|about) (.+))?$/i
const happens =
  / (?:be )?(?:held|given|scheduled|planned|taking place|take place|happening|happen|starting|start|begin|on|up|again)$/i
const ends = / (?:be )?(?:ends?|ending|finish|finishes|finished|over|done|stop)$/i
/** Said of the time that one asks about, and told by the answer. */
const soon = / (?:(?:right )?now|please|pls|plz)$/i
/** There is one on every day. */
const ofBreak = /\b(?:lunch|breaks?)\b/i
