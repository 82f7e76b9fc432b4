import { join } from 'node:path'

/** Steps of an answer, in their order; a request is one that shows something. */
const steps = ['claimDelivery', 'noteReply', 'request', 'deleteQuestion'] as const
export type Step = (typeof steps)[number]
export type DeathPoint = `before ${Step}` | `after ${Step}`
export const deathPoints: readonly DeathPoint[] = steps.flatMap(
  (step) => [`before ${step}`, `after ${step}`] as const,
)

/**
 * The file that orders one process to die where it first comes to the point: the one that can remove it. A message could arrive
 * after the question, and be for two.
 */
export const deathOrder = (dataFolder: string, point: DeathPoint): string => join(dataFolder, `die ${point}`)
