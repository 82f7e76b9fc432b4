import type { Block } from '../../../markup/block.ts'
import { webAddressesIn } from '../../../text/web-address.ts'
import type { Link } from '../../talk.ts'
import { webLink } from './web-link.ts'

/** The links of a text. */
export const linksIn = (blocks: readonly Block[]): readonly (Link | undefined)[] =>
  blocks.flatMap(({ form, text }, at) =>
    form === 'code'
      ? []
      : webAddressesIn(text).map(([start, end]) => {
          const [, label] = linkLabel.exec(text.slice(Math.max(0, start - maxLabelLength), start)) ?? []
          const link = webLink(text.slice(start, end), label)
          const isAlone = text.trim() === text.slice(start, end)
          return link?.kind === 'site' && isAlone ? webLink(link.url, labelAbove(blocks[at - 1])) : link
        }),
  )

/** `Presentation slides:`, with the address on a line of its own below. */
const labelAbove = (block: Block | undefined): string | undefined =>
  block && block.form !== 'code' && wholeLabel.test(block.text) ? block.text.replace(/:$/, '') : undefined
const wholeLabel =
  /^(?:(?:my|the|presentation|talk|session) )?(?:video|recording|slides?|slide deck|deck|folien|source code|code|repo(?:sitory)?):?$/i

/** What stands before an address and says what is there: `Slides (`, `Video: `. */
const linkLabel =
  /(?:^|[\s|,;([-])((?:video|recording|slides?|slide deck|deck|folien|source code|code|repo(?:sitory)?))\s*(?:\(|:\s*)$/i
const maxLabelLength = 40

const hashTag = /(?<![\p{L}\p{N}#/&])#(\p{L}[\p{L}\p{N}_/-]{1,40})(?![\p{L}\p{N}#])/gu

/** The tags of front matter, and those that stand in the text with a `#`. */
export const tagsWith = (tags: readonly string[], blocks: readonly Block[]): readonly string[] =>
  [...new Set([...tags, ...tagsIn(blocks)])].slice(0, 20)

const tagsIn = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(({ form, text }) =>
    form === 'code'
      ? []
      : Array.from(text.replace(/https?:\S+/g, ' ').matchAll(hashTag), ([, tag = '']) => tag.toLowerCase()),
  )

/**
 * The line of tags alone right below a talk's title, where vaults have it. Elsewhere, or one below the other, such lines may as well
 * be channels, commands or colours, as below a title that says so; and if nothing else is said, they are what the note says.
 */
export function tagLineBelow(title: string, below: Block | undefined, body: readonly Block[]) {
  const isAlone = !isTagLine(body[1]) && body.length > 1
  return below === body[0] && isTagLine(below) && isAlone && !ofWordsWithSign.test(title) ? below : undefined
}

const ofWordsWithSign = /\b(?:channel|command|hash-?tag|tag)s?\b/i

const isTagLine = (block: Block | undefined): boolean =>
  block?.form === 'paragraph' && block.depth === 0 && !block.quoted && block.text.split(' ').every(isTag)

const isTag = (word: string): boolean => /^#\p{L}/u.test(word)

/** Without a line of tags, if the talk has all tags that it says: then it says nothing more. */
export const withoutTagLine = <B extends Block>(
  blocks: readonly B[],
  line: Block | undefined,
  tags: readonly string[],
): readonly B[] =>
  line?.text.split(' ').every((word) => tags.includes(word.slice(1).toLowerCase()))
    ? blocks.filter((block) => block !== line)
    : blocks
