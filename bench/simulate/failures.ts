import { pick } from '../random.ts'
import { answersBelow, listen, questions, rest, waitFor } from './asking.ts'
import { isOpen, type Scene } from './scene.ts'

const minute = 60_000

/** All bots of a workspace die while they are asked, and are away for minutes, though not as long as Slack delivers. */
export async function allAway({ place, store, random, tally, told }: Scene): Promise<void> {
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
  const inThread = () => answersBelow(place, where, ts)
  await waitFor(() => inThread() + said() > 0).catch(() => told('no word after all were away'))
  await waitFor(async () => !(await isOpen({ place, store }))).catch(() => told('a question stays open'))
  await rest(place)
  if (inThread() > 1 || inThread() + said() > 2)
    told(`${inThread()} answers and ${said()} words after all were away`)
}

/** Slack takes no message for minutes. Who asked meanwhile hears of it as soon as it does. */
export async function outage(scene: Scene): Promise<void> {
  const { place, random, tally, told } = scene
  const { workspace, weather } = place
  const fault = pick(
    ['too busy', 'refused', 'reset before', { refusal: 'service_unavailable' }] as const,
    random,
  )
  weather.goOut(fault)
  const said = listen(place)
  const { ts: inDm } = await workspace.say('dm', 'queues')
  const { ts: inChannel } = await workspace.say('#talks', '@Hallway queues')
  await workspace.command('/talks', 'queues', '#talks')
  tally.questions += 3
  tally.faults += 1
  await pass((0.5 + random() * 4) * minute)
  weather.calm()
  const answers = () => [answersBelow(place, 'dm', inDm), answersBelow(place, '#talks', inChannel)]
  const words = () => answers().reduce((sum, count) => sum + count, said())
  await waitFor(() => words() >= 3).catch(() => {})
  await waitFor(async () => !(await isOpen(scene))).catch(() => told('a question stays open'))
  await rest(place)
  // Of a reset nobody knows whether it took effect: each private word may be said twice.
  if (words() < 3 || words() > 6 || answers().some((count) => count > 1))
    told(`${answers()} answers and ${said()} words to three questions, after ${JSON.stringify(fault)}`)
}

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export async function drop({ place }: Scene): Promise<void> {
  const { workspace, weather, bots } = place
  weather.arm('apps.connections.open', 'too busy')
  weather.arm('socket', 'refused')
  for (const bot of bots) bot.drop()
  await workspace.until(() => workspace.connections() >= bots.length, 'all bots')
}

/** Slack does not want a bot any more, which ends it, as a supervisor would see; another takes its place. */
export async function lost({ place, random, told, tally }: Scene): Promise<void> {
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

export async function restart({ place, random, tally }: Scene): Promise<void> {
  tally.restarts += 1
  await place.restart(Math.floor(random() * place.bots.length))
}

export async function kill({ place, random, tally }: Scene): Promise<void> {
  pick(place.bots, random).kill()
  tally.deaths += await place.revive()
}
