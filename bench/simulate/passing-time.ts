import { pick } from '../random.ts'
import { refusals } from './asking.ts'
import type { Scene } from './scene.ts'
import type { TipsHere } from './settings.ts'

const minute = 60_000

/** Where a bot can die while it sends a tip. */
const deaths = [
  'after claimTip',
  'after planTip',
  'before chat.scheduleMessage',
  'after chat.scheduleMessage',
  'before finishTip',
] as const

const faults = [
  'reset after',
  'reset before',
  'gateway failure after',
  'too many',
  'too busy',
  'half an answer',
] as const

/** Some minutes pass, or a night; tips that are due are looked for, while things go wrong. */
export async function time(scene: Scene): Promise<void> {
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
  const point = pick(deaths, random)
  if (trouble < 0.15) weather.killAt(point)
  else if (trouble < 0.3) weather.arm('chat.scheduleMessage', pick(faults, random))
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
export async function wrongClock({ clock, random }: Scene): Promise<void> {
  const share = random()
  const hours = share < 0.5 ? 0 : share < 0.85 ? 3 : 20 * 24
  clock.mislead(Math.round((random() - 0.5) * hours * 60 * minute))
}
