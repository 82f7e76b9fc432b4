/** Block Kit's elements: buttons, and everything that one can put something into. */

import { el } from '../dom.js'
import { buttonNode } from './button-node.js'
import { choicesNode } from './choices-node.js'
import { newControl } from './control.js'
import { picker } from './picker-node.js'
import { selectNode } from './select-node.js'
import { textInput } from './text-input.js'

/** @typedef {import('../../records.ts').Json} Json */
/** @typedef {import('./form.js').Form} Form */

/**
 * @param {Json} element @param {string} blockId @param {Form} form
 * @param {{ id?: string, tells?: boolean }} [use] `id` for a label to point at; `tells` is false for an input that the
 *   app only hears of with the submission
 * @returns {HTMLElement}
 */
export function elementNode(element, blockId, form, { id, tells = true } = {}) {
  const actionId = String(element.action_id)
  const control = newControl(element, blockId, form, { ...(id !== undefined && { id }), tells })
  const { type, put } = control

  switch (type) {
    case 'button':
      return buttonNode(element, () => form.act(blockId, actionId))
    case 'static_select':
      return selectNode(control)
    case 'checkboxes':
      return choicesNode(control, 'checkbox', put.selected_options ?? [])
    case 'radio_buttons':
      return choicesNode(control, 'radio', put.selected_option ? [put.selected_option] : [])
    case 'datepicker':
      return picker(control, 'date', 'selected_date', put.selected_date)
    case 'timepicker':
      return picker(control, 'time', 'selected_time', put.selected_time)
    case 'plain_text_input':
      return textInput(control)
    default:
      return el('span', { class: 'muted' }, `[${type}: this local workspace does not show it]`)
  }
}
