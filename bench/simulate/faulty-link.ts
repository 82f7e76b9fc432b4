import type { Reply } from '../../src/workspace/server/http-server.ts'
import type { Workspace } from '../../src/workspace/server/open-workspace.ts'
import { failure, forAll, type Host, type Network } from './network.ts'
import { onTheNetwork, type SimulatedSocket } from './simulated-socket.ts'
import type { Fault, Weather } from './weather.ts'

export interface FaultyLink extends Host {
  /** For the `slackApiUrl` of Slack's clients. */
  readonly apiUrl: string
  /** Hands the bot an envelope, as Slack would; false if it has no connection. */
  deliver(envelope: string): boolean
  /** Cuts the bot's connections to Slack without a word. */
  drop(): void
  /** From here on nothing comes through, in either direction. */
  cut(): void
}

export interface FaultyLinkOptions {
  /** The bot's, for nobody else. */
  readonly name: string
  readonly network: Network
  readonly workspace: Workspace
  readonly weather: Weather
  readonly now: () => number
  /** Hears what is said, in one line. */
  readonly trace: (line: string) => void
  /** The bot at its end stands still until then. */
  readonly standsStillUntil: () => number
  /** The bot at its end dies, at once. */
  readonly onDeath: () => void
}

/** Between one bot and Slack: all that they say to each other goes through it. */
export function openFaultyLink(options: FaultyLinkOptions): FaultyLink {
  const { name, network, workspace, weather, standsStillUntil } = options
  const link: Link = { ...options, upstream: new URL(workspace.url).host, isCut: false }
  const sockets = new Set<SimulatedSocket>()
  const host: Host = {
    async answer(request, signal) {
      weather.inFlight += 1
      try {
        const response = await onTheNetwork(() => answerInTime(link, request))
        // Who stands still hears of it later.
        await later(0)
        if (response !== undefined) return dated(response, options.now())
        if (!link.isCut) throw await aborted(signal)
      } finally {
        weather.inFlight -= 1
      }
      return new Promise(() => {})
    },
    accept(socket) {
      if (link.isCut || weather.takeFault('socket') !== undefined) return false
      const { slack } = socket
      sockets.add(socket)
      slack.once('close', () => sockets.delete(socket))
      slack.outgoing = (text) => carryToBot(link, socket, text)
      workspace.socket.connected(slack as never)
      return true
    },
    standsStillUntil,
  }
  network.add(name, host)
  return {
    ...host,
    apiUrl: `http://${name}/api/`,
    deliver(envelope) {
      const [socket] = sockets
      socket?.slack.deliver(forBots(link, envelope))
      return socket !== undefined
    },
    drop() {
      for (const socket of [...sockets]) socket.cut()
    },
    cut() {
      link.isCut = true
      network.remove(name)
      for (const socket of [...sockets]) {
        socket.isSilent = true
        socket.slack.end()
      }
    },
  }
}

interface Link extends FaultyLinkOptions {
  /** The workspace's own host, which nobody is told. */
  readonly upstream: string
  isCut: boolean
}

/** Undefined if no answer comes. */
async function answerInTime(link: Link, request: Request): Promise<Response | undefined> {
  const { name, network, weather, onDeath } = link
  const method = methodOf(request)
  await later(network.latency())
  const fault = link.isCut ? undefined : weather.takeFault(method)
  link.trace(`${name} ${method} ${JSON.stringify(fault) ?? ''}`)
  if (!link.isCut && weather.takeDeath(`before ${method}`)) onDeath()
  if (link.isCut || fault === 'no answer before') return undefined
  if (fault === 'reset before') throw failure('ECONNRESET')
  if (fault === 'refused') throw failure('ECONNREFUSED')
  const refused = fault && refusal(fault, method)
  if (refused) return refused
  if (fault === 'slow') await later(slowMs)
  if (link.isCut) return undefined
  const reply = await answerOfSlack(link, request)
  if (weather.takeDeath(`after ${method}`)) onDeath()
  await later(network.latency())
  if (link.isCut || fault === 'no answer after') return undefined
  if (fault === 'reset after') throw failure('ECONNRESET')
  if (fault === 'gateway failure after') return new Response('gateway timeout', { status: 504 })
  return asResponse(link, reply, fault === 'half an answer' ? 'half' : 'whole')
}

function methodOf({ url }: Request): string {
  const { pathname } = new URL(url)
  return pathname.split('/')[pathname.startsWith('/api/') ? 2 : 1] ?? ''
}

async function answerOfSlack({ workspace, upstream }: Link, request: Request): Promise<Reply> {
  const url = new URL(request.url)
  return workspace.answer({
    path: url.pathname,
    query: url.searchParams,
    method: request.method,
    headers: { ...Object.fromEntries(request.headers), host: upstream },
    body: await request.text(),
  })
}

function asResponse({ upstream, name }: Link, reply: Reply, share: 'whole' | 'half'): Response {
  if (!('status' in reply)) throw failure('ECONNRESET')
  const { status, type, headers } = reply
  const body = String(reply.body).replaceAll(upstream, name)
  return new Response(share === 'half' ? brokenOff(body) : body, {
    status,
    headers: { 'content-type': type, ...headers },
  })
}

/** Half of it, and then the connection breaks. */
const brokenOff = (body: string) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(body.slice(0, body.length >> 1)))
    },
    pull: () => Promise.reject(new TypeError('terminated')),
  })

/** All that is said here is said in Slack's name. */
function dated(response: Response, now: number): Response {
  response.headers.set('date', new Date(now).toUTCString())
  return response
}

/** What Slack sends by a socket. */
function carryToBot(link: Link, { slack }: SimulatedSocket, text: string): void {
  const { name, weather, trace, now, onDeath } = link
  const isEvent = text.includes('"type":"events_api"')
  if (text.includes('"envelope_id"')) trace(`${name} is told`)
  if (text.includes('"envelope_id"') && weather.takeDeath('on delivery')) onDeath()
  if (link.isCut) return
  if (isEvent && weather.isHolding) return void weather.held.push(text)
  if (isEvent) weather.delivered.push({ text, at: now() })
  slack.deliver(forBots(link, text))
}

/** What one bot was told, another may go on with. */
const forBots = ({ upstream }: Link, text: string): string => text.replaceAll(upstream, forAll)

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** How long a slow answer takes, in milliseconds: less than anybody's patience. */
const slowMs = 5_000

/** Resolves to why who waits gives up. */
const aborted = (signal: AbortSignal | undefined) =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve(signal.reason), { once: true }))

function refusal(fault: Fault, method: string): Response | undefined {
  if (fault === 'too many, wait') return new Response('', { status: 429, headers: { 'retry-after': '2' } })
  if (fault === 'too many, wait long')
    return new Response('', { status: 429, headers: { 'retry-after': '45' } })
  if (fault === 'too many') return new Response('', { status: 429 })
  if (fault === 'too busy') return new Response('', { status: 503 })
  // An address for replies knows no refusal in words.
  if (typeof fault === 'object' && method === 'responses') return new Response('', { status: 503 })
  return typeof fault === 'object' ? Response.json({ ok: false, error: fault.refusal }) : undefined
}
