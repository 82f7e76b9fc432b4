/** The usual Markdown of Slack's `markdown` block, as far as messages use it. Pure. */

/**
 * @typedef {{ readonly kind: 'text' | 'bold' | 'italic' | 'strike' | 'code', readonly text: string }
 *   | { readonly kind: 'link', readonly text: string, readonly url: string }} MarkdownSpan
 * @typedef {{ readonly kind: 'heading' | 'paragraph' | 'quote', readonly spans: readonly MarkdownSpan[] }
 *   | { readonly kind: 'list', readonly ordered: boolean, readonly items: readonly (readonly MarkdownSpan[])[] }
 *   | { readonly kind: 'code', readonly text: string }
 *   | { readonly kind: 'rule' }} MarkdownPart
 */

/** @param {string} text @returns {readonly MarkdownPart[]} */
export function parseMarkdown(text) {
  /** @type {MarkdownPart[]} */
  const parts = []
  const rest = text.replaceAll('\r\n', '\n').split('\n')
  while (rest.length > 0) {
    const line = rest.shift() ?? ''
    if (line.trim() === '') continue
    const fence = line.match(/^```/)
    if (fence) {
      const code = takeWhile(rest, (next) => !next.startsWith('```'))
      rest.shift()
      parts.push({ kind: 'code', text: code.join('\n') })
    } else if (/^#{1,6}\s/.test(line)) {
      parts.push({ kind: 'heading', spans: parseSpans(line.replace(/^#+\s+/, '')) })
    } else if (/^(-{3,}|\*{3,})$/.test(line.trim())) {
      parts.push({ kind: 'rule' })
    } else if (item.test(line)) {
      const items = [line, ...takeWhile(rest, (next) => item.test(next))]
      parts.push({
        kind: 'list',
        ordered: /^\s*\d/.test(line),
        items: items.map((next) => parseSpans(next.replace(item, ''))),
      })
    } else if (line.startsWith('>')) {
      const quoted = [line, ...takeWhile(rest, (next) => next.startsWith('>'))]
      parts.push({
        kind: 'quote',
        spans: parseSpans(quoted.map((next) => next.replace(/^> ?/, '')).join('\n')),
      })
    } else {
      const more = takeWhile(
        rest,
        (next) => next.trim() !== '' && !item.test(next) && !/^(#{1,6}\s|>|```)/.test(next),
      )
      parts.push({ kind: 'paragraph', spans: parseSpans([line, ...more].join('\n')) })
    }
  }
  return parts
}

const item = /^\s*(?:[-*+]|\d+[.)])\s+/
const span =
  /`([^`]+)`|\*\*([^*]+)\*\*|~~([^~]+)~~|(?<![\p{L}\p{N}])[*_]([^*_\s][^*_]*)[*_](?![\p{L}\p{N}])|\[([^\]]+)\]\(([^()\s]+)\)/gu

/** @param {string} text @returns {readonly MarkdownSpan[]} */
function parseSpans(text) {
  /** @type {MarkdownSpan[]} */
  const spans = []
  let from = 0
  for (const match of text.matchAll(span)) {
    if (match.index > from) spans.push({ kind: 'text', text: text.slice(from, match.index) })
    const [whole, code, bold, strike, italic, label, url] = match
    if (code !== undefined) spans.push({ kind: 'code', text: code })
    else if (bold !== undefined) spans.push({ kind: 'bold', text: bold })
    else if (strike !== undefined) spans.push({ kind: 'strike', text: strike })
    else if (italic !== undefined) spans.push({ kind: 'italic', text: italic })
    else spans.push({ kind: 'link', text: label ?? '', url: url ?? '' })
    from = match.index + whole.length
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) })
  return spans
}

/** Takes lines off the front. @param {string[]} rest @param {(line: string) => boolean} wanted */
function takeWhile(rest, wanted) {
  const end = rest.findIndex((line) => !wanted(line))
  return rest.splice(0, end < 0 ? rest.length : end)
}
