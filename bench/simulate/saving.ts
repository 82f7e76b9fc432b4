import { actionIds } from '../../src/slack/blocks/buttons-and-values.ts'
import { plainTime } from '../../src/tips/words/describe-settings.ts'
import type { Ephemeral, InputValues, View } from '../../src/workspace/records.ts'
import { pick, type Random } from '../random.ts'
import { askAloud, askByCommand, askPrivately, rest, type Trouble, waitFor } from './asking.ts'
import { type Act, calm, isOpen, type Scene, troubled } from './scene.ts'
import { dayOf, isSame, type Standing, standingOf, type TipsHere } from './settings.ts'
import { drawTime, drawWish, februaryDays, type Wish } from './wishes.ts'

/** Ways in which people change the settings of a channel's tips. */
export const savingActs: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  'tips by command': [4, byCommand],
  'tips by mention': [2, byMention],
  'tips by a button': [1, byButton],
  'tips by the settings': [4, bySettings],
  'tips by two at once': [1, byTwo],
}

/** Where a bot can die while it saves, besides where it can die whatever it answers. */
const deaths = ['before tipSubscription', 'before saveTipSubscription', 'after saveTipSubscription'] as const

async function byCommand(scene: Scene): Promise<void> {
  await granting(drawWish(scene.random), scene, async (here, wish) => {
    const asking = troubled(scene, 'chat.postEphemeral', deaths)
    await askByCommand(asking, `tips ${wish.words}`, here.channelId)
    return asking.trouble
  })
}

async function byMention(scene: Scene): Promise<void> {
  await granting(drawWish(scene.random), scene, async (here, wish) => {
    const asking = troubled(scene, 'chat.postMessage', deaths)
    await askAloud(asking, here.channelId, `tips ${wish.words}`)
    return asking.trouble
  })
}

/** "Resume now", below what is said of a pause. */
async function byButton(scene: Scene): Promise<void> {
  const { place, told } = scene
  const pause: Wish = {
    words: 'on pause until 5 March 2027',
    isGranted: (before, after, today) =>
      isSame({ ...before, state: 'on', pausedUntil: '2027-03-05' }, after, today),
  }
  await granting(pause, scene, async (here) => {
    await askByCommand(calm(scene), `tips ${pause.words}`, here.channelId)
    return undefined
  })
  const resume: Wish = {
    words: 'resume',
    isGranted: (before, after, today) => isSame({ ...before, pausedUntil: '' }, after, today),
  }
  await granting(resume, scene, async ({ channelId }) => {
    const { workspace } = place
    const answer = workspace.ephemerals(channelId).at(-1)
    if (answer === undefined || !JSON.stringify(answer).includes('Resume now')) {
      told('no button to resume')
      return undefined
    }
    const asking = troubled(scene, 'responses', deaths)
    await askPrivately(asking, () => workspace.click(answer, `${actionIds.sayTips}0`))
    return asking.trouble
  })
}

/** Settings that are opened, filled in and saved; again if Slack says that saving did not work. */
async function bySettings(scene: Scene): Promise<void> {
  const { place, told, random, clock, store } = scene
  const { workspace, weather } = place
  const here = changedOne(scene)
  const shown = await standingOf(here, store)
  await workspace.command('/talks', 'tips', here.channelId)
  const view = await workspace.until(() => workspace.views()[0], 'the settings').catch(() => undefined)
  if (view === undefined) return told('the settings do not open')
  // Somebody else saves meanwhile, once the bot is done with what opened them: what is saved last holds.
  if (random() < 0.2) {
    await waitFor(async () => !(await isOpen(scene))).catch(() => told('a question stays open'))
    await byCommand({ ...scene, tips: [here] })
  }
  const before = await standingOf(here, store)
  const form = fillIn(view, opened(view, shown), random)
  const wish: Wish = {
    words: 'as put in',
    isGranted: (_, after, today) => isSame(form.wanted, after, today),
  }
  const asking = troubled(scene, 'chat.postEphemeral', deaths)
  if (asking.trouble === undefined && random() < 0.2) setTimeout(place.bots[0]!.drop, random() * 60)
  const heard = wordsTo(scene)
  const isSaved = await submit(view, form.values, scene)
  if (isSaved && !isDeath(asking.trouble))
    await waitFor(() => heard().length > 0).catch(() => told('not a word about what was saved'))
  await place.revive()
  // Whoever died may not have noted that the settings are open.
  await waitFor(async () => !(await asking.isOpen())).catch(() => told('a question stays open'))
  await rest(place)
  await judge({ here, wish, before, heard, isSaved, trouble: asking.trouble }, scene)
  if (isSaved) return
  weather.calm()
  if (!(await submit(view, form.values, scene))) told('what Slack says to try again does not work then')
  await rest(place)
  const after = await standingOf(here, store)
  if (!isSame(form.wanted, after, dayOf(clock.now()))) told('what was saved again does not hold')
  here.confirmed = after
}

