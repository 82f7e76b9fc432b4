import { dateIn } from '../calendar/in-zone.ts'
import type { Corpus } from '../notes/corpus.ts'
import type { TipChannel, Verdict, VerdictStore } from '../store/store.ts'
import { tipAfter } from './choose-tip.ts'
import type { AskedClock } from './clock.ts'
import {
  decideChange,
  type NotSaved,
  type SettingsDecision,
  type StoredTips,
  type TipCommand,
} from './decide-change.ts'
import type { PostResult } from './posting/post-result.ts'
import { stillComing } from './posting/still-coming.ts'
import type { TipPoster } from './posting/tip-poster.ts'
import { filterProblem } from './settings/filter-problem.ts'
import type { Holidays, NamedArea } from './settings/holidays.ts'
import { withoutPast } from './settings/past-days-off.ts'
import { type DuePost, nextPosts } from './settings/posts-due.ts'
import { saveTipSettings } from './settings/save-tip-settings.ts'
import type { TipChoice, TipSettings } from './settings/settings.ts'
import { readTipSettings } from './settings/stored-settings.ts'
import { createTipSource, drawFrom, type Tip, type TipSource } from './tip.ts'
import type { TipStore } from './tip-parts.ts'
import type { TipStanding } from './words/tips-standing.ts'

/** Who speaks of the tips of which channel. */
export interface Requester {
  readonly channel: TipChannel
  readonly userId: string
  /** Names what they ask for: the same however often it is delivered. What was saved for it is not changed again. */
  readonly request: string
}

/** What people do with tips, by words or by clicks. */
export interface TipDesk {
  standing(channel: TipChannel): Promise<TipStanding>
  /** Whether the settings that hold were saved for this request. */
  isSaved(speaker: Pick<Requester, 'channel' | 'request'>): Promise<boolean>
  /**
   * Changes what is named and leaves the rest. What was never chosen is as in `defaultTipSettings`, with the time zone that
   * `zone` finds.
   */
  change(speaker: Requester, command: TipCommand, zone: () => Promise<string>): Promise<Saved | NotSaved>
  save(speaker: Requester, state: 'on' | 'off', settings: TipChoice): Promise<Saved>
  turnOff(speaker: Requester): Promise<Saved>
  /** All countries and regions whose public holidays are known. */
  holidayAreas(): Promise<readonly NamedArea[]>
  /** The notes being served. */
  corpus(): Corpus
  /** Epoch milliseconds. */
  now(): number
  /** Of the notes being served. */
  tips: TipSource
  /** Posts a tip at once. `request` identifies what was asked for, so that the same request delivered twice posts one tip. */
  postNow(channel: TipChannel, request: string): Promise<PostResult>
  /**
   * The tip after this one for one person, in an order of their own: going on from tip to tip shows each that the channel
   * draws from once, but for the newest, which everybody sees there anyway. Undefined if there is no other.
   */
  another(speaker: Pick<Requester, 'channel' | 'userId'>, tipId: string): Promise<Tip | undefined>
  /** Of each person, the last verdict on a tip counts. Resolves as `saveVerdict`. */
  judge(
    judgement: Pick<Verdict, 'teamId' | 'userId' | 'verdict'> & { readonly tipId: string },
  ): Promise<boolean>
}

/** How tips stood, and how they stand now. */
export interface Saved {
  /** Undefined if it was saved before, when the same request came first. */
  readonly before: TipStanding | undefined
  readonly standing: TipStanding
}

interface TipDeskParts {
  readonly store: TipStore & VerdictStore
  readonly corpus: () => Corpus
  readonly holidays: Holidays
  readonly poster: Pick<TipPoster, 'postNow'>
  /** Slack's clock, by which tips appear. */
  readonly clock: Pick<AskedClock, 'now' | 'makeSure'>
}

