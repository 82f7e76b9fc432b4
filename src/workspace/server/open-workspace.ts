import { randomBytes } from 'node:crypto'
import { WebSocketServer } from 'ws'
import type { Channel } from '../records.ts'
import { createActs } from './acts/acts.ts'
import {
  type Handler,
  json,
  listenLocally,
  plainReply,
  type Reply,
  readPageFiles,
  refusal,
  type ServerRequest,
} from './http-server.ts'
import { readManifest } from './manifest.ts'
import { createApiMethods } from './methods/api-methods.ts'
import { createScheduledMethods } from './methods/scheduled-methods.ts'
import { answerCall, parseArguments } from './methods/web-api.ts'
import { createPace } from './pace.ts'
import { createPageApi } from './page-api.ts'
import { createPost, SlackError } from './post.ts'
import { createResponseUrls } from './response-urls.ts'
import { createScheduledMessages } from './scheduled-messages.ts'
import { createSettableClock } from './settable-clock.ts'
import { createSocketMode, slackTiming } from './socket-mode.ts'
import { WorkspaceState } from './state.ts'
import { createViews } from './views.ts'
import type { By, Fault, RecordedCall, Workspace, WorkspaceOptions } from './workspace.ts'

export type { Fault, Workspace, WorkspaceOptions } from './workspace.ts'

