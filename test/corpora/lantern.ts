import type { Talk } from '../../src/notes/talk.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'

/** What a line of a programme says: title, day, hours, room, speakers. */
type Line = readonly [
  title: string,
  day: string,
  hours: string,
  room: string,
  speakers: string,
  more?: Partial<Talk>,
]

const given =
  (event: Talk['event']) =>
  ([title, date, hours, room, speakers, more]: Line): Talk => {
    const [starts, ends] = hours.split('-')
    return makeTalk(title, {
      event,
      title,
      date,
      speakers: speakers.split(', ').map((name) => ({ name })),
      ...(starts && { starts }),
      ...(ends && { ends }),
      ...(room && { room }),
      ...more,
    })
  }

/** On from Friday to Sunday, in a zone that nobody who asks in the tests is in. */
const lantern: readonly Line[] = [
  [
    'Opening: what lanterns taught us',
    '2026-11-27',
    '09:00-09:45',
    'Main Hall',
    'Irene Falk',
    { kind: 'keynote' },
  ],
  ['Rust for Pythonistas', '2026-11-27', '11:00-12:00', 'Room 10', 'Lena Hauer', { tags: ['rust'] }],
  [
    'Feature flags gone wrong',
    '2026-11-27',
    '14:20-15:00',
    'Room 10',
    'Grace Adeyemi',
    { tags: ['deployment'] },
  ],
  ['Lightning talks', '2026-11-27', '16:30-17:30', 'Main Hall', 'Irene Falk', { kind: 'lightning' }],
  ['Keynote: slow software', '2026-11-28', '09:00-10:00', 'Main Hall', 'Grace Adeyemi'],
  ['Queues everywhere', '2026-11-28', '10:15-11:00', 'Room 10', 'Noor Aziz', { tags: ['queues'] }],
  ['Django at ten million rows', '2026-11-28', '10:15-11:00', 'Room 2', 'Lena Hauer'],
  ['Testing the untestable', '2026-11-28', '11:15-12:00', 'Room 10', 'Tomas Brandt', { tags: ['testing'] }],
  ['Accessibility is a bug class', '2026-11-28', '13:00-13:40', 'Main Hall', 'Mia Kallio'],
  ['Async all the way down', '2026-11-28', '13:50-14:30', 'Room 2', 'Jonas Weld', { tags: ['python'] }],
  [
    'Rust for Pythonistas, continued',
    '2026-11-28',
    '13:50-14:50',
    'Room 10',
    'Lena Hauer',
    { tags: ['rust'] },
  ],
  [
    'Tracing a slow request',
    '2026-11-28',
    '14:40-15:20',
    'Room 2',
    'Pavel Ionescu',
    { again: [{ date: '2026-11-29', starts: '11:15', ends: '11:55', room: 'Room 10' }] },
  ],
  ['Workshop: build a database', '2026-11-28', '16:40-18:40', 'Room 10', 'Noor Aziz'],
  ['Night hack', '2026-11-28', '22:00-02:00', 'Harbour Tent', 'Jonas Weld'],
  ['Profiling in production', '2026-11-29', '09:30-10:10', 'Room 2', 'Jonas Weld'],
  ['Green computing', '2026-11-29', '13:00-13:40', 'Main Hall', 'Mia Kallio'],
  ['Room for improvement', '2026-11-29', '14:00-14:40', 'Room 2', 'Tomas Brandt'],
  ['What is a session anyway?', '2026-11-29', '14:00-14:40', 'Room 10', 'Samir Haddad'],
  ['Closing panel', '2026-11-29', '16:00-17:00', 'Main Hall', 'Irene Falk, Grace Adeyemi'],
]

const river: readonly Line[] = [
  ['Streams and dams', '2026-12-08', '09:00-09:50', 'Delta Room', 'Ana Rivers'],
  ['Kafka in anger', '2026-12-08', '10:00-10:50', 'Oxbow', 'Bo Lind'],
  ['Schemas that evolve', '2026-12-09', '09:00', 'Delta Room', 'Dan Ford'],
]

/** Of which only the days are known. */
const lastYear: readonly Line[] = [
  ['Lanterns in the fog', '2025-11-21', '', '', 'Irene Falk'],
  ['Schedule of a cron job', '2025-11-22', '', '', 'Pavel Ionescu'],
]

/** A conference that is on, the next one, and the last one. */
export const lanternCorpus = makeCorpus(
  ...lantern.map(
    given({
      id: 'lantern-conf-2026',
      name: 'Lantern Conf 2026',
      year: 2026,
      starts: '2026-11-27',
      ends: '2026-11-29',
      place: 'Helsinki',
      zone: 'Europe/Helsinki',
    }),
  ),
  ...river.map(
    given({ id: 'river-days-2026', name: 'River Days 2026', year: 2026, zone: 'America/New_York' }),
  ),
  ...lastYear.map(given({ id: 'lantern-conf-2025', name: 'Lantern Conf 2025', year: 2025 })),
)
