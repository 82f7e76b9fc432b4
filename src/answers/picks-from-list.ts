import { bareQuestion } from '../text/as-question.ts'

/**
 * Whether a text picks a line of a list by its number, and names nothing: which list that was is no longer known.
 *
 * picksFromList('show 2') // => true
 * picksFromList('the second one, please') // => true
 * picksFromList('show 2 talks') // => false
 */
export const picksFromList = (text: string): boolean =>
  text.length <= maxLength && picking.test(bareQuestion(text))

/** Longer than any such text. */
const maxLength = 60

const verb = '(?:(?:show|open|expand|read|explain)(?: (?:me|us))?|zeige?(?: (?:mir|uns))?)'
const more = '(?:(?:what|how) about|(?:tell (?:me|us) )?more (?:about|on)|details (?:about|on|of))'
/** A message lists ten lines, and few people page on twice. */
const number = '(?:(?:the )?(?:number|no|nr|nummer|result|option|item) |#)?(?:1?[1-9]|[12]0)'
const ordinal = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\\d(?:st|nd|rd|th))'
const counted = `(?:the )?${ordinal} (?:one|result|entry)`
const german = '(?:das|der|die|den) (?:erste|zweite|dritte|vierte|fünfte|letzte)n?'
const picking = new RegExp(
  [
    `^(?:(?:ok|okay|and|please|bitte),? )*(?:(?:${verb} |${more} )?(?:${number}|${counted}|${german})|`,
    `(?:${verb}|${more}) the ${ordinal})(?:,? (?:please|pls|bitte))?$`,
  ].join(''),
  'i',
)
