import { pick } from '../random.ts'
import { askAloud, askByCommand, listen, questions, rest, settle } from './asking.ts'
import { again, late, manyAtOnce } from './deliveries.ts'
import { allAway, drop, kill, lost, outage, restart } from './failures.ts'
import { time, wrongClock } from './passing-time.ts'
import { savingActs } from './saving.ts'
import { type Act, calm, type Scene, troubled } from './scene.ts'

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

/** An answer is shared with a channel once, or who shares it hears why not. */
async function share(scene: Scene): Promise<void> {
  const { place } = scene
  const { workspace } = place
  const where = '#random'
  const words = await askByCommand(calm(scene), 'queues', where)
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
