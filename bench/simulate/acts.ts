import { queueLimits } from '../../src/slack/client/answer-queue.ts'
import { pick, shuffle } from '../random.ts'
import {
  type Asking,
  askAloud,
  askByCommand,
  listen,
  questions,
  refusals,
  rest,
  settle,
  waitFor,
} from './asking.ts'
import { savingActs } from './saving.ts'
import { type Act, isOpen, type Scene, troubled } from './scene.ts'
import type { TipsHere } from './settings.ts'

/** What happens in a simulation, by name; how often each is drawn. */
export const acts: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  dm: [6, (scene) => aloud(scene, 'dm')],
  mention: [6, (scene) => aloud(scene, '#talks')],
  command: [4, command],
  ...savingActs,
  modal: [3, modal],
  share: [2, share],
  'all away': [1, allAway],
  outage: [0.5, outage],
  'many at once': [1, manyAtOnce],
  'late events': [2, late],
  'an event again': [3, again],
  time: [14, time],
  clock: [2, wrongClock],
  'notes go or come': [0.4, ({ notes }) => notes.goOrCome()],
  'a note is edited': [0.4, ({ notes, random }) => notes.edit(random)],
  refresh: [1, async ({ place }) => place.workspace.socket.refresh('refresh_requested')],
  drop: [0.2, drop],
  lost: [0.3, lost],
  restart: [1, restart],
  kill: [1, kill],
}

const aloud = (scene: Scene, where: 'dm' | '#talks') =>
  askAloud(troubled(scene, 'chat.postMessage'), where, pick(questions, scene.random))

async function command(scene: Scene): Promise<void> {
  await askByCommand(troubled(scene, 'responses'), pick(questions, scene.random))
}

/** The settings open, or a word says why not; another choice in them is shown, or a word says why not. */
async function modal({ place, tips, random, told, tally }: Scene): Promise<void> {
  const { workspace, weather } = place
  const { channelId } = tips.find((each) => each.place === place && each.isChanged)!
  const isRefused = random() < 0.4
  const refusal = pick(['expired_trigger_id', 'internal_error'], random)
  if (isRefused) weather.arm('views.open', { refusal })
  const said = listen(place)
  tally.questions += 1
  await workspace.command('/talks', 'tips', channelId)
  await workspace
    .until(() => workspace.views().length > 0 || said() > 0, 'settings or a word')
    .catch(() => told('neither settings nor a word'))
  await rest(place)
  if (said() !== (isRefused ? 1 : 0))
    told(`${said()} words, with the settings ${isRefused ? refusal : 'open'}`)
  const [view] = workspace.views()
  if (view === undefined) return
  if (random() < 0.5) {
    tally.faults += 1
    weather.arm('views.update', { refusal: pick(['hash_conflict', 'not_found'], random) })
    const selected_option = { text: { type: 'plain_text', text: 'One event' }, value: 'event' }
    await workspace.click(view, 'tip_source', { chosen: { selected_option } })
    await workspace.until(() => said() > 0, 'a word').catch(() => told('no word about a choice'))
    await rest(place)
    if (said() !== 1) told(`${said()} words about a choice that could not be shown`)
  }
  await workspace.closeView(view)
}

/** Events are held on their way while time passes, and come in another order. */
async function late({ place, clock, random, store, told, tally }: Scene): Promise<void> {
  const { workspace, weather } = place
  weather.isHolding = true
  const asked: string[] = []
  for (const question of shuffle(questions, random).slice(0, 3)) {
    const { ts } = await workspace.say('#talks', `@Hallway ${question}`)
    asked.push(ts)
  }
  tally.questions += asked.length
  const answered = () =>
    asked.map((ts) => workspace.thread('#talks', ts).filter(({ bot_id }) => bot_id).length)
  await waitFor(() => weather.held.length >= asked.length)
  clock.pass(Math.floor(random() * 2 * 60_000))
  weather.isHolding = false
  const envelopes = shuffle(weather.held.splice(0), random)
  for (const envelope of envelopes) weather.delivered.push({ text: envelope, at: clock.now() })
  // Slack goes on delivering what a connection that just ended took with it.
  for (let tries = 0; tries < 20 && answered().some((count) => count === 0); tries += 1) {
    for (const envelope of envelopes) await waitFor(() => place.bots.some((bot) => bot.deliver(envelope)))
    await workspace.until(() => answered().every((count) => count > 0), 'answers', 3_000).catch(() => {})
  }
  await rest(place)
  if (answered().every((count) => count === 1)) return
  const { teamId } = workspace
  const { id } = workspace.channel('#talks')
  const isNew = (ts: string) => store.claimDelivery(teamId, `message:${id}:${ts}`, clock.now())
  const claims = await Promise.all(asked.map(isNew))
  told(`${answered()} answers to late events, of which ${claims} were never handled`)
}

