import type { Corpus } from '../notes/corpus.ts'
import type { VerdictStore } from '../store/store.ts'
import type { AskedClock, Clock } from './clock.ts'
import type { TipPolicy } from './posting/tip-policy.ts'
import { createTipPoster, type TipPoster } from './posting/tip-poster.ts'
import { createTipScheduler, type TipScheduler } from './posting/tip-scheduler.ts'
import type { InstantTipSender, TipSender } from './posting/tip-sender.ts'
import { createHolidays } from './settings/holidays.ts'
import { createTipDesk, type TipDesk } from './tip-desk.ts'
import type { TipLog, TipStore } from './tip-parts.ts'

interface DailyTipsParts {
  readonly store: TipStore & VerdictStore
  readonly corpus: () => Corpus
  /** For daily tips, which may be handed over ahead of their time. */
  readonly sender: TipSender
  /** For tips on request, which must appear at once. */
  readonly instantSender: InstantTipSender
  readonly clock: Clock
  /** Slack's clock. By this machine's, which may be wrong, tips could come late or not at all. */
  readonly slackClock: AskedClock
  readonly log: TipLog
  readonly policy?: Partial<TipPolicy>
}

/** What people use of tips, and what posts them. */
export interface DailyTips {
  readonly desk: TipDesk
  readonly poster: TipPoster
  readonly scheduler: TipScheduler
}

export function createDailyTips({ clock, slackClock, ...parts }: DailyTipsParts): DailyTips {
  const { store, log, sender } = parts
  const shared = { ...parts, holidays: createHolidays() }
  const isSure = async () => (await slackClock.makeSure?.()) ?? true
  const poster = createTipPoster({ ...shared, now: () => slackClock.now(), isSure })
  return {
    desk: createTipDesk({ ...shared, poster, clock: slackClock }),
    poster,
    scheduler: createTipScheduler({ store, poster, leadMs: sender.leadMs, clock: slackClock, log }),
  }
}
