import { itemsIn, textInObject } from '../text-nodes.js'

/** @typedef {import('../../records.ts').Json} Json */
/** @typedef {{ value: string, label: string, group?: string, given: Json }} Option as the app gave it */
/** @typedef {{ value: string, label: string, group?: string, chosen: unknown }} MenuOption with what Slack says if it is chosen */

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

/** What the app offers in a menu. @param {Json} element @returns {readonly MenuOption[]} */
export function offeredOptions(element) {
  return optionsOfElement(element).map(({ given, ...option }) => ({ ...option, chosen: given }))
}

/** People or channels. @param {readonly { id: string, name: string }[]} things @returns {readonly MenuOption[]} */
export function namedOptions(things) {
  return things.map(({ id, name }) => ({ value: id, label: name, chosen: id }))
}

/** The values of what was chosen: options, or ids. @param {unknown} chosen @returns {readonly string[]} */
export function chosenValues(chosen) {
  return itemsIn(chosen).map((one) => String(typeof one === 'object' ? one.value : one))
}
