import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { groupTitle, sectionTitle } from './heading-word-lists.ts'
import type { IsName } from './person-names.ts'
import { titleAndSpeakers } from './title-and-speakers.ts'

/**
 * Bold lines as headings, if they stand below days and tracks, or below no heading and name speakers: that is how people
 * set titles apart who think of how notes look.
 */
export function promoteBoldLines(blocks: readonly ReadBlock[], isName: IsName): readonly ReadBlock[] {
  let above: ReadBlock | undefined
  const bold = new Map<ReadBlock, { readonly title: string; readonly depth: number }>()
  for (const block of blocks) {
    if (block.form === 'heading') above = block
    const title = boldTitle(block)
    if (title !== undefined && (above === undefined || groupTitle.test(above.text)))
      bold.set(block, { title, depth: (above?.depth ?? 0) + 1 })
  }
  const isLoose = above === undefined
  const named = [...bold.values()].filter(({ title }) => splitBold(title, isName).names.length > 0)
  if (bold.size < 2 || (isLoose && named.length * 2 < bold.size)) return blocks
  return blocks.map((block) => {
    const found = bold.get(block)
    if (found === undefined) return block
    const { title: bare, names } = splitBold(found.title, isName)
    const isAdded = names.length > 0 && !names.every((name) => bare.includes(name))
    const text = isAdded ? `${bare} - ${names.join(' and ')}` : bare
    return { ...block, form: 'heading', depth: found.depth, text }
  })
}

/** The text of a paragraph of one line that is bold, but for a name in brackets or behind a dash. */
function boldTitle({ form, depth, quoted, raw }: ReadBlock): string | undefined {
  if (form !== 'paragraph' || depth > 0 || quoted || raw.length > 1) return undefined
  const line = raw[0]?.trim() ?? ''
  const [, title = '', rest = ''] = /^(?:\*\*|__)(.+?)(?:\*\*|__)\s*(.*)$/.exec(line) ?? []
  if (title === '' || title.length > 150 || sectionTitle.test(title) || /:$/.test(title)) return undefined
  return rest === '' || /^(?:[([].*[)\]]|(?:[-–—|,]|by)\s.*)$/i.test(rest)
    ? flattenLine(`${title} ${rest}`.trim())
    : undefined
}

/** A title without the letter that counts it, and the speaker behind a comma too. */
function splitBold(
  title: string,
  isName: IsName,
): { readonly title: string; readonly names: readonly string[] } {
  const bare = title.replace(/^(?:\p{Lu}|\d{1,2})[.)]\s+/u, '')
  const split = titleAndSpeakers(bare, isName)
  if (split.names.length > 0) return split
  const [, left = '', right = ''] = /^(.+),\s+([^,]+)$/.exec(bare) ?? []
  return left !== '' && isName(right) ? { title: left, names: [right] } : { title: bare, names: [] }
}
