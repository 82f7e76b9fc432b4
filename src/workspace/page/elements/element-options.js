import { itemsIn, textInObject } from '../mrkdwn/text-nodes.js'

/** @typedef {import('../../records.ts').Json} Json */
/** @typedef {{ value: string, label: string, group?: string, given: Json }} Option as the app gave it */

/** @param {Json} element @returns {readonly Option[]} */
export function optionsOfElement(element) {
  /** @param {Json} given @param {string} [group] @returns {Option} */
  const option = (given, group) => ({
    value: String(given.value),
    label: textInObject(given.text),
    ...(group === undefined ? {} : { group }),
    given,
  })
  const grouped = itemsIn(element.option_groups).flatMap((group) =>
    itemsIn(group.options).map((given) => option(given, textInObject(group.label))),
  )
  return [...itemsIn(element.options).map((given) => option(given)), ...grouped]
}
