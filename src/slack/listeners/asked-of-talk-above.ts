import type { webApi } from '@slack/bolt'
import type { Answers } from '../../answers/answers.ts'
import type { Talk } from '../../notes/talk.ts'
import { type FollowUpRequest, readFollowUp } from '../../requests/read-follow-up.ts'
import { offersAnything, talkOfMessage } from '../blocks/talk-of-message.ts'
import { type PlaceOfMessage, readThread } from '../client/read-thread.ts'
import type { Said } from './read-said.ts'

interface Around {
  readonly answers: Answers
  readonly client: webApi.WebClient
}

/**
 * What `who said that?` and `does it scale?` ask in a thread: the same of the talk that our last message above is about. Undefined if it is no
 * such question, and if it cannot be known which talk that is: nothing is remembered, so the thread itself must say it.
 */
export async function askedOfTalkAbove(
  said: Said,
  message: PlaceOfMessage,
  around: Around,
): Promise<FollowUpRequest | undefined> {
  if (said.kind !== 'words' || !message.thread_ts) return undefined
  const ask = readFollowUp(said.text)
  const talk = ask && (await talkAbove(message, around))
  return talk && ask(talk)
}

/** Undefined if others are called like it: what is asked of it by its title would be asked of them. */
async function talkAbove(message: PlaceOfMessage, { answers, client }: Around): Promise<Talk | undefined> {
  const thread = (await readThread(message, client).catch(() => undefined)) ?? []
  const ours = thread.filter(({ ts, bot_id }) => bot_id !== undefined && Number(ts) < Number(message.ts))
  // What only says that one is welcome changes no subject.
  const above = ours.findLast(({ blocks }) => offersAnything(blocks))
  const talk = answers.findTalk(talkOfMessage(above?.blocks) ?? '')
  const isOnlyOne = answers.corpus.talks.filter(({ title }) => title === talk?.title).length === 1
  return isOnlyOne ? talk : undefined
}
