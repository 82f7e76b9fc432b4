import { type Percentiles, percentiles } from '../../percentiles.ts'
import type { SearchDocument } from '../peers/peer.ts'
import { mediansByQuery } from './measure-speed.ts'
import type { Asking } from './messages.ts'
import { type PeerProcess, rotate, withPeers } from './peer-process.ts'

export interface LongPlan {
  readonly documents: readonly SearchDocument[]
  readonly questions: readonly string[]
  /** Other questions, to warm up with. */
  readonly others: readonly string[]
  /** Numbers of results. */
  readonly depths: readonly number[]
  /** Rounds of asking again. */
  readonly rounds: number
  /** A round of one engine ends after this time, whatever is left of the questions. */
  readonly budgetMs: number
}

export interface LongTimes {
  readonly depth: number
  readonly asked: 'never before' | 'again'
  /** Milliseconds. */
  readonly hallway: Percentiles
  readonly lunr: Percentiles
}

/**
 * What whole questions take: all that Hallway does for the results of an answer, beside lunr over the same documents. They take
 * turns, each in a process of its own that has warmed up with other questions. First each question is asked once; then round
 * by round again, of which the median counts.
 */
export async function measureLong(plan: LongPlan): Promise<LongTimes[]> {
  return withPeers(['hallway', 'lunr'], plan.documents, async (peers) => {
    for (const peer of peers) await peer.build()
    const measured: LongTimes[] = []
    for (const depth of plan.depths) {
      for (const peer of peers) {
        await peer.load(plan.others[0]!)
        await warmUp(peer, plan.others, depth)
      }
      const rounds = new Map(peers.map(({ key }): [string, (readonly number[])[]] => [key, []]))
      const once = new Map(peers.map(({ key }): [string, number[]] => [key, []]))
      for (let from = 0; from < plan.questions.length; from += questionsInTurn) {
        const queries = plan.questions.slice(from, from + questionsInTurn)
        for (const peer of rotate(peers, from / questionsInTurn))
          once.get(peer.key)!.push(...(await ask(peer, { ...plan, queries, limit: depth })))
      }
      for (let round = 0; round < plan.rounds; round++)
        for (const peer of rotate(peers, round))
          rounds.get(peer.key)!.push(await ask(peer, { ...plan, queries: plan.questions, limit: depth }))
      const first = (key: string) => percentiles(once.get(key)!)
      const again = (key: string) => percentiles(mediansByQuery(rounds.get(key)!))
      measured.push(
        { depth, asked: 'never before', hallway: first('hallway'), lunr: first('lunr') },
        { depth, asked: 'again', hallway: again('hallway'), lunr: again('lunr') },
      )
    }
    return measured
  })
}

/** Of what a question has that was never asked, Node compiles little by asking the same again: each pass has other questions. */
async function warmUp(peer: PeerProcess, queries: readonly string[], limit: number): Promise<void> {
  const end = performance.now() + warmUpMs
  for (let pass = 0; pass * queries.length < questionsToWarmUp && performance.now() < end; pass++)
    await ask(peer, { queries: mixed(queries, pass), limit, budgetMs: end - performance.now() })
}

/** The questions themselves at first; then the first half of each with the second half of another. */
function mixed(queries: readonly string[], pass: number): readonly string[] {
  if (pass === 0) return queries
  return queries.map((query, place) => {
    const words = query.split(' ')
    const others = queries[(place + pass) % queries.length]!.split(' ')
    return [...words.slice(0, words.length / 2), ...others.slice(others.length / 2)].join(' ')
  })
}

async function ask(
  peer: PeerProcess,
  { queries, limit, budgetMs }: Pick<Asking, 'queries' | 'limit' | 'budgetMs'>,
): Promise<readonly number[]> {
  const times = await peer.ask({ queries, limit, budgetMs, how: 'answer' })
  if (!times) throw new Error(`${peer.key}: ${peer.error}`)
  return times
}

/** So that what else the machine does falls on both. */
const questionsInTurn = 20
/** After this many questions Node has compiled what it will; until then, times fall. */
const questionsToWarmUp = 10_000
/** However slow they are. */
const warmUpMs = 15_000
