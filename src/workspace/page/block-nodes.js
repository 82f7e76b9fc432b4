/** Block Kit's blocks as elements. */

import { el, linkNode } from './dom.js'
import { elementNode } from './elements/element-node.js'
import {
  itemsIn,
  markdownNodes,
  mrkdwnNodes,
  plainTextNodes,
  richTextNode,
  textInObject,
  textObject,
} from './text-nodes.js'

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
        ...itemsIn(block.elements).map((part) =>
          part.type === 'image' ? picture(part) : el('span', {}, ...textObject(part, names)),
        ),
      )
    case 'actions':
    case 'context_actions':
      return el(
        'div',
        {},
        ...itemsIn(block.elements).map((element) => elementNode(element, block.block_id, form)),
      )
    case 'image':
      return el(
        'figure',
        {},
        picture(block),
        textInObject(block.title) !== '' &&
          el('figcaption', {}, ...plainTextNodes(textInObject(block.title))),
      )
    case 'rich_text':
      return richTextNode(block, names)
    case 'markdown':
      return el('div', {}, ...markdownNodes(String(block.text)))
    case 'input':
      return input(block, form, error)
    case 'table':
      return table(block, form)
    default:
      return el('p', { class: 'muted' }, `[${block.type}: this local workspace does not show it]`)
  }
}

/** @param {Block} block @param {Form} form */
function section(block, form) {
  const accessory = /** @type {Json | undefined} */ (block.accessory)
  const fields = itemsIn(block.fields).map((field) => el('div', {}, ...textObject(field, form.names)))
  const words = el(
    'div',
    { class: 'section-text' },
    block.text !== undefined && el('div', {}, ...textObject(block.text, form.names)),
    fields.length > 0 && el('div', { class: 'fields' }, ...fields),
  )
  if (!accessory) return el('div', {}, words)
  return el(
    'div',
    { class: 'with-accessory' },
    words,
    accessory.type === 'image' ? picture(accessory) : elementNode(accessory, block.block_id, form),
  )
}

/** Nothing is fetched from elsewhere: a picture is named, and opened by whoever wants to see it. @param {Json} image */
function picture(image) {
  return el(
    'span',
    { class: 'picture' },
    'Picture: ',
    linkNode(String(image.image_url ?? ''), String(image.alt_text)),
  )
}

let inputs = 0

/** @param {Block} block @param {Form} form @param {string | undefined} error */
function input(block, form, error) {
  inputs += 1
  const id = `input-${inputs}`
  const element = /** @type {Json} */ (block.element)
  const node = elementNode(element, block.block_id, form, { id, tells: block.dispatch_action === true })
  const target = node.matches('details') ? (node.querySelector('summary') ?? node) : node
  const hint = textInObject(block.hint)
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter((part) => part).join(' ')
  if (described) target.setAttribute('aria-describedby', described)
  if (error) target.setAttribute('aria-invalid', 'true')
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

/** @param {Block} block @param {Form} form */
function table(block, form) {
  const rows = /** @type {readonly (readonly Json[])[]} */ (block.rows)
  const cell = (/** @type {Json} */ given) =>
    given.type === 'rich_text' ? richTextNode(given, form.names) : String(given.text ?? given.value)
  const [head = [], ...body] = rows
  return el(
    'div',
    { class: 'table', role: 'region', 'aria-label': 'Table', tabindex: 0 },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...head.map((given) => el('th', { scope: 'col' }, cell(given))))),
      el('tbody', {}, ...body.map((row) => el('tr', {}, ...row.map((given) => el('td', {}, cell(given)))))),
    ),
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
