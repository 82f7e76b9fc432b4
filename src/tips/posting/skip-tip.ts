import type { TipOccasion } from '../../store/store.ts'
import type { TipLog } from '../tip-parts.ts'
import type { PostResult } from './post-result.ts'
import { occasionName } from './tip-occasion.ts'

/** The result for a day that has no tip, logged. */
export function skipTip(occasion: TipOccasion, reason: string, log: TipLog): PostResult {
  log.info(`${occasionName(occasion)}: skipped. ${reason}`)
  return { kind: 'skipped', reason }
}
