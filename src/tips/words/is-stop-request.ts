/** Any of these ends the tips, if nothing else is said than `joining` words. */
const stopping =
  /\b(?:stop|off|unsubscribe|disable|cancel|opt out|no more (?:daily )?tips?|(?:do not|dont) (?:send|post))\b/
const joining = new Set(
  (
    'stop off unsubscribe disable cancel opt out no more do not dont send post turn switch please the these those ' +
    'this my your our all any can could would will you i we want wanna daily tip tips sending posting giving ' +
    'me us from to it them for here in channel of'
  ).split(' '),
)

/**
 * Whether somebody wants no more tips, in any of the ways to say so.
 *
 * isStopRequest('Turn off the tips, please.') // => true
 * isStopRequest('stop words in search') // => false
 */
export function isStopRequest(text: string): boolean {
  const said = plainWords(text.replace(/['’]/g, ''))
  return said.split(' ').every((word) => joining.has(word)) && stopping.test(said)
}

/**
 * Whether somebody wants a pause and does not say until when: the tips are off until they are asked for again.
 *
 * isPauseWithoutEnd('pause the tips until further notice') // => true
 */
export const isPauseWithoutEnd = (text: string) =>
  new RegExp(
    `^(?:pause|snooze|mute|suspend|hold|silence)${theTips}${untilAsked}$|^(?:off|stop)${theTips} ${untilAsked}$`,
  ).test(plainWords(text))

/**
 * Whether somebody wants a pause to end.
 *
 * isResumption('resume the daily tips') // => true
 */
export const isResumption = (text: string) =>
  new RegExp(
    `^(?:resume|unpause|unmute|restart|continue|go on|start again|end the pause|end pause)${theTips}(?: again| now| please)*$`,
  ).test(plainWords(text))

/**
 * Whether somebody wants to know when the next tip comes, which is part of what is set.
 *
 * asksForNext('when is the next one?') // => true
 */
export const asksForNext = (text: string) =>
  /^(?:when|(?:at )?what time)(?: s| is| does| do| will)?(?: the)?(?: next| daily)* (?:one|tips?)(?: (?:be|come|due|post|posted))*$/.test(
    plainWords(text),
  )

const theTips = '(?: (?:the|all|our|my|daily|tips?|with|them|it|please))*'
const untilAsked = '(?: ?(?:for now|indefinitely|until further notice|until i say so|for a while))?'

const plainWords = (text: string) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')
