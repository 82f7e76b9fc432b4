import type { Weekday } from '../settings/settings.ts'
import type { TipFilter } from '../tip.ts'

/** What somebody said about the tips of a channel. */
export type TipsCommand =
  /** Nothing was said: the settings are to be shown. */
  | { readonly kind: 'settings' }
  | { readonly kind: 'off' }
  | { readonly kind: 'now' }
  | { readonly kind: 'status' }
  /** Turn tips on if `on` is true, and change what is given; the rest stays. */
  | ({ readonly kind: 'change'; readonly on: boolean } & TipChanges)
  /** `part` is the first thing that was not understood, as typed. */
  | { readonly kind: 'not-understood'; readonly part: string; readonly examples: readonly string[] }

export interface TipChanges {
  /** `HH:MM`. */
  readonly time?: string
  readonly zone?: string
  readonly weekdays?: readonly Weekday[]
  /** The country or region whose holidays are skipped, as typed; `none`: no holidays are skipped. */
  readonly holidays?: 'none' | { readonly area: string }
  readonly filter?: TipFilter
}
