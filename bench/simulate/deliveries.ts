import { queueLimits } from '../../src/slack/client/answer-queue.ts'
import { pick, shuffle } from '../random.ts'
import { answersBelow, listen, questions, rest, waitFor } from './asking.ts'
import { isOpen, type Scene } from './scene.ts'

/** Events are held on their way while time passes, and come in another order. */
export async function late({ place, clock, random, store, told, tally }: Scene): Promise<void> {
  const { workspace, weather } = place
  weather.isHolding = true
  const asked: string[] = []
  for (const question of shuffle(questions, random).slice(0, 3)) {
    const { ts } = await workspace.say('#talks', `@Hallway ${question}`)
    asked.push(ts)
  }
  tally.questions += asked.length
  const answered = () => asked.map((ts) => answersBelow(place, '#talks', ts))
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
export async function again({ place, clock, random, told, tally }: Scene): Promise<void> {
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

/** Several ask at once, now and then more than can be answered; each is delivered to all bots, and one of them dies, or none. */
export async function manyAtOnce(scene: Scene): Promise<void> {
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
  const answers = () => asked.map((ts) => answersBelow(place, '#talks', ts))
  const silent = () => answers().filter((count) => count === 0).length
  await waitFor(async () => {
    tally.deaths += await place.revive()
    return silent() <= said() && !(await isOpen(scene))
  }).catch(() => {})
  await rest(place)
  if (answers().some((count) => count > 1) || silent() > said() || said() > asked.length)
    told(`${answers()} answers and ${said()} private words`)
}
