/** The workspace's clock, which can be set forward. */

import { dayShown, timeShown } from './day-and-time.js'
import { el } from './dom.js'

/** @param {{ now(): number, skipTo(instant: number): Promise<unknown> }} parts */
export function createClockControl({ now, skipTo }) {
  const time = el('time', {})
  const said = el('p', { class: 'unseen', role: 'status' })
  const buttons = [
    button('An hour on', () => now() + 60 * 60_000),
    button('Tomorrow, 9:00', () => tomorrowAtNine(now())),
  ]

  /** @param {string} name @param {() => number} target */
  function button(name, target) {
    return el('button', { type: 'button', class: 'skip-time', onclick: () => void skip(target()) }, name)
  }

  /** @param {number} instant */
  async function skip(instant) {
    for (const each of buttons) each.setAttribute('aria-disabled', 'true')
    try {
      await skipTo(instant)
    } finally {
      for (const each of buttons) each.removeAttribute('aria-disabled')
    }
  }

  function show() {
    const text = `${dayShown(now(), 'short')}, ${timeShown(now())}`
    if (time.textContent === text) return
    time.textContent = text
    time.setAttribute('datetime', new Date(now()).toISOString())
  }
  show()
  setInterval(show, 1000)

  /** The clock was set: that is said, whereas the passing minutes are not. */
  function wasSet() {
    show()
    said.textContent = `It is ${time.textContent} now.`
  }

  const node = el(
    'div',
    { class: 'clock' },
    el('p', {}, 'It is ', time, ' here.'),
    el('div', { class: 'skips', role: 'group', 'aria-label': 'Set the clock forward' }, ...buttons),
    said,
  )
  return { node, show, wasSet }
}

/** @param {number} from */
function tomorrowAtNine(from) {
  const date = new Date(from)
  date.setDate(date.getDate() + 1)
  date.setHours(9, 0, 0, 0)
  return date.getTime()
}
