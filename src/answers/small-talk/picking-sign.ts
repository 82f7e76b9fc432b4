const verb = '(?:(?:show|open|expand|read|explain)(?: (?:me|us))?|zeige?(?: (?:mir|uns))?)'
const more = '(?:(?:what|how) about|(?:tell (?:me|us) )?more (?:about|on)|details (?:about|on|of))'
/** A message lists ten lines, and few people page on twice. */
const number = '(?:(?:the )?(?:number|no|nr|nummer|result|option|item) |#)?(?:1?[1-9]|[12]0)'
const ordinal = '(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|\\d(?:st|nd|rd|th))'
const counted = `(?:the )?${ordinal} (?:one|result|entry)`
const german = '(?:das|der|die|den) (?:erste|zweite|dritte|vierte|fünfte|letzte)n?'

/**
 * A text that picks a line of a list by its number, and names nothing: which list that was is no longer known.
 *
 * signOfPicking.test('the second one, please') // => true
 * signOfPicking.test('show 2 talks') // => false
 */
export const signOfPicking = new RegExp(
  [
    `^\\s*(?:(?:ok|okay|and|please|bitte),? )*(?:(?:${verb} |${more} )?(?:${number}|${counted}|${german})|`,
    `(?:${verb}|${more}) the ${ordinal})(?:,? (?:please|pls|bitte))?[\\s?.!]*$`,
  ].join(''),
  'i',
)
