import { el } from '../dom.js'
import { textInObject } from '../text-nodes.js'

/** @typedef {import('./control.js').Control} Control */

/** A field to write in. @param {Control} control */
export function textInput(control) {
  const { type, element, common, put, tells, register, changed } = control
  const attributes = {
    ...common,
    placeholder: textInObject(element.placeholder) || undefined,
    minlength: element.min_length === undefined ? undefined : Number(element.min_length),
    maxlength: element.max_length === undefined ? undefined : Number(element.max_length),
  }
  const kinds = /** @type {Record<string, string>} */ ({
    number_input: 'number',
    email_text_input: 'email',
    url_text_input: 'url',
  })
  const node = element.multiline
    ? el('textarea', { ...attributes, rows: 4 })
    : el('input', {
        ...attributes,
        type: kinds[type] ?? 'text',
        step: element.is_decimal_allowed ? 'any' : undefined,
      })
  node.value = put.value ?? ''
  const read = () => ({ value: node.value === '' ? null : node.value })
  const config = /** @type {{ trigger_actions_on?: string[] } | undefined} */ (element.dispatch_action_config)
  if (config?.trigger_actions_on?.includes('on_character_entered'))
    node.addEventListener('input', () => changed(read()))
  else if (!element.multiline) {
    node.addEventListener('keydown', (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== 'Enter' || !tells) return
      event.preventDefault()
      changed(read())
    })
  }
  register(read)
  return node
}
