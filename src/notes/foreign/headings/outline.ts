import type { ReadBlock } from '../../../markup/read-block.ts'
import { foldName } from '../../../text/fold.ts'
import { hasNameShape, type IsName } from '../people/person-names.ts'
import { askingTitle, groupTitle, sectionTitle, undecorated } from '../words/heading-word-lists.ts'
import { isPause } from '../words/pauses.ts'
import { talkKind } from '../words/talk-kind.ts'

/** What is known of people in headings. */
export interface PeopleInHeadings {
  /** Whether a text is a person's name. */
  readonly isName: IsName
  /** Whether a heading and what is below it name a speaker. */
  readonly namesSpeaker: (title: string, below: readonly ReadBlock[]) => boolean
}

/** A heading with what stands between it and the first heading below it, and those headings. */
export interface OutlineNode {
  readonly heading: ReadBlock
  /** Whether it is called like a part of a talk, here or in all notes. */
  readonly isSection: boolean
  readonly own: readonly ReadBlock[]
  readonly children: readonly OutlineNode[]
}

export interface Outline {
  /** What stands above the first heading. */
  readonly preface: readonly ReadBlock[]
  readonly roots: readonly OutlineNode[]
}

/**
 * Blocks by the headings that they stand below. One that comes again and again belongs to the heading above, whatever its
 * level.
 */
export function outlineOf(blocks: readonly ReadBlock[], { isName, namesSpeaker }: PeopleInHeadings): Outline {
  const preface: ReadBlock[] = []
  const roots: OpenNode[] = []
  const repeated = repeatedIn(blocks, isName)
  let path: readonly OpenNode[] = []
  /** The depth of the last heading that is not repeated. */
  let above = 0
  for (const block of blocks) {
    if (block.form !== 'heading') {
      ;(path.at(-1)?.own ?? preface).push(block)
      continue
    }
    const isRepeated = repeated.has(foldName(withoutRemark(block.text)))
    const heading = isRepeated && block.depth <= above ? { ...block, depth: above + 1 } : block
    if (!isRepeated) above = block.depth
    path = path.filter((node) => node.heading.depth < heading.depth)
    const title = undecorated(block.text)
    const own: ReadBlock[] = []
    const node: OpenNode = {
      heading,
      get isSection() {
        return (
          isRepeated || (sectionTitle.test(title) && !(askingTitle.test(title) && namesSpeaker(title, own)))
        )
      },
      own,
      children: [],
    }
    const siblings = path.at(-1)?.children ?? roots
    siblings.push(node)
    path = [...path, node]
  }
  return { preface, roots }
}

interface OpenNode extends OutlineNode {
  readonly own: ReadBlock[]
  readonly children: OpenNode[]
}

/** A talk is given once or twice; what a template asks about each of them comes more often. */
const minRepeats = 3

/** `Notes (not all of it)` is one of the `Notes`; `Workshop (Ada Example)` and `Office hours (10:00)` are one of their own each. */
function withoutRemark(heading: string): string {
  if (heading.length > maxHeading) return heading
  const [, title = '', remark = ''] = /^(.*[^\s(])\s*\(([^()]*)\)$/.exec(heading) ?? []
  return sectionTitle.test(undecorated(title)) && !/\d/.test(remark) && !hasNameShape(remark)
    ? title
    : heading
}

/** Longer ones are sentences, in characters. */
const maxHeading = 150

/** A field below a heading that says what was spoken on. */
const titleLine = /^\W*(?:talk |session )?(?:title|topic)\W*:\W*\S/i

/** The headings that come again and again, but for days, keynotes, pauses and people. */
function repeatedIn(blocks: readonly ReadBlock[], isName: IsName): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [index, { form, text }] of blocks.entries()) {
    if (form !== 'heading' || isName(text) || titleLine.test(blocks[index + 1]?.raw[0] ?? '')) continue
    const folded = foldName(withoutRemark(text))
    const isOfProgramme = groupTitle.test(text) || isPause(text, 0) || talkKind('', text) !== 'talk'
    // `Keynotes`, three times, are what was said, not who.
    if (isOfProgramme && folded !== 'keynotes') continue
    if (folded !== '') counts.set(folded, (counts.get(folded) ?? 0) + 1)
  }
  return new Set([...counts].filter(([, count]) => count >= minRepeats).map(([folded]) => folded))
}

/** All blocks of a node in their order, its heading first. */
export const blocksOf = ({ heading, own, children }: OutlineNode): readonly ReadBlock[] => [
  heading,
  ...own,
  ...children.flatMap(blocksOf),
]

/** Whether nothing but headings is in it. */
export const isEmpty = ({ own, children }: OutlineNode): boolean =>
  own.length === 0 && children.every(isEmpty)
