/** The page: a sidebar, a conversation and a thread, kept in step with the store. */

import { createClock } from './clock.js'
import { createComposer } from './composer.js'
import { el, icon } from './dom.js'
import { valuesOf } from './elements/form.js'
import { createMessageList } from './message-list.js'
import { createModals } from './modals.js'
import { sidebarNodes } from './sidebar.js'
import { openStore } from './store.js'
import { mrkdwn } from './text.js'
import { restoreTheme, toggleTheme } from './theme.js'

/** @typedef {import('../records.ts').Channel} Channel */
/** @typedef {import('../records.ts').View} View */
/** @typedef {import('./elements/form.js').Form} Form */
/** @typedef {import('./message-list.js').Item} Item */

restoreTheme()
const store = await openStore(new URL(location.href).searchParams.get('as'))
const sidebar = part('conversations')
const clock = createClock({
  now: store.now,
  skipTo: (instant) => attempt(() => store.act({ act: 'skip', to: instant })),
})
part('clock').replaceChildren(clock.node)
const main = part('main')
const aside = part('thread')
const toast = part('toast')

const modals = createModals({
  newForm: (view) => newForm({ view: view.id }, 3, view.state.values),
  async submit(view, values) {
    const answer = await attempt(() => store.act({ act: 'submit', view: view.id, values }))
    return /** @type {Record<string, string>} */ (answer?.errors ?? {})
  },
  close: (view) => void attempt(() => store.act({ act: 'closeView', view: view.id })),
})

/** @type {Set<string>} */
const unread = new Set()
let channel = directMessage()
let thread = ''
/** @type {{ show(): void }} */
let conversation
/** @type {{ show(): void } | undefined} */
let threadPane

openFromAddress()
addEventListener('hashchange', openFromAddress)
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && thread && !document.querySelector('dialog[open]')) closeThread()
})
store.subscribe((change) => {
  if (change?.kind === 'message' && change.channel !== channel.id && change.message.user !== store.state().me)
    unread.add(change.channel)
  if (change?.kind === 'channel' && change.channel.id === channel.id) channel = change.channel
  if (!change) clock.show()
  if (change?.kind === 'clock') clock.wasSet()
  if (!change || change.kind === 'views') modals.show(store.state().views)
  showSidebar()
  conversation.show()
  threadPane?.show()
})
modals.show(store.state().views)

/** @param {string} id */
function part(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}.`)
  return found
}

function directMessage() {
  const found = store.state().channels.find((other) => other.kind === 'im')
  if (!found) throw new Error('The workspace has no direct message.')
  return found
}

/** The address keeps what is open: `#<channel>` or `#<channel>/<thread>`. */
function openFromAddress() {
  const [id = '', ts = ''] = location.hash.slice(1).split('/')
  channel = store.state().channels.find((other) => other.id === id) ?? directMessage()
  thread = store.state().messages[channel.id]?.some((message) => message.ts === ts) ? ts : ''
  unread.delete(channel.id)
  conversation = openConversation()
  threadPane = thread ? openThreadPane() : undefined
  aside.hidden = !thread
  if (!thread) aside.replaceChildren()
  document.body.dataset.pane = thread ? 'thread' : 'main'
  showSidebar()
  if (channel.kind === 'im') void attempt(() => store.act({ act: 'openTab', tab: 'messages' }))
}

/** @param {string} id @param {string} [ts] */
function open(id, ts) {
  const hash = `#${ts ? `${id}/${ts}` : id}`
  if (location.hash === hash) openFromAddress()
  else location.hash = hash
}

function closeThread() {
  const ts = thread
  open(channel.id)
  // The hash changes a moment later; the focus then goes back to where the thread was opened.
  addEventListener('hashchange', () => focusMessage(ts), { once: true })
}

/** @param {string} ts */
function focusMessage(ts) {
  const button = main.querySelector(`[data-ts="${CSS.escape(ts)}"] .replies`)
  if (button instanceof HTMLElement) button.focus()
}

function showSidebar() {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.channel : undefined
  if (sidebar.contains(document.activeElement) && !focused) return
  sidebar.replaceChildren(...sidebarNodes(store.state(), channel.id, unread, (id) => open(id)))
  for (const button of sidebar.querySelectorAll('button'))
    if (focused && button.dataset.channel === focused) button.focus()
}

