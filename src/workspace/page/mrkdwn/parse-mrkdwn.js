/** Slack's mrkdwn, read into a tree. Pure: the page turns the tree into elements, tests look at it as it is. */

import { emojiByName } from './emoji.js'

/**
 * @typedef {{ readonly kind: 'text', readonly text: string }
 *   | { readonly kind: 'break' }
 *   | { readonly kind: 'code' | 'pre', readonly text: string }
 *   | { readonly kind: 'emoji', readonly name: string, readonly text: string }
 *   | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote', readonly children: readonly MrkdwnNode[] }
 *   | { readonly kind: 'link', readonly url: string, readonly text: string }
 *   | { readonly kind: 'user', readonly id: string, readonly text: string }
 *   | { readonly kind: 'channel', readonly id: string, readonly text: string }
 *   | { readonly kind: 'broadcast', readonly text: string }
 *   } MrkdwnNode
 */

/**
 * @param {string} text escaped as Slack sends it: `&amp;`, `&lt;` and `&gt;`
 * @returns {readonly MrkdwnNode[]}
 */
export function parseMrkdwn(text) {
  /** @type {MrkdwnNode[]} */
  const nodes = []
  const parts = text.split(/```([\s\S]+?)```/)
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) nodes.push({ kind: 'pre', text: plainText(part).replace(/^\n|\n$/g, '') })
    else nodes.push(...lines(index > 0 ? part.replace(/^\n/, '') : part))
  }
  return nodes
}

/** The text without its escapes. @param {string} text */
function unescapeText(text) {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** Lines, those of a quotation together. @param {string} text @returns {MrkdwnNode[]} */
function lines(text) {
  /** @type {MrkdwnNode[]} */
  const nodes = []
  /** @type {string[]} */
  let quoted = []
  const endQuote = () => {
    if (quoted.length > 0) nodes.push({ kind: 'quote', children: withBreaks(quoted) })
    quoted = []
  }
  /** @type {string[]} */
  let open = []
  const endLines = () => {
    if (open.length > 0) nodes.push(...withBreaks(open))
    open = []
  }
  for (const line of text.split('\n')) {
    const quote = line.match(/^(?:&gt;|>) ?(.*)$/)
    if (quote) {
      endLines()
      quoted.push(quote[1] ?? '')
    } else {
      endQuote()
      open.push(line)
    }
  }
  endLines()
  endQuote()
  return nodes
}

/** @param {readonly string[]} texts @returns {MrkdwnNode[]} */
function withBreaks(texts) {
  return texts.flatMap((text, index) => [
    ...(index > 0 ? [/** @type {MrkdwnNode} */ ({ kind: 'break' })] : []),
    ...spans(text, 0),
  ])
}

/** How deep `*_~…~_*` may be nested; deeper signs are text. */
const maxDepth = 4
/** What something in the text begins with, in the order in which it is tried at a place. */
const something = /`(?<code>[^`\n]+)`|<(?<angle>[^<>\n]+)>|:(?<emoji>[a-z0-9_+-]+):|(?<sign>[*_~])(?=\S)/g

/** @param {string} text one line @param {number} depth @returns {MrkdwnNode[]} */
function spans(text, depth) {
  /** @type {MrkdwnNode[]} */
  const nodes = []
  let from = 0
  const pushText = (/** @type {number} */ to) => {
    if (to > from) nodes.push({ kind: 'text', text: unescapeText(text.slice(from, to)) })
  }
  something.lastIndex = 0
  for (let match = something.exec(text); match; match = something.exec(text)) {
    const found = read(text, match, depth)
    if (!found) {
      something.lastIndex = match.index + 1
      continue
    }
    pushText(match.index)
    nodes.push(found.node)
    from = found.end
    // Reading what is inside moved the expression's own place.
    something.lastIndex = from
  }
  pushText(text.length)
  return nodes
}

/**
 * @param {string} text @param {RegExpExecArray} match @param {number} depth
 * @returns {{ readonly node: MrkdwnNode, readonly end: number } | undefined}
 */
function read(text, match, depth) {
  const { code, angle, emoji: name, sign } = match.groups ?? {}
  const end = match.index + match[0].length
  if (code !== undefined) return { node: { kind: 'code', text: plainText(code) }, end }
  if (angle !== undefined) return { node: inAngles(angle), end }
  if (name !== undefined) {
    const text = Object.hasOwn(emojiByName, name) ? emojiByName[name] : undefined
    return text ? { node: { kind: 'emoji', name, text }, end } : undefined
  }
  if (sign === undefined || depth >= maxDepth || isWordAt(text, match.index - 1)) return undefined
  const close = closing(text, sign, end)
  if (close < 0) return undefined
  const kind = sign === '*' ? 'bold' : sign === '_' ? 'italic' : 'strike'
  return { node: { kind, children: spans(text.slice(end, close), depth + 1) }, end: close + 1 }
}

/** Where the sign closes: after something, and before no word; not inside an address or code. */
/** @param {string} text @param {string} sign @param {number} from */
function closing(text, sign, from) {
  for (let at = from; at < text.length; at += 1) {
    const pair = text[at] === '<' ? '>' : text[at] === '`' ? '`' : undefined
    if (pair) {
      const end = text.indexOf(pair, at + 1)
      if (end > 0) at = end
    } else if (text[at] === sign && at > from && !/\s/.test(text[at - 1] ?? ' ') && !isWordAt(text, at + 1)) {
      return at
    }
  }
  return -1
}

/** @param {string} text @param {number} index */
function isWordAt(text, index) {
  return /[\p{L}\p{N}]/u.test(text[index] ?? '')
}

/** @param {string} inside what stands between `<` and `>` @returns {MrkdwnNode} */
function inAngles(inside) {
  const bar = inside.indexOf('|')
  const target = bar < 0 ? inside : inside.slice(0, bar)
  const label = unescapeText(bar < 0 ? '' : inside.slice(bar + 1))
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1), text: label }
  if (target.startsWith('#')) return { kind: 'channel', id: target.slice(1), text: label }
  if (target.startsWith('!date^')) return { kind: 'text', text: label || target }
  if (target.startsWith('!'))
    return { kind: 'broadcast', text: `@${label.replace(/^@/, '') || target.slice(1)}` }
  const url = unescapeText(target)
  return { kind: 'link', url, text: label || url.replace(/^mailto:/, '') }
}

/** Code shows addresses as they were typed. @param {string} text */
function plainText(text) {
  return unescapeText(text.replaceAll(/<([^<>|\n]+)(?:\|[^<>\n]*)?>/g, '$1'))
}
