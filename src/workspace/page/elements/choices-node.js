import { el } from '../dom.js'
import { textObject } from '../mrkdwn/text-nodes.js'
import { optionsOfElement } from './element-options.js'

/** @typedef {import('./control.js').Control} Control */
/** @typedef {import('../../records.ts').Json} Json */

/** Check boxes or radio buttons. @param {Control} control @param {'checkbox' | 'radio'} kind @param {readonly Json[]} chosen */
export function choicesNode(control, kind, chosen) {
  const { element, names, name, id, common, register, changed } = control
  const boxes = optionsOfElement(element).map((option) => {
    const box = el('input', {
      type: kind,
      name,
      value: option.value,
      checked: chosen.some(({ value }) => value === option.value),
      onchange: () => changed(read()),
    })
    const words = el('span', {}, ...textObject(option.given.text, names))
    return { option, box, node: el('label', { class: 'choice' }, box, words) }
  })
  const read = () => {
    const given = boxes.filter(({ box }) => box.checked).map(({ option }) => option.given)
    return kind === 'checkbox' ? { selected_options: given } : { selected_option: given[0] ?? null }
  }
  register(read)
  return el(
    'div',
    {
      ...common,
      role: kind === 'radio' ? 'radiogroup' : 'group',
      class: 'choices',
      'aria-labelledby': id && `${id}-label`,
    },
    ...boxes.map(({ node }) => node),
  )
}
