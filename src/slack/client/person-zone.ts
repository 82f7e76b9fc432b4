import type { Logger, webApi } from '@slack/bolt'
import { z } from 'zod'
import { asTimeZone } from '../../tips/settings/time-zone.ts'
import { describeFailure } from './slack-failure.ts'

const answer = z.object({ user: z.object({ tz: z.string().nullish() }) })

interface ZoneSource {
  readonly client: webApi.WebClient
  readonly logger: Logger
}

/** The person's own time zone, as their Slack has it; UTC if Slack does not say. */
export async function personZone({ client, logger }: ZoneSource, userId: string): Promise<string> {
  try {
    const { user } = answer.parse(await client.users.info({ user: userId }))
    return asTimeZone(user.tz ?? '') ?? 'UTC'
  } catch (error) {
    // A zone can be chosen: better UTC than no settings at all.
    logger.warn(`The time zone of ${userId} could not be read, so UTC is proposed: ${describeFailure(error)}`)
    return 'UTC'
  }
}

/** As `personZone`, for a window, which Slack lets be opened for three seconds: UTC, too, if Slack does not say in time. */
export function personZoneSoon(source: ZoneSource, userId: string): Promise<string> {
  const late = Promise.withResolvers<string>()
  const timer = setTimeout(() => {
    source.logger.warn(`Slack has not said in time which time zone ${userId} is in, so UTC is proposed.`)
    late.resolve('UTC')
  }, maxWaitMs)
  return Promise.race([personZone(source, userId), late.promise]).finally(() => clearTimeout(timer))
}

/** It leaves a second to open the window. */
const maxWaitMs = 1_900
