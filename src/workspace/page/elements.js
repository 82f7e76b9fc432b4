/** Block Kit's elements: buttons, and everything that one can put something into. */

import { askConfirmation } from './confirm.js'
import { el, icon, safeUrl } from './dom.js'
import { list, textObject, withEmoji } from './text.js'

/** @typedef {import('../records.ts').Json} Json */
/** @typedef {import('../records.ts').InputValues} InputValues */

/**
 * What the elements of one message or modal share.
 * @typedef {object} Form
 * @property {import('./text.js').Names} names
 * @property {InputValues} values what was put in before
 * @property {readonly { id: string, name: string }[]} people
 * @property {readonly { id: string, name: string }[]} channels
 * @property {(blockId: string, actionId: string, chosen?: Json) => void} act tells the app
 * @property {2 | 3} headingLevel of headers: what is above them decides
 * @property {Map<string, () => Json>} controls by `blockId/actionId`: what is put in now
 */

/** Everything that is put into a form now, in Slack's shape. @param {Form} form @returns {InputValues} */
export function valuesOf(form) {
  /** @type {Record<string, Record<string, Json>>} */
  const values = {}
  for (const [key, read] of form.controls) {
    const slash = key.lastIndexOf('/')
    const blockId = key.slice(0, slash)
    values[blockId] = { ...values[blockId], [key.slice(slash + 1)]: read() }
  }
  return values
}

/**
 * @param {Json} element @param {string} blockId @param {Form} form
 * @param {{ id?: string, tells?: boolean }} [use] `id` for a label to point at; `tells` is false for an input that the
 *   app only hears of with the submission
 * @returns {HTMLElement}
 */
