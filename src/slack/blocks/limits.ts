/**
 * What Slack accepts, in UTF-16 units unless said otherwise (https://docs.slack.dev/reference/block-kit). The two sizes
 * without a documented limit are ours: Slack was seen to refuse messages of about 13,200 characters.
 */
export const limits = {
  /** All blocks of one message as JSON; ours. */
  messageSize: 10_000,
  viewBlocks: 100,
  /** Bytes of a view as JSON: Slack takes 250 KB, the rest is room for what surrounds the blocks. */
  viewBytes: 200_000,
  headerText: 150,
  buttonText: 75,
  /** Text in one rich_text block; ours, after the limit of a section. */
  richText: 2_800,
  /** Longer addresses are left as text, or out. */
  url: 500,
  suggestedPrompts: 4,
  /** Options in one group of a select, and groups in a select. */
  groupOptions: 100,
  optionValue: 150,
} as const
