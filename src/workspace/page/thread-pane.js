/** The pane of one thread, beside its channel's. */

import { createComposer } from './composer/composer.js'
import { composerSuggestions } from './composer/composer-suggestions.js'
import { backButton, el, icon } from './dom.js'
import { itemsOf } from './items-of.js'
import { createMessageList } from './message-list.js'

/** @typedef {import('./conversation-pane.js').Page} Page */

/**
 * @param {HTMLElement} aside @param {{ channel: import('../records.ts').Channel, root: string }} place `root`: the ts of its
 *   first message
 * @param {Page} page
 */
export function openThreadPane(aside, { channel, root }, page) {
  const { store, personOf } = page
  const { app } = store.state()
  const list = createMessageList({
    label: 'Messages in the thread',
    personOf,
    newForm: (ts) => page.newForm(ts, 3),
    openThread: undefined,
  })
  const composer = createComposer({
    id: 'composer-thread',
    label: 'Reply in the thread',
    place: `${channel.id}/${root}`,
    drafts: page.drafts,
    send: (text) => page.send(text, root),
    suggest: (before) => composerSuggestions(store.state(), before, false),
    hint: (text) =>
      text.startsWith('/') ? `Commands do not work in threads. Mention @${app.name} instead.` : '',
  })
  aside.replaceChildren(
    el(
      'header',
      { class: 'pane-head' },
      backButton('Back to the conversation', page.closeThread),
      el(
        'div',
        { class: 'pane-title' },
        el('h2', {}, 'Thread'),
        el('p', { class: 'muted' }, channel.kind === 'im' ? app.name : `#${channel.name}`),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button not-phone',
          'aria-label': 'Close the thread',
          onclick: page.closeThread,
        },
        icon('close'),
      ),
    ),
    list.node,
    el('div', { class: 'pane-foot' }, composer.node),
  )

  function show() {
    const items = itemsOf(
      store.state(),
      channel.id,
      (message) => message.ts === root || message.thread_ts === root,
      (ephemeral) => ephemeral.thread_ts === root,
    )
    list.show(items)
  }
  show()
  return { show, focus: composer.focus }
}
