import { el } from '../dom.js'

/** @typedef {import('./control.js').Control} Control */

/** @param {Control} control @param {'date' | 'time'} kind @param {string} key @param {string | null} [value] */
export function picker({ common, register, changed }, kind, key, value) {
  const node = el('input', { ...common, type: kind, value: value ?? '', onchange: () => changed(read()) })
  const read = () => ({ [key]: node.value || null })
  register(read)
  return node
}
