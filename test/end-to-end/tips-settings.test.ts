import { describe, expect, test } from 'vitest'
import { createClock } from '../../src/tips/clock.ts'
import type { View } from '../../src/workspace/records.ts'
import type { Timing } from '../../src/workspace/server/envelopes.ts'
import { givingUp } from '../helpers/give-up.ts'
import { type OpenHallway, openHallway, seen } from './open-hallway.ts'

/** Always Monday, 23 November 2026, at noon in London. */
const mondayNoon = { ...createClock(), now: () => Date.UTC(2026, 10, 23, 12) }

async function open(channel = '#talks', timing?: Partial<Timing>) {
  const opened = await openHallway({ clock: mondayNoon, timing })
  await opened.workspace.command('/talks', 'tips', channel)
  const key = { teamId: opened.workspace.teamId, channelId: opened.workspace.channel(channel).id }
  return { ...opened, view: await modal(opened), subscription: () => opened.store.tipSubscription(key) }
}

const modal = ({ workspace }: Pick<OpenHallway, 'workspace'>, is: (view: View) => boolean = () => true) =>
  workspace.until(() => workspace.views().find(is), 'the settings')

interface Option {
  readonly text: { readonly text: string }
  readonly value: string
}

interface Input {
  readonly block_id: string
  readonly element: {
    readonly options?: readonly Option[]
    readonly option_groups?: readonly { readonly options: readonly Option[] }[]
  }
}

/** The option of an input that people see under this name. */
function option(view: View, block: string, name: string): Option {
  const { element } = (view.blocks as unknown as readonly Input[]).find(({ block_id }) => block_id === block)!
  const all = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap(({ options }) => options)]
  return all.find(({ text }) => text.text === name)!
}

const choose = (view: View, block: string, name: string) => ({
  [block]: { [block]: { type: 'static_select', selected_option: option(view, block, name) } },
})

const inputs = (view: View) =>
  view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id)

async function drawFrom(
  opened: Awaited<ReturnType<typeof open>>,
  name: string,
  input: string,
): Promise<View> {
  const selected_option = option(opened.view, 'source', name)
  await opened.workspace.click(opened.view, 'tip_source', { chosen: { selected_option } })
  return modal(opened, (view) => inputs(view).includes(input))
}

