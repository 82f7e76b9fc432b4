/** When something was, as the page says it: days in its own language, times by the habit of whoever looks at it. */

/** @param {number} instant @param {'short' | 'long'} [length] `Tue 1 Dec`, or `Tuesday 1 December` */
export function dayShown(instant, length = 'long') {
  const options = /** @type {const} */ ({ weekday: length, day: 'numeric', month: length })
  return new Date(instant).toLocaleDateString('en-GB', options).replace(',', '')
}

/** @param {number} instant */
export function timeShown(instant) {
  return new Date(instant).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })
}
