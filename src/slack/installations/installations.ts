import type { Logger } from '@slack/bolt'
import { z } from 'zod'
import type { Store } from '../../store/store.ts'
import { describeDeletion, describeOldNotice } from '../client/describe-removal.ts'
import { isOfRemovedApp, refusalOf } from '../client/slack-failure.ts'
import { type Installation, type Installed, parseInstallation } from './installation.ts'
import type { Seal } from './seal.ts'
import { createTokenRenewal, type TokenRenewalParts } from './token-renewal.ts'

/** The workspace that a request of Slack's is about. */
export interface WorkspaceIds {
  readonly teamId: string
  /** The organization that the workspace is in, if Slack names one. */
  readonly organizationId?: string | undefined
}

interface InstallationsParts extends TokenRenewalParts {
  readonly store: Pick<
    Store,
    | 'saveInstallation'
    | 'installation'
    | 'installations'
    | 'resealInstallation'
    | 'claimRenewal'
    | 'saveOrganization'
    | 'organizationOf'
    | 'deleteInstalled'
  >
  readonly seal: Seal
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>
}

/** The workspaces that have let Hallway in. */
export interface Installations {
  /** The installation of a workspace or of its organization, renewed before it expires; undefined if there is none. */
  of(workspace: WorkspaceIds): Promise<Installed | undefined>
  /** @param teamId of the workspace, or of the organization */
  save(teamId: string, installation: Installation): Promise<void>
  /**
   * Deletes all that is stored, since Slack says that Hallway was removed. Such notices come late, twice, and after Hallway was
   * installed again, so one counts only while Slack refuses the token that is kept.
   * @param noticedAt when Slack said so, by its clock, in epoch seconds; undefined if it does not tell
   */
  leave(workspace: WorkspaceIds, noticedAt?: number): Promise<void>
  /** Seals with the first key what was sealed with another one. Resolves to the workspaces whose seal no key opens. */
  sealAnew(): Promise<readonly string[]>
}

export function createInstallations(parts: InstallationsParts): Installations {
  const { store, seal, client, log } = parts
  const renewal = createTokenRenewal(parts, read)

  async function read(teamId: string): Promise<Installed | undefined> {
    const stored = await store.installation(teamId)
    const opened = stored && seal.open(stored.sealed, teamId)
    const installation = opened === undefined ? undefined : parseInstallation(opened)
    if (stored && !installation)
      log.error(`The token of ${teamId} was sealed with a key that HALLWAY_TOKEN_KEY lacks.`)
    return stored && installation && { ...installation, stored }
  }

  async function find({ teamId, organizationId }: WorkspaceIds): Promise<Installed | undefined> {
    const own = await read(teamId)
    if (own !== undefined) return own
    const known = await store.organizationOf(teamId)
    const organization = organizationId ?? known
    const found = organization === undefined ? undefined : await read(organization)
    if (found && organization !== undefined && organization !== known)
      await store.saveOrganization(teamId, organization)
    return found
  }

  /**
   * The installation with a token that Slack takes; undefined if Slack no longer lets Hallway in. A token that has expired says
   * nothing about that, since each one expires if nobody asks for some hours: so Slack is asked for the next one. If Slack
   * refuses that, its earlier answer may have been lost: then a notice that is older than the token does not count.
   */
  async function stillIn(installed: Installed, noticedAt?: number): Promise<Installed | undefined> {
    try {
      return await withTokenTaken(installed)
    } catch (error) {
      if (!isOfRemovedApp(error)) throw error
      const isOld = noticedAt !== undefined && noticedAt < (installed.givenAt ?? 0)
      return isOld && refusalOf(error) === 'invalid_refresh_token' ? installed : undefined
    }
  }

  async function withTokenTaken(installed: Installed): Promise<Installed> {
    const { botToken, refreshToken } = installed
    try {
      await client.auth.test({ token: botToken })
      return installed
    } catch (error) {
      if (refreshToken === undefined || refusalOf(error) !== 'token_expired') throw error
      return renewal.expired(installed, refreshToken)
    }
  }

  async function isAmongWorkspaces(teamId: string, token: string): Promise<boolean> {
    let pages = 0
    for await (const page of client.paginate('auth.teams.list', { token, limit: 1_000 })) {
      const { teams } = teamList.parse(page)
      if (teams.some(({ id }) => id === teamId)) return true
      pages += 1
      if (pages === maxPages) throw new Error('Slack’s list of workspaces has no end')
    }
    return false
  }

  async function leaveWith(installed: Installed, noticedAt?: number): Promise<void> {
    const { teamId, revision } = installed.stored
    if (await stillIn(installed, noticedAt)) log.warn(describeOldNotice(teamId))
    else await deleteUnlessAnew(teamId, revision)
  }

  /** Hallway may be installed again at any moment. */
  async function deleteUnlessAnew(teamId: string, revision?: string): Promise<void> {
    if (await store.deleteInstalled(teamId, revision)) log.info(describeDeletion(teamId))
    else log.warn(describeOldNotice(teamId))
  }

  return {
    async of(workspace) {
      const found = await find(workspace)
      return found && renewal.ahead(found)
    },
    save: (teamId, installation) =>
      store.saveInstallation(teamId, seal.seal(JSON.stringify(installation), teamId)),
    async leave({ teamId, organizationId }, noticedAt) {
      const own = await read(teamId)
      if (own !== undefined) return leaveWith(own, noticedAt)
      const organization = organizationId ?? (await store.organizationOf(teamId))
      const above = organization === undefined ? undefined : await read(organization)
      if (above !== undefined) {
        const there = await stillIn(above, noticedAt)
        if (there === undefined) return leaveWith(above, noticedAt)
        // The organization still has Hallway, but perhaps not for this workspace.
        if (await isAmongWorkspaces(teamId, there.botToken)) return log.warn(describeOldNotice(teamId))
      }
      // An installation that cannot be read may still be in use: it is not deleted.
      await deleteUnlessAnew(teamId)
    },
    async sealAnew() {
      const closed: string[] = []
      for (const stored of await store.installations()) {
        const opened = seal.open(stored.sealed, stored.teamId)
        if (opened === undefined) closed.push(stored.teamId)
        else if (!seal.isCurrent(stored.sealed))
          await store.resealInstallation(stored, seal.seal(opened, stored.teamId))
      }
      return closed
    },
  }
}

/** What the list is: an answer without one tells nothing, least of all that a workspace is not in it. */
const teamList = z.object({ teams: z.array(z.object({ id: z.string() })) })

/** Of a thousand workspaces each: no organization has so many. */
const maxPages = 100
