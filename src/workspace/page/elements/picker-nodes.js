import { el } from '../dom.js'

/** @typedef {import('./control.js').Control} Control */

/** @param {Control} control @param {'date' | 'time'} kind @param {string} key @param {string | null} [value] */
export function picker({ common, register, changed }, kind, key, value) {
  const node = el('input', { ...common, type: kind, value: value ?? '', onchange: () => changed(read()) })
  const read = () => ({ [key]: node.value || null })
  register(read)
  return node
}

/** @param {Control} control @param {number | null} [seconds] */
export function dateTime({ common, register, changed }, seconds) {
  const local = seconds
    ? new Date(seconds * 1000 - new Date(seconds * 1000).getTimezoneOffset() * 60_000)
        .toISOString()
        .slice(0, 16)
    : ''
  const node = el('input', {
    ...common,
    type: 'datetime-local',
    value: local,
    onchange: () => changed(read()),
  })
  const read = () => ({
    selected_date_time: node.value ? Math.floor(new Date(node.value).getTime() / 1000) : null,
  })
  register(read)
  return node
}
