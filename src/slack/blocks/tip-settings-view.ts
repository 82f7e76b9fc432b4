import type { types } from '@slack/bolt'
import { dayNames, type Weekday } from '../../calendar/day-names.ts'
import { addDays, mondayOf } from '../../calendar/days.ts'
import type { Corpus } from '../../notes/corpus.ts'
import { areaCode, type NamedArea } from '../../tips/settings/holidays.ts'
import { abbreviationsOf } from '../../tips/settings/zone-by-name.ts'
import type { TipFilter } from '../../tips/tip.ts'
import { actionIds } from './buttons-and-values.ts'
import { limits } from './limits.ts'
import {
  channelElement,
  fitLine,
  type Inline,
  plainElement,
  richTextBlocks,
  sectionElement,
  withCode,
} from './message.ts'
import {
  controlOption,
  controlText,
  grouped,
  type OptionGroup,
  selectMenu,
  withChosen,
  withSeveralChosen,
} from './selects.ts'

/** What stands in the inputs, complete or not. */
export interface TipForm {
  readonly on: boolean
  readonly time: string | undefined
  readonly zone: string | undefined
  readonly weekdays: readonly Weekday[]
  /** `every`, or the Monday of a week with tips of every other one. */
  readonly weeks: string
  /** As written. */
  readonly daysOff: string
  /** `YYYY-MM-DD`. */
  readonly pausedUntil: string | undefined
  /** As `areaCode` has it. */
  readonly holidays: string | undefined
  readonly source: TipFilter['kind']
  readonly event: string | undefined
  /** As typed, with commas between. */
  readonly tags: string
  readonly speakers: string
}

/** What the choices are made from. */
export interface TipSettingsFacts {
  readonly channelId: string
  /** The person's own time zone, which is offered first. */
  readonly zone: string
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly areas: readonly NamedArea[]
  readonly corpus: Pick<Corpus, 'events'>
  /** Why the tips are paused, if they are. */
  readonly paused?: string | undefined
}

export const tipSettingsId = 'tip_settings'

/** The settings of one channel's tips, as a modal. Each input's block and action are named for its field. */
export function buildTipSettingsView(form: TipForm, facts: TipSettingsFacts): types.ModalView {
  return {
    type: 'modal',
    callback_id: tipSettingsId,
    private_metadata: JSON.stringify({ channelId: facts.channelId, zone: facts.zone }),
    title: controlText('Daily tips'),
    submit: controlText('Save'),
    close: controlText('Cancel'),
    blocks: [
      ...richTextBlocks(
        sectionElement(...where(facts.channelId)),
        sectionElement(...withCode(facts.paused ?? '')),
      ),
      input('state', 'Tips', { type: 'radio_buttons', ...withChosen(states, form.on ? 'on' : 'off') }),
      input('time', 'Time of day', {
        type: 'timepicker',
        ...(form.time !== undefined && { initial_time: form.time }),
      }),
      input('zone', 'Time zone', selectMenu(zoneGroups(facts.zone, form.zone), form.zone)),
      input('weekdays', 'Days', {
        type: 'checkboxes',
        options: weekdays,
        ...withSeveralChosen(weekdays, form.weekdays.map(String)),
      }),
      input('weeks', 'Weeks', { type: 'radio_buttons', ...withChosen(weeksFrom(facts.today), form.weeks) }),
      optional(
        input('holidays', 'Skip the public holidays of', {
          ...selectMenu(groupedByLetter(facts.areas), form.holidays),
          placeholder: controlText('No country: post on holidays too'),
        }),
      ),
      optional(
        input('daysOff', 'Days off', written(form.daysOff, 'e.g. 24 Dec to 1 Jan, 6 Jan', maxDaysOffLength)),
      ),
      optional(
        input('pausedUntil', 'Paused until', {
          type: 'datepicker',
          placeholder: controlText('No pause'),
          ...(form.pausedUntil !== undefined && { initial_date: form.pausedUntil }),
        }),
      ),
      {
        ...input(
          'source',
          'Draw from',
          { type: 'radio_buttons', ...withChosen(sources, form.source) },
          actionIds.tipSource,
        ),
        dispatch_action: true,
      },
      ...sourceInput(form, facts),
    ],
  }
}