/** @returns false if Slack says that it did not work, and keeps what was put in */
async function submit(view: View, values: InputValues, { place, told }: Scene): Promise<boolean> {
  try {
    const { errors } = await place.workspace.submit(view, values)
    if (Object.keys(errors).length > 0) told(`refused as ${JSON.stringify(errors)}`)
    return true
  } catch {
    return false
  }
}

/** Two people change different things in the same moment: both hold. */
async function byTwo(scene: Scene): Promise<void> {
  const { place, random, tally } = scene
  const { workspace } = place
  const time = drawTime(random)
  const both: Wish = {
    words: `at ${time} UTC, and on mondays and fridays`,
    isGranted: (before, after, today) =>
      isSame({ ...before, state: 'on', time, weekdays: [1, 5] }, after, today),
  }
  tally.questions += 2
  const here = changedOne(scene)
  const before = await standingOf(here, scene.store)
  const heard = wordsTo(scene)
  const toColleague = () => workspace.ephemerals(here.channelId, { as: workspace.colleague }).length
  const earlier = toColleague()
  await Promise.all([
    workspace.command('/talks', `tips at ${time} UTC`, here.channelId),
    workspace.command('/talks', 'tips on mondays and fridays', here.channelId, { as: workspace.colleague }),
  ])
  await waitFor(() => heard().length > 0 && toColleague() > earlier).catch(() =>
    scene.told('two save, and one hears nothing'),
  )
  await rest(place)
  const isSaid = () => ['Both are saved.']
  await judge({ here, wish: both, before, heard: isSaid, isSaved: true, trouble: undefined }, scene)
}

const changedOne = ({ place, tips, random }: Scene): TipsHere =>
  pick(
    tips.filter((each) => each.place === place && each.isChanged),
    random,
  )

/** Somebody wishes for something, and what they are told of it is held to what the store has then. */
async function granting(
  wish: Wish,
  scene: Scene,
  ask: (here: TipsHere, wish: Wish) => Promise<Trouble>,
): Promise<void> {
  const here = changedOne(scene)
  const before = await standingOf(here, scene.store)
  const heard = wordsTo(scene)
  const trouble = await ask(here, wish)
  await judge({ here, wish, before, heard, isSaved: false, trouble }, scene)
}

/** What became of a wish, and what was said of it. */
interface Outcome {
  readonly here: TipsHere
  readonly wish: Wish
  readonly before: Standing
  readonly heard: () => readonly string[]
  /** Whether the settings closed, which says that they are saved. */
  readonly isSaved: boolean
  readonly trouble: Trouble
}

/** What was confirmed holds. If it was said that it failed, what was there before does; and if neither was said, one of both. */
async function judge(
  { here, wish, before, heard, isSaved, trouble }: Outcome,
  { store, clock, told }: Scene,
): Promise<void> {
  const after = await standingOf(here, store)
  const today = dayOf(clock.now())
  const words = heard()
  const confirmation = words.findLast((each) => /Daily tips are|are saved/.test(each))
  const isGranted = wish.isGranted(before, after, today)
  const isKept = isSame(before, after, today)
  const isConfirmed = trouble === undefined || isSaved || confirmation !== undefined
  const hasFailed = words.some((each) => each.includes('could not'))
  const isTrue = isConfirmed ? isGranted : hasFailed ? isKept : isGranted || isKept
  if (!isTrue || (confirmation !== undefined && !saysWhatHolds(confirmation, after)))
    told(
      `tips ${wish.words} at ${JSON.stringify(before)} makes ${JSON.stringify(after)} with ${JSON.stringify(trouble)}, and says ${JSON.stringify(words)}`,
    )
  here.confirmed = after
}

