import type { Code, Html, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { endOfTable } from '../../markup/markup-signs.ts'
import { alignedHtmlTable, alignedTable } from '../../markup/table-cells.ts'
import { isWebAddress } from '../../text/web-address.ts'
import type { Passage } from '../talk.ts'
import { withShownBox } from '../to-dos.ts'

/** Addresses of link definitions (`[name]: https://…`) by mdast's identifier. */
export type Definitions = ReadonlyMap<string, string>

/** A node still to be visited, and what it stands in. */
interface Visit {
  readonly node: RootContent
  /** How many lists it stands in. */
  readonly lists: number
  readonly form: 'paragraph' | 'bullet'
  /** What an ordered list puts before it, e.g. `2. `. */
  readonly marker: string
}

/**
 * Blocks of Markdown as passages in the order of the file, however they are nested. HTML loses its tags, comments are
 * dropped, tables are aligned, and what else Markdown does not know (footnotes) stays as it was typed.
 */
export function passagesOfMarkdown(
  blocks: readonly RootContent[],
  source: string,
  definitions: Definitions,
): Passage[] {
  const passages: Passage[] = []
  const add = (form: Passage['form'], text: string, line: number, lists: number) => {
    if (text !== '') passages.push({ form, text, line, depth: Math.max(lists - 1, 0) })
  }
  // A stack of our own: notes nested ten thousand deep are odd, but no reason to overflow the engine's.
  const stack: Visit[] = []
  const push = (visits: readonly Visit[]) => {
    for (let index = visits.length - 1; index >= 0; index--) stack.push(visits[index]!)
  }
  push(blocks.map((node) => ({ node, lists: 0, form: 'paragraph', marker: '' })))
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, lists } = visit
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        for (const part of node.type === 'paragraph' ? tablesApart(node, source) : [node]) {
          if (part.type === 'table') {
            add('code', part.text, part.line, lists)
            continue
          }
          const { text, line } = inlineText(part, source, definitions)
          const shown = visit.form === 'bullet' ? withShownBox(text) : text
          add(visit.form, shown && visit.marker + shown, line, lists)
        }
        break
      case 'code': {
        const { text, line } = codeText(node, source)
        add('code', text, line, lists)
        break
      }
      case 'html': {
        const table = alignedHtmlTable(node.value)
        const { text, line } = htmlText(node)
        if (table === undefined) add(visit.form, text && visit.marker + text, line, lists)
        else add('code', table, lineOf(node), lists)
        break
      }
      case 'list':
        // Contents say what the headings say.
        if (node.children.every(isAnchor)) break
        push(
          node.children.map((item, index) => ({
            node: item,
            lists: lists + 1,
            form: 'bullet',
            marker: node.ordered ? `${(node.start ?? 1) + index}. ` : '',
          })),
        )
        break
      case 'listItem':
        push(itemVisits(node, visit))
        break
      case 'blockquote':
        push(node.children.map((child) => ({ ...visit, node: child, form: 'paragraph', marker: '' })))
        break
    }
  }
  return passages
}

/** A table that stands among the lines of a paragraph. */
interface TableFound {
  readonly type: 'table'
  readonly text: string
  readonly line: number
}

/** A paragraph, or, if tables stand in it, which CommonMark does not know, these and what stands between them. */
function tablesApart(paragraph: Paragraph, source: string): readonly (Paragraph | TableFound)[] {
  const typed = sourceOf(paragraph, source)
  if (!typed.includes('|')) return [paragraph]
  const lines = typed.split('\n')
  const parts: (Paragraph | TableFound)[] = []
  const nodes = paragraph.children.flatMap(lineByLine)
  let taken = 0
  /** What begins above a line, counted from the first one, and was not taken yet. */
  const takeAbove = (line: number) => {
    const from = taken
    while (taken < nodes.length && lineOf(nodes[taken]!) - lineOf(paragraph) < line) taken++
    return nodes.slice(from, taken)
  }
  const addText = (children: PhrasingContent[]) => {
    if (children.length > 0) parts.push({ ...paragraph, children })
  }
  for (let at = 0; at < lines.length; ) {
    const end = endOfTable(lines, at)
    const text = end === undefined ? undefined : alignedTable(lines.slice(at, end))
    if (text !== undefined) {
      addText(takeAbove(at))
      parts.push({ type: 'table', text, line: lineOf(paragraph) + at })
      takeAbove(end!)
    }
    at = end ?? at + 1
  }
  if (parts.length === 0) return [paragraph]
  addText(takeAbove(lines.length))
  return parts
}

/** A text with its line breaks as the texts of its lines. */
function lineByLine(node: PhrasingContent): readonly PhrasingContent[] {
  const { position } = node
  if (node.type !== 'text' || position === undefined) return [node]
  return node.value.split(/(?<=\n)/).map((value, index) => {
    const start = { ...position.start, line: position.start.line + index }
    return { ...node, value, position: { ...position, start } }
  })
}