describe('/talks tips', () => {
  test('opens the settings, with what most people want', async () => {
    const { view, workspace } = await open()
    expect(view.title?.text).toBe('Daily tips')
    expect(seen({ blocks: view.blocks.slice(0, 1), text: '' })).toBe(
      `One takeaway of one talk a day, in #${workspace.channel('#talks').id}.`,
    )
    expect(inputs(view)).toEqual([
      'state',
      'time',
      'zone',
      'weekdays',
      'weeks',
      'holidays',
      'daysOff',
      'pausedUntil',
      'source',
    ])
    expect(view.state.values).toMatchObject({
      state: { state: { selected_option: { value: 'on' } } },
      time: { time: { selected_time: '09:00' } },
      zone: { zone: { selected_option: { value: Intl.DateTimeFormat().resolvedOptions().timeZone } } },
      weekdays: { weekdays: { selected_options: { length: 5 } } },
      holidays: { holidays: { selected_option: null } },
    })
  })

  test('opens them with UTC where Slack asks to wait before it says in which zone the person is', async () => {
    const timeIsUp = givingUp(1_900)
    const { workspace, log } = await openHallway({ clock: mondayNoon })
    workspace.fail('users.info', { status: 429, retryAfter: 60 })
    await workspace.command('/talks', 'tips', '#talks')
    await expect.poll(() => log.join('\n')).toContain('users.info is tried again in 60 s')
    timeIsUp()
    const view = await modal({ workspace })
    expect(view.state.values).toMatchObject({ zone: { zone: { selected_option: { value: 'UTC' } } } })
  })

  test('saves what is chosen, says so privately, and shows it when opened again', async () => {
    const opened = await open()
    const { workspace, view, subscription, privateReply } = opened
    const result = await workspace.submit(view, {
      time: { time: { type: 'timepicker', selected_time: '09:30' } },
      ...choose(view, 'zone', 'America/New York (EDT, EST)'),
      ...choose(view, 'holidays', 'California, United States'),
      weekdays: {
        weekdays: {
          type: 'checkboxes',
          selected_options: [option(view, 'weekdays', 'Monday'), option(view, 'weekdays', 'Friday')],
        },
      },
    })
    expect(result).toEqual({ errors: {} })
    expect(seen(await privateReply('#talks'))).toBe(
      '**Daily tips are on.** Mondays and Fridays at 9:30 (America/New_York), except public holidays in ' +
        'California, United States, from all notes. Next: Monday 23 November, 9:30.\n(Settings)',
    )
    expect(await subscription()).toMatchObject({
      state: 'on',
      setUpBy: workspace.you.id,
      settings: {
        time: '09:30',
        zone: 'America/New_York',
        weekdays: [1, 5],
        skipHolidays: { country: 'US', region: 'CA' },
        filter: { kind: 'all' },
      },
    })
    await workspace.command('/talks', 'tips', '#talks')
    expect((await modal(opened)).state.values).toMatchObject({
      time: { time: { selected_time: '09:30' } },
      holidays: { holidays: { selected_option: { value: 'US-CA' } } },
    })
  })

  test('takes days off, a pause and every other week, and says what is wrong with them under each', async () => {
    const { workspace, view, subscription, privateReply } = await open()
    const daysOff = (value: string) => ({ daysOff: { daysOff: { type: 'plain_text_input', value } } })
    const pause = (selected_date: string) => ({
      pausedUntil: { pausedUntil: { type: 'datepicker', selected_date } },
    })
    const wrong = await workspace.submit(view, { ...daysOff('24 Dec, 5/1'), ...pause('2026-11-20') })
    expect(wrong).toEqual({
      errors: {
        daysOff: expect.stringMatching(/^“5\/1” may be Tuesday 5 January 2027 or Saturday 1 May 2027\./),
        pausedUntil: 'That day is over. Choose one to come, or today to end the pause.',
      },
    })
    expect(await subscription()).toBeUndefined()
    const weeks = { selected_option: option(view, 'weeks', 'Every other week, from the next one on') }
    await workspace.submit(view, {
      ...daysOff('24 Dec to 1 Jan, 6 Jan'),
      ...pause('2026-12-10'),
      weeks: { weeks: { type: 'radio_buttons', ...weeks } },
    })
    expect(seen(await privateReply('#talks'))).toMatch(
      /^\*\*Daily tips are paused until Thursday 10 December 2026/,
    )
    expect(await subscription()).toMatchObject({
      settings: {
        everyOtherWeek: '2026-11-30',
        pausedUntil: '2026-12-10',
        daysOff: [
          { first: '2026-12-24', last: '2027-01-01' },
          { first: '2027-01-06', last: '2027-01-06' },
        ],
      },
    })
  })

  test('switches off', async () => {
    const { workspace, view, subscription, privateReply } = await open()
    await workspace.submit(view, choose(view, 'state', 'Off'))
    expect(seen(await privateReply('#talks'))).toMatch(/^\*\*Daily tips are off\.\*\*/)
    expect(await subscription()).toMatchObject({ state: 'off' })
  })

  test('in a channel that Hallway is not in, tells the person in a direct message what to do', async () => {
    const { workspace, view, subscription } = await open('#random')
    await workspace.submit(view)
    const [told] = await workspace.until(() => {
      const messages = workspace.messages('dm')
      return messages.length > 0 && messages
    }, 'a direct message')
    expect(seen(told!)).toContain('so nothing can appear there: type /invite @Hallway there.')
    expect(await subscription()).toMatchObject({ state: 'on' })
  })

  test('says under the input that there is no calendar of a region that another version offered', async () => {
    const { workspace, view, subscription } = await open('#talks')
    for (const value of ['US-ZZ', 'XX']) {
      const selected_option = { text: { type: 'plain_text', text: 'Atlantis' }, value }
      const result = await workspace.submit(view, {
        holidays: { holidays: { type: 'static_select', selected_option } },
      })
      expect(result).toEqual({
        errors: { holidays: expect.stringMatching(/^I have no calendar of that country or region any more/) },
      })
      expect(await subscription()).toBeUndefined()
    }
  })

  test('keeps the modal open, and what was put in, where the store cannot save', async () => {
    const ackMillis = 31_415
    const giveUp = givingUp(ackMillis)
    const { workspace, view, store } = await open('#talks', { ackMillis })
    const save = store.saveTipSubscription
    Object.assign(store, { saveTipSubscription: () => Promise.reject(new Error('The disk is full')) })
    const submitted = expect(workspace.submit(view)).rejects.toThrow('did not respond')
    await workspace.until(() => workspace.messages('dm').length === 1, 'an apology')
    giveUp()
    await submitted
    Object.assign(store, { saveTipSubscription: save })
    expect(workspace.views()).toHaveLength(1)
  })
})

