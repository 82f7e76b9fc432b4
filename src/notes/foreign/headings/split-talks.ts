import type { ReadBlock } from '../../../markup/read-block.ts'
import { dayIn, yearIn } from '../dates/written-dates.ts'
import { talksTitle } from '../words/heading-word-lists.ts'
import { blocksOf, type Outline, type OutlineNode } from './outline.ts'
import {
  eventAround,
  eventHeading,
  type HeadingOptions,
  isOneTalk,
  roleOfHeading,
  severalEvents,
} from './talk-headings.ts'

/** One talk of the notes: the heading it begins with, what stands below, and the heading of the group it is in. */
export interface SplitTalk {
  readonly title: string
  readonly line: number
  readonly group: string
  /** The headings of the groups that its group is in, the nearest first. */
  readonly around: readonly string[]
  /** The last heading above that was a day and held nothing. */
  readonly day: string
  /** What names the event that it stands below, if the notes are on several. */
  readonly event?: Pick<OutlineNode, 'heading' | 'own'>
  readonly blocks: readonly ReadBlock[]
}

export interface Split {
  /** The name of the event, if the notes say it. */
  readonly title?: string
  /** What stands below that name, before all talks. */
  readonly introduction: readonly ReadBlock[]
  readonly parts: readonly SplitTalk[]
  /** What belongs to no talk. */
  readonly left: readonly Left[]
}

export interface Left {
  /** Lines, 1-based. */
  readonly from: number
  readonly to: number
  readonly what: string
  readonly blocks: readonly ReadBlock[]
}

/**
 * Splits notes at those of their headings that are talks. A first heading that holds all others names the event; days,
 * tracks and whatever else only holds talks are groups; the headings below a talk's are its sections. If several first headings are
 * events with their years, each talk is of the one that it stands below.
 */
export function splitTalks({ preface, roots }: Outline, options: HeadingOptions): Split {
  const parts: SplitTalk[] = []
  const left: Left[] = []
  const leave = (blocks: readonly ReadBlock[], what: string) => {
    const last = blocks.at(-1)
    if (blocks[0] && last)
      left.push({ from: blocks[0].line, to: last.line + last.raw.length - 1, what, blocks })
  }
  let day = ''
  let below: OutlineNode | undefined
  const collect = (nodes: readonly OutlineNode[], [group = '', ...around]: readonly string[] = []) => {
    for (const node of nodes) {
      const { text: title, line } = node.heading
      switch (roleOfHeading(node, nodes, options)) {
        case 'talk':
          parts.push({
            title,
            line,
            group,
            around,
            day,
            blocks: blocksOf(node).slice(1),
            ...(below && { event: below }),
          })
          break
        case 'group':
          leave(ownOfGroup(node, options), `below "${title}"`)
          collect(node.children, [title, ...(group === '' ? [] : [group]), ...around])
          break
        case 'aside':
          leave(blocksOf(node), `"${title}"`)
          break
        case 'day':
          day = title
          // Of several days it is no talk's.
          if (yearIn(title) !== undefined && dayIn(title) === undefined) leave([node.heading], `"${title}"`)
          break
      }
    }
  }
  leave(preface, 'before the first heading')
  const [root] = roots
  // Below `Conference notes`, too.
  const beside = roots.length === 1 && root !== undefined ? [roots, root.children] : [roots]
  const nodes = beside.find((some) => severalEvents(some, options).length > 0)
  if (nodes !== undefined) {
    const events = severalEvents(nodes, options)
    if (nodes !== roots && root !== undefined) leave(root.own, `below "${root.heading.text}"`)
    for (const node of nodes) {
      const isEvent = events.includes(node)
      below = isEvent ? node : undefined
      day = ''
      if (isEvent) leave(node.own, `below "${node.heading.text}"`)
      collect(isEvent ? node.children : [node])
    }
    return { introduction: preface, parts, left }
  }
  const event = eventHeading(roots, options)
  if (event) leave(event.own, `below "${event.heading.text}"`)
  // What an event says of itself is no talk.
  const isAside = event !== undefined && isOneTalk(event)
  if (isAside) for (const child of event.children) leave(blocksOf(child), `"${child.heading.text}"`)
  collect(event ? [...(isAside ? [] : event.children), ...roots.slice(1)] : roots)
  const introduction = [...preface, ...(event?.own ?? [])]
  return { title: event?.heading.text ?? eventAround(preface, roots), introduction, parts, left }
}

/** Among the items of a list, no other heading is a talk: what it holds besides them is understood by it. */
function ownOfGroup(
  { heading, own, children }: OutlineNode,
  { items }: HeadingOptions,
): readonly ReadBlock[] {
  const isSaid = items !== undefined && !talksTitle.test(heading.text)
  return isSaid && (own.length > 0 || children.length === 0) ? [heading, ...own] : own
}
