/** One message of a list, and who said it. */

import { contentNodes } from './block-nodes.js'
import { timeShown } from './day-and-time.js'
import { el, icon } from './dom.js'

/** @typedef {import('../records.ts').SlackMessage} Message */
/** @typedef {import('../records.ts').Ephemeral} Ephemeral */
/** @typedef {import('../records.ts').Person} Person */
/** @typedef {import('./elements/form.js').Form} Form */

/** One thing in the list: a message, or one that only this person sees. */
/**
 * @typedef {{ readonly message: Message, readonly ephemeral?: never } | { readonly ephemeral: Ephemeral, readonly message?:
 * never }} Item
 */

/**
 * @typedef {object} MessageParts
 * @property {(user: string) => Person | undefined} personOf
 * @property {(ts: string) => Form} newForm for the elements of the message of this ts
 * @property {((thread: string) => void) | undefined} openThread absent within a thread
 */

/** @param {Item} item @param {MessageParts} parts */
export function messageNode(item, parts) {
  const shown = item.message ?? item.ephemeral
  const person = parts.personOf(shown.user)
  const name = person?.realName ?? 'Workspace'
  const instant = Number(shown.ts) * 1000
  const time = timeShown(instant)
  const content = el('div', { class: 'content' }, ...contentNodes(shown, parts.newForm(shown.ts)))
  const edited = item.message?.edited && item.message.user !== undefined && !person?.isBot
  if (edited) content.append(el('span', { class: 'muted' }, ' (edited)'))
  return el(
    'article',
    {
      class: item.ephemeral ? 'message ephemeral' : 'message',
      'data-ts': shown.ts,
      'aria-label': `${name}, ${time}`,
    },
    avatar(person),
    el(
      'div',
      { class: 'message-main' },
      item.ephemeral && el('p', { class: 'only-you' }, icon('eye'), 'Only visible to you'),
      el(
        'div',
        { class: 'byline' },
        el('strong', {}, name),
        person?.isBot && el('span', { class: 'badge' }, 'App'),
        el('time', { datetime: new Date(instant).toISOString() }, time),
      ),
      content,
      item.message && parts.openThread && threadButton(item.message, parts.openThread),
    ),
  )
}

/** @param {Message} message @param {(thread: string) => void} openThread */
function threadButton(message, openThread) {
  const count = message.reply_count ?? 0
  const open = () => openThread(message.thread_ts ?? message.ts)
  if (count > 0)
    return el(
      'button',
      { type: 'button', class: 'replies', onclick: open },
      icon('reply'),
      count === 1 ? '1 reply' : `${count} replies`,
    )
  return el(
    'button',
    {
      type: 'button',
      class: 'reply icon-button',
      onclick: open,
      'aria-label': 'Reply in thread',
      title: 'Reply in thread',
    },
    icon('reply'),
  )
}

/** @param {Person | undefined} person */
export function avatar(person) {
  const look = !person ? 'workspace' : person.isBot ? 'app' : person.name
  return el(
    'div',
    { class: `avatar avatar-${look}`, 'aria-hidden': 'true' },
    person && !person.isBot ? person.realName.slice(0, 1) : icon('hall'),
  )
}
