/** @typedef {import('../../records.ts').Json} Json */
/** @typedef {import('../../records.ts').InputValues} InputValues */

/**
 * What the elements of one message or modal share.
 * @typedef {object} Form
 * @property {import('../mrkdwn/text-nodes.js').Names} names
 * @property {InputValues} values what was put in before
 * @property {(blockId: string, actionId: string, chosen?: Json) => void} act tells the app
 * @property {2 | 3} headingLevel of headers: what is above them decides
 * @property {Map<string, () => Json>} controls by `blockId/actionId`: what is put in now
 */

/** Everything that is put into a form now, in Slack's shape. @param {Form} form @returns {InputValues} */
export function formValues(form) {
  /** @type {Record<string, Record<string, Json>>} */
  const values = {}
  for (const [key, read] of form.controls) {
    const slash = key.lastIndexOf('/')
    const blockId = key.slice(0, slash)
    values[blockId] = { ...values[blockId], [key.slice(slash + 1)]: read() }
  }
  return values
}