export function createTipDesk({ store, corpus, holidays, poster, clock }: TipDeskParts): TipDesk {
  const { now } = clock
  const tips = createTipSource(corpus)

  async function standing(channel: TipChannel): Promise<TipStanding> {
    const { subscription, settings } = await read(channel)
    if (subscription === undefined || settings === undefined) return { state: 'none' }
    const area = settings.skipHolidays
    const chosen = {
      settings,
      holidayArea: area && (await holidays.areaName(area)),
      next: await nextPost(channel, settings),
      filterProblem: filterProblem(settings.filter, await tips()),
      stillComing: await stillComing({ store, now }, channel),
    }
    const { state, pauseReason = '' } = subscription
    return state === 'paused' ? { ...chosen, state, reason: pauseReason } : { ...chosen, state }
  }

  async function read(channel: TipChannel): Promise<StoredTips> {
    await clock.makeSure?.()
    const subscription = await store.tipSubscription(channel)
    const settings = subscription && readTipSettings(subscription.settings)
    return { subscription, settings: settings && withoutPast(settings, dateIn(settings.zone, now())) }
  }

  /** The next post that people will see: a day that got its tip before the settings were changed gets no other. */
  async function nextPost(channel: TipChannel, settings: TipSettings): Promise<DuePost | undefined> {
    const calendar = await holidays.calendar(settings.skipHolidays)
    for (const post of nextPosts(settings, calendar, { from: now(), count: 3 })) {
      const record = await store.tipRecord({ ...channel, occasion: post.date })
      const isToCome = record?.appearsAt !== undefined && record.appearsAt > now()
      if (record === undefined || record.state === 'open' || isToCome) return post
    }
    return undefined
  }

  /** Decides by what is stored, and saves it. If somebody else has saved meanwhile, decides again, so that their change stays. */
  async function saveAs<Refused>(
    speaker: Requester,
    decide: (found: StoredTips) => Promise<SettingsDecision<Refused>>,
  ): Promise<Saved | Refused> {
    const { channel, userId: setUpBy, request } = speaker
    for (;;) {
      const found = await read(channel)
      const before = await standing(channel)
      if (found.settings?.request === request) return { before: undefined, standing: before }
      const decision = await decide(found)
      if ('refused' in decision) return decision.refused
      const ifRevision = found.subscription?.revision ?? 0
      const choice = { ...decision, channel, setUpBy, request, ifRevision, now: now() }
      if (await saveTipSettings({ store, holidays }, choice))
        return { before, standing: await standing(channel) }
    }
  }

  return {
    standing,
    async isSaved({ channel, request }) {
      return (await read(channel)).settings?.request === request
    },
    save: (speaker, state, settings) => saveAs<never>(speaker, async () => ({ state, settings })),
    corpus,
    now,
    tips,
    async holidayAreas() {
      const countries = await holidays.countries()
      const regions = await Promise.all(countries.map(({ country }) => holidays.regions(country)))
      return [...countries, ...regions.flat()]
    },
    change: (speaker, command, zone) =>
      saveAs<NotSaved>(speaker, async (found) =>
        decideChange(found, command, { holidays, tips: await tips(), now: now(), zone }),
      ),
    turnOff: (speaker) =>
      saveAs<Saved>(speaker, async ({ settings }) =>
        settings === undefined
          ? { refused: { before: { state: 'none' }, standing: { state: 'none' } } }
          : { state: 'off', settings },
      ),
    async postNow(channel, request) {
      const { settings } = await read(channel)
      return poster.postNow({ channel, filter: settings?.filter ?? { kind: 'all' }, request })
    },
    async another({ channel, userId }, tipId) {
      const { settings } = await read(channel)
      const drawn = drawFrom(await tips(), settings?.filter ?? { kind: 'all' })
      const newest = (await store.tipRotation(channel)).tipIds.at(-1)
      const unseen = drawn.filter(({ id }) => id === tipId || id !== newest)
      const seed = `${channel.teamId}/${userId}`
      return tipAfter(unseen, tipId, seed) ?? tipAfter(drawn, tipId, seed)
    },
    judge: ({ teamId, userId, verdict, tipId }) =>
      store.saveVerdict({ teamId, userId, verdict, subject: `tip:${tipId}` }, now()),
  }
}
