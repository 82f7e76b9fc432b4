/** The list of conversations, and who one is. */

import { el, icon } from './dom.js'
import { avatar } from './message-node.js'

/** @typedef {import('./page-state.js').State} State */

/**
 * @param {State} state @param {string} current the open channel's id @param {ReadonlySet<string>} unread
 * @param {(channel: string) => void} open
 */
export function sidebarNodes(state, current, unread, open) {
  const channels = state.channels.filter((channel) => channel.kind === 'channel')
  const direct = state.channels.filter((channel) => channel.kind === 'im')
  const app = state.people.find((person) => person.isBot)
  /** @param {import('../records.ts').Channel} channel */
  const entry = (channel) => {
    const isNew = unread.has(channel.id)
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: isNew ? 'conversation unread' : 'conversation',
          'aria-current': channel.id === current && 'page',
          'data-channel': channel.id,
          onclick: () => open(channel.id),
        },
        channel.kind === 'im' ? avatar(app) : el('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
        el('span', { class: 'conversation-name' }, channel.kind === 'im' ? state.app.name : channel.name),
        isNew && el('span', { class: 'dot' }, el('span', { class: 'unseen' }, 'new messages')),
      ),
    )
  }
  return [
    el(
      'div',
      { class: 'brand', role: 'heading', 'aria-level': 1 },
      icon('hall'),
      el('span', {}, state.app.name),
    ),
    el('h2', { class: 'sidebar-heading', id: 'direct-heading' }, 'Direct messages'),
    el('ul', { 'aria-labelledby': 'direct-heading' }, ...direct.map(entry)),
    el('h2', { class: 'sidebar-heading', id: 'channels-heading' }, 'Channels'),
    el('ul', { 'aria-labelledby': 'channels-heading' }, ...channels.map(entry)),
    el('div', { class: 'sidebar-foot' }, who(state)),
  ]
}

/** Lets one look with a colleague's eyes. @param {State} state */
function who(state) {
  const options = state.people
    .filter((person) => !person.isBot)
    .map((person) => el('option', { value: person.id, selected: person.id === state.me }, person.realName))
  const choose = (/** @type {Event} */ event) => {
    const url = new URL(location.href)
    url.hash = ''
    url.searchParams.set('as', /** @type {HTMLSelectElement} */ (event.currentTarget).value)
    location.assign(url)
  }
  return el('label', { class: 'who' }, 'View as ', el('select', { onchange: choose }, ...options))
}
