import { z } from 'zod'

/**
 * Block Kit as Slack checks it: required and unknown keys, lengths, counts, unique ids, what may stand where.
 * Limits: https://docs.slack.dev/reference/block-kit and, where that is silent, what Slack was seen to refuse.
 */

type Surface = 'message' | 'modal' | 'home'

/** Characters of text in all blocks of a message; undocumented, about 13,200 were refused. */
const maxMessageCharacters = 13_200
/** Characters in all `markdown` blocks of a message together. */
const maxMarkdownCharacters = 12_000
const maxBlocks: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 }
/** Bytes of a view as JSON. */
const maxViewBytes = 250_000
/** Characters of a message's `text` when posted, and when updated. */
export const maxTextCharacters = { post: 40_000, update: 4_000 } as const

export interface BlockProblem {
  readonly error: 'invalid_blocks' | 'msg_blocks_too_long' | 'view_too_large' | 'invalid_arguments'
  /** In Slack's manner, with a JSON pointer: `[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]`. */
  readonly messages: readonly string[]
}

/** What is wrong with a message's blocks; nothing where Slack would take them. */
export function checkMessage(blocks: unknown): BlockProblem | undefined {
  const messages = blockProblems(blocks, 'message')
  if (messages.length > 0) return { error: 'invalid_blocks', messages }
  const length = textLength(blocks)
  if (length <= maxMessageCharacters) return undefined
  return {
    error: 'msg_blocks_too_long',
    messages: [`[ERROR] ${length} characters in all blocks, at most ${maxMessageCharacters} are taken`],
  }
}

/** What is wrong with a modal or Home view as an app sends it; nothing where Slack would take it. */
export function checkView(view: unknown): BlockProblem | undefined {
  const checked = viewSchema.safeParse(view)
  if (!checked.success)
    return {
      error: 'invalid_arguments',
      messages: checked.error.issues.flatMap((i) => describeIssue(i, view)),
    }
  const messages = blockProblems(checked.data.blocks, checked.data.type)
  const asks = checked.data.blocks.some((block) => isRecord(block) && block.type === 'input')
  if (checked.data.type === 'modal' && asks && !checked.data.submit) {
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

const plain = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  })
const mrkdwn = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  })
const anyText = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)])

const id = z.string().max(255).optional()
const httpUrl = z
  .string()
  .max(3000)
  .refine((text) => URL.canParse(text) && /^(https?|mailto|slack):/i.test(text), 'invalid url')

const confirm = z.strictObject({
  title: plain(100),
  text: anyText(300),
  confirm: plain(30),
  deny: plain(30),
  style: z.enum(['primary', 'danger']).optional(),
})

const option = (text: z.ZodType) =>
  z.strictObject({
    text,
    value: z.string().min(1).max(150),
    description: anyText(75).optional(),
    url: httpUrl.optional(),
  })
const plainOption = option(plain(75))
const textOption = option(anyText(75))
const optionGroup = z.strictObject({ label: plain(75), options: z.array(plainOption).min(1).max(100) })

const asked = { action_id: id, confirm: confirm.optional(), focus_on_load: z.boolean().optional() }
const select = { ...asked, placeholder: plain(150).optional() }
const multi = { ...select, max_selected_items: z.int().min(1).optional() }
const strings = z.array(z.string()).optional()
const hasOptions = (element: { options?: unknown; option_groups?: unknown }) =>
  (element.options === undefined) !== (element.option_groups === undefined)
const oneKindOfOptions = 'either options or option_groups is required'
const dispatch = z
  .strictObject({
    trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional(),
  })
  .optional()
const written = {
  action_id: id,
  placeholder: plain(150).optional(),
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: dispatch,
}

const image = z
  .strictObject({
    type: z.literal('image'),
    alt_text: z.string().max(2000),
    image_url: httpUrl.optional(),
    slack_file: z.looseObject({}).optional(),
  })
  .refine(
    (element) => (element.image_url === undefined) !== (element.slack_file === undefined),
    'either image_url or slack_file is required',
  )

const button = z.strictObject({
  type: z.literal('button'),
  text: plain(75),
  action_id: id,
  url: httpUrl.optional(),
  value: z.string().max(2000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
  accessibility_label: z.string().max(75).optional(),
})

const options = z.array(plainOption).min(1).max(100).optional()
const optionGroups = z.array(optionGroup).min(1).max(100).optional()
const boxes = z.array(textOption).min(1).max(10)

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...select,
    options,
    option_groups: optionGroups,
    initial_option: plainOption.optional(),
  })
  .refine(hasOptions, oneKindOfOptions)
const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...multi,
    options,
    option_groups: optionGroups,
    initial_options: z.array(plainOption).optional(),
  })
  .refine(hasOptions, oneKindOfOptions)
