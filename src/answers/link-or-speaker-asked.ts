import type { LinkKind, Talk } from '../notes/talk.ts'
import { personName } from '../search/query/asked-for-signs.ts'
import type { SearchResult } from '../search/search-engine.ts'
import type { AnswerEvidence } from '../search/snippet/answer-evidence.ts'

/** What asks for a link of a talk, or for what follows it, rather than for what is said of videos. */
const linkNames =
  'videos?|recordings?|slides?|slide deck|code|source code|repo(?:sitory)?|follow-?ups?|further reading'
const askingForLink = new RegExp(
  [
    String.raw`\b(?:links? to|is there|are there|got|have|find|watch|see|show me|where (?:is|are|can i (?:find|get|see|watch))|where['’]s|send me|give me) (?:the |a |an |any |some )?(?<sought>${linkNames})\b`,
    String.raw`^(?:the |any )?(?<named>${linkNames})\b (?:of|for|from|to)\b`,
    String.raw`^what (?:are|were) the (?<follows>follow-?ups?)\b`,
    String.raw`\b(?<last>videos?|recordings?|slides|follow-?ups)[?!. ]*$`,
    String.raw`^(?:(?:is there|do you have|have you got|got|send me|give me|show me|what is|what['’]s|where is) )?(?:a |an |the |any )?(?<address>links?|urls?) (?:to|for|of)\b`,
    String.raw`\bgibt(?:['’]?s| es) (?:ein |eine |einen |irgendwelche )?(?<german>folien|videos?|aufzeichnung(?:en)?|aufnahmen?|code)\b`,
    String.raw`\bwhere (?:can|could|do|should) (?:i|we|one|you|people) (?<watched>re-?watch|watch)\b`,
  ].join('|'),
  'i',
)

/** What is asked for of a talk beside what it says, as people call it; undefined if nothing is. */
export function linkAskedFor(question: string): string | undefined {
  const { sought, named, follows, last, german, watched, address } =
    askingForLink.exec(question)?.groups ?? {}
  return (sought ?? named ?? follows ?? last ?? german ?? watched ?? address)?.toLowerCase()
}

/** If the notes have nothing of the talk that is called so: what they do not have, as it goes on after `The notes`. */
export function lackingLink(
  name: string,
  { links, followUps }: Pick<Talk, 'links' | 'followUps'>,
): string | undefined {
  if (/^(?:link|url)/.test(name)) return links.length > 0 ? undefined : 'have no links'
  if (/^(?:follow|fur)/.test(name)) return followUps.length > 0 ? undefined : 'have no follow-ups'
  const kind: LinkKind = /^(?:sl|fol)/.test(name)
    ? 'slides'
    : /^(?:code|so|repo)/.test(name)
      ? 'code'
      : 'video'
  return links.some((link) => link.kind === kind) ? undefined : `link no ${kind}`
}

/** Whether a talk has all of a question but the words for a link, which no note need say to have one. */
export const lacksLinkNames = ({ subjects, missing }: AnswerEvidence, isCovered: boolean): boolean =>
  (subjects.length > 0 || isCovered) && missing.every((word) => linkName.test(word))
const linkName = new RegExp(`^(?:${linkNames}|links?|urls?)$`, 'i')

const gave = 'gave|gives|presented|presents|held|delivered|spoke|speaks|talked|talks|was speaking|is speaking'
const talkNoun = '(?:lightning )?(?:talk|session|presentation|keynote)'
const askingForSpeaker = new RegExp(
  [
    String.raw`\bwho (?:${gave})\b|\bwho did .{1,80}\b${talkNoun}\b`,
    String.raw`\bwho(?:['’]s| is| was| were| are)? the (?:speakers?|presenters?)\b|\b(?:which|what) (?:speakers?|presenters?)\b`,
    String.raw`\bwhose ${talkNoun}\b|\bby whom\b|^(?:the )?\S+(?: \S+){0,4} (?:speakers?|presenters?)[?. ]*$`,
    String.raw`\bwer (?:hielt|sprach|spricht|redete|präsentierte)\b|\bwer hat .{1,80}\b(?:gehalten|gesprochen|geredet|vorgestellt|präsentiert)\b`,
    String.raw`\bvon wem (?:ist|war|stammt)\b|\bqui a (?:parlé|présenté|donné)(?!\p{L})|\bquién (?:habló|presentó|dio)(?!\p{L})`,
  ].join('|'),
  'iu',
)

/** A name alone may be a thing's. */
const namingSpeaker = new RegExp(
  [
    String.raw`\b(?:by|[Ss]peakers?:?|[Pp]resenters?:?|[Tt]alk of|[Vv]on) ${personName}|`,
    `${personName}(?:,[^,.]{1,60},)? (?:presents?|presented|show(?:s|ed)|spoke|speaks|talked|talks|gave|gives|introduced?s?|explain(?:s|ed)|`,
    String.raw`describ(?:es|ed)|demonstrat(?:es|ed)|told|tells|report(?:s|ed)|turns|asked|asks)\b`,
  ].join(''),
  'u',
)

/** In UTF-16 units: a note that has no field for its speaker may name one in its first sentences. */
const maxQuoted = 400

/** If it is asked who gave a talk, and the notes name nobody: that, as it goes on after `The notes`. */
export function lackingSpeaker(question: string, { talk, quote }: SearchResult): string | undefined {
  if (talk.speakers.length > 0 || !askingForSpeaker.test(question)) return undefined
  return namingSpeaker.test(quote(maxQuoted).text) ? undefined : 'name no speaker'
}
