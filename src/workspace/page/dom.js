/**
 * The only way in which this page makes elements. Data becomes text nodes and attributes, never markup, so what people
 * and notes write cannot become code.
 */

import { safeUrl } from './safe-url.js'

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {{ [attribute: string]: string | number | boolean | undefined | EventListener }} Attributes */

/**
 * Makes an element. An attribute that is `true` is set without a value, one that is `false` or undefined is left out,
 * and a function under `onclick` and the like is a listener.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== false && value !== undefined)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...children.filter(isChild))
  return element
}

/** @param {Child} child @returns {child is Node | string} */
function isChild(child) {
  return child !== null && child !== undefined && child !== false
}

/**
 * What leads back, on a phone, from the one pane that is shown.
 * @param {string} label
 * @param {() => void} onclick
 */
export function backButton(label, onclick) {
  const attributes = { type: 'button', class: 'icon-button only-phone', 'aria-label': label, onclick }
  return el('button', attributes, icon('back'))
}

/**
 * An icon of this page, drawn in the current colour.
 * @param {keyof typeof shapes} name
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', shapes[name])
  svg.append(path)
  return svg
}

const shapes = {
  hall: 'M4 17V9a6 6 0 0 1 12 0v8M8 17v-7a2 2 0 0 1 4 0v7',
  send: 'M3 10h12M10 4.5 15.5 10 10 15.5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  close: 'M5 5l10 10M15 5 5 15',
  reply: 'M4 4.5h12v8.5H9l-4 3v-3H4z',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  theme: 'M10 3a7 7 0 1 0 7 7 5.5 5.5 0 0 1-7-7z',
  lock: 'M5.5 9h9v7h-9zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9',
}

/** @param {string} url @param {...Child} children */
export function linkNode(url, ...children) {
  const safe = safeUrl(url)
  if (!safe) return el('span', {}, ...children)
  return el('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}
