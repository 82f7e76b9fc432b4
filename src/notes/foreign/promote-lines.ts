import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { groupTitle, sectionTitle } from './heading-names.ts'
import type { IsName } from './names.ts'
import { splitHeading } from './speaker-line.ts'

/**
 * Bold lines as headings, where the headings are days alone, or there are none and the lines name speakers: that is how
 * people set titles apart who think of how notes look.
 */
export function promoteBoldLines(blocks: readonly ReadBlock[], isName: IsName): readonly ReadBlock[] {
  const headings = blocks.filter(({ form }) => form === 'heading')
  const [first, ...others] = headings
  // The first heading may name the event.
  const below = others.length > 0 && first && !groupTitle.test(first.text) ? others : headings
  if (!below.every(({ text }) => groupTitle.test(text))) return blocks
  const bold = blocks.filter((block) => boldTitle(block) !== undefined)
  const named = bold.filter((block) => splitBold(boldTitle(block) ?? '', isName).names.length > 0)
  if (bold.length < 2 || (below.length === 0 && named.length * 2 < bold.length)) return blocks
  const depth = Math.max(0, ...headings.map((heading) => heading.depth)) + 1
  return blocks.map((block) => {
    const title = boldTitle(block)
    if (title === undefined) return block
    const { title: bare, names } = splitBold(title, isName)
    const text =
      names.length > 0 && !names.every((name) => bare.includes(name))
        ? `${bare} - ${names.join(' and ')}`
        : bare
    return { ...block, form: 'heading', depth, text }
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
  const split = splitHeading(bare, isName)
  if (split.names.length > 0) return split
  const [, left = '', right = ''] = /^(.+),\s+([^,]+)$/.exec(bare) ?? []
  return left !== '' && isName(right) ? { title: left, names: [right] } : { title: bare, names: [] }
}
