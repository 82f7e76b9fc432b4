import type { RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { sectionOf } from '../section.ts'
import type { Passage, Section } from '../talk.ts'
import { toDosAmong, toDosTitle } from '../to-dos.ts'
import { type Definitions, inlineText, passagesOfMarkdown } from './markdown-passages.ts'

export interface Body {
  /** Absent if the text does not begin with a paragraph. */
  readonly summary?: Passage
  readonly takeaways: readonly Passage[]
  /** Line of the heading of the takeaways, if there is one. */
  readonly takeawaysLine?: number
  readonly sections: readonly Section[]
}

/**
 * Takes the Markdown of a note apart. Every heading that is not inside a list or quotation starts a section, whatever
 * its level. What follows the summary before the first heading becomes a section "Notes".
 */
export function parseBody(markdown: string): Body {
  const root = fromMarkdown(markdown)
  const definitions = definitionsIn(root.children)
  const passages = (blocks: readonly RootContent[]) => passagesOfMarkdown(blocks, markdown, definitions)

  const firstHeading = root.children.findIndex(({ type }) => type === 'heading')
  const lead = passages(firstHeading < 0 ? root.children : root.children.slice(0, firstHeading))
  const summary = lead[0]?.form === 'paragraph' ? lead[0] : undefined
  const notes = summary ? lead.slice(1) : lead

  const takeaways: Passage[] = []
  let takeawaysLine: number | undefined
  const sections: Section[] = notes[0] ? [sectionOf('Notes', notes[0].line, notes)] : []
  for (const [heading, ...blocks] of sectionsOf(firstHeading < 0 ? [] : root.children.slice(firstHeading))) {
    if (heading?.type !== 'heading') continue
    const { text, line } = inlineText(heading, markdown, definitions)
    if (text.toLowerCase() === 'takeaways') {
      const found = passages(blocks)
      const toDos = toDosAmong(found)
      takeaways.push(...found.filter((passage) => !toDos.has(passage)))
      takeawaysLine ??= line
      const [first] = toDos
      if (first) sections.push(sectionOf(toDosTitle, first.line, [...toDos]))
    } else {
      sections.push(sectionOf(text || 'Notes', line, passages(blocks)))
    }
  }
  return { ...(summary && { summary }), takeaways, ...(takeawaysLine && { takeawaysLine }), sections }
}

/** Runs of blocks, each with its heading first. */
function sectionsOf(blocks: readonly RootContent[]): readonly (readonly RootContent[])[] {
  const sections: RootContent[][] = []
  for (const block of blocks) {
    if (block.type === 'heading') sections.push([block])
    else sections.at(-1)?.push(block)
  }
  return sections
}

function definitionsIn(blocks: readonly RootContent[]): Definitions {
  const definitions = new Map<string, string>()
  const stack = [...blocks].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'definition') {
      // As in CommonMark, the first of several counts.
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url)
    } else if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!)
    }
  }
  return definitions
}
