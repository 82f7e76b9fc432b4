/** Names of what nobody may read: as settings, fields of payloads and headers have them, in every spelling of words. */
const names = [
  '(?:[a-z]+[_-]?)?token',
  '(?:[a-z]+[_-]?)?secret',
  'trigger[_-]?id',
  'response[_-]?urls?',
  '(?:[a-z]+[_-]?)?password',
  'database[_-]?url',
  'authorization',
  'x-slack-signature',
  'ticket',
].join('|')

/** `name: 'value'`, `"name":"value"`, `name=value`, as JSON, an inspected object, a form and a log have it. */
const named = new RegExp(
  `(["']?\\b(?:${names})["']?\\s{0,3}(?:[:=]|%3D)\\s{0,3}(?:\\[\\s{0,3})?["'\`]?(?:Bearer\\s{1,3})?)[^\\s"'\`&,;)}\\]]+`,
  'gi',
)

/**
 * A text without Slack's tokens, the secret part of its addresses, what stands under the name of a secret, passwords in
 * addresses, and the given secrets, wherever they stand and however they are encoded.
 */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])) {
      clean = clean.replaceAll(form, '…')
    }
  }
  return clean
    .replace(/\b(xox[a-z]|xapp|xwfp)(-|\.|%2D)[\w.%-]+/gi, '$1-…')
    .replace(named, '$1…')
    .replace(/https?(?::\/\/|%3A%2F%2F)hooks\.[^\s"'`,)}]+/gi, 'https://hooks.…')
    .replace(/\bwss?(?::\/\/|%3A%2F%2F)[^\s"'`,)}]+/gi, 'wss:…')
    .replace(/([a-z][a-z\d+.-]{0,20}:\/\/[^\s:/@]{0,200}:)[^\s/]{1,500}@/gi, '$1…@')
}
