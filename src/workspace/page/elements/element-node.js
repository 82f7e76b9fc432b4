/** Block Kit's elements: buttons, and everything that one can put something into. */

import { el } from '../dom.js'
import { buttonNode, feedbackNode, overflowNode } from './button-nodes.js'
import { choicesNode } from './choices-node.js'
import { newControl } from './control.js'
import { chosenValues, namedOptions, offeredOptions } from './element-options.js'
import { selectNode, severalNode } from './menu-nodes.js'
import { dateTime, picker } from './picker-nodes.js'
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
    case 'icon_button':
      return buttonNode(element, () => form.act(blockId, actionId), 'button quiet')
    case 'feedback_buttons':
      return el(
        'span',
        { class: 'feedback' },
        ...feedbackNode(element, (chosen) => form.act(blockId, actionId, chosen)),
      )
    case 'overflow':
      return overflowNode(element, (chosen) => form.act(blockId, actionId, chosen))
    case 'static_select':
      return selectNode(control, offeredOptions(element), 'selected_option')
    case 'users_select':
      return selectNode(control, namedOptions(form.people), 'selected_user')
    case 'channels_select':
      return selectNode(control, namedOptions(form.channels), 'selected_channel')
    case 'conversations_select':
      return selectNode(control, namedOptions(form.channels), 'selected_conversation')
    case 'multi_static_select':
      return severalNode(control, offeredOptions(element), 'selected_options')
    case 'multi_users_select':
      return severalNode(control, namedOptions(form.people), 'selected_users')
    case 'multi_channels_select':
      return severalNode(control, namedOptions(form.channels), 'selected_channels')
    case 'multi_conversations_select':
      return severalNode(control, namedOptions(form.channels), 'selected_conversations')
    case 'checkboxes':
      return choicesNode(control, 'checkbox', chosenValues(put.selected_options))
    case 'radio_buttons':
      return choicesNode(control, 'radio', chosenValues(put.selected_option ? [put.selected_option] : []))
    case 'datepicker':
      return picker(control, 'date', 'selected_date', put.selected_date)
    case 'timepicker':
      return picker(control, 'time', 'selected_time', put.selected_time)
    case 'datetimepicker':
      return dateTime(control, put.selected_date_time)
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return textInput(control)
    default:
      return el('span', { class: 'muted' }, `[${type}: this local workspace does not show it]`)
  }
}