/** What was delivered, up to twelve hours ago, comes again: to any bot, perhaps to several. */
async function again({ place, clock, random, told, tally }: Scene): Promise<void> {
  const { workspace, weather, bots } = place
  const isRecent = ({ at }: { readonly at: number }) => clock.now() - at < 12 * 60 * 60_000
  const recent = weather.delivered.filter(isRecent)
  if (recent.length === 0) return
  const replies = (where: string) =>
    workspace.messages(where).filter(({ bot_id, thread_ts }) => bot_id && thread_ts).length
  const count = () => replies('dm') + replies('#talks') + workspace.ephemerals().length
  const before = count()
  const { text } = pick(recent, random)
  tally.replays += 1
  for (const bot of random() < 0.5 ? bots : bots.slice(0, 1)) bot.deliver(text)
  await rest(place)
  if (count() !== before) told(`${count() - before} answers to what was answered before`)
}

const minute = 60_000

/** Some minutes pass, or a night; tips that are due are looked for, while things go wrong. */
async function time(scene: Scene): Promise<void> {
  const { place, clock, random, tips, tally } = scene
  const hour = new Date(clock.now()).getUTCHours()
  if (hour >= 18) {
    clock.ofBots.now()
    clock.pass((24 - hour + 7) * 60 * minute)
    tally.days += 1
  } else clock.pass(Math.floor((5 + random() * 15) * minute))
  await place.workspace.clock.skipTo(place.workspace.clock.now())
  const trouble = random()
  const { weather } = place
  const point = pick(
    [
      'after claimTip',
      'after planTip',
      'before chat.scheduleMessage',
      'after chat.scheduleMessage',
      'before finishTip',
    ] as const,
    random,
  )
  if (trouble < 0.15) weather.killAt(point)
  else if (trouble < 0.3)
    weather.arm(
      'chat.scheduleMessage',
      pick(
        [
          'reset after',
          'reset before',
          'gateway failure after',
          'too many',
          'too busy',
          'half an answer',
        ] as const,
        random,
      ),
    )
  else if (trouble < 0.36) weather.arm('chat.scheduleMessage', pick(refusals, random))
  else if (trouble < 0.42)
    weather.failStore(
      place.database.kind === 'sqlite' ? 'disk-full' : 'unreachable',
      1 + Math.floor(random() * 5),
    )
  await Promise.all(place.bots.map((bot) => bot.look()))
  tally.deaths += await place.revive()
  weather.calm()
  // Somebody looks again before the hour is over in which Slack holds a tip: so long, it tells whether it has it.
  for (let look = 0; look < 3 && (await hasOpenTips(scene)); look += 1) {
    clock.pass(1.5 * minute)
    await place.bots[0]!.look()
  }
  await place.workspace.clock.skipTo(place.workspace.clock.now())
  for (const here of tips) if (here.place === place) await noteRefusals(here, scene)
}

async function hasOpenTips({ place, tips, store }: Scene): Promise<boolean> {
  const { teamId } = place.workspace
  for (const { place: other, channelId } of tips)
    if (other === place && (await store.openTips({ teamId, channelId })).length > 0) return true
  return false
}

/** A refusal for good is a reason that is stated, to who set the tips up. */
async function noteRefusals({ place, channelId, refused }: TipsHere, { store }: Scene): Promise<void> {
  const channel = { teamId: place.workspace.teamId, channelId }
  for (const { state, occasion } of await store.tipHistory(channel, 3))
    if (state === 'failed') refused.add(occasion)
}

/** By hours, or by days, either way; or right again. */
async function wrongClock({ clock, random }: Scene): Promise<void> {
  const share = random()
  const hours = share < 0.5 ? 0 : share < 0.85 ? 3 : 20 * 24
  clock.mislead(Math.round((random() - 0.5) * hours * 60 * minute))
}

/** An answer is shared with a channel once, or who shares it hears why not. */
async function share(scene: Scene): Promise<void> {
  const { place } = scene
  const { workspace } = place
  const where = '#random'
  const calmly: Asking = { place, trouble: undefined, isOpen: () => isOpen(scene), told: scene.told }
  const words = await askByCommand(calmly, 'queues', where)
  const answer = workspace.ephemerals(where).at(-1)
  if (answer === undefined || !JSON.stringify(answer).includes('"share"'))
    return scene.told(`nothing to share: ${words}`)
  const inChannel = () => workspace.messages(where).filter(({ bot_id }) => bot_id).length
  const before = inChannel()
  const asking = troubled(scene, 'responses')
  const said = listen(place)
  await workspace.click(answer, 'share')
  await settle(asking, () => inChannel() - before + said())
  const shared = inChannel() - before
  if (shared > 1 || shared + said() === 0)
    scene.told(`shared ${shared} times, ${said()} words, with ${JSON.stringify(asking.trouble)}`)
}