function openConversation() {
  const { app } = store.state()
  const direct = channel.kind === 'im'
  const name = direct ? app.name : `#${channel.name}`
  const list = createMessageList({
    label: `Messages in ${name}`,
    personOf,
    newForm: (ts) => newForm({ channel: channel.id, ts }, 2),
    openThread: (ts) => open(channel.id, ts),
  })
  const composer = createComposer({
    id: 'composer-main',
    label: direct ? `Ask ${app.name}` : `Write to ${name}`,
    send: (text) => send(text),
    suggest: (before) => suggestions(before, true),
    hint: usage,
  })
  const notice = el('div', { class: 'notice', role: 'status' })
  const prompts = el('div', { class: 'prompts' })
  main.replaceChildren(
    el(
      'header',
      { class: 'pane-head' },
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button only-phone',
          'aria-label': 'Conversations',
          onclick: () => showPane('sidebar'),
        },
        icon('back'),
      ),
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

  /** What example questions are shown; they are drawn anew only if they change, so as not to lose the focus. */
  let examples = ''
  let greeting = welcome(direct)
  function show() {
    const items = itemsOf(
      (message) =>
        message.thread_ts === undefined ||
        message.thread_ts === message.ts ||
        message.subtype === 'thread_broadcast',
      (ephemeral) => !ephemeral.thread_ts,
    )
    const empty = items.length === 0
    const wanted = JSON.stringify([empty, suggestedPrompts()])
    if (wanted !== examples) {
      examples = wanted
      greeting = welcome(direct)
      prompts.replaceChildren(...(direct && !empty ? promptButtons() : []))
    }
    list.show(items, [empty ? greeting : null])
    const text = noticeText()
    if (notice.textContent !== text) notice.textContent = text
  }
  show()
  if (!thread && matchMedia('(min-width: 45.001rem)').matches) composer.focus()
  return { show }
}

/** What one sees before anything was said. @param {boolean} direct */
function welcome(direct) {
  const { app } = store.state()
  if (!direct) {
    return el(
      'div',
      { class: 'welcome small' },
      el('h2', {}, `#${channel.name}`),
      el('p', {}, `${channel.purpose}. Type / for ${app.name}’s commands, or mention @${app.name}.`),
    )
  }
  return el(
    'div',
    { class: 'welcome' },
    el('div', { class: 'welcome-mark', 'aria-hidden': 'true' }, icon('hall')),
    el('h2', {}, `Ask ${app.name}`),
    el('p', {}, app.description || `${app.name} is an app in this workspace.`),
    el('div', { class: 'examples' }, ...promptButtons()),
  )
}

/** Example questions: those the app suggested, or else those of its manifest. */
function suggestedPrompts() {
  const { prompts, app } = store.state()
  return (
    prompts.find((other) => other.channel === channel.id && other.thread === '')?.prompts.prompts ??
    app.prompts
  )
}

function promptButtons() {
  return suggestedPrompts().map((prompt) =>
    el(
      'button',
      { type: 'button', class: 'prompt', onclick: () => void attempt(() => send(prompt.message)) },
      prompt.title,
    ),
  )
}

function noticeText() {
  const { app, connections } = store.state()
  if (!store.answering())
    return 'The workspace cannot be reached. Is it still running? This page tries again by itself.'
  if (connections === 0) return `${app.name} is not connected at the moment. What you write waits for it.`
  return ''
}

function openThreadPane() {
  const { app } = store.state()
  const root = thread
  const place = channel
  const list = createMessageList({
    label: 'Messages in the thread',
    personOf,
    newForm: (ts) => newForm({ channel: place.id, ts }, 3),
    openThread: undefined,
  })
  const composer = createComposer({
    id: 'composer-thread',
    label: 'Reply in the thread',
    send: (text) => send(text, root),
    suggest: (before) => suggestions(before, false),
    hint: (text) =>
      text.startsWith('/') ? `Commands do not work in threads. Mention @${app.name} instead.` : '',
  })
  aside.replaceChildren(
    el(
      'header',
      { class: 'pane-head' },
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button only-phone',
          'aria-label': 'Back to the conversation',
          onclick: closeThread,
        },
        icon('back'),
      ),
      el(
        'div',
        { class: 'pane-title' },
        el('h2', {}, 'Thread'),
        el('p', { class: 'muted' }, place.kind === 'im' ? app.name : `#${place.name}`),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'icon-button not-phone',
          'aria-label': 'Close the thread',
          onclick: closeThread,
        },
        icon('close'),
      ),
    ),
    list.node,
    el('div', { class: 'pane-foot' }, composer.node),
  )

  function show() {
    const items = itemsOf(
      (message) => message.ts === root || message.thread_ts === root,
      (ephemeral) => ephemeral.thread_ts === root,
    )
    const status = store
      .state()
      .statuses.find((other) => other.channel === place.id && other.thread === root)?.status
    list.show(items, [null, status ? el('p', { class: 'status' }, `${app.name} ${status}`) : null])
  }
  show()
  if (matchMedia('(min-width: 45.001rem)').matches) composer.focus()
  return { show }
}

/**
 * @param {(message: import('../records.ts').Message) => boolean} isMessage
 * @param {(ephemeral: import('../records.ts').Ephemeral) => boolean} isEphemeral
 * @returns {readonly Item[]}
 */
