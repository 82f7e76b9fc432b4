import { describeFailure } from './slack-failure.ts'

/** What the log says once all that was stored of a workspace is deleted, since it has removed Hallway. */
export const describeDeletion = (teamId: string): string =>
  `Hallway was removed from ${teamId}: all that was stored of it is deleted.`

/** What it says of a notice of removal that comes late: Hallway has been added again since. */
export const describeOldNotice = (teamId: string): string =>
  `An old notice says that Hallway was removed from ${teamId}, but it is there: nothing is deleted.`

/** What it says, once, if the deletion failed. */
export const describeFailedRemoval = (teamId: string, error: unknown): string =>
  `Leaving ${teamId} failed, and is tried again, at last every hour: ${describeFailure(error)}`