function saysWhatHolds(words: string, { state, time }: Standing): boolean {
  if (words.includes('are saved')) return true
  return state === 'off'
    ? words.includes('Daily tips are off')
    : words.includes(` at ${plainTime(time)} (`) && !words.includes('Daily tips are off')
}

/** What the bots have said since: in private, in direct messages and in threads. */
function wordsTo({ place: { workspace } }: Pick<Scene, 'place'>): () => readonly string[] {
  const all = () => [
    ...workspace.ephemerals().filter(({ user }) => user === workspace.botUserId),
    ...['dm', 'tips'].flatMap((name) =>
      workspace
        .messages(name === 'dm' ? name : `#${name}`)
        .filter(({ bot_id, thread_ts }) => bot_id && (name === 'dm' || thread_ts)),
    ),
  ]
  const before = new Set(all().map(({ ts }) => ts))
  return () =>
    all()
      .filter(({ ts }) => !before.has(ts))
      .toSorted((a, b) => Number(a.ts) - Number(b.ts))
      .map(wordsOf)
}

/** All that a message shows: its `text`, which notifications show, may be cut. */
function wordsOf({ text, blocks = [] }: Pick<Ephemeral, 'text' | 'blocks'>): string {
  const shown: string[] = []
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') shown.push(value)
    return value
  })
  return shown.length === 0 ? text : shown.join('')
}

const isDeath = (trouble: Trouble): boolean => trouble?.kind === 'death' || trouble?.kind === 'kill'

/** What the form says if nobody touches it: as it was when it was opened. */
function opened(view: View, before: Standing): Standing {
  const value = (name: string, key: string) => view.state.values[name]?.[name]?.[key]
  const chosen = value('state', 'selected_option') as { readonly value: string }
  const weekdays = value('weekdays', 'selected_options') as readonly { readonly value: string }[]
  return {
    ...before,
    state: chosen.value,
    time: String(value('time', 'selected_time')),
    weekdays: weekdays.map(({ value }) => Number(value)),
    pausedUntil: String(value('pausedUntil', 'selected_date') ?? ''),
  }
}

/** Some inputs are changed. */
function fillIn(view: View, before: Standing, random: Random) {
  const time = drawTime(random)
  const state = pick(['on', 'off'], random)
  const changes: readonly (readonly [Partial<Standing>, InputValues])[] = [
    [{ time }, { time: { time: { type: 'timepicker', selected_time: time } } }],
    [
      { state },
      { state: { state: { type: 'radio_buttons', selected_option: optionOf(view, 'state', state) } } },
    ],
    [
      { daysOff: februaryDays },
      { daysOff: { daysOff: { type: 'plain_text_input', value: '1 Feb 2027 to 4 Feb 2027' } } },
    ],
    [
      { pausedUntil: '2027-03-08' },
      { pausedUntil: { pausedUntil: { type: 'datepicker', selected_date: '2027-03-08' } } },
    ],
    [{ pausedUntil: '' }, { pausedUntil: { pausedUntil: { type: 'datepicker', selected_date: null } } }],
  ]
  const made = changes.filter(() => random() < 0.4)
  return {
    wanted: Object.assign({ ...before }, ...made.map(([change]) => change)) as Standing,
    values: Object.assign({}, ...made.map(([, values]) => values)) as InputValues,
  }
}

function optionOf(view: View, name: string, value: string): unknown {
  const input = view.blocks.find(({ block_id }) => block_id === name) as
    | { readonly element?: { readonly options?: readonly { readonly value: string }[] } }
    | undefined
  return input?.element?.options?.find((option) => option.value === value)
}
