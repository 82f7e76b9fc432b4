import { z } from 'zod'
import type { Channel, Json, Person } from '../records.ts'
import { ActError } from './acts/act-error.ts'
import type { ActParts } from './acts/act-parts.ts'
import { click } from './acts/click.ts'
import { closeModal, submit } from './acts/modal.ts'
import { openTab } from './acts/open-tab.ts'
import { runSlashCommand } from './acts/run-slash-command.ts'
import { say } from './acts/say.ts'
import type { SettableClock } from './state/settable-clock.ts'

const values = z.record(z.string(), z.record(z.string(), z.looseObject({})))
const place = z.union([
  z.strictObject({ channel: z.string(), ts: z.string() }),
  z.strictObject({ view: z.string() }),
])

/** What the page may ask for, act by act. */
export const pageActSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('say'),
    channel: z.string(),
    text: z.string().max(12_000),
    thread: z.string().optional(),
  }),
  z.strictObject({
    act: z.literal('command'),
    channel: z.string(),
    command: z.string(),
    text: z.string().max(12_000),
    thread: z.string().optional(),
  }),
  z.strictObject({
    act: z.literal('act'),
    place,
    actionId: z.string(),
    blockId: z.string().optional(),
    chosen: z.looseObject({}).optional(),
    values: values.optional(),
  }),
  z.strictObject({ act: z.literal('submit'), view: z.string(), values }),
  z.strictObject({ act: z.literal('closeView'), view: z.string() }),
  z.strictObject({ act: z.literal('openTab'), tab: z.literal('messages') }),
  z.strictObject({ act: z.literal('skip'), to: z.int() }),
])

type PageAct = z.infer<typeof pageActSchema>

/** Whether it may open a modal that is not on top of another one. */
export const mayOpen = (act: PageAct) =>
  act.act === 'command' || (act.act === 'act' && 'channel' in act.place)

const maxSkipMs = 31 * 24 * 60 * 60_000

/** Does what the person at the page asks for; gives what the page is to know of it. @throws {ActError} */
export function createPageActs(
  parts: ActParts,
  clock: SettableClock,
): (person: Person, act: PageAct) => Promise<Json | undefined> {
  const { state } = parts
  let skipping = false

  async function skip(to: number): Promise<void> {
    const now = state.now()
    if (to <= now) throw new ActError('The clock can only be set forward.')
    if (to > now + maxSkipMs) throw new ActError('The clock can be set forward by a month at most.')
    if (skipping) throw new ActError('The clock is on its way already.')
    skipping = true
    try {
      await clock.skipTo(to)
    } finally {
      skipping = false
      state.clockSet()
    }
  }

  function channelOf(person: Person, id: string): Channel {
    const channel = state.channelsOf(person.id).find((other) => other.id === id)
    if (!channel) throw new ActError('You are not in this channel.')
    return channel
  }

  return async (person, act) => {
    const saidIn = ({ channel, text, thread }: Extract<PageAct, { act: 'say' | 'command' }>) => ({
      channel: channelOf(person, channel),
      typed: text,
      thread,
    })
    switch (act.act) {
      case 'say':
        return say({ person, ...saidIn(act) }, parts)
      case 'command':
        await runSlashCommand({ person, name: act.command, ...saidIn(act) }, parts)
        return undefined
      case 'act':
        await click(person, act, parts)
        return undefined
      case 'submit':
        return { ...(await submit({ person, viewId: act.view, values: act.values }, parts)) }
      case 'closeView':
        closeModal(person, act.view, parts)
        return undefined
      case 'openTab':
        openTab(person, act.tab, parts)
        return undefined
      case 'skip':
        await skip(act.to)
        return undefined
    }
  }
}
