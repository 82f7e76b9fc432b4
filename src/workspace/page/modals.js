/** The app's modals, as native dialogs: the browser keeps the focus inside and gives it back. */

import { blockNodes } from './block-nodes.js'
import { el, icon } from './dom.js'
import { formValues } from './elements/form.js'
import { focusAction, focusedAction } from './focused-action.js'
import { plainTextNodes, textInObject } from './mrkdwn/text-nodes.js'

/** @typedef {import('../records.ts').View} View */
/** @typedef {import('../records.ts').InputValues} InputValues */
/** @typedef {import('./elements/form.js').Form} Form */

/**
 * @param {object} parts
 * @param {(view: View) => Form} parts.newForm
 * @param {(view: View, values: InputValues) => Promise<Readonly<Record<string, string>>>} parts.submit
 * @param {(view: View) => void} parts.close
 */
export function createModals({ newForm, submit, close }) {
  const dialog = el('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' })
  document.body.append(dialog)
  /** @type {View | undefined} */
  let shown
  /** @type {Element | null} */
  let opener = null

  dialog.addEventListener('cancel', (event) => {
    // Escape closes one modal of a stack; the server then says what is left.
    event.preventDefault()
    if (shown) close(shown)
  })

  /** @param {readonly View[]} views */
  function show(views) {
    const top = views.at(-1)
    if (!top) {
      if (!dialog.open) return
      dialog.close()
      shown = undefined
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
      return
    }
    if (shown && top.id === shown.id && top.hash === shown.hash) return
    const deeper = shown !== undefined && top.id !== shown.id
    shown = top
    fill(top, views.length > 1)
    if (!dialog.open) {
      opener = document.activeElement
      dialog.showModal()
    } else if (deeper) {
      dialog.querySelector('h2')?.focus()
    }
  }

  /** @param {View} view @param {boolean} stacked @param {Readonly<Record<string, string>>} [errors] */
  function fill(view, stacked, errors = {}) {
    const focused = focusedAction()
    const scroll = dialog.querySelector('.modal-body')?.scrollTop ?? 0
    const form = newForm(view)
    const body = el(
      'div',
      { class: 'modal-body', tabindex: 0, role: 'region', 'aria-label': 'Content' },
      ...blockNodes(view.blocks, form, errors),
    )
    const send = async () => {
      const values = formValues(form)
      const wrong = await submit(view, values)
      if (Object.keys(wrong).length === 0) return
      fill({ ...view, state: { values } }, stacked, wrong)
      const first = dialog.querySelector('[aria-invalid]')
      if (first instanceof HTMLElement) first.focus()
      // What is wrong stands below the input.
      dialog.querySelector('.error')?.scrollIntoView({ block: 'nearest' })
    }
    dialog.replaceChildren(modalForm(view, body, { stacked, send, close: () => close(view) }))
    body.scrollTop = scroll
    if (focused) focusAction(dialog, focused)
  }

  return { show }
}

/**
 * @param {View} view @param {HTMLElement} body
 * @param {{ stacked: boolean, send: () => Promise<void>, close: () => void }} parts `stacked`: on top of another one
 */
function modalForm(view, body, { stacked, send, close }) {
  const closing = stacked ? 'Back' : 'Close'
  const submit = el(
    'button',
    { type: 'submit', class: 'button primary' },
    ...plainTextNodes(textInObject(view.submit) || 'Submit'),
  )
  return el(
    'form',
    {
      novalidate: true,
      onsubmit: async (event) => {
        event.preventDefault()
        if (!view.submit) return
        submit.disabled = true
        await send()
        submit.disabled = false
      },
    },
    el(
      'header',
      {},
      el('h2', { id: 'modal-title', tabindex: -1 }, ...plainTextNodes(textInObject(view.title))),
      el(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': closing, onclick: close },
        icon(stacked ? 'back' : 'close'),
      ),
    ),
    body,
    el(
      'footer',
      { class: 'dialog-buttons' },
      el('button', { type: 'button', class: 'button', onclick: close }, textInObject(view.close) || closing),
      view.submit ? submit : null,
    ),
  )
}
