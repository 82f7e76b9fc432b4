import { z } from 'zod'
import { menuElement } from './interactive-element.ts'
import { optionGroup, plainOption } from './options.ts'

const multi = { ...menuElement, max_selected_items: z.int().min(1).optional() }
const strings = z.array(z.string()).optional()
const hasOptions = (element: { options?: unknown; option_groups?: unknown }) =>
  (element.options === undefined) !== (element.option_groups === undefined)
const oneKindOfOptions = 'either options or option_groups is required'
const options = z.array(plainOption).min(1).max(100).optional()
const optionGroups = z.array(optionGroup).min(1).max(100).optional()

const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menuElement,
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
  ...menuElement,
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
  ...menuElement,
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
  ...menuElement,
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
  ...menuElement,
  ...forViews,
  initial_channel: z.string().optional(),
})
const multiChannelsSelect = z.strictObject({
  type: z.literal('multi_channels_select'),
  ...multi,
  initial_channels: strings,
})

export const menus = [
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
] as const