const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...select,
  initial_option: plainOption.optional(),
  min_query_length: z.int().optional(),
})
const multiExternalSelect = z.strictObject({
  type: z.literal('multi_external_select'),
  ...multi,
  initial_options: z.array(plainOption).optional(),
  min_query_length: z.int().optional(),
})
const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...select,
  initial_user: z.string().optional(),
})
const multiUsersSelect = z.strictObject({
  type: z.literal('multi_users_select'),
  ...multi,
  initial_users: strings,
})
const forViews = { response_url_enabled: z.boolean().optional() }
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: z.looseObject({}).optional(),
}
const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...select,
  ...conversations,
  ...forViews,
  initial_conversation: z.string().optional(),
})
const multiConversationsSelect = z.strictObject({
  type: z.literal('multi_conversations_select'),
  ...multi,
  ...conversations,
  initial_conversations: strings,
})
const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...select,
  ...forViews,
  initial_channel: z.string().optional(),
})
const multiChannelsSelect = z.strictObject({
  type: z.literal('multi_channels_select'),
  ...multi,
  initial_channels: strings,
})
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id,
  options: z.array(plainOption).min(1).max(5),
  confirm: confirm.optional(),
})
const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...asked,
  options: boxes,
  initial_options: z.array(textOption).optional(),
})
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...asked,
  options: boxes,
  initial_option: textOption.optional(),
})
const datePicker = z.strictObject({
  type: z.literal('datepicker'),
  ...select,
  initial_date: z.iso.date().optional(),
})
const timePicker = z.strictObject({
  type: z.literal('timepicker'),
  ...select,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time as HH:mm')
    .optional(),
  timezone: z.string().optional(),
})
const dateTimePicker = z.strictObject({
  type: z.literal('datetimepicker'),
  ...asked,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
})
const plainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  ...written,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.int().min(0).max(3000).optional(),
  max_length: z.int().min(1).max(3000).optional(),
})
const numberInput = z.strictObject({
  type: z.literal('number_input'),
  ...written,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
})
const emailInput = z.strictObject({
  type: z.literal('email_text_input'),
  ...written,
  initial_value: z.string().optional(),
})
const urlInput = z.strictObject({
  type: z.literal('url_text_input'),
  ...written,
  initial_value: z.string().optional(),
})
const feedbackButton = z.strictObject({
  text: plain(75),
  value: z.string().max(2000),
  accessibility_label: z.string().max(75).optional(),
})
const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: id,
  positive_button: feedbackButton,
  negative_button: feedbackButton,
})
const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  action_id: id,
  icon: z.enum(['trash']),
  text: plain(75),
  value: z.string().max(2000).optional(),
  confirm: confirm.optional(),
  visible_to_user_ids: strings,
  accessibility_label: z.string().max(75).optional(),
})

const choosers = [
  staticSelect,
  externalSelect,
  usersSelect,
  conversationsSelect,
  channelsSelect,
  multiStaticSelect,
  multiExternalSelect,
  multiUsersSelect,
  multiConversationsSelect,
  multiChannelsSelect,
  checkboxes,
  radioButtons,
  datePicker,
  timePicker,
] as const
const actionElement = z.discriminatedUnion('type', [...choosers, dateTimePicker, button, overflow])
const accessory = z.discriminatedUnion('type', [...choosers, button, overflow, image])
const inputElement = z.discriminatedUnion('type', [
  ...choosers,
  dateTimePicker,
  plainTextInput,
  numberInput,
  emailInput,
  urlInput,
])

const flag = z.boolean().optional()
const style = z
  .strictObject({
    bold: flag,
    italic: flag,
    strike: flag,
    code: flag,
    underline: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  })
  .optional()
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('link'), url: httpUrl, text: z.string().optional(), unsafe: flag, style }),
  z.strictObject({
    type: z.literal('emoji'),
    name: z.string().min(1),
    unicode: z.string().optional(),
    skin_tone: z.int().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: z.string(),
    url: httpUrl.optional(),
    fallback: z.string().optional(),
    style,
  }),
  z.strictObject({ type: z.literal('color'), value: z.string(), style }),
])
const border = z.union([z.literal(0), z.literal(1)]).optional()
const richSection = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) })
const richText = {
  type: z.literal('rich_text'),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        richSection,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(richSection),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          border,
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(inline),
          border,
          language: z.string().optional(),
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
      ]),
    )
    .min(1),
}

const block_id = id
const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().optional() }),
  z.strictObject({ block_id, ...richText }),
])

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: flag,
  })
  .refine(
    (block) => block.text !== undefined || block.fields !== undefined,
    'missing required field: text or fields',
  )
