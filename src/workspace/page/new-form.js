import { formValues } from './elements/form.js'

/** @typedef {import('./elements/form.js').Form} Form */
/** @typedef {import('./page-state.js').State} State */
/** @typedef {{ channel: string, ts: string } | { view: string }} FormPlace */

/**
 * What the elements of one message or view share.
 * @param {State} state @param {FormPlace} place @param {2 | 3} headingLevel
 * @param {import('../records.ts').InputValues} values @param {(act: Record<string, unknown>) => void} act
 * @returns {Form}
 */
export function newForm(state, place, headingLevel, values, act) {
  /** @type {Form} */
  const form = {
    names: {
      person: (id) => state.people.find((person) => person.id === id)?.realName,
      channel: (id) => state.channels.find((other) => other.id === id)?.name,
      isMe: (id) => id === state.me,
    },
    values,
    act(blockId, actionId, chosen) {
      act({ act: 'act', place, blockId, actionId, chosen, values: formValues(form) })
    },
    headingLevel,
    controls: new Map(),
  }
  return form
}
