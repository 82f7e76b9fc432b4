import type { Corpus } from '../notes/corpus.ts'
import { amountOf } from '../text/amount-of.ts'

/** How many talks of what, e.g. `56 talks of EuroPython 2012`. */
export function describeNotes({ talks, events }: Pick<Corpus, 'talks' | 'events'>): string {
  const [event] = events
  const where = events.length === 1 && event ? event.name : amountOf(events.length, 'event')
  return `${amountOf(talks.length, 'talk')} of ${where}`
}
