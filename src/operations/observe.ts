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
  const observed = names.map((operation): [string, Method] => [
    operation,
    async (...parameters) => {
      const begin = performance.now()
      let isFailed = true
      try {
        const result = await requests.step('store', () => methods[operation]!(...parameters))
        isFailed = false
        const outcome = tipOutcome(operation, parameters, result)
        if (outcome !== undefined) metrics.tip(outcome)
        return result
      } finally {
        metrics.storeCall({ operation, seconds: (performance.now() - begin) / 1000, isFailed })
      }
    },
  ])
  return Object.fromEntries(observed) as unknown as Store
}

function tipOutcome(
  operation: string,
  parameters: readonly unknown[],
  result: unknown,
): Parameters<Metrics['tip']>[0] | undefined {
  switch (operation as keyof Store) {
    case 'finishTip':
      return result === true ? (parameters as Parameters<Store['finishTip']>)[1].state : undefined
    case 'skipTip':
      return result === true ? 'skipped' : undefined
    case 'releaseTip':
      return result === true ? 'retried' : undefined
    case 'withdrawTip':
      return 'withdrawn'
    default:
      return undefined
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
