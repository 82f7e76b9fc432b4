import { randomBytes } from 'node:crypto'
import { slackTiming } from './envelopes.ts'
import { type Handler, listenLocally, plainReply, readPageFiles } from './http-server.ts'
import { readManifest } from './manifest.ts'
import { createApiMethods } from './methods/api-methods.ts'
import { createApiRequests } from './methods/api-requests.ts'
import { createScheduledMethods } from './methods/scheduled-methods.ts'
import { createPace } from './pace.ts'
import { createPageApi } from './page-api.ts'
import { createPeopleActs, createPeopleViews } from './people-acts.ts'
import { createPost } from './post.ts'
import { answerResponse, createResponseUrls } from './response-urls.ts'
import { createScheduledMessages } from './scheduled-messages.ts'
import { createSocketDoor } from './socket-door.ts'
import { createSocketMode } from './socket-mode.ts'
import { createSettableClock } from './state/settable-clock.ts'
import { WorkspaceState } from './state/workspace-state.ts'
import { createViews } from './views.ts'
import { createWaiting } from './wait-for-value.ts'
import type { Workspace, WorkspaceOptions } from './workspace.ts'

export type { Fault, Workspace, WorkspaceOptions } from './workspace.ts'

/** @throws {Error} for a manifest at fault, or with `code` `EADDRINUSE` for a port in use */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const description = readManifest(options.manifest)
  const clock = createSettableClock(options.clock ?? Date, () => scheduled.next())
  const state = new WorkspaceState(description, clock, options.teamId)
  const tokens = {
    bot: `xoxb-local-${randomBytes(12).toString('hex')}`,
    app: `xapp-1-${state.app.id}-${randomBytes(12).toString('hex')}`,
  }
  const timing = { ...slackTiming, ...options.timing }
  const { wake, until } = createWaiting()
  let port = 0
  const base = () => `http://127.0.0.1:${port}`
  const door = createSocketDoor(state.app.id, () => port)
  const socket = createSocketMode(state.app.id, timing, {
    connections: (count) => state.setConnections(count),
    settled: wake,
  })
  const post = createPost(state, description, socket)
  const views = createViews(state, timing)
  const responses = createResponseUrls(state, post, base)
  const actParts = { state, description, post, views, responses, socket }
  const scheduled = createScheduledMessages(state, post, clock)
  clock.onTime(async () => scheduled.postDue())
  const webApi = createApiRequests({
    methods: {
      ...createApiMethods({ state, post, views, base, newSocketUrl: door.newUrl }),
      ...createScheduledMethods(state, scheduled),
    },
    description,
    tokens,
    pace: options.paced ? createPace(clock) : undefined,
    faults: options.faults,
    onCall: wake,
  })
  const pageApi = createPageApi(actParts, clock)
  const page = readPageFiles(new URL('../page/', import.meta.url))

  const handle: Handler = (request) => {
    const { path } = request
    if (path.startsWith('/api/')) return webApi.answer(path.slice('/api/'.length), request)
    if (path.startsWith('/responses/'))
      return answerResponse(responses, path.slice('/responses/'.length), request)
    if (path.startsWith('/workspace/')) return pageApi(request)
    return page.get(path) ?? plainReply(404, 'There is nothing here.')
  }

  const listening = await listenLocally(options.port, handle, clock.now)
  port = listening.port
  door.open(listening.server, (connection) => socket.connected(connection))
  state.changes.subscribe(wake)

  return {
    ...createPeopleActs(actParts),
    ...createPeopleViews(state),
    url: base(),
    apiUrl: `${base()}/api/`,
    answer: handle,
    botToken: tokens.bot,
    appToken: tokens.app,
    teamId: state.team.id,
    botUserId: state.bot.id,
    you: state.you,
    colleague: state.colleague,
    clock,
    addChannel: (name) => state.addChannel(name),
    scheduled: () => scheduled.list(),
    calls: webApi.calls,
    fail: webApi.fail,
    socket,
    connections: () => state.connections(),
    setNotice: (text) => state.setNotice(text),
    until,
    async close() {
      scheduled.close()
      await socket.close()
      door.close()
      listening.server.closeAllConnections()
      await new Promise((resolve) => listening.server.close(resolve))
    },
  }
}
