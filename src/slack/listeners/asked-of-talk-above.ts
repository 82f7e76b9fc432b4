import type { webApi } from '@slack/bolt'
import type { Answers } from '../../answers/answers.ts'
import { askOfTalk } from '../../requests/ask-of-talk.ts'
import type { Request } from '../../requests/read-request.ts'
import { talkOfMessage } from '../blocks/talk-of-message.ts'
import { type PlaceOfMessage, readThread } from '../client/read-thread.ts'
import type { Said } from './read-said.ts'

/**
 * What `who said that?` and the like ask in a thread: the same of the talk that our last message above is about. Undefined if it is no such
 * question, and if it cannot be known which talk that is (nothing is remembered, so the thread itself must say it), or others are called so.
 */
export async function askedOfTalkAbove(
  said: Said,
  message: PlaceOfMessage,
  { answers, client }: { readonly answers: Answers; readonly client: webApi.WebClient },
): Promise<Request | undefined> {
  const ask = said.kind === 'words' && message.thread_ts ? askOfTalk(said.text) : undefined
  if (ask === undefined) return undefined
  const thread = (await readThread(message, client).catch(() => undefined)) ?? []
  const above = thread.findLast(({ ts, bot_id }) => bot_id !== undefined && Number(ts) < Number(message.ts))
  const talk = answers.findTalk(talkOfMessage(above?.blocks) ?? '')
  const isOnlyOne = answers.corpus.talks.filter(({ title }) => title === talk?.title).length === 1
  return talk && isOnlyOne ? { kind: 'question', text: ask(talk) } : undefined
}
