import { isJsonObject } from '../../text/is-json-object.ts'
import { parseJson } from '../../text/parse-json.ts'
import { HalfResponse, responseOf, type SlackFetch, type SlackResponse } from './slack-fetch.ts'

/**
 * The same `fetch`, which lets only Slack's answers through. Something in between may answer instead: a portal that wants a log-in,
 * with a clock of its own, or a proxy that says in its own way how long to wait.
 * @param apiUrl address of Slack's Web API, with a slash at its end
 * @throws {HalfResponse} for an answer that cannot be Slack's, since nobody knows what became of the request
 */
export function createSlackOnlyFetch(fetch: SlackFetch, apiUrl: string): SlackFetch {
  return async (address, init) => {
    const answer = await fetch(address, init)
    if (answer.status === 429) return saysWhen(answer)
    if (answer.status !== 200) return answer
    const text = await answer.text()
    const isMethod = String(address).startsWith(apiUrl)
    const isSlacks = isMethod ? isOfMethod(text) : !page.test(text)
    if (!isSlacks) throw new HalfResponse(200, text, new Error('what answered was not Slack'))
    if (saysLimit(text)) return saysWhen(answer)
    // Of what is posted to a response_url, the status alone is looked at.
    return !isMethod && isRefusal(parseJson(text))
      ? responseOf({ url: answer.url, status: 400, text })
      : answer
  }
}

const isOfMethod = (text: string): boolean => done.test(text) || isWholeResponse(text)

/** For nearly all answers, a look at their beginning is enough. */
const done = /^\{"ok":true\b/
const page = /^\s*</

/** Whether a text is a complete answer of one of Slack's methods: that it was done, or why not. */
export function isWholeResponse(text: string): boolean {
  const value = parseJson(text)
  return isJsonObject(value) && (value.ok === true || isRefusal(value))
}

const isRefusal = (value: unknown): boolean =>
  isJsonObject(value) && value.ok === false && typeof value.error === 'string'

/** Whether an answer says the same as a 429: `{"ok":false,"error":"ratelimited"}`. */
const saysLimit = (text: string): boolean => !done.test(text) && limited.test(text)

const limited = /^\s*\{[^{}]*"error"\s*:\s*"ratelimited"/

/** How long to wait, in seconds: if Slack's wish cannot be read, at most, and at least. */
const usualWait = 1
const maxWait = 60 * 60
const minWait = 1

/** A 429 that says in whole seconds how long to wait, as Slack’s do. */
function saysWhen(answer: SlackResponse): SlackResponse {
  const asked = secondsOf(answer.headers.get('retry-after') ?? '', answer.headers.get('date') ?? '')
  const seconds = Math.min(Math.max(asked ?? usualWait, minWait), maxWait)
  const headers = { ...Object.fromEntries(answer.headers.entries()), 'retry-after': String(seconds) }
  return responseOf({ url: answer.url, status: 429, headers, text: '' })
}

/** @param date of the answer, by the clock of whoever sent it */
function secondsOf(wait: string, date: string): number | undefined {
  if (/^\s*\d+/.test(wait)) return Number.parseInt(wait, 10)
  const ms = Date.parse(wait) - Date.parse(date)
  return Number.isNaN(ms) ? undefined : Math.ceil(ms / 1000)
}
