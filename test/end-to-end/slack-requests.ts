import { createHmac, randomUUID } from 'node:crypto'

export const signingSecret = '0123456789abcdef0123456789abcdef'

export interface SlackRequests {
  /** The status with which Hallway answered. */
  event(event: Readonly<Record<string, unknown>>, delivery?: Delivery): Promise<number>
  command(fields: Readonly<Record<string, string>>): Promise<number>
  action(payload: Readonly<Record<string, unknown>>): Promise<number>
  /** Slack's notice that it drops events for a minute. */
  rateNotice(): Promise<number>
  health(): Promise<Response>
  /** Any body, signed. */
  raw(body: string, type?: string, at?: { readonly seconds: number }): Promise<number>
}

interface Delivery {
  readonly eventId?: string
  readonly secret?: string
}

/** Posts to Hallway as Slack does in HTTP mode, signed. @param now milliseconds since the epoch */
export function slackRequests(port: number, teamId: string, now = Date.now): SlackRequests {
  const base = `http://127.0.0.1:${port}`

  async function post(
    body: string,
    type: string,
    secret = signingSecret,
    seconds = Math.floor(now() / 1000),
  ): Promise<number> {
    const timestamp = String(seconds)
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
    const headers = {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    }
    // A Buffer, since fetch would add a charset to a string's content type, which Slack does not send.
    const response = await fetch(`${base}/slack/events`, { method: 'POST', headers, body: Buffer.from(body) })
    return response.status
  }

  return {
    event: (event, { eventId = `Ev${randomUUID()}`, secret } = {}) =>
      post(
        JSON.stringify({ type: 'event_callback', team_id: teamId, event_id: eventId, event }),
        'application/json',
        secret,
      ),
    command: (fields) =>
      post(String(new URLSearchParams({ team_id: teamId, ...fields })), 'application/x-www-form-urlencoded'),
    action: (payload) =>
      post(
        String(new URLSearchParams({ payload: JSON.stringify({ team: { id: teamId }, ...payload }) })),
        'application/x-www-form-urlencoded',
      ),
    rateNotice: () => post(JSON.stringify({ type: 'app_rate_limited', team_id: teamId }), 'application/json'),
    health: () => fetch(`${base}/health`),
    raw: (body, type = 'application/json', at) => post(body, type, signingSecret, at?.seconds),
  }
}
