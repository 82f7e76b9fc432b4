import { type Percentiles, percentiles } from '../../percentiles.ts'
import type { SearchDocument } from '../peers/peer.ts'
import { mediansByQuery } from './measure-speed.ts'
import { type PeerProcess, rotate, withPeers } from './peer-process.ts'

export interface LongPlan {
  readonly documents: readonly SearchDocument[]
  readonly questions: readonly string[]
  /** Numbers of results. */
  readonly depths: readonly number[]
  /** Rounds that count; as many as it takes to warm up go before them. */
  readonly rounds: number
  /** A round of one engine ends after this time, whatever is left of the questions. */
  readonly budgetMs: number
}

export interface LongTimes {
  readonly depth: number
  /** Milliseconds. */
  readonly hallway: Percentiles
  readonly lunr: Percentiles
}

/**
 * What whole questions take: all that Hallway does for the results of an answer, beside lunr over the same documents.
 * They take turns round by round, each in a process of its own; a question counts with the median of its rounds.
 */
export async function measureLong(plan: LongPlan): Promise<LongTimes[]> {
  return withPeers(['hallway', 'lunr'], plan.documents, async (peers) => {
    for (const peer of peers) {
      await peer.build()
      await peer.load(plan.questions[0]!)
    }
    const { questions: queries, budgetMs } = plan
    const ask = async (peer: PeerProcess, limit: number) => {
      const times = await peer.ask({ queries, budgetMs, limit, how: 'answer' })
      if (!times) throw new Error(`${peer.key}: ${peer.error}`)
      return times
    }
    for (const peer of peers) {
      const end = performance.now() + warmUpMs
      for (let asked = 0; asked < questionsToWarmUp && performance.now() < end; asked += queries.length)
        await ask(peer, plan.depths[0]!)
    }
    const measured: LongTimes[] = []
    for (const depth of plan.depths) {
      const rounds = new Map(peers.map(({ key }): [string, (readonly number[])[]] => [key, []]))
      for (let round = 0; round < plan.rounds; round++)
        for (const peer of rotate(peers, round)) rounds.get(peer.key)!.push(await ask(peer, depth))
      const of = (key: string) => percentiles(mediansByQuery(rounds.get(key)!))
      measured.push({ depth, hallway: of('hallway'), lunr: of('lunr') })
    }
    return measured
  })
}

/** After this many questions Node has compiled what it will; until then, times fall. */
const questionsToWarmUp = 3000
/** However slow they are. */
const warmUpMs = 15_000
