import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { keyMeaningOf } from './known-keys.ts'
import type { IsName } from './person-names.ts'
import { speakersIn } from './speaker-line.ts'

/**
 * Lists and tables of talks as headings, an item or row each: pages of what somebody has watched or given. What an item says
 * besides title and speaker is its text, and the cells of a row are the fields of its talk.
 */
export function promoteLists(
  blocks: readonly ReadBlock[],
  isName: IsName,
): { readonly blocks: readonly ReadBlock[]; readonly items?: ReadonlySet<number> } {
  const items = new Map<ReadBlock, readonly ReadBlock[]>()
  let depth = 0
  let isSure = 0
  let texts = 0
  for (const block of blocks) {
    if (block.form === 'heading') {
      depth = block.depth
      continue
    }
    const rows = rowsOf(block)
    const item = rows ? undefined : itemOf(block, isName)
    texts += rows?.length ?? (block.depth === 0 ? 1 : 0)
    if (rows)
      items.set(
        block,
        rows.flatMap((row) => talkOfRow(row, depth + 1)),
      )
    else if (item) items.set(block, item.blocks(depth + 1))
    isSure += rows?.length ?? (item?.isTalk ? 1 : 0)
  }
  if (isSure < minListed || isSure * 2 < texts) return { blocks }
  const headings = [...items.values()].flat().filter(({ form }) => form === 'heading')
  return {
    blocks: blocks.flatMap((block) => items.get(block) ?? [block]),
    items: new Set(headings.map(({ line }) => line)),
  }
}

/** Fewer may as well be what a talk recommends. */
const minListed = 5

const linkFirst = new RegExp(
  [
    String.raw`^\s*[-*+•]\s+(?:\[[ xX]\]\s+)?(?:\*\*|__|`,
    String.raw`["“])?\[([^\][]{3,200})\]\((https?:[^\s()]+(?:\([^\s()]*\)[^\s()]*)?)\)(?:\*\*|__|["”])?\s*(.*)$`,
  ].join(''),
)
const hasVideo = new RegExp(
  [
    String.raw`^https?:\/\/(?:[\w-]+\.)*(?:youtube\.com|developer\.apple\.com\/videos|youtu\.be|vimeo\.com|infoq\.com|`,
    String.raw`confreaks\.\w+|pyvideo\.org|media\.ccc\.de|channel9\.msdn\.com|slideshare\.net|speakerdeck\.com|noti\.st)\/`,
  ].join(''),
  'i',
)

/** An item that begins with a link: a talk, if it has a speaker, or leads to a video or slides. */
function itemOf(block: ReadBlock, isName: IsName) {
  if (block.form !== 'bullet' || block.depth > 0 || block.quoted) return undefined
  const [, title = '', url = '', rest = ''] =
    linkFirst.exec(block.raw.map((line) => line.trim()).join(' ')) ?? []
  if (title === '') return undefined
  const [who = ''] = rest.replace(/^(?:[-–—|,:]|by:?)\s+/i, '').split(/\s*[([]/)
  const people = who === '' ? [] : speakersIn(`by ${who}`, isName)
  const names = people.map(({ name }) => name)
  return {
    isTalk: names.length > 0 || hasVideo.test(url),
    blocks: (depth: number): readonly ReadBlock[] => {
      const heading =
        `${flattenLine(title).replace(/\s+\(\d{1,2}:\d\d(?::\d\d)?\)$/, '')} ` +
        `(${url})${names.length > 0 ? ` by ${names.join(' and ')}` : ''}`
      const text = flattenLine(rest.replace(/^(?:[-–—|,:]|by:?)\s+/i, ''))
      const isMore = text !== '' && names.join(' and ') !== text
      return [
        { ...block, form: 'heading', depth, text: heading },
        ...(isMore ? [{ ...block, form: 'paragraph', depth: 0, text, raw: [text] } satisfies ReadBlock] : []),
      ]
    },
  }
}

interface ListedTalk {
  readonly title: string
  readonly fields: readonly string[]
  /** The list is one event, whatever events its talks were at: those are text. */
  readonly events: readonly string[]
  readonly block: ReadBlock
}

/** The rows of a table whose header names a title and something else that talks have. */
function rowsOf(block: ReadBlock): readonly ListedTalk[] | undefined {
  if (block.form !== 'code' || !block.raw[0]?.includes('|')) return undefined
  const [header = [], rule = [], ...rows] = block.raw.map(cellsOf)
  if (!rule.every((cell) => /^:?-+:?$/.test(cell))) return undefined
  const keys = header.map((cell) => flattenLine(cell))
  const meanings = keys.map((key) => (keyMeaningOf(key) ?? keyMeaningOf(key.replace(/\s*\(.*\)$/, '')))?.of)
  const isOfTalks = meanings.some(
    (of) => of === 'speakers' || of === 'event' || of === 'date' || of === 'link',
  )
  const topic = keys.findIndex((key) => /^topics?$/i.test(key))
  const at = meanings.includes('title') ? meanings.indexOf('title') : topic
  if (at < 0 || !isOfTalks) return undefined
  return rows.flatMap((cells, index) => {
    const title = cells[at] ?? ''
    if (title === '') return []
    const fields = cells.flatMap((cell, column) =>
      column === at || cell === '' || !keys[column] || meanings[column] === 'event'
        ? []
        : [`${keys[column]}: ${cell}`],
    )
    const events = cells.filter((cell, column) => meanings[column] === 'event' && cell !== '')
    const line = block.line + 2 + index
    return [{ title, fields, events, block: { ...block, line, raw: block.raw.slice(2 + index, 3 + index) } }]
  })
}

const cellsOf = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

function talkOfRow({ title, fields, events, block }: ListedTalk, depth: number): readonly ReadBlock[] {
  const paragraph = (raw: readonly string[]): readonly ReadBlock[] =>
    raw.length === 0
      ? []
      : [{ ...block, form: 'paragraph', depth: 0, text: flattenLine(raw.join(', ')), raw }]
  return [
    { ...block, form: 'heading', depth, text: flattenLine(title) },
    ...paragraph(fields),
    ...paragraph(events),
  ]
}
