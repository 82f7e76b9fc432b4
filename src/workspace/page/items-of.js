/** @typedef {import('./message-node.js').Item} Item */
/** @typedef {import('./page-state.js').State} State */

/**
 * The messages of a channel that are wanted, and what only this person sees there, in order of ts.
 * @param {State} state @param {string} channel
 * @param {(message: import('../records.ts').SlackMessage) => boolean} isMessage
 * @param {(ephemeral: import('../records.ts').Ephemeral) => boolean} isEphemeral
 * @returns {readonly Item[]}
 */
export function itemsOf({ messages, ephemerals }, channel, isMessage, isEphemeral) {
  const shown = (messages[channel] ?? []).filter(isMessage).map((message) => ({ message }))
  const own = ephemerals
    .filter((ephemeral) => ephemeral.channel === channel && isEphemeral(ephemeral))
    .map((ephemeral) => ({ ephemeral }))
  const ts = (/** @type {Item} */ item) => (item.message ?? item.ephemeral).ts
  return [...shown, ...own].sort((a, b) => (ts(a) < ts(b) ? -1 : 1))
}
