/** What a process that opens notes of workspaces is told, as JSON on its command line. */
export interface TeamOrders {
  /** A folder with a folder for each workspace. */
  readonly corpora: string
  readonly teamIds: readonly string[]
  readonly dataFolder: string
  readonly questions: readonly string[]
  /** How long it rests once all are open, in milliseconds. */
  readonly restMs: number
}

/** What it answers, once. */
export interface TeamFigures {
  /** Milliseconds to open the notes of each workspace. */
  readonly openMs: readonly number[]
  /** What the process has grown by for each, questions asked included, in megabytes. */
  readonly residentMb: number
  /** Milliseconds of each question, by turns to all workspaces. */
  readonly times: readonly number[]
  /** Milliseconds of processor time a second, for each, while nobody asks. */
  readonly atRestMs: number
}
