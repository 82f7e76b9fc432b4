import type { ReadBlock } from '../../markup/read-block.ts'
import { besideTalks, groupTitle, sectionTitle } from './heading-names.ts'

/** One talk of the notes: the heading it begins with, what stands below, and the heading of the group it is in. */
export interface Part {
  readonly title: string
  readonly line: number
  readonly group: string
  readonly blocks: readonly ReadBlock[]
}

export interface Split {
  /** The name of the event, if a heading says it. */
  readonly title?: string
  readonly parts: readonly Part[]
  /** What belongs to no talk, by lines. */
  readonly left: readonly { readonly from: number; readonly to: number; readonly what: string }[]
}

export interface SplitOptions {
  /** The depth of the headings that are talks; found out if absent. */
  readonly level?: number
  /** Whether a heading and what is below it name a speaker. */
  readonly namesSpeaker: (title: string, below: ReadBlock | undefined) => boolean
  /** The depth of a heading that can name the event, if only one can. */
  readonly titleDepth?: number
}

interface Node {
  readonly heading: ReadBlock
  /** What stands between it and the first heading below it. */
  readonly own: ReadBlock[]
  readonly children: Node[]
}

/**
 * Splits notes at those of their headings that are talks. A first heading that holds all others names the event; days,
 * tracks and whatever else only holds talks are groups; the headings below a talk's are its sections.
 */
export function splitTalks(blocks: readonly ReadBlock[], options: SplitOptions): Split {
  const { preface, roots } = outline(blocks)
  const parts: Part[] = []
  const left: { from: number; to: number; what: string }[] = []
  const leave = (some: readonly ReadBlock[], what: string) => {
    const last = some.at(-1)
    if (some[0] && last) left.push({ from: some[0].line, to: last.line + last.raw.length - 1, what })
  }
  const collect = (nodes: readonly Node[], group: string) => {
    for (const node of nodes) {
      const { text: title, line, depth } = node.heading
      if (besideTalks.test(title) || (options.level !== undefined && depth > options.level))
        leave(blocksOf(node), `"${title}"`)
      else if (options.level === undefined ? isGroup(node, options) : depth < options.level) {
        leave(node.own, `below "${title}"`)
        collect(node.children, title)
      } else parts.push({ title, line, group, blocks: blocksOf(node).slice(1) })
    }
  }
  leave(preface, 'before the first heading')
  const event = findEvent(roots, options)
  if (event) leave(event.own, `below "${event.heading.text}"`)
  collect(event ? [...event.children, ...roots.slice(1)] : roots, '')
  return { title: event?.heading.text, parts, left }
}

function outline(blocks: readonly ReadBlock[]): {
  readonly preface: readonly ReadBlock[]
  readonly roots: readonly Node[]
} {
  const preface: ReadBlock[] = []
  const roots: Node[] = []
  let path: readonly Node[] = []
  for (const block of blocks) {
    if (block.form === 'heading') {
      path = path.filter(({ heading }) => heading.depth < block.depth)
      const node = { heading: block, own: [], children: [] }
      const siblings = path.at(-1)?.children ?? roots
      siblings.push(node)
      path = [...path, node]
    } else (path.at(-1)?.own ?? preface).push(block)
  }
  return { preface, roots }
}

const blocksOf = ({ heading, own, children }: Node): readonly ReadBlock[] => [
  heading,
  ...own,
  ...children.flatMap(blocksOf),
]

/** The first heading, if it holds all others; or else holds some or nothing, and has a year as events do. */
function findEvent(roots: readonly Node[], options: SplitOptions): Node | undefined {
  const [first, ...others] = roots
  if (!first || isOneTalk(first) || groupTitle.test(first.heading.text)) return undefined
  const { depth, text } = first.heading
  if (depth > (options.titleDepth ?? 6) || (options.level !== undefined && depth >= options.level))
    return undefined
  if (first.children.length > 0 && others.every(({ heading }) => besideTalks.test(heading.text))) return first
  const canHold = first.children.length > 0 || (first.own.length === 0 && others.length > 0)
  return canHold && /\b(19|20)\d\d\b/.test(text) ? first : undefined
}

const isOneTalk = ({ children }: Node) =>
  children.length > 0 && children.every(({ heading }) => sectionTitle.test(heading.text))

/** A day, track or the like with talks in it; or whatever it is called, if they have speakers and itself has none. */
function isGroup(node: Node, { namesSpeaker }: SplitOptions): boolean {
  if (node.children.length === 0 || isOneTalk(node)) return false
  if (groupTitle.test(node.heading.text)) return true
  const hasSpeaker = ({ heading, own, children }: Node) =>
    namesSpeaker(heading.text, own[0] ?? children[0]?.own[0])
  return (
    node.own.length === 0 &&
    !namesSpeaker(node.heading.text, undefined) &&
    node.children.filter(hasSpeaker).length * 2 > node.children.length
  )
}
