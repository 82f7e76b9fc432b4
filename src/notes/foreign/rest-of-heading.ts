import type { Block } from '../../markup/block.ts'
import { withDetails } from './header-text.ts'
import { takeLinksBeside } from './title-link.ts'
import { wordsLeft } from './words-left.ts'

/**
 * What stands in a heading beside the title and is told nowhere else, so that no word is lost: where somebody works, an hour, a
 * second person whom nobody knows. Whoever it is said of stays beside it.
 *
 *     restOfHeading('Tides - Ada Example (Tea Ltd)', 'Tides', ['Ada Example']) // => 'Ada Example (Tea Ltd)'
 *     restOfHeading('10:00 Tides by Ada Example', 'Tides', ['Ada Example']) // => '10:00'
 *
 * @param told by the talk beside its title
 */
export function restOfHeading(heading: string, title: string, told: readonly string[]): string | undefined {
  const plain = takeLinksBeside(heading).title.replace(unsaid, ' ').replace(/\s+/g, ' ')
  const at = plain.indexOf(title)
  const beside = at < 0 ? [plain] : [plain.slice(0, at), plain.slice(at + title.length)]
  const parts = beside.filter((part) => wordsLeft(part, [title, ...told]).length > 0).map(bare)
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** Addresses, tags and emoji. */
const unsaid = /\(?<?https?:[^\s<>()]+>?\)?|<\/?[a-z][^<>]*>|:[a-z0-9_+-]{1,30}:(?=\s|$)/gi

/** Without the signs between it and the title. */
const bare = (part: string): string => {
  const text = part
    .replace(/^[\s"”“»«'’,;:|/@·•–—-]+|[\s"”“»«'‘,;:|/@·•–—-]+$/gu, '')
    .replace(/^by:?\s+/i, '')
  return text.replace(/^\(([^()]*)\)$|^\[([^\][]*)\]$/, '$1$2')
}

interface HeadedTalk {
  readonly title: string
  readonly heading: Pick<Block, 'text' | 'line'>
  readonly rest: string | undefined
}

/**
 * The text of a talk with the rest of its heading. A heading with text above it, of what has its title from elsewhere, is one of a
 * section.
 */
export function withRestOfHeading(
  body: readonly Block[],
  { title, heading: { text, line }, rest }: HeadedTalk,
): readonly Block[] {
  if (rest === undefined) return body
  const below = body.findIndex((block) => block.line > line)
  if (!text.includes(title) && below > 0)
    return [...body.slice(0, below), { form: 'heading', text, depth: 1, line }, ...body.slice(below)]
  const item: Block = { form: 'bullet', text: rest, depth: 0, line }
  return withDetails(body, [item])
}
