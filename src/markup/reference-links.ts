/** The addresses that a text of Markdown gives its links elsewhere, by their names: `[docs]: https://docs.example`. */
export type References = ReadonlyMap<string, string>

const definition = /^ {0,3}\[([^\][^]{1,200})\]:\s*<?([^\s<>]+)>?(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?\s*$/
// Code spans are passed over.
const link = /(?<!`)(`{1,3})(?!`)[^`]+\1|(!?)\[([^\][]{1,500})\](?!\()(?:\[([^\][]{0,200})\])?/g

/** Those that some link refers to: what nothing does is text. */
export function referencesIn(lines: readonly string[]): References {
  const references = new Map<string, string>()
  const used = new Set<string>()
  for (const line of lines) {
    const [, name = '', address = ''] = (line.includes(']:') && definition.exec(line)) || []
    if (name && !references.has(labelKey(name))) references.set(labelKey(name), address)
    if (!name) for (const [, label = ''] of line.matchAll(/\[([^\][]{1,200})\]/g)) used.add(labelKey(label))
  }
  return new Map([...references].filter(([name]) => used.has(name)))
}

export function isDefinition(line: string, references: References): boolean {
  const name = references.size > 0 && definition.exec(line)?.[1]
  return Boolean(name && references.has(labelKey(name)))
}

/**
 * A line with its links as they are written if the address stands beside the words.
 *
 *     resolveReferences('See [the docs][docs]', references) // => 'See [the docs](https://docs.example)'
 */
export const resolveReferences = (line: string, references: References): string =>
  references.size === 0
    ? line
    : line.replace(link, (all, code, image, words, name) => {
        const address = code ? undefined : references.get(labelKey(name || words))
        return address === undefined ? all : `${image}[${words}](${address})`
      })

/** Labels of the same key are one link, as in CommonMark. */
const labelKey = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()
