import type { TalkRecord } from '../../notes/talk-record.ts'
import type { ImportOutcome } from './import-plan.ts'
import type { StagedTalk } from './staging-file.ts'

/** What became of a talk of a source. */
export interface TalkOutcome {
  readonly outcome: ImportOutcome
  readonly id: string
  /** Whether it stays as it is since its source says no text any more: columns may be named otherwise than before. */
  readonly keepsText?: boolean
  readonly staged?: StagedTalk
  readonly record?: TalkRecord
}
