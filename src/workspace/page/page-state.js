/** What the page knows of the workspace, and how that follows what changes. */

/** @typedef {import('../records.ts').Change} Change */
/** @typedef {import('../records.ts').Channel} Channel */
/** @typedef {import('../records.ts').Ephemeral} Ephemeral */
/** @typedef {import('../records.ts').SlackMessage} Message */
/** @typedef {import('../records.ts').Person} Person */
/** @typedef {import('../records.ts').Prompts} Prompts */
/** @typedef {import('../records.ts').View} View */

/**
 * @typedef {object} AppInfo
 * @property {string} userId
 * @property {string} name
 * @property {string} description
 * @property {readonly { command: string, description: string, usageHint: string }[]} commands
 * @property {Prompts['prompts']} prompts
 */

/**
 * @typedef {object} State
 * @property {number} seq
 * @property {string} me
 * @property {AppInfo} app
 * @property {readonly Person[]} people
 * @property {Channel[]} channels
 * @property {Record<string, Message[]>} messages
 * @property {Ephemeral[]} ephemerals
 * @property {readonly View[]} views
 * @property {Record<string, Prompts | undefined>} prompts by the direct message
 * @property {number} connections
 * @property {string} notice what people should know
 * @property {number} now
 */

/** Brings the page's copy of the workspace up to date. @param {State} state @param {Change} change */
export function applyChange(state, change) {
  switch (change.kind) {
    case 'message': {
      const messages = state.messages[change.channel] ?? []
      state.messages[change.channel] = replaced(messages, change.message)
      return
    }
    case 'message-gone':
      state.messages[change.channel] = (state.messages[change.channel] ?? []).filter(
        (message) => message.ts !== change.ts,
      )
      return
    case 'ephemeral':
      state.ephemerals = replaced(state.ephemerals, change.ephemeral)
      return
    case 'ephemeral-gone':
      state.ephemerals = state.ephemerals.filter((ephemeral) => ephemeral.ts !== change.ts)
      return
    case 'channel':
      state.channels = state.channels.some(({ id }) => id === change.channel.id)
        ? state.channels.map((channel) => (channel.id === change.channel.id ? change.channel : channel))
        : [...state.channels, change.channel]
      return
    case 'views':
      state.views = change.views
      return
    case 'prompts':
      state.prompts[change.channel] = change.prompts
      return
    case 'connections':
      state.connections = change.count
      return
    case 'notice':
      state.notice = change.text
      return
    case 'clock':
      state.now = change.now
  }
}

/**
 * The list with the item in place of the one of its ts, or at the end. @template {{ readonly ts: string }} T @param {T[]} items
 * @param {T} item
 */
function replaced(items, item) {
  return items.some((other) => other.ts === item.ts)
    ? items.map((other) => (other.ts === item.ts ? item : other))
    : [...items, item]
}
