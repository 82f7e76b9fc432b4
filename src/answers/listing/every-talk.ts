import { talkKinds } from '../../notes/talk.ts'

/** The clause that every talk fits. */
export const everyTalk = `kind:${talkKinds.join(',')}`
