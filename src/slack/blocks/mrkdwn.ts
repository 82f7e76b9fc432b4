/**
 * Text on its way to and from Slack. What notes and people wrote is shown in rich_text and plain_text elements, which
 * need no escaping; mrkdwn is left for a message's fallback `text`.
 */

/** Makes any text safe in a mrkdwn field: it can neither mention nor link. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/**
 * What a person typed, from the text that Slack delivers: mentions, channels and links become plain words, and entities
 * the characters that they stand for.
 *
 * @example unescapeMrkdwn('is <https://example.com|this> faster in <#C1|python>?') // => 'is this faster in python?'
 */
export function unescapeMrkdwn(text: string): string {
  return decodeEntities(text.replace(slackForm, plainWords)).trim()
}

/** As `unescapeMrkdwn`, without the mentions of one user: the bot that is being talked to. */
export function readMention(text: string, botUserId: string | undefined): string {
  return unescapeMrkdwn(text.replace(userMention, (form, id: string) => (id === botUserId ? ' ' : form)))
}

const userMention = /<@([A-Z0-9]+)(?:\|[^<>]*)?>/g

/** `<@U1>`, `<#C1|name>`, `<!here>`, `<!subteam^S1|@team>` and links, but not a typed `<int>`. */
const slackForm = /<([@#!]|https?:|mailto:|tel:)([^<>|\s]*)(?:\|([^<>]*))?>/g

function plainWords(_form: string, kind: string, target: string, label?: string): string {
  const isName = kind === '@' || kind === '#' || (kind === '!' && target.startsWith('subteam^'))
  if (isName) return label?.replace(/^[@#]/, '') || ' '
  if (label !== undefined && label !== '') return label
  if (kind === '!') return target.split('^')[0] ?? ''
  return kind.startsWith('http') ? kind + target : target
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
}