/** The choice that a source of tips needs. */
function sourceInput(form: TipForm, { corpus }: TipSettingsFacts): readonly types.InputBlock[] {
  switch (form.source) {
    case 'all':
      return []
    case 'event':
      return [input('event', 'Event', eventElement(form, corpus))]
    case 'tags':
      return [input('tags', 'Tags', written(form.tags, 'e.g. two tags, with a comma between'))]
    case 'speakers':
      return [input('speakers', 'Speakers', written(form.speakers, 'e.g. two names, with a comma between'))]
  }
}

function where(channelId: string): readonly Inline[] {
  return channelId.startsWith('D')
    ? [plainElement('One takeaway of one talk a day, for you, in this direct message.')]
    : [plainElement('One takeaway of one talk a day, in '), channelElement(channelId), plainElement('.')]
}

const states = [controlOption('On', 'on'), controlOption('Off', 'off')]
const weekdays = dayNames.map((day, index) => controlOption(day, String(index + 1)))

const weeksFrom = (today: string) => [
  controlOption('Every week', 'every'),
  controlOption('Every other week, this one included', mondayOf(today)),
  controlOption('Every other week, from the next one on', addDays(mondayOf(today), 7)),
]

/** Enough for the largest number of days off. */
const maxDaysOffLength = 3000
const sources = [
  controlOption('All notes', 'all'),
  controlOption('One event', 'event'),
  controlOption('Talks with certain tags', 'tags'),
  controlOption('Talks by certain speakers', 'speakers'),
]

type InputElement = types.InputBlock['element']

function input(name: string, label: string, element: InputElement, actionId = name): types.InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: controlText(label),
    element: { ...element, action_id: actionId },
  }
}

const optional = (block: types.InputBlock): types.InputBlock => ({ ...block, optional: true })

function written(value: string, placeholder: string, maxLength = 500): types.PlainTextInput {
  return {
    type: 'plain_text_input',
    max_length: maxLength,
    placeholder: controlText(placeholder),
    ...(value !== '' && { initial_value: value.slice(0, maxLength) }),
  }
}

/** The other inputs take half of what a view may: zones and countries are many. */
const maxMenuBytes = limits.viewBytes / 2

/** A menu, unless there are more events than it has room for, or none: then one is named. */
function eventElement({ event = '' }: TipForm, corpus: Pick<Corpus, 'events'>): InputElement {
  const groups = eventGroups(corpus)
  const isFitting = groups.length > 0 && Buffer.byteLength(JSON.stringify(groups)) < maxMenuBytes
  return isFitting ? selectMenu(groups, event) : written(event, 'The name of an event')
}

function eventGroups({ events }: Pick<Corpus, 'events'>): readonly OptionGroup[] {
  const options = events
    .filter(({ id }) => id.length <= limits.optionValue)
    .map(({ id, name }) => controlOption(fitLine(name, limits.buttonText) || id, id))
  return grouped(options, () => 'Events')
}

/** All zones by region, the likely ones first. No zone comes twice. */
function zoneGroups(own: string, present: string | undefined): readonly OptionGroup[] {
  const likely = [...new Set([own, present ?? own, 'UTC'])]
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !likely.includes(zone))
  return [
    { label: controlText('Yours'), options: likely.map(zoneOption) },
    ...grouped(others.map(zoneOption), ({ value }) => value?.split('/')[0] ?? ''),
  ]
}

/** `America/New York (EST, EDT)`: typing an abbreviation finds every zone that it may mean. */
function zoneOption(zone: string) {
  const abbreviations = abbreviationsOf(zone)
  const known = abbreviations.length === 0 ? '' : ` (${abbreviations.join(', ')})`
  return controlOption(`${zone.replaceAll('_', ' ')}${known}`, zone)
}

function groupedByLetter(areas: readonly NamedArea[]): readonly OptionGroup[] {
  const letter = ({ text: { text: name } }: types.PlainTextOption) =>
    name.normalize('NFKD').charAt(0).toUpperCase()
  return grouped(
    areas
      .map((area) => controlOption(area.name, areaCode(area)))
      .toSorted((a, b) => a.text.text.localeCompare(b.text.text, 'en')),
    letter,
  )
}
