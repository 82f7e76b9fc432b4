import { createRandom } from '../random.ts'
import type { Collection, JudgedQuery } from './collections.ts'
import { isHeldOut } from './held-out.ts'
import { type Metrics, mean, meanMetrics, measureRanking } from './metrics.ts'
import type { Peer, PeerIndex } from './peers/peer.ts'
import { chat, misspell, phrase } from './perturb.ts'

/** How one peer did on one collection. */
export interface CollectionScores {
  readonly collection: string
  readonly peer: string
  /** By question, in the collection's order. */
  readonly metrics: readonly Metrics[]
  /** nDCG@10 by question of the same questions, varied; absent where not asked for. */
  readonly varied?: Readonly<Record<Variation, readonly number[]>>
  /** By question: whether the method's parameters were chosen without it. */
  readonly heldOut: readonly boolean[]
  /** How many questions the peer threw on; they count as having found nothing. */
  readonly failures: number
}

export type Variation = keyof typeof variations
/** The ways in which people ask the same; see perturb.ts. */
const variations = { phrased: phrase, chatty: chat, misspelt: misspell } as const

export interface QualityPlan {
  readonly collections: readonly Collection[]
  readonly peers: readonly Peer[]
  readonly robustness: boolean
  /** How deep MAP looks. */
  readonly depth: number
  readonly report: (progress: string) => void
}

/** Builds every peer over every collection and asks it every question. All peers get the same texts. */
export async function measureQuality(plan: QualityPlan): Promise<CollectionScores[]> {
  const scores: CollectionScores[] = []
  for (const collection of plan.collections) {
    const varied = plan.robustness ? vary(collection.queries) : undefined
    for (const peer of plan.peers) {
      plan.report(`${collection.name}: ${peer.name}`)
      const asker = createAsker(await peer.build(collection.documents))
      const metrics: Metrics[] = []
      for (const { text, judgments } of collection.queries) {
        metrics.push(measureRanking(await asker.ask(text, plan.depth), judgments))
      }
      scores.push({
        collection: collection.name,
        peer: peer.name,
        metrics,
        ...(varied && { varied: await gainsOf(varied, asker) }),
        heldOut: collection.queries.map(({ id }) => isHeldOut(id)),
        failures: asker.failures(),
      })
    }
  }
  return scores
}

/** The mean of each metric over a peer's questions. */
export function summarize({ metrics }: CollectionScores): Metrics {
  return meanMetrics(metrics)
}

/** The mean nDCG@10 over the questions that the parameters were chosen without. */
export function heldOutGain({ metrics, heldOut }: CollectionScores): number {
  return mean(metrics.filter((_, index) => heldOut[index]).map(({ ndcg10 }) => ndcg10))
}

/** Each question is varied this often, and the mean taken: one typo alone says little about thirty questions. */
const draws = 3

type VariedQuery = Pick<JudgedQuery, 'judgments'> & { readonly texts: readonly string[] }
type Varied<T> = Record<Variation, T>

function vary(queries: readonly JudgedQuery[]): Varied<VariedQuery[]> {
  const random = createRandom(20)
  const draw = (variation: Variation) =>
    queries.map(({ text, judgments }) => ({
      judgments,
      texts: Array.from({ length: draws }, () => variations[variation](text, random)),
    }))
  return { phrased: draw('phrased'), chatty: draw('chatty'), misspelt: draw('misspelt') }
}

async function gainsOf(varied: Varied<VariedQuery[]>, asker: Asker): Promise<Varied<number[]>> {
  return {
    phrased: await gains(varied.phrased, asker),
    chatty: await gains(varied.chatty, asker),
    misspelt: await gains(varied.misspelt, asker),
  }
}

async function gains(queries: readonly VariedQuery[], asker: Asker): Promise<number[]> {
  const all: number[] = []
  for (const { texts, judgments } of queries) {
    const each: number[] = []
    for (const text of texts) each.push(measureRanking(await asker.ask(text, 10), judgments).ndcg10)
    all.push(mean(each))
  }
  return all
}

interface Asker {
  ask(text: string, limit: number): Promise<readonly string[]>
  failures(): number
}

function createAsker(index: PeerIndex): Asker {
  let failures = 0
  return {
    async ask(text, limit) {
      try {
        return await index.search(text, limit)
      } catch {
        failures++
        return []
      }
    },
    failures: () => failures,
  }
}
