import type { TipChannel, TipRotation } from '../store/store.ts'
import type { Tip } from './tip.ts'

/** Each channel has an order of its own, and the same one on every machine. */
export const rotationSeed = ({ teamId, channelId }: TipChannel) => `${teamId}/${channelId}`

/**
 * The tip whose turn it is, and the rotation after it; undefined only if there are no tips.
 *
 * No tip comes again until all of `tips` had their turn: then a new round begins. A tip that is new joins the running
 * round, one that is gone leaves it. Within a round the order is a shuffle by seed and round: each tip has a place of
 * its own, so other tips coming or going do not move it. Two neighbours, also those where two rounds meet, are from
 * different talks unless the tips left make that impossible; to that end a talk that holds more than half of the tips
 * left goes first. The last tip of a round is not the first of the next, unless it is the only one.
 */
export function nextTip(
  tips: readonly Tip[],
  rotation: TipRotation,
  seed: string,
): { readonly tip: Tip; readonly rotation: TipRotation } | undefined {
  if (tips.length === 0) return undefined
  const posted = new Set(rotation.tipIds)
  const left = tips.filter((tip) => !posted.has(tip.id))
  if (left.length > 0) return draw(left, rotation, seed)
  const others = tips.filter(({ id }) => id !== rotation.tipIds.at(-1))
  const round = { ...rotation, round: rotation.round + 1, tipIds: [] }
  return draw(others.length > 0 ? others : tips, round, seed)
}

/** @param left at least one */
function draw(left: readonly Tip[], rotation: TipRotation, seed: string) {
  const place = shuffle(`${seed}\n${rotation.round}\n`)
  const tip = candidates(left, rotation.lastTalkId)
    .map((candidate) => ({ candidate, place: place(candidate.id) }))
    .reduce((a, b) => (isBefore(a, b) ? a : b)).candidate
  return {
    tip,
    rotation: {
      round: rotation.round,
      tipIds: [...rotation.tipIds, tip.id],
      lastTalkId: tip.talk.id,
    },
  }
}

/**
 * The tip after the one with this id in a shuffle of all by the seed; undefined if there is no other. From tip to tip
 * it leads through all of them, and begins again.
 */
export function tipAfter(tips: readonly Tip[], id: string, seed: string): Tip | undefined {
  const place = shuffle(`${seed}\n`)
  const others = tips
    .filter((tip) => tip.id !== id)
    .map((candidate) => ({ candidate, place: place(candidate.id) }))
  const here = { candidate: { id }, place: place(id) }
  const later = others.filter((other) => isBefore(here, other))
  const [first, ...rest] = later.length > 0 ? later : others
  return first && rest.reduce((a, b) => (isBefore(a, b) ? a : b), first).candidate
}

/** The tips that may come next such that as few neighbours as possible share a talk. */
function candidates(left: readonly Tip[], lastTalkId: string | undefined): readonly Tip[] {
  const others = left.filter((tip) => tip.talk.id !== lastTalkId)
  if (others.length === 0) return left
  const counts = new Map<string, number>()
  for (const { talk } of others) counts.set(talk.id, (counts.get(talk.id) ?? 0) + 1)
  // n tips of one talk need n - 1 others between them: with more than half of what is left, it cannot wait.
  const dominant = [...counts].find(([, count]) => count * 2 > left.length)?.[0]
  return dominant === undefined ? others : others.filter((tip) => tip.talk.id === dominant)
}

interface PlacedTip {
  readonly candidate: Pick<Tip, 'id'>
  readonly place: number
}

const isBefore = (a: PlacedTip, b: PlacedTip) =>
  a.place < b.place || (a.place === b.place && a.candidate.id < b.candidate.id)

/** A place for every id: 32-bit FNV-1a over key and id, its bits mixed by the final steps of MurmurHash3. */
function shuffle(key: string): (id: string) => number {
  const start = fnv1a(key, 0x811c9dc5)
  return (id) => mixBits(fnv1a(id, start))
}

function fnv1a(text: string, start: number): number {
  let hash = start
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

function mixBits(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
