import { el } from '../dom.js'
import { textInObject } from '../text-nodes.js'

/** @typedef {import('./control.js').Control} Control */
/** @typedef {import('./element-options.js').Option} Option */

/**
 * One of several options.
 * @param {Control} control
 * @param {readonly Option[]} options @param {string | null | undefined} chosen @param {string} key
 * @param {(option: Option) => unknown} asChosen
 */
export function selectNode({ element, common, register, changed }, options, chosen, key, asChosen) {
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
    return { [key]: option ? asChosen(option) : null }
  }
  register(read)
  return node
}

/**
 * Any of several options.
 * @param {Control} control
 * @param {readonly Option[]} options @param {readonly string[]} chosen @param {string} key
 * @param {(option: Option) => unknown} asChosen
 */
export function severalNode(control, options, chosen, key, asChosen) {
  const { element, id, label, common, register, changed } = control
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
    [key]: boxes.filter(({ box }) => box.checked).map(({ option }) => asChosen(option)),
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
