/** The page's copy of the workspace: fetched once, then kept up to date by the server's events. */

import { applyChange } from './page-state.js'

/** @typedef {import('../records.ts').Change} Change */
/** @typedef {import('../records.ts').SlackMessage} Message */
/** @typedef {import('./page-state.js').State} State */

/** How long the page waits before it asks a workspace again that did not answer. */
const retryMs = 2000

/** @param {string | null} person whose eyes the page has; null for the first person's */
export async function openPageStore(person) {
  const as = new URLSearchParams({ ...(person ? { as: person } : {}), page: pageId() }).toString()
  let state = await fetchState()
  /** @type {((change: Change | undefined) => void)[]} */
  const listeners = []
  /** @type {(() => void)[]} */
  const anewListeners = []
  let answering = true
  /** How far the workspace's clock is ahead of this machine's. */
  let aheadMs = state.now - Date.now()

  async function fetchState() {
    const response = await fetch(`/workspace/state?${as}`)
    if (!response.ok) throw new Error(`The workspace answered with ${response.status}.`)
    return /** @type {State} */ (await response.json())
  }

  /** @param {Change} [change] nothing: everything may have changed */
  function tell(change) {
    for (const listener of listeners) listener(change)
  }

  function listen() {
    const events = new EventSource(`/workspace/changes?${as}&since=${state.seq}`)
    events.onmessage = (event) => {
      answering = true
      const change = /** @type {Change} */ (JSON.parse(event.data))
      applyChange(state, change)
      if (change.kind === 'clock') aheadMs = change.now - Date.now()
      tell(change)
    }
    events.addEventListener('restart', () => {
      events.close()
      beginAnew()
    })
    events.onopen = () => {
      if (answering) return
      answering = true
      tell()
    }
    events.onerror = () => {
      answering = false
      tell()
      // The browser tries again by itself, but not after an answer that says no.
      if (events.readyState === EventSource.CLOSED) setTimeout(beginAnew, retryMs)
    }
  }
  listen()

  /** Of another run of the workspace, everything may have changed; it may also be gone again. */
  async function beginAnew() {
    try {
      state = await fetchState()
    } catch {
      answering = false
      tell()
      setTimeout(beginAnew, retryMs)
      return
    }
    answering = true
    aheadMs = state.now - Date.now()
    listen()
    tell()
    for (const listener of anewListeners) listener()
  }

  return {
    state: () => state,
    /** The time in the workspace, in milliseconds since 1970. */
    now: () => Date.now() + aheadMs,
    /** Whether the workspace's server can be reached. */
    answering: () => answering,
    /** @param {(change: Change | undefined) => void} listener */
    subscribe: (listener) => listeners.push(listener),
    /** @param {() => void} listener is called if all was fetched anew, as after a restart */
    onAnew: (listener) => anewListeners.push(listener),
    /**
     * Takes in a message that came as an answer, which may be earlier than the event about it, or later.
     * @param {string} channel @param {Message} message
     */
    learn(channel, message) {
      if (state.messages[channel]?.some((known) => known.ts === message.ts)) return
      const change = /** @type {Change} */ ({ kind: 'message', channel, message })
      applyChange(state, change)
      tell(change)
    },
    /**
     * Does what a person does. Rejects with an Error whose message is meant for the person.
     * @param {Record<string, unknown>} act
     * @returns {Promise<Record<string, unknown>>}
     */
    async act(act) {
      const response = await fetch(`/workspace/act?${as}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(act),
      }).catch(() => undefined)
      if (!response) throw new Error('The workspace cannot be reached. Is it still running?')
      const answer = await response
        .json()
        .catch(() => ({ error: `The workspace answered with ${response.status}.` }))
      if (!response.ok) throw new Error(String(answer.error))
      return answer
    },
  }
}

/** Names this tab, over reloads too: modals are shown on the one that opened them. */
function pageId() {
  const known = sessionStorage.getItem('page')
  if (known) return known
  const id = [...crypto.getRandomValues(new Uint8Array(8))].join('-')
  sessionStorage.setItem('page', id)
  return id
}

/** @typedef {Awaited<ReturnType<typeof openPageStore>>} Store */