export function elementNode(element, blockId, form, { id, tells = true } = {}) {
  const actionId = String(element.action_id)
  const type = String(element.type)
  const put = /** @type {Record<string, any>} */ (form.values[blockId]?.[actionId] ?? {})
  const label = id ? undefined : textOf(element.placeholder) || type.replaceAll('_', ' ')
  const common = { id, 'aria-label': label, 'data-action': actionId }

  /** @param {() => Json} read */
  const register = (read) => form.controls.set(`${blockId}/${actionId}`, () => ({ type, ...read() }))
  /** @param {Json} chosen */
  const changed = (chosen) => {
    if (tells) form.act(blockId, actionId, chosen)
  }

  switch (type) {
    case 'button':
      return button(element, () => form.act(blockId, actionId))
    case 'icon_button':
      return button({ ...element, text: element.text }, () => form.act(blockId, actionId), 'button quiet')
    case 'feedback_buttons':
      return el(
        'span',
        { class: 'feedback' },
        ...feedback(element, (chosen) => form.act(blockId, actionId, chosen)),
      )
    case 'overflow':
      return overflow(element, (chosen) => form.act(blockId, actionId, chosen))
    case 'static_select':
      return select(
        optionsOf(element),
        put.selected_option?.value ?? null,
        'selected_option',
        (option) => option.given,
      )
    case 'users_select':
      return select(named(form.people), put.selected_user, 'selected_user', (option) => option.value)
    case 'channels_select':
      return select(named(form.channels), put.selected_channel, 'selected_channel', (option) => option.value)
    case 'conversations_select':
      return select(
        named(form.channels),
        put.selected_conversation,
        'selected_conversation',
        (option) => option.value,
      )
    case 'multi_static_select':
      return several(
        optionsOf(element),
        valuesIn(put.selected_options),
        'selected_options',
        (option) => option.given,
      )
    case 'multi_users_select':
      return several(named(form.people), put.selected_users ?? [], 'selected_users', (option) => option.value)
    case 'multi_channels_select':
      return several(
        named(form.channels),
        put.selected_channels ?? [],
        'selected_channels',
        (option) => option.value,
      )
    case 'multi_conversations_select':
      return several(
        named(form.channels),
        put.selected_conversations ?? [],
        'selected_conversations',
        (option) => option.value,
      )
    case 'checkboxes':
      return choices('checkbox', valuesIn(put.selected_options))
    case 'radio_buttons':
      return choices('radio', put.selected_option ? [put.selected_option.value] : [])
    case 'datepicker':
      return picker('date', 'selected_date', put.selected_date)
    case 'timepicker':
      return picker('time', 'selected_time', put.selected_time)
    case 'datetimepicker':
      return dateTime(put.selected_date_time)
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return written()
    default:
      return el('span', { class: 'muted' }, `[${type}: this local workspace does not show it]`)
  }

  /**
   * @param {readonly Option[]} options @param {string | null | undefined} chosen @param {string} key
   * @param {(option: Option) => unknown} asChosen
   */
  function select(options, chosen, key, asChosen) {
    const node = el('select', { ...common, onchange: () => changed(read()) })
    node.append(el('option', { value: '' }, textOf(element.placeholder) || 'Choose …'))
    /** @type {Map<string, HTMLOptGroupElement>} */
    const groups = new Map()
    for (const option of options) {
      const item = el('option', { value: option.value, selected: option.value === chosen }, option.label)
      if (option.group === undefined) node.append(item)
      else {
        const group = groups.get(option.group) ?? el('optgroup', { label: option.group })
        if (!groups.has(option.group)) node.append(group)
        groups.set(option.group, group)
        group.append(item)
      }
    }
    const read = () => {
      const option = options.find((other) => other.value === node.value)
      return { [key]: option ? asChosen(option) : null }
    }
    register(read)
    return node
  }

  /**
   * @param {readonly Option[]} options @param {readonly string[]} chosen @param {string} key
   * @param {(option: Option) => unknown} asChosen
   */
  function several(options, chosen, key, asChosen) {
    const summary = el('summary', { 'aria-label': label, id })
    const boxes = options.map((option) => {
      const box = el('input', {
        type: 'checkbox',
        value: option.value,
        checked: chosen.includes(option.value),
      })
      return { option, box, node: el('label', { class: 'choice' }, box, el('span', {}, option.label)) }
    })
    const read = () => ({
      [key]: boxes.filter(({ box }) => box.checked).map(({ option }) => asChosen(option)),
    })
    const count = () => {
      const names = boxes.filter(({ box }) => box.checked).map(({ option }) => option.label)
      summary.textContent = names.length > 0 ? names.join(', ') : textOf(element.placeholder) || 'Choose …'
    }
    for (const { box } of boxes) {
      box.addEventListener('change', () => {
        count()
        changed(read())
      })
    }
    count()
    register(read)
    return el(
      'details',
      { class: 'several', 'data-action': actionId },
      summary,
      el('div', {}, ...boxes.map(({ node }) => node)),
    )
  }

  /** @param {'checkbox' | 'radio'} kind @param {readonly string[]} chosen */
  function choices(kind, chosen) {
    const name = `${blockId}-${actionId}`
    const boxes = optionsOf(element).map((option) => {
      const box = el('input', {
        type: kind,
        name,
        value: option.value,
        checked: chosen.includes(option.value),
        onchange: () => changed(read()),
      })
      const description = textObject(option.given.description, form.names)
      const words = el('span', {}, ...textObject(option.given.text, form.names))
      if (description.length > 0) words.append(el('span', { class: 'hint' }, ...description))
      return { option, box, node: el('label', { class: 'choice' }, box, words) }
    })
    const read = () => {
      const given = boxes.filter(({ box }) => box.checked).map(({ option }) => option.given)
      return kind === 'checkbox' ? { selected_options: given } : { selected_option: given[0] ?? null }
    }
    register(read)
    return el(
      'div',
      {
        ...common,
        role: kind === 'radio' ? 'radiogroup' : 'group',
        class: 'choices',
        'aria-labelledby': id && `${id}-label`,
      },
      ...boxes.map(({ node }) => node),
    )
  }

  /** @param {'date' | 'time'} kind @param {string} key @param {string | null} [value] */
  function picker(kind, key, value) {
    const node = el('input', { ...common, type: kind, value: value ?? '', onchange: () => changed(read()) })
    const read = () => ({ [key]: node.value || null })
    register(read)
    return node
  }

  /** @param {number | null} [seconds] */
  function dateTime(seconds) {
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

  function written() {
    const attributes = {
      ...common,
      placeholder: textOf(element.placeholder) || undefined,
      minlength: element.min_length === undefined ? undefined : Number(element.min_length),
      maxlength: element.max_length === undefined ? undefined : Number(element.max_length),
    }
    const kinds = /** @type {Record<string, string>} */ ({
      number_input: 'number',
      email_text_input: 'email',
      url_text_input: 'url',
    })
    const node = element.multiline
      ? el('textarea', { ...attributes, rows: 4 })
      : el('input', {
          ...attributes,
          type: kinds[type] ?? 'text',
          step: element.is_decimal_allowed ? 'any' : undefined,
        })
    node.value = put.value ?? ''
    const read = () => ({ value: node.value === '' ? null : node.value })
    const config = /** @type {{ trigger_actions_on?: string[] } | undefined} */ (
      element.dispatch_action_config
    )
    if (config?.trigger_actions_on?.includes('on_character_entered'))
      node.addEventListener('input', () => changed(read()))
    else if (!element.multiline) {
      node.addEventListener('keydown', (event) => {
        if (/** @type {KeyboardEvent} */ (event).key !== 'Enter' || !tells) return
        event.preventDefault()
        changed(read())
      })
    }
    register(read)
    return node
  }
}

/** @param {Json} element @param {() => void} act @param {string} [look] @returns {HTMLElement} */
function button(element, act, look = `button ${element.style ?? ''}`) {
  const click = async () => {
    if (!element.confirm || (await askConfirmation(/** @type {Json} */ (element.confirm)))) act()
  }
  const attributes = {
    class: look,
    'data-action': String(element.action_id),
    'aria-label': typeof element.accessibility_label === 'string' ? element.accessibility_label : undefined,
    onclick: click,
  }
  const url = safeUrl(element.url)
  if (url)
    return el(
      'a',
      { ...attributes, href: url, target: '_blank', rel: 'noopener noreferrer' },
      ...textObject(element.text, noNames),
    )
  return el('button', { type: 'button', ...attributes }, ...textObject(element.text, noNames))
}

/** @param {Json} element @param {(chosen: Json) => void} act @returns {HTMLElement[]} */
function feedback(element, act) {
  const sides = /** @type {const} */ ([
    ['positive_button', 'up'],
    ['negative_button', 'down'],
  ])
  return sides.map(([key, shape]) => {
    const side = /** @type {Json} */ (element[key])
    const node = el(
      'button',
      {
        type: 'button',
        class: 'button quiet',
        'data-action': String(element.action_id),
        title: textOf(side.text),
        'aria-label': textOf(side.accessibility_label) || textOf(side.text),
      },
      icon(shape),
    )
    node.addEventListener('click', () => {
      node.setAttribute('aria-pressed', 'true')
      act({ value: side.value, text: side.text })
    })
    return node
  })
}

/** @param {Json} element @param {(chosen: Json) => void} act */
function overflow(element, act) {
  const menu = el('details', { class: 'menu', 'data-action': String(element.action_id) })
  const items = optionsOf(element).map((option) => {
    const choose = () => {
      menu.open = false
      menu.querySelector('summary')?.focus()
      act({ selected_option: option.given })
    }
    return el('button', { type: 'button', class: 'menu-item', onclick: choose }, option.label)
  })
  menu.append(
    el('summary', { class: 'button quiet', 'aria-label': 'More actions' }, icon('more')),
    el('div', {}, ...items),
  )
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    event.stopPropagation()
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false
  })
  return menu
}

/** @typedef {{ value: string, label: string, group?: string, given: Json }} Option */

/** @param {Json} element @returns {readonly Option[]} */
function optionsOf(element) {
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
function named(things) {
  return things.map(({ id, name }) => ({ value: id, label: name, given: { value: id } }))
}

/** @param {unknown} options @returns {readonly string[]} */
function valuesIn(options) {
  return list(options).map((option) => String(option.value))
}

/** @param {unknown} text a text object or text */
export function textOf(text) {
  if (typeof text === 'string') return text
  const inside = /** @type {{ text?: unknown } | undefined} */ (text)?.text
  return typeof inside === 'string' ? withEmoji(inside) : ''
}

/** A button's text is plain: it names nobody. @type {import('./text.js').Names} */
const noNames = { person: () => undefined, channel: () => undefined, isMe: () => false }
