/** What is written and not sent yet, by channel or thread: this tab keeps it, over reloads too. */

/** @typedef {ReturnType<typeof openDrafts>} Drafts */

/** @param {string} me whose they are */
export function openDrafts(me) {
  /** For a browser that keeps nothing. @type {Map<string, string>} */
  const known = new Map()
  const keyOf = (/** @type {string} */ place) => `draft ${me} ${place}`
  return {
    /** @param {string} place */
    get(place) {
      try {
        return known.get(place) ?? sessionStorage.getItem(keyOf(place)) ?? ''
      } catch {
        return ''
      }
    },
    /** @param {string} place @param {string} text */
    set(place, text) {
      known.set(place, text)
      try {
        if (text === '') sessionStorage.removeItem(keyOf(place))
        else sessionStorage.setItem(keyOf(place), text)
      } catch {
        // Without storage a draft lasts as long as the page.
      }
    },
  }
}
