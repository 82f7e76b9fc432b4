import { hideTokens } from '../../text/hide-tokens.ts'

/** Names of what nobody may read: as settings, fields of payloads and headers have them, in every spelling of words. */
const names = [
  String.raw`[\w-]{0,40}?(?:token(?:[_-]?key)?|secret|api[_-]?key|passw(?:or)?d)`,
  'trigger[_-]?id',
  'response[_-]?urls?',
  'database[_-]?url',
  'authorization',
  'x-slack-signature',
  'ticket',
].join('|')

/** `name: `, `"name":`, `name=`, `'name' => ` and, in JSON that stands in JSON, `\"name\":`. */
const between = String.raw`\\{0,3}["'\x60]?\s{0,3}(?:=>|[:=]|%3D)\s{0,3}`

/** A list, also over lines, or a text in quotes, which may be escaped. */
const quoted = [
  String.raw`\[[^\]]*\]?`,
  String.raw`\\{1,3}"(?:[^"\\\n]|\\{1,3}[^"\\\n])*(?:\\{1,3}")?`,
  String.raw`"(?:[^"\\\n]|\\[^\n])*"?`,
  String.raw`'(?:[^'\\\n]|\\[^\n])*'?`,
  String.raw`\x60(?:[^\x60\\\n]|\\[^\n])*\x60?`,
].join('|')

/** What stands there without quotes, maybe behind how it is to be read. */
const unquoted = String.raw`(?:(?:bearer|basic|apikey|token)\s{1,3})?[^\s"'\x60&,;)}\]\\]+`
const named = new RegExp(String.raw`(\b(?:${names})${between})(${quoted}|${unquoted})`, 'gi')

/** As headers have them, where one cookie follows the other. */
const pair = String.raw`[^\s=:,;"'\x60]{1,100}=(?:"[^"\n]*"?|[^\s,;"'\x60]*)`
const cookie = new RegExp(
  String.raw`(\b(?:set-)?cookie${between})(${quoted}|${pair}(?:;\s{0,3}${pair})*)`,
  'gi',
)

/** Without quotes its value is two words: how it is to be read, and what is to be read. */
const authorization = new RegExp(
  String.raw`(\bauthorization${between})[a-z][\w-]{0,20}\s{1,3}[^\s"'\x60,;)}\]\\]+`,
  'gi',
)

/** How the slashes of an address are written: as they are, in JSON, and in another address. */
const slashes = String.raw`(?:(?::|%3A)(?:\\?\/\\?\/|%2F%2F))`
const hook = new RegExp(String.raw`https?${slashes}hooks\.[^\s"'\x60,)}]+`, 'gi')
const socket = new RegExp(String.raw`\bwss?${slashes}[^\s"'\x60,)}]+`, 'gi')

/**
 * A text without Slack's tokens, the secret part of its addresses, what stands under the name of a secret, credentials in
 * addresses, and the given secrets, wherever they stand and however they are encoded.
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])) {
      clean = clean.replaceAll(form, '…')
    }
  }
  return (
    hideTokens(clean)
      // What Slack gives for a click and for an installation.
      .replace(/\b\d{5,20}\.\d{5,20}\.[\da-f]{20,}\b/gi, '…')
      .replace(authorization, '$1…')
      .replace(named, (_, name: string, value: string) => name + hidden(value))
      .replace(cookie, (_, name: string, value: string) => name + hidden(value))
      .replace(hook, 'https://hooks.…')
      .replace(socket, 'wss:…')
      .replace(/([a-z][a-z\d+.-]{0,20}:\/\/[^\s:/@]{0,200}:)[^\s/]{1,500}@/gi, '$1…@')
      .replace(/(https?:\/\/)[^\s:/@?#,]{1,500}@/gi, '$1…@')
  )
}

/** In the quotes or brackets that the value stands in. */
function hidden(value: string): string {
  const [open = ''] = /^(?:\\*["'`]|\[)/.exec(value) ?? []
  return `${open}…${open === '[' ? ']' : open}`
}
