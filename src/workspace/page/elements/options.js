import { list, textOf } from '../text.js'

/** @typedef {import('../../records.ts').Json} Json */
/** @typedef {{ value: string, label: string, group?: string, given: Json }} Option */

/** @param {Json} element @returns {readonly Option[]} */
export function optionsOf(element) {
  /** @param {Json} given @param {string} [group] @returns {Option} */
  const option = (given, group) => ({
    value: String(given.value),
    label: textOf(given.text),
    ...(group === undefined ? {} : { group }),
    given,
  })
  const grouped = list(element.option_groups).flatMap((group) =>
    list(group.options).map((given) => option(given, textOf(group.label))),
  )
  return [...list(element.options).map((given) => option(given)), ...grouped]
}

/** @param {readonly { id: string, name: string }[]} things @returns {readonly Option[]} */
export function named(things) {
  return things.map(({ id, name }) => ({ value: id, label: name, given: { value: id } }))
}

/** @param {unknown} options @returns {readonly string[]} */
export function valuesIn(options) {
  return list(options).map((option) => String(option.value))
}
