import { personName } from '../search/query/asked-for-signs.ts'

/** Words that ask for a link of a talk, or for its follow-ups, rather than for what talks say about videos. */
const linkNames =
  'videos?|recordings?|slides?|slide deck|code|source code|repo(?:sitory)?|follow-?ups?|to-?dos|action items|further reading'
export const askingForLink = new RegExp(
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

/** A word for a link: a note can have a link without that word. */
export const linkName = new RegExp(`^(?:${linkNames}|links?|urls?)$`, 'i')

const gave = 'gave|gives|presented|presents|held|delivered|spoke|speaks|talked|talks|was speaking|is speaking'
const talkNoun = '(?:lightning )?(?:talk|session|presentation|keynote)'
export const askingForSpeaker = new RegExp(
  [
    String.raw`\bwho (?:${gave})\b|\bwho did .{1,80}\b${talkNoun}\b`,
    String.raw`\bwho(?:['’]s| is| was| were| are)? the (?:speakers?|presenters?)\b|\b(?:which|what) (?:speakers?|presenters?)\b`,
    String.raw`\bwhose ${talkNoun}\b|\bby whom\b|^(?:the )?\S+(?: \S+){0,4} (?:speakers?|presenters?)[?. ]*$`,
    String.raw`\bwer (?:hielt|sprach|spricht|redete|redet|präsentierte)\b|\bwer hat .{1,80}\b(?:gehalten|gesprochen|geredet|erzählt|vorgestellt|präsentiert)\b`,
    String.raw`\bvon wem (?:ist|war|stammt)\b|\bqui a (?:parlé|présenté|donné)(?!\p{L})|\bqui[eé]n (?:habl[oó]|present[oó]|dio)(?!\p{L})`,
    String.raw`\bchi ha (?:parlato|presentato|tenuto)\b|\bquem (?:falou|apresentou|deu)\b`,
  ].join('|'),
  'iu',
)

/** Words that show that a speaker is meant: a name alone may be a thing's. */
export const namingSpeaker = new RegExp(
  [
    String.raw`\b(?:by|[Ss]peakers?:?|[Pp]resenters?:?|[Tt]alk of|[Vv]on) ${personName}|`,
    `${personName}(?:,[^,.]{1,60},)? (?:presents?|presented|show(?:s|ed)|spoke|speaks|talked|talks|gave|gives|introduced?s?|explain(?:s|ed)|`,
    String.raw`describ(?:es|ed)|demonstrat(?:es|ed)|told|tells|report(?:s|ed)|turns|asked|asks)\b`,
  ].join(''),
  'u',
)
