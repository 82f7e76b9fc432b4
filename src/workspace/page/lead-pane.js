/** On a phone one pane stands alone: it is the page's main part then, and its title the page's. */

const phone = matchMedia('(max-width: 45rem)')

/**
 * @param {{ readonly sidebar: HTMLElement, readonly thread: HTMLElement, readonly skip: Element | null }} parts
 */
export function leadWithPane({ sidebar, thread, skip }) {
  const pane = phone.matches ? document.body.dataset.pane : 'main'
  if (pane === 'sidebar') sidebar.setAttribute('role', 'main')
  else sidebar.removeAttribute('role')
  thread.setAttribute('role', pane === 'thread' ? 'main' : 'complementary')
  thread.querySelector('.pane-title h2')?.setAttribute('aria-level', pane === 'thread' ? '1' : '2')
  skip?.setAttribute('href', pane === 'thread' ? '#composer-thread' : '#composer-main')
}

/** @param {() => void} again to be called if the page becomes one of a phone, or no longer */
export function onPhoneChange(again) {
  phone.addEventListener('change', again)
}
