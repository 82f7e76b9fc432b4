/** What may follow what is being written, as a list to choose from. */

import { el } from '../dom.js'

/** @typedef {{ readonly insert: string, readonly title: string, readonly detail: string }} Suggestion */

/**
 * @param {string} id
 * @param {HTMLElement} input that it belongs to
 * @param {(suggestion: Suggestion) => void} onTaken
 */
export function createSuggestionList(id, input, onTaken) {
  const list = el('ul', {
    id,
    class: 'suggestions',
    role: 'listbox',
    'aria-label': 'Suggestions',
    hidden: true,
  })
  /** @type {readonly Suggestion[]} */
  let suggestions = []
  let active = 0

  /** @param {readonly Suggestion[]} next */
  function show(next) {
    suggestions = next
    active = 0
    list.replaceChildren(...next.map(optionNode))
    list.hidden = next.length === 0
    mark()
  }

  /** @param {Suggestion} suggestion @param {number} index */
  function optionNode(suggestion, index) {
    const option = el(
      'li',
      { role: 'option', id: `${id}-${index}` },
      el('strong', {}, suggestion.title),
      ' ',
      el('span', { class: 'muted' }, suggestion.detail),
    )
    // Pressing must not take the focus from the box.
    option.addEventListener('mousedown', (event) => {
      event.preventDefault()
      onTaken(suggestion)
    })
    return option
  }

  function mark() {
    for (const [index, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(index === active))
    if (suggestions.length > 0) input.setAttribute('aria-activedescendant', `${id}-${active}`)
    else input.removeAttribute('aria-activedescendant')
  }

  /**
   * Moves in the list, takes from it or closes it.
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was meant for the list
   */
  function pressed(event) {
    const current = suggestions[active]
    if (!current) return false
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      active = (active + (event.key === 'ArrowDown' ? 1 : suggestions.length - 1)) % suggestions.length
      mark()
    } else if ((event.key === 'Tab' || event.key === 'Enter') && !event.shiftKey) {
      event.preventDefault()
      onTaken(current)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      show([])
    } else return false
    return true
  }

  return { node: list, show, pressed }
}
