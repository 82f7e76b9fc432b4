import type { types } from '@slack/bolt'
import { fitLine } from './fit.ts'
import { richText, section, withCode } from './rich-text.ts'

/** What Hallway says in one message. */
export interface Message {
  /** What notifications and screen readers read instead of the blocks; mrkdwn. */
  readonly text: string
  readonly blocks: types.KnownBlock[]
  readonly unfurl_links: false
  readonly unfurl_media: false
}

/** A message whose fallback is the given plain text. */
export function message(fallback: string, blocks: readonly types.KnownBlock[]): Message {
  return {
    text: escapeText(fitLine(fallback, 300)),
    blocks: [...blocks],
    unfurl_links: false,
    unfurl_media: false,
  }
}

/** A message of one or more plain sentences. */
export function sentence(text: string): Message {
  return message(text, [
    { type: 'section', text: { type: 'plain_text', text: fitLine(text, 1_000), emoji: false } },
  ])
}

/** A message of our own words, in which `…` is something to type. */
export function instruction(text: string): Message {
  return message(text, richText(section(...withCode(text))))
}

/** A small grey line. */
export function footnote(text: string): readonly types.ContextBlock[] {
  const line = fitLine(text, 600)
  return line === ''
    ? []
    : [{ type: 'context', elements: [{ type: 'plain_text', text: line, emoji: false }] }]
}

/**
 * Makes any text safe in a mrkdwn field: it can neither mention nor link. What notes and people wrote is shown in rich_text and
 * plain_text elements, which need no escaping.
 */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
