import { createSecretKey } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { App, Logger, ReceiverEvent } from '@slack/bolt'
import { type OpenServer, openServer } from '../../http/open-server.ts'
import { createBodyReader } from '../../http/read-body.ts'
import { createRefusalLog } from '../../http/refusal-log.ts'
import { allowing, type Page, pathOf, reading } from '../../http/serve-pages.ts'
import { isJsonObject } from '../../text/is-json-object.ts'
import { parseJson } from '../../text/parse-json.ts'
import type { SlackClock } from '../client/slack-clock.ts'
import { describeFailure } from '../client/slack-failure.ts'
import { type Acknowledging, type AcknowledgingParts, acknowledging } from '../deliveries/acknowledging.ts'
import type { SlackReceiver } from './slack-receiver.ts'
import { ageProblem, type SignedRequest, signatureProblem } from './slack-signature.ts'

export interface HttpReceiverOptions extends Omit<AcknowledgingParts, 'logger'> {
  readonly signingSecret: string
  /** The address to listen on. Default: this machine's own, which only a proxy on it can reach. */
  readonly host?: string | undefined
  readonly logger: Pick<Logger, 'debug' | 'warn'>
  /** By which a request is new or old. */
  readonly slackClock: Pick<SlackClock, 'now' | 'makeSure'>
  /** What answers at other paths of the same port. */
  readonly pages?: ReadonlyMap<string, Page> | undefined
}

interface HttpReceiver extends SlackReceiver {
  init(app: Pick<App, 'processEvent'>): void
}

/** Of a request's body, in bytes: Slack's own have some hundred kilobytes at most. */
const maxBody = 1024 * 1024

const maxConnections = 512

/** Of all bodies that are not whole yet, in bytes: 128 KiB for each connection, more than nearly all of Slack's own have. */
const maxKept = 64 * 1024 * 1024

/** In bytes: longer bodies without a valid signature are not parsed, which can take forty times as long as to refuse them. */
const maxStrange = 1_000

/**
 * Takes what Slack posts to `/slack/events`, and answers `/health` for supervisors. Bolt's own receiver is not used: it ends the
 * process at a body of `null`, accepts requests dated in the future, and leaves unknown requests without an answer for three
 * seconds.
 */
export function createHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  const { host = '127.0.0.1', logger, slackClock } = options
  const signingKey = createSecretKey(options.signingSecret, 'utf8')
  let app: Acknowledging | undefined
  let server: OpenServer | undefined
  let isDraining = false
  const tellRefusal = createRefusalLog(logger)
  const readBody = createBodyReader({ maxLength: maxBody, maxKept })

  const pages = new Map<string, Page>([
    ['/health', allowing(reading, async (_request, response) => end(response, 200, 'ok\n'))],
    ['/slack/events', allowing(['POST'], takeDelivery)],
    ...(options.pages ?? []),
  ])

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Connections that are kept open are closed, so that the next request goes elsewhere.
    if (isDraining) response.setHeader('connection', 'close')
    const page = pages.get(pathOf(request))
    if (page === undefined) return end(response, 404)
    return page(request, response)
  }

  async function takeDelivery(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await readBody(request)
    if (bytes === 'too long')
      return refuse(response, 413, `it is longer than ${maxBody} bytes, or in too many pieces`)
    if (bytes === 'no room')
      return refuse(response, 503, `more than ${maxKept} bytes have come of requests that do not end`)
    const signed = {
      body: bytes,
      signature: header(request, 'x-slack-signature'),
      timestamp: header(request, 'x-slack-request-timestamp'),
    }
    const problem = signatureProblem(signed, signingKey) ?? (await ageProblemOf(signed))
    // Without a valid signature, only a short body is read: Slack's check of the certificate is not signed.
    const isRead = problem === undefined || bytes.length <= maxStrange
    const body = isRead ? parseRequestBody(bytes.toString(), request.headers['content-type']) : undefined
    if (body?.ssl_check === '1') return end(response, 200)
    if (problem !== undefined) return refuse(response, 401, problem)
    if (body === undefined) return refuse(response, 400, 'it cannot be read')
    if (body.type === 'url_verification') return end(response, 200, { challenge: String(body.challenge) })
    const event: ReceiverEvent = {
      body,
      ack: async (words?: unknown) => end(response, 200, words),
      ...retryOf(request),
    }
    await app?.processEvent(event)
    // Not acknowledged on purpose: Slack tells the person that something went wrong.
    if (!response.headersSent) end(response, 500)
  }

  /** This machine's clock may be wrong: so for a signed request, Slack is asked for the time. */
  async function ageProblemOf(signed: SignedRequest): Promise<string | undefined> {
    if (ageProblem(signed, slackClock.now()) === undefined) return undefined
    await slackClock.makeSure()
    return ageProblem(signed, slackClock.now())
  }

  function refuse(response: ServerResponse, status: number, problem: string): void {
    tellRefusal(`A request to /slack/events was refused: ${problem}`)
    // The rest of the request is not waited for.
    response.setHeader('connection', 'close')
    end(response, status)
  }

  function failed(response: ServerResponse, error: unknown): void {
    logger.debug(`A request could not be read to its end: ${describeFailure(error)}`)
    if (response.headersSent) response.destroy()
    else end(response, 400)
  }

  return {
    init(started) {
      app = acknowledging(started, options)
    },
    async start(port: number) {
      const onError = (error: Error) =>
        logger.warn(`The server that Slack posts to: ${describeFailure(error)}`)
      server = await openServer(
        (request, response) => {
          answer(request, response).catch((error) => failed(response, error))
        },
        { port, host, maxConnections, onError },
      )
    },
    drain() {
      isDraining = true
    },
    isReceiving: () => server?.isListening() ?? false,
    async stop() {
      const open = server
      server = undefined
      await open?.close()
    },
  }
}

function end(response: ServerResponse, status: number, words?: unknown): void {
  if (typeof words === 'object' && words !== null) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(words))
  } else {
    // Not by `writeHead`, after which Node does not tell the length of the answer.
    response.statusCode = status
    response.end(typeof words === 'string' ? words : undefined)
  }
}

/** A header that came once. */
function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return typeof value === 'string' ? value : undefined
}

function retryOf(request: IncomingMessage): Pick<ReceiverEvent, 'retryNum' | 'retryReason'> {
  const retryNum = Number(header(request, 'x-slack-retry-num') ?? Number.NaN)
  const retryReason = header(request, 'x-slack-retry-reason')
  return {
    ...(Number.isInteger(retryNum) && { retryNum }),
    ...(retryReason !== undefined && { retryReason }),
  }
}

/**
 * What Slack says in a body: JSON, or a form, whose field `payload` may hold all of it as JSON. Undefined if it is none of
 * these, or JSON that is no object. Never throws.
 */
function parseRequestBody(
  text: string,
  contentType: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  if (!isForm(contentType)) return jsonObject(text)
  const fields = parse(text)
  return typeof fields.payload === 'string' ? jsonObject(fields.payload) : { ...fields }
}

function isForm(contentType = ''): boolean {
  return /^application\/x-www-form-urlencoded *(;|$)/i.test(contentType)
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(text)
  return isJsonObject(value) ? value : undefined
}
