import { z } from 'zod'
import { maxMessageCharacters, maxViewBytes } from './block-limits.ts'
import { inMessages, inModals } from './blocks.ts'
import { describeIssue } from './describe-issue.ts'
import { elementsOf } from './elements-of.ts'
import { isRecord } from './is-record.ts'
import { elementId, plainTextObject } from './text-objects.ts'

/**
 * Block Kit as Slack checks it: required and unknown keys, lengths, counts, unique ids, what may stand where. Slack has more
 * blocks and elements than are used here (`blocks.ts`, `elements.ts`).
 * Limits: https://docs.slack.dev/reference/block-kit and, if that is silent, what Slack was seen to refuse.
 */

interface BlockProblem {
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long' | 'view_too_large' | 'invalid_arguments'
  /** In Slack's manner, with a JSON pointer: `[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]`. */
  readonly messages: readonly string[]
}

/** What is wrong with a message's blocks; nothing if Slack would take them. */
export function checkMessage(blocks: unknown): BlockProblem | undefined {
  const messages = blockProblems(blocks, inMessages)
  if (messages.length > 0) return { error: 'invalid_blocks', messages }
  const length = textLength(blocks)
  if (length <= maxMessageCharacters) return undefined
  return {
    error: 'msg_blocks_too_long',
    messages: [`[ERROR] ${length} characters in all blocks, at most ${maxMessageCharacters} are taken`],
  }
}

/** What is wrong with a modal as an app sends it; nothing if Slack would take it. */
export function checkView(view: unknown): BlockProblem | undefined {
  const checked = viewSchema.safeParse(view)
  if (!checked.success)
    return {
      error: 'invalid_arguments',
      messages: checked.error.issues.flatMap((i) => describeIssue(i, view)),
    }
  const { blocks, submit } = checked.data
  const messages = blockProblems(blocks, inModals)
  const asks = blocks.some((block) => isRecord(block) && block.type === 'input')
  if (asks && !submit) {
    messages.push(
      '[ERROR] missing required field: submit (the view has input blocks) [json-pointer:/view/submit]',
    )
  }
  if (messages.length > 0) return { error: 'invalid_arguments', messages }
  const bytes = Buffer.byteLength(JSON.stringify(view))
  if (bytes <= maxViewBytes) return undefined
  return {
    error: 'view_too_large',
    messages: [`[ERROR] the view has ${bytes} bytes, at most ${maxViewBytes} are taken`],
  }
}

const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plainTextObject(24),
    blocks: z.array(z.unknown()),
    submit: plainTextObject(24).nullish(),
    close: plainTextObject(24).nullish(),
    callback_id: elementId,
    private_metadata: z.string().max(3000).optional(),
  }),
])

function blockProblems(blocks: unknown, schema: typeof inMessages): string[] {
  const checked = schema.safeParse(blocks)
  return checked.success
    ? repeatedIds(checked.data)
    : checked.error.issues.flatMap((issue) => describeIssue(issue, blocks, '/blocks'))
}

/** block_ids are unique among the blocks, action_ids within their block. */
function repeatedIds(blocks: readonly Readonly<Record<string, unknown>>[]): string[] {
  const problems: string[] = []
  const blockIds = new Set<unknown>()
  for (const [index, block] of blocks.entries()) {
    if (block.block_id && blockIds.has(block.block_id)) {
      problems.push(
        `[ERROR] block_id "${block.block_id}" already exists [json-pointer:/blocks/${index}/block_id]`,
      )
    }
    blockIds.add(block.block_id)
    const actionIds = new Set<unknown>()
    for (const element of elementsOf(block)) {
      if (element.action_id && actionIds.has(element.action_id)) {
        problems.push(
          `[ERROR] action_id "${element.action_id}" already exists in its block [json-pointer:/blocks/${index}]`,
        )
      }
      actionIds.add(element.action_id)
    }
  }
  return problems
}

/** Characters that a person reads: all `text` strings, however deep. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + textLength(item), 0)
  if (!isRecord(value)) return 0
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  )
}
