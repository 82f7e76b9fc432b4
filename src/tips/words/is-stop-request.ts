/** Any of these ends the tips, if nothing else is said than `joining` words. */
const stopping =
  /\b(?:stop|off|unsubscribe|disable|cancel|opt out|no more (?:daily )?tips?|(?:do not|dont) (?:send|post))\b/
const joining = new Set(
  (
    'stop off unsubscribe disable cancel opt out no more do not dont send post turn switch please the these those ' +
    'this my your our all any daily tip tips sending posting giving me us from to it them for here in channel of'
  ).split(' '),
)

/**
 * Whether somebody wants no more tips, in any of the ways to say so.
 *
 * isStopRequest('Turn off the tips, please.') // => true
 * isStopRequest('stop words in search') // => false
 */
export function isStopRequest(text: string): boolean {
  const said = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return said.length > 0 && said.every((word) => joining.has(word)) && stopping.test(said.join(' '))
}
