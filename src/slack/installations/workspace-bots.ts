import type { App, Logger, ReceiverEvent } from '@slack/bolt'
import { StoreError } from '../../store/store-error.ts'
import { describeFailedRemoval } from '../client/describe-removal.ts'
import type { Installed } from './installation.ts'
import type { Installations, WorkspaceIds } from './installations.ts'
import { workspaceOf } from './workspace-of.ts'

/** What acts in one workspace. */
export interface WorkspaceBot {
  readonly app: Pick<App, 'init' | 'processEvent'>
}

/** A bot for each workspace that has let Hallway in, made when it is first needed. */
export interface WorkspaceBots<Bot> {
  /** Undefined for a workspace that has not, or no longer, let Hallway in. */
  of(workspace: WorkspaceIds): Promise<Bot | undefined>
  /** Hands a request to the bot of its workspace, and to no other. */
  processEvent(event: ReceiverEvent): Promise<void>
  /** The bots that there are now, by workspace. */
  all(): ReadonlyMap<string, Bot>
  /** Lets the bots go that nobody has needed since then (epoch milliseconds). They are made again when they are needed. */
  letIdleGo(since: number): void
}

/**
 * Each bot is made for one workspace, and made anew when its token is renewed. It has no way to another one's token, notes or
 * settings.
 */
export function createWorkspaceBots<Bot extends WorkspaceBot>({
  installations,
  create,
  onGone,
  leaveOpen,
  now,
  log,
}: {
  readonly installations: Pick<Installations, 'of' | 'leave'>
  readonly create: (workspace: WorkspaceIds, installed: Installed) => Promise<Bot>
  /** Hears of each workspace that has no bot any more. */
  readonly onGone: (workspace: WorkspaceIds) => void
  /** Leaves the request that is being handled open, to be tried again later. Says whether it was left open before. */
  readonly leaveOpen: () => boolean
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Pick<Logger, 'warn' | 'error' | 'debug'>
}): WorkspaceBots<Bot> {
  const bots = new Map<string, KnownBot<Bot>>()
  const made = new Map<string, Bot>()

  async function of(workspace: WorkspaceIds): Promise<Bot | undefined> {
    const { teamId } = workspace
    const known = bots.get(teamId)
    if (known) known.neededAt = now()
    const installed = await installations.of(workspace).catch(ifUnknown(known))
    if (installed === 'as known') return known?.bot
    if (installed === undefined) {
      forget(teamId)
      return undefined
    }
    const { revision } = installed.stored
    if (known?.revision === revision) return known.bot
    const bot = makeBot(workspace, installed)
    bots.set(teamId, { workspace, revision, bot, neededAt: now() })
    const isWanted = () => bots.get(teamId)?.bot === bot
    try {
      const ready = await bot
      if (isWanted()) made.set(teamId, ready)
      // The workspace has left while its bot was being made: only here it is known what has been opened for it.
      else if (!bots.has(teamId)) onGone(workspace)
      return ready
    } catch (error) {
      if (isWanted()) forget(teamId)
      else if (!bots.has(teamId)) onGone(workspace)
      throw error
    }
  }

  async function makeBot(workspace: WorkspaceIds, installed: Installed): Promise<Bot> {
    const bot = await create(workspace, installed)
    await bot.app.init()
    return bot
  }

  function forget(teamId: string): void {
    const known = bots.get(teamId)
    bots.delete(teamId)
    made.delete(teamId)
    if (known) onGone(known.workspace)
  }

  async function processEvent(event: ReceiverEvent): Promise<void> {
    const workspace = workspaceOf(event.body)
    if (workspace === undefined) {
      log.warn('A request from Slack names no workspace: nothing is done.')
      return event.ack()
    }
    const left = leavers(event.body, workspace)
    if (left.length > 0) {
      const { event_time: noticedAt } = event.body
      for (const each of left) await leave(each, typeof noticedAt === 'number' ? noticedAt : undefined)
      return event.ack()
    }
    const bot = await of(workspace)
    if (bot === undefined) {
      log.warn(`A request from ${workspace.teamId}, which has not let Hallway in: nothing is done.`)
      return event.ack()
    }
    await bot.app.processEvent(event)
  }

  /** If it fails, it is left open: Slack does not repeat a notice that was acknowledged. */
  async function leave(workspace: WorkspaceIds, noticedAt: number | undefined): Promise<void> {
    try {
      await installations.leave(workspace, noticedAt)
    } catch (error) {
      log[leaveOpen() ? 'debug' : 'error'](describeFailedRemoval(workspace.teamId, error))
      if (error instanceof StoreError) throw error
    } finally {
      forget(workspace.teamId)
    }
  }

  return {
    of,
    processEvent,
    all: () => new Map(made),
    letIdleGo(since) {
      for (const [teamId, { neededAt }] of bots) if (neededAt < since) forget(teamId)
    },
  }
}

/** While the store fails, a known bot goes on working. If its workspace is gone, Slack refuses its token. */
const ifUnknown = (known: object | undefined) => (error: unknown) => {
  if (known === undefined || !(error instanceof StoreError)) throw error
  return 'as known' as const
}

interface KnownBot<Bot> {
  readonly workspace: WorkspaceIds
  readonly revision: string
  readonly bot: Promise<Bot>
  neededAt: number
}

/** The workspaces that Hallway was removed from, if the request says so. */
function leavers(body: Readonly<Record<string, unknown>>, workspace: WorkspaceIds): readonly WorkspaceIds[] {
  const event = body.event as { readonly type?: unknown; readonly team_ids?: unknown } | undefined
  switch (event?.type) {
    case 'app_uninstalled':
    case 'tokens_revoked':
      return [workspace]
    case 'team_access_revoked': {
      const ids = Array.isArray(event.team_ids) ? event.team_ids.filter((id) => typeof id === 'string') : []
      // The stored notice is deleted along with its own workspace, so that one comes last.
      ids.sort((a, b) => Number(a === workspace.teamId) - Number(b === workspace.teamId))
      return ids.map((teamId) => ({ teamId, organizationId: workspace.organizationId ?? workspace.teamId }))
    }
    default:
      return []
  }
}
