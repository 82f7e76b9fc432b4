import { expect, test } from 'vitest'
import { narrowQuestion } from '../../../src/search/filter/facets.ts'

test.each([
  ['flask', 'tag', 'tag:web', 'flask tag:web', 'a filter is added'],
  ['flask tag:api,web ', 'tag', 'tag:web', 'flask tag:api,web tag:web', 'of tags all hold'],
  [
    'flask event:euro?',
    'event',
    'event:"EuroPython 2012"',
    'flask event:"EuroPython 2012"?',
    'takes the place',
  ],
  ['(year:2012,2013) flask', 'year', 'year:2012', '(year:2012) flask', 'of a list'],
  ['since:2010 flask until:2014 api', 'year', 'year:2012', 'year:2012 flask api', 'of both bounds'],
  ['flask -year:2011', 'year', 'year:2012', 'flask -year:2011 year:2012', 'but of nothing that is excluded'],
  ['type:talk flask', 'kind', 'kind:keynote', 'kind:keynote flask', 'under any of its names'],
] as const)('%s, narrowed by %s to %s, is %s (%s)', (question, field, filter, narrowed, _why) => {
  expect(narrowQuestion(question, field, filter)).toBe(narrowed)
})
