/** What one sees before anything was said, and example questions to click. */

import { el, icon } from './dom.js'

/** @typedef {import('../records.ts').Channel} Channel */
/** @typedef {import('./page-state.js').State} State */

/** @param {State} state @param {Channel} channel @param {(text: string) => void} ask @returns {HTMLElement} */
export function welcome(state, channel, ask) {
  const { app } = state
  if (channel.kind !== 'im') {
    return el(
      'div',
      { class: 'welcome small' },
      el('h2', {}, `#${channel.name}`),
      el('p', {}, `${channel.purpose}. Type / for ${app.name}’s commands, or mention @${app.name}.`),
    )
  }
  return el(
    'div',
    { class: 'welcome' },
    el('div', { class: 'welcome-mark', 'aria-hidden': 'true' }, icon('hall')),
    el('h2', {}, `Ask ${app.name}`),
    el('p', {}, app.description || `${app.name} is an app in this workspace.`),
    el('div', { class: 'examples' }, ...promptButtons(state, channel, ask)),
  )
}

/** Example questions: those the app suggested, or else those of its manifest. @param {State} state @param {Channel} channel */
export function suggestedPrompts({ prompts, app }, channel) {
  return prompts[channel.id]?.prompts ?? app.prompts
}

/** @param {State} state @param {Channel} channel @param {(text: string) => void} ask */
export function promptButtons(state, channel, ask) {
  return suggestedPrompts(state, channel).map((prompt) =>
    el('button', { type: 'button', class: 'prompt', onclick: () => ask(prompt.message) }, prompt.title),
  )
}
