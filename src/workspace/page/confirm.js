import { el } from './dom.js'
import { nobodyNamed, textObject } from './text-nodes.js'

/**
 * Asks before a button does what it does. The browser's own dialog keeps the focus inside, closes on Escape and gives
 * the focus back.
 * @param {import('../records.ts').Json} confirm Slack's confirmation object
 * @returns {Promise<boolean>}
 */
export function askConfirmation(confirm) {
  return new Promise((resolve) => {
    const yes = el(
      'button',
      { class: `button ${confirm.style ?? 'primary'}`, value: 'yes' },
      ...textObject(confirm.confirm, nobodyNamed),
    )
    const no = el('button', { class: 'button', value: 'no' }, ...textObject(confirm.deny, nobodyNamed))
    const dialog = el(
      'dialog',
      { class: 'confirm', 'aria-labelledby': 'confirm-title' },
      el(
        'form',
        { method: 'dialog' },
        el('h2', { id: 'confirm-title' }, ...textObject(confirm.title, nobodyNamed)),
        el('p', {}, ...textObject(confirm.text, nobodyNamed)),
        el('div', { class: 'dialog-buttons' }, no, yes),
      ),
    )
    dialog.addEventListener('close', () => {
      dialog.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(dialog)
    dialog.showModal()
  })
}
