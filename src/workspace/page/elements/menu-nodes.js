import { el } from '../dom.js'
import { textInObject } from '../text-nodes.js'
import { chosenValues } from './element-options.js'

/** @typedef {import('./control.js').Control} Control */
/** @typedef {import('./element-options.js').MenuOption} MenuOption */

/**
 * One of several options.
 * @param {Control} control @param {readonly MenuOption[]} options @param {string} key under which Slack has what is chosen
 */
export function selectNode({ element, common, put, register, changed }, options, key) {
  const [chosen] = chosenValues([put[key] ?? ''])
  const node = el('select', { ...common, onchange: () => changed(read()) })
  node.append(el('option', { value: '' }, textInObject(element.placeholder) || 'Choose …'))
  /** @type {Map<string, HTMLOptGroupElement>} */
  const groups = new Map()
  for (const option of options) {
    const item = el('option', { value: option.value, selected: option.value === chosen }, option.label)
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
    return { [key]: option ? option.chosen : null }
  }
  register(read)
  return node
}

/**
 * Any of several options.
 * @param {Control} control @param {readonly MenuOption[]} options @param {string} key under which Slack has what is chosen
 */
export function severalNode(control, options, key) {
  const { element, id, label, common, put, register, changed } = control
  const chosen = chosenValues(put[key])
  const summary = el('summary', { 'aria-label': label, id })
  const boxes = options.map((option) => {
    const box = el('input', {
      type: 'checkbox',
      value: option.value,
      checked: chosen.includes(option.value),
    })
    return { option, box, node: el('label', { class: 'choice' }, box, el('span', {}, option.label)) }
  })
  const read = () => ({
    [key]: boxes.filter(({ box }) => box.checked).map(({ option }) => option.chosen),
  })
  const count = () => {
    const names = boxes.filter(({ box }) => box.checked).map(({ option }) => option.label)
    summary.textContent =
      names.length > 0 ? names.join(', ') : textInObject(element.placeholder) || 'Choose …'
  }
  for (const { box } of boxes) {
    box.addEventListener('change', () => {
      count()
      changed(read())
    })
  }
  count()
  register(read)
  return el(
    'details',
    { class: 'several', 'data-action': common['data-action'] },
    summary,
    el('div', {}, ...boxes.map(({ node }) => node)),
  )
}
