import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'

/** What of a request shows who sent it, and when. */
export interface SignedRequest {
  readonly body: Uint8Array
  readonly signature: string | undefined
  /** Seconds since the epoch. */
  readonly timestamp: string | undefined
}

/** How far the time of a request may lie from ours, before or after, in seconds: as Slack advises. */
const maxDistance = 5 * 60

/** Why a request is not taken for one of Slack's; undefined if it is, unless its time is wrong. */
export function signatureProblem(
  { body, signature, timestamp }: SignedRequest,
  key: KeyObject,
): string | undefined {
  if (signature === undefined || timestamp === undefined) return 'it is not signed'
  if (!/^\d{1,15}$/.test(timestamp)) return 'its time is no number of seconds'
  const expected = createHmac('sha256', key).update(`v0:${timestamp}:`).update(body).digest()
  const given = /^v0=([0-9a-f]{64})$/i.exec(signature)?.[1]
  return given !== undefined && timingSafeEqual(Buffer.from(given, 'hex'), expected)
    ? undefined
    : 'its signature is not made with SLACK_SIGNING_SECRET; if Slack sent it, copy that again from your app’s settings'
}

/**
 * Why a request that is signed may be one that somebody sends again; undefined if it is new.
 * @param now milliseconds since the epoch
 */
export function ageProblem({ timestamp }: SignedRequest, now: number): string | undefined {
  const distance = Number(timestamp) - now / 1000
  return Math.abs(distance) > maxDistance
    ? `its time is more than five minutes ${distance < 0 ? 'ago' : 'ahead'}; is the clock of this machine right?`
    : undefined
}
