import { el } from '../dom.js'
import { textInObject } from '../mrkdwn/text-nodes.js'
import { optionsOfElement } from './element-options.js'

/** @typedef {import('./control.js').Control} Control */

/** A menu, of which one option can be chosen. @param {Control} control */
export function selectNode({ element, common, put, register, changed }) {
  const options = optionsOfElement(element)
  const node = el('select', { ...common, onchange: () => changed(read()) })
  node.append(el('option', { value: '' }, textInObject(element.placeholder) || 'Choose …'))
  /** @type {Map<string, HTMLOptGroupElement>} */
  const groups = new Map()
  for (const option of options) {
    const selected = option.value === put.selected_option?.value
    const item = el('option', { value: option.value, selected }, option.label)
    if (option.group === undefined) node.append(item)
    else {
      const group = groups.get(option.group) ?? el('optgroup', { label: option.group })
      if (!groups.has(option.group)) node.append(group)
      groups.set(option.group, group)
      group.append(item)
    }
  }
  const read = () => {
    const option = options.find((other) => other.value === node.value)
    return { selected_option: option?.given ?? null }
  }
  register(read)
  return node
}
