/** The page: a sidebar, a conversation and a thread, kept in step with the store. */

import { createClockControl } from './clock-control.js'
import { openDrafts } from './composer/drafts.js'
import { openConversation } from './conversation-pane.js'
import { el } from './dom.js'
import { leadWithPane, onPhoneChange } from './lead-pane.js'
import { createModals } from './modals.js'
import { mrkdwnNodes } from './mrkdwn/text-nodes.js'
import { newForm } from './new-form.js'
import { openPageStore } from './page-store.js'
import { sidebarNodes } from './sidebar.js'
import { restoreTheme } from './theme.js'
import { openThreadPane } from './thread-pane.js'

/** @typedef {import('./conversation-pane.js').Page} Page */

restoreTheme()
const store = await openPageStore(new URL(location.href).searchParams.get('as'))
const sidebar = part('conversations')
const clock = createClockControl({
  now: store.now,
  skipTo: (instant) => attempt(() => store.act({ act: 'skip', to: instant })),
})
part('clock').replaceChildren(clock.node)
const main = part('main')
const aside = part('thread')
const toast = part('toast')

const modals = createModals({
  newForm: (view) => formOf({ view: view.id }, 3, view.state.values),
  async submit(view, values) {
    const answer = await attempt(() => store.act({ act: 'submit', view: view.id, values }))
    return /** @type {Record<string, string>} */ (answer?.errors ?? {})
  },
  close: (view) => void attempt(() => store.act({ act: 'closeView', view: view.id })),
})

/** @type {Page} */
const page = {
  store,
  drafts: openDrafts(store.state().me),
  send,
  openThread: (ts) => open(channel.id, ts),
  closeThread,
  showSidebar: () => showPane('sidebar'),
  ask: (text) => void attempt(() => send(text)),
  newForm: (ts, headingLevel) => formOf({ channel: channel.id, ts }, headingLevel),
  personOf: (user) => store.state().people.find((person) => person.id === user),
}

/** @type {Set<string>} */
const unread = new Set()
let channel = findDirectMessage()
let thread = ''
/** @type {{ show(): void }} */
let conversation
/** @type {{ show(): void } | undefined} */
let threadPane

openFromAddress()
onPhoneChange(lead)
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
// The workspace was started again: what was open may be gone, and it has not heard yet what is.
store.onAnew(() => {
  toast.replaceChildren()
  openFromAddress()
})
modals.show(store.state().views)

/** @param {string} id */
function part(id) {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}.`)
  return found
}

function findDirectMessage() {
  const found = store.state().channels.find((other) => other.kind === 'im')
  if (!found) throw new Error('The workspace has no direct message.')
  return found
}

/** The address keeps what is open: `#<channel>` or `#<channel>/<thread>`. */
function openFromAddress() {
  const [id = '', ts = ''] = location.hash.slice(1).split('/')
  channel = store.state().channels.find((other) => other.id === id) ?? findDirectMessage()
  thread = store.state().messages[channel.id]?.some((message) => message.ts === ts) ? ts : ''
  unread.delete(channel.id)
  const pane = openConversation(main, channel, page)
  const beside = thread ? openThreadPane(aside, { channel, root: thread }, page) : undefined
  conversation = pane
  threadPane = beside
  // Before the focus goes there: what is hidden cannot have it.
  aside.hidden = !thread
  // Not on a phone, whose keyboard would take the place.
  if (matchMedia('(min-width: 45.001rem)').matches) (beside ?? pane).focus()
  if (!thread) aside.replaceChildren()
  setPane(thread ? 'thread' : 'main')
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
  const message = /** @type {import('../records.ts').SlackMessage} */ (said)
  // The event about it may come later than the answer.
  store.learn(channel.id, message)
  const answersInThread =
    channel.kind === 'im' ||
    (message.text.includes(`<@${app.userId}>`) && channel.members.includes(app.userId))
  if (answersInThread && !inThread) open(channel.id, message.ts)
}

/**
 * @param {import('./new-form.js').FormPlace} place @param {2 | 3} headingLevel
 * @param {import('../records.ts').InputValues} [values]
 */
function formOf(place, headingLevel, values = {}) {
  const act = (/** @type {Record<string, unknown>} */ given) => void attempt(() => store.act(given))
  return newForm(store.state(), place, headingLevel, values, act)
}

/** Which pane a phone shows. @param {'sidebar' | 'main' | 'thread'} pane */
function setPane(pane) {
  document.body.dataset.pane = pane
  lead()
}

function lead() {
  leadWithPane({ sidebar: part('sidebar'), thread: aside, skip: document.querySelector('.skip') })
}

/** @param {'sidebar' | 'main' | 'thread'} pane */
function showPane(pane) {
  setPane(pane)
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
        ...mrkdwnNodes(error instanceof Error ? error.message : String(error), formOf({ view: '' }, 2).names),
      ),
    )
    if (passOn) throw error
    return undefined
  }
}
