import { amountOf } from '../text/amount-of.ts'
import { advice } from './advice.ts'
import { isSecretName } from './secrets.ts'
import { separated, type Variable } from './variables.ts'

/** `NAME holds this. Do that.` */
export function describeWrongValue(name: Variable, value: string): string {
  const todo = advice[name as keyof typeof advice]
  const swapped = name.startsWith('SLACK_') ? ownerOf(value, name) : ''
  return `${name} ${holds(name, value)}${swapped}. ${todo}`
}

/** What may hold credentials, and is repeated nowhere. */
const secretNames: ReadonlySet<string> = new Set(['HALLWAY_NOTES_GIT', 'HALLWAY_NOTES_SECRET'])

/** What the variable holds; of a secret, no more than the prefix that all such tokens share. */
function holds(name: Variable, value: string): string {
  if (secretNames.has(name)) return 'cannot be meant'
  if (name === 'HALLWAY_SEARCH_API_KEY') return `cannot be meant${oddCharacterOf(value, /[^!-~]/)}`
  if (name === 'HALLWAY_TOKEN_KEY')
    return `holds ${amountOf(separated(value).length, 'key')} of ${amountOf(value.length, 'character')} together`
  if (name === 'SLACK_CLIENT_SECRET' || (name === 'SLACK_CLIENT_ID' && /[\da-f]{20}/i.test(value)))
    return `holds ${amountOf(value.length, 'character')}`
  if (!name.startsWith('SLACK_') || name === 'SLACK_CLIENT_ID')
    return `is "${shortened(withoutCredentials(value))}"`
  const prefix = /^(?:xox[a-z]|xapp|xoxe\.xox[a-z])-/.exec(value)?.[0]
  const length = amountOf(value.length, 'character')
  if (prefix === undefined && name === 'SLACK_SIGNING_SECRET') return `holds ${length}`
  const odd = oddCharacterOf(value, /[^\w.-]/)
  if (prefix === undefined) return `begins with no prefix of a Slack token and has ${length}${odd}`
  return `begins with ${prefix}, ${length}${odd}`
}

/** As long as any path that people write, and short enough for a line that people read, in characters. */
const maxShown = 500

const shortened = (value: string): string =>
  value.length <= maxShown ? value : `${value.slice(0, maxShown)}… (${amountOf(value.length, 'character')})`

/** What no token has, and comes along when one is copied: what nobody sees, or what it was set in. */
function oddCharacterOf(value: string, odd: RegExp): string {
  const place = value.search(odd)
  if (place < 0) return ''
  const character = String.fromCodePoint(value.codePointAt(place)!)
  const code = `U+${value.codePointAt(place)!.toString(16).toUpperCase().padStart(4, '0')}`
  const shown = cameAlong.test(character) ? `${character} (${code})` : code
  return `, of which number ${place + 1} is ${shown}, which no token has`
}

/** Quotes, brackets and what stands between values. Of all others the number has to do: it may be a part of a password. */
const cameAlong = /^["'`“”„‘’«»<>,;/\\]$/

/** What stands before the last @ may hold a password, and what follows the name of a secret is one, however wrong an address is. */
const withoutCredentials = (value: string): string =>
  value
    .replace(/^([a-z]+:\/\/)?.*@/is, '$1…@')
    .replace(/([?&;])([^=&;{}]{0,100})=[^&;{}]+/g, (whole, before: string, name: string) =>
      isSecretName(name) ? `${before}${name}=…` : whole,
    )

/** Says so if the value is what another variable should hold. */
function ownerOf(value: string, name: Variable): string {
  const own = ownPrefixes[name]
  if (own !== undefined && value.startsWith(own)) return ''
  if (value.startsWith('xoxb-')) return ', which is a bot token: it belongs in SLACK_BOT_TOKEN'
  if (value.startsWith('xapp-')) return ', which is an app-level token: it belongs in SLACK_APP_TOKEN'
  if (value.startsWith('xoxp-'))
    return `, which is a person’s token${name === 'SLACK_BOT_TOKEN' ? ': Hallway needs the bot’s' : ''}`
  return name !== 'SLACK_SIGNING_SECRET' && /^[0-9a-f]{32}$/.test(value)
    ? `, and looks like a ${name === 'SLACK_CLIENT_ID' ? 'client' : 'signing'} secret`
    : ''
}

const ownPrefixes: Readonly<Partial<Record<Variable, string>>> = {
  SLACK_BOT_TOKEN: 'xoxb-',
  SLACK_APP_TOKEN: 'xapp-',
}
