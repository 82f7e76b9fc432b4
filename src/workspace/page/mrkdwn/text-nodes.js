/** Text of all of Slack's kinds as elements. */

import { el, linkNode } from '../dom.js'
import { emojiByName } from './emoji.js'
import { parseMrkdwn } from './parse-mrkdwn.js'

/** What a name in a text refers to. */
/**
 * @typedef {{ person(id: string): string | undefined, channel(id: string): string | undefined, isMe(id: string): boolean }}
 * Names
 */
/** @typedef {import('../../records.ts').Json} Json */
/** @typedef {import('./parse-mrkdwn.js').MrkdwnNode} MrkdwnNode */

/** For a text that names nobody, such as a button's. @type {Names} */
export const nobodyNamed = { person: () => undefined, channel: () => undefined, isMe: () => false }

/** @param {string} text @param {Names} names @returns {Node[]} */
export function mrkdwnNodes(text, names) {
  return parseMrkdwn(text).map((node) => fromMrkdwn(node, names))
}

/** A text object: `plain_text` or `mrkdwn`. @param {unknown} object @param {Names} names @returns {Node[]} */
export function textObject(object, names) {
  const { type, text } = /** @type {{ type?: string, text?: string }} */ (object ?? {})
  if (typeof text !== 'string') return []
  return type === 'mrkdwn' ? mrkdwnNodes(text, names) : plainTextNodes(text)
}

/** Plain text: its lines, and its emoji shortcodes as emoji. @param {string} text @returns {Node[]} */
export function plainTextNodes(text) {
  return text
    .split('\n')
    .flatMap((line, index) => [...(index > 0 ? [el('br')] : []), document.createTextNode(withEmoji(line))])
}

/** @param {string} text */
function withEmoji(text) {
  return text.replaceAll(/:([a-z0-9_+-]+):/g, (whole, name) =>
    Object.hasOwn(emojiByName, name) ? (emojiByName[name] ?? whole) : whole,
  )
}

/** @param {MrkdwnNode} node @param {Names} names @returns {Node} */
function fromMrkdwn(node, names) {
  switch (node.kind) {
    case 'text':
    case 'emoji':
      return document.createTextNode(node.text)
    case 'break':
      return el('br')
    case 'code':
      return el('code', {}, node.text)
    case 'pre':
      return el('pre', {}, node.text)
    case 'link':
      return linkNode(node.url, node.text)
    case 'user':
      return mentionNode(`@${names.person(node.id) ?? (node.text || node.id)}`, names.isMe(node.id))
    case 'channel':
      return mentionNode(`#${names.channel(node.id) ?? (node.text || node.id)}`, false)
    case 'broadcast':
      return mentionNode(node.text, true)
    default:
      return el(tags[node.kind], {}, ...node.children.map((child) => fromMrkdwn(child, names)))
  }
}

const tags = /** @type {const} */ ({ bold: 'strong', italic: 'em', strike: 's', quote: 'blockquote' })

/** @param {string} text @param {boolean} me */
function mentionNode(text, me) {
  return el('span', { class: me ? 'mention me' : 'mention' }, text)
}

/** A `rich_text` block. @param {Json} block @param {Names} names @returns {HTMLElement} */
export function richTextNode(block, names) {
  return el('div', { class: 'rich-text' }, ...itemsIn(block.elements).map((part) => richPart(part, names)))
}

/** @param {Json} part @param {Names} names @returns {HTMLElement} */
function richPart(part, names) {
  const inside = () => itemsIn(part.elements).map((span) => richSpan(span, names))
  switch (part.type) {
    case 'rich_text_list': {
      const items = itemsIn(part.elements).map((item) =>
        el('li', {}, ...itemsIn(item.elements).map((span) => richSpan(span, names))),
      )
      const tag = part.style === 'ordered' ? 'ol' : 'ul'
      return el(tag, { class: `indent-${Number(part.indent ?? 0)}` }, ...items)
    }
    case 'rich_text_preformatted':
      return el('pre', {}, ...inside())
    default:
      return el('p', {}, ...inside())
  }
}

/** @param {Json} span @param {Names} names @returns {Node} */
function richSpan(span, names) {
  const style = /** @type {Record<string, boolean>} */ (span.style ?? {})
  let node = richNode(span, names)
  if (style.code) node = el('code', {}, node)
  if (style.bold) node = el('strong', {}, node)
  if (style.italic) node = el('em', {}, node)
  if (style.strike) node = el('s', {}, node)
  return node
}

/** @param {Json} span @param {Names} names @returns {Node} */
function richNode(span, names) {
  const text = typeof span.text === 'string' ? span.text : ''
  switch (span.type) {
    case 'text':
      return el(
        'span',
        {},
        ...text.split('\n').flatMap((line, index) => (index > 0 ? [el('br'), line] : [line])),
      )
    case 'link':
      return linkNode(String(span.url), text || String(span.url))
    case 'user':
      return mentionNode(
        `@${names.person(String(span.user_id)) ?? span.user_id}`,
        names.isMe(String(span.user_id)),
      )
    case 'channel':
      return mentionNode(`#${names.channel(String(span.channel_id)) ?? span.channel_id}`, false)
    default:
      return document.createTextNode(text)
  }
}

/** @param {unknown} value @returns {readonly Json[]} */
export function itemsIn(value) {
  return Array.isArray(value) ? value : []
}

/** @param {unknown} text a text object or text */
export function textInObject(text) {
  if (typeof text === 'string') return text
  const inside = /** @type {{ text?: unknown } | undefined} */ (text)?.text
  return typeof inside === 'string' ? withEmoji(inside) : ''
}
