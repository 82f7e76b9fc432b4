import { z } from 'zod'
import { StoreError } from '../../../store/store-error.ts'
import { parseJson } from '../../../text/parse-json.ts'
import type { TipDesk } from '../../../tips/tip-desk.ts'
import { instruction, type Message } from '../../blocks/message.ts'
import type { RequestSource } from './request-source.ts'

/**
 * What to say instead of an apology if the request was to save the settings of the daily tips, and they were saved: then
 * something failed after that. Undefined if nothing was saved, or nobody can tell.
 */
export async function savedAllTheSame(
  source: RequestSource,
  desk: Pick<TipDesk, 'isSaved'>,
): Promise<Message | undefined> {
  const channelId = source.channel?.id ?? source.channel_id ?? source.event?.channel ?? channelOfModal(source)
  const request = source.event?.ts ?? source.trigger_id
  const teamId = source.authorizations?.[0]?.team_id ?? source.team_id ?? source.team?.id
  if (channelId === undefined || request === undefined || teamId === undefined) return undefined
  try {
    return (await desk.isSaved({ channel: { teamId, channelId }, request })) ? saved : undefined
  } catch (error) {
    if (error instanceof StoreError) return undefined
    throw error
  }
}

const saved = instruction(
  'The settings of the daily tips are saved, though my answer may not have reached you. `/talks tips status` says what holds.',
)

const metadata = z.object({ channelId: z.string() })

const channelOfModal = ({ view }: RequestSource): string | undefined =>
  metadata.safeParse(parseJson(view?.private_metadata ?? '')).data?.channelId
