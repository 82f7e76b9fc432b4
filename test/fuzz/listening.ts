import { App, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { createAnswers } from '../../src/answers/answers.ts'
import { createOperations } from '../../src/operations/operations.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { createAnswerQueue } from '../../src/slack/client/answer-queue.ts'
import { createLog } from '../../src/slack/client/slack-log.ts'
import { acknowledging } from '../../src/slack/deliveries/acknowledging.ts'
import { createDeliveries } from '../../src/slack/deliveries/deliveries.ts'
import { createWork } from '../../src/slack/deliveries/work-in-flight.ts'
import { createSeal, keyFrom } from '../../src/slack/installations/seal.ts'
import { registerListeners } from '../../src/slack/listeners.ts'
import type { OpenStore } from '../../src/store/open-store.ts'
import { createClock } from '../../src/tips/clock.ts'
import { createDailyTips } from '../../src/tips/daily-tips.ts'
import { checkMessage, checkView } from '../../src/workspace/server/block-kit/check-blocks.ts'
import { riggedCorpus } from '../corpora/harbour.ts'
import { mrkdwnTexts } from '../slack/hostile.ts'
import { FakeSlack } from '../tips/posting/fake-slack.ts'

/** All of Hallway that answers Slack, over seven talks, with a network that takes everything and checks it. */
export interface Listening {
  /** Hands it what Slack would, and gives what came of it. */
  deliver(body: Readonly<Record<string, unknown>>): Promise<Outcome>
}

interface Outcome {
  /** Methods and addresses that were called with something to show. */
  readonly shown: readonly string[]
  /** With what the request was acknowledged, if it was. */
  readonly acknowledged: readonly unknown[]
  /** What Slack would refuse of it, or would ping somebody, and what failed. */
  readonly problems: readonly string[]
}

/** The address at which clicks and commands are answered. */
export const responseUrl = 'https://hooks.slack.com/actions/T012/1/abc'

export async function openListening(store: OpenStore): Promise<Listening> {
  const answers = createAnswers(riggedCorpus, createLunrEngine(riggedCorpus))
  const clock = createClock()
  let shown: string[] = []
  let problems: string[] = []
  const log = createLog('error', (line) => problems.push(line))
  const network: typeof fetch = async (input, init) => {
    const { hostname, pathname } = new URL(input instanceof Request ? input.url : String(input))
    const method = hostname === 'hooks.slack.com' ? 'respond' : pathname.replace('/api/', '')
    const sent = sentIn(init?.body)
    if (!method.startsWith('chat.') && !method.startsWith('views.') && method !== 'respond')
      return Response.json({ ok: true, user: { tz: 'Europe/Rome' } })
    shown.push(method)
    problems.push(...problemsOf(sent).map((problem) => `${method}: ${problem}`))
    return Response.json({ ok: true, ts: '2.000001', view: { id: 'V012' } })
  }
  const slack = new FakeSlack(() => clock.now())
  const { desk } = createDailyTips({
    store,
    corpus: () => answers.corpus,
    sender: slack.sender(),
    instantSender: slack.sender(),
    clock,
    slackClock: clock,
    log,
  })
  const app = new App({
    receiver: receiverOfNothing,
    token: 'xoxb-1',
    clientOptions: { fetch: network },
    logger: log,
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
    tokenVerificationEnabled: false,
  })
  const now = () => clock.now()
  const { requests } = createOperations()
  const deliveries = createDeliveries({ store, seal: createSeal([keyFrom('xoxb-1')]), now, log })
  registerListeners(app, {
    queue: createAnswerQueue(),
    requests,
    answers: () => answers,
    deliveries,
    desk,
    store,
    notesUrl: undefined,
    now,
    send: network,
  })
  await app.init()
  const entrance = acknowledging(app, { logger: log, requests, deliveries, work: createWork() })
  return {
    async deliver(body) {
      shown = []
      const posted = slack.posted.length
      problems = []
      const acknowledged: unknown[] = []
      const event: ReceiverEvent = { body, ack: async (answer) => void acknowledged.push(answer) }
      await entrance.processEvent(event)
      const tips = slack.posted.slice(posted).map(() => 'a tip')
      return { shown: [...shown, ...tips], acknowledged, problems }
    },
  }
}

const receiverOfNothing: Receiver = { init() {}, async start() {}, async stop() {} }

/** The arguments of a call, as JSON or as a form whose fields may hold JSON. */
function sentIn(body: unknown): Readonly<Record<string, unknown>> {
  const text = String(body ?? '')
  if (text.startsWith('{')) return JSON.parse(text)
  const fields = Object.fromEntries(new URLSearchParams(text))
  const read = (value: string) => (/^[[{]/.test(value) ? JSON.parse(value) : value)
  return {
    ...fields,
    ...(fields.blocks && { blocks: read(fields.blocks) }),
    ...(fields.view && { view: read(fields.view) }),
  }
}

/** Slack's own forms, which must never come from what a note or a person says. */
const special = /<[!@#]/

function problemsOf({ text, blocks, view }: Readonly<Record<string, unknown>>): readonly string[] {
  const refusal =
    view !== undefined ? checkView(view) : blocks !== undefined ? checkMessage(blocks) : undefined
  const texts = [String(text ?? ''), ...mrkdwnTexts(blocks), ...mrkdwnTexts(view)]
  const pings = texts.filter((written) => special.test(written))
  const isEmpty = view === undefined && String(text ?? '').trim() === ''
  return [
    ...(refusal === undefined ? [] : [`Slack refuses it: ${JSON.stringify(refusal)}`]),
    ...pings.map((written) => `it would ping: ${written}`),
    ...(isEmpty ? ['it has no text'] : []),
  ]
}
