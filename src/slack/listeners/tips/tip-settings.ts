import type {
  AllMiddlewareArgs,
  BlockAction,
  Middleware,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import { z } from 'zod'
import { dateIn } from '../../../calendar/in-zone.ts'
import type { TipChannel } from '../../../store/store.ts'
import { parseJson } from '../../../text/parse-json.ts'
import { UnknownAreaError } from '../../../tips/settings/holidays.ts'
import { defaultTipSettings } from '../../../tips/settings/settings.ts'
import { asTimeZone } from '../../../tips/settings/time-zone.ts'
import type { Requester, TipDesk } from '../../../tips/tip-desk.ts'
import type { Message } from '../../blocks/message.ts'
import { buildTipSettingsView, type TipSettingsFacts, tipSettingsId } from '../../blocks/tip-settings-view.ts'
import { personZoneSoon } from '../../client/person-zone.ts'
import { onButton } from '../on-button.ts'
import { confirmTips } from './confirm-tips.ts'
import { tellOutdated } from './outdated-view.ts'
import { checkTipForm, fillTipForm, readTipForm } from './tip-settings-form.ts'

type SettingsSurroundings = Pick<AllMiddlewareArgs, 'client' | 'logger'> & { readonly desk: TipDesk }

/** Opens the settings of a channel's tips, filled with what holds now. */
export async function openTipSettings(
  { speaker, triggerId }: { readonly speaker: Requester; readonly triggerId: string },
  { client, logger, desk }: SettingsSurroundings,
): Promise<void> {
  const { standing, facts } = await look(
    speaker.channel,
    personZoneSoon({ client, logger }, speaker.userId),
    desk,
  )
  const settings = standing.state === 'none' ? defaultTipSettings(facts.zone, 0) : standing.settings
  // Whoever opens the settings of tips that nobody set up, or that stopped by themselves, wants them to run.
  const form = fillTipForm(settings, {
    on: standing.state !== 'off',
    events: facts.corpus.events,
    today: facts.today,
  })
  await client.views.open({ trigger_id: triggerId, view: buildTipSettingsView(form, facts) })
}

/** "Settings", under what Hallway says about tips. */
export function tipSettingsOpened(desk: TipDesk) {
  return onButton(
    ({ channel }) => channel,
    async (channel, { click, client, logger }) => {
      const speaker = { channel, userId: click.userId, request: click.triggerId }
      await openTipSettings({ speaker, triggerId: click.triggerId }, { client, logger, desk })
    },
  )
}

/** What to draw from was chosen: the input that the choice needs follows it. */
export function tipSource(desk: TipDesk): Middleware<SlackActionMiddlewareArgs<BlockAction>> {
  return async ({ ack, body, client }) => {
    await ack()
    const submitted = readView(body)
    if (submitted === undefined) return tellOutdated(body, client)
    const { viewId, channel, zone, form } = submitted
    const { facts } = await look(channel, zone, desk)
    await client.views.update({ view_id: viewId, view: buildTipSettingsView(form, facts) })
  }
}

/** "Save": either what is wrong stands under its input, or the settings hold and are confirmed. */
export function tipSettingsSaved(desk: TipDesk): Middleware<SlackViewMiddlewareArgs<ViewSubmitAction>> {
  return async ({ ack, body, client }) => {
    const submitted = readView(body)
    if (submitted === undefined) {
      await ack()
      return tellOutdated(body, client)
    }
    const { channel, userId, form, request } = submitted
    const checked = checkTipForm(form, { tips: await desk.tips(), now: desk.now() })
    if ('errors' in checked) return ack({ response_action: 'errors', errors: checked.errors })
    // Saved before the acknowledgement, which closes the modal: if it fails, the person's inputs are not lost.
    const speaker = { channel, userId, request }
    const saved = await saveKnown(() => desk.save(speaker, form.on ? 'on' : 'off', checked.settings))
    if (saved === undefined) return ack({ response_action: 'errors', errors: { holidays: unknownArea } })
    await ack()
    const elsewhere = (message: Message) => client.chat.postMessage({ ...message, channel: userId })
    await confirmTips({ speaker, saved }, { client, desk, elsewhere })
  }
}

/** Undefined if there is no calendar of the area whose holidays are to be skipped: another version offered it. */
async function saveKnown<Result>(save: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await save()
  } catch (error) {
    if (error instanceof UnknownAreaError) return undefined
    throw error
  }
}

const unknownArea = 'I have no calendar of that country or region any more. Choose another, or none.'

async function look(channel: TipChannel, ownZone: string | Promise<string>, desk: TipDesk) {
  const [standing, areas, zone] = await Promise.all([desk.standing(channel), desk.holidayAreas(), ownZone])
  const facts: TipSettingsFacts = {
    channelId: channel.channelId,
    zone,
    today: dateIn(standing.state === 'none' ? zone : standing.settings.zone, desk.now()),
    areas,
    corpus: desk.corpus(),
    paused: standing.state === 'paused' ? standing.reason : undefined,
  }
  return { standing, facts }
}

const payload = z.object({
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  view: z.object({
    id: z.string(),
    callback_id: z.literal(tipSettingsId),
    private_metadata: z.string(),
    state: z.object({ values: z.unknown() }),
  }),
})
const metadata = z.object({
  channelId: z.string(),
  zone: z.string().refine((zone) => asTimeZone(zone) !== undefined),
})

/** What stands in the modal; undefined if it is not one that this version opens. */
function readView(body: unknown) {
  const read = payload.safeParse(body).data
  const about = metadata.safeParse(parseJson(read?.view.private_metadata ?? '')).data
  const form = readTipForm(read?.view.state.values)
  if (read === undefined || about === undefined || form === undefined) return undefined
  const channel = { teamId: read.team.id, channelId: about.channelId }
  return {
    viewId: read.view.id,
    userId: read.user.id,
    request: read.trigger_id,
    zone: about.zone,
    channel,
    form,
  }
}