function itemsOf(isMessage, isEphemeral) {
  const { messages, ephemerals } = store.state()
  const shown = (messages[channel.id] ?? []).filter(isMessage).map((message) => ({ message }))
  const own = ephemerals
    .filter((ephemeral) => ephemeral.channel === channel.id && isEphemeral(ephemeral))
    .map((ephemeral) => ({ ephemeral }))
  const ts = (/** @type {Item} */ item) => (item.message ?? item.ephemeral).ts
  return [...shown, ...own].sort((a, b) => (ts(a) < ts(b) ? -1 : 1))
}

/** Sends what was written: a command, or a message whose thread opens if the app is going to answer there. */
/** @param {string} text @param {string} [inThread] */
async function send(text, inThread) {
  const { app } = store.state()
  const [, name, rest = ''] = text.trim().match(/^(\/\S+)\s*([\s\S]*)$/) ?? []
  if (name) {
    await attempt(
      () => store.act({ act: 'command', channel: channel.id, command: name, text: rest, thread: inThread }),
      true,
    )
    return
  }
  const said = await attempt(
    () => store.act({ act: 'say', channel: channel.id, text, thread: inThread }),
    true,
  )
  if (!said) return
  const message = /** @type {import('../records.ts').Message} */ (said)
  // The event about it may come later than the answer.
  store.learn(channel.id, message)
  const answersInThread =
    channel.kind === 'im' ||
    (message.text.includes(`<@${app.userId}>`) && channel.members.includes(app.userId))
  if (answersInThread && !inThread) open(channel.id, message.ts)
}

/** @param {string} before the text before the cursor @param {boolean} commands whether commands work here */
function suggestions(before, commands) {
  const { app, people, channels } = store.state()
  const command = before.match(/^\/\S*$/)?.[0].toLowerCase()
  if (command && commands) {
    return app.commands
      .filter((other) => other.command.startsWith(command))
      .map((other) => ({
        insert: `${other.command} `,
        title: other.command,
        detail: [other.usageHint, other.description].filter((part) => part !== '').join(' · '),
      }))
  }
  const person = before.match(/(?:^|\s)@([\p{L}\p{N}_.-]*)$/u)?.[1]?.toLowerCase()
  if (person !== undefined) {
    return people
      .filter((other) => other.realName.toLowerCase().startsWith(person))
      .map((other) => ({
        insert: `@${other.isBot ? other.realName.replaceAll(' ', '-') : other.name} `,
        title: `@${other.realName}`,
        detail: other.isBot ? 'app' : '',
      }))
  }
  const hash = before.match(/(?:^|\s)#([\p{L}\p{N}_-]*)$/u)?.[1]?.toLowerCase()
  if (hash === undefined) return []
  return channels
    .filter((other) => other.kind === 'channel' && other.name.startsWith(hash))
    .map((other) => ({ insert: `#${other.name} `, title: `#${other.name}`, detail: other.purpose }))
}

/** How a command goes on. @param {string} text */
function usage(text) {
  const command = store
    .state()
    .app.commands.find((other) => text === other.command || text.startsWith(`${other.command} `))
  return command ? `${command.command} ${command.usageHint}` : ''
}

/** @param {string} user */
function personOf(user) {
  return store.state().people.find((person) => person.id === user)
}

/** @param {{ channel: string, ts: string } | { view: string }} place @param {2 | 3} headingLevel @param {import('../records.ts').InputValues} [values] @returns {Form} */
function newForm(place, headingLevel, values = {}) {
  const state = store.state()
  /** @type {Form} */
  const form = {
    names: {
      person: (id) => personOf(id)?.realName,
      channel: (id) => state.channels.find((other) => other.id === id)?.name,
      isMe: (id) => id === state.me,
    },
    values,
    people: state.people.map(({ id, realName }) => ({ id, name: realName })),
    channels: state.channels
      .filter((other) => other.kind === 'channel')
      .map(({ id, name }) => ({ id, name: `#${name}` })),
    act(blockId, actionId, chosen) {
      void attempt(() => store.act({ act: 'act', place, blockId, actionId, chosen, values: valuesOf(form) }))
    },
    headingLevel,
    controls: new Map(),
  }
  return form
}

/** @param {'sidebar' | 'main' | 'thread'} pane */
function showPane(pane) {
  document.body.dataset.pane = pane
  const first = part(pane).querySelector('[aria-current], button')
  if (first instanceof HTMLElement) first.focus()
}

/**
 * Does something, and says so if it fails.
 * @template T @param {() => Promise<T>} act @param {boolean} [passOn] whether the caller too wants to know
 * @returns {Promise<T | undefined>}
 */
async function attempt(act, passOn = false) {
  try {
    toast.replaceChildren()
    return await act()
  } catch (error) {
    toast.replaceChildren(
      el(
        'p',
        {},
        ...mrkdwn(error instanceof Error ? error.message : String(error), newForm({ view: '' }, 2).names),
      ),
    )
    if (passOn) throw error
    return undefined
  }
}
