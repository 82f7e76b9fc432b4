import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { Fault, Weather } from './weather.ts'

export interface FaultyProxy {
  /** For the `slackApiUrl` of Slack's clients. */
  readonly apiUrl: string
  /** Hands the bot an envelope, as Slack would; false if it has no connection. */
  deliver(envelope: string): boolean
  /** Cuts the bot's connections to Slack without a word. */
  drop(): void
  /** From here on nothing comes through, in either direction. */
  cut(): void
  close(): Promise<void>
}

export interface FaultyProxyOptions {
  /** The address of the workspace, such as `http://127.0.0.1:3000`. */
  readonly workspaceUrl: string
  readonly weather: Weather
  readonly now: () => number
  /** The bot behind it dies, at once. */
  readonly onDeath: () => void
}

/** Stands between one bot and Slack: all that they say to each other goes through it. */
export async function openFaultyProxy(options: FaultyProxyOptions): Promise<FaultyProxy> {
  const { workspaceUrl, weather, now, onDeath } = options
  const upstream = new URL(workspaceUrl).host
  let host = ''
  let isCut = false
  const clients = new Set<WebSocket>()
  const sockets = new WebSocketServer({ noServer: true })
  const throughUs = (text: string) => text.replaceAll(upstream, host)

  const server = createServer((request, response) => {
    const method = methodOf(request)
    weather.inFlight += 1
    response.once('close', () => {
      weather.inFlight -= 1
    })
    const fault = weather.takeFault(method)
    // All that is said here is said in Slack's name.
    response.setHeader('date', new Date(now()).toUTCString())
    if (weather.takeDeath(`before ${method}`)) onDeath()
    if (isCut) return void request.socket.destroy()
    if (fault === undefined || takesEffect(fault)) pass(request, response, fault)
    else request.resume().on('end', () => fail(request, response, fault))
  })

  function pass(request: IncomingMessage, response: ServerResponse, fault: Fault | undefined): void {
    const { 'content-length': _, ...headers } = { ...request.headers, host: upstream }
    const passed = ask(
      { ...endOf(upstream), path: request.url, method: request.method, headers },
      async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer as AsyncIterable<Buffer>) chunks.push(chunk)
        if (weather.takeDeath(`after ${methodOf(request)}`)) onDeath()
        if (isCut) return void request.socket.destroy()
        const { 'transfer-encoding': _, ...given } = answer.headers
        const body = Buffer.from(throughUs(Buffer.concat(chunks).toString('utf8')))
        const length = { 'content-length': body.length }
        if (fault === undefined)
          response.writeHead(answer.statusCode ?? 200, { ...given, ...length }).end(body)
        else if (fault === 'reset after') request.socket.resetAndDestroy()
        else if (fault === 'gateway failure after') response.writeHead(504).end('gateway timeout')
        else {
          response.writeHead(200, { 'content-type': 'application/json', ...length })
          response.write(body.subarray(0, body.length >> 1), () => request.socket.destroySoon())
        }
      },
    )
    passed.on('error', () => request.socket.destroy())
    request.pipe(passed)
  }

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy())
    if (isCut) return void stream.destroy()
    sockets.handleUpgrade(request, stream, head, (client) =>
      relay(client, new WebSocket(`ws://${upstream}${request.url}`)),
    )
  })

  function relay(client: WebSocket, slack: WebSocket): void {
    clients.add(client)
    const ended = () => {
      clients.delete(client)
      client.terminate()
      slack.terminate()
    }
    for (const side of [client, slack]) side.on('close', ended).on('error', ended)
    client.on('message', (data) => {
      if (!isCut && slack.readyState === slack.OPEN) slack.send(String(data))
    })
    slack.on('message', (data) => {
      const text = String(data)
      const isEvent = text.includes('"type":"events_api"')
      if (text.includes('"envelope_id"') && weather.takeDeath('on delivery')) onDeath()
      if (isCut) return
      if (isEvent && weather.isHolding) return void weather.held.push(text)
      if (isEvent) weather.delivered.push({ text, at: now() })
      client.send(throughUs(text))
    })
  }

  function cut(): void {
    isCut = true
    for (const client of clients) client.terminate()
    server.closeAllConnections()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    apiUrl: `http://${host}/api/`,
    deliver(envelope) {
      const client = [...clients].find(({ readyState, OPEN }) => readyState === OPEN)
      client?.send(throughUs(envelope))
      return client !== undefined
    },
    drop() {
      for (const client of [...clients]) client.terminate()
    },
    cut,
    async close() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** `chat.postMessage`, or `responses` for a reply to a response_url. */
const methodOf = ({ url = '' }: IncomingMessage) => url.split('/')[url.startsWith('/api/') ? 2 : 1] ?? ''

const endOf = (host: string) => ({ host: host.split(':')[0], port: host.split(':')[1] })

const takesEffect = (fault: Fault) =>
  fault === 'reset after' || fault === 'half an answer' || fault === 'gateway failure after'

function fail(request: IncomingMessage, response: ServerResponse, fault: Fault): void {
  if (fault === 'reset before') request.socket.resetAndDestroy()
  else if (fault === 'too many, wait') response.writeHead(429, { 'retry-after': '0' }).end()
  else if (fault === 'too many') response.writeHead(429).end()
  else if (fault === 'too busy') response.writeHead(503).end()
  else if (typeof fault === 'object') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: false, error: fault.refusal }))
  }
}
