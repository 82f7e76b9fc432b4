import type { ServerResponse } from 'node:http'
import type { Logger, webApi } from '@slack/bolt'
import {
  type CodedError,
  ErrorCode,
  type Installation as Given,
  InstallProvider,
  type StateStore,
} from '@slack/oauth'
import { createRefusalLog } from '../../http/refusal-log.ts'
import { allowing, type Page } from '../../http/serve-pages.ts'
import { describeFailure, refusalOf } from '../client/slack-failure.ts'
import { maxInstallSeconds } from './install-state.ts'
import type { Installations } from './installations.ts'

interface InstallPagesParts {
  readonly clientId: string
  readonly clientSecret: string
  /** The scopes that the manifest asks for. */
  readonly scopes: readonly string[]
  readonly state: StateStore
  readonly installations: Pick<Installations, 'save'>
  /** Epoch milliseconds, by the clock by which tokens are renewed. */
  readonly now: () => number
  readonly clientOptions: webApi.WebClientOptions
  /** Slack's page on which people let an app in. */
  readonly authorizeUrl: string
  readonly log: Logger
}

/**
 * Where people add Hallway to their workspace: `/slack/install` leads to Slack, which leads back to `/slack/oauth_redirect`.
 * Slack's own library does it; what it does not know is that a state is good once.
 */
export function createInstallPages(parts: InstallPagesParts): ReadonlyMap<string, Page> {
  const { scopes, installations, now, log } = parts
  const tellRefusal = createRefusalLog(log)
  const tellFailure = (failure: CodedError) => {
    const [status] = pageOf(failure)
    // What anybody can bring about, by opening a page, must not fill the disk.
    const write = status < 500 ? tellRefusal : log.warn
    write(`An installation was not completed: ${describeFailure(failure)}`)
  }
  const provider = new InstallProvider({
    clientId: parts.clientId,
    clientSecret: parts.clientSecret,
    stateStore: parts.state,
    stateCookieExpirationSeconds: maxInstallSeconds,
    directInstall: true,
    installUrlOptions: { scopes: [...scopes] },
    installationStore: {
      async storeInstallation(given: Given) {
        const { bot, enterprise, isEnterpriseInstall } = given
        const teamId = isEnterpriseInstall ? enterprise?.id : given.team?.id
        if (teamId === undefined || bot === undefined)
          throw new TypeError('Slack named no workspace, or gave no token.')
        const { token, id, userId, refreshToken, expiresAt } = bot
        await installations.save(teamId, {
          botToken: token,
          botId: id,
          botUserId: userId,
          givenAt: Math.floor(now() / 1000),
          ...(refreshToken !== undefined && { refreshToken }),
          // The library counts from what this machine's clock shows.
          ...(expiresAt !== undefined && { expiresAt: expiresAt + Math.round((now() - Date.now()) / 1000) }),
        })
        log.info(`Hallway was added to ${teamId}.`)
      },
      fetchInstallation: () => Promise.reject(new Error('Installations are read elsewhere.')),
    },
    clientOptions: parts.clientOptions,
    authorizationUrl: parts.authorizeUrl,
    // The person is told what went wrong: for the log it is no failure of Hallway's.
    logger: { ...log, error: (failure) => tellFailure(failure) },
  })
  // A HEAD request, which previews of links send, must not use up a state.
  const opened = (page: Page) => allowing(['GET'], page)
  return new Map([
    ['/slack/install', opened((request, response) => provider.handleInstallPath(request, response))],
    [
      '/slack/oauth_redirect',
      opened((request, response) =>
        provider.handleCallback(request, response, {
          success: (_installation, _options, _request, answer) => tell(answer, 200, added),
          failure: (error, _options, _request, answer) => tell(answer, ...pageOf(error)),
        }),
      ),
    ],
  ])
}

const added =
  'Hallway is in your workspace. Send it a direct message, or mention it in a channel that it is in.'
const notAdded =
  'Nothing was added: you went back. To add Hallway after all, open /slack/install on this site.'
const stale =
  'Hallway was not added: this link was used already, is older than ten minutes, or was opened in another ' +
  'browser. Please open /slack/install on this site again.'

const away =
  'Hallway was not added: Slack or Hallway’s database did not take it. Please open /slack/install on this site again. If that ' +
  'fails too, the log of Hallway says why.'

/** How a browser is told that nothing was added. */
function pageOf(error: CodedError): readonly [status: number, words: string] {
  if (error.code === ErrorCode.AuthorizationError) return [200, notAdded]
  return staleCodes.has(refusalOf(error) ?? error.code) ? [400, stale] : [500, away]
}

/** The library's and Slack's codes for a link that was used before, is too old, or was opened in another browser. */
const staleCodes: ReadonlySet<string> = new Set([
  ErrorCode.InvalidStateError,
  ErrorCode.MissingStateError,
  ErrorCode.MissingCodeError,
  'invalid_code',
  'code_already_used',
])

function tell(response: ServerResponse, status: number, words: string): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.setHeader('cache-control', 'no-store')
  response.writeHead(status).end(`${words}\n`)
}