describe('what to draw from', () => {
  test('an event, by its name', async () => {
    const opened = await open()
    const view = await drawFrom(opened, 'One event', 'event')
    await opened.workspace.submit(view, choose(view, 'event', 'HarbourConf 2019'))
    expect(await opened.subscription()).toMatchObject({
      settings: { filter: { kind: 'event', event: 'harbour-2019' } },
    })
  })

  test('tags, of which one that no talk has is said under the input', async () => {
    const opened = await open()
    const view = await drawFrom(opened, 'Talks with certain tags', 'tags')
    const tags = (value: string) => ({ tags: { tags: { type: 'plain_text_input', value } } })
    expect(await opened.workspace.submit(view, tags('rigging, knotz'))).toEqual({
      errors: { tags: 'No talk with takeaways has the tag “knotz”. Did you mean “knots”?' },
    })
    expect(await opened.subscription()).toBeUndefined()
    expect(await opened.workspace.submit(view, tags('#rigging, knots'))).toEqual({ errors: {} })
    expect(await opened.subscription()).toMatchObject({
      settings: { filter: { kind: 'tags', tags: ['rigging', 'knots'] } },
    })
  })

  test('speakers; nobody at all is refused', async () => {
    const opened = await open()
    const view = await drawFrom(opened, 'Talks by certain speakers', 'speakers')
    const speakers = (value: string) => ({ speakers: { speakers: { type: 'plain_text_input', value } } })
    expect(await opened.workspace.submit(view, speakers(' , '))).toEqual({
      errors: { speakers: 'Name a speaker, or several with commas between.' },
    })
    expect(await opened.workspace.submit(view, speakers('quay'))).toEqual({ errors: {} })
    expect(await opened.subscription()).toMatchObject({
      settings: { filter: { kind: 'speakers', speakers: ['Bo Quay'] } },
    })
  })

  test('of tips that are off, a name that no talk has is saved, and the confirmation says so', async () => {
    const opened = await open()
    const view = await drawFrom(opened, 'Talks with certain tags', 'tags')
    const tags = { tags: { tags: { type: 'plain_text_input', value: 'knotz' } } }
    await opened.workspace.submit(view, { ...choose(view, 'state', 'Off'), ...tags })
    expect(seen(await opened.privateReply('#talks'))).toContain(
      'from talks about knotz. No talk with takeaways has the tag “knotz”. Did you mean “knots”?',
    )
    expect(await opened.subscription()).toMatchObject({ state: 'off' })
  })

  test('the choice leaves the other inputs as they are', async () => {
    const opened = await open()
    const selected_option = option(opened.view, 'source', 'One event')
    const values = { time: { time: { type: 'timepicker', selected_time: '16:45' } } }
    await opened.workspace.click(opened.view, 'tip_source', { chosen: { selected_option }, values })
    const view = await modal(opened, (changed) => inputs(changed).includes('event'))
    expect(view.state.values).toMatchObject({ time: { time: { selected_time: '16:45' } } })
  })
})
