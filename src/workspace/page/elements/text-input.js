import { el } from '../dom.js'
import { textInObject } from '../mrkdwn/text-nodes.js'

/** @typedef {import('./control.js').Control} Control */

/** A field to write in. @param {Control} control */
export function textInput({ element, common, put, tells, register, changed }) {
  const attributes = {
    ...common,
    placeholder: textInObject(element.placeholder) || undefined,
    minlength: element.min_length === undefined ? undefined : Number(element.min_length),
    maxlength: element.max_length === undefined ? undefined : Number(element.max_length),
  }
  const node = element.multiline
    ? el('textarea', { ...attributes, rows: 4 })
    : el('input', { ...attributes, type: 'text' })
  node.value = put.value ?? ''
  const read = () => ({ value: node.value === '' ? null : node.value })
  if (!element.multiline) {
    node.addEventListener('keydown', (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== 'Enter' || !tells) return
      event.preventDefault()
      changed(read())
    })
  }
  register(read)
  return node
}
