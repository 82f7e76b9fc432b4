/** What has the focus, by the name of what it does, and giving that the focus again once it is drawn anew. */

export function focusedAction() {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset.action : undefined
}

/**
 * Returns whether it is there.
 * @param {Element | undefined} within @param {string | undefined} action
 */
export function focusAction(within, action) {
  const nodes = within?.querySelectorAll('[data-action]') ?? []
  const again = [...nodes].find((node) => node instanceof HTMLElement && node.dataset.action === action)
  if (again instanceof HTMLElement) again.focus()
  return again !== undefined
}
