/** Remembers what was handled: Slack delivers an event again where it is not sure that the first delivery arrived. */
export interface Deliveries {
  /** True for the first claim of a key, false for each later one within at least ten minutes. */
  claim(key: string): Promise<boolean>
}

export interface MemoryDeliveriesOptions {
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** How long a claim is kept. Slack's last retry comes about six minutes after the first delivery. */
  readonly keepMs?: number
  /** The oldest claims give way above this many. */
  readonly most?: number
}

/** Deliveries of this process, for as long as it runs. */
export function createMemoryDeliveries(options: MemoryDeliveriesOptions = {}): Deliveries {
  const { now = Date.now, keepMs = 15 * 60_000, most = 50_000 } = options
  // In order of time, since each key is added once until it is forgotten.
  const claimed = new Map<string, number>()
  return {
    async claim(key) {
      for (const [oldest, at] of claimed) {
        if (claimed.size <= most && now() - at < keepMs) break
        claimed.delete(oldest)
      }
      if (claimed.has(key)) return false
      claimed.set(key, now())
      return true
    },
  }
}

/**
 * What one delivery is known by, however often it comes: an event's id, or the trigger of a command or click.
 * Undefined for a body that has neither.
 */
export function deliveryKey(body: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof body.event_id === 'string') return `event:${body.team_id}:${body.event_id}`
  return typeof body.trigger_id === 'string' ? `trigger:${body.trigger_id}` : undefined
}

/** What a message is known by, whichever event brought it. */
export function messageKey(team: string | undefined, channel: string, ts: string): string {
  return `message:${team}:${channel}:${ts}`
}
