import type { ReadBlock } from '../../../markup/read-block.ts'
import { flattenLine } from '../../../markup/read-markup.ts'
import { keyMeaningOf } from '../fields/known-keys.ts'
import { yesOrNo } from '../fields/yes-or-no.ts'
import type { PromotedLines } from '../headings/promote-lines.ts'
import { isDay, isNameAndYear } from '../headings/talk-headings.ts'
import { isEventTitle } from '../words/event-names.ts'
import { talksTitle } from '../words/heading-word-lists.ts'
import { propertyIn } from '../words/property-line.ts'

/**
 * The items of a page that holds nothing else as headings, if all have a field for who speaks: outliners keep talks so.
 *
 *     - Tides that turn
 *       speaker:: Ada Example
 *         - Twice a day
 */
export function promoteOutline(blocks: readonly ReadBlock[]): PromotedLines | undefined {
  const heading = blocks[0]?.form === 'heading' ? blocks[0] : undefined
  // Whoever sits on a panel has no talk.
  if (heading && !isOfTalks(heading.text)) return undefined
  const items = heading ? blocks.slice(1) : blocks
  if (!items.every(({ form, quoted }) => form === 'bullet' && !quoted)) return undefined
  const talks = new Map(
    items.flatMap((item, at) => {
      const lines = item.depth > 0 ? undefined : talkOfItem(item, items[at + 1])
      return lines === undefined ? [] : [[item, lines] as const]
    }),
  )
  const tops = items.filter(({ depth }) => depth === 0)
  if (talks.size < Math.max(minTalks, tops.length)) return undefined
  const told = new Set([...talks.values()].flat().map(({ line }) => line))
  const depth = (heading?.depth ?? 0) + 1
  return {
    blocks: blocks.flatMap((block): readonly ReadBlock[] => {
      if (block === heading) return [block]
      const lines = talks.get(block)
      if (lines !== undefined) {
        const [first = ''] = block.raw
        const title = flattenLine(bare(first))
        return [{ ...block, form: 'heading', depth, text: title, raw: [title] }, ...lines]
      }
      return told.has(block.line) ? [] : [{ ...block, depth: block.depth - 1 }]
    }),
    items: new Set([...talks.keys()].map(({ line }) => line)),
  }
}

/** Whether the heading of a page names an event, a day or talks. */
const isOfTalks = (text: string): boolean =>
  isEventTitle(text) || isNameAndYear(text) || isDay(text) || talksTitle.test(text)

/** One may as well be a question with who asked it. */
const minTalks = 2

/** What an item says below its title, if who speaks is among it, in it or in the item below it. */
function talkOfItem(item: ReadBlock, next: ReadBlock | undefined): readonly ReadBlock[] | undefined {
  const own = item.raw.slice(1).map((line, at) => paragraph(line, item.line + at + 1))
  const [first = ''] = next && next.depth > 0 && next.raw.length === 1 ? next.raw : []
  const below = next && saysWho(bare(first)) ? [paragraph(first, next.line)] : []
  return below.length > 0 || own.some(({ text }) => saysWho(text)) ? [...own, ...below] : undefined
}

const paragraph = (line: string, at: number): ReadBlock => ({
  form: 'paragraph',
  depth: 0,
  line: at,
  text: flattenLine(bare(line)),
  raw: [bare(line)],
})

const bare = (line: string): string => line.trim().replace(/^(?:[-*+•]|\d{1,3}[.)])\s+/, '')

function saysWho(line: string): boolean {
  const { key = '', value = '' } = propertyIn(line) ?? {}
  // Whatever is on an agenda has its presenter.
  const isWho = /^speakers?/i.test(key) && keyMeaningOf(key)?.of === 'speakers'
  return isWho && value !== '' && yesOrNo(value) === undefined
}
