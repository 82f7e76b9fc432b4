import type { Block } from '../../../markup/block.ts'
import { noSummary, sectionOf } from '../../section.ts'
import type { Passage, Section, Talk } from '../../talk.ts'

/** Whether what stands below a heading is takeaways. */
export const isTakeawaysTitle = (heading: string): boolean =>
  takeawaysTitle.test(heading.replace(/[:.]$/, ''))
const takeawaysTitle = /^(?:key |main |my )?(?:take-?aways?|points|learnings)$|^tl;?dr$|^what to take away$/i

/** Blocks as the parts of a talk, as `parseBody` takes them from Markdown. */
export function bodyOfBlocks(
  blocks: readonly Block[],
  line: number,
): Pick<Talk, 'summary' | 'takeaways' | 'sections'> {
  const [first] = blocks
  const hasSummary =
    first?.form === 'paragraph' && first.depth === 0 && !first.quoted && !saysNothingAlone.test(first.text)
  const takeaways: Passage[] = []
  const sections: Section[] = []
  let passages: Passage[] | undefined
  for (const block of hasSummary ? blocks.slice(1) : blocks) {
    if (block.form === 'heading') {
      if (isTakeawaysTitle(block.text)) passages = takeaways
      else {
        passages = []
        sections.push(sectionOf(withoutTicks(block.text) || 'Notes', block.line, passages))
      }
    } else {
      const passage = passageOf(block)
      if (passage.text === '' || (block === first && isNotes.test(passage.text))) continue
      if (!passages) {
        passages = []
        sections.push(sectionOf('Notes', block.line, passages))
      }
      passages.push(passage)
    }
  }
  return {
    summary: first && hasSummary ? passageOf(first) : noSummary(first?.line ?? line),
    takeaways,
    sections,
  }
}

/** `Notes:` above a list, or `10:10`. */
const saysNothingAlone = /^(?:\S+\s+){0,4}\S*:$|^[^\p{L}]*$/u

/** What stands above all of them. */
const isNotes = /^(?:my |session |talk )?notes:?$/i

function passageOf({ form, text, depth, line, number }: Block): Passage {
  if (form === 'code') return { form, text, line, depth: Math.max(depth - 1, 0) }
  const sign = form === 'bullet' && number !== undefined ? `${number}. ` : ''
  return {
    form: form === 'bullet' ? 'bullet' : 'paragraph',
    text: `${sign}${withoutTicks(text)}`,
    line,
    depth: form === 'bullet' ? depth : Math.max(depth - 1, 0),
  }
}

const withoutTicks = (text: string): string => text.replace(/`([^`]+)`/g, '$1')
