import type { Logger, webApi } from '@slack/bolt'
import { z } from 'zod'
import { asTimeZone } from '../../tips/settings/time-zone.ts'
import { describeFailure } from './slack-failure.ts'

const answer = z.object({ user: z.object({ tz: z.string().nullish() }) })

/** The person's own time zone, as their Slack has it; UTC if Slack does not say. */
export async function personZone(
  { client, logger }: { readonly client: webApi.WebClient; readonly logger: Logger },
  userId: string,
): Promise<string> {
  try {
    const { user } = answer.parse(await client.users.info({ user: userId }))
    return asTimeZone(user.tz ?? '') ?? 'UTC'
  } catch (error) {
    // A zone can be chosen: better UTC than no settings at all.
    logger.warn(`The time zone of ${userId} could not be read, so UTC is proposed: ${describeFailure(error)}`)
    return 'UTC'
  }
}
