/** Steps of an answer, in their order; a request is one that shows something. */
const steps = ['claimDelivery', 'noteReply', 'request', 'deleteQuestion'] as const
export type Step = (typeof steps)[number]
export type DeathPoint = `before ${Step}` | `after ${Step}`
export const deathPoints: readonly DeathPoint[] = steps.flatMap(
  (step) => [`before ${step}`, `after ${step}`] as const,
)
