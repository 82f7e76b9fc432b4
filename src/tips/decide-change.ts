import type { TipSubscription } from '../store/store.ts'
import { changeSettings, type TipChanges } from './settings/change-settings.ts'
import { filterMeant } from './settings/filter-meant.ts'
import { filterProblem } from './settings/filter-problem.ts'
import type { Holidays } from './settings/holidays.ts'
import { defaultTipSettings, type TipChoice, type TipSettings } from './settings/settings.ts'
import type { Tip } from './tip.ts'
import { describeChangeProblem } from './words/describe-change-problem.ts'
import type { TipStanding } from './words/tips-standing.ts'

/** What is stored of a channel. */
export interface StoredTips {
  readonly subscription: TipSubscription | undefined
  /** Without days off and a pause that are over. Undefined if there are none that can be read. */
  readonly settings: TipSettings | undefined
}

/** What is to be saved of a channel, or what is said instead. */
export type SettingsDecision<Refused> =
  | { readonly state: 'on' | 'off'; readonly settings: TipChoice }
  | { readonly refused: Refused }

export interface NotSaved {
  /** Why nothing was saved, in a sentence or two. */
  readonly problem: string
  /** What was typed, if it can mean several dates (`YYYY-MM-DD`). */
  readonly several?: { readonly said: string; readonly dates: readonly string[] } | undefined
}

/** What somebody wants changed, and whether tips are to be on with it. */
export type TipCommand = TipChanges & { readonly on: boolean }

interface Surroundings {
  readonly holidays: Holidays
  /** All tips of the notes being served. */
  readonly tips: readonly Tip[]
  readonly now: number
  /** Finds the zone of whoever speaks. */
  readonly zone: () => Promise<string>
}

/** Decides how tips of a channel are to be from now on, by what is stored of it; or why they stay as they are. */
export async function decideChange(
  { subscription, settings }: StoredTips,
  command: TipCommand,
  { holidays, tips, now, zone }: Surroundings,
): Promise<SettingsDecision<NotSaved>> {
  const { on, ...said } = command
  const filter = said.filter && filterMeant(said.filter, tips)
  const changes = { ...said, ...(filter && { filter }) }
  const { holidays: skip } = changes
  const {
    since: _,
    request: __,
    ...before
  } = settings ?? defaultTipSettings(changes.zone ?? (await zone()), 0)
  const area = typeof skip === 'object' ? await holidays.findArea(skip.area) : undefined
  if (typeof skip === 'object' && area === undefined) return refused(unknownArea(skip.area))
  const problem = (on || filter !== undefined) && filterProblem(filter ?? before.filter, tips)
  if (problem) return refused(problem)
  const state = subscription?.state ?? 'none'
  const nothing = nothingToPause(state, command)
  if (nothing) return refused(nothing)
  const calendar = await holidays.calendar(skip === undefined ? before.skipHolidays : area)
  const changed = changeSettings(before, changes, { area, calendar, now })
  if ('problem' in changed) {
    const several = changed.problem.kind === 'several' ? changed.problem : undefined
    return refused(describeChangeProblem(changed.problem, before.daysOff ?? []), several)
  }
  const isOn = on || (state !== 'none' && state !== 'off')
  return { state: isOn ? 'on' : 'off', settings: changed.settings }
}

const refused = (problem: string, several?: NotSaved['several']): SettingsDecision<NotSaved> => ({
  refused: { problem, ...(several && { several }) },
})

/** Why there are no tips to pause or to resume; undefined if there are. */
function nothingToPause(state: TipStanding['state'], { on, pause }: TipCommand): string | undefined {
  if (pause === undefined) return undefined
  if (state === 'none' && (pause === 'none' || !on))
    return (
      `No daily tips are set up here, so there is nothing to ${pause === 'none' ? 'resume' : 'pause'}. \`/talks ` +
      `tips on\` sets them up.`
    )
  return state === 'off' && !on
    ? 'Daily tips are off, so there is nothing to pause. Nothing was changed.'
    : undefined
}

const unknownArea = (text: string) =>
  `I know no public holidays of “${text}”, or several places of that name. Name a country or a region, such as Italy or US-CA.`
