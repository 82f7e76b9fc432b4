import { describeDate } from '../calendar/describe-days.ts'
import { dateIn } from '../calendar/in-zone.ts'
import type { Corpus } from '../notes/corpus.ts'
import { shownPlace } from '../notes/format-problem.ts'
import type { TipRotation, TipSubscription } from '../store/store.ts'
import { nextTip, rotationSeed } from '../tips/choose-tip.ts'
import type { Holidays } from '../tips/settings/holidays.ts'
import { withoutPast } from '../tips/settings/past-days-off.ts'
import { type DuePost, nextPosts } from '../tips/settings/posts-due.ts'
import type { TipSettings } from '../tips/settings/settings.ts'
import { allTips, drawFrom, type Tip } from '../tips/tip.ts'
import type { TipStore } from '../tips/tip-parts.ts'
import { describePost, describeSettings } from '../tips/words/describe-settings.ts'

export interface PreviewParts {
  readonly store: TipStore
  readonly corpus: Corpus
  readonly holidays: Holidays
  readonly now: number
  /** How many tips to show. */
  readonly count: number
}

/** How the tips stand, what Slack holds already, then what will be chosen; and whether there is anything to choose from. */
export async function previewSubscription(
  subscription: TipSubscription,
  settings: TipSettings,
  { store, corpus, holidays, now, count }: PreviewParts,
): Promise<{ readonly lines: readonly string[]; readonly hasTips: boolean }> {
  const calendar = await holidays.calendar(settings.skipHolidays)
  const [from, isOn] = [Math.max(now, subscription.nextAt), subscription.state === 'on']
  const held = isOn ? await store.tipsToAppear(now, subscription) : []
  const posts = isOn ? nextPosts(settings, calendar, { from, count: Math.max(0, count - held.length) }) : []
  const tips = await allTips(corpus)
  const heldLines = held.flatMap(({ appearsAt, plan }) => {
    const chosen = tips.find(({ id }) => id === plan?.tipId)
    return chosen ? [line({ at: appearsAt! }, settings, chosen)] : []
  })
  const [next = posts[0]] = held.map(({ appearsAt }) => ({ at: appearsAt! }))
  const lines = [await title(subscription, settings, { next, holidays, now }), ...heldLines]
  const drawn = drawFrom(tips, settings.filter)
  if (drawn.length === 0) return { lines, hasTips: false }
  const rotation = await store.tipRotation(subscription)
  const standing = { rotation, seed: rotationSeed(subscription) }
  return { lines: [...lines, ...preview(posts, settings, drawn, standing)], hasTips: true }
}

async function title(
  { channelId, state, pauseReason }: TipSubscription,
  settings: TipSettings,
  {
    next,
    holidays,
    now,
  }: {
    readonly next: Pick<DuePost, 'at'> | undefined
    readonly holidays: Holidays
    readonly now: number
  },
): Promise<string> {
  if (state === 'off') return `${channelId}: tips are off.`
  if (state === 'paused') return `${channelId}: ${pauseReason ?? 'paused.'}`
  const area = settings.skipHolidays && (await holidays.areaName(settings.skipHolidays))
  const current = withoutPast(settings, dateIn(settings.zone, now))
  const until = current.pausedUntil === undefined ? '' : ` Paused until ${describeDate(current.pausedUntil)}.`
  return `${channelId}: ${describeSettings(current, { holidayArea: area, next })}${until}`
}

function* preview(
  posts: readonly DuePost[],
  settings: TipSettings,
  drawn: readonly Tip[],
  { rotation, seed }: { readonly rotation: TipRotation; readonly seed: string },
): Generator<string> {
  let state = rotation
  for (const post of posts) {
    const next = nextTip(drawn, state, seed)!
    state = next.rotation
    yield line(post, settings, next.tip)
  }
}

const line = (post: Pick<DuePost, 'at'>, settings: TipSettings, { passage, talk }: Tip) =>
  `${describePost(post, settings)}: ${passage.text} (${talk.title}, ${shownPlace({ file: talk.file, line: passage.line })})`
