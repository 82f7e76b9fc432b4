import { emojiOfNames } from './emoji-names.ts'

/**
 * What a person typed, from the text that Slack delivers: links become plain words, and entities the characters that they
 * stand for, and so do names of emoji. Mentions of people, groups and channels are left out, for they are no words of a question.
 *
 * @example unescapeMrkdwn('is <https://example.com|this> faster, <@U1>?') // => 'is this faster, ?'
 */
export function unescapeMrkdwn(text: string): string {
  return emojiOfNames(decodeSlackEntities(text.replace(slackForm, plainWords)).replace(typedCall, ' ')).trim()
}

/** `<@U1>`, `<#C1|name>`, `<!here>`, `<!subteam^S1|@team>`, dates and links, but not a typed `<int>`. */
const slackForm = /<([@#!]|https?:|mailto:|tel:)([^<>|\s]*)(?:\|([^<>]*))?>/g

/** A mention typed by hand: as it looks, or as Slack would write it. */
const typedCall = new RegExp(
  [
    String.raw`<(?:[@#][A-Z0-9]{2,}|!(?:here|channel|everyone|group|subteam\^\w+))(?:\|[^<>]*)?>|`,
    String.raw`(?<![\p{L}\p{N}._%+-])@(?:here|channel|everyone)(?![\p{L}\p{N}_-])`,
  ].join(''),
  'gu',
)

function plainWords(_form: string, kind: string, target: string, label?: string): string {
  const isCall = kind === '@' || kind === '#' || (kind === '!' && !target.startsWith('date^'))
  if (isCall) return ' '
  if (label !== undefined && label !== '') return label
  return kind.startsWith('http') ? kind + target : target
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

function decodeSlackEntities(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
}