const everywhere = [
  section,
  z.strictObject({ type: z.literal('header'), block_id, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), block_id }),
  z
    .strictObject({
      type: z.literal('image'),
      block_id,
      alt_text: z.string().min(1).max(2000),
      title: plain(2000).optional(),
      image_url: httpUrl.optional(),
      slack_file: z.looseObject({}).optional(),
    })
    .refine(
      (block) => (block.image_url === undefined) !== (block.slack_file === undefined),
      'either image_url or slack_file is required',
    ),
  z.strictObject({
    type: z.literal('context'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [plain(3000), mrkdwn(3000), image]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('actions'), block_id, elements: z.array(actionElement).min(1).max(25) }),
  z.strictObject({
    type: z.literal('input'),
    block_id,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: flag,
    dispatch_action: flag,
    element: inputElement,
  }),
  z.strictObject({ block_id, ...richText }),
] as const
const onlyInMessages = [
  z.strictObject({
    type: z.literal('markdown'),
    block_id,
    text: z.string().min(1).max(maxMarkdownCharacters),
  }),
  z.strictObject({
    type: z.literal('table'),
    block_id,
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: flag })
          .nullable(),
      )
      .max(20)
      .optional(),
  }),
  z.strictObject({
    type: z.literal('context_actions'),
    block_id,
    elements: z
      .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
      .min(1)
      .max(5),
  }),
] as const
const inMessages = z
  .array(z.discriminatedUnion('type', [...everywhere, ...onlyInMessages]))
  .min(1)
  .max(maxBlocks.message)
const inViews = z.array(z.discriminatedUnion('type', everywhere)).max(maxBlocks.modal)

const name = { callback_id: id, external_id: id, private_metadata: z.string().max(3000).optional() }
const viewSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('modal'),
    title: plain(24),
    blocks: z.array(z.unknown()),
    submit: plain(24).nullish(),
    close: plain(24).nullish(),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
    ...name,
  }),
  z.strictObject({ type: z.literal('home'), blocks: z.array(z.unknown()), ...name }),
])

function blockProblems(blocks: unknown, surface: Surface): string[] {
  const checked = (surface === 'message' ? inMessages : inViews).safeParse(blocks)
  if (!checked.success)
    return checked.error.issues.flatMap((issue) => describeIssue(issue, blocks, '/blocks'))
  return [...repeatedIds(checked.data), ...(surface === 'message' ? oncePerMessage(checked.data) : [])]
}

/** block_ids are unique among the blocks, action_ids within their block. */
function repeatedIds(blocks: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
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

function oncePerMessage(blocks: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  const problems: string[] = []
  if (blocks.filter((block) => block.type === 'table').length > 1)
    problems.push('[ERROR] only one table is allowed [json-pointer:/blocks]')
  const markdown = blocks
    .filter((block) => block.type === 'markdown')
    .reduce((sum, block) => sum + String(block.text).length, 0)
  if (markdown > maxMarkdownCharacters) {
    problems.push(
      `[ERROR] markdown blocks have ${markdown} characters, must be less than ${maxMarkdownCharacters + 1} [json-pointer:/blocks]`,
    )
  }
  return problems
}

/** The elements of a block that a person can act on, wherever the block keeps them. */
export function elementsOf(
  block: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  const inside = Array.isArray(block.elements) ? block.elements : [block.accessory, block.element]
  return inside.filter(isRecord)
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

/** A zod issue in Slack's words. */
function describeIssue(issue: z.core.$ZodIssue, input: unknown, root = '/view'): readonly string[] {
  const at = (extra: readonly PropertyKey[] = []) =>
    ` [json-pointer:${[root, ...[...issue.path, ...extra].map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')}]`
  const found = issue.path.reduce<unknown>(
    (value, key) => (isRecord(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined),
    input,
  )
  switch (issue.code) {
    case 'too_big':
      return [
        issue.origin === 'string'
          ? `[ERROR] must be less than ${Number(issue.maximum) + 1} characters${at()}`
          : `[ERROR] no more than ${issue.maximum} items allowed${at()}`,
      ]
    case 'too_small':
      return [
        issue.origin === 'string'
          ? `[ERROR] must be more than ${Number(issue.minimum) - 1} characters${at()}`
          : `[ERROR] at least ${issue.minimum} items required${at()}`,
      ]
    case 'unrecognized_keys':
      return issue.keys.map((key) => `[ERROR] invalid additional property: ${key}${at()}`)
    case 'invalid_union':
      return [
        isRecord(found) || found !== undefined
          ? `[ERROR] unsupported type: ${JSON.stringify(found)}${at()}`
          : `[ERROR] missing required field: type${at()}`,
      ]
    case 'invalid_type':
      return [
        found === undefined
          ? `[ERROR] missing required field: ${String(issue.path.at(-1))}${at()}`
          : `[ERROR] must be a ${issue.expected}${at()}`,
      ]
    default:
      return [`[ERROR] ${issue.message}${at()}`]
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
