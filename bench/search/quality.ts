import { createRandom } from '../random.ts'
import type { Peer, PeerIndex } from './peers/peer.ts'
import { type Metrics, mean, measureRanking } from './statistics/metrics.ts'
import type { Collection, JudgedQuery } from './subjects/collections.ts'
import { chat, misspell, phrase } from './subjects/perturb.ts'

/** How one peer did on one collection. */
export interface CollectionScores {
  readonly collection: string
  readonly peer: string
  /** In the collection's order. */
  readonly questions: readonly QuestionScores[]
  /** nDCG@10 by question of the same questions, varied; absent unless asked for. */
  readonly varied?: Readonly<Record<Variation, readonly number[]>>
  /** How many questions the peer threw on; they count as having found nothing. */
  readonly failures: number
}

interface QuestionScores {
  readonly id: string
  /** The first ten documents. */
  readonly ranking: readonly string[]
  readonly metrics: Metrics
  /** Milliseconds. */
  readonly ms: number
}

type Variation = keyof typeof variations
/** The ways in which people ask the same; see perturb.ts. */
const variations = { phrased: phrase, chatty: chat, misspelt: misspell } as const

export interface QualityPlan {
  readonly collection: Collection
  readonly peers: readonly Peer[]
  readonly robustness: boolean
  /** How deep MAP looks. */
  readonly depth: number
}

/** Builds every peer over a collection and asks it every question: one peer's scores after the other. */
export async function* measureQuality(plan: QualityPlan): AsyncGenerator<CollectionScores> {
  const { collection, depth } = plan
  const varied = plan.robustness ? vary(collection.queries) : undefined
  for (const peer of plan.peers) {
    const asker = createAsker(await peer.build(collection.documents))
    const questions: QuestionScores[] = []
    for (const { id, text, judgments } of collection.queries) {
      const from = performance.now()
      const ranking = await asker.ask(text, depth)
      const ms = performance.now() - from
      questions.push({ id, ranking: ranking.slice(0, 10), metrics: measureRanking(ranking, judgments), ms })
    }
    yield {
      collection: collection.name,
      peer: peer.name,
      questions,
      ...(varied && { varied: await gainsOf(varied, asker) }),
      failures: asker.failures(),
    }
  }
}

/** One metric's value by question. */
export function valuesOf({ questions }: CollectionScores, metric: keyof Metrics): number[] {
  return questions.map(({ metrics }) => metrics[metric])
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
