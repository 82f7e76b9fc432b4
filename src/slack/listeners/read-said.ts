import { z } from 'zod'
import { type Request, readRequest } from '../../requests/read-request.ts'
import { unescapeMrkdwn } from '../blocks/unescape-mrkdwn.ts'

/** What a person said to Hallway. */
export type Said =
  /** In their own words. Empty if they only mentioned Hallway. */
  | { readonly kind: 'words'; readonly text: string }
  /** By forwarding a message. */
  | { readonly kind: 'forwarded'; readonly text: string }
  /** By a file without words. */
  | { readonly kind: 'file' }

/** What Hallway reads of a message. What is not as expected counts as absent. */
const payload = z.object({
  text: z.string().default('').catch(''),
  blocks: anyList(),
  attachments: anyList(),
  files: anyList(),
})

/** A default besides the `catch`: catching a failure for a list that is missing would cost more than all else here. */
function anyList() {
  return z.array(z.unknown()).default([]).catch([])
}

/** The person's own words; if there are none, those of the message that they forwarded. */
export function readSaid(event: unknown): Said {
  const { text, blocks, attachments, files } = payload.parse(event)
  const own = unescapeMrkdwn(text) || (text.trim() === '' ? textOfBlocks(blocks) : '')
  if (own !== '') return { kind: 'words', text: own }
  const shares = attachments.flatMap((attachment) => sharedMessage.safeParse(attachment).data ?? [])
  const forwarded = shares.map(textOfShare).find((words) => words !== '')
  if (forwarded !== undefined) return { kind: 'forwarded', text: forwarded }
  const hasFile = files.length > 0 || shares.some((one) => one.files.length > 0)
  return hasFile ? { kind: 'file' } : { kind: 'words', text: '' }
}

/** What a message asks for. A forwarded message is a question, and never an order. A file may come without words. */
export function requestOf(said: Said): Request | { readonly kind: 'file' } {
  if (said.kind === 'file') return said
  return said.kind === 'forwarded' ? { kind: 'question', text: said.text } : readRequest(said.text)
}

/** A forwarded message, not the preview of a link. It may consist of blocks alone. */
const sharedMessage = z.object({
  is_share: z.literal(true),
  text: z.string().catch(''),
  blocks: z.array(z.unknown()).catch([]),
  message_blocks: z.array(z.object({ message: z.object({ blocks: z.array(z.unknown()) }) })).catch([]),
  files: z.array(z.unknown()).catch([]),
})

function textOfShare({ text, blocks, message_blocks }: z.infer<typeof sharedMessage>): string {
  const inside = message_blocks.flatMap(({ message }) => message.blocks)
  return unescapeMrkdwn(text) || textOfBlocks(blocks) || textOfBlocks(inside)
}

function textOfBlocks(blocks: readonly unknown[]): string {
  return blocks.map(textOf).join('\n').trim()
}

const node = z.object({
  type: z.string(),
  text: z.union([z.string(), z.object({ type: z.string(), text: z.string() })]).optional(),
  url: z.string().optional(),
  elements: z.array(z.unknown()).catch([]),
  fields: z.array(z.unknown()).catch([]),
  rows: z.array(z.array(z.unknown())).catch([]),
})

/** The words of a block or of an element of one, and of all that is in it. */
function textOf(part: unknown): string {
  const read = node.safeParse(part).data
  if (read === undefined) return ''
  const { type, elements, fields, rows } = read
  const inside = [...elements, ...fields, ...rows.flat()].map(textOf)
  const between = type === 'rich_text_section' ? '' : '\n'
  return [ownText(read), inside.join(between)].filter(Boolean).join('\n')
}

/** People, groups and channels stand there as ids, and are left out. */
function ownText({ type, text, url = '' }: z.infer<typeof node>): string {
  if (['user', 'usergroup', 'channel', 'broadcast'].includes(type)) return ' '
  if (typeof text === 'object') return ownText({ ...text, elements: [], fields: [], rows: [] })
  if (text === undefined) return type === 'link' ? url : ''
  return type === 'mrkdwn' ? unescapeMrkdwn(text) : text
}
