import type { Corpus } from '../notes/corpus.ts'

/** How many talks of what, e.g. `56 talks of EuroPython 2012`. */
export function describeNotes({ talks, events }: Pick<Corpus, 'talks' | 'events'>): string {
  const [event] = events
  const where = events.length === 1 && event ? event.name : `${events.length} events`
  return `${talks.length} ${talks.length === 1 ? 'talk' : 'talks'} of ${where}`
}
