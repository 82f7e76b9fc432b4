import { askConfirmation } from '../confirm.js'
import { el, icon, safeUrl } from '../dom.js'
import { nobodyNamed, textInObject, textObject } from '../text-nodes.js'
import { optionsOfElement } from './element-options.js'

/** @typedef {import('../../records.ts').Json} Json */

/** @param {Json} element @param {() => void} act @param {string} [look] @returns {HTMLElement} */
export function buttonNode(element, act, look = `button ${element.style ?? ''}`) {
  const click = async () => {
    if (!element.confirm || (await askConfirmation(/** @type {Json} */ (element.confirm)))) act()
  }
  const attributes = {
    class: look,
    'data-action': String(element.action_id),
    'aria-label': typeof element.accessibility_label === 'string' ? element.accessibility_label : undefined,
    onclick: click,
  }
  const url = safeUrl(element.url)
  if (url)
    return el(
      'a',
      { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' },
      ...textObject(element.text, nobodyNamed),
    )
  return el('button', { type: 'button', ...attributes }, ...textObject(element.text, nobodyNamed))
}

/** @param {Json} element @param {(chosen: Json) => void} act @returns {HTMLElement[]} */
export function feedbackNode(element, act) {
  const sides = /** @type {const} */ ([
    ['positive_button', 'up'],
    ['negative_button', 'down'],
  ])
  return sides.map(([key, shape]) => {
    const side = /** @type {Json} */ (element[key])
    const node = el(
      'button',
      {
        type: 'button',
        class: 'button quiet',
        'data-action': String(element.action_id),
        title: textInObject(side.text),
        'aria-label': textInObject(side.accessibility_label) || textInObject(side.text),
      },
      icon(shape),
    )
    node.addEventListener('click', () => {
      node.setAttribute('aria-pressed', 'true')
      act({ value: side.value, text: side.text })
    })
    return node
  })
}

/** @param {Json} element @param {(chosen: Json) => void} act */
export function overflowNode(element, act) {
  const menu = el('details', { class: 'menu', 'data-action': String(element.action_id) })
  const items = optionsOfElement(element).map((option) => {
    const choose = () => {
      menu.open = false
      menu.querySelector('summary')?.focus()
      act({ selected_option: option.given })
    }
    return el('button', { type: 'button', class: 'menu-item', onclick: choose }, option.label)
  })
  menu.append(
    el('summary', { class: 'button quiet', 'aria-label': 'More actions' }, icon('more')),
    el('div', {}, ...items),
  )
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    event.stopPropagation()
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false
  })
  return menu
}