/** Whether an item holds nothing but a link to a place in the same note, and items of that kind. */
const isAnchor = ({ children }: ListItem): boolean =>
  children.every((block) => {
    if (block.type === 'list') return block.children.every(isAnchor)
    const [link, ...others] = block.type === 'paragraph' ? block.children : []
    return others.length === 0 && link?.type === 'link' && link.url.startsWith('#')
  })

/** An item's first block is the bullet, the rest belongs to it. */
const itemVisits = (item: ListItem, { lists, marker }: Visit): Visit[] =>
  item.children.map((node, index) =>
    index === 0 ? { node, lists, form: 'bullet', marker } : { node, lists, form: 'paragraph', marker: '' },
  )

/** The plain text of a paragraph or heading, and the line on which its first visible character stands. */
export function inlineText(
  block: Extract<Nodes, { children: PhrasingContent[] }>,
  source: string,
  definitions: Definitions,
): { readonly text: string; readonly line: number } {
  const pieces: string[] = []
  let line: number | undefined
  const add = (piece: string, node: Nodes, typed = piece) => {
    if (line === undefined && piece.trim() !== '') line = lineOf(node) + breaksBeforeText(typed)
    pieces.push(piece)
  }
  const stack: (PhrasingContent | (() => void))[] = [...block.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (typeof node === 'function') node()
    else if (node.type === 'text') add(node.value, node)
    // The line breaks of inline code are spaces in its value.
    else if (node.type === 'inlineCode') add(node.value, node, sourceOf(node, source).replace(/^`+/, ''))
    else if (node.type === 'html') add(withoutTags(node.value, ''), node)
    else if (node.type === 'break') add(' ', node)
    else if (node.type === 'image' || node.type === 'imageReference') {
      // The path of a picture says nothing to people; the address of one that is elsewhere leads to it.
      const address = addressOf(node, definitions)
      add(withAddress(node.alt ?? '', address && isWebAddress(address) ? address : undefined), node)
    } else if ('children' in node) {
      const address = addressOf(node, definitions)
      const from = pieces.length
      // Runs when the link's own text has been added.
      if (address) stack.push(() => pieces.push(withAddress(pieces.splice(from).join(''), address)))
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!)
    }
  }
  return { text: oneLine(pieces.join('')), line: line ?? lineOf(block) }
}

function addressOf(node: PhrasingContent, definitions: Definitions): string | undefined {
  if (node.type === 'link' || node.type === 'image') return node.url
  if (node.type === 'linkReference' || node.type === 'imageReference') return definitions.get(node.identifier)
  return undefined
}

function withAddress(text: string, address: string | undefined): string {
  // A place in the same note is no address.
  if (!address || address.startsWith('#') || address === text || address === `mailto:${text}`) return text
  return text.trim() === '' ? address : `${text} (${address})`
}

/** Code as typed, without empty lines around it. */
function codeText(node: Code, source: string): { readonly text: string; readonly line: number } {
  const fenced = /^[`~]/.test(sourceOf(node, source))
  const text = node.value.replace(/^(?:[ \t]*\n)+/, '')
  const dropped = node.value.slice(0, node.value.length - text.length).split('\n').length - 1
  return { text: text.trimEnd(), line: lineOf(node) + (fenced ? 1 : 0) + dropped }
}

function htmlText(node: Html): { readonly text: string; readonly line: number } {
  const text = withoutTags(node.value, ' ')
  return { text: oneLine(text), line: lineOf(node) + breaksBeforeText(text) }
}

const htmlTags =
  'a|abbr|article|aside|b|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|' +
  'figure|font|footer|h[1-6]|head|header|hr|html|i|iframe|img|ins|kbd|li|main|mark|nav|ol|p|pre|q|s|samp|script|section|' +
  'small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var|video|wbr'

/**
 * Only what HTML knows is taken for a tag: the `<int>` of `vector<int>` is text. Line breaks inside what goes away stay,
 * so that lines can still be counted.
 */
function withoutTags(html: string, replacement: '' | ' '): string {
  const tags = new RegExp(`<!--(?:-?>|[\\s\\S]*?(?:-->|$))|</?(?:${htmlTags})(?:\\s[^>]*)?/?>`, 'gi')
  return html.replace(tags, (tag) => {
    const breaks = tag.replace(/[^\n]+/g, '')
    return breaks || (/^<\/?br/i.test(tag) ? ' ' : replacement)
  })
}

const sourceOf = ({ position }: Nodes, source: string): string =>
  source.slice(position?.start.offset, position?.end.offset)

const lineOf = (node: Nodes): number => node.position?.start.line ?? 1

/** How many lines below the start of a text its first visible character stands. */
const breaksBeforeText = (text: string): number =>
  text.slice(0, text.length - text.trimStart().length).split('\n').length - 1

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
