/** Block Kit's blocks as elements. */

import { el } from './dom.js'
import { elementNode } from './elements/element-node.js'
import {
  itemsIn,
  mrkdwnNodes,
  plainTextNodes,
  richTextNode,
  textInObject,
  textObject,
} from './mrkdwn/text-nodes.js'

/** @typedef {import('../records.ts').SlackBlock} Block */
/** @typedef {import('../records.ts').Json} Json */
/** @typedef {import('./elements/form.js').Form} Form */

/**
 * @param {readonly Block[]} blocks @param {Form} form
 * @param {Readonly<Record<string, string>>} [errors] what to say at inputs, by block_id
 * @returns {HTMLElement[]}
 */
export function blockNodes(blocks, form, errors = {}) {
  return blocks.map((block) => {
    const node = blockNode(block, form, errors[block.block_id])
    node.classList.add('block', `block-${block.type}`)
    node.dataset.block = block.block_id
    return node
  })
}

/** @param {Block} block @param {Form} form @param {string | undefined} error @returns {HTMLElement} */
function blockNode(block, form, error) {
  const { names } = form
  switch (block.type) {
    case 'header':
      return el(form.headingLevel === 2 ? 'h2' : 'h3', {}, ...textObject(block.text, names))
    case 'divider':
      return el('hr')
    case 'section':
      return section(block, form)
    case 'context':
      return el(
        'div',
        {},
        ...itemsIn(block.elements).map((part) => el('span', {}, ...textObject(part, names))),
      )
    case 'actions':
      return el(
        'div',
        {},
        ...itemsIn(block.elements).map((element) => elementNode(element, block.block_id, form)),
      )
    case 'rich_text':
      return richTextNode(block, names)
    case 'input':
      return input(block, form, error)
    default:
      return el('p', { class: 'muted' }, `[${block.type}: this local workspace does not show it]`)
  }
}

/** @param {Block} block @param {Form} form */
function section(block, form) {
  const words = el('div', { class: 'section-text' }, el('div', {}, ...textObject(block.text, form.names)))
  const accessory = /** @type {Json | undefined} */ (block.accessory)
  return accessory
    ? el('div', { class: 'with-accessory' }, words, elementNode(accessory, block.block_id, form))
    : el('div', {}, words)
}

let inputs = 0

/** @param {Block} block @param {Form} form @param {string | undefined} error */
function input(block, form, error) {
  inputs += 1
  const id = `input-${inputs}`
  const element = /** @type {Json} */ (block.element)
  const node = elementNode(element, block.block_id, form, { id, tells: block.dispatch_action === true })
  const hint = textInObject(block.hint)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter((part) => part).join(' ')
  if (described) node.setAttribute('aria-describedby', described)
  if (error) node.setAttribute('aria-invalid', 'true')
  const grouped = node.matches('.choices')
  const label = [
    textInObject(block.label),
    block.optional === true && el('span', { class: 'muted' }, ' (optional)'),
  ]
  return el(
    'div',
    {},
    grouped
      ? el('div', { class: 'label', id: `${id}-label` }, ...label)
      : el('label', { class: 'label', for: id }, ...label),
    node,
    hint !== '' && el('p', { class: 'hint', id: `${id}-hint` }, ...plainTextNodes(hint)),
    error !== undefined && el('p', { class: 'error', id: `${id}-error` }, error),
  )
}

/**
 * What a message says: its blocks, or without any its text. @param {{ text: string, blocks?: readonly Block[] }} message @param
 * {Form} form
 */
export function contentNodes(message, form) {
  if (message.blocks && message.blocks.length > 0) return blockNodes(message.blocks, form)
  return [el('div', { class: 'block block-text' }, ...mrkdwnNodes(message.text, form.names))]
}
