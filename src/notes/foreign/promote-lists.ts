import type { ReadBlock } from '../../markup/read-block.ts'
import { flattenLine } from '../../markup/read-markup.ts'
import { talksTitle } from './heading-names.ts'
import { keyMeaningOf } from './known-keys.ts'
import { type ItemPlace, type ListedItem, listedItem } from './listed-item.ts'
import type { IsName } from './person-names.ts'

/**
 * Lists and tables of talks as headings, an item or row each: pages of what somebody has watched or given. What an item says
 * besides title and speaker is its text, and the cells of a row are the fields of its talk.
 */
export function promoteLists(
  blocks: readonly ReadBlock[],
  isName: IsName,
  stem = '',
): { readonly blocks: readonly ReadBlock[]; readonly items?: ReadonlySet<number> } {
  const items = new Map<ReadBlock, readonly ReadBlock[]>()
  const isOfTalks = saysTalks(blocks, stem)
  let isAnnounced = isOfTalks
  let isReading = false
  let depth = 0
  let isSure = 0
  let texts = 0
  let hasAnnounced = false
  for (const block of blocks) {
    if (block.form === 'heading') {
      depth = block.depth
      isAnnounced = isOfTalks || talksTitle.test(block.text)
      isReading = toRead.test(block.text)
      continue
    }
    if (block.form === 'paragraph')
      isAnnounced = isOfTalks || announcing.test(block.text.slice(-maxAnnounced))
    const rows = rowsOf(block)
    const item = rows || isReading ? undefined : itemOf(block, { isName, isAnnounced })
    texts += rows?.length ?? (block.depth > 0 || (item === undefined && isLink(block)) ? 0 : 1)
    if (rows)
      items.set(
        block,
        rows.flatMap((row) => talkOfRow(row, depth + 1)),
      )
    else if (item) items.set(block, item.blocks(depth + 1))
    if (isAnnounced && item?.isTalk) hasAnnounced = true
    isSure += rows?.length ?? (item?.isTalk ? 1 : 0)
  }
  const least = isOfTalks || hasAnnounced ? minOfTalks : minListed
  if (isSure < least || isSure * 2 < texts) return { blocks }
  const headings = [...items.values()].flat().filter(({ form }) => form === 'heading')
  return {
    blocks: blocks.flatMap((block) => items.get(block) ?? [block]),
    items: new Set(headings.map(({ line }) => line)),
  }
}

/** Fewer may as well be what a talk recommends. */
const minListed = 5
/** Where talks are announced, nothing else need be listed. */
const minOfTalks = 2

/** Whether the name of a file or its first heading says that talks stand there. */
export const saysTalks = ([first]: readonly ReadBlock[], stem: string): boolean =>
  [stem, first?.text ?? ''].some((text) =>
    announcesTalks.test(text.slice(0, maxAnnounced).replace(/[-_]+/g, ' ')),
  )

/** Papers have authors, as talks have speakers. */
const toRead =
  /^\W*(?:references?|bibliography|further reading|(?:recommended |suggested )?(?:reading|papers|books)(?: list)?|citations|related(?: \w+)?)\W*$/i

/** `We gave the following talks:` */
const announcing = /\b(?:talks|sessions|workshops|presentations)\b[^.!?]*:$/i
const maxAnnounced = 200
const announcesTalks =
  /^(?:(?:my|our|past|previous|all|recent|selected|public|conference|tech|awesome) )*(?:talks|presentations|speaking|speaking engagements|lectures)\b/i

/** A paragraph is an item if it begins with a day, or is a link that names who spoke. */
const isLinkAlone = (block: ReadBlock, { names }: ListedItem): boolean => names.length > 0 && isLink(block)

const isLink = ({ form, raw }: ReadBlock): boolean =>
  form === 'paragraph' && raw.length === 1 && /^\W*\[[^\][]+\]\(\S+\)(?:\s\([^()]*\))?\s*$/.test(raw[0] ?? '')

/** An item that may be a talk. */
function itemOf(block: ReadBlock, place: ItemPlace) {
  if (block.form === 'code' || block.depth > 0 || block.quoted) return undefined
  const item = listedItem(block.raw, place)
  if (item === undefined || (block.form !== 'bullet' && !item.isDated && !isLinkAlone(block, item)))
    return undefined
  // `[Website](https://…)` among talks leads to none.
  if (!item.isTalk && !/\S\s+\S/.test(item.title)) return undefined
  const { heading, who, text, isTalk } = item
  const lines = [...(who === undefined ? [] : [`Speaker: ${who}`]), ...(text === '' ? [] : [text])]
  return {
    isTalk,
    blocks: (depth: number): readonly ReadBlock[] => [
      { ...block, form: 'heading', depth, text: heading },
      ...lines.map((line): ReadBlock => ({ ...block, form: 'paragraph', depth: 0, text: line, raw: [line] })),
    ],
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
