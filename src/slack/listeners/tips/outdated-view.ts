import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import { sentence } from '../../blocks/message.ts'

const payload = z.object({ user: z.object({ id: z.string() }) })

/** Tells somebody in a direct message that their modal could not be read: the modal itself has no place to say so. */
export async function tellOutdated(body: unknown, client: webApi.WebClient): Promise<void> {
  const { user } = payload.parse(body)
  await client.chat.postMessage({ ...sentence(outdated), channel: user.id })
}

const outdated =
  'I could not read what you entered: that form is from an older version of me. Nothing was saved. Please open it again.'
