import { describeDate } from '../../calendar/describe-days.ts'
import type { DuePost } from '../settings/posts-due.ts'
import type { TipSettings } from '../settings/settings.ts'
import { describeChoice, describePost, describeSettings } from './describe-settings.ts'

/** How the tips of a channel stand. */
export type TipStanding =
  /** Nobody has set them up yet. */
  | { readonly state: 'none' }
  | (Chosen & { readonly state: 'on' | 'off' })
  /** Hallway stopped by itself. */
  | (Chosen & { readonly state: 'paused'; readonly reason: string })

interface Chosen {
  /** Without days off and a pause that are over. */
  readonly settings: TipSettings
  /** The area whose holidays are skipped, by name. */
  readonly holidayArea?: string | undefined
  /** The next post, as far as tips are or were on. */
  readonly next?: DuePost | undefined
  /** Why what tips are drawn from gives none, in a sentence. */
  readonly filterProblem?: string | undefined
  /** When a tip appears that nobody can stop any more, whatever the settings say now. */
  readonly stillComing?: number | undefined
}

/**
 * A standing in plain words: what holds, then what that means. What one can type stands between backticks.
 *
 * describeStanding({ state: 'none' }).headline // => 'No daily tips are set up here.'
 */
export function describeStanding(standing: TipStanding): {
  readonly headline: string
  readonly details: string
} {
  switch (standing.state) {
    case 'none':
      return {
        headline: 'No daily tips are set up here.',
        details: '`/talks tips on` posts one on weekdays at 9:00; `/talks tips` offers all the choices.',
      }
    case 'on': {
      const { pausedUntil } = standing.settings
      const details =
        describeSettings(standing.settings, standing) +
        lacking(standing) +
        onItsWay(standing, standing.next?.at)
      return pausedUntil === undefined
        ? { headline: 'Daily tips are on.', details }
        : {
            headline: `Daily tips are paused until ${describeDate(pausedUntil)}.`,
            details: `${details} \`/talks tips resume\` ends the pause.`,
          }
    }
    case 'off':
      return {
        headline: 'Daily tips are off.',
        details: `\`/talks tips on\` starts them: ${describeChoice(standing.settings, standing.holidayArea)}${lacking(standing)}${onItsWay(standing)}`,
      }
    case 'paused':
      return {
        headline: 'Daily tips have stopped.',
        details: `${standing.reason} \`/talks tips on\` starts them again.${onItsWay(standing)}`,
      }
  }
}

/** Says so if there is nothing to draw from. */
const lacking = ({ filterProblem }: Chosen) => (filterProblem === undefined ? '' : ` ${filterProblem}`)

/** Says so if a tip comes that nobody expects. */
function onItsWay({ stillComing, settings }: Chosen, expected?: number): string {
  return stillComing === undefined || stillComing === expected
    ? ''
    : ` One more tip is on its way already: ${describePost({ at: stillComing }, settings)}.`
}
