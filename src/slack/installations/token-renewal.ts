import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger, webApi } from '@slack/bolt'
import type { Store } from '../../store/store.ts'
import { describeFailure } from '../client/slack-failure.ts'
import type { Installed } from './installation.ts'
import type { Seal } from './seal.ts'

export interface TokenRenewalParts {
  readonly store: Pick<Store, 'claimRenewal' | 'resealInstallation'>
  readonly seal: Pick<Seal, 'seal'>
  /** A client without a token: its calls need none, or are given one. */
  readonly client: webApi.WebClient
  readonly clientId: string
  readonly clientSecret: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Pick<Logger, 'warn'>
}

/** How long before its end a token is renewed, in milliseconds: Slack's last for twelve hours. */
const renewAheadMs = 2 * 60 * 60_000
/** How long a process has a renewal for itself, in milliseconds: longer than a request to Slack takes. */
const renewalMs = 60_000
/** How long other processes wait for it if the token has expired already, in milliseconds. */
const patienceMs = 10_000

/** Both resolve to the installation as it is stored then. */
interface TokenRenewal {
  /** The installation with a token that is good for a while yet, as far as Slack gives one. */
  ahead(installed: Installed): Promise<Installed>
  /**
   * The installation with a new token in place of one that Slack says has expired, whatever the clocks say.
   * @throws what Slack's client throws, and if another process is renewing it
   */
  expired(installed: Installed, refreshToken: string): Promise<Installed>
}

/**
 * Renews tokens before they expire: one of all processes does it, and the others use its result.
 * @param read what is stored of a workspace or organization now
 */
export function createTokenRenewal(
  parts: TokenRenewalParts,
  read: (teamId: string) => Promise<Installed | undefined>,
): TokenRenewal {
  const { store, now, log } = parts

  return {
    async ahead(installed) {
      const { stored, refreshToken, expiresAt } = installed
      if (refreshToken === undefined || expiresAt === undefined) return installed
      if (expiresAt * 1000 - now() > renewAheadMs) return installed
      if (!(await store.claimRenewal(stored, now(), renewalMs))) return renewedByAnother(installed)
      try {
        await renew(parts, installed, refreshToken)
        return (await read(stored.teamId)) ?? installed
      } catch (error) {
        log.warn(
          `The token of ${stored.teamId} could not be renewed, and is used on: ${describeFailure(error)}`,
        )
        return installed
      }
    },
    async expired(installed, refreshToken) {
      const { stored } = installed
      if (await store.claimRenewal(stored, now(), renewalMs)) await renew(parts, installed, refreshToken)
      const latest = await read(stored.teamId)
      if (latest === undefined || latest.stored.revision === stored.revision)
        throw new Error('another process is renewing the token')
      return latest
    },
  }

  async function renewedByAnother(installed: Installed): Promise<Installed> {
    const { stored, expiresAt = 0 } = installed
    for (let waited = 0; expiresAt * 1000 <= now() && waited < patienceMs; waited += 200) {
      await sleep(200)
      const latest = await read(stored.teamId)
      if (latest?.stored.revision !== stored.revision) return latest ?? installed
    }
    return installed
  }
}

/** Stores what Slack gives for the refresh token. */
async function renew(
  { store, seal, client, clientId, clientSecret, now }: TokenRenewalParts,
  { stored, botId, botUserId }: Installed,
  given: string,
): Promise<void> {
  const answer = await client.oauth.v2.access({
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'refresh_token',
    refresh_token: given,
  })
  if (!answer.access_token || !answer.refresh_token || !answer.expires_in)
    throw new TypeError('Slack answered without a token')
  const givenAt = Math.floor(now() / 1000)
  const fresh = {
    botToken: answer.access_token,
    botId,
    botUserId,
    refreshToken: answer.refresh_token,
    givenAt,
    expiresAt: givenAt + answer.expires_in,
  }
  await store.resealInstallation(stored, seal.seal(JSON.stringify(fresh), stored.teamId))
}