/** All bots of a workspace die while they are asked, and are away for minutes, though not as long as Slack delivers. */
async function allAway({ place, store, random, tally, told }: Scene): Promise<void> {
  const { workspace, bots } = place
  const where = random() < 0.5 ? 'dm' : '#talks'
  const said = listen(place)
  const question = pick(questions, random)
  const { ts } = await workspace.say(where, where === 'dm' ? question : `@Hallway ${question}`)
  tally.questions += 1
  await pass(random() * 120)
  for (const bot of bots) bot.kill()
  await pass(random() * 5 * minute)
  tally.deaths += await place.revive()
  const inThread = () => workspace.thread(where, ts).filter(({ bot_id }) => bot_id).length
  await waitFor(() => inThread() + said() > 0).catch(() => told('no word after all were away'))
  await waitFor(async () => !(await isOpen({ place, store }))).catch(() => told('a question stays open'))
  await rest(place)
  if (inThread() > 1 || inThread() + said() > 2)
    told(`${inThread()} answers and ${said()} words after all were away`)
}

/** Slack takes no message for minutes. Who asked meanwhile hears of it as soon as it does. */
async function outage(scene: Scene): Promise<void> {
  const { place, random, tally, told } = scene
  const { workspace, weather } = place
  const fault = pick(
    ['too busy', 'refused', 'reset before', { refusal: 'service_unavailable' }] as const,
    random,
  )
  weather.goOut(fault)
  const said = listen(place)
  const asked = [
    (await workspace.say('dm', 'queues')).ts,
    (await workspace.say('#talks', '@Hallway queues')).ts,
  ]
  await workspace.command('/talks', 'queues', '#talks')
  tally.questions += 3
  tally.faults += 1
  await pass((0.5 + random() * 4) * minute)
  weather.calm()
  const answers = () =>
    [workspace.thread('dm', asked[0]!), workspace.thread('#talks', asked[1]!)].map(
      (thread) => thread.filter(({ bot_id }) => bot_id).length,
    )
  const words = () => answers().reduce((sum, count) => sum + count, said())
  await waitFor(() => words() >= 3).catch(() => {})
  await waitFor(async () => !(await isOpen(scene))).catch(() => told('a question stays open'))
  await rest(place)
  // Of a reset nobody knows whether it took effect: each private word may be said twice.
  if (words() < 3 || words() > 6 || answers().some((count) => count > 1))
    told(`${answers()} answers and ${said()} words to three questions, after ${JSON.stringify(fault)}`)
}

/** Several ask at once, now and then more than can be answered; each is delivered to all bots, and one of them dies, or none. */
async function manyAtOnce(scene: Scene): Promise<void> {
  const { place, random, tally, told } = scene
  const { workspace, weather, bots } = place
  const said = listen(place)
  const before = weather.delivered.length
  const asked: string[] = []
  const count = random() < 0.2 ? bots.length * (queueLimits.maxRunning + queueLimits.maxOfPerson + 10) : 5
  for (let left = count; left > 0; left -= 1)
    asked.push((await workspace.say('#talks', `@Hallway ${pick(questions, random)}`)).ts)
  tally.questions += asked.length
  if (random() < 0.5) {
    const bot = pick(bots, random)
    setTimeout(bot.kill, random() * 200)
  }
  await waitFor(() => weather.delivered.length >= before + asked.length)
  for (const { text } of shuffle(weather.delivered.slice(before), random))
    for (const bot of bots) bot.deliver(text)
  const answers = () =>
    asked.map((ts) => workspace.thread('#talks', ts).filter(({ bot_id }) => bot_id).length)
  const silent = () => answers().filter((count) => count === 0).length
  await waitFor(async () => {
    tally.deaths += await place.revive()
    return silent() <= said() && !(await isOpen(scene))
  }).catch(() => {})
  await rest(place)
  if (answers().some((count) => count > 1) || silent() > said() || said() > asked.length)
    told(`${answers()} answers and ${said()} private words`)
}

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function drop({ place }: Scene): Promise<void> {
  const { workspace, weather, bots } = place
  weather.arm('apps.connections.open', 'too busy')
  weather.arm('socket', 'refused')
  for (const bot of bots) bot.drop()
  await workspace.until(() => workspace.connections() >= bots.length, 'all bots')
}

/** Slack does not want a bot any more, which ends it, as a supervisor would see; another takes its place. */
async function lost({ place, random, told, tally }: Scene): Promise<void> {
  const { bots, weather } = place
  const bot = pick(bots, random)
  weather.arm('apps.connections.open', { refusal: pick(['invalid_auth', 'account_inactive'], random) })
  bot.drop()
  // Another may have been about to reconnect, and be told instead.
  await waitFor(() => bots.some((each) => each.isLost())).catch(() =>
    told('a bot that is refused does not end'),
  )
  weather.calm()
  tally.restarts += await place.revive()
}

async function restart({ place, random, tally }: Scene): Promise<void> {
  tally.restarts += 1
  await place.restart(Math.floor(random() * place.bots.length))
}

async function kill({ place, random, tally }: Scene): Promise<void> {
  pick(place.bots, random).kill()
  tally.deaths += await place.revive()
}
