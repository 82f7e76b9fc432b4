import type { Answers } from '../answers/answers.ts'
import type { Store } from '../store/store.ts'
import type { Metrics } from './metrics.ts'
import type { Requests } from './noted-requests.ts'

/** The same answers, whose time and kind are noted at the request that asks. */
export function observeAnswers(answers: () => Answers, requests: Requests): () => Answers {
  return () => {
    const current = answers()
    const searched = <Result>(work: () => Promise<Result>) => requests.step('search', work)
    return {
      ...current,
      answerQuestion: (question, options) =>
        searched(async () => {
          const answer = await current.answerQuestion(question, options)
          requests.note(answer.kind)
          return answer
        }),
      similarTalks: (talkId, options) => searched(() => current.similarTalks(talkId, options)),
      keyTerms: (talkId, limit) => searched(() => current.keyTerms(talkId, limit)),
    }
  }
}

type Method = (...parameters: unknown[]) => Promise<unknown>

/** The same store, each call of which is timed; those that settle a tip count it too. */
export function observeStore(store: Store, requests: Requests, metrics: Metrics): Store {
  const methods = store as unknown as Readonly<Record<string, Method>>
  const names = Object.keys(methods).filter((name) => typeof methods[name] === 'function')
  const observed = names.map((operation): [string, Method] => {
    const told = (ms: number, isFailed: boolean) =>
      metrics.storeCall({ operation, seconds: ms / 1000, isFailed })
    const timed: Method = (...parameters) =>
      requests.step('store', () => methods[operation]!(...parameters), told)
    const outcomeOf = tipOutcomes[operation as keyof Store]
    return [operation, outcomeOf ? tellingTips(timed, outcomeOf, metrics) : timed]
  })
  return Object.fromEntries(observed) as unknown as Store
}

/** What became of a tip, by the call of the store and its result. */
type TipOutcomeOf = (
  parameters: readonly unknown[],
  result: unknown,
) => Parameters<Metrics['tip']>[0] | undefined

const tipOutcomes: Readonly<Partial<Record<keyof Store, TipOutcomeOf>>> = {
  finishTip: (parameters, result) =>
    result === true ? (parameters as Parameters<Store['finishTip']>)[1].state : undefined,
  skipTip: (_, result) => (result === true ? 'skipped' : undefined),
  releaseTip: (_, result) => (result === true ? 'retried' : undefined),
  withdrawTip: () => 'withdrawn',
}

function tellingTips(call: Method, outcomeOf: TipOutcomeOf, metrics: Metrics): Method {
  return async (...parameters) => {
    const result = await call(...parameters)
    const outcome = outcomeOf(parameters, result)
    if (outcome !== undefined) metrics.tip(outcome)
    return result
  }
}

type Fetch<Init, Answer> = (url: string | URL, init?: Init) => Promise<Answer>

/** Counts each try of a call to Slack. */
export function countCalls<Init, Answer extends { readonly status: number }>(
  fetch: Fetch<Init, Answer>,
  apiUrl: string,
  metrics: Metrics,
): Fetch<Init, Answer> {
  return async (address, init) => {
    const url = String(address)
    // A response_url is a secret, and so are the paths below it.
    const method = url.startsWith(apiUrl) ? /^[\w.]*/.exec(url.slice(apiUrl.length))![0] : 'response_url'
    const begin = performance.now()
    const seconds = () => (performance.now() - begin) / 1000
    try {
      const response = await fetch(url, init)
      metrics.slackCall({ method, result: String(response.status), seconds: seconds() })
      return response
    } catch (error) {
      metrics.slackCall({ method, result: 'no-answer', seconds: seconds() })
      throw error
    }
  }
}
