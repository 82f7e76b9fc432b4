import { namedLetters } from '../text/named-letters.ts'
import { webAddress } from '../text/web-address.ts'
import { changedAround } from './around-code.ts'

/**
 * One line of Markdown or reStructuredText as plain text: emphasis is taken off, a link's address follows its words in
 * parentheses, `code spans` keep one backtick on each side. What is no markup stays, `__init__` and `2 * 3` included.
 *
 *     flattenInline('See `the docs <https://d.example>`_ and **this**') // => 'See the docs (https://d.example) and this'
 */
export const flattenInline = (text: string): string =>
  // Code is set aside first, because markup means nothing in it.
  changedAround((setAside) =>
    decodeEntities(
      text.replace(
        /(?<!`)(?::[\w:-]{1,40}:)?(`{1,3})(?!`)([^`]{1,500})\1(?!`)(__?(?!\w))?/g,
        (all, ticks, inner, link) => {
          if (ticks.length === 1 && (link || /^[^`<]+ <[^>]+>$/.test(inner))) return flattenReference(inner)
          return inner.trim() ? setAside(`\`${inner.trim().replace(/\s+/g, ' ')}\``) : all
        },
      ),
    )
      .replace(/!\[((?:(?!!\[)[^\]]){0,300})\]\([^)\s]{0,2000}(?: "[^"]{0,300}")?\)/g, '$1')
      .replace(/\[([^[\]]{1,500})\]\(<?([^)\s>]{1,2000})>?(?: "[^"]{0,300}")?\)/g, (_, words, url) =>
        linked(words, url),
      )
      .replace(/<((?:https?|mailto):[^>\s]{1,2000})>/g, '$1')
      .replace(/(?<![*\w\\])(\*{1,3})(?=[^\s*])([^*]{1,1000}?)(?<=[^\s\\])\1(?![*\w])/g, '$2')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  )
    .replace(/[\ue000\ue001]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The named and numbered character references that are seen in descriptions; others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (all, decimal, hex, name) => {
    if (name) return entities[name.toLowerCase()] ?? namedLetters.get(name) ?? all
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    const isText =
      code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 127 && code < 160)
    return isText ? String.fromCodePoint(code) : ' '
  })
}

const entities: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', hellip: '…', ndash: '–', mdash: '—',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', copy: '©', reg: '®', trade: '™', euro: '€',
  laquo: '«', raquo: '»', rarr: '→', shy: '', middot: '·', times: '×', deg: '°',
} // biome-ignore format: a table

/** The inside of reStructuredText's `words <address>`_ or `words`_. */
function flattenReference(inner: string): string {
  const [, words = '', url = ''] = /^([^<]*)<([^>]*)>$/.exec(inner.trim()) ?? []
  return url ? linked(words.trim(), url.replace(/\s+/g, '')) : inner
}

function linked(words: string, url: string): string {
  const address = webAddress(url)
  if (!address) return words
  return words === '' || words === address ? address : `${words} (${address})`
}
