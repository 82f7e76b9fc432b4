import type { TipChanges } from '../settings/change-settings.ts'

/** What somebody said about the tips of a channel. */
export type TipsCommand =
  /** Nothing was said: the settings are to be shown. */
  | { readonly kind: 'settings' }
  | { readonly kind: 'off' }
  | { readonly kind: 'now' }
  | { readonly kind: 'status' }
  /** The days off are to be listed. */
  | { readonly kind: 'days-off' }
  /** Turn tips on if `on` is true, and change what is given; the rest stays. */
  | ({ readonly kind: 'change'; readonly on: boolean } & TipChanges)
  /** The zone could be any of several. */
  | { readonly kind: 'which-zone'; readonly name: string; readonly zones: readonly string[] }
  /** What can be said is asked for. */
  | { readonly kind: 'help'; readonly examples: readonly string[] }
  /** `part` is the first thing that was not understood, as typed. */
  | { readonly kind: 'not-understood'; readonly part: string; readonly examples: readonly string[] }
