import type { Event, Talk } from '../../src/notes/talk.ts'
import { bullets, makeTalk, passage } from '../helpers/make-talk.ts'

const camp: Event = { id: 'pycamp-2020', name: 'PyCamp 2020' }

/** A talk of the camp with these takeaways: for tests about tips. */
export function campTalk(name: string, takeaways: readonly string[], given: Partial<Talk> = {}): Talk {
  return makeTalk(name, {
    event: camp,
    summary: passage(`About ${name}.`, 8),
    takeaways: bullets(takeaways),
    ...given,
  })
}
