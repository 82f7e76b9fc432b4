/** The apps that are compared: Hallway, and a Bolt app behind Bolt's own receiver that posts a constant. */
export type AppKind = 'hallway' | 'bare'

/** What a process with one app is told, as JSON on its command line. */
export interface AppOrders {
  readonly kind: AppKind
  readonly corpusFolder: string
  readonly dataFolder: string
  readonly slackApiUrl: string
  /** On which it takes what is posted to `/slack/events`. */
  readonly port: number
  readonly botToken: string
  readonly signingSecret: string
}

/** Answers any message from the parent: milliseconds of processor time, on all threads, since its start. */
export interface Usage {
  readonly processorMs: number
}
