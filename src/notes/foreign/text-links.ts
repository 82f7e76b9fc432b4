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

/** Without lines of tags alone, as vaults have them: once they are the talk's tags, they say nothing more, unless nothing else is said. */
export function withoutTagLines<B extends Block>(blocks: readonly B[]): readonly B[] {
  const others = blocks.filter(({ form, text }) => form !== 'paragraph' || !tagsAlone.test(text))
  return others.length > 0 ? others : blocks
}

const tagsAlone = /^#\p{L}[\p{L}\p{N}_/-]*(?:\s+#\p{L}[\p{L}\p{N}_/-]*)*$/u

/** The tags of front matter, and those that stand in the text with a `#`. */
export function tagsWith(tags: readonly string[], blocks: readonly Block[]): readonly string[] {
  const inText = blocks.flatMap(({ form, text }) =>
    form === 'code'
      ? []
      : Array.from(text.replace(/https?:\S+/g, ' ').matchAll(hashTag), ([, tag = '']) => tag.toLowerCase()),
  )
  return [...new Set([...tags, ...inText])].slice(0, 20)
}
