/**
 * An address that may be followed: http, https or mailto. Anything else, such as `javascript:`, is none.
 * @param {unknown} url
 * @returns {string | undefined}
 */
export function safeUrl(url) {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  return /^(https?|mailto):$/.test(new URL(url).protocol) ? url : undefined
}
