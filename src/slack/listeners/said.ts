import { z } from 'zod'
import { readMention } from '../blocks/mrkdwn.ts'

/** What a person said to Hallway. */
export type Said =
  /** In their own words. Empty if they only mentioned Hallway. */
  | { readonly kind: 'words'; readonly text: string }
  /** By passing on what somebody said elsewhere: to be answered as a question, and never an order. */
  | { readonly kind: 'forwarded'; readonly text: string }
  /** With a file and no word. */
  | { readonly kind: 'file' }

/** What Hallway reads of a message. What is not as expected counts as absent. */
const payload = z.object({
  text: z.string().catch(''),
  blocks: z.array(z.unknown()).catch([]),
  attachments: z.array(z.unknown()).catch([]),
  files: z.array(z.unknown()).catch([]),
})

/** The person's own words; if there are none, those of the message that they forwarded. */
export function readSaid(event: unknown, botUserId: string | undefined): Said {
  const { text, blocks, attachments, files } = payload.parse(event)
  const own = readMention(text, botUserId) || (text.trim() === '' ? textOfBlocks(blocks) : '')
  if (own !== '') return { kind: 'words', text: own }
  const forwarded = attachments
    .map((attachment) => readMention(share.safeParse(attachment).data?.text ?? '', botUserId))
    .find((words) => words !== '')
  if (forwarded !== undefined) return { kind: 'forwarded', text: forwarded }
  return files.length > 0 ? { kind: 'file' } : { kind: 'words', text: '' }
}

/** A forwarded message, in contrast to the preview of a link. */
const share = z.object({ is_share: z.literal(true), text: z.string() })

function textOfBlocks(blocks: readonly unknown[]): string {
  return blocks.map(textOf).join('\n').trim()
}

const node = z.object({
  type: z.string(),
  text: z.union([z.string(), z.object({ type: z.string(), text: z.string() })]).optional(),
  url: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
})

/** The words of a block or of an element of one. People, groups and channels stand there as ids, and are left out. */
function textOf(part: unknown): string {
  const { type, text, url, elements = [] } = node.safeParse(part).data ?? { type: '' }
  if (typeof text === 'object') return text.type === 'mrkdwn' ? readMention(text.text, undefined) : text.text
  if (text !== undefined) return type === 'mrkdwn' ? readMention(text, undefined) : text
  if (type === 'link') return url ?? ''
  if (['user', 'usergroup', 'channel', 'broadcast'].includes(type)) return ' '
  return elements.map(textOf).join(type === 'rich_text_section' ? '' : '\n')
}
