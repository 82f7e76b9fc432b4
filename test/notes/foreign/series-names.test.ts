import { expect, test } from 'vitest'
import { eventsOfFiles } from '../../../src/notes/foreign/series-names.ts'

/** The event and the rest of each name. */
const told = (...stems: readonly string[]) =>
  stems.map((stem) => {
    const found = eventsOfFiles(stems).get(stem)
    return found && [found.event, found.rest]
  })
const of = (event: string, ...rests: readonly string[]) => rests.map((rest) => [event, rest])
const [tides, knots, sails] = ['how-tides-turn', 'knots', 'sails']

test.each([
  ['oar-days', 'Oar days'],
  ['oarcon', 'Oarcon'],
  ['oarcon-us', 'Oarcon us'],
  ['oarcon-harbourtown', 'Oarcon harbourtown'],
  ['oarling-2019', 'Oarling 2019'],
  ['oarcon-us-2019', 'Oarcon us 2019'],
])('files that begin with %s are of %s', (prefix, event) => {
  const stems = [tides, knots, sails].map((rest) => `${prefix}-${rest}`)
  expect(told(...stems)).toEqual(of(event, tides, knots, sails))
})

test.each(['camp-fire', 'forum-post', 'summit-of', 'conference', 'meetups', 'wharf'])(
  'files that begin with %s are of no event that they name',
  (prefix) => {
    expect(told(...[tides, knots, sails].map((rest) => `${prefix}-${rest}`))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  },
)

test('an edition belongs to the event, be it of one file alone', () => {
  expect(told('oarcon-us-2022-tides', 'oarcon-eu-2023-knots', 'oarcon-sails')).toEqual([
    ['Oarcon us 2022', 'tides'],
    ['Oarcon eu 2023', 'knots'],
    ['Oarcon', 'sails'],
  ])
})

test('a word that titles begin with belongs to them, even if all do', () => {
  expect(told('oarcon-how-tides-turn', 'oarcon-how-knots-hold', 'oarcon-how-sails-pull')).toEqual(
    of('Oarcon', 'how-tides-turn', 'how-knots-hold', 'how-sails-pull'),
  )
})

test('what is left must be able to be a title', () => {
  expect(told('oar-days-of-thunder', 'oar-days-tides', 'oar-days-knots')[0]).toBeUndefined()
})

test('two files are no event', () => {
  expect(told('oarcon-tides', 'oarcon-knots')).toEqual([undefined, undefined])
})
