import type { Talk } from '../../src/notes/talk.ts'
import { makeCorpus, makeTalk } from '../helpers/make-talk.ts'

const quayDays = {
  id: 'quay-days-2026',
  name: 'Quay Days 2026',
  year: 2026,
  starts: '2026-11-28',
  ends: '2026-12-01',
  zone: 'Europe/Berlin',
}

const held = (name: string, at: string, given: Partial<Talk> = {}): Talk => {
  const [date, starts, ends, room] = at.split(/ +(?=[\dA-Z])/) as [string, string, string, string]
  return makeTalk(name, {
    event: quayDays,
    title: name,
    date,
    starts,
    ends,
    room: room.replace('_', ' '),
    ...given,
  })
}
const by = (name: string) => ({ speakers: [{ name }] })

/** A programme of four days, Saturday to Tuesday. */
export const quayCorpus = makeCorpus(
  held('Tides', '2026-11-28 09:00 09:45 Main_Hall', by('Ada Pier')),
  held('Rudders', '2026-11-28 13:00 13:45 Room_2', by('Tom Quay')),
  held('Fog horns', '2026-11-28 13:15 14:00 Main_Hall', by('Mia Buoy')),
  held('Knots', '2026-11-29 11:00 11:45 Main_Hall', { ...by('Ada Pier'), tags: ['ropes'] }),
  held('Ropes of steel', '2026-11-29 10:00 12:15 Room_2', { ...by('Tom Quay'), tags: ['ropes'] }),
  held('Dry docks', '2026-11-29 13:30 14:15 Room_2', by('Mia Buoy')),
  held('Night sailing', '2026-11-29 23:30 00:30 Pier', by('Ada Pier')),
  held('Anchors', '2026-12-01 11:00 12:00 Main_Hall', { ...by('Bo Mast'), kind: 'keynote' }),
  held('Charts', '2026-12-01 14:00 14:30 Main_Hall', {
    ...by('Tom Quay'),
    again: [{ date: '2026-12-01', starts: '16:00', ends: '16:30', room: 'Room 2' }],
  }),
)
