/** The pane of one channel: its head, its messages and the box to write in. */

import { createComposer } from './composer/composer.js'
import { composerSuggestions, usage } from './composer/composer-suggestions.js'
import { backButton, el, icon } from './dom.js'
import { itemsOf } from './items-of.js'
import { createMessageList } from './message-list.js'
import { toggleTheme } from './theme.js'
import { promptButtons, suggestedPrompts, welcome } from './welcome.js'

/**
 * What a pane needs of the page.
 * @typedef {object} Page
 * @property {import('./page-store.js').Store} store
 * @property {import('./composer/drafts.js').Drafts} drafts what is written and not sent yet, by channel or thread
 * @property {(text: string, thread?: string) => Promise<void>} send to the channel that is open
 * @property {(thread: string) => void} openThread
 * @property {() => void} closeThread
 * @property {() => void} showSidebar on a phone
 * @property {(text: string) => void} ask sends an example question
 * @property {(ts: string, headingLevel: 2 | 3) => import('./elements/form.js').Form} newForm for a message of the channel
 * @property {(user: string) => import('../records.ts').Person | undefined} personOf
 */

/** @param {HTMLElement} main @param {import('../records.ts').Channel} channel @param {Page} page */
export function openConversation(main, channel, page) {
  const { store, personOf } = page
  const { app } = store.state()
  const direct = channel.kind === 'im'
  const name = direct ? app.name : `#${channel.name}`
  const list = createMessageList({
    label: `Messages in ${name}`,
    personOf,
    newForm: (ts) => page.newForm(ts, 2),
    openThread: page.openThread,
  })
  const composer = createComposer({
    id: 'composer-main',
    place: channel.id,
    drafts: page.drafts,
    label: direct ? `Ask ${app.name}` : `Write to ${name}`,
    send: (text) => page.send(text),
    suggest: (before) => composerSuggestions(store.state(), before, true),
    hint: (text) => usage(store.state(), text),
  })
  const notice = el('div', { class: 'notice', role: 'status' })
  const prompts = el('div', { class: 'prompts' })
  main.replaceChildren(
    el(
      'header',
      { class: 'pane-head' },
      backButton('Conversations', page.showSidebar),
      el(
        'div',
        { class: 'pane-title' },
        el('h1', { id: 'title' }, name),
        el('p', { class: 'muted' }, direct ? app.description : channel.purpose),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Light or dark',
          title: 'Light or dark',
          onclick: toggleTheme,
        },
        icon('theme'),
      ),
    ),
    list.node,
    el(
      'div',
      { class: 'pane-foot' },
      notice,
      prompts,
      composer.node,
      el('p', { class: 'local' }, icon('lock'), 'A local workspace: nothing leaves this machine.'),
    ),
  )
  document.title = `${name} · local workspace`

  /** What example questions are shown; they are drawn again only if they change, so as not to lose the focus. */
  let examples = ''
  let greeting = welcome(store.state(), channel, page.ask)
  function show() {
    const items = itemsOf(
      store.state(),
      channel.id,
      (message) => message.thread_ts === undefined || message.thread_ts === message.ts,
      (ephemeral) => !ephemeral.thread_ts,
    )
    const empty = items.length === 0
    const wanted = JSON.stringify([empty, suggestedPrompts(store.state(), channel)])
    if (wanted !== examples) {
      examples = wanted
      greeting = welcome(store.state(), channel, page.ask)
      prompts.replaceChildren(...(direct && !empty ? promptButtons(store.state(), channel, page.ask) : []))
    }
    list.show(items, empty ? greeting : undefined)
    const text = noticeText(store)
    if (notice.textContent !== text) notice.textContent = text
  }
  show()
  return { show, focus: composer.focus }
}

/** @param {Page['store']} store */
function noticeText(store) {
  const { app, connections, notice } = store.state()
  if (!store.answering())
    return 'The workspace cannot be reached. Is it still running? This page tries again by itself.'
  if (connections === 0) return `${app.name} is not connected at the moment. What you write waits for it.`
  return notice
}
