import { el } from '../dom.js'
import { nobodyNamed, textObject } from '../mrkdwn/text-nodes.js'

/** @typedef {import('../../records.ts').Json} Json */

/** @param {Json} element @param {() => void} act */
export function buttonNode(element, act) {
  const attributes = {
    type: 'button',
    class: `button ${element.style ?? ''}`,
    'data-action': String(element.action_id),
    'aria-label': typeof element.accessibility_label === 'string' ? element.accessibility_label : undefined,
    onclick: act,
  }
  return el('button', attributes, ...textObject(element.text, nobodyNamed))
}
