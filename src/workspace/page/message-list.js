/** The messages of a channel or a thread. */

import { dayShown } from './day-and-time.js'
import { el } from './dom.js'
import { focusAction, focusedAction } from './focused-action.js'
import { messageNode } from './message-node.js'

/** @typedef {import('../records.ts').SlackMessage} Message */
/** @typedef {import('../records.ts').Ephemeral} Ephemeral */
/** @typedef {import('./elements/form.js').Form} Form */
/** @typedef {import('./message-node.js').Item} Item */
/** @typedef {import('./message-node.js').MessageParts & { readonly label: string }} ListParts with a label for screen readers */

/** @param {ListParts} parts */
export function createMessageList(parts) {
  const log = el('div', { class: 'log', role: 'log', 'aria-label': parts.label, tabindex: 0 })
  /** @type {Map<string, { shown: Message | Ephemeral, node: HTMLElement }>} */
  const nodes = new Map()
  /** What stands between the messages of two days. @type {Map<string, HTMLElement>} */
  const days = new Map()
  /** Where the list was last put to show what is newest; the person who has not scrolled since follows the talk. */
  let followedAt = -1
  /** The ts of the first message of what came last: it is shown from its beginning. */
  let newest = ''
  // A pane that opens beside the list makes it narrower, and its messages taller. Otherwise the browser would keep the place of the
  // messages above, and lose that of the newest.
  log.addEventListener('scroll', () => log.classList.toggle('followed', log.scrollTop === followedAt))
  new ResizeObserver(() => {
    if (log.scrollTop === followedAt) showNewest()
  }).observe(log)
  /** Whether the person has clicked here, and what comes of it is still to be shown. */
  let clicked = false

  /** @type {ListParts} */
  const watched = {
    ...parts,
    newForm(ts) {
      const form = parts.newForm(ts)
      const act = (/** @type {Parameters<Form['act']>} */ ...given) => {
        clicked = true
        form.act(...given)
      }
      return { ...form, act }
    },
  }

  /**
   * Shows these items, keeping what is shown already and has not changed.
   * @param {readonly Item[]} items in order of ts
   * @param {Node} [above] what stands above them
   */
  function show(items, above) {
    const stays = log.scrollTop === followedAt
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80
    const before = nodes.size
    /** @type {string[]} */
    const added = []
    const focused = focusedMessage()
    const gone = new Set(nodes.keys())
    /** @type {string | undefined} */
    let dayBefore
    /** @type {Node[]} */
    const wanted = above ? [above] : []
    for (const item of items) {
      const shown = item.message ?? item.ephemeral
      gone.delete(shown.ts)
      const known = nodes.get(shown.ts)
      if (!known) added.push(shown.ts)
      const node = known && known.shown === shown ? known.node : messageNode(item, watched)
      nodes.set(shown.ts, { shown, node })
      const day = dayShown(Number(shown.ts) * 1000)
      if (dayBefore !== undefined && day !== dayBefore) wanted.push(dayNode(day))
      dayBefore = day
      wanted.push(node)
    }
    for (const ts of gone) nodes.delete(ts)
    arrange(wanted)
    if (focused) refocus(focused)
    const first = before === 0 ? added.at(-1) : added[0]
    if (first !== undefined && (stays || atEnd || clicked || before === 0)) {
      newest = first
      clicked = false
      showNewest()
    } else if (stays) showNewest()
    else if (atEnd) log.scrollTop = log.scrollHeight
  }

  /** @param {string} day */
  function dayNode(day) {
    const node = days.get(day) ?? el('p', { class: 'day' }, day)
    days.set(day, node)
    return node
  }

  /** Puts the nodes in order while moving as few as possible: a moved node would lose focus. @param {readonly Node[]} wanted */
  function arrange(wanted) {
    const keep = new Set(wanted)
    for (const child of [...log.childNodes]) if (!keep.has(child)) child.remove()
    wanted.forEach((node, index) => {
      if (log.childNodes[index] !== node) log.insertBefore(node, log.childNodes[index] ?? null)
    })
  }

  /** What came last is shown to its end, or from its beginning if it is taller than the list. */
  function showNewest() {
    const node = nodes.get(newest)?.node
    const start = node ? node.offsetTop - log.offsetTop - 12 : Infinity
    log.scrollTop = Math.min(start, log.scrollHeight)
    followedAt = log.scrollTop
    log.classList.add('followed')
  }

  /** The message that has the focus, or something in it that has. */
  function focusedMessage() {
    const message = document.activeElement?.closest('[data-ts]')
    if (!(message instanceof HTMLElement) || !log.contains(message)) return undefined
    return { ts: message.dataset.ts ?? '', action: focusedAction() }
  }

  /**
   * A message that was replaced under the focus gets it back.
   * @param {{ ts: string, action: string | undefined }} place
   */
  function refocus({ ts, action }) {
    if (document.activeElement === document.body && !focusAction(nodes.get(ts)?.node, action)) log.focus()
  }

  return { node: log, show }
}
