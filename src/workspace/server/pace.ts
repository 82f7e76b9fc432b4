import type { Json, WorkspaceClock } from '../records.ts'

/** How often a method may be called in a minute. https://docs.slack.dev/apis/web-api/rate-limits */
const callsAMinute: Readonly<Record<string, number>> = {
  'chat.deleteScheduledMessage': 50,
  'chat.scheduleMessage': 50,
  'chat.scheduledMessages.list': 50,
  'chat.postEphemeral': 100,
  'users.info': 100,
  'views.open': 100,
}

/**
 * Slack's pace: resolves each call to the seconds after which it may come again, or to undefined if it may pass.
 * Slack allows short bursts above it, to an extent that it does not document; here none are allowed.
 */
export function createPace(clock: WorkspaceClock): (method: string, args: Json) => number | undefined {
  const passed = new Map<string, readonly number[]>()

  function within(key: string, max: number, windowMs: number): number | undefined {
    const now = clock.now()
    const recent = (passed.get(key) ?? []).filter((at) => at > now - windowMs && at <= now)
    const full = recent.length >= max
    passed.set(key, full ? recent : [...recent, now])
    return full ? Math.max(1, Math.ceil((recent[0]! + windowMs - now) / 1000)) : undefined
  }

  return (method, args) => {
    // One message a second and channel, whatever the method's tier.
    if (method === 'chat.postMessage') return within(`${method} ${String(args.channel)}`, 1, 1000)
    const max = callsAMinute[method]
    return max === undefined ? undefined : within(method, max, 60_000)
  }
}
