/** The box to write in: sends on Enter, completes commands, people and channels. */

import { el, icon } from '../dom.js'
import { createSuggestionList } from './suggestion-list.js'

/** @typedef {import('./suggestion-list.js').Suggestion} Suggestion */

/**
 * @typedef {object} ComposerParts
 * @property {string} id
 * @property {string} label
 * @property {string} place what is written here is kept by it until it is sent
 * @property {import('./drafts.js').Drafts} drafts what is written and not sent yet, by place
 * @property {(text: string) => Promise<void>} send rejects if nothing was sent: the text is then kept
 * @property {(before: string) => readonly Suggestion[]} suggest what may follow the text before the cursor
 * @property {(text: string) => string} hint how to go on, for what is written so far; may be empty
 */

/** As in Slack; the server takes no more. */
const maxLength = 12_000
/** From here on it is said how long a text is. */
const longFrom = 1_000

/** @param {number} length */
function lengthSaid(length) {
  if (length < longFrom) return ''
  const [said, most] = [length, maxLength].map((number) => number.toLocaleString('en'))
  if (length <= maxLength) return `${said} of ${most} characters`
  return `Too long to send: ${said} characters, and ${most} is the limit.`
}

/** @param {ComposerParts} parts */
export function createComposer({ id, label, place, drafts, send, suggest, hint }) {
  const listId = `${id}-list`
  const area = el('textarea', {
    id,
    rows: 1,
    'aria-label': label,
    placeholder: label,
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    autocomplete: 'off',
    enterkeyhint: 'send',
  })
  const suggestions = createSuggestionList(listId, area, take)
  const hintLine = el('p', { class: 'usage', 'aria-live': 'polite' })
  const lengthLine = el('p', { class: 'usage', role: 'status' })
  const button = el(
    'button',
    { type: 'submit', class: 'send', 'aria-label': 'Send', disabled: true },
    icon('send'),
  )
  const form = el(
    'form',
    { class: 'composer', onsubmit: (event) => submit(event) },
    suggestions.node,
    hintLine,
    lengthLine,
    el('div', { class: 'composer-box' }, area, button),
  )
  let sending = false
  area.value = drafts.get(place)
  // How high it is to be is known once it stands in the page.
  if (area.value !== '') queueMicrotask(changed)

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault()
    const text = area.value
    if (text.trim() === '' || text.length > maxLength || sending) return
    sending = true
    area.value = ''
    changed()
    try {
      await send(text)
    } catch {
      if (area.value === '') area.value = text
    } finally {
      sending = false
      changed()
    }
  }

  function changed() {
    // A pane that is opened again has another box, whose draft it is then.
    if (area.isConnected) drafts.set(place, area.value)
    const { length } = area.value
    const tooLong = length > maxLength
    button.disabled = area.value.trim() === '' || tooLong
    lengthLine.textContent = lengthSaid(length)
    lengthLine.classList.toggle('error', tooLong)
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, 200)}px`
    hintLine.textContent = hint(area.value)
    suggestions.show(document.activeElement === area ? suggest(area.value.slice(0, area.selectionStart)) : [])
  }

  /** @param {Suggestion} suggestion */
  function take(suggestion) {
    const before = area.value.slice(0, area.selectionStart).replace(/\S*$/, suggestion.insert)
    area.value = before + area.value.slice(area.selectionStart)
    area.setSelectionRange(before.length, before.length)
    changed()
    suggestions.show([])
  }

  area.addEventListener('input', changed)
  area.addEventListener('blur', () => suggestions.show([]))
  area.addEventListener('keydown', (event) => {
    // While an input method composes, Enter and arrows are its own.
    if (event.isComposing || suggestions.pressed(event)) return
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    form.requestSubmit()
  })

  return { node: form, focus: () => area.focus() }
}
