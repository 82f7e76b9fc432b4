import type { Block } from '../../markup/block.ts'
import { webAddressesIn } from '../../text/web-address.ts'
import type { Link } from '../talk.ts'
import { webLink } from './web-link.ts'

/** The links of a text. */
export const linksIn = (blocks: readonly Block[]): readonly (Link | undefined)[] =>
  blocks.flatMap(({ form, text }) =>
    form === 'code'
      ? []
      : webAddressesIn(text).map(([start, end]) => {
          const [, label] = linkLabel.exec(text.slice(Math.max(0, start - maxLabelLength), start)) ?? []
          return webLink(text.slice(start, end), label)
        }),
  )

/** What stands before an address and says what is there: `Slides (`, `Video: `. */
const linkLabel =
  /(?:^|[\s|,;([-])((?:video|recording|slides?|slide deck|deck|folien|source code|code|repo(?:sitory)?))\s*(?:\(|:\s*)$/i
const maxLabelLength = 40

const hashTag = /(?<![\p{L}\p{N}#/&])#(\p{L}[\p{L}\p{N}_/-]{1,40})(?![\p{L}\p{N}#])/gu

export interface TagsAndText<B extends Block> {
  readonly tags: readonly string[]
  /** Without lines of tags, if the talk has all tags that they say: then they say nothing more. */
  readonly blocks: readonly B[]
}

/** As many tags as a talk may have; more are words of its text. */
const maxTags = 20

/**
 * The tags that are known of a talk, with those that stand in it with a `#`, and what else it says.
 * @param inText whether tags within sentences count, too
 */
export function readTags<B extends Block>(
  known: readonly string[],
  blocks: readonly B[],
  { inText }: { readonly inText: boolean },
): TagsAndText<B> {
  const lines = tagLinesIn(blocks)
  const tags = [...new Set([...known, ...tagsIn(inText ? blocks : lines)])].slice(0, maxTags)
  const repeating = new Set(
    lines.filter(({ text }) => text.split(' ').every((word) => tags.includes(word.slice(1).toLowerCase()))),
  )
  return { tags, blocks: blocks.filter((block) => !repeating.has(block)) }
}

const tagsIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(({ form, text }) =>
    form === 'code'
      ? []
      : Array.from(text.replace(/https?:\S+/g, ' ').matchAll(hashTag), ([, tag = '']) => tag.toLowerCase()),
  )

/**
 * Lines of tags alone where vaults have them: right below the title, or at the end. Elsewhere, or one below the other, they may as
 * well be channels, commands or colours; and if nothing else is said, they are what the note says.
 */
function tagLinesIn<B extends Block>(blocks: readonly B[]): readonly B[] {
  const at = (index: number) => blocks.at(index)
  const isBelowText = at(-2)?.form !== 'heading' && !/[:：]$/.test(at(-2)?.text ?? '')
  const above = isTagLine(at(1)) ? undefined : at(0)
  const below = isBelowText && !isTagLine(at(-2)) ? at(-1) : undefined
  const lines = blocks.filter((block) => (block === above || block === below) && isTagLine(block))
  return lines.length < blocks.length ? lines : []
}

const isTagLine = (block: Block | undefined): boolean =>
  block?.form === 'paragraph' && block.depth === 0 && !block.quoted && block.text.split(' ').every(isTag)

const isTag = (word: string): boolean => /^#\p{L}/u.test(word)
