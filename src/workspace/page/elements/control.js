/** What an element needs in order to be a control of its form. */

import { textInObject } from '../mrkdwn/text-nodes.js'

/** @typedef {import('../../records.ts').Json} Json */
/** @typedef {import('./form.js').Form} Form */

/**
 * @typedef {object} Control
 * @property {string} type
 * @property {Json} element
 * @property {import('../mrkdwn/text-nodes.js').Names} names
 * @property {string} name tells it from the other controls of its form
 * @property {string | undefined} id for a label to point at
 * @property {string | undefined} label what it is called, if no label points at it
 * @property {{ id: string | undefined, 'aria-label': string | undefined, 'data-action': string }} common attributes
 * @property {Record<string, any>} put what was put in before
 * @property {boolean} tells whether the app hears of it before the submission
 * @property {(read: () => Json) => void} register says how to read what is put in now
 * @property {(chosen: Json) => void} changed tells the app, unless it hears of the control only with the submission
 */

/**
 * @param {Json} element @param {string} blockId @param {Form} form
 * @param {{ id?: string, tells: boolean }} use
 * @returns {Control}
 */
export function newControl(element, blockId, form, { id, tells }) {
  const actionId = String(element.action_id)
  const type = String(element.type)
  const label = id ? undefined : textInObject(element.placeholder) || type.replaceAll('_', ' ')
  return {
    type,
    element,
    names: form.names,
    name: `${blockId}-${actionId}`,
    id,
    label,
    common: { id, 'aria-label': label, 'data-action': actionId },
    put: /** @type {Record<string, any>} */ (form.values[blockId]?.[actionId] ?? {}),
    tells,
    register: (read) => form.controls.set(`${blockId}/${actionId}`, () => ({ type, ...read() })),
    changed: (chosen) => {
      if (tells) form.act(blockId, actionId, chosen)
    },
  }
}
