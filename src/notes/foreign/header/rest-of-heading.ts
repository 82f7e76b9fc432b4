import type { Block } from '../../../markup/block.ts'
import { takeLinksBeside } from '../people/title-link.ts'
import { partsLeft, wordsLeft } from '../words/words-left.ts'
import { topDepth, withDetails } from './header-text.ts'

/**
 * What stands in a heading beside the title and is told nowhere else, so that no word is lost: where somebody works, or a second person
 * whom nobody knows.
 *
 *     restOfHeading('Tides - Ada Example (Tea Ltd)', 'Tides', ['Ada Example']) // => 'Tea Ltd'
 *
 * @param told by the talk beside its title
 */
export function restOfHeading(heading: string, title: string, told: readonly string[]): string | undefined {
  const plain = takeLinksBeside(heading).title.replace(unsaid, ' ').replace(/\s+/g, ' ')
  const at = plain.indexOf(title)
  const beside = at < 0 ? [plain] : [plain.slice(0, at), plain.slice(at + title.length)]
  const parts = beside.filter((part) => wordsLeft(part, [title, ...told]).length > 0)
  return parts.flatMap((part) => partsLeft(part, told)).join(', ') || undefined
}

/** Addresses, tags and emoji. */
const unsaid = /\(?<?https?:[^\s<>()]+>?\)?|<\/?[a-z][^<>]*>|:[a-z0-9_+-]{1,30}:(?=\s|$)/gi

interface HeadedTalk {
  readonly title: string
  readonly heading: Pick<Block, 'text' | 'line'>
  readonly rest: string | undefined
}

/**
 * The text of a talk with the rest of its heading, and of what stands around that. A heading with text above it, of what has its title
 * from elsewhere, is one of a section.
 */
export function withRestOfHeading(
  body: readonly Block[],
  { title, heading: { text, line }, rest }: HeadedTalk,
  besides: readonly Block[],
): readonly Block[] {
  if (rest === undefined) return withDetails(body, besides)
  const below = body.findIndex((block) => block.line > line)
  if (!text.includes(title) && below > 0) {
    const heading: Block = { form: 'heading', text, depth: topDepth(body), line }
    return withDetails([...body.slice(0, below), heading, ...body.slice(below)], besides)
  }
  return withDetails(body, [{ form: 'bullet', text: rest, depth: 0, line }, ...besides])
}