/** Calls that are kept to be looked at; older ones are forgotten. */
const maxKeptCalls = 5_000

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
  const tickets = new Set<string>()
  const calls: RecordedCall[] = []
  const faults = new Map<string, Fault[]>()
  const waiters = new Set<() => void>()
  const wake = () => {
    for (const check of [...waiters]) check()
  }

  let port = 0
  const base = () => `http://127.0.0.1:${port}`
  const socket = createSocketMode(state.app.id, timing, {
    connections: (count) => state.setConnections(count),
    settled: wake,
  })
  const post = createPost(state, description, socket)
  const views = createViews(state, timing)
  const responses = createResponseUrls(state, post, base)
  const acts = createActs({ state, description, post, views, responses, socket })
  const scheduled = createScheduledMessages(state, post, clock)
  clock.onTime(async () => scheduled.postDue())
  const pace = options.paced ? createPace(clock) : undefined
  const methods = {
    ...createApiMethods({ state, description, post, views, base, newSocketUrl }),
    ...createScheduledMethods(state, scheduled),
  }
  const pageApi = createPageApi(state, description, acts, clock)
  const page = readPageFiles(new URL('../page/', import.meta.url))

  function newSocketUrl(): string {
    const ticket = randomBytes(16).toString('hex')
    tickets.add(ticket)
    return `ws://127.0.0.1:${port}/link/?ticket=${ticket}&app_id=${state.app.id}`
  }

  const handle: Handler = (request) => {
    if (request.path.startsWith('/api/')) return webApi(request)
    if (request.path.startsWith('/responses/')) return responseUrl(request)
    if (request.path.startsWith('/workspace/')) return pageApi(request)
    return page.get(request.path) ?? plainReply(404, 'There is nothing here.')
  }

  function webApi(request: ServerRequest): Reply {
    try {
      return answerTo(request.path.slice('/api/'.length), request)
    } catch (error) {
      if (error instanceof SlackError) return json({ ok: false, error: error.code, ...error.more })
      throw error
    }
  }

  function answerTo(method: string, request: ServerRequest): Reply {
    const fault = faults.get(method)?.shift() ?? options.faults?.(method)
    const failed = fault && !('error' in fault) ? failure(fault) : undefined
    if (failed && !(fault && 'accepted' in fault && fault.accepted)) return failed
    const { args, token } = argumentsOf(request)
    const retryAfter = pace?.(method, args)
    if (retryAfter !== undefined) return failure({ status: 429, retryAfter })
    const answer =
      fault && 'error' in fault
        ? { ok: false, error: fault.error }
        : answerCall(methods, description, tokens, { method, args, token })
    calls.push({ method, args, answer })
    if (calls.length > maxKeptCalls) calls.shift()
    wake()
    return failed ?? json(answer)
  }

  function responseUrl(request: ServerRequest): Reply {
    try {
      responses.respond(request.path.slice('/responses/'.length), bodyOf(request))
      return plainReply(200, 'ok')
    } catch (error) {
      if (!(error instanceof SlackError)) throw error
      return json({ ok: false, error: error.code, ...error.more }, error.code.endsWith('_url') ? 404 : 400)
    }
  }

  const listening = await listenLocally(options.port, handle, clock.now)
  port = listening.port
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_000_000 })
  listening.server.on('upgrade', (request, stream, head) => {
    // Who asks may be gone before the answer.
    stream.on('error', () => stream.destroy())
    const url = URL.parse(request.url ?? '/', base())
    const ticket = url?.searchParams.get('ticket') ?? ''
    if (refusal(request.headers, port) || url?.pathname !== '/link/' || !tickets.delete(ticket)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, stream, head, (connection) => socket.connected(connection))
  })
  state.subscribe(wake)

  function channelOf(name: string, by: By | undefined): Channel {
    const person = by?.as ?? state.you
    const found =
      name === 'dm'
        ? state.directMessage(person.id)
        : state.channels().find((channel) => channel.id === name || `#${channel.name}` === name)
    if (!found) throw new Error(`There is no channel "${name}" in the local workspace.`)
    return found
  }
  const by = (options: By | undefined) => options?.as ?? state.you

  return {
    url: base(),
    apiUrl: `${base()}/api/`,
    answer: handle,
    botToken: tokens.bot,
    appToken: tokens.app,
    teamId: state.team.id,
    botUserId: state.bot.id,
    you: state.you,
    colleague: state.colleague,
    say: (channel, text, options) =>
      acts.say(by(options), channelOf(channel, options), text, options?.thread),
    edit: (channel, ts, text, options) => acts.edit(by(options), channelOf(channel, options), ts, text),
    command: (command, text, channel, options) =>
      acts.command(by(options), channelOf(channel, options), command, text, options?.thread),
    click(where, actionId, { as, ...rest } = {}) {
      const action = { actionId, ...rest }
      if (!('ts' in where)) return acts.act(as ?? state.you, { ...action, place: { view: where.id } })
      const ts = String(where.ts)
      const holds = state.channels().find(({ id }) => id === where.channel || state.message(id, ts))
      return acts.act(as ?? state.you, { ...action, place: { channel: holds?.id ?? '', ts } })
    },
    submit: (view, values, options) => acts.submit(by(options), view.id, values ?? {}),
    closeView: (view, options) => acts.closeView(by(options), view.id),
    openMessagesTab: (options) => acts.openTab(by(options), 'messages'),
    openHomeTab: (options) => acts.openTab(by(options), 'home'),
    invite: (channel, options) => acts.invite(by(options), channelOf(channel, options)),
    clock,
    addChannel: (name) => state.addChannel(name),
    channel: channelOf,
    messages: (channel, options) => state.messages(channelOf(channel, options).id),
    thread: (channel, ts, options) => state.thread(channelOf(channel, options).id, ts),
    ephemerals(channel, options) {
      const all = state.ephemerals(by(options).id)
      return channel === undefined
        ? all
        : all.filter((ephemeral) => ephemeral.channel === channelOf(channel, options).id)
    },
    views: (options) => state.views(by(options).id),
    home: (options) => state.home(by(options).id),
    prompts: (options) => state.prompts(channelOf('dm', options).id, options?.thread),
    status: (channel, thread, options) => state.status(channelOf(channel, options).id, thread),
    scheduled: () => scheduled.list(),
    calls: (method) => calls.filter((call) => method === undefined || call.method === method),
    fail: (method, ...next) => faults.set(method, [...(faults.get(method) ?? []), ...next]),
    socket,
    connections: () => state.connections(),
    setNotice: (text) => state.setNotice(text),
    until(value, what, timeoutMillis = 45_000) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiters.delete(check)
          reject(new Error(`Waited ${timeoutMillis} ms in vain for ${what}.`))
        }, timeoutMillis)
        function check(): void {
          try {
            const found = value()
            if (found === undefined || found === false) return
            resolve(found)
          } catch (error) {
            reject(error)
          }
          clearTimeout(timer)
          waiters.delete(check)
        }
        waiters.add(check)
        check()
      })
    },
    async close() {
      scheduled.close()
      await socket.close()
      sockets.close()
      listening.server.closeAllConnections()
      await new Promise((resolve) => listening.server.close(resolve))
    },
  }
}

function argumentsOf({ headers, body }: ServerRequest) {
  const { token, ...args } = parseArguments(headers['content-type'] ?? '', body)
  const bearer = headers.authorization?.match(/^Bearer (.+)$/i)?.[1]
  return { args, token: bearer ?? (typeof token === 'string' ? token : undefined) }
}

function failure(fault: Exclude<Fault, { error: string }>): Reply {
  if ('connection' in fault) return { connection: fault.connection }
  const { status, retryAfter } = fault
  return plainReply(status, '', retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
}

function bodyOf(request: ServerRequest): unknown {
  if (!request.headers['content-type']?.startsWith('application/json'))
    throw new SlackError('invalid_payload')
  try {
    return JSON.parse(request.body)
  } catch {
    throw new SlackError('invalid_payload')
  }
}
